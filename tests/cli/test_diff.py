"""`planctl diff` as people and scripts run it."""

import json
import os
import subprocess
from datetime import date

import pytest

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
DAYS = {f"GIT_{who}_DATE": "2017-12-01T12:00:00+0000" for who in ("AUTHOR", "COMMITTER")}
PLAN = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
themes:
  - title: Clubs
    actions:
      - {ref: 1a, text: Open a homework club, responsible: [library]}
"""
MORE = PLAN + "      - {ref: 1b, text: Buy books}\n"
TOLD = """\
      - ref: 1b
        text: Buy books
        updates: {2017-18 autumn: {rating: green}, 2017-18 spring: {rating: red}}
"""


def git(*arguments):
    subprocess.run(
        ["git", *WHO, *arguments], env={**os.environ, **DAYS}, check=True, capture_output=True
    )


@pytest.fixture
def history(workspace, monkeypatch, tmp_path):
    """v1 has two actions, v2 one, and the files are those of v2."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    workspace({"plans/reading.yaml": MORE})
    git("init", "--quiet", "--initial-branch=main")
    for tag, text in (("v1", MORE), ("v2", PLAN)):
        workspace({"plans/reading.yaml": text})
        git("add", "--all")
        git("commit", "--quiet", "--message", tag)
        git("tag", tag)
    return workspace


@pytest.mark.usefixtures("history")
def test_what_changed_is_told_and_reading_it_is_no_failure(planctl):
    said = planctl("diff", "v1..v2")
    assert said.out == (
        "v1 (1 December 2017) → v2 (1 December 2017)\n"
        "1 needs a decision, 1 got worse; 1 action was dropped: 1b.\n\n"
        "Needs a decision\n"
        "  1b is no longer in the plan: ‘Buy books’ (was at plans/reading.yaml:9)\n\n"
        "1 plan compared, 1 change.\n"
    )
    assert (said.err, said.code) == ("", 0)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["v1", "v2"], 0), (["v1", "v2", "--exit-code"], 1), (["v2", "--exit-code"], 0),
        (["v1..v2", "--fail-on", "audit"], 1), (["v2..v1", "--fail-on", "audit"], 0),
        (["v1..v2", "--fail-on", "kpi-removed"], 0), (["v1..v2", "--fail-on", "worse"], 1),
        (["v1..v2", "--fail-on", "audit", "--only", "info"], 0),
        (["v1..v2", "--exit-code", "--only", "info"], 0),
        (["v1..v2", "--fail-on", "action-dropped", "--format", "json"], 1),
        (["nope"], 2), (["v1", "nope"], 2), (["v1..nope"], 3), (["v1...v2", "nope"], 2),
        (["v1", "--only", "nope"], 2), (["v1", "--fail-on", "info"], 2),
        (["v1", "--as-of", "soon"], 2), (["--format", "pdf"], 2), (["--output=x"], 0),
        (["--", "--output=x"], 2), (["--terms", "2017-18 autumn"], 2),
        (["--terms", "2017-18 autumn..2017-18 spring"], 0),
        (["--terms", "2017-18 autumn..2017-18 spring", "--cached"], 2),
        (["--stat", "--format", "json"], 2), (["--by", "owner", "--format", "html"], 2),
        (["--stat", "--by", "owner"], 2), (["v1..v2", "--only", ""], 2),
        (["v1..v2", "--fail-on", ""], 2), (["--terms", "2030-31 autumn..2030-31 spring"], 2),
        (["--budget", "100"], 2), (["--budget", "0", "--format", "markdown"], 2),
    ],
)  # fmt: skip
def test_the_exit_code_says_how_it_ended(arguments, code, planctl):
    assert planctl("diff", *arguments).code == code


@pytest.mark.usefixtures("history")
def test_a_side_that_cannot_be_read_is_incomplete_whatever_else(history, planctl):
    history({"plans/reading.yaml": "kid: x", "plans/b.yaml": PLAN.replace("reading", "b")})
    for arguments in (["--exit-code"], ["--fail-on", "audit"], ["--only", "audit"]):
        assert planctl("diff", *arguments).code == 2
    said = planctl("diff", "--format", "json")
    assert (json.loads(said.out)["status"], said.code) == ("incomplete", 2)
    said = planctl("diff")
    assert "plans/reading.yaml" in said.out
    assert "Nothing changed" not in said.out


@pytest.mark.usefixtures("workspace")
def test_without_a_history_something_is_missing(planctl, monkeypatch):
    said = planctl("diff")
    assert (said.code, "has no history" in said.err) == (3, True)
    said = planctl("diff", "nope")
    assert (said.code, "'nope' is neither a file or folder here" in said.err) == (3, True)
    assert planctl("diff", "plans/reading.yaml", "plans/reading.yaml").code == 0
    monkeypatch.setenv("PATH", "")
    assert planctl("diff", "main").code == 3


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("text", "v1 (1 December 2017)"), ("markdown", "<!-- planctl"), ("json", '{\n  "format'),
        ("html", "<!DOCTYPE html>"), ("github", "::error "),
    ],
)  # fmt: skip
def test_each_format_is_printed_or_written_to_a_file(name, begins, planctl, tmp_path):
    said = planctl("diff", "v1..v2", "--format", name)
    assert (said.out[: len(begins)], said.code) == (begins, 0)
    written = planctl("diff", "v1..v2", "--format", name, "-o", "build/changes")
    assert (written.out, written.code) == ("build/changes\n", 0)
    if name != "html":
        assert (tmp_path / "build/changes").read_text("utf-8") == said.out


@pytest.mark.usefixtures("history")
def test_a_file_that_cannot_be_written_is_said_so(planctl):
    said = planctl("diff", "v1..v2", "-o", "plans")
    assert (said.code, "plans cannot be written" in said.err) == (2, True)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    "name", ["plans/reading.yaml", "plans/new.yml", "planctl.toml", ".git/HEAD", "link"]
)
def test_nothing_is_written_over_what_is_read(name, planctl, tmp_path):
    (tmp_path / "link").symlink_to("plans/reading.yaml")
    before = (tmp_path / name).read_bytes() if (tmp_path / name).exists() else None
    said = planctl("diff", "v1..v2", "-o", name)
    after = (tmp_path / name).read_bytes() if (tmp_path / name).exists() else None
    assert (said.code, f"{name} cannot be written" in said.err, after) == (2, True, before)


@pytest.mark.usefixtures("history")
def test_the_markdown_keeps_to_its_budget(planctl):
    few = planctl("diff", "v2..v1", "--format", "markdown", "--budget", "300").out
    every = planctl("diff", "v2..v1", "--format", "markdown").out
    assert len(few) <= len(every)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("option", [["--stat"], ["--by", "owner"], ["--by", "theme"]])
def test_the_text_can_be_had_otherwise(option, planctl):
    said = planctl("diff", "v1..v2", *option)
    assert (said.code, said.out == planctl("diff", "v1..v2").out) == (0, False)


def test_the_sides_are_judged_on_the_days_that_are_given(history, planctl):
    history({"plans/reading.yaml": MORE.replace("Buy books", "Buy books, due: 2018-01-31")})
    git("commit", "--quiet", "--all", "--message", "x")
    overdue = ["diff", "HEAD", "HEAD", "--only", "newly-overdue", "--exit-code", "--as-of"]
    assert planctl(*overdue, "2018-01-01..2018-03-01").code == 1
    assert planctl(*overdue, "2018-03-01").code == 0
    said = json.loads(planctl(*overdue, "2018-01-01..1 March 2018", "--format", "json").out)
    assert (said["old"]["on"], said["new"]["on"]) == ("2018-01-01", "2018-03-01")


def test_two_terms_of_one_file_are_compared(history, planctl):
    history({"plans/reading.yaml": PLAN + TOLD})
    said = planctl("diff", "--terms", "2017-18-autumn..2017-18-spring", "plans/reading.yaml")
    assert "1b was green and is red" in said.out
    assert said.out.startswith("2017-18 autumn (31 December 2017) → 2017-18 spring (30 April 2018)")


def test_files_that_differ_in_form_alone_are_named_where_that_is_wanted(history, planctl):
    history({"plans/reading.yaml": "# By hand\n" + PLAN})
    line = "plans/reading.yaml differs in form alone\n"
    assert not planctl("diff").out.endswith(line)
    assert planctl("diff", "--format-changes").out.endswith(line)
    said = planctl("diff", "--format-changes", "--format", "json")
    assert (said.err, json.loads(said.out)["changes"]) == (line, [])
    assert planctl("diff", "--format-changes", "--exit-code").code == 0


def test_a_new_waiver_is_said_first_and_what_it_lets_stand_fails_nothing(history, planctl):
    (change,) = json.loads(planctl("diff", "v1", "--format", "json").out)["changes"]
    entry = f"{{code: action-dropped, plan: reading, fingerprint: {change['fingerprint']}, "
    history({"waivers.yaml": f"waivers:\n  - {entry}reason: Agreed}}\n"})
    said = planctl("diff", "v1", "--fail-on", "audit")
    assert (said.code, "waiver" in said.out.splitlines()[0]) == (0, True)
    assert planctl("diff", "v1", "--exit-code").code == 1
    checked = planctl("validate", "--format", "json")
    codes = {found["code"] for found in json.loads(checked.out)["findings"]}
    assert codes.isdisjoint({"PLN902", "PLN903", "PLN904"})


@pytest.mark.usefixtures("history")
def test_nothing_is_ever_written_into_the_workspace(planctl, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for words in ([], ["v1..v2"], ["--cached"], ["v1:plans", "plans"], ["v1...v2"]):
        planctl("diff", *words)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.usefixtures("history")
def test_the_files_are_judged_today(planctl):
    said = json.loads(planctl("diff", "--format", "json").out)
    assert said["new"]["on"] == date.today().isoformat()  # noqa: DTZ011 - as the command has it
