"""The kinds of report beside the delivery report: their parts, and the words they are set in."""

from datetime import date

import pytest

from planctl.model import Period, PeriodKind, read_period
from planctl.report import (
    Audience,
    ReportKind,
    ReportRequest,
    SourceFile,
    build_context,
    render_html,
)
from planctl.report.occasion import occasion
from planctl.report.parts import parts_of
from planctl.report.programme_context import build_programme_context, render_programme_html
from planctl.report.programme_members import PlanGiven, ProgrammeHead, Workspace
from planctl.report.words import ENGLISH
from tests.report.full_plan import full_report
from tests.report.test_words import BRACKETED, FINDING, outside_brackets, visible, words_in

ON = date(2018, 4, 30)
SOURCE = SourceFile("MINE", "MINE", 1)


def request(kind, audience=Audience.OFFICER):
    year = read_period("Year 1") if kind is ReportKind.ANNUAL else None
    return ReportRequest(Period(PeriodKind.TERM, 2017, "spring"), ON, audience, kind, year=year)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (ReportKind.ANNUAL, ["front", "year", "sources"]),
        (ReportKind.SCRUTINY, ["front", "recommendations", "inquiry", "sources"]),
        (ReportKind.PROGRAMME, []),
    ],
)
def test_a_kind_has_its_parts_for_every_reader(kind, parts):
    assert [[part.value for part in parts_of(request(kind, one))] for one in Audience] == (
        [parts] * len(Audience)
    )


@pytest.mark.parametrize("kind", [ReportKind.ANNUAL, ReportKind.SCRUTINY])
def test_every_word_of_a_kind_comes_from_the_catalogue(rich_plan, kind):
    page = render_html(
        build_context(rich_plan.plan, request(kind), (FINDING,), (SOURCE,), BRACKETED)
    )
    command = (
        f"planctl report MINE --kind {kind} --year 'Year 1' --term '2017-18 spring' --as-of "
        "2018-04-30 --for officer"
    )
    mine = f"{command} MINE mine PLN000 K1 G A R"
    assert words_in(outside_brackets(visible(page))) - words_in(mine) == set()


def test_every_word_of_a_programme_report_comes_from_the_catalogue(rich_plan):
    space = Workspace(
        "MINE", "MINE", ("MINE",), ("MINE",), ("MINE",), ("MINE",), (("MINE", 2, 1),),
        findings=(FINDING,),
    )  # fmt: skip
    head = ProgrammeHead(
        rich_plan.term, ON, Audience.OFFICER, (space, space), "", "MINE", ("MINE",), ("MINE",)
    )
    report = occasion(rich_plan.plan, request(ReportKind.PROGRAMME), BRACKETED, (FINDING,))
    plans = [PlanGiven(report, (SOURCE,), "MINE"), PlanGiven(report, (SOURCE,), "mine")]
    page = render_programme_html(build_programme_context(head, plans, BRACKETED))
    mine = "MINE mine PLN000 K1 G A R"
    codes = "PLN716 PLN803 PLN712 PLN711"
    assert words_in(outside_brackets(visible(page))) - words_in(f"{mine} {codes}") == set()


def test_headings_of_a_page_have_their_anchors(rich_plan):
    report = occasion(rich_plan.plan, request(ReportKind.PROGRAMME), ENGLISH)
    head = ProgrammeHead(rich_plan.term, ON, Audience.OFFICER, (Workspace("W"),), "W")
    page = render_programme_html(build_programme_context(head, [PlanGiven(report)]))
    for anchor in ("standing", "programme-plans", "programme-coverage", "programme-sources"):
        assert page.count(f'id="{anchor}"') == 1
        assert page.count(f'href="#{anchor}"') == 1


@pytest.mark.parametrize("audience", Audience)
def test_a_full_plan_gives_a_scrutiny_report_to_every_reader(audience):
    found = full_report(audience, ReportKind.SCRUTINY)
    assert found.recommendations is not None
    assert len(found.recommendations.rows) == 6
    assert "scrutiny" in found.title
