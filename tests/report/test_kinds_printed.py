"""The kinds of report beside the delivery report, printed: conformance and length."""

from datetime import date

import pytest

from planctl.model import read_period
from planctl.report import (
    Audience,
    ReportKind,
    ReportRequest,
    SourceFile,
    build_context,
    render_html,
    render_pdf,
)
from planctl.report.occasion import occasion
from planctl.report.programme_context import build_programme_context, render_programme_html
from planctl.report.programme_members import PlanGiven, ProgrammeHead, Workspace
from planctl.report.words import ENGLISH
from tests.report.full_plan import AS_OF, SOURCES, TERM, full_plan, full_report
from tests.report.pdf_parts import faults, reader

pytestmark = pytest.mark.thorough

MOST_PAGES = 12
"""Of an annual delivery plan of 45 actions: the front page, the year, and the sources."""


def called(name):
    period = read_period(name)
    assert period is not None
    return period


def annual(plan, year, as_of=AS_OF, term=TERM):
    request = ReportRequest(
        called(term), as_of, Audience.BOARD, ReportKind.ANNUAL, year=called(year)
    )
    return render_pdf(render_html(build_context(plan, request, (), SOURCES)))


def test_an_annual_delivery_plan_passes_every_check_and_stays_short():
    pdf = annual(full_plan(), "Year 2")
    assert faults(pdf) == []
    assert len(reader(pdf).pages) <= MOST_PAGES


def test_an_annual_delivery_plan_of_which_nothing_is_rated_passes_every_check(real_plan):
    pdf = annual(real_plan, "Year 1", date(2017, 9, 1), "2017-18 autumn")
    assert faults(pdf) == []


def test_a_plan_without_actions_passes_every_check(plan):
    assert faults(annual(plan(themes=[]), "Year 1")) == []


def test_a_scrutiny_report_passes_every_check(rich_plan):
    for context in (
        full_report(Audience.SCRUTINY, ReportKind.SCRUTINY),
        build_context(
            rich_plan.plan,
            ReportRequest(rich_plan.term, date(2018, 4, 30), kind=ReportKind.SCRUTINY),
            (),
            (),
        ),
    ):
        assert faults(render_pdf(render_html(context))) == []


def test_a_programme_report_passes_every_check(plan, rich_plan, example_plan):
    term = called(TERM)
    request = ReportRequest(term, AS_OF, kind=ReportKind.PROGRAMME)
    source = SourceFile("plans/reading.yaml", "ab" * 32, 40)
    every = (full_plan(), rich_plan.plan, example_plan, plan(themes=[]))
    plans = [PlanGiven(occasion(one, request, ENGLISH), (source,), "a") for one in every]
    space = Workspace("Together", priorities=("sums",), absent=("sums",))
    head = ProgrammeHead(term, AS_OF, Audience.OFFICER, (space,), "Together", command=("planctl",))
    for given in (plans, plans[3:]):
        html = render_programme_html(build_programme_context(head, given))
        assert faults(render_pdf(html)) == []
