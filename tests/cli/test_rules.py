"""`planctl rules`: the catalogue, or one rule explained."""

import json

import pytest

from planctl.console import catalogue

LISTS = "`planctl rules` lists the codes and names."


def test_without_a_name_every_code_has_a_line(planctl):
    said = planctl("rules")
    codes = [line.split()[0] for line in said.out.splitlines() if line.startswith("PLN")]
    assert (codes, said.code) == ([entry.code for entry in catalogue()], 0)


@pytest.mark.parametrize("name", ["no-responsible", "PLN301", "pln301", "301", "No-Responsible"])
def test_a_rule_is_explained_by_any_of_its_names(name, planctl):
    said = planctl("rules", name)
    first = "PLN301 no-responsible: error (a warning while the plan is a draft)"
    assert (said.out.splitlines()[0], said.code) == (first, 0)


def test_a_code_of_the_reading_is_explained_as_well(planctl):
    assert planctl("rules", "004").out == (
        "PLN004 tab-indent: error\n\nLines are indented with spaces.\n\n"
        "Fix:\n    Use spaces: two for each step to the right.\n"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [("no-responsble", "Did you mean no-responsible? "), ("budget", ""), ("", ""), ("30", "")],
)
def test_a_name_that_no_rule_has_is_wrong_use(name, hint, planctl):
    said = planctl("rules", name)
    assert (said.out, said.code) == ("", 2)
    assert said.err == f"planctl: RULE {name!r} is not a rule. {hint}{LISTS}\n"


def test_programs_and_pages_have_formats_of_their_own(planctl):
    (rule,) = json.loads(planctl("rules", "401", "--format", "json").out)["rules"]
    assert (rule["code"], rule["name"]) == ("PLN401", "no-timeline")
    assert planctl("rules", "401", "--format", "markdown").out.startswith("## PLN401 no-timeline\n")
