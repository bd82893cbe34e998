"""What comes next: milestones, what starts or is due, and the steps that were promised."""

from datetime import date

from planctl.report import Audience, ReportRequest, build_context
from planctl.report.tables import Cell, Line, RowGroup, TableRow

DONE = {"2017-18 autumn": {"stage": "complete"}}


def action(ref, **fields):
    return {"ref": ref, "text": f"Do {ref}.", "responsible": ["Schools"], **fields}


def line(*texts):
    return TableRow(tuple(Cell((Line(text),)) for text in texts))


def caption_of(part):
    """Without its number, which depends on the parts before."""
    return part.table.caption.partition(": ")[2]


def first_group(plan, audience, term):
    made = build_context(plan, ReportRequest(term, date(2018, 4, 30), audience), (), ())
    assert made.next_term
    assert made.next_term.ahead.table
    return made.next_term.ahead.table.groups[0]


def ahead(made):
    """The groups of the table: each heading with its refs and days."""
    table = made.next_term.ahead.table
    assert table is not None
    return {
        group.heading: [
            (row.cells[0].lines[0].text, row.cells[3].lines[0].text) for row in group.rows
        ]
        for group in table.groups
    }


def test_milestones_and_actions_stand_with_their_owners_and_days(context, plan):
    steps = [
        {"ref": "M2", "text": "Count.", "due": "early 2018", "responsible": "Libraries"},
        {"text": "Open.", "due": "2018-02-01"},
        {"text": "Find a room.", "due": "2018-02-01", "done_on": "2017-12-01"},
        {"text": "Close.", "due": "2018-12-01"},
        {"text": "Tell all."},
    ]
    made = context(
        plan(
            action("1a", schedule=["2017-18 spring"], milestones=steps),
            action("1b", due="2018-03-01", sub_actions=[{"text": "Ask."}]),
            action("1c", schedule=["2017-18 spring"], updates=DONE),
            action("1d", due="2017-11-01"),
            action("1e", schedule=["2017-18 summer"]),
        )
    )
    part = made.next_term.ahead
    assert (part.heading, part.note, caption_of(part)) == (
        "What comes next: Spring term 2017-18",
        "",
        "what starts or is due from 1 January to 30 April 2018",
    )
    assert part.table.groups == (
        RowGroup(
            (
                line("1a", "Open.", "Schools", "1 February 2018"),
                line("1a M2", "Count.", "Libraries", "early 2018"),
            ),
            heading="Milestones due: 2 of 4 not reached yet",
        ),
        RowGroup(
            (line("1a", "Do 1a.", "Schools", "1 January 2018"),),
            heading="Actions that start: 1 of 5 open",
        ),
        RowGroup(
            (
                line("1b", "Do 1b.", "Schools", "1 March 2018"),
                line("1a", "Do 1a.", "Schools", "30 April 2018"),
            ),
            heading="Actions that are due: 2 of 5 open",
        ),
    )


def test_a_milestone_of_a_theme_may_have_nobody(context, plan):
    theme = {
        "ref": "1",
        "title": "Schools",
        "milestones": [{"text": "Open.", "due": "2018-02-01"}],
        "actions": [action("1a")],
    }
    (group,) = context(plan(themes=[theme])).next_term.ahead.table.groups
    assert group.rows[0].cells == (
        Cell((Line("1"),)),
        Cell((Line("Open."),)),
        Cell((Line("Nobody named", kind="gap"),)),
        Cell((Line("1 February 2018"),)),
    )


def test_before_the_terms_end_the_rest_of_it_comes_first(context, plan):
    made = context(plan(action("1a", due="2017-12-15")), as_of=date(2017, 11, 20))
    assert made.next_term.ahead.heading == (
        "What comes next: the rest of this term, and Spring term 2017-18"
    )
    assert ahead(made) == {"Actions that are due: 1 of 1 open": [("1a", "15 December 2017")]}


def test_after_the_terms_end_what_has_started_since_is_shown(context, plan):
    made = context(plan(action("1a", schedule=["2017-18 spring"])), as_of=date(2018, 1, 9))
    assert list(ahead(made)) == [
        "Actions that start: 1 of 1 open",
        "Actions that are due: 1 of 1 open",
    ]


def test_a_long_list_is_cut_and_the_rest_is_named_by_ref(plan, rich_plan):
    crowd = plan(*(action(f"1.{n}", due="2018-06-01") for n in range(1, 16)))
    readers = (Audience.OFFICER, Audience.BOARD)
    made = {reader: first_group(crowd, reader, rich_plan.term) for reader in readers}
    assert {audience.value: (len(group.rows), group.note) for audience, group in made.items()} == {
        "officer": (
            8,
            "The first 8 by day are shown; 7 more: 1.9, 1.10, 1.11, 1.12, 1.13, 1.14 and 1.15.",
        ),
        "board": (
            5,
            (
                "The first 5 by day are shown; 10 more: 1.6, 1.7, 1.8, 1.9, 1.10, 1.11, 1.12, "
                "1.13, 1.14 and 1.15."
            ),
        ),
    }


def test_the_public_has_no_such_part(plan, rich_plan):
    asked = ReportRequest(rich_plan.term, date(2018, 4, 30), Audience.PUBLIC)
    assert build_context(plan(action("1a")), asked, (), ()).next_term is None


def test_where_nothing_comes_a_line_says_so(context, plan):
    part = context(plan(action("1a"))).next_term.ahead
    assert (part.table, part.note) == (
        None,
        (
            "No milestone is due, and no open action starts or is due, "
            "from 1 January to 30 April 2018."
        ),
    )


def test_the_last_term_has_none_after_it(context, plan):
    last = context(plan(action("1a", due="2020-09-01")), "2019-20 summer").next_term.ahead
    assert (last.heading, last.note, last.table) == (
        "What comes next",
        "This is the last term of the plan.",
        None,
    )


def test_in_the_last_term_the_days_that_are_left_are_shown(context, plan):
    made = context(plan(action("1a", due="2020-08-01")), "2019-20 summer", as_of=date(2020, 7, 1))
    assert ahead(made) == {"Actions that are due: 1 of 1 open": [("1a", "1 August 2020")]}


def test_next_steps_stand_by_day(context, plan):
    def promising(*steps):
        return {"2017-18 autumn": {"rating": "green", "next_steps": list(steps)}}

    made = context(
        plan(
            action("1a", updates=promising("Ask.", {"text": "Train.", "due": "2018-03-01"})),
            action("1b", updates=promising({"text": "Open.", "due": "January 2018"})),
            action("1c", updates=promising()),
        )
    )
    part = made.next_term.steps
    assert caption_of(part) == ("next steps for the coming term: 3, in 2 of 3 updates of this term")
    assert part.table.groups[0].rows == (
        line("1b", "Open.", "Schools", "January 2018"),
        line("1a", "Train.", "Schools", "1 March 2018"),
        TableRow(
            (
                Cell((Line("1a"),)),
                Cell((Line("Ask."),)),
                Cell((Line("Schools"),)),
                Cell((Line("no day given", kind="gap"),)),
            )
        ),
    )


def test_where_no_step_is_promised_a_line_says_so(context, plan):
    silent = context(plan(action("1a"))).next_term.steps
    rated = context(plan(action("1a", updates={"2017-18 autumn": {"rating": "red"}})))
    assert [silent.note, rated.next_term.steps.note] == [
        "No action has an update for this term, so no next step is promised.",
        "The one update of this term promises no next step.",
    ]


def test_a_plan_without_actions_has_no_such_part(context, plan):
    assert context(plan()).next_term is None
