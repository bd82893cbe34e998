"""The status grid: one line an action, its years and its last ratings."""

import pytest

from planctl.report.marks import Tag
from planctl.report.phrases import shortened
from planctl.report.tables import Cell, Line, RowGroup, TableRow

UNKNOWN = Tag("Not known", "", "?", "unknown")
GREEN = Tag("Green", "G", "●", "on-track")
AMBER = Tag("Amber", "A", "▲", "at-risk")


def grid(context):
    table = context.grid.table
    assert table is not None
    return table


def texts(row):
    return [" ".join(line.text for line in cell.lines) for cell in row.cells]


def headings(context):
    return [column.heading for column in grid(context).columns]


def rows(context):
    return [row for group in grid(context).groups for row in group.rows]


def test_a_row_and_its_sub_action(context, plan):
    made = context(
        plan(
            {
                "ref": "1a",
                "title": "Reading",
                "text": "Read aloud to every child.",
                "responsible": ["Schools", "Libraries"],
                "schedule": {"Year 1": "pilot", "Year 2": {"certainty": "provisional"}},
                "sub_actions": [{"text": "Try it out first."}],
                "updates": {"2017-18 autumn": {"rating": "green"}},
            }
        )
    )
    assert grid(made).groups == (
        RowGroup(
            heading="1 Schools",
            rows=(
                TableRow(
                    cells=(
                        Cell((Line("1a"),)),
                        Cell((Line("Reading"),)),
                        Cell((Line("Schools +1"),)),
                        Cell((Line("pilot"),)),
                        Cell((Line("(✓)"),)),
                        Cell(),
                        Cell(tag=GREEN),
                    ),
                    target="action-0-0",
                    state="on-track",
                ),
                TableRow(
                    cells=(
                        Cell((Line("part 1 of 1a"),)),
                        Cell((Line("Try it out first."),)),
                        Cell((Line("Schools +1", kind="inherited"),)),
                        Cell((Line("pilot", kind="inherited"),)),
                        Cell((Line("(✓)", kind="inherited"),)),
                        Cell(),
                        Cell(tag=UNKNOWN),
                    ),
                    target="action-0-0-0",
                    state="unknown",
                    depth=1,
                ),
            ),
        ),
    )


def test_it_shows_the_last_four_terms_of_the_plan(context, plan):
    made = context(plan({"text": "Read."}), "2018-19 summer")
    assert headings(made) == [
        "Ref", "Action", "Responsible", "Year 1", "Year 2", "Year 3",
        "Summer 2017-18", "Autumn 2018-19", "Spring 2018-19", "Summer 2018-19",
    ]  # fmt: skip


def test_each_term_has_what_was_said_in_it(context, plan):
    made = context(
        plan(
            {
                "text": "Read.",
                "schedule": ["Year 1"],
                "updates": {"2017-18 autumn": {"rating": "green"}},
            },
            {"text": "Write.", "schedule": ["Year 2"]},
            {"text": "Count.", "updates": {"2017-18 autumn": {"stage": "complete"}}},
            {"text": "Sing.", "updates": {"2017-18 spring": {"rating": "A"}}},
        ),
        "2017-18 spring",
    )
    complete = Tag("Complete", "C", "◆", "complete")
    not_due = Tag("Not due", "", "○", "not-due")
    no_update = Tag("No update", "", "?", "unknown")
    assert [tuple(cell.tag for cell in row.cells[-2:]) for row in rows(made)] == [
        (GREEN, no_update),
        (not_due, not_due),
        (complete, complete),
        (UNKNOWN, AMBER),
    ]


def test_a_plan_without_days_begins_with_its_first_update(context, plan):
    rated = {"text": "Read.", "updates": {"2017-18 autumn": {"rating": "green"}}}
    made = context(plan({**rated, "schedule": ["Year 2"]}, period=None), "2017-18 summer")
    assert headings(made)[3:] == [
        "Year 1",
        "Year 2",
        "Autumn 2017-18",
        "Spring 2017-18",
        "Summer 2017-18",
    ]


def test_parts_of_a_year_stand_in_their_year_and_other_times_apart(context, plan):
    schedule = {
        "2017-18 autumn": "plan",
        "2018-19 Q4": "✓",
        "2018-19": "✓",
        "2019-07": "review",
        "2031-32": "✓",
    }
    made = context(plan({"ref": "1a", "text": "Read.", "schedule": schedule}))
    assert headings(made)[3:] == ["Year 1", "Year 2", "Year 3", "Other times", "Autumn 2017-18"]
    assert [texts(row)[3:7] for row in rows(made)] == [
        ["Autumn plan", "Q4 ✓, ✓, July review", "", "2031-32 ✓"]
    ]


def test_a_long_name_gives_way_to_its_alias_which_is_explained(context, real_plan):
    made = context(real_plan)
    assert texts(rows(made)[0])[2] == "MAP +1"
    assert made.grid.note.endswith(
        " MAP is Middlesbrough Achievement Partnership. +1 or more after a name: so many others "
        "are responsible too."
    )


def test_a_short_name_that_the_grid_does_not_show_is_not_explained(context, plan):
    parties = [{"id": "eps", "name": "Educational psychology service", "aliases": ["EPS"]}]
    action = {"text": "Read.", "responsible": ["Library", "eps"]}
    made = context(plan(action, parties=parties))
    assert texts(rows(made)[0])[2] == "Library +1"
    assert made.grid.note.endswith(" +1 or more after a name: so many others are responsible too.")
    assert "EPS" not in made.grid.note


def test_a_term_in_which_no_update_was_due_is_not_one_without_an_update(context, plan):
    told = {"2017-18 autumn": {"rating": "green"}}
    made = context(
        plan(
            {"text": "Ask in autumn.", "schedule": ["2017-18 autumn", "2017-18 summer"],
             "updates": told},
            {"text": "Ask in spring.", "schedule": ["2017-18 autumn", "2017-18 spring"],
             "updates": told},
        ),
        "2017-18 spring",
    )  # fmt: skip
    tags = [row.cells[-1].tag for row in rows(made)]
    assert tags == [Tag("None due", "", "–", "not-due"), Tag("No update", "", "?", "unknown")]


def test_a_line_holds_what_fits_on_it(context, plan):
    long = "Invite every family to an evening in the hall with the librarian"
    made = context(plan({"ref": "1a", "text": long, "responsible": ["The group of head teachers"]}))
    assert texts(rows(made)[0])[1:3] == [
        "Invite every family to an evening in the hall with the…",
        "The group of head teachers",
    ]


def test_paper_has_a_key_to_the_letters_and_symbols_that_occur(context, plan):
    made = context(
        plan(
            {
                "text": "Read.",
                "schedule": ["Year 1"],
                "updates": {"2017-18 autumn": {"rating": "green"}},
            },
            {"text": "Write.", "updates": {"2017-18 spring": {"rating": "amber"}}},
        ),
        "2017-18 spring",
    )
    entries = made.grid.key.removesuffix(".").split(", ")
    assert [one.split("\N{NO-BREAK SPACE}", 2) for one in entries] == [
        ["G", "●", "Green"],
        ["A", "▲", "Amber"],
        ["?", "No", "update\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}Not\N{NO-BREAK SPACE}known"],
    ]


def test_the_key_names_no_single_action(context, plan):
    merged = {"reason": "merged", "into": "1a", "date": "2017-11-01"}
    done = {"2017-18 autumn": {"rating": "green", "stage": "complete"}}
    made = context(
        plan(
            {"ref": "1a", "text": "Read.", "updates": done},
            {"ref": "1b", "text": "Write.", "closure": merged},
        )
    )
    assert made.grid.key == "C\N{NO-BREAK SPACE}◆\N{NO-BREAK SPACE}Complete."


def test_nobody_is_visible(context, real_plan):
    made = context(real_plan)
    gaps = [texts(row)[0] for row in rows(made) if row.cells[2].lines[0].kind == "gap"]
    assert gaps == [
        "2.1f",
        "2.1g",
        "2.1h",
        "2.1i",
        "2.3a",
        "2.4b",
        "2.6e",
        "ii",
        "iv",
        "v",
        "vi",
        "vii",
    ]


def test_a_theme_without_actions_says_so(context, plan):
    themes = [{"title": "Later", "actions": []}, {"title": "Now", "actions": [{"text": "Read."}]}]
    (group, _) = grid(context(plan(themes=themes))).groups
    assert group == RowGroup((), "Later", "This theme has no actions yet.")


def test_a_plan_without_actions_has_no_grid(context, plan):
    assert context(plan()).grid is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Read", "Read"),
        ("Read aloud!!", "Read aloud!!"),
        ("Read aloud, and again", "Read aloud…"),
        ("Reading aloud", "Reading…"),
        ("Unbreakableness", "Unbreakable…"),
    ],
)
def test_a_text_is_shortened_at_a_word(text, short):
    assert shortened(text, 12) == short


def test_work_in_every_term_of_a_year_is_said_once(context, plan):
    terms = ["2017-18 autumn", "2017-18 spring", "2017-18 summer"]
    made = context(
        plan(
            {"text": "Read.", "schedule": terms},
            {"text": "Write.", "schedule": terms[1:]},
            {"text": "Sing.", "schedule": {terms[0]: "pilot", terms[1]: "plan", terms[2]: "plan"}},
        )
    )
    assert [texts(row)[3] for row in rows(made)] == [
        "all terms\N{NO-BREAK SPACE}✓",
        "Spring ✓, Summer ✓",
        "Autumn pilot, Spring plan, Summer plan",
    ]
