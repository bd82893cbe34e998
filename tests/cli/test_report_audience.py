"""`planctl report --for`: each reader has an edition of their own."""

import os
import subprocess

import pytest

HTML = ("--term", "2017-18 spring", "--format", "html")
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
BEFORE = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
parties:
  - {id: ann, kind: person, name: Ann Specimen, source: {line: LINE7}}
  - {id: library, kind: organisation, name: Library service}
themes:
  - title: Clubs
    actions:
      - {text: Ask Ann Specimen, uid: club, responsible: ann, due: 2018-01-31}
      - {ref: 1b, text: Open a club, responsible: ann, due: 2018-06-30}
"""
AFTER = (
    BEFORE.replace("Ann Specimen", "Bob Someone").replace("ann", "bob").replace("01-31", "04-30")
)


@pytest.fixture
def history(workspace):
    """The plan as it was for one person, committed, and as it is for another."""
    root = workspace({"plans/reading.yaml": BEFORE})
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")
    (root / "plans/reading.yaml").write_text(AFTER, "utf-8")
    return root


def git(*arguments):
    days = dict.fromkeys(("GIT_COMMITTER_DATE", "GIT_AUTHOR_DATE"), "2017-12-01T12:00:00+0000")
    run = ["git", *WHO, *arguments]
    subprocess.run(run, check=True, capture_output=True, env={**os.environ, **days})


def page(planctl, root, audience):
    assert planctl("report", *HTML, "--for", audience).code == 0
    (file,) = (root / "build").iterdir()
    assert file.name == f"reading-2017-18-spring-delivery-{audience}.html"
    return file.read_text("utf-8")


@pytest.mark.parametrize(
    ("audience", "shown"),
    [
        ("officer", {"Bob Someone", "LINE7"}),
        ("board", {"Bob Someone"}),
        ("scrutiny", {"Bob Someone"}),
        ("public", set()),
    ],
)
def test_each_reader_gets_what_is_for_them(planctl, history, audience, shown):
    html = page(planctl, history, audience)
    assert "is different from version" in html
    every = {"Ann Specimen", "Bob Someone", "LINE7"}
    words, inside = html.split("<script", 1)
    assert {one for one in every if one in words} == shown
    # What travels in the report says no more to anybody than they may see.
    assert "LINE7" not in inside or audience == "officer"
    assert not any(one in inside for one in every) or audience != "public"


def test_the_public_reads_what_changed_without_the_names_of_either_version(planctl, history):
    html = page(planctl, history, "public")
    assert "Ask a named officer" in html
    assert {one for one in ("Ann", "Specimen", "Bob", "Someone") if one in html} == set()
