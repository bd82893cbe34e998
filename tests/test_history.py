"""The example with a history: the same repository each time, and plans as their story has them."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml

from planctl.diff.comparison import compare
from planctl.diff.table import BY_NAME
from planctl.diff.version import Version
from planctl.findings import Severity
from planctl.rules import CATALOGUE, Policy, usual
from planctl.settings.choices import Profile
from planctl.workspace import check_run, groups

EXAMPLE = Path(__file__).parents[1] / "examples" / "history"
TRUTH = yaml.safe_load((Path(__file__).parent / "history_truth.yaml").read_text("utf-8"))

TERM_OVER = MappingProxyType({
    "2017-18-autumn": date(2018, 1, 1),
    "2017-18-spring": date(2018, 5, 1),
    "2017-18-summer": date(2018, 9, 1),
    "2018-19-autumn": date(2019, 1, 1),
})  # fmt: skip
"""Each version by its tag, with the day after its term."""

STEPS = tuple(pairwise(TERM_OVER))

KEPT = MappingProxyType({
    "2017-18-autumn": date(2018, 1, 5),
    "2017-18-spring": date(2018, 5, 2),
    "2017-18-summer": date(2018, 9, 5),
    "2018-19-autumn": date(2019, 1, 4),
})  # fmt: skip
"""The day of each version's commit."""

ERRORS = MappingProxyType({"2017-18-summer": [("PLN301", "2.2c has nobody responsible")]})
"""What the story wants to be wrong."""

HOSTILE = """
[user]
    name = Somebody else
    email = else@example.org
    signingkey = none
[commit]
    gpgsign = true
[tag]
    gpgsign = true
[core]
    autocrlf = true
    hooksPath = {home}/hooks
[init]
    defaultBranch = trunk
    templateDir = {home}/template
    defaultObjectFormat = sha256
[i18n]
    commitEncoding = latin-1
"""
HOOK = "#!/bin/sh\nexit 1\n"


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    return built(tmp_path_factory.mktemp("history") / "repository")


def built(folder, **environment):
    subprocess.run(
        [sys.executable, EXAMPLE / "build.py", folder],
        env=os.environ | environment, stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    return folder


def git(folder, *words):
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *words], cwd=folder, env=os.environ | alone, capture_output=True, check=False
    )
    return done.stdout.decode().splitlines()


def everything(folder):
    """All names of the repository with what they stand for, and the commit that is checked out."""
    return git(folder, "for-each-ref", "--format=%(refname) %(objectname)"), git(
        folder, "rev-parse", "--abbrev-ref", "HEAD", "HEAD"
    )


def test_the_repository_is_the_same_each_time(repository, tmp_path):
    assert everything(built(tmp_path / "again")) == everything(repository)


def test_the_repository_is_the_same_under_any_configuration_of_git(repository, tmp_path):
    for folder in ("hooks", "template/hooks"):
        for name in ("pre-commit", "post-checkout", "reference-transaction"):
            hook = tmp_path / folder / name
            hook.parent.mkdir(parents=True, exist_ok=True)
            hook.write_text(HOOK)
            hook.chmod(0o755)
    (tmp_path / ".gitconfig").write_text(HOSTILE.format(home=tmp_path))
    elsewhere = built(
        tmp_path / "repository", HOME=str(tmp_path), TZ="Pacific/Auckland", LC_ALL="C",
        GIT_CONFIG_GLOBAL=str(tmp_path / ".gitconfig"), GIT_AUTHOR_NAME="Somebody else",
        GIT_COMMITTER_DATE="2001-01-01T00:00:00Z", GIT_DEFAULT_HASH="sha256",
        GIT_DIR=str(tmp_path / "not-here"), GIT_INDEX_FILE=str(tmp_path / "nor-here"),
    )  # fmt: skip
    assert everything(elsewhere) == everything(repository)
    assert git(elsewhere, "status", "--porcelain") == []
    assert list((elsewhere / ".git").glob("hooks/*")) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "plans.txt").write_text("mine")
    done = subprocess.run(
        [sys.executable, EXAMPLE / "build.py", tmp_path], capture_output=True, check=False
    )
    said = f"{tmp_path} is not empty. Name a folder that is, or a new one.\n"
    assert (done.returncode, done.stderr.decode()) == (1, said)
    assert [path.name for path in tmp_path.iterdir()] == ["plans.txt"]


def test_each_tag_holds_the_files_of_its_folder(repository):
    assert git(repository, "tag", "--sort=creatordate") == [*TERM_OVER]
    for tag in TERM_OVER:
        files = files_of(version(tag))
        assert git(repository, "ls-tree", "-r", "--name-only", tag) == sorted(files)
        for name, text in files.items():
            assert git(repository, "show", f"{tag}:{name}") == text.splitlines()


def test_each_version_is_kept_on_its_day(repository):
    days = {tag: git(repository, "log", "-1", "--format=%cs", tag) for tag in KEPT}
    assert days == {tag: [day.isoformat()] for tag, day in KEPT.items()}


def test_no_private_person_is_named(repository):
    people = set(git(repository, "log", "--all", "--format=%an <%ae>%n%cn <%ce>"))
    assert people == {
        "Partnership coordinator <coordinator@example.org>",
        "Family support lead <family-support@example.org>",
        "Library service <library@example.org>",
    }


def test_git_sees_a_renamed_plan_and_two_merges(repository):
    renamed = git(repository, "log", "--diff-filter=R", "-M", "--name-status", "--format=")
    assert [line.split("\t")[1:] for line in renamed if line] == [
        ["plans/reading.yaml", "plans/reading-together.yaml"]
    ]
    assert git(repository, "log", "--merges", "--format=%s") == [
        "Bring in what family support says of 1.2b",
        "Bring the spring updates of both plans together",
    ]


def test_git_alone_cannot_bring_the_two_sides_of_1_2b_together(repository, tmp_path):
    git(tmp_path, "clone", "--quiet", str(repository), "clone")
    clone = tmp_path / "clone"
    git(clone, "checkout", "--quiet", "2017-18-summer~1^1")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    said = git(clone, *who, "merge", "origin/family-support")
    assert said[-1] == "Automatic merge failed; fix conflicts and then commit the result."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("between/01-as-typed", "versions/01-2017-18-autumn"),
        ("versions/02-2017-18-spring", "between/03-notes-for-editors"),
    ],
)
def test_layout_and_notes_change_no_fact(before, after):
    texts = [EXAMPLE / folder / "plans" / "attendance.yaml" for folder in (before, after)]
    one, other = (groups([path])[0].plans[0].record for path in texts)
    assert texts[0].read_bytes() != texts[1].read_bytes()
    assert one == other


@pytest.mark.parametrize("tag", TERM_OVER)
def test_nothing_is_wrong_with_a_version_but_what_its_story_wants(tag):
    policy = Policy(usual(CATALOGUE, Profile.ANALYST))
    run = check_run(groups([version(tag)]), policy, TERM_OVER[tag])
    assert (run.checked, run.not_run, run.crashes) == (2, 0, ())
    errors = [one for one in run.findings if one.severity is Severity.ERROR]
    assert [(one.code, one.message) for one in errors] == ERRORS.get(tag, [])


def test_every_file_says_that_it_is_invented():
    files = [*EXAMPLE.rglob("*.yaml")]
    assert len(files) == 22
    assert [path for path in files if "# INVENTED EXAMPLE" not in path.read_text("utf-8")] == []


def test_the_story_speaks_of_changes_that_there_are():
    told = {entry["rule"] for term in TRUTH["terms"].values() for entry in term}
    assert {*TRUTH["in_full"], *told} <= {*BY_NAME}


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_what_happened_in_a_term_is_told(before, after):
    story = [entry for entry in TRUTH["terms"][after] if entry["rule"] in TRUTH["in_full"]]
    told = Counter(what_is_told(before, after))
    sure = Counter(named(entry) for entry in story if "sure" not in entry)
    seen = Counter(named(entry) for entry in story if "missed" not in entry)
    missed = {named(entry) for entry in story if "missed" in entry}
    assert sorted((sure - told).elements()) == sorted(missed)
    assert sorted((told - seen).elements()) == []


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_what_was_decided_is_approved(before, after):
    story = {named(one) for one in TRUTH["terms"][after] if "approved" in one}
    found = {
        (change.rule, plan, change.ref)
        for plan, change in changes(before, after)
        if change.is_approved and BY_NAME[change.rule].level == "audit"
    }
    assert found == story


def named(entry):
    return entry["rule"], entry["plan"], entry["ref"]


def what_is_told(before, after):
    for plan, change in changes(before, after):
        if change.rule in TRUTH["in_full"]:
            yield change.rule, plan, change.ref


def changes(before, after):
    for old, new in zip(versions(before), versions(after), strict=True):
        for change in compare(old, new):
            yield new.plan.id, change


def versions(tag):
    """Both plans on the version's day; the one on attendance is the first by its id."""
    (group,) = groups([version(tag)])
    plans = (loaded.record for loaded in group.plans if loaded.record)
    return sorted(
        (Version(plan, group.joined(plan), KEPT[tag]) for plan in plans),
        key=lambda each: each.plan.id,
    )


def version(tag):
    (folder,) = EXAMPLE.glob(f"versions/*-{tag}")
    return folder


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.*")
    }
