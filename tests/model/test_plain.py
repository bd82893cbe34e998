"""Records as plain values, and back."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from planctl.loading import load_plan, load_programme
from planctl.loading.reading import reading_of
from planctl.model import Action, Better, Kpi, Plan, Theme
from planctl.model.change import Revised
from planctl.model.plain import fields_of, plain, plain_fields
from planctl.source import read, read_file

ROOT = Path(__file__).parents[2]
PLANS = sorted(
    path
    for pattern in (
        "plans/*.yaml", "examples/**/plans/*.yaml", "tests/format/plans/*.yaml",
        "tests/wellkept/*/plans/*.yaml",
    )
    for path in ROOT.glob(pattern)
    if path.name != "programme.yaml"
)  # fmt: skip

DAYS_IN_OTHER_WORDS = {
    "bytes-crlf.yaml", "due-day-first.yaml", "milestone-own-owner.yaml", "revised-date.yaml",
}  # fmt: skip
"""A deadline keeps the words it was given in; as a plain value it is the day that they mean."""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None), (True, True), (False, False), (3, 3), ("text", "text"),
        (Better.HIGHER, "higher"), (date(2018, 1, 31), "2018-01-31"),
        (Decimal("24000.10"), "24000.1"), (Decimal("1E+3"), "1000"), (Decimal("0.00"), "0"),
        (Decimal("-5.0"), "-5"), ((1, "two"), [1, "two"]), ({1: (2,)}, {"1": [2]}), ((), []),
    ],
)  # fmt: skip
def test_a_value_without_its_type(given, expected):
    assert plain(given) == expected
    assert type(plain(given)) is type(expected)


def test_a_record_says_what_it_holds_and_nothing_else():
    action = Action.model_validate({
        "text": "Open a club", "due": "31/07/18", "schedule": ["Year 1"], "priority": "1",
        "responsible": "library",
    })  # fmt: skip
    assert plain(action) == {
        "text": "Open a club", "due": "2018-07-31", "schedule": {"Year 1": {}}, "priority": 1,
        "responsible": [{"party": "library"}],
    }  # fmt: skip
    assert plain_fields(action) == plain(action)


def test_names_are_those_of_the_file():
    assert plain(Revised.model_validate({"date": "2018-07-31", "from": "May"})) == {
        "date": "2018-07-31", "from": ["May"],
    }  # fmt: skip
    assert ("from_", "from", ()) in fields_of(Revised)


def test_what_a_field_holds_where_nothing_is_said_is_left_out():
    assert plain(Kpi.model_validate({"title": "Families", "status": "defined"})) == {
        "title": "Families"
    }
    assert plain(Theme.model_validate({"title": "Clubs", "kind": "theme"})) == {"title": "Clubs"}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_plan_read_from_its_plain_values_is_the_same_plan(path):
    beside = path.with_name("programme.yaml")
    programme = load_programme(read_file(beside, "programme")).record if beside.exists() else None
    plan = load_plan(read(path.read_bytes(), path.name), path.stem, programme).record
    assert plan is not None
    written = plain(plan)
    again = Plan.model_validate(written, context=reading_of(written, programme))
    assert plain(again) == written
    assert again == plan or path.name in DAYS_IN_OTHER_WORDS
