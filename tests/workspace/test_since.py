"""Earlier versions from git: what was found in them, and the plan at the end of the last term."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from planctl.gitio import GitMissingError, NoRevisionError
from planctl.rules import CATALOGUE, Policy
from planctl.workspace import check_run, findings_at, groups
from planctl.workspace.earlier import earlier_of

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
POLICY = Policy(tuple(rule for rule in CATALOGUE if rule.code in {"PLN301", "PLN713"}))
DAY = date(2018, 1, 1)
ONE = "themes: [{title: T, actions: [{ref: 1a, text: A}]}]"
TWO = "themes: [{title: T, actions: [{ref: 0, text: Z}, {ref: 1a, text: A}]}]"


@pytest.fixture
def commit(folder, plan):
    """`commit({"a": fields})` commits plans of these fields; the fields of None delete one."""

    def made(plans, day="2017-12-01T12:00:00+0000", **files):
        texts = {
            f"plans/{name}.yaml": plan(name, fields) for name, fields in plans.items() if fields
        }
        root = folder({"planctl.toml": "", **texts, **files})
        git("init", "--quiet")
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message", "x", day=day)
        return root

    return made


def git(*arguments, day="2017-12-01T12:00:00+0000"):
    dates = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
    subprocess.run(["git", *WHO, *arguments], env={**os.environ, **dates}, check=True)


def new(revision="HEAD", path="plans"):
    found = groups([Path(path)])
    return check_run(found, POLICY, DAY, findings_at(found, revision, POLICY, DAY))


def short(run):
    return [(f.file, f.code, f.ref) for f in run.findings], run.older


def test_only_what_came_since_is_left_and_the_rest_is_counted(commit, folder, plan):
    commit({"a": ONE})
    assert short(new()) == ([], 1)
    folder({"plans/a.yaml": plan("a", TWO), "plans/b.yaml": plan("b", ONE)})
    assert short(new()) == (
        [("plans/a.yaml", "PLN301", "0"), ("plans/b.yaml", "PLN301", "1a")], 1,
    )  # fmt: skip
    assert [finding.ref for finding in new().said] == ["0", "1a"]


def test_without_comparing_nothing_is_older(commit):
    commit({"a": ONE})
    assert check_run(groups([Path("plans")]), POLICY, DAY).older is None


def test_a_mistake_that_was_there_twice_is_new_the_third_time(commit, folder, plan):
    action = "{ref: 1a, text: A}"
    commit({"a": f"themes: [{{title: T, actions: [{action}, {action}]}}]"})
    folder(
        {"plans/a.yaml": plan("a", f"themes: [{{title: T, actions: [{', '.join([action] * 3)}]}}]")}
    )
    assert short(new()) == ([("plans/a.yaml", "PLN301", "1a")], 2)


def test_a_finding_that_is_no_longer_let_stand_is_new_and_one_that_now_is_is_not(
    commit, folder, plan
):
    line = ONE + " # planctl: ignore[PLN301] Later"
    commit({"a": line, "b": ONE})
    folder({"plans/a.yaml": plan("a", ONE), "plans/b.yaml": plan("b", line)})
    assert short(new()) == ([("plans/a.yaml", "PLN301", "1a")], 1)


def test_the_programme_is_that_of_the_version_too(commit, folder):
    programme = "format: planctl/1\nid: p\ntitle: P\n"
    commit({"a": ONE}, **{"plans/programme.yaml": programme})
    folder({"plans/programme.yaml": programme + "kid: x\n"})
    assert [f.code for f in new().findings] == ["PLN101"]


def test_a_revision_that_is_not_there_is_missing(commit, tmp_path):
    commit({"a": ONE})
    with pytest.raises(NoRevisionError):
        new("--output=x")
    assert not (tmp_path / "--output=x").exists()
    Path(".git").rename("elsewhere")
    with pytest.raises(GitMissingError):
        new()


PERIOD = "period: {from: 2017-09-01, to: 2018-08-31}\n"


def earlier(day):
    (group,) = groups([Path("plans/a.yaml")])
    (plan,) = group.sound_plans()
    return earlier_of(group, day)(group.asked[0], plan)


def test_the_earlier_version_is_the_last_of_the_last_term_that_has_ended(commit, folder, plan):
    root = commit({"a": PERIOD + "aim: first"}, **{"plans/programme.yaml":
        "format: planctl/1\nid: p\ntitle: P\npartnership: The Old Board\n"})  # fmt: skip
    folder({"plans/a.yaml": plan("a", PERIOD + "aim: second")})
    folder({"plans/programme.yaml": "format: planctl/1\nid: p\ntitle: P\npartnership: New\n"})
    git("commit", "--quiet", "--all", "--message", "x", day="2018-01-01T00:00:00+0000")
    found = earlier(date(2018, 2, 1))
    assert found is not None
    head = (root / ".git").exists() and subprocess.run(
        ["git", "rev-parse", "HEAD~1"], capture_output=True, check=True, text=True
    ).stdout[:7]
    assert (str(found.plan.aim), found.plan.partnership, found.where, found.on) == (
        "first", "The Old Board", head, date(2017, 12, 1),
    )  # fmt: skip
    assert earlier(date(2017, 12, 31)) is None
    summer = earlier(date(2018, 5, 1))
    assert summer is not None
    assert (str(summer.plan.aim), summer.on) == ("second", date(2018, 1, 1))


@pytest.mark.parametrize("fields", ["kid: x", None])
def test_without_a_version_that_loads_there_is_no_earlier_one(fields, commit, folder, plan):
    commit({"a": fields, "b": "aim: B"})
    folder({"plans/a.yaml": plan("a", PERIOD)})
    assert earlier(date(2018, 2, 1)) is None


def test_without_git_there_is_no_earlier_version(folder, plan):
    folder({"plans/a.yaml": plan("a", PERIOD)})
    assert earlier(date(2018, 2, 1)) is None
