"""Moves since the term before: the chart's title and the table hold the same figures."""

import re


def action(autumn=None, spring=None):
    rated = {"2017-18 autumn": autumn, "2017-18 spring": spring}
    updates = {term: {"rating": rating} for term, rating in rated.items() if rating}
    return {"text": "Read.", "updates": updates}


def flow_of(made):
    (flow,) = [one for one in made.progress.over_time if one.key == "flow"]
    return flow


def test_each_action_is_in_the_cell_of_where_it_was_and_is(context, plan):
    actions = (action("amber", "green"), action("green", "green"), action(None, "red"), action())
    flow = flow_of(context(plan(*actions), "2017-18 spring"))
    table = [[cell.lines[0].text for cell in row.cells] for row in flow.table.groups[0].rows]
    assert [column.heading for column in flow.table.columns] == [
        "Autumn term 2017-18, then", "Complete", "On track", "At risk", "Off track", "Not rated",
        "All",
    ]  # fmt: skip
    assert table == [
        ["Complete", "0", "0", "0", "0", "0", "0"],
        ["On track", "0", "1", "0", "0", "0", "1"],
        ["At risk", "0", "1", "0", "0", "0", "1"],
        ["Off track", "0", "0", "0", "0", "0", "0"],
        ["Not rated", "0", "0", "0", "1", "1", "2"],
    ]
    assert [cell.lines[0].text for cell in flow.table.total] == [
        "All, now", "0", "2", "0", "1", "1", "4",
    ]  # fmt: skip
    title = re.search("<title>(.*)</title>", flow.chart)
    assert title
    assert title[1] == (
        "4 actions from the Autumn term 2017-18 to the Spring term 2017-18. "
        "On track to On track: 1; At risk to On track: 1; Not rated to Off track: 1; "
        "Not rated to Not rated: 1."
    )


def test_it_says_where_its_figures_stand(context, plan):
    made = context(plan(action("amber", "green")), "2017-18 spring")
    flow = flow_of(made)
    number = re.search(r"Table (\d+)", flow.table.caption)
    assert number
    assert flow.caption == (
        "From the Autumn term 2017-18 (left) to the Spring term 2017-18 (right). "
        f"The same figures are in Table {number[1]}."
    )


def test_the_first_term_and_a_plan_without_ratings_have_none(context, plan):
    first = context(plan(action("amber")))
    unrated = context(plan(action()), "2017-18 spring")
    assert [made.progress.over_time for made in (first, unrated)] == [(), ()]
