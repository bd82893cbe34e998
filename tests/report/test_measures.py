"""KPIs and money: every figure with its target, what needs attention first, nothing made up."""

from datetime import date

import pytest

from planctl.report import Audience, ReportRequest, build_context, render_html
from tests.report.conftest import period_called

TERM = "2018-19 autumn"
DAY = date(2019, 1, 4)
MINUS = "\N{MINUS SIGN}"

CALLS = {
    "ref": "K1",
    "title": "Calls by ten",
    "unit": "%",
    "better": "higher",
    "tolerance": "1",
    "baseline": {"value": "52", "period": "2016-17"},
    "targets": {"2018-19 autumn": "80", "2017-18 spring": "70"},
}


@pytest.fixture
def measures(context, plan):
    def made(*kpis, **fields):
        return context(plan(kpis=list(kpis), **fields), TERM, DAY).measures

    return made


def said(cell):
    tag = [f"{cell.tag.symbol} {cell.tag.word}"] if cell.tag else []
    labelled = [f"{line.label}: {line.text}" if line.label else line.text for line in cell.lines]
    return " | ".join([*tag, *labelled])


def table_of(table):
    return [tuple(said(cell) for cell in row.cells) for row in table.groups[0].rows]


def column(part, key):
    keys = [one.key for one in part.table.columns]
    return [row[keys.index(key)] for row in table_of(part.table)]


def calls(actuals, **fields):
    return {**CALLS, "actuals": actuals, **fields}


def test_a_kpi_stands_on_one_line_with_all_its_figures(measures):
    part = measures(calls({"2017-18 spring": "71", TERM: {"value": "78", "rating": "amber"}}))
    assert part.table.caption == "Table 1: the KPI that is in use, as at 4 January 2019"
    assert [one.heading for one in part.table.columns] == [
        "KPI", "Baseline", "Target", "Actual", "Last", "Distance", "Trend", "Rating",
    ]  # fmt: skip
    assert table_of(part.table) == [
        (
            "K1 Calls by ten",
            "52% | 2016-17",
            "80% | for Autumn 2018-19",
            "78% | in Autumn 2018-19",
            "71%",
            f"{MINUS}2 points",
            "↑\N{NO-BREAK SPACE}improving",
            "▲ Amber",
        )
    ]
    assert part.lead == "The plan has 1 KPI: 1 missed its target."


@pytest.mark.parametrize(
    ("actual", "rating"),
    [
        ("79", "✓ Met | computed, not stated"),
        ("78", "✗ Missed | computed, not stated"),
        ({"value": "79", "rating": "green"}, "● Green"),
        ({"value": "78", "rating": "green"}, "● Green | but the figure misses its target"),
        ({"value": "80", "rating": "red"}, "■ Red | but the figure meets its target"),
        ({"value": "80", "rating": "amber"}, "▲ Amber"),
        ({"comment": "Late."}, "? Not known | no figure yet"),
        ("<5", "? Not known | held back"),
        ({"value": "81", "provisional": "true"}, "○ Provisional | judged when it is settled"),
        (
            {"value": "71", "provisional": "true", "rating": "green"},
            "● Green | judged when it is settled",
        ),
        ({"value": "3", "suppressed": "true", "rating": "green"}, "● Green"),
    ],
)
def test_a_rating_is_the_one_stated_or_is_marked_as_computed(measures, actual, rating):
    assert column(measures(calls({TERM: actual})), "rated") == [rating]


@pytest.mark.parametrize(
    ("fields", "rating"),
    [
        ({"better": "higher", "targets": {"2018-19": "80"}}, "○ Not due yet"),
        ({"targets": {TERM: "80"}}, "? Not known | which way is good is not said"),
        ({"targets": {TERM: "to be set"}}, "? Not known | no target in figures"),
        ({"type": "contextual"}, "? Not known | only watched"),
    ],
)
def test_what_cannot_be_judged_says_why(measures, fields, rating):
    assert column(measures({"title": "T", "actuals": {TERM: "70"}, **fields}), "rated") == [rating]


def test_what_needs_attention_comes_first(measures):
    def one(title, actual, **fields):
        return calls({TERM: actual}, title=title, ref=None, **fields)

    part = measures(
        one("Met", "80"),
        one("Open", "80", targets={"2018-19": "90"}),
        one("Missed", "60"),
        one("At risk", {"value": "80", "rating": "amber"}),
        one("Red", {"value": "80", "rating": "red"}),
        {"title": "To come", "status": "to_follow"},
        {"title": "Gone", "status": "withdrawn"},
    )
    assert column(part, "name") == ["Missed", "Red", "At risk", "Met", "Open"]
    assert part.lead == (
        "The plan has 7 KPIs: 1 missed its target, 3 met their targets, 1 cannot be judged yet, "
        "1 is still to follow and 1 is withdrawn."
    )


def test_what_is_to_follow_or_withdrawn_is_named_with_its_day(measures):
    part = measures(
        {"ref": "K1", "title": "Late", "status": "to_follow", "to_follow_by": "2018-12-31"},
        {"title": "Soon", "status": "to_follow", "to_follow_by": "2019-03-29"},
        {"title": "Some day", "status": "to_follow"},
        {"ref": "K4", "title": "Old", "status": "withdrawn"},
    )
    assert (part.table, part.note, part.others) == (
        None,
        "",
        (
            (
                "Still to follow: K1 Late (promised by 31 December 2018); "
                "Soon (by 29 March 2019); Some day (no day given)."
            ),
            "Withdrawn: K4 Old.",
        ),
    )


def test_the_figure_of_an_earlier_year_is_held_against_its_own_target(measures):
    part = measures(calls({"2017-18": "93"}, targets={"2017-18": "95", "2018-19": "at least 96"}))
    assert column(part, "target") == ["at least 96% | for 2018-19"]
    assert column(part, "distance") == [f"{MINUS}2 points | from 95% for 2017-18"]
    assert column(part, "last") == ["first figure"]
    assert column(part, "trend") == ["not known"]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("at most 20", "at most 20"),
        ({"kind": "change", "value": "-5", "of": "baseline"}, "75"),
        ({"kind": "change", "value": "5"}, "change of +5 families"),
        ({"kind": "change", "value": "5", "of": "previous"}, "85"),
        ({"kind": "change_pct", "value": "10", "of": "baseline"}, "+10% on the baseline: 88"),
        ({"kind": "benchmark", "value": "64"}, "benchmark 64"),
        ({"kind": "benchmark"}, "benchmark 60"),
        ("as elsewhere", "as elsewhere"),
        ("tbc", "to be set"),
        ({"kind": "change", "of": "baseline"}, "to be set"),
    ],
)
def test_each_kind_of_target_has_its_words(measures, target, words):
    part = measures({
        "title": "T", "unit": "families", "baseline": "80", "benchmark": "60",
        "targets": {TERM: target},
    })  # fmt: skip
    assert column(part, "target") == [f"{words} | for Autumn 2018-19"]


def test_long_words_stand_beside_the_title(measures):
    long = "as many as in the best quarter of similar areas"
    part = measures({"title": "T", "baseline": f"not {long}", "targets": {TERM: long}})
    assert table_of(part.table) == [
        (
            f"T | Baseline: not {long} | Target: {long}",
            "in words",
            "in words | for Autumn 2018-19",
            "no figure yet", "", "not known", "", "? Not known | no figure yet",
        )
    ]  # fmt: skip


def test_a_figure_that_is_held_back_is_nowhere_in_the_report(context, plan):
    secret = {"value": "777", "suppressed": "true", "forecast": "777"}
    series = {"2017-18 spring": "1", "2017-18 summer": secret, TERM: "3", "2017-18 autumn": "2"}
    made = context(plan(kpis=[calls(series)]), TERM, DAY)
    assert column(made.measures, "last") == ["held back"]
    assert made.measures.series.rows[0].figures == (
        "Autumn 2017-18: 2%; Spring 2017-18: 1%, target 70%; Summer 2017-18: held back; "
        "Autumn 2018-19: 3%, target 80%"
    )
    assert "777" not in render_html(made)


def test_what_is_only_within_the_tolerance_is_no_target_met(measures):
    near = calls({TERM: "79"})
    far = calls({TERM: "79"}, ref="K2", better="lower", tolerance="0")
    below = calls({TERM: "80"}, ref="K3", better="lower")
    above = calls({TERM: "81"}, ref="K4", better="lower", tolerance="2")
    band = calls({TERM: "79"}, ref="K5", better="band")
    early = calls({TERM: {"value": "70", "provisional": "true", "rating": "amber"}}, ref="K6")
    part = measures(near, far, below, above, band, early)
    assert part.lead == (
        "The plan has 6 KPIs: 2 met their targets, 3 are within the tolerance of their targets "
        "and 1 is provisional and not judged yet."
    )
    assert dict(zip(column(part, "name"), column(part, "distance"), strict=True)) == {
        "K6 Calls by ten": f"{MINUS}10 points",
        "K1 Calls by ten": f"{MINUS}1 point | within tolerance (±1 point)",
        "K2 Calls by ten": f"{MINUS}1 point",
        "K3 Calls by ten": "0 points",
        "K4 Calls by ten": "+1 point | within tolerance (±2 points)",
        "K5 Calls by ten": f"{MINUS}1 point | within tolerance (±1 point)",
    }


def test_the_latest_figure_held_back_or_provisional_says_so(measures):
    held = measures(calls({TERM: {"value": "777", "suppressed": "true"}}))
    early = measures(calls({TERM: {"value": "79", "provisional": "true", "forecast": "81"}}))
    assert column(held, "actual") == ["held back | in Autumn 2018-19 | too few people to publish"]
    assert column(held, "distance") == ["not known"]
    assert column(early, "actual") == ["79% | in Autumn 2018-19 | provisional | forecast 81%"]


@pytest.mark.parametrize(
    ("fields", "trend"),
    [
        ({"better": "lower"}, "↑\N{NO-BREAK SPACE}worsening"),
        ({"better": "band"}, "↑\N{NO-BREAK SPACE}higher"),
        ({"better": None, "tolerance": None}, "↑\N{NO-BREAK SPACE}higher"),
        ({"tolerance": "5"}, "→\N{NO-BREAK SPACE}steady"),
        ({"basis": "to_date", "unit": "books"}, "not known"),
    ],
)
def test_a_trend_is_an_arrow_and_a_word(measures, fields, trend):
    part = measures(calls({"2017-18 spring": "75", TERM: "78"}, **fields))
    assert column(part, "trend") == [trend]


def test_a_stated_trend_without_figures_is_a_word(measures):
    assert column(measures(calls({TERM: {"trend": "worsening"}})), "trend") == ["worsening"]


def test_a_baseline_can_be_still_to_come(measures):
    part = measures({"title": "T", "status": "establish_baseline"}, {"title": "U"})
    assert column(part, "baseline") == ["to come", "not known"]
    assert column(part, "target") == ["to be set", "to be set"]


def test_a_long_comment_is_whole_for_officers_alone(plan):
    words = "No venue was found in any of the villages. " * 8
    made = plan(kpis=[calls({TERM: {"value": "60", "comment": words}}, unit="books")])
    term = period_called(TERM)
    assert term is not None
    names = {}
    for audience in (Audience.OFFICER, Audience.BOARD):
        request = ReportRequest(term, DAY, audience)
        names[audience] = column(build_context(made, request, (), ()).measures, "name")[0]
    assert names[Audience.OFFICER] == f"K1 Calls by ten | in books | {words.strip()}"
    assert names[Audience.BOARD].endswith("…")
    assert len(names[Audience.BOARD]) < 190


def test_three_figures_make_a_line_with_its_figures_beside_it(measures):
    part = measures(
        calls({"2017-18 autumn": "60", "2017-18 spring": "71", TERM: "78"}),
        calls({"2017-18 spring": "71", TERM: "78"}, ref="K2"),
    )
    (row,) = part.series.rows
    figures = (
        "Autumn 2017-18: 60%; Spring 2017-18: 71%, target 70%; Autumn 2018-19: 78%, target 80%"
    )
    assert part.series.caption == "Table 2: KPIs over time; the line of dashes is the target"
    assert (row.name, row.figures) == ("K1 Calls by ten", figures)
    assert f"<title>K1 Calls by ten: {figures}.</title>" in row.chart


def test_of_a_long_series_the_last_eight_figures_are_shown(measures):
    part = measures(calls({f"2018-{month:02}": f"{month}" for month in range(1, 11)}))
    assert part.series.caption == (
        "Table 2: KPIs over time, the last 8 figures of each; the line of dashes is the target"
    )
    assert part.series.rows[0].figures.startswith("March 2018: 3%")


def test_money_stands_by_period_with_totals_of_what_is_known(measures):
    money = measures(
        funding=[
            {"period": "Year 2", "amount": "30000", "secured": "part", "note": "A bid waits."},
            {"period": "Year 1", "amount": "40000", "secured": "full", "spent": "41500.50",
             "forecast": "38000", "source": "Grant"},
            {"period": "Year 2", "amount": "5000", "spent": "2500", "source": "Trust"},
            {"period": "Year 3", "amount": "0", "spent": "0", "secured": "none"},
        ],
        declared_total="76000",
    ).money  # fmt: skip
    assert money.table.caption == "Table 1: money by period"
    assert table_of(money.table) == [
        ("Year 1 | Grant", "£40,000", "£40,000", "£41,500.50 (104%) | £1,500.50 over",
         "£38,000 (95%)"),
        ("Year 2 | Trust | A bid waits.", "£35,000", "part of £30,000 | not said of £5,000",
         "£2,500 so far known", "not known"),
        ("Year 3", "£0", "none", "£0", "not known"),
    ]  # fmt: skip
    assert tuple(said(cell) for cell in money.table.total) == (
        "Total", "£75,000", "£40,000 | part of £30,000 | not said of £5,000",
        "£44,000.50 so far known", "£38,000 so far known",
    )  # fmt: skip
    assert money.note == "The plan itself states £76,000."


@pytest.mark.parametrize(
    ("declared", "note"),
    [
        (None, "The plan states no total; this one is added up."),
        ("40000", "The plan states the same total."),
    ],
)
def test_what_the_plan_leaves_out_has_no_column(measures, declared, note):
    part = measures(funding=[{"period": "Year 1", "amount": "40000"}], declared_total=declared)
    assert part.lead == "The plan names no KPI."
    assert table_of(part.money.table) == [("Year 1", "£40,000")]
    assert part.money.note == (
        f"{note} Not in the plan: how much is secured, what has been spent and what is forecast."
    )


def test_a_plan_with_neither_has_no_such_part(context, plan):
    assert context(plan()).measures is None


def test_a_plan_without_money_says_nothing_of_it(measures):
    assert measures(CALLS).money is None


def test_the_page_shows_tables_lines_and_money(context, plan):
    series = {"2017-18 autumn": "60", "2017-18 spring": "71", TERM: "78"}
    funding = [{"period": "Year 1", "amount": "40000"}]
    page = render_html(context(plan(kpis=[calls(series)], funding=funding), TERM, DAY))
    section = page[page.index('<section class="measures"') :].partition("</section>")[0]
    assert [section.count(f'<table class="{key}">') for key in ("kpis", "series", "funding")] == [
        1, 1, 1,
    ]  # fmt: skip
    assert section.count("<svg") == 1


def test_a_board_has_the_line_beside_the_trend_and_no_table_of_figures(plan):
    series = {"2017-18 autumn": "60", "2017-18 spring": "71", TERM: "78"}
    term = period_called(TERM)
    request = ReportRequest(term, DAY, Audience.BOARD)
    part = build_context(plan(kpis=[calls(series)]), request, (), ()).measures
    assert part is not None
    assert part.table is not None
    (row,) = part.table.groups[0].rows
    assert part.series is None
    assert [cell.chart[:4] for cell in row.cells] == ["", "", "", "", "", "", "<svg", ""]
