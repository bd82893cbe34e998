"""Git as planctl asks it: only what is read, whatever a repository or a revision would have run."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from planctl.errors import ExitCode
from planctl.gitio import (
    Answer,
    GitMissingError,
    NoRevisionError,
    Repository,
    TreeFile,
    needed_commit,
    repository_at,
    run_git,
)

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
HOSTILE = [
    "", "-", "--", "-h", "--help", "--all", "--output=x", "--git-dir=/", "--exec-path=.",
    "--upload-pack=touch x", "-cx=y", "--end-of-options", "--verify", "--show-toplevel",
    "HEAD --output=x", "HEAD\n--output=x", "HEAD\0", "HEAD;touch x", "$(touch x)", "`touch x`",
    "| touch x", "HEAD..main", "^HEAD", "HEAD^{tree}", "HEAD:notes.txt", "x" * 251, "../x",
    "\x1b[2J",
]  # fmt: skip


def git(folder, *arguments, day="2017-12-01T12:00:00+0000"):
    dates = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00+0000", "GIT_COMMITTER_DATE": day}
    done = subprocess.run(
        ["git", *WHO, *arguments], cwd=folder, env={**os.environ, **dates},
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def committed(folder, files, day="2017-12-01T12:00:00+0000"):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x", day=day)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    git(tmp_path / "work", "init", "--quiet", "--initial-branch=main")
    return Repository(tmp_path / "work")


def test_a_folder_below_the_root_is_of_the_repository(repository):
    (repository.top / "plans" / "old plans").mkdir(parents=True)
    assert repository_at(repository.top / "plans" / "old plans") == repository


def test_a_folder_without_a_repository_has_none(tmp_path):
    assert repository_at(tmp_path) is None


def test_the_inside_of_a_repository_is_no_work_tree(repository):
    assert repository_at(repository.top / ".git") is None


def test_without_the_program_there_is_no_repository(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert run_git(("version",), repository.top, b"") is None
    assert repository_at(repository.top) is None


def test_a_repository_without_a_commit_has_no_head_and_no_history(repository):
    assert repository.commit("HEAD") is None
    assert repository.last_commit(date(2018, 1, 1)) is None


@pytest.mark.parametrize("name", ["HEAD", "main", "v1", "main~0", "HEAD^0", "{short}", "{full}"])
def test_a_revision_is_named_in_any_of_the_ways_of_git(name, repository):
    full = committed(repository.top, {})
    git(repository.top, "tag", "--annotate", "--message", "x", "v1")
    commit = repository.commit(name.format(full=full, short=full[:9]))
    assert commit is not None
    assert (commit.id, commit.day, commit.short) == (full, date(2017, 12, 1), full[:7])


@pytest.mark.parametrize("revision", HOSTILE)
def test_a_hostile_revision_names_nothing_and_does_nothing(revision, repository):
    committed(repository.top, {"notes.txt": "x\n"})
    before = listing(repository.top)
    assert repository.commit(revision) is None
    assert listing(repository.top) == before


def listing(folder):
    return sorted((str(path), path.stat().st_size) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 8, 30), None), (date(2017, 8, 31), 0), (date(2017, 12, 30), 0),
        (date(2017, 12, 31), 1), (date(2018, 1, 1), 2), (date(2030, 1, 1), 2),
    ],
)  # fmt: skip
def test_the_last_commit_is_that_of_its_committers_own_day(day, expected, repository):
    days = ["2017-08-31T00:30:00+0100", "2017-12-31T23:30:00-1100", "2018-01-01T00:10:00+1300"]
    ids = [committed(repository.top, {}, one) for one in days]
    # The clock of the third stood before that of the second: what follows comes last.
    found = repository.last_commit(day)
    assert (found and found.id) == (None if expected is None else ids[expected])


def test_a_later_commit_on_another_branch_is_not_of_the_history(repository):
    first = committed(repository.top, {})
    git(repository.top, "switch", "--quiet", "--create", "side")
    committed(repository.top, {}, "2017-12-02T12:00:00+0000")
    git(repository.top, "switch", "--quiet", "main")
    found = repository.last_commit(date(2018, 1, 1))
    assert (found and found.id) == first


def test_the_files_of_a_commit_are_those_below_a_folder_links_left_out(repository):
    (repository.top / "plans").mkdir()
    (repository.top / "plans/link.yaml").symlink_to("/etc/passwd")
    committed(repository.top, {"plans/a b.yaml": "one\n", "plans/é\n.yaml": "", "notes.txt": "x"})
    commit = repository.commit("HEAD")
    assert commit is not None
    assert repository.files(commit, "plans") == (
        TreeFile("plans/a b.yaml", "5626abf0f72e58d7a153368ba57db4c673c0e171", 4),
        TreeFile("plans/é\n.yaml", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", 0),
    )
    assert next(file.path for file in repository.files(commit)) == "notes.txt"
    assert repository.files(commit, "pl*") == ()
    assert repository.files(commit, ":(top)plans") == ()


def test_blobs_come_by_their_ids_and_what_is_not_there_lacks(repository):
    contents = {"empty": "", "ends": "a\n\n", "looks like a head": f"{'0' * 40} blob 3\nabc\n"}
    committed(repository.top, contents)
    commit = repository.commit("HEAD")
    assert commit is not None
    ids = {file.path: file.blob for file in repository.files(commit)}
    found = repository.blobs([*ids.values(), "f" * 40, commit.id, "--help", "HEAD:empty"])
    assert {name: found[one].decode() for name, one in ids.items()} == contents
    assert len(found) == len(ids)
    assert repository.blobs([]) == {}


def test_nothing_that_a_repository_configures_is_run(repository, tmp_path):
    committed(repository.top, {"a.yaml": "one\n", ".gitattributes": "* diff=x filter=x\n"})
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", "utf-8")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.x.textconv",
        "diff.external", "filter.x.smudge", "filter.x.clean", "filter.x.process", "gpg.program",
    ):  # fmt: skip
        git(repository.top, "config", name, str(trap))
    git(repository.top, "config", "log.showSignature", "true")
    git(repository.top, "config", "core.hooksPath", str(tmp_path))
    (tmp_path / "post-index-change").symlink_to(trap)
    everything_asked(repository)
    assert not (tmp_path / "sprung").exists()


def everything_asked(repository):
    found = repository_at(repository.top)
    assert found is not None
    commit = found.last_commit(date(2018, 1, 1))
    assert commit is not None
    assert len(found.blobs(file.blob for file in found.files(commit))) == 2


def test_the_environment_does_not_lead_to_another_repository(repository, tmp_path, monkeypatch):
    committed(repository.top, {})
    (tmp_path / "other").mkdir()
    git(tmp_path / "other", "init", "--quiet")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    found = repository_at(repository.top)
    assert found is not None
    assert found == repository
    assert found.commit("HEAD") is not None


def test_a_revision_that_is_needed_is_there_or_something_is_missing(repository, tmp_path):
    full = committed(repository.top, {})
    assert needed_commit(repository.top, "main")[1].id == full
    with pytest.raises(NoRevisionError, match="'gone' is not a revision") as revision:
        needed_commit(repository.top, "gone")
    with pytest.raises(GitMissingError, match="has no history") as history:
        needed_commit(tmp_path, "main")
    assert (revision.value.exit_code, history.value.exit_code) == (ExitCode.MISSING,) * 2


@pytest.mark.parametrize(
    "answer", [None, Answer(128, b"x"), Answer(0, b""), Answer(0, b"\xff\n"), Answer(0, b"1 blob")]
)
def test_an_answer_that_is_none_says_nothing(answer):
    repository = Repository(Path(), lambda _arguments, _folder, _given: answer)
    commit = Repository(Path(), lambda *_: Answer(0, b"")).commit("HEAD")
    assert (repository.commit("HEAD"), commit) == (None, None)
    assert repository.last_commit(date(2018, 1, 1)) is None
    assert repository.blobs(["0" * 40]) == {}
