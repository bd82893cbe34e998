"""Numbers that Word makes itself. The documents are invented."""

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from planctl.transfer.ledger import Fate

LEVELS = {
    "decimal": ("decimal", "%1."),
    "letters": ("lowerLetter", "%1)"),
    "capitals": ("upperLetter", "%1"),
    "roman": ("lowerRoman", "%1."),
    "zeros": ("decimalZero", "A%1"),
}


def numbered(paragraph, number_id, depth=0):
    """The paragraph, in the list of that number."""
    paragraph._p.get_or_add_pPr().append(marks(number_id, depth))  # noqa: SLF001 - no other way
    return paragraph


def marks(number_id, depth):
    found = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", depth), ("w:numId", number_id)):
        mark = OxmlElement(name)
        mark.set(qn("w:val"), str(value))
        found.append(mark)
    return found


def with_list(document, number_id, *levels, start=""):
    """The document with a list of those levels: each its form and its text."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (shape, text) in enumerate(levels)
    )
    names = nsdecls("w")
    root.append(
        parse_xml(f'<w:abstractNum {names} w:abstractNumId="{number_id}">{inner}</w:abstractNum>')
    )
    again = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    root.append(
        parse_xml(
            f'<w:num {names} w:numId="{number_id}"><w:abstractNumId w:val="{number_id}"/>'
            f"{again if start else ''}</w:num>"
        )
    )
    return document


def table_of(document, number_id, texts, heading="Ref"):
    table = document.add_table(rows=0, cols=2)
    for first, second in ((heading, "Action"), *(("", text) for text in texts)):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = first, second
        if not first:
            numbered(cells[0].paragraphs[0], number_id)
    return document


def refs(found):
    return [row.ref for theme in found.loaded.record.themes for row in theme.actions]


@pytest.mark.parametrize(("kind", "expected"), [
    ("decimal", ["1", "2", "3"]), ("letters", ["a", "b", "c"]), ("capitals", ["A", "B", "C"]),
    ("roman", ["i", "ii", "iii"]), ("zeros", ["A01", "A02", "A03"]),
])  # fmt: skip
def test_a_cell_that_word_numbers_has_that_number(saved, kind, expected):
    document = with_list(Document(), 90, LEVELS[kind])
    found = saved(table_of(document, 90, ["Open rooms", "Train parents", "Print a list"]))
    assert refs(found) == expected
    assert found.is_complete
    assert found.warnings == ("3 numbers that Word makes itself were read from its list settings",)
    account = found.account
    assert sum(account.count(fate) for fate in Fate) == account.total


def test_a_number_of_several_levels_names_those_above(saved):
    document = with_list(Document(), 90, ("decimal", "%1"), ("decimal", "%1.%2"))
    table = document.add_table(rows=0, cols=2)
    rows = ((None, "Ref", "Action"), (0, "", "Rooms"), (1, "", "Open"), (1, "", "Paint"),
            (0, "", "Parents"), (1, "", "Train"))  # fmt: skip
    for depth, first, second in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = first, second
        if depth is not None:
            numbered(cells[0].paragraphs[0], 90, depth)
    plan = saved(document).loaded.record
    assert [(one.ref, [row.ref for row in one.actions]) for one in plan.themes] == [
        ("1", ["1.1", "1.2"]), ("2", ["2.1"]),
    ]  # fmt: skip


def test_a_list_may_begin_elsewhere_than_at_1(saved):
    document = with_list(Document(), 90, LEVELS["decimal"], start="7")
    assert refs(saved(table_of(document, 90, ["Open rooms", "Train parents"]))) == ["7", "8"]


def test_a_heading_that_word_numbers_keeps_its_number(saved):
    document = with_list(Document(), 90, ("decimal", "%1."))
    document.add_heading("Reading Together", 0)
    numbered(document.add_heading("Families", 1), 90)
    table = document.add_table(rows=0, cols=2)
    for row in (("Ref", "Action"), ("1a", "Train parents")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    theme = saved(document).loaded.record.themes[0]
    assert (theme.ref, theme.title) == ("1", "Families")


def test_a_style_may_number_its_paragraphs(saved):
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for row in (("Ref", "Action"), ("", "Open rooms"), ("", "Train parents")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = row
        if not row[0]:
            cells[0].paragraphs[0].style = "List Number"
    assert refs(saved(document)) == ["1", "2"]


@pytest.mark.parametrize("shape", ["chicago", "ordinalText"])
def test_other_forms_are_left_with_a_warning(saved, shape):
    document = with_list(Document(), 90, (shape, "%1"))
    found = saved(table_of(document, 90, ["Open rooms"]))
    assert refs(found) == [None]
    assert found.warnings == (
        "1 paragraphs are numbered by Word itself: such numbers are no text, and do not come along",
    )


def test_bullets_are_no_numbers(saved):
    document = with_list(Document(), 90, ("bullet", "•"))
    found = saved(table_of(document, 90, ["Open rooms"]))
    assert (refs(found), found.warnings) == ([None], ())


def test_below_a_cell_over_several_rows_no_number_is_guessed(saved):
    document = with_list(Document(), 90, LEVELS["decimal"])
    table_of(document, 90, ["Open rooms", "Train parents"])
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(2, 0))
    hidden = table.rows[2]._tr.tc_lst[0].p_lst[0]  # noqa: SLF001 - python-docx gives the first
    hidden.get_or_add_pPr().append(marks(90, 0))
    found = saved(document)
    assert refs(found)[0] is None
    assert any("numbered by Word itself" in one for one in found.warnings)
