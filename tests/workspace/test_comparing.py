"""The comparison of two sides, with real repositories."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from planctl.diff import SideShown, Spot
from planctl.errors import (
    ExitCode,
    NoPlansError,
    NoPlansFolderError,
    PathNotFoundError,
    UnreadableError,
    WrongValueError,
)
from planctl.gitio import (
    GitMissingError,
    NoContentError,
    NoMergeBaseError,
    NoRevisionError,
    run_git,
)
from planctl.source import read
from planctl.workspace.comparing import Means, comparison
from planctl.workspace.side_names import NeitherError, NeitherWithoutGitError

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
TODAY = date(2018, 3, 1)
ONE = "themes: [{title: Clubs, actions: [{ref: 1a, text: Open a homework club}]}]"
TWO = "themes: [{title: Clubs, actions: [{ref: 1a, text: Open two homework clubs}]}]"


def git(*arguments, day="2017-12-01T12:00:00+0000", cwd=None):
    dates = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
    done = subprocess.run(
        ["git", *WHO, *arguments], env={**os.environ, **dates}, cwd=cwd,
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def commit(folder, monkeypatch, tmp_path):
    """`commit({"plans/a.yaml": text}, "v1")` commits the files and gives the commit a tag."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    def made(files, tag=None, day="2017-12-01T12:00:00+0000"):
        root = folder({name: text for name, text in files.items() if text is not None})
        for name, text in files.items():
            if text is None:
                (root / name).unlink()
        if not (root / ".git").exists():
            git("init", "--quiet", "--initial-branch=main")
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message", "x", day=day)
        if tag:
            git("tag", tag)
        return root

    return made


class Counted:
    """The means of a comparison that count how often they are used."""

    def __init__(self, folder=None):
        self.calls, self.read = [], []
        self.means = Means(folder or Path.cwd(), TODAY, self._run, self._read)

    def _run(self, arguments, folder, given):
        self.calls.append(arguments[0])
        return run_git(arguments, folder, given)

    def _read(self, raw, name):
        self.read.append(name)
        return read(raw, name)


def found(*words, cached=False, days=(None, None), folder=None):
    means = Means(folder or Path.cwd(), TODAY)
    return comparison(words, means, days, cached=cached).compared


def short(compared):
    return [(one.rule, one.plan, one.ref, one.old, one.new) for one in compared.changes]


@pytest.fixture
def tagged(commit, plan):
    """v1, and v2 in which the second of three plans is another."""
    base = {"planctl.toml": "", "plans/c.yaml": plan("c", ONE), "plans/a.yaml": plan("a", ONE)}
    commit({**base, "plans/b.yaml": plan("b", ONE)}, "v1")
    return commit({"plans/b.yaml": plan("b", TWO)}, "v2", day="2018-01-15T12:00:00+0000")


def test_two_revisions_each_on_their_own_day(tagged):
    compared = found("v1..v2")
    ids = [git("rev-parse", name) for name in ("v1", "v2")]
    assert (compared.old, compared.new) == (
        SideShown("v1", date(2017, 12, 1), ids[0]), SideShown("v2", date(2018, 1, 15), ids[1]),
    )  # fmt: skip
    (change,) = compared.changes
    assert (change.plan, change.ref, compared.plans, compared.is_complete) == ("b", "1a", 3, True)
    assert change.new_spot == change.old_spot == Spot("plans/b.yaml", 4, 35)
    assert tagged.exists()


@pytest.mark.usefixtures("tagged")
@pytest.mark.parametrize(
    "words",
    [
        ["v1", "v2"], ["v1", "HEAD"], ["v1"], ["v1", "plans"], ["v1", "plans/b.yaml"], ["v1..."],
        ["v1:plans/b.yaml", "plans/b.yaml"], ["v1:plans/b.yaml"], ["v1:plans", "v2:plans"],
        ["v1:./plans/b.yaml", "v2:plans/b.yaml"], ["v1:plans", "plans"], ["v1..", "plans/b.yaml"],
    ],
)  # fmt: skip
def test_every_way_of_naming_the_sides_finds_the_same(words):
    assert short(found(*words)) == short(found("v1..v2"))


@pytest.mark.usefixtures("tagged")
def test_with_the_sides_swapped_it_is_the_mirror_image():
    assert [(one.old, one.new) for one in found("v2..v1").changes] == [
        (one.new, one.old) for one in found("v1..v2").changes
    ]


@pytest.mark.usefixtures("tagged")
def test_nothing_changed_since_the_last_commit():
    compared = found()
    assert (compared.changes, compared.plans, compared.is_complete) == ((), 3, True)
    assert (compared.old.name, compared.new) == ("HEAD", SideShown("the files", TODAY))


def test_the_files_the_index_and_the_last_commit_are_three_versions(tagged, folder, plan):
    folder({"plans/a.yaml": plan("a", TWO)})
    git("add", "plans/a.yaml")
    folder({"plans/a.yaml": plan("a", "")})
    assert [one.rule for one in found().changes][:1] == ["action-dropped"]
    assert [one.ref for one in found(cached=True).changes] == ["1a"]
    assert [one.plan for one in found("v1", cached=True).changes] == ["a", "b"]
    assert found("plans/b.yaml", cached=True).changes == ()
    assert tagged.exists()


@pytest.mark.usefixtures("tagged")
def test_paths_are_seen_from_the_current_folder(monkeypatch):
    monkeypatch.chdir("plans")
    (change,) = found("v1", "v2", "b.yaml").changes
    assert change.new_spot == Spot("b.yaml", 4, 35)
    assert found("v1", "v2", "a.yaml").changes == ()
    assert len(found("v1..v2").changes) == len(found("v1..v2", "..").changes) == 1
    assert len(found("v1:./b.yaml", "b.yaml").changes) == 1


def test_three_dots_compare_with_what_both_come_from(tagged, commit, plan):
    git("switch", "--quiet", "--create", "side", "v1")
    commit({"plans/c.yaml": plan("c", TWO)})
    compared = found("main...side")
    assert [change.plan for change in compared.changes] == ["c"]
    assert compared.old.name == "merge base of main and side"
    assert sorted({change.plan for change in found("main..side").changes}) == ["b", "c"]
    assert tagged.exists()


def test_a_detached_head_is_a_revision_as_well(tagged):
    git("switch", "--quiet", "--detach", "v1")
    assert found().changes == ()
    assert len(found("HEAD", "v2").changes) == 1
    assert tagged.exists()


def test_a_path_wins_over_a_revision(tagged, folder):
    folder({"v1": "x"})
    with pytest.raises(NoPlansError):
        found("v1")
    assert len(found("v1..v2").changes) == 1
    assert tagged.exists()


def test_a_renamed_file_is_the_same_plan(tagged, commit, plan):
    commit({"plans/b.yaml": None, "plans/later/b.yaml": plan("b", TWO)}, "moved")
    assert found("v2..moved").changes == ()
    compared = found("v1..moved")
    assert (len(compared.changes), compared.plans) == (1, 3)
    commit({"plans/later/b.yaml": None, "plans/bees.yaml": plan("bees", TWO)}, "renamed")
    assert {change.field for change in found("v2..renamed").changes} == {"id", "title"}
    assert tagged.exists()


def test_plans_that_came_and_went_are_changes_of_their_own(tagged, commit, plan):
    text = plan("d", "themes: [{title: Clubs, actions: [{text: Ask the parents}]}]")
    commit({"plans/b.yaml": None, "plans/d.yaml": text}, "v3")
    compared = found("v2..v3")
    assert [(one.rule, one.plan, one.message) for one in compared.changes] == [
        ("plan-removed", "b", "The plan ‘B’ is gone"), ("plan-added", "d", "The plan ‘D’ is new"),
    ]  # fmt: skip
    gone, came = compared.changes
    assert (gone.old_spot, gone.new_spot, gone.old["id"]) == (Spot("plans/b.yaml", 1, 1), None, "b")
    assert (came.new_spot, came.old_spot, came.new["id"]) == (Spot("plans/d.yaml", 1, 1), None, "d")
    assert (gone.edits[0].was, came.edits[0].now) == (gone.old, came.new)
    assert compared.plans == 4
    assert [one.rule for one in found("v2", "v3", "plans/b.yaml").changes] == ["plan-removed"]
    assert [one.rule for one in found("v3", "v2", "plans/b.yaml").changes] == ["plan-added"]
    assert [one.rule for one in found("v2", "plans/b.yaml").changes] == ["plan-removed"]
    assert tagged.exists()


def test_a_plans_folder_that_was_not_there_held_no_plans(commit, plan):
    commit({"planctl.toml": "", "notes.txt": "x"}, "v1")
    with pytest.raises(NoPlansFolderError):
        found()
    commit({"plans/a.yaml": plan("a", ONE)}, "v2")
    assert [one.rule for one in found("v1..v2").changes] == ["plan-added"]
    assert [one.rule for one in found("v2..v1").changes] == ["plan-removed"]


def test_lines_that_end_otherwise_are_no_change(tagged):
    path = tagged / "plans/b.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    done = comparison([], Means(tagged, TODAY))
    assert (done.compared.changes, done.format_only) == ((), ("plans/b.yaml",))


def test_comments_and_quotes_differ_in_form_alone(tagged, folder):
    folder({"plans/a.yaml": "# By hand\n" + (tagged / "plans/a.yaml").read_text("utf-8")})
    done = comparison([], Means(tagged, TODAY))
    assert (done.compared.changes, done.format_only) == ((), ("plans/a.yaml",))


def test_links_and_other_repositories_inside_are_left_out(tagged, plan):
    (tagged / "plans/link.yaml").symlink_to("a.yaml")
    inner = tagged / "plans/inner"
    inner.mkdir()
    git("init", "--quiet", cwd=inner)
    (inner / "x.yaml").write_text(plan("x"), "utf-8")
    git("add", "--all", cwd=inner)
    git("commit", "--quiet", "--message", "x", cwd=inner)
    assert found().changes == ()
    git("add", "--all")
    assert found(cached=True).changes == ()


def test_a_file_that_cannot_be_read_makes_the_comparison_incomplete(tagged, folder, plan):
    folder({"plans/b.yaml": "id: b\n\tx", "plans/a.yaml": plan("a", TWO)})
    compared = found()
    assert not compared.is_complete
    assert [one.file for one in compared.unread] == ["plans/b.yaml"]
    assert {one.plan for one in compared.changes} == {"a"}
    assert compared.plans == 3
    git("commit", "--quiet", "--all", "--message", "x")
    compared = found("HEAD", "v2")
    assert [one.file for one in compared.unread] == ["HEAD:plans/b.yaml"]
    assert {one.plan for one in compared.changes} == {"a"}
    assert tagged.exists()


def test_a_file_that_is_too_large_cannot_be_read(tagged, folder, plan):
    folder({"plans/b.yaml": plan("b", TWO) + "#" * 2 * 1024 * 1024})
    assert [one.code for one in found().unread] == ["PLN011"]
    git("commit", "--quiet", "--all", "--message", "x")
    assert [one.code for one in found("v2..HEAD").unread] == ["PLN011"]
    assert tagged.exists()


PROGRAMME = "format: planctl/1\nid: together\ntitle: Together\n"


def test_a_programme_is_compared_and_the_plans_below_it_are_as_well(commit, plan):
    clubs = "parties: [{id: library, kind: organisation, name: Library}]\npriorities: [a]\n"
    base = {"planctl.toml": "", "plans/a.yaml": plan("a", ONE)}
    commit({**base, "plans/programme.yaml": PROGRAMME + clubs}, "v1")
    commit({"plans/programme.yaml": PROGRAMME + "priorities: [b]\n"}, "v2")
    counted = Counted()
    compared = comparison(["v1..v2"], counted.means).compared
    told = [(one.rule, one.plan, one.kind, one.message) for one in compared.changes]
    assert ("metadata-changed", "together", "programme",
            "The programme has another list of priorities") in told  # fmt: skip
    assert {one.kind for one in compared.changes} == {"programme", "party"}
    assert {one.new_spot.file for one in compared.changes if one.new_spot} == {
        "plans/programme.yaml"
    }
    assert compared.plans == 1
    assert sorted(counted.read) == [
        "plans/a.yaml", "plans/programme.yaml", "v1:plans/a.yaml", "v1:plans/programme.yaml",
    ]  # fmt: skip
    assert found("v1", "v2", "plans/a.yaml").changes == ()
    assert len(found("v1", "v2", "plans/programme.yaml").changes) == len(compared.changes)
    named = found("v1:plans/programme.yaml", "v2:plans/programme.yaml")
    assert len(named.changes) == len(compared.changes)


def test_a_programme_that_came_or_went_is_a_change(commit, plan):
    commit({"planctl.toml": "", "plans/a.yaml": plan("a", ONE)}, "v1")
    commit({"plans/programme.yaml": PROGRAMME}, "v2")
    assert [(one.rule, one.message) for one in found("v1..v2").changes] == [
        ("entry-added", "The programme is new")
    ]
    assert [one.rule for one in found("v2..v1").changes] == ["entry-removed"]
    commit({"plans/programme.yaml": "kid: x"}, "v3")
    compared = found("v2..v3")
    assert ([one.file for one in compared.unread][:1], compared.changes) == (
        ["plans/programme.yaml"], (),
    )  # fmt: skip


@pytest.mark.parametrize("has_programme", [False, True])
def test_four_processes_and_the_files_that_differ_whatever_the_number(has_programme, commit, plan):
    files = {f"plans/p{number}.yaml": plan(f"p{number}", ONE) for number in range(200)}
    shared = {"plans/programme.yaml": PROGRAMME} if has_programme else {}
    commit({"planctl.toml": "", **shared, **files}, "v1")
    changed = {f"plans/p{number}.yaml": plan(f"p{number}", TWO) for number in range(10)}
    commit(changed, "v2")
    for words in (["v1..v2"], ["v1...v2"], ["v1"], ["v1:plans", "v2:plans"]):
        counted = Counted()
        compared = comparison(words, counted.means).compared
        assert (len(compared.changes), compared.plans) == (10, 200)
        assert len(counted.read) == 20 + has_programme
        assert len(counted.calls) <= 4


@pytest.mark.usefixtures("tagged")
def test_the_index_takes_four_processes_and_a_gone_path_one_more():
    counted = Counted()
    comparison(["v1"], counted.means, cached=True)
    assert counted.calls == ["rev-parse", "ls-tree", "ls-files", "cat-file"]
    Path("plans/b.yaml").unlink()
    counted = Counted()
    comparison(["v1", "plans/b.yaml"], counted.means)
    assert counted.calls == ["rev-parse", "ls-tree", "cat-file"]


def test_a_bare_repository_compares_two_revisions(tagged, tmp_path_factory):
    bare = tmp_path_factory.mktemp("bare")
    git("clone", "--quiet", "--bare", str(tagged), str(bare))
    for words in (["v1..v2"], ["v1", "HEAD"], ["v1..v2", "plans/b.yaml"], ["v1...main"]):
        assert [one.plan for one in found(*words, folder=bare).changes] == ["b"]
    with pytest.raises(WrongValueError, match="without a work tree"):
        found("v1", folder=bare)


def test_a_shallow_clone_says_what_to_fetch(tagged, tmp_path_factory):
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "--quiet", "--depth=1", "--no-tags", f"file://{tagged}", str(clone))
    for words in (["v1"], ["v1..HEAD"], ["HEAD~1", "HEAD"], ["HEAD~1:plans"], ["v1...HEAD"]):
        with pytest.raises(NoRevisionError, match="git fetch --unshallow") as error:
            found(*words, folder=clone)
        assert error.value.exit_code is ExitCode.MISSING
    assert found(folder=clone).changes == ()


def test_histories_without_a_common_commit_have_no_merge_base(tagged, commit):
    git("switch", "--quiet", "--orphan", "other")
    commit({"notes.txt": "x"})
    with pytest.raises(NoMergeBaseError):
        found("main...other")
    assert tagged.exists()


def test_content_that_was_not_fetched_is_missing_and_no_lost_plan(tagged):
    blob = git("rev-parse", "v1:plans/b.yaml")
    (tagged / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(NoContentError, match=r"v1:plans/b\.yaml is not in this repository"):
        found("v1..v2")


@pytest.mark.usefixtures("tagged")
@pytest.mark.parametrize(
    "word", ["nope", "../nope", "--output=x", "HEAD\n", "\x1b[2J", "x" * 1000, "^HEAD", "a\0b"]
)
def test_a_word_that_is_neither_path_nor_revision_is_wrong_use(word):
    with pytest.raises((NeitherError, NoRevisionError)) as error:
        found(word)
    assert isinstance(error.value, NeitherError) or ".." in word
    assert not Path("x").exists()


@pytest.mark.usefixtures("tagged")
@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["nope", "v1"], NeitherError),
        (["v1", "nope"], PathNotFoundError),
        (["v1", "v2", "nope"], PathNotFoundError),
        (["v1..v2", "planctl.toml"], NoPlansError),
        (["nope..v1"], NoRevisionError),
        (["v1..nope"], NoRevisionError),
        (["nope...v1"], NoRevisionError),
        (["nope:plans"], NoRevisionError),
        (["v1:nope"], WrongValueError),
        (["v1:b.yaml"], WrongValueError),
        (["v1:plans", "plans/b.yaml"], WrongValueError),
        (["v1", "/"], WrongValueError),
    ],
)
def test_what_is_not_there_is_said_so(words, error):
    with pytest.raises(error):
        found(*words)


@pytest.mark.usefixtures("tagged")
def test_a_place_of_a_revision_that_is_not_there_gets_a_hint():
    with pytest.raises(WrongValueError, match=r"Did you mean plans/b\.yaml\?"):
        found("v1:b.yaml")


def test_without_a_repository_two_files_and_two_folders_can_be_compared(folder, plan):
    root = folder({
        "old/a.yaml": plan("a", ONE), "new/a.yaml": plan("a", TWO), "copy.yaml": plan("a", TWO),
        "old/b.yaml": plan("b", ONE), "new/b2.yaml": plan("b", ONE),
        "old/programme.yaml": PROGRAMME, "new/programme.yaml": PROGRAMME + "partnership: P\n",
    })  # fmt: skip
    compared = found("old", "new")
    assert {one.plan for one in compared.changes} == {"a", "together"}
    assert (compared.old, compared.plans) == (SideShown("old", TODAY), 2)
    one = found("old/a.yaml", "copy.yaml")
    assert [change.plan for change in one.changes] == ["a"]
    assert one.changes[0].old_spot == Spot("old/a.yaml", 4, 35)
    assert one.changes[0].new_spot == Spot("copy.yaml", 4, 35)
    assert found("copy.yaml", "new/a.yaml").changes == ()
    assert found(str(root / "old/a.yaml"), "copy.yaml").changes == one.changes
    for words in ([], ["v1"], ["v1..v2"], ["old"]):
        with pytest.raises((GitMissingError, NeitherWithoutGitError)) as error:
            found(*words)
        assert error.value.exit_code is ExitCode.MISSING


def test_two_files_are_compared_whatever_plans_they_are(folder, plan):
    folder({"a.yaml": plan("a", ONE), "b.yaml": plan("b", ONE), "bad.yaml": "kid: x"})
    assert {one.field for one in found("a.yaml", "b.yaml").changes} == {"id", "title"}
    compared = found("bad.yaml", "bad.yaml")
    assert (compared.is_complete, compared.plans) == (False, 1)


def test_time_that_passes_is_seen_in_every_plan_where_two_days_are_given(commit, plan):
    due = "themes: [{title: T, actions: [{ref: 1a, text: Open a club, due: 2018-01-31}]}]"
    commit({"planctl.toml": "", "plans/a.yaml": plan("a", due)}, "v1")
    assert found("v1").changes == ()
    compared = found("v1", days=(date(2018, 1, 1), date(2018, 3, 1)))
    assert "newly-overdue" in [one.rule for one in compared.changes]
    assert (compared.old.on, compared.new.on) == (date(2018, 1, 1), date(2018, 3, 1))
    assert found("v1", days=(TODAY, TODAY)).changes == ()


def test_a_waiver_lets_one_change_stand_and_a_new_one_is_counted(tagged, commit, plan):
    commit({"plans/b.yaml": plan("b", "")}, "v3")
    (change,) = [one for one in found("v2..v3").changes if one.rule == "action-dropped"]
    entry = (
        f"waivers:\n  - {{code: action-dropped, plan: b, fingerprint: {change.fingerprint},"
        " reason: Agreed in May, until: 2018-12-31}\n"
    )
    commit({"waivers.yaml": entry}, "v4")
    compared = found("v2..v4")
    waived = [one for one in compared.changes if one.rule == "action-dropped"]
    assert ([one.waived for one in waived], compared.new_waivers) == (["Agreed in May"], 1)
    assert found("v4..v4", days=(TODAY, date(2019, 1, 1))).new_waivers == 0
    later = found("v2..v4", days=(TODAY, date(2019, 1, 1)))
    assert [one.waived for one in later.changes if one.rule == "action-dropped"] == [""]
    assert tagged.exists()


def test_a_place_that_is_gone_from_the_disk_is_said_so(tagged):
    (tagged / "plans/b.yaml").unlink()
    with pytest.raises(PathNotFoundError):
        found("v1:plans/b.yaml")


def test_what_is_no_file_cannot_be_read(tagged):
    os.mkfifo(tagged / "plans/pipe.yaml")
    with pytest.raises(UnreadableError, match="it is not a file"):
        found("plans/a.yaml", "plans/pipe.yaml")
    assert found().changes == ()


def test_a_folder_that_holds_no_plans_any_more_has_lost_them(tagged):
    for path in (tagged / "plans").iterdir():
        path.unlink()
    compared = found("v2")
    assert [(one.rule, one.plan) for one in compared.changes] == [
        ("plan-removed", "a"), ("plan-removed", "b"), ("plan-removed", "c"),
    ]  # fmt: skip
    assert found("v2", "plans").changes == compared.changes


def test_a_workspace_inside_keeps_its_plans_in_its_plans_folder(commit, plan):
    commit({
        "town/planctl.toml": "", "town/plans/a.yaml": plan("a", ONE), "town/notes.yaml": "x: y",
        "shire/plans/b.yaml": plan("b", ONE), "shire/.hidden/c.yaml": "x: y",
        "town/plans/programme.yaml": PROGRAMME,
    }, "v1")  # fmt: skip
    changed = {"town/notes.yaml": "x: z", "shire/.hidden/c.yaml": "x: z"}
    commit({**changed, "town/plans/a.yaml": plan("a", TWO)}, "v2")
    for words in (["v1..v2"], ["v1"]):
        compared = found(*words, ".") if len(words[0]) > 2 else found(*words, ".", "shire")
        assert [one.plan for one in compared.changes] == ["a"]
        assert (compared.is_complete, compared.plans) == (True, 2)
    assert [one.plan for one in found("v1..v2", "town", "shire").changes] == ["a"]


def test_the_inside_of_a_repository_holds_no_plans(tagged):
    inside = tagged / ".git"
    assert [one.plan for one in found("v1", "HEAD", folder=inside).changes] == ["b"]


def test_files_elsewhere_are_called_by_the_shorter_of_their_names(tagged, plan, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "b.yaml"
    other.write_text(plan("b", ONE), "utf-8")
    (change,) = found(str(other), "plans/b.yaml").changes
    assert change.old_spot is not None
    assert (tagged / change.old_spot.file).resolve() == other
    (change,) = found("../b.yaml", "b.yaml", folder=_beside(tagged, plan)).changes
    assert change.old_spot == Spot("../b.yaml", 4, 35)


def _beside(root, plan):
    (root / "b.yaml").write_text(plan("b", ONE), "utf-8")
    return root / "plans"


def test_through_a_link_to_the_folder_all_is_the_same(tagged, tmp_path_factory):
    link = tmp_path_factory.mktemp("links") / "work"
    link.symlink_to(tagged)
    assert found("v1..v2", folder=link).changes == found("v1..v2").changes
    assert found("v1", "plans/b.yaml", folder=link).changes == found("v1").changes


def test_a_plans_folder_that_is_a_link_inside_is_followed_on_both_sides(tagged):
    (tagged / "plans").rename(tagged / "real")
    (tagged / "plans").symlink_to("real")
    git("add", "--all")
    git("commit", "--quiet", "--message", "moved")
    assert found().changes == ()
    assert found("HEAD..HEAD").plans == found().plans
