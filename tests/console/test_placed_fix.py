"""A fix with its edits in lines and columns."""

from dataclasses import replace

from planctl.console.placed_fix import PlacedEdit, PlacedFix, placed_fix
from planctl.findings import Fix, Span


def test_edits_stand_in_lines_and_columns_of_letters(mixed):
    assert placed_fix(mixed.findings[0], mixed.documents) == PlacedFix(
        "Put quotes round it",
        is_safe=False,
        edits=(
            PlacedEdit(Span(2, 6, 2, 10), '"2.10"'),
            PlacedEdit(Span(3, 7, 3, 11), "seen"),
            PlacedEdit(Span(3, 14, 3, 14), "!"),
        ),
    )


def test_where_nothing_can_be_edited_there_is_no_fix(mixed):
    fixed, without = mixed.findings[0], mixed.findings[1]
    empty = replace(fixed, fix=Fix("Write it", tuple))
    assert placed_fix(without, mixed.documents) is None
    assert placed_fix(empty, mixed.documents) is None
    assert placed_fix(fixed, {}) is None
