"""Progress by theme: the chart's title, the chart and the table hold the same figures."""

import re


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
    themes = [{"title": "Later", "actions": []}, {"title": "Now", "actions": [{"text": "Read."}]}]
    progress = context(plan(themes=themes)).progress
    assert "Later: no actions" in progress.chart
    assert figures(progress.table)[0] == ("Later", "0", "0", "0", "0", "0")


def test_a_plan_without_actions_has_no_such_part(context, plan):
    assert context(plan()).progress is None
