"""The cells of an action's row, each to its field, or kept as a note where it does not fit."""

import pytest

from planctl.model import rows
from planctl.transfer.ledger import Fate


@pytest.fixture
def action(taken):
    """`action(headings, cells)` is the only action of a table of that one row."""

    def take(headings, cells, **wanted):
        lines = ("\t".join(("Ref", "Action", *headings)), "\t".join(("1", "Open a club", *cells)))
        found = taken("\n".join(lines), **wanted)
        assert sum(found.account.count(fate) for fate in Fate) == found.account.total
        assert found.is_complete, found.account.unmapped
        (row,) = rows(found.loaded.record)
        return row.action

    return take


def test_a_column_of_periods_names_those_that_are_worked_in(action):
    found = action(["Timeline"], ["Year 1, Year 2"])
    assert list(map(str, found.schedule)) == ["Year 1", "Year 2"]
    assert found.source["schedule"] == "Year 1, Year 2"
    assert list(map(str, action(["Timeline"], ["Years 1 to 3"]).schedule)) == [
        "Year 1", "Year 2", "Year 3",
    ]  # fmt: skip


def test_a_timeline_may_be_a_time(action):
    assert str(action(["Timeline"], ["by May 2018"]).due) == "by May 2018"
    assert action(["Timeline"], ["n/a"]).due is None


@pytest.mark.parametrize(("heading", "cell", "field", "value"), [
    ("Priority", "2", "priority", 2),
    ("Date completed", "2018-05-31", "completed_on", "2018-05-31"),
    ("Short title", "Club", "title", "Club"),
    ("Depends on", "2, 3.1", "depends_on", "('2', '3.1')"),
])  # fmt: skip
def test_a_cell_goes_to_its_field(action, heading, cell, field, value):
    assert str(getattr(action([heading], [cell]), field)) == str(value)


@pytest.mark.parametrize(("heading", "cell", "note"), [
    ("Date completed", "early 2018", "Date completed: early 2018"),
    ("Short title", "A club " * 30, "Short title: " + ("A club " * 30).strip()),
])  # fmt: skip
def test_what_a_field_cannot_hold_is_kept_as_a_note_with_its_heading(action, heading, cell, note):
    assert list(action([heading], [cell]).notes) == [note]


def test_a_number_that_is_too_long_for_one_is_kept_as_a_note(taken):
    long = "see the minutes of the board of 14 March 2018 for this one"
    found = taken(f"Ref\tAction\tWho\n{long}\tOpen a club\tA\n2\tLend\tB\n")
    first = next(rows(found.loaded.record)).action
    assert (first.ref, list(first.notes)) == (None, [f"Ref: {long}"])


@pytest.mark.parametrize(("heading", "cell", "name"), [
    ("Depends on", "the new library", "depends-on"), ("Ward", "North", "ward"),
])  # fmt: skip
def test_what_has_no_field_is_one_of_the_plans_own(action, heading, cell, name):
    assert dict(action([heading], [cell]).own) == {name: cell}


def test_a_priority_in_words_is_one_of_the_plans_own(action):
    found = action(["Priority"], ["High"], maps=["Priority=priority"])
    assert dict(found.own) == {"priority": "High"}


def test_a_column_may_be_left_out_by_rule(taken):
    found = taken("Ref\tAction\tZone\n1\tOpen a club\tNorth\n", maps=["Zone=ignore"])
    assert found.account.by_name(Fate.IGNORED)["column 'Zone', ignored as asked"] == len("North")


def test_responsible_and_lead_are_both_kept_and_nobody_twice(action):
    found = action(["Lead", "Responsible", "Owner"], ["Library", "Schools", "Schools"])
    assert [(one.party, one.role) for one in found.responsible] == [
        ("Library", "lead"), ("Schools", "responsible"),
    ]  # fmt: skip


def test_two_columns_of_notes_are_one_list(action):
    found = action(["Notes", "Remarks"], ["One thing.", "Another."])
    assert list(found.notes) == ["One thing.", "Another."]


@pytest.mark.parametrize(("heading", "cell", "field", "value"), [
    ("Next steps", "Ask the schools", "next_steps", ["Ask the schools"]),
    ("% complete", "40%", "percent", 40),
    ("% complete", "nearly all", "comment", "nearly all"),
    ("Path to green", "More time", "path_to_green", "More time"),
    ("Stage reached", "In progress", "stage", "in_progress"),
    ("Stage reached", "Two of six", "comment", "Two of six"),
])  # fmt: skip
def test_what_is_told_of_a_term_goes_to_its_update(action, heading, cell, field, value):
    found = action([f"Autumn 2018 {heading}"], [cell], maps=[
        f"Autumn 2018 {heading}={fields(heading)} autumn 2018",
    ])  # fmt: skip
    (update,) = found.updates.values()
    told = getattr(update, field)
    assert ([step.text for step in told] if field == "next_steps" else told) == value


def fields(heading):
    return {"% complete": "percent", "Stage reached": "stage"}.get(
        heading, heading.lower().replace(" ", "_")
    )


@pytest.mark.parametrize(("cell", "entry"), [
    ("☐", None), ("☐ ☑", (None, None, None)), ("Pilot √", ("pilot", None, None)),
    ("if funded", (None, "provisional", "if funded")), ("half ✓", (None, None, "half")),
])  # fmt: skip
def test_a_period_has_what_stands_beside_its_tick(action, cell, entry):
    schedule = action(["Year 1", "Year 2"], [cell, "√"], maps=["Year 1=schedule Year 1"]).schedule
    found = {str(period): (one.phase, one.certainty, one.note) for period, one in schedule.items()}
    known = found.get("Year 1")
    if known and entry and entry[1] is None:
        known = (known[0], None, known[2])
    assert known == entry


def test_an_action_that_reaches_over_several_rows_takes_what_stands_beside_each(saved):
    from docx import Document  # noqa: PLC0415 - for this test alone

    document = Document()
    table = document.add_table(rows=3, cols=3)
    cells = (("Ref", "Action", "Responsible"), ("1", "Open a club", "Library"), ("", "", "Schools"))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for column in (0, 1):
        table.cell(1, column).merge(table.cell(2, column))
    found = saved(document)
    (row,) = rows(found.loaded.record)
    assert [one.party for one in row.action.responsible] == ["Library", "Schools"]
    assert found.is_complete
