"""For how many terms an action has stood still."""

from datetime import date

import pytest

from planctl.model import Period, PeriodKind
from planctl.report import ReportRequest
from planctl.report.occasion import occasion
from planctl.report.standing_still import Still, still
from planctl.report.words import ENGLISH

AMBER = {"rating": "amber", "comment": "The room is too small."}


@pytest.fixture
def found(plan):
    """`found(autumn, spring, summer)`: how long it has been so in summer; None for no update."""

    def made(*said):
        terms = ("2017-18 autumn", "2017-18 spring", "2017-18 summer")
        updates = {term: one for term, one in zip(terms, said, strict=True) if one}
        request = ReportRequest(Period(PeriodKind.TERM, 2017, "summer"), date(2018, 8, 31))
        report = occasion(plan({"text": "Do.", "updates": updates}), request, ENGLISH)
        return still(report.rows[0], report)

    return made


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((AMBER, AMBER, AMBER), Still("amber", 3, 3)),
        ((None, AMBER, {**AMBER, "comment": "The  ROOM is too small."}), Still("amber", 2, 2)),
        ((AMBER, AMBER, {**AMBER, "comment": "No caretaker."}), Still("amber", 3, 1)),
        ((AMBER, None, AMBER), None),
        (({"rating": "red"}, {"rating": "red"}, {"rating": "red"}), Still("red", 3, 0)),
        (({"rating": "red"}, {"rating": "red"}, AMBER), None),
        (({"rating": "green"}, {"rating": "green"}, {"rating": "green"}), None),
        ((AMBER, AMBER, {**AMBER, "stage": "complete"}), None),
        ((AMBER, AMBER, None), None),
    ],
)
def test_the_terms_that_are_alike_are_counted_back_to_the_first_that_differs(found, said, expected):
    assert found(*said) == expected


def test_three_terms_are_long():
    assert [Still("amber", number, 0).is_long for number in (2, 3, 4)] == [False, True, True]
