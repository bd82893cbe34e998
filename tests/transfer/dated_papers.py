"""Three papers of one invented plan: one action vanished, one was re-dated, a comment copied ..."""

from docx import Document
from openpyxl import Workbook

HEADINGS = ("Ref", "Action", "Responsible", "By when", "RAG", "Comments")
_ROOMS = "Open a reading room in each of the six libraries by the end of the year"
_PARENTS = "Train twelve parents as reading volunteers in each school"
_LIST = "Publish a list of free books for families every term"
_ASK = "Ask every family once a year what would help them to read more"

AUTUMN = (
    ("1a", _ROOMS, "Library service", "July 2019", "Green", "Four rooms are open."),
    ("1b", _PARENTS, "Schools", "March 2018", "Amber", "Eight parents have been trained."),
    ("1c", _LIST, "Library service", "ongoing", "Amber", "The list is at the printer."),
    ("1d", "Hold a reading festival in the town hall with all schools", "Arts team", "June 2018",
     "Red", "No date has been found."),
    ("1e", _ASK, "Schools", "July 2019", "Green", "The form is ready."),
)  # fmt: skip
SPRING = (
    ("1a", _ROOMS, "Library service", "July 2019", "Green", "Five rooms are open."),
    ("1b", _PARENTS, "Schools", "March 2020", "Amber", "Ten parents have been trained."),
    ("1c", _LIST, "Library service", "ongoing", "Amber", "The list is at the printer."),
    ("1d", _ASK, "", "July 2019", "Green", "The form went out in May."),
)
SUMMER = (
    ("1a", "Explore a reading room in some of the six libraries by the end of the year",
     "Library service", "July 2019", "Green", "All rooms are open."),
    ("1b", _PARENTS, "Schools", "March 2020", "Green", ""),
    ("1c", _LIST, "Library service", "ongoing", "Green", "The list is at the printer."),
    ("1d", _ASK, "", "July 2019", "", ""),
)  # fmt: skip


def write_paper(path, rows, headings=HEADINGS):
    """The rows as a Word document with a title, or as an Excel sheet."""
    if path.suffix == ".xlsx":
        book = Workbook()
        sheet = book.active
        for row in (("Reading Together",), (), headings, *rows):
            sheet.append(row)
        book.save(path)
        return
    document = Document()
    document.add_heading("Reading Together", 0)
    table = document.add_table(rows=0, cols=len(headings))
    for row in (headings, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))
