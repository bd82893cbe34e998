"""What every rule finds in the real plan, as of the day after its first term.

The lines are looked up in the text of the plan; nothing here comes out of the program.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from planctl.loading import SHAPES
from planctl.rules import CATALOGUE, Policy, usual
from planctl.settings.choices import Profile
from planctl.source import REFUSALS
from planctl.workspace import check_run, groups

ROOT = Path(__file__).parents[2]
PLAN = "plans/parental-partnership.yaml"
PROGRAMME = "plans/programme.yaml"

UNOWNED = ["2.1f", "2.1g", "2.1h", "2.1i", "2.3a", "2.4b", "2.6e", "ii", "iv", "v", "vi", "vii"]
SUB_ACTION = "'Before 'rolling out' across …'"
ONE_FOR_EACH = "'MAP Priority Action Plan, one for every …'"
WITHOUT_LEAD = ["2.1a", "2.1e", "2.2b", "2.2c", "2.2d", "2.2e", "2.6a", "2.6d", "iii"]


def lines(file):
    return (ROOT / file).read_text("utf-8").splitlines()


def line_of(beginning, file=PLAN):
    """The number of the one line that begins so, indents aside."""
    (found,) = [
        number
        for number, line in enumerate(lines(file), start=1)
        if re.match(rf"\s*{re.escape(beginning)}(?![\w.-])", line)
    ]
    return found


def blocks():
    """Each action row's name and lines, from the plan's own text."""
    starts = [number for number, line in enumerate(lines(PLAN), start=1) if is_row(line)]
    for start, end in zip(starts, [*starts[1:], len(lines(PLAN)) + 1], strict=True):
        name = lines(PLAN)[start - 1].split(": ")[1].strip('"')
        yield name, start, lines(PLAN)[start - 1 : end - 1]


def is_row(line):
    """Actions stand deeper than themes; the one sub-action has a uid and no reference."""
    return re.match(r" {6,}- (ref|uid): ", line) is not None


def responsible_line(ref):
    """Where the responsible are: on the field's own line, or below it when each has a line."""
    start = line_of(f"- ref: {ref}")
    number = next(n for n in range(start, start + 30) if "responsible:" in lines(PLAN)[n - 1])
    return number if lines(PLAN)[number - 1].rstrip().endswith("]") else number + 1


def begun(refs):
    return [(ref, line_of(f"- ref: {ref}")) for ref in refs]


def rows():
    return [(SUB_ACTION if name == "engagement-pilot" else name, at) for name, at, _ in blocks()]


def scheduled_in_year_1():
    return [(name, at) for name, at, block in blocks() if "Year 1" in schedule(block)]


def schedule(block):
    """The schedule's field, on one line or on several."""
    text = "\n".join(block)
    found = re.search(r"^( +)schedule:(.*(?:\n\1 .*)*)", text, re.MULTILINE)
    return found[2] if found else ""


EXPECTED = {
    "PLN203": [(SUB_ACTION, line_of("- uid: engagement-pilot"))],
    "PLN206": [("the plan", line_of("- {group: parental-and-family-engagement-group"))],
    "PLN301": begun(UNOWNED),
    "PLN303": [(ref, responsible_line(ref)) for ref in ("2.1b", "2.1c")],
    "PLN304": [(ref, responsible_line(ref)) for ref in WITHOUT_LEAD],
    "PLN401": begun(["2.1g", "i", "ii", "iii", "iv"]),
    "PLN406": [("2.1f", line_of("schedule: {Year 1: pilot"))],
    "PLN410": [("the plan", line_of("themes:"))],
    "PLN505": scheduled_in_year_1(),
    "PLN506": [("the plan", line_of("recorded: yearly"))],
    "PLN604": [("the plan", line_of("funding:"))],
    "PLN605": [(f"Year {n}", line_of(f"- {{period: Year {n}")) for n in (1, 2, 3)],
    "PLN701": [("'Key performance indicators'", line_of("- {uid: key-performance-indicators"))],
    "PLN711": rows(),
    "PLN712": [("'Key performance indicators'", line_of("- {uid: key-performance-indicators"))],
    "PLN810": [("the plan", line_of("status: draft"))],
    "PLN813": [("the plan", line_of("themes:"))],
    "PLN208": [
        ("'MAP School to School Support'", line_of("- id: three-year-plan", PROGRAMME)),
        (ONE_FOR_EACH, line_of("- id: priority-action-plans", PROGRAMME)),
    ],
}  # fmt: skip


UNEXPLAINED = ["CPD", "DWP", "EEF", "EMAT", "ESOL", "GCSE", "MCLS", "MVDA", "NEET", "PSA", "UCA"]
"""The abbreviations of the printed plan that it spells out nowhere."""

ON_REQUEST = {
    "PLN852": [("2.6b", "promote, make, deliver and analyse")],
    "PLN854": [("the plan", ", ".join(UNEXPLAINED))],
    "PLN855": [
        ("2.1f", "'give support'"), ("2.6a", "'encourage'"), ("2.6b", "'promote'"),
        ("ii", "'encourage'"), ("iii", "'give support'"),
    ],
}  # fmt: skip
"""What the rules on wording quote, which run for auditors or when they are selected."""


def run_of(rules):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return check_run(groups([Path("plans")]), Policy(tuple(rules)), date(2018, 1, 1))


@pytest.fixture(scope="module")
def run():
    return run_of(usual(CATALOGUE, Profile.ANALYST))


def found(run, code):
    return [(f.ref or f.subject, f.span.line) for f in run.findings if f.code == code]


def test_the_figures_of_the_design_are_those_that_the_text_of_the_plan_gives():
    assert {code: len(places) for code, places in EXPECTED.items()} == {
        "PLN203": 1, "PLN206": 1, "PLN208": 2, "PLN301": 12, "PLN303": 2, "PLN304": 9,
        "PLN401": 5, "PLN406": 1, "PLN410": 1, "PLN505": 22, "PLN506": 1, "PLN604": 1,
        "PLN605": 3, "PLN701": 1, "PLN711": 33, "PLN712": 1, "PLN810": 1, "PLN813": 1,
    }  # fmt: skip


@pytest.mark.parametrize("code", [*REFUSALS, *SHAPES, *(rule.code for rule in CATALOGUE)])
def test_a_code_finds_in_the_real_plan_just_what_is_there(code, run):
    assert found(run, code) == EXPECTED.get(code, [])


def test_the_rules_on_wording_quote_the_plan():
    found = run_of(rule for rule in CATALOGUE if "PLN851" <= rule.code <= "PLN855").findings
    said = {
        code: [(f.ref or f.subject, f.message) for f in found if f.code == code]
        for code in ON_REQUEST
    }
    assert len(found) == sum(map(len, ON_REQUEST.values()))
    for code, quoted in ON_REQUEST.items():
        assert [subject for subject, _ in said[code]] == [subject for subject, _ in quoted]
        assert all(
            words in message for (_, message), (_, words) in zip(said[code], quoted, strict=True)
        )


def test_every_finding_stands_in_the_file_that_it_is_about(run):
    files = {(f.code == "PLN208", f.file) for f in run.findings}
    assert files == {(False, PLAN), (True, PROGRAMME)}


def test_one_plan_is_checked_and_what_needs_an_earlier_version_is_not(run):
    lacking = sum(rule.needs_earlier for rule in usual(CATALOGUE, Profile.ANALYST))
    places = sum(map(len, EXPECTED.values()))
    assert (run.checked, run.not_run) == (1, 0)
    assert (run.not_checked, len(run.findings)) == (lacking, places)


def test_what_nearly_every_row_has_is_said_once(run):
    grouped = [(f.code, f.message, f.places) for f in run.said if f.places > 1]
    assert grouped == [
        ("PLN505", "all 22 actions that owe updates lack one or more", 22),
        ("PLN711", "all 33 actions have no success measure", 33),
    ]
