"""A folder's place in a repository, and the commits and files that words name there."""

import os
import subprocess

import pytest

from planctl.gitio import (
    Answer,
    GitMissingError,
    NoMergeBaseError,
    NoRevisionError,
    UnmergedError,
    history_at,
    run_git,
    since_merge_base,
)

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
DAYS = {f"GIT_{who}_DATE": "2017-12-01T12:00:00+0000" for who in ("AUTHOR", "COMMITTER")}
HOSTILE = [
    "", "-h", "--all", "--output=x", "--git-dir=..", "HEAD\n--output=x", "HEAD\0", "$(touch x)",
    "HEAD..HEAD", "^HEAD", "HEAD^@", "HEAD^!", "HEAD:a.yaml", "x" * 1000, "\x1b[2J", "HEAD...HEAD",
]  # fmt: skip


def git(folder, *arguments):
    done = subprocess.run(
        ["git", *WHO, *arguments], cwd=folder, env={**os.environ, **DAYS},
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def committed(folder, name, text="x\n"):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", name)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def work(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "work"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


@pytest.fixture
def forked(work):
    """A base, a commit on main after it, and one on side."""
    base = committed(work, "base")
    git(work, "branch", "side")
    main = committed(work, "main")
    git(work, "switch", "--quiet", "side")
    side = committed(work, "side")
    return base, main, side


@pytest.mark.parametrize("below", [".", "plans", "a\nb", "a\n" + "b" * 40])
def test_the_top_and_the_commits_come_from_one_process(below, work):
    first, second = committed(work, "1"), committed(work, "2")
    (work / below).mkdir(exist_ok=True)
    asked = []

    def run(*given):
        asked.append(given)
        return run_git(*given)

    found = history_at(work / below, ["HEAD~1", "main"], run)
    assert (found.top, found.commits) == (work, (first, second))
    assert (found.has_work_tree, found.is_shallow, len(asked)) == (True, False, 1)


@pytest.mark.parametrize("revision", HOSTILE)
def test_a_hostile_revision_names_nothing_and_does_nothing(revision, work):
    committed(work, "a.yaml")
    before = sorted(path.name for path in work.rglob("*"))
    assert history_at(work, ["HEAD", revision, "HEAD"]).commits[1:] == ()
    with pytest.raises(NoRevisionError):
        since_merge_base(work, "HEAD", revision)
    with pytest.raises(NoRevisionError):
        since_merge_base(work, revision, "HEAD")
    assert sorted(path.name for path in work.rglob("*")) == before


def test_the_merge_base_is_what_both_come_from(work, forked):
    base, main, side = forked
    assert since_merge_base(work, "main", "side").commits == (base, side)
    assert since_merge_base(work, "side", "main").commits == (base, main)
    assert since_merge_base(work, "main~1", "side").commits == (base, side)


def test_the_revision_that_is_missing_is_named(work, forked):
    del forked
    for old, new in (("gone", "side"), ("main", "gone")):
        with pytest.raises(NoRevisionError, match=r"'gone' is not a revision.* a commit\.$"):
            since_merge_base(work, old, new)


def test_histories_without_a_common_commit_have_no_merge_base(work):
    committed(work, "1")
    git(work, "switch", "--quiet", "--orphan", "other")
    committed(work, "2")
    with pytest.raises(NoMergeBaseError, match=r"they stand: main\.\.other\."):
        since_merge_base(work, "main", "other")


def test_a_shallow_clone_says_what_to_fetch(work, forked, tmp_path):
    del forked
    clone = tmp_path / "clone"
    source = f"file://{work}"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", source, str(clone))
    assert history_at(clone).is_shallow
    with pytest.raises(NoMergeBaseError, match="git fetch --unshallow --tags"):
        since_merge_base(clone, "origin/main", "origin/side")
    with pytest.raises(NoRevisionError, match="git fetch --unshallow --tags"):
        since_merge_base(clone, "HEAD~1", "HEAD")


def test_a_bare_repository_has_a_history_and_no_work_tree(work, tmp_path):
    full = committed(work, "plans/a.yaml", "one\n")
    git(tmp_path, "clone", "--quiet", "--bare", str(work), "bare")
    found = history_at(tmp_path / "bare", ["main"])
    assert (found.top, found.has_work_tree, found.commits) == (tmp_path / "bare", False, (full,))
    blob = "5626abf0f72e58d7a153368ba57db4c673c0e171"
    assert found.files(full) == {"plans/a.yaml": blob}
    assert found.repository.objects([blob]).blobs == {blob: b"one\n"}


def test_the_files_of_a_commit_and_of_the_index_leave_out_links_and_submodules(work):
    (work / "link.yaml").symlink_to("base")
    inner = work / "inner"
    inner.mkdir()
    git(inner, "init", "--quiet")
    committed(inner, "plan.yaml")
    full = committed(work, "plans/a\nb.yaml", "one\n")
    blob = "5626abf0f72e58d7a153368ba57db4c673c0e171"
    found = history_at(work)
    assert found.files(full) == found.index() == {"plans/a\nb.yaml": blob}
    (work / "staged").write_text("one\n", "utf-8")
    git(work, "add", "staged")
    assert found.index(["staged"]) == {"staged": blob}
    assert found.files(full, ["pl*"]) == {}


def test_a_merge_that_is_not_finished_cannot_be_compared(work, forked):
    del forked
    committed(work, "main", "other\n")
    with pytest.raises(subprocess.CalledProcessError):
        git(work, "merge", "--quiet", "main")
    with pytest.raises(UnmergedError, match="main is in a merge"):
        history_at(work).index()


@pytest.mark.parametrize("answer", [None, Answer(128, b""), Answer(0, b""), Answer(0, b"true\n")])
def test_without_an_answer_there_is_no_history(answer, tmp_path):
    with pytest.raises(GitMissingError, match="has no history"):
        history_at(tmp_path, ["HEAD"], lambda *_: answer)


def test_a_listing_that_fails_is_no_empty_one(work):
    with pytest.raises(GitMissingError):
        history_at(work).files("0" * 40)
