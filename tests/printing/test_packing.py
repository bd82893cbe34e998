"""Sheets and PDFs, kept and found again."""

from pathlib import Path

from planctl.printing.finished import Printed, Sheet
from planctl.printing.packing import printed_bytes, printed_from, sheet_bytes, sheet_from
from planctl.report.attachments import Attachment

FOLDERS = (Path("templates"),)
ATTACHMENTS = (
    Attachment("plan.yaml", b"id: x\n", "application/yaml", "Source", "The plan"),
    Attachment("empty", b"", "text/plain", "Data", "Nothing"),
    Attachment("ё", b"\x00\n\xff", "text/plain", "Data", "Any bytes"),
)


def test_a_sheet_comes_back_as_it_was():
    sheet = Sheet("<p>é\n</p>", FOLDERS, ATTACHMENTS)
    assert sheet_from(sheet_bytes(sheet), FOLDERS) == sheet


def test_a_sheet_without_attachments_comes_back_as_it_was():
    assert sheet_from(sheet_bytes(Sheet("x", FOLDERS)), ()) == Sheet("x")


def test_a_pdf_comes_back_with_what_its_fonts_lack():
    printed = Printed(b"%PDF\n\xff\n", ("本", "\U0001f600"))
    assert printed_from(printed_bytes(printed)) == printed
