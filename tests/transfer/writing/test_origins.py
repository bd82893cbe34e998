"""Where places of a plan stand in a workbook that was exported: cells, and rows without one."""

import pytest

from planctl.transfer.writing.gathered import parts_in
from planctl.transfer.writing.held import Read
from planctl.transfer.writing.origins import Origins
from planctl.transfer.writing.sheets import GROUP, KEY, REST

ACTIONS = Read(
    "Actions",
    (KEY, GROUP, "Ref", "Action", "Responsible"),
    (
        ("themes[0].actions[0]", "Clubs", "1a", "Open a club", "Library\nSchools"),
        ("", "", "", "", ""),
        # The one between was taken out.
        ("themes[0].actions[2]", "Clubs", "1c", "Lend books", ""),
    ),
)
OTHERS = Read(REST, (KEY, "Value"), (("title", "Reading"), ("glossary.RAG", "red")))


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("themes", 0, "actions", 0, "ref"), "Actions!C2"),
        (("themes", 0, "actions", 0, "responsible", 1, "party"), "Actions!E2"),
        (("themes", 0, "actions", 1, "text"), "Actions!D4"),
        (("themes", 0, "actions", 1, "due"), "Actions, row 4"),
        (("themes", 0, "actions", 1), "Actions, row 4"),
        (("themes", 0), "Actions, row 2"),
        (("title",), "Everything else!B2"),
        (("glossary", "RAG"), "Everything else!B3"),
        (("themes", 5), ""),
        (("vision",), ""),
        ((), ""),
    ],
)
def test_each_place_has_its_cell_or_the_row_of_its_entry(path, place):
    assert Origins.of(parts_in((ACTIONS, OTHERS))).said(path) == place


def test_a_sheet_that_was_renamed_goes_by_its_new_name():
    headings = (KEY, "Ref", "Theme")
    themes = Read("Strands", headings, (("themes[0]", "1", "Clubs"),))
    known = Read("Themes", headings, themes.rows, title="Strands")
    assert Origins.of(parts_in((known, OTHERS))).said(("themes", 0, "ref")) == "Strands!B2"
