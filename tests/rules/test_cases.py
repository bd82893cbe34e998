"""Passing and failing cases of every rule, from cases/*.yaml, each file named after its rule.

A case has the fields that a plan holds beyond format, id and title, and what is expected: path and
message of each finding, its file where that is not the plan's, its help where that matters.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from planctl.rules import CATALOGUE

AROUND = ("programme", "siblings", "unread", "earlier", "files", "sealed")
FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
RULES = {rule.name: rule for rule in CATALOGUE}


CASES = [
    pytest.param(file.stem, case, id=f"{file.stem}: {case['case']}")
    for file in FILES
    for case in yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - gives only text
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_rule_finds_what_it_is_for(name, case, found):
    around = {field: case[field] for field in AROUND if field in case}
    day = date.fromisoformat(case.get("as_of", "2018-01-01"))
    findings = found(RULES[name], case["plan"], as_of=day, **around)
    given = [shown(finding, "help" in wanted) for finding, wanted in paired(findings, case)]
    assert given == [as_expected(wanted) for wanted in case["expected"]]


def test_every_rule_has_passing_and_failing_cases():
    with_both = {
        file.stem
        for file in FILES
        if {bool(case["expected"]) for case in yaml.safe_load(file.read_text("utf-8"))}
        == {True, False}
    }
    assert with_both == set(RULES)


def paired(findings, case):
    """Each finding with what is expected in its place; one too many stands alone."""
    wanted = [*case["expected"], *[{}] * len(findings)]
    return zip(findings, wanted, strict=False)


def shown(finding, with_help):
    path = "/".join(map(str, finding.path))
    said = {"file": finding.file, "path": path, "message": finding.message}
    return said | ({"help": finding.help} if with_help else {})


def as_expected(wanted):
    return {"file": "case.yaml", **wanted}
