"""Pasted text and csv: quotes, guards, breaks inside cells, encodings."""

from decimal import Decimal

import pytest

from planctl.model import Cost, rows
from planctl.transfer.ledger import Fate, Ledger
from planctl.transfer.reading.delimited import read_delimited, read_pasted
from planctl.transfer.reading.grid import Passage
from planctl.transfer.reading.refused import RefusedFileError


def texts(papers):
    return [[cell.text for cell in row] for table in papers.tables() for row in table.rows]


def test_cells_stand_between_tabs_and_lines_without_any_are_paragraphs():
    papers = read_pasted("A title\n\nRef\tAction\n1\tOpen a club\n", Ledger())
    assert texts(papers) == [["Ref", "Action"], ["1", "Open a club"]]
    assert [one.span.text for one in papers.blocks if isinstance(one, Passage)] == ["A title"]


def test_a_quoted_cell_may_hold_breaks_separators_and_quotation_marks():
    text = 'Ref,Action\n1,"Open a ""club"", soon\nand well"\n2,Close it\n'
    ledger = Ledger()
    papers = read_delimited(text, ledger)
    assert texts(papers) == [
        ["Ref", "Action"],
        ["1", 'Open a "club", soon\nand well'],
        ["2", "Close it"],
    ]
    assert ledger.account().total == len(text)


@pytest.mark.parametrize(
    ("separator", "line"), [(",", "1,Open"), (";", "1;Open"), ("\t", "1\tOpen")]
)
def test_the_separator_is_found(separator, line):
    papers = read_delimited(f"Ref{separator}Action\n{line}\n", Ledger())
    assert texts(papers) == [["Ref", "Action"], ["1", "Open"]]


def test_a_guard_against_formulas_is_taken_off(taken):
    found = taken("Ref,Action\n1,'=Open a club\n2,'Tis the season\n", "plan.csv")
    assert [row.action.text for row in rows(found.loaded.record)] == [
        "=Open a club", "'Tis the season",
    ]  # fmt: skip
    rule = "apostrophe that keeps a spreadsheet from calculating"
    assert found.account.by_name(Fate.IGNORED)[rule] == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_excel_saves_text_in_many_encodings(taken, encoding):
    content = "Ref\tAction\tCost\r\n1\tOpen the pupils’ club\t£40\r\n".encode(encoding)
    found = taken(content, "plan.txt")
    (action,) = (row.action for row in rows(found.loaded.record))
    assert (action.text, action.cost) == ("Open the pupils’ club", Cost(amount=Decimal(40)))
    assert bool(found.warnings) == (encoding == "cp1252")


def test_a_binary_file_is_refused(taken):
    with pytest.raises(RefusedFileError, match="it is not a text file"):
        taken(b"Ref\0Action\0", "plan.txt")


def test_a_file_that_is_too_long_is_refused(taken):
    with pytest.raises(RefusedFileError, match="8,388,608 is the most"):
        taken(b"a" * (8 * 1024 * 1024 + 1), "plan.txt")


def test_characters_that_cannot_be_seen_are_left_out_by_rule(taken):
    found = taken("Ref\tAction\n1\tOpen\u200e a\u00a0club\n")
    (action,) = (row.action for row in rows(found.loaded.record))
    assert action.text == "Open a club"
    assert found.account.by_name(Fate.IGNORED)["characters that cannot be seen"] == 1
