"""Tables, headings and paragraphs of Markdown."""

from planctl.model import rows


def test_a_table_with_its_heading_comes_in(taken):
    text = (
        "# Reading plan\n\n**Aim:** Books at home\n\n## 1 Clubs\n\n"
        "| Ref | Action | Who | By when |\n|:---|---|---|---:|\n"
        "| 1a | Open a club \\| two | Library | May 2019 |\n| 1b | Lend<br>books | Schools | |\n"
    )
    found = taken(text, "plan.md")
    plan = found.loaded.record
    assert (plan.title, [theme.title for theme in plan.themes]) == ("Reading plan", ["Clubs"])
    assert [row.action.text for row in rows(plan)] == ["Open a club | two", "Lend\nbooks"]
    assert found.is_complete


def test_bars_without_a_ruler_are_no_table(taken):
    found = taken("# Plan\n\nEither | or\n", "plan.md")
    assert [one.text for one in found.loaded.record.narrative] == ["Either | or"]
