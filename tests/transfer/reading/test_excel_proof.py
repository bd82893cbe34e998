"""That nothing of a workbook is lost is shown from its XML, not from what was read."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from planctl.transfer import told
from planctl.transfer.ledger import Fate
from planctl.transfer.reading import excel

BOX = """<xdr:wsDr
 xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:sp>
<xdr:txBody><a:p><a:r><a:t>Ask the </a:t></a:r><a:r><a:t>board</a:t></a:r></a:p><a:p/></xdr:txBody>
</xdr:sp></xdr:absoluteAnchor></xdr:wsDr>"""
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId9" Type="{TYPES}/drawing" Target="../drawings/drawing1.xml"/>
</Relationships>"""


@pytest.fixture
def book():
    made = Workbook()
    made.active.title = "Plan"
    for line in (("Ref", "Action", "Who"), (1, "Open a club", "Library"), (2, "Lend books", True)):
        made.active.append(line)
    return made


def test_what_was_read_is_held_against_the_files_own_xml(saved, book):
    found = saved(book, "plan.xlsx")
    assert (found.account.unread, found.is_complete) == (0, True)


def test_a_reader_that_loses_letters_is_found_out(saved, book, monkeypatch):
    whole = excel._text  # noqa: SLF001 - the part that may fail
    monkeypatch.setattr(excel, "_text", lambda cell: whole(cell)[:9])
    found = saved(book, "plan.xlsx")
    assert (found.account.unread, found.is_complete) == (3, False)
    assert "  3 characters of the file could not be read" in [*told(found)]


def test_what_stands_below_a_merged_cell_is_unmapped_with_its_place(saved, book):
    book.active.append((3, "Print a list", "Schools"))
    content = io.BytesIO()
    book.save(content)
    merged = '<mergeCells count="1"><mergeCell ref="B3:B4"/></mergeCells></worksheet>'
    found = saved(Rewritten(content, {"xl/worksheets/sheet1.xml": ("</worksheet>", merged)}),
                  "plan.xlsx")  # fmt: skip
    left = {one.address: one.text for one in found.account.unmapped}
    assert left["sheet Plan, cell B4, below a merged cell"] == "Print a list"


def test_a_text_box_is_unmapped(saved, book):
    content = io.BytesIO()
    book.save(content)
    parts = {"xl/drawings/drawing1.xml": BOX, "xl/worksheets/_rels/sheet1.xml.rels": RELATED}
    found = saved(Rewritten(content, {}, parts), "plan.xlsx")
    assert [(one.address, one.text) for one in found.account.unmapped] == [
        ("text box on sheet Plan", "Ask the board"),
    ]


def test_headers_and_footers_are_left_out_by_rule(saved, book):
    book.active.oddFooter.center.text = "Draft"
    found = saved(book, "plan.xlsx")
    assert found.account.by_name(Fate.IGNORED)["page headers and footers"] == len("&CDraft")


def test_a_formula_without_its_result_is_named_with_its_cell(saved, book):
    for row in range(4, 11):
        book.active.append((row, f"Action {row}", "=B2"))
    (warning,) = saved(book, "plan.xlsx").warnings
    assert warning == (
        "sheet 'Plan', cells C4, C5, C6, C7, C8 and 2 more: a formula whose result the file does "
        "not keep was read as blank; open it in Excel and save it"
    )


def test_rich_and_inline_texts_count_without_the_sounds_of_signs(saved, book):
    content = io.BytesIO()
    book.save(content)
    rich = "<si><r><t>Open</t></r><r><t> a club</t></r><rPh><t>xyz</t></rPh></si>"
    inline = '<c r="B3" t="inlineStr"><is><t>Lend books</t></is></c>'
    with zipfile.ZipFile(content) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    start = sheet.index('<c r="B3"')
    old = sheet[start : sheet.index("</c>", start) + 4]
    found = saved(Rewritten(content, {
        "xl/sharedStrings.xml": ("<si><t>Open a club</t></si>", rich),
        "xl/worksheets/sheet1.xml": (old, inline),
    }), "plan.xlsx")  # fmt: skip
    assert (found.account.unread, found.is_complete) == (0, True)


class Rewritten:
    """A workbook of which parts say something else, or are further ones."""

    def __init__(self, content, replaced, added=None):
        self.content, self.replaced, self.added = content, replaced, added or {}

    def save(self, path):
        with zipfile.ZipFile(self.content) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name in self.replaced:
                    was, now = (one.encode() for one in self.replaced[name])
                    assert was in text
                    text = text.replace(was, now)
                new.writestr(name, text)
            for name, text in self.added.items():
                new.writestr(name, text)
