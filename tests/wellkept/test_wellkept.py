"""Plans that careful officers of many kinds of body would write give no error and little else.

Each says at its top on which day it is judged, and what is found then, by name:

    #: as of 2018-06-01
    #: no-lead 1
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from planctl.findings import Severity
from planctl.rules import CATALOGUE, Policy, usual
from planctl.settings.choices import Profile
from planctl.workspace import check_run, groups

HERE = Path(__file__).parent
KINDS = sorted(folder.name for folder in HERE.iterdir() if (folder / "plans").is_dir())
AS_OF = re.compile(r"^#: as of (\S+)$", re.MULTILINE)
EXPECTED = re.compile(r"^#: ([a-z-]+) ([0-9]+)$", re.MULTILINE)
MOST_FINDINGS = 5


@pytest.fixture
def judged(kind):
    """What is found in the plans of a kind, on the day that they name."""
    (day,) = {day for text in texts(kind) for day in AS_OF.findall(text)}
    policy = Policy(usual(CATALOGUE, Profile.ANALYST))
    return check_run(groups([HERE / kind]), policy, date.fromisoformat(day))


@pytest.mark.parametrize("kind", KINDS)
def test_a_well_kept_plan_is_found_to_be_what_it_says(kind, judged):
    said = {name: int(count) for text in texts(kind) for name, count in EXPECTED.findall(text)}
    assert Counter(finding.name for finding in judged.findings) == said, shown(judged)


@pytest.mark.parametrize("kind", KINDS)
def test_a_well_kept_plan_has_no_error_and_few_findings(kind, judged):
    assert (judged.checked, judged.not_run, judged.crashes) == (len(plans(kind)), 0, ())
    assert judged.count(Severity.ERROR) == 0
    assert len(judged.findings) <= MOST_FINDINGS * len(plans(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_a_well_kept_plan_says_that_it_is_invented(kind):
    assert [text for text in texts(kind) if not re.match(r"# Invented\. [A-Z].+\.\n", text)] == []


def texts(kind):
    return [path.read_text("utf-8") for path in sorted((HERE / kind / "plans").glob("*.yaml"))]


def plans(kind):
    return [path for path in (HERE / kind / "plans").glob("*.yaml") if path.stem != "programme"]


def shown(judged):
    return "\n".join(f"{one.file}: {one.code} {one.message}" for one in judged.findings)
