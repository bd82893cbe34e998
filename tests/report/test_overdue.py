"""What fell due: the counts of the status command, with their denominators, and by ref."""

from datetime import date

from planctl.progress import summarise

SECOND = "2017-18 spring"


def lines(made):
    """Label, count and refs of each line."""
    table = made.next_term.overdue.table
    assert table is not None
    return [tuple(cell.lines[0].text for cell in row.cells) for row in table.groups[0].rows]


def action(ref, **fields):
    return {"ref": ref, "text": f"Do {ref}.", **fields}


def done(ref, **fields):
    return action(ref, updates={"2017-18 autumn": {"stage": "complete"}}, **fields)


ACTIONS = (
    done("done", due="2017-11-01"),
    done("done early", due="2018-07-01"),
    action("old", due="2017-12-01"),
    action("new", due="2018-02-01"),
    action(
        "deferred",
        due="2018-02-01",
        revised=[{"date": "2018-07-01"}],
        milestones=[
            {"ref": "M1", "text": "Open.", "due": "2018-01-31"},
            {"text": "Count.", "due": "2018-01-31", "done_on": "2018-02-20"},
            {"text": "Close.", "due": "2018-08-31"},
        ],
    ),
    action("waiting", due="2017-12-01", revised=[{"date": "after the visit"}]),
    action("carried", schedule=["2017-18 autumn"], due="2018-08-01"),
    action("dropped", due="2017-12-01", closure={"reason": "dropped"}),
)


def test_each_group_has_its_count_its_denominator_and_its_refs(context, plan):
    made = context(plan(*ACTIONS), SECOND)
    assert lines(made) == [
        ("Done", "1 of 5 due", "done"),
        (
            "Deferred to a later date",
            "2 of 5 due",
            "deferred (to 1 July 2018) and waiting (to after the visit)",
        ),
        ("Outstanding, so overdue", "2 of 5 due", "old and new"),
        ("newly overdue since the Autumn term 2017-18", "1 of 2 outstanding", "new"),
        ("Carried over: open after the last period it is planned for", "1 of 5 open", "carried"),
        ("Milestones past their day and not reached", "1 of 2 due", "deferred M1"),
    ]
    overdue = made.next_term.overdue
    assert overdue.table.caption.partition(": ")[2] == (
        "what was due at the close of 30 April 2018, and what is carried over"
    )
    assert overdue.note == (
        "Done and outstanding go by the date now in force, 3 actions in all, as on the front page. "
        "Deferred is what was agreed first for 30 April 2018 or before, and now has a later day."
    )


def test_the_counts_are_those_of_the_status_command(context, plan):
    judged = plan(*ACTIONS)
    told = summarise(judged, date(2018, 4, 30), None)
    counts = {label: count.partition(" ")[0] for label, count, _ in lines(context(judged, SECOND))}
    assert (
        counts["Done"],
        counts["Outstanding, so overdue"],
        counts["Carried over: open after the last period it is planned for"],
    ) == (str(told.done), str(len(told.overdue)), str(len(told.carried_over)))


def test_what_falls_due_on_the_last_day_of_a_term_is_in_one_cohort_everywhere(context, plan):
    judged = plan(
        action("day", due="2018-04-30"),
        action("term", schedule=[SECOND]),
        action("next", due="2018-05-01"),
        action("done", due="2018-04-30", updates={SECOND: {"stage": "complete"}}),
        action(
            "moved",
            due="2018-04-30",
            revised=[{"date": "2018-06-30"}],
            milestones=[{"ref": "M1", "text": "Open.", "due": "2018-04-30"}],
        ),
        period={"from": "2017-09-01", "to": "2018-08-31"},
    )
    made, told = context(judged, SECOND), summarise(judged, date(2018, 4, 30), None)
    assert (told.due, told.done, told.overdue, told.carried_over) == (
        3, 1, ("day", "term"), ("term",),
    )  # fmt: skip
    tile = made.front.standing.counts[-1]
    assert (tile.number, tile.of, tile.note) == (2, 3, "3 were due by the close of 30 April 2018")
    assert lines(made) == [
        ("Done", "1 of 4 due", "done"),
        ("Deferred to a later date", "1 of 4 due", "moved (to 30 June 2018)"),
        ("Outstanding, so overdue", "2 of 4 due", "day and term"),
        ("newly overdue since the Autumn term 2017-18", "2 of 2 outstanding", "day and term"),
        ("Carried over: open after the last period it is planned for", "1 of 4 open", "term"),
        ("Milestones past their day and not reached", "1 of 1 due", "moved M1"),
    ]
    burn_up = next(one for one in made.progress.over_time if one.key == "burn-up")
    figures = [[cell.lines[0].text for cell in row.cells] for row in burn_up.table.groups[0].rows]
    assert figures[1] == ["Spring term 2017-18", "3", "1"]
    ahead = made.next_term.ahead.table.groups
    assert [row.cells[0].lines[0].text for group in ahead for row in group.rows] == [
        "next", "moved",
    ]  # fmt: skip


def test_in_the_first_term_nothing_is_said_to_be_newly_overdue(context, plan):
    made = context(plan(action("1a", due="2017-10-01")))
    assert lines(made) == [
        ("Done", "0 of 1 due", "none"),
        ("Deferred to a later date", "0 of 1 due", "none"),
        ("Outstanding, so overdue", "1 of 1 due", "1a"),
        ("Carried over: open after the last period it is planned for", "0 of 1 open", "none"),
    ]


def test_what_is_carried_over_is_shown_where_nothing_fell_due(context, plan):
    made = context(plan(action("1a", schedule=["2017-18 autumn"], due="2018-08-01")), SECOND)
    assert lines(made) == [
        ("Carried over: open after the last period it is planned for", "1 of 1 open", "1a")
    ]


def test_where_nothing_fell_due_a_line_says_so(context, plan):
    overdue = context(plan(action("1a"), action("1b"))).next_term.overdue
    assert (overdue.table, overdue.note) == (
        None,
        "None of the 2 actions was due at the close of 31 December 2017.",
    )
