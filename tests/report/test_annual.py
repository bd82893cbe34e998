"""The annual delivery plan: the year term by term, what is carried over, and its money."""

from datetime import date

import pytest

from planctl.model import read_period, rows
from planctl.report import Audience, ReportKind, ReportRequest, build_context, render_html
from planctl.report.annual_rows import rows_of_year
from planctl.report.marks import Tag
from planctl.report.occasion import occasion
from planctl.report.tables import Cell, Line
from planctl.report.words import ENGLISH

AMBER = Tag("Amber", "A", "▲", "at-risk")
NO_UPDATE = Tag("No update", "", "?", "unknown")


def asked(year, term="2017-18 summer", as_of=None, audience=Audience.OFFICER):
    period = read_period(term)
    assert period is not None
    return ReportRequest(
        period, as_of or date(2018, 8, 31), audience, ReportKind.ANNUAL, year=read_period(year)
    )


def made(plan, year="Year 1", **more):
    return build_context(plan, asked(year, **more), (), ())


def table(plan, year="Year 1", **more):
    return made(plan, year, **more).year.sections[0].table


def texts(cell):
    return [line.text for line in cell.lines]


def test_every_action_is_in_one_group_of_the_year(plan):
    given = plan(
        {"ref": "new", "text": "A", "schedule": ["Year 2"]},
        {"ref": "goes-on", "text": "A", "schedule": ["Year 1", "Year 2", "Year 3"]},
        {"ref": "term", "text": "A", "schedule": ["2018-19 spring"]},
        {"ref": "dated", "text": "A", "due": "2019-02-01"},
        {"ref": "late", "text": "A", "schedule": ["Year 1"]},
        {"ref": "done", "text": "A", "schedule": ["Year 1"], "completed_on": "2018-05-01",
         "updates": {"2017-18 summer": {"stage": "complete"}}},
        {"ref": "ready", "text": "A", "schedule": ["Year 1", "Year 2"],
         "updates": {"2017-18 summer": {"stage": "complete"}}},
        {"ref": "gone", "text": "A", "schedule": ["Year 2"],
         "closure": {"reason": "dropped", "date": "2018-10-05"}},
        {"ref": "joined", "text": "A", "schedule": ["Year 2"],
         "closure": {"reason": "merged", "into": "new", "date": "2019-04-30"}},
        {"ref": "gone before", "text": "A", "schedule": ["Year 2"],
         "closure": {"reason": "dropped", "date": "2018-08-31"}},
        {"ref": "late and gone", "text": "A", "schedule": ["Year 1"],
         "closure": {"reason": "dropped", "date": "2018-10-05"}},
        {"ref": "later", "text": "A", "schedule": ["Year 3"]},
        {"ref": "untimed", "text": "A"},
    )  # fmt: skip
    request = asked("Year 2", "2018-19 spring", date(2019, 4, 30))
    found = rows_of_year(occasion(given, request, ENGLISH), request.year)

    def refs(some):
        return [row.action.ref for row in some]

    assert refs(found.worked_on) == ["new", "goes-on", "term", "dated"]
    assert refs(found.new) == ["new", "term"]
    assert refs(found.carried) == ["late"]
    assert refs(found.untimed) == ["untimed"]
    assert refs(found.ended) == ["gone", "joined"]
    assert refs(found.others) == ["done", "ready", "gone before", "late and gone", "later"]
    assert len(tuple(rows(given))) == 13


def test_what_was_dropped_or_merged_is_no_work_of_the_year(plan):
    given = plan(
        {"ref": "1a", "text": "A", "schedule": ["Year 1"]},
        {"ref": "1d", "text": "D", "schedule": ["Year 1"]},
        {"ref": "1b", "text": "B", "schedule": ["Year 1"],
         "closure": {"reason": "dropped", "date": "2017-10-05"}},
        {"ref": "1c", "text": "C", "schedule": ["Year 1"],
         "closure": {"reason": "merged", "into": "1a", "date": "2018-03-01"}},
    )  # fmt: skip
    (section, *_) = made(given).year.sections
    assert section.lines[0].text == (
        "2 of 4 actions are worked on in Year 1, 2 of them for the first time. Nothing is carried "
        "over from earlier years. 2 that were planned for it were not done: 1b (dropped, 5 "
        "October 2017) "
        "and 1c (merged into 1a, 1 March 2018)."
    )
    assert [row.cells[0].lines[0].text for row in section.table.groups[0].rows] == [
        "1a", "1d",
    ]  # fmt: skip


def test_a_row_says_what_is_done_in_each_term_and_how_it_went(plan):
    given = plan(
        {
            "ref": "1a",
            "title": "Clubs",
            "text": "Open a homework club.",
            "responsible": ["The library"],
            "schedule": {"2017-18 autumn": "pilot", "2017-18 spring": "roll-out"},
            "due": "2018-05-25",
            "success": ["Forty pupils come."],
            "kpis": ["K1"],
            "milestones": [
                {"ref": "M1", "text": "Room found", "due": "2017-10-01", "done_on": "2017-09-20"},
                {"text": "Report", "due": "2019-03-01"},
                {"text": "Sign"},
            ],
            "updates": {"2017-18 autumn": {"rating": "amber"}},
        }
    )
    ((group,), columns) = (table(given).groups, table(given).columns)
    assert [column.heading for column in columns] == [
        "Ref", "Action", "Responsible", "Autumn 2017-18", "Spring 2017-18", "Summer 2017-18",
        "How we shall know", "Milestones and dates",
    ]  # fmt: skip
    (row,) = group.rows
    assert row.cells[1:] == (
        Cell((Line("Clubs", kind="title"), Line("Open a homework club."))),
        Cell((Line("The library"),)),
        Cell((Line("pilot"),), tag=AMBER),
        Cell((Line("roll-out"),), tag=NO_UPDATE),
        Cell(tag=NO_UPDATE),
        Cell((Line("Forty pupils come."), Line("K1", "KPI", "note"))),
        Cell((
            Line("25 May 2018", "Due"),
            Line("M1 Room found (done on 20 September 2017)"),
            Line("Sign"),
        )),
    )  # fmt: skip


def test_before_anything_is_rated_the_terms_hold_the_kind_of_work_alone(plan):
    given = plan({"text": "Read.", "schedule": {"Year 1": "pilot"}})
    (group,) = table(given).groups
    assert group.rows[0].cells[3:] == (Cell((Line("pilot"),)),) * 3


def test_a_later_term_is_not_rated_yet(plan):
    update = {"2017-18 autumn": {"rating": "amber"}, "2017-18 summer": {"rating": "amber"}}
    given = plan({"text": "Read.", "schedule": ["Year 1"], "updates": update})
    (group,) = table(given, term="2017-18 autumn", as_of=date(2017, 12, 31)).groups
    assert [cell.tag for cell in group.rows[0].cells[3:6]] == [AMBER, None, None]


def test_columns_in_which_nothing_stands_are_left_out_and_named(plan):
    section = made(plan({"text": "Read.", "schedule": ["Year 1"]})).year.sections[0]
    assert [column.key for column in section.table.columns] == [
        "ref", "action", "owner", "rating", "rating", "rating",
    ]  # fmt: skip
    assert section.lines[-1].text.endswith(
        "No action of the year has a success measure. No milestone or date is named for the year."
    )


def test_what_is_carried_over_says_when_it_was_to_end(plan):
    given = plan({"ref": "1a", "text": "Read.", "schedule": ["Year 1"]})
    first, carried = made(
        given, "Year 2", term="2018-19 autumn", as_of=date(2018, 12, 31)
    ).year.sections
    assert first.lines[0].text == (
        "None of 1 actions is worked on in Year 2. 1 more is carried over from earlier years and "
        "still open."
    )
    assert carried.table.groups[0].rows[0].cells[-1] == Cell(
        (Line("31 August 2018", "Was to end"),)
    )


@pytest.mark.parametrize(
    ("funding", "said"),
    [
        ([], "the plan names none"),
        ([{"period": "Year 2", "amount": 10}], "the plan names none"),
        (
            [{"period": "Year 1", "amount": 900, "source": "Council", "spent": 80, "forecast": 90}],
            "£900 (Council), £80 spent, £90 forecast",
        ),
        (
            [{"period": "Year 1", "amount": 900}, {"period": "2017-18 spring", "amount": 50}],
            "£950",
        ),
    ],
)
def test_the_money_is_that_of_the_year(plan, funding, said):
    given = plan({"text": "Read.", "schedule": ["Year 1"]}, funding=funding)
    sections = made(given).year.sections
    assert sections[0].lines[1] == Line(said, "Money for the year")
    assert [one.key for one in sections] == ["year", "money"][: 2 if len(funding) > 1 else 1]


def test_a_plan_without_days_shows_the_year_in_one_column(plan):
    given = plan({"text": "Read.", "schedule": {"Year 1": "pilot"}}, period=None)
    columns = table(given).columns
    assert [column.heading for column in columns][3:] == ["When"]
    assert texts(table(given).groups[0].rows[0].cells[3]) == ["pilot"]


def test_the_front_page_names_the_year_and_counts_what_is_shown(plan):
    given = plan({"text": "Read.", "schedule": ["Year 1"]}, {"text": "B", "schedule": ["Year 2"]})
    front = made(given).front
    assert (front.kind, front.subtitle) == (
        "Annual delivery plan of the priority action plan",
        "Year 1, academic year 2017-18 (1 September 2017 to 31 August 2018)",
    )
    (shown,) = [one.text for one in front.facts if one.key == "complete"]
    assert shown.startswith("2 actions in the plan, 1 in this report")


def test_a_decision_is_asked_for_without_pointing_at_a_part_that_is_not_there(plan):
    update = {"2017-18 summer": {"rating": "amber", "decision_needed": "May it go on?"}}
    given = plan({"ref": "1a", "text": "Read.", "schedule": ["Year 1"], "updates": update})
    assert made(given).front.asks_note == (
        "A decision is needed on 1a: the delivery report has it in full."
    )
    public = made(given, audience=Audience.PUBLIC).front.asks_note
    assert public == "No request to the meeting is recorded for this term."


def test_the_report_says_how_to_make_it_again(plan):
    page = render_html(made(plan({"text": "Read.", "schedule": ["Year 1"]})))
    assert "--year" in page
    assert "annual" in page


@pytest.mark.parametrize("audience", Audience)
def test_every_reader_has_the_same_parts(plan, audience):
    parts = made(plan({"text": "Read.", "schedule": ["Year 1"]}), audience=audience).parts
    assert [part.name for part in parts] == ["front", "year", "sources"]


def test_only_a_year_with_a_table_lies_on_its_side(plan):
    wide = '<section class="year-plan wide"'
    year = plan({"text": "Read.", "schedule": ["Year 1"]})
    assert [wide in render_html(made(one)) for one in (year, plan(themes=[]))] == [True, False]
