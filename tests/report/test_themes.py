"""The theme tables: everything that is said of an action, and nothing that nobody said."""

import pytest

from planctl.report.marks import Tag
from planctl.report.tables import Cell, Line

SPRING = "2017-18 spring"


def cells(context, row=0):
    section = context.themes.sections[0]
    assert section.table is not None
    shown = section.table.groups[0].rows[row]
    return dict(zip([one.key for one in section.table.columns], shown.cells, strict=True))


def lines(context, column, row=0):
    return [(line.label, line.text) for line in cells(context, row)[column].lines]


@pytest.fixture(scope="module")
def rich(context, rich_plan):
    return context(rich_plan.plan, SPRING)


def test_the_action_with_all_its_parts(rich):
    assert lines(rich, "action") == [
        ("", "MINE"),
        ("", "MINE"),
        ("", "MINE"),
        (
            "Milestone",
            "MINE MINE, due 1 February 2018, done on 2 February 2018, MINE MINE MINE MINE MINE",
        ),
        ("Success", "MINE"),
        ("Success", "MINE (partly met)"),
        ("KPIs", "K1"),
        ("Cost", "£500, 2.5 days of work, MINE"),
        ("Depends on", "MINE"),
        ("Linked with", "MINE MINE MINE MINE MINE, MINE"),
        ("As printed", "MINE ‘MINE’"),
    ]
    assert lines(rich, "ref") == [("", "MINE"), ("", "line 12")]


def test_who_is_responsible_in_which_role(rich):
    assert lines(rich, "responsible")[:4] == [
        ("", "MINE MINE MINE MINE MINE"),
        ("", "MINE MINE MINE MINE MINE (supporter): MINE"),
        ("To follow by", "31 January 2018"),
        ("Answers for it", "MINE MINE MINE MINE MINE"),
    ]


def test_when_it_is_worked_on_due_and_expected(rich):
    assert lines(rich, "responsible")[4:] == [
        ("", "Year 1 pilot"),
        ("", "Autumn term 2018-19 ✓"),
        ("", "2019-20 (roll-out)"),
        ("", "MINE"),
        ("", "2031-32 ✓"),
        ("Due", "31 March 2018"),
        ("Expected", "20 July 2018"),
    ]


def test_what_was_said_in_the_term_and_the_rating_before(rich):
    shown = cells(rich)
    assert shown["rating"].tag == Tag("Red", "R", "■", "off-track")
    assert lines(rich, "rating") == [
        ("Last term", "A ▲ Amber"),
        ("", "40% done"),
        ("", "MINE MINE MINE MINE MINE, 18 April 2018"),
    ]
    assert lines(rich, "comment") == [
        ("", "MINE"),
        ("Cause", "too few hands"),
        ("Path to green", "MINE"),
    ]
    assert lines(rich, "next_steps") == [
        ("", "MINE"),
        ("Done in part", "MINE (by 1 June 2018)"),
        ("Decision needed", "MINE"),
        ("Evidence", "MINE MINE (research, parents, MINE, 1 March 2018)"),
        ("Evidence", "MINE MINE"),
        ("Evidence", "MINE"),
    ]


def test_a_sub_action_says_what_it_takes_from_its_parent(rich):
    assert lines(rich, "responsible", 1)[:3] == [
        ("", "MINE MINE MINE MINE MINE"),
        ("", "MINE MINE MINE MINE MINE (supporter)" + ": MINE"),
        ("", "as for MINE"),
    ]
    assert lines(rich, "responsible", 1)[-1] == ("", "as for MINE")
    assert lines(rich, "ref", 2) == [("", "part 1 of part 1 of MINE")]


def test_a_stage_that_speaks_before_the_rating_leaves_it_visible(rich):
    assert cells(rich, 4)["rating"] == Cell(
        (Line("? Not known", "Last term"), Line("rated Green", kind="note")),
        Tag("Complete", "C", "◆", "complete"),
    )


def test_an_ended_action_says_how_it_ended(rich):
    assert lines(rich, "action", 8)[-1] == (
        "Closed",
        "merged into MINE, 3 February 2018, MINE MINE MINE MINE MINE, MINE",
    )
    assert cells(rich, 8)["rating"].tag == Tag("Merged into MINE", "C", "◆", "complete")
    assert cells(rich, 9)["rating"].tag == Tag("Dropped", "", "×", "dropped")


def test_columns_that_nobody_filled_are_left_out_and_named(context, real_plan):
    made = context(real_plan).themes
    assert made.notes == (
        (
            "No action has anything to show under Comment and Next steps, evidence for this "
            "term; the columns are left out."
        ),
        "A line number under a reference is that of the document from which the plan was taken.",
    )
    tables = [section.table for section in made.sections]
    assert {tuple(column.key for column in table.columns) for table in tables if table} == {
        ("ref", "action", "responsible", "rating")
    }


def test_every_action_row_of_the_plan_is_in_a_table(context, example_plan):
    sections = context(example_plan).themes.sections
    assert [(section.heading, section.table and section.table.caption) for section in sections] == [
        (
            "2.1 Parenting",
            (
                "Table 7: the 9 actions of 2.1 in full: 1 complete, 1 on track, 2 at risk, "
                "1 off track, 1 not due and 3 not known"
            ),
        ),
        ("2.2 Communicating", "Table 8: the 6 actions of 2.2 in full: 5 on track and 1 at risk"),
        ("2.3 Volunteering", "Table 9: the action of 2.3 in full: 1 not due"),
        ("2.4 Learning at Home", "Table 10: the 3 actions of 2.4 in full: 3 not due"),
        ("2.5 Decision-making", "Table 11: the action of 2.5 in full: 1 on track"),
        (
            "2.6 Collaborating with Community",
            "Table 12: the 5 actions of 2.6 in full: 1 on track, 3 at risk and 1 off track",
        ),
        (
            "Generic actions",
            "Table 13: the 8 actions of Generic actions in full: 3 on track and 5 not known",
        ),
    ]


def test_a_theme_without_actions_has_a_sentence_and_no_table(context, plan):
    themes = [
        {"ref": "1", "title": "Later", "outcome": "All read.", "responsible": ["The lead"]},
        {"ref": "2", "title": "Now", "actions": [{"text": "Read."}]},
    ]
    later, now = context(plan(themes=themes)).themes.sections
    assert (later.note, later.lines, later.table) == (
        "This theme has no actions yet.",
        (Line("All read.", "Outcome"), Line("The lead", "Responsible")),
        None,
    )
    assert now.table is not None
    assert now.table.caption == "Table 3: the action of 2 in full: 1 not known"


def test_a_row_that_may_not_fit_on_a_page_may_be_split(context, plan):
    made = context(plan({"text": "Read. " * 2000}, {"text": "Write."}))
    table = made.themes.sections[0].table
    assert table is not None
    assert [row.tall for row in table.groups[0].rows] == [True, False]
