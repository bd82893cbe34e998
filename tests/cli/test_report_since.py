"""`planctl report --since`: what the plans are held against."""

import os
import subprocess

import pytest

NAME = "build/reading-2017-18-autumn-delivery-officer.html"
HTML = ("--term", "2017-18 autumn", "--format", "html")
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def history(workspace):
    """The workspace, whose plan is committed as it was at the end of 2017-18 autumn."""
    root = workspace()
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")
    plan = root / "plans/reading.yaml"
    plan.write_text(plan.read_text("utf-8").replace("ref: 1a", "ref: 1b"), "utf-8")
    return root


def git(*arguments):
    days = dict.fromkeys(("GIT_COMMITTER_DATE", "GIT_AUTHOR_DATE"), "2017-12-01T12:00:00+0000")
    run = ["git", *WHO, *arguments]
    subprocess.run(run, check=True, capture_output=True, env={**os.environ, **days})


def test_without_an_earlier_version_the_report_says_so(planctl, history):
    assert planctl("report", *HTML).code == 0
    assert "there is no earlier version of this plan" in (history / NAME).read_text("utf-8")


@pytest.mark.parametrize("since", ["HEAD", "2017-18 autumn"])
def test_a_revision_or_a_term_can_be_named(planctl, history, since):
    assert planctl("report", *HTML, "--since", since).code == 0
    page = (history / NAME).read_text("utf-8")
    assert "is different from version" in page


def test_a_version_that_is_not_there_stops_before_anything_is_written(planctl, history):
    said = planctl("report", *HTML, "--since", "nowhere")
    assert (said.out, said.code) == ("", 2)
    assert said.err.startswith("planctl: --since 'nowhere' is neither a term nor a revision")
    assert not (history / "build").exists()


@pytest.mark.usefixtures("history")
def test_a_term_before_the_first_commit_is_wrong_use(planctl):
    said = planctl("report", *HTML, "--since", "2016-17 summer")
    assert (said.out, said.code) == ("", 2)
    assert "nothing was committed by then" in said.err
