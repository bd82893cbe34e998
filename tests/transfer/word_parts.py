"""Pieces of Word's XML that python-docx has no words for."""

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def paragraph(inner):
    """A paragraph with that XML in it."""
    return parse_xml(f"<w:p {nsdecls('w')} {W14}>{inner}</w:p>")


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(text):
    return f'<w:ins w:id="1" w:author="A" w:date="2018-01-01T00:00:00Z">{run(text)}</w:ins>'


def deleted(text):
    return (
        '<w:del w:id="2" w:author="A" w:date="2018-01-01T00:00:00Z">'
        f"<w:r><w:delText>{text}</w:delText></w:r></w:del>"
    )


def symbol(code, font="Wingdings"):
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def control(inner):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def set_paragraph(cell, inner):
    """Puts the XML into a cell in place of its first paragraph."""
    old = cell.paragraphs[0]._p  # noqa: SLF001 - python-docx has no other way
    old.getparent().replace(old, paragraph(inner))


def plan_of(*rows, headings=("Ref", "Action", "Who", "Year 1")):
    """A document with a title and one table of actions."""
    document = Document()
    document.add_heading("An invented plan", level=0)
    table = document.add_table(rows=len(rows) + 1, cols=len(headings))
    for line, row in enumerate((headings, *rows)):
        for place, text in enumerate(row):
            table.cell(line, place).text = text
    return document, table
