"""Complete against due: the chart's title and the table hold the same figures."""

import re
from datetime import date


def done(due, term):
    update = {"rating": "green", "stage": "complete"}
    return {"text": "Read.", "due": due, "updates": {term: update}}


def burn_up_of(made):
    return next((one for one in made.progress.over_time if one.key == "burn-up"), None)


def test_each_term_has_what_was_due_by_its_end_and_what_was_complete(context, plan):
    short = {"from": "2017-09-01", "to": "2018-08-31"}
    actions = (
        done("2017-12-31", "2017-18 autumn"),
        done("2018-02-01", "2017-18 spring"),
        {"text": "Write.", "due": "2018-02-01"},
        {"text": "Count.", "schedule": ["Year 1"]},
        {"text": "Sing."},
        {"text": "Run.", "due": "2017-10-01", "closure": {"reason": "dropped"}},
    )
    shown = burn_up_of(context(plan(*actions, period=short), "2017-18 spring"))
    assert shown is not None
    table = [[cell.lines[0].text for cell in row.cells] for row in shown.table.groups[0].rows]
    assert table == [
        ["Autumn term 2017-18", "1", "1"],
        ["Spring term 2017-18", "3", "2"],
        ["Summer term 2017-18", "4", "to come"],
    ]
    title = re.search("<title>(.*)</title>", shown.chart)
    assert title
    assert title[1] == (
        "Of 5 actions, by the end of each term. Autumn term 2017-18: 1 due, 1 complete; "
        "Spring term 2017-18: 3 due, 2 complete; Summer term 2017-18: 4 due."
    )
    assert shown.note == "1 action has no date and is never counted as due."


def test_within_a_term_what_is_due_is_counted_on_the_day_of_the_report(context, plan):
    made = context(plan(done("2017-12-31", "2017-18 autumn")), as_of=date(2017, 12, 1))
    shown = burn_up_of(made)
    assert shown is not None
    assert [cell.lines[0].text for cell in shown.table.groups[0].rows[0].cells] == [
        "Autumn term 2017-18", "0", "1",
    ]  # fmt: skip
    assert shown.note == "The Autumn term 2017-18 is shown as at the close of 1 December 2017."


def test_before_anything_is_said_none_is_reported_complete(context, plan):
    short = {"from": "2017-09-01", "to": "2018-04-30"}
    said = {"rating": "green"}
    late = {"text": "Write.", "due": "2017-10-01", "updates": {"2017-18 spring": said}}
    shown = burn_up_of(context(plan(late, period=short), "2017-18 spring"))
    assert shown is not None
    table = [[cell.lines[0].text for cell in row.cells] for row in shown.table.groups[0].rows]
    assert table == [
        ["Autumn term 2017-18", "1", "none reported"],
        ["Spring term 2017-18", "1", "0"],
    ]
    assert "Autumn term 2017-18: 1 due, none reported complete; Spring" in shown.chart


def test_of_a_long_plan_twelve_terms_are_shown(context, plan):
    long = {"from": "2012-09-01", "to": "2022-08-31"}
    shown = burn_up_of(context(plan(done("2017-12-31", "2017-18 autumn"), period=long)))
    assert shown is not None
    rows = shown.table.groups[0].rows
    assert [rows[place].cells[0].lines[0].text for place in (0, -1)] == [
        "Summer term 2014-15", "Spring term 2018-19",
    ]  # fmt: skip
    assert len(rows) == 12


def test_without_dates_or_outside_the_plans_terms_there_is_none(context, plan):
    undated = context(plan({"text": "Read."}))
    outside = context(plan(done("2017-12-31", "2017-18 autumn")), "2020-21 autumn")
    dropped = context(plan({"text": "Run.", "due": "2017-10-01", "closure": {"reason": "dropped"}}))
    assert [burn_up_of(made) for made in (undated, outside, dropped)] == [None, None, None]
