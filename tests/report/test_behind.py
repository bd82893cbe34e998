"""What is off track or at risk: which got worse by the ratings of the term before."""

from datetime import date

import pytest

from planctl.report import ReportRequest
from planctl.report.behind import by_worry, cases_of
from planctl.report.occasion import occasion
from planctl.report.words import ENGLISH


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ({"rating": "green"}, "amber", (True, True)),
        ({"stage": "complete"}, "amber", (True, True)),
        ({"rating": "amber"}, "amber", (False, False)),
        ({"rating": "red"}, "amber", (False, False)),
        ({"stage": "not_started"}, "amber", (False, False)),
        (None, "amber", (False, False)),
        ({"rating": "green"}, "red", (False, True)),
        (None, "red", (False, True)),
    ],
)
def test_at_risk_is_an_exception_where_it_was_better_before(plan, rich_plan, before, now, told):
    updates = {"2017-18 autumn": before, "2017-18 spring": {"rating": now}}
    asked = ReportRequest(rich_plan.term, date(2018, 4, 30))
    report = occasion(plan({"ref": "1a", "text": "Read.", "updates": updates}), asked, ENGLISH)
    (case,) = cases_of(report)
    assert (case.is_worse, case.is_exception) == told
    assert by_worry([case]) == ((case,) if case.is_exception else ())


def test_what_has_ended_is_not_behind(plan, rich_plan):
    red = {"updates": {"2017-18 spring": {"rating": "red"}}, "closure": {"reason": "dropped"}}
    asked = ReportRequest(rich_plan.term, date(2018, 4, 30))
    report = occasion(plan({"ref": "1a", "text": "Read.", **red}), asked, ENGLISH)
    assert cases_of(report) == ()
