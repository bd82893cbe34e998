"""Word documents: paragraphs and tables in the order of the page, nothing lost on the way."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from planctl.errors import MissingLibraryError
from planctl.transfer.ledger import Ledger
from planctl.transfer.reading.archives import damaged
from planctl.transfer.reading.grid import Papers, Passage, Table
from planctl.transfer.reading.refused import TrackedChangesError
from planctl.transfer.reading.word_numbers import Numbers, numbers_in
from planctl.transfer.reading.word_tables import WordTables, contents, unwrapped
from planctl.transfer.reading.word_text import W, all_text, told_by, tracked, visible_below

_STYLE: Final = re.compile(r"heading\s*(\d)|(title)", re.IGNORECASE)
_BROKEN: Final = (
    KeyError, ValueError, SyntaxError, TypeError, IndexError, AttributeError, OSError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What python-docx raises for a document that is not as it should be."""

_MARGIN_RULE: Final = "page headers and footers"
_BOLD: Final = 6
"""The level of a paragraph that is a heading by its bold letters only."""

_TITLE_LENGTH: Final = 150


def read_word(path: Path, content: bytes, track: str) -> Papers:
    """The document. Raises RefusedFileError, TrackedChangesError, MissingLibraryError."""
    document = _opened(path, content)
    body = document.element.body
    ledger = Ledger()
    if not track and (count := tracked(body)):
        raise TrackedChangesError(path, count)
    tables = WordTables(ledger, track, numbers=_numbers(document))
    blocks = tuple(_blocks(body, tables))
    visible = visible_below(body) + tables.made
    for name, root in _other_parts(document):
        visible += _take_part(name, root, ledger)
    return Papers(blocks, ledger, visible, tuple(_warnings(tables, ledger)))


def _opened(path: Path, content: bytes) -> Any:
    # Only for .docx, and only where the extra libraries are there.
    try:
        from docx import Document  # noqa: PLC0415
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
    except ImportError as error:
        raise MissingLibraryError(
            "Word files need a library that is not installed: pip install 'planctl[office]'."
        ) from error
    try:
        document = Document(io.BytesIO(content))
    except (OpcError, *_BROKEN) as error:
        raise damaged(path) from error
    if document.element.body is None:
        raise damaged(path)
    return document


def _blocks(body: Any, tables: WordTables) -> Iterator[Passage | Table]:
    paragraph = table = 0
    for element in unwrapped(body):
        if element.tag == f"{W}tbl":
            table += 1
            yield from tables.tables(element, f"table {table}")
        elif element.tag == f"{W}p":
            paragraph += 1
            yield from _passages(element, f"paragraph {paragraph}", tables)


def _passages(element: Any, address: str, tables: WordTables) -> Iterator[Passage]:
    told = told_by(element, tables.track)
    tables.drop(told.dropped, address)
    number = tables.taken_number(element) if _level(element, told.text) and told.text else ""
    for line in told.text.split("\n"):
        if line.strip():
            whole = f"{number} {line}" if number else line
            yield Passage(tables.ledger.taken(address, whole), _level(element, line))
            number = ""
    for box in told.boxes:
        where = f"{address}, text box"
        inner = tables.text(contents(box), where)
        if inner.text.strip():
            yield Passage(tables.ledger.taken(where, inner.text))


def _level(paragraph: Any, text: str) -> int:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    found = _STYLE.search(style.get(f"{W}val", "")) if style is not None else None
    if found:
        return int(found[1]) if found[1] else 1
    runs = [run for run in paragraph.iter(f"{W}r") if all_text(run).strip()]
    is_bold = bool(runs) and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
    return _BOLD if is_bold and len(text) <= _TITLE_LENGTH else 0


def _numbers(document: Any) -> Numbers:
    """The numbers of its lists; none where tracked changes may have moved them."""
    parts = {str(part.partname).rpartition("/")[2]: part
             for part in document.part.package.iter_parts()}  # fmt: skip
    from docx.oxml import parse_xml  # noqa: PLC0415 - there by now, and only for .docx

    numbering, styles = (
        parse_xml(parts[name].blob) if name in parts else None
        for name in ("numbering.xml", "styles.xml")
    )
    found = numbers_in(document.element.body, numbering, styles)
    is_moved = tracked(document.element.body) > 0
    return Numbers({}, len(found.by_paragraph) + found.unknown) if is_moved else found


def _other_parts(document: Any) -> Iterator[tuple[str, Any]]:
    """Headers, footers, notes and comments, with their names."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - there by now, and only for .docx

    for part in document.part.package.iter_parts():
        name = str(part.partname).rpartition("/")[2]
        if re.match(r"(?:header|footer|footnotes|endnotes|comments)\d*\.xml", name):
            yield name, parse_xml(part.blob)


def _take_part(name: str, root: Any, ledger: Ledger) -> int:
    """Enters what stands outside the page's own text: in margins, and as notes."""
    text = all_text(root)
    span = ledger.taken(re.sub(r"s?\d*\.xml", "", name), text)
    if name.startswith(("header", "footer")):
        ledger.ignore(span, _MARGIN_RULE)
    return len("".join(text.split()))


def _warnings(tables: WordTables, ledger: Ledger) -> Iterator[str]:
    if tables.nested:
        yield (
            "1 table stands in a cell of another: its text is kept in that cell"
            if tables.nested == 1
            else f"{tables.nested} tables stand in a cell of another: "
            "their text is kept in that cell"
        )
    left = len(tables.numbers.by_paragraph) - tables.read + tables.numbers.unknown
    if tables.read:
        yield f"{tables.read} numbers that Word makes itself were read from its list settings"
    if left:
        yield (
            f"{left} paragraphs are numbered by Word itself: such numbers are no text, and do not "
            "come along"
        )
    unknown = sum(span.text.count("\N{REPLACEMENT CHARACTER}") for span in ledger.texts)
    if unknown:
        yield f"{unknown} symbols of a picture font could not be read, and stand as �"
