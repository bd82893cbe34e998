"""Progress by theme: the chart's title, the chart and the table hold the same figures."""

import re

from planctl.model import State
from planctl.report.charts import FONT, Bar, Segment, stacked_bars


def figures(table):
    (group,) = table.groups
    rows = (*(row.cells for row in group.rows), table.total)
    return [tuple(cell.lines[0].text for cell in row) for row in rows]


def test_the_real_plans_themes(context, real_plan):
    table = context(real_plan).progress.table
    assert [column.heading for column in table.columns] == [
        "Theme", "On track", "At risk", "Off track", "Not due", "Not known", "Actions",
    ]  # fmt: skip
    assert figures(table) == [
        ("2.1 Parenting", "0", "0", "0", "1", "8", "9"),
        ("2.2 Communicating", "0", "0", "0", "0", "6", "6"),
        ("2.3 Volunteering", "0", "0", "0", "1", "0", "1"),
        ("2.4 Learning at Home", "0", "0", "0", "3", "0", "3"),
        ("2.5 Decision-making", "0", "0", "0", "0", "1", "1"),
        ("2.6 Collaborating with Community", "0", "0", "0", "0", "5", "5"),
        ("Generic actions", "0", "0", "0", "0", "8", "8"),
        ("All actions", "0", "0", "0", "5", "28", "33"),
    ]


def test_the_charts_title_says_its_figures(context, plan):
    made = context(
        plan(
            {"text": "Read.", "updates": {"2017-18 autumn": {"rating": "green"}}},
            {"text": "Write."},
        )
    )
    title = re.search("<title>(.*)</title>", made.progress.chart)
    assert title
    assert title[1] == (
        "Actions of each theme by state. 1 Schools, 2 actions: 1 on track and 1 not known."
    )
    assert made.progress.caption == (
        "Actions of each theme by state. The same figures are in Table 1."
    )


def test_a_theme_without_actions_keeps_its_row(context, plan):
    themes = [{"title": "Later", "actions": []}]
    progress = context(plan(themes=themes)).progress
    assert "Later: no actions." in progress.chart
    assert figures(progress.table)[0] == ("Later", "0", "0", "0", "0", "0")


def test_a_plan_without_themes_has_a_sentence_instead(context, plan):
    progress = context(plan(themes=[])).progress
    assert (progress.note, progress.chart, progress.table) == (
        "The plan has no themes yet, so there is nothing to show here.",
        "",
        None,
    )


def test_a_bar_is_drawn_with_letter_and_number_inside():
    bar = Bar("A & B", (Segment(State.ON_TRACK, "G", 3), Segment(State.UNKNOWN, "?", 1)))
    assert stacked_bars([bar], "<3 & 1>") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 32" role="img"'
        f' font-family="{FONT}" font-size="13.5">'
        "<title>&lt;3 &amp; 1&gt;</title>"
        '<text x="0.00" y="17.59" fill="#0b0c0c" font-weight="normal"'
        ' text-anchor="start">A &amp; B</text>'
        '<rect x="226.50" y="2.50" width="312.00" height="21" fill="#005a30" stroke="#005a30"/>'
        '<text x="382.50" y="17.59" fill="#ffffff" font-weight="bold"'
        ' text-anchor="middle">G 3</text>'
        '<rect x="541.50" y="2.50" width="102.00" height="21" fill="#ffffff" stroke="#383f43"/>'
        '<text x="592.50" y="17.59" fill="#383f43" font-weight="bold"'
        ' text-anchor="middle">? 1</text>'
        '<text x="652.00" y="17.59" fill="#0b0c0c" font-weight="bold"'
        ' text-anchor="start">4</text></svg>'
    )


def test_a_segment_too_narrow_for_its_words_has_none():
    bar = Bar("All", (Segment(State.ON_TRACK, "G", 1), Segment(State.UNKNOWN, "?", 199)))
    drawn = stacked_bars([bar], "Figures")
    assert ">G 1<" not in drawn
    assert ">? 199<" in drawn


def test_no_bars_are_an_empty_drawing():
    assert stacked_bars([], "Nothing").endswith("<title>Nothing</title></svg>")
