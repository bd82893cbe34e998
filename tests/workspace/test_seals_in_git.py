"""Seals and git: an earlier version has the seals of its own day, and no history is needed."""

import os
import runpy
import subprocess
from datetime import date
from pathlib import Path

import pytest

from planctl.audit.chain import chain_of
from planctl.audit.sealing import Decided, closing
from planctl.rules import CATALOGUE, Policy
from planctl.workspace import check_run, findings_at, groups
from planctl.workspace.closing import sourced_plans
from planctl.workspace.seals import save_seal

made = runpy.run_path(str(Path(__file__).parents[1] / "audit" / "sealed_plans.py"))
HEAD, PERIOD, CLUB, term = (made[name] for name in ("HEAD", "PERIOD", "CLUB", "term"))
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
POLICY = Policy(tuple(rule for rule in CATALOGUE if rule.code == "PLN514"))
DAY = date(2018, 2, 1)
RED = f"{HEAD}{PERIOD}{CLUB}"
GREEN = RED.replace("red", "green")
REWRITTEN = [
    (
        "1a had the rating red for 2017-18 autumn when it was closed on 12 January 2018, and has "
        "green now"
    ),
]


@pytest.fixture
def root(folder):
    return folder({"planctl.toml": "", "plans/reading.yaml": RED})


def git(*arguments):
    dates = {"GIT_COMMITTER_DATE": "2018-01-20T12:00:00+0000"}
    subprocess.run(["git", *WHO, *arguments], env={**os.environ, **dates}, check=True)


def commit():
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")


def close(root):
    decided = Decided(date(2018, 1, 12), "board", "Item 3")
    empty = chain_of({})
    save_seal(root, closing(sourced_plans(groups([root])), term(), empty, decided), empty)


def said(revision=None):
    found = groups([Path("plans")])
    older = findings_at(found, revision, POLICY, DAY) if revision else None
    return [finding.message for finding in check_run(found, POLICY, DAY, older).findings]


def test_an_edit_is_found_without_any_history(root):
    close(root)
    (root / "plans/reading.yaml").write_text(GREEN, "utf-8")
    assert not (root / ".git").exists()
    assert said() == REWRITTEN


def test_an_edit_is_found_after_the_history_was_squashed(root):
    git("init", "--quiet", "--initial-branch", "main")
    commit()
    git("checkout", "--quiet", "-b", "work")
    close(root)
    commit()
    (root / "plans/reading.yaml").write_text(GREEN, "utf-8")
    commit()
    git("checkout", "--quiet", "main")
    git("merge", "--quiet", "--squash", "work")
    commit()
    git("branch", "--quiet", "-D", "work")
    assert said() == REWRITTEN


def test_an_earlier_version_is_held_against_the_seals_it_had(root):
    git("init", "--quiet")
    (root / "plans/reading.yaml").write_text(GREEN, "utf-8")
    commit()
    (root / "plans/reading.yaml").write_text(RED, "utf-8")
    close(root)
    (root / "plans/reading.yaml").write_text(GREEN, "utf-8")
    assert said("HEAD") == REWRITTEN
    commit()
    assert said("HEAD") == []


def test_a_broken_seal_of_an_earlier_version_is_no_news(root):
    git("init", "--quiet")
    (root / "seals").mkdir()
    (root / "seals/2017-18-autumn.json").write_text("{", "utf-8")
    (root / "seals/notes.txt").write_text("", "utf-8")
    commit()
    assert said("HEAD") == []
    assert said() == ["the seal cannot be read: it is not JSON, or a name in it stands twice"]
