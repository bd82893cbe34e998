"""PDFs that anybody may have made: the files inside them, and the words on their pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from typing import Any, Final
from zlib import error as ZlibError  # noqa: N812 - a class, whatever its name

from planctl.verify.opened import (
    MOST_BYTES,
    MOST_FILES,
    DamagedReportError,
    Opened,
    ReportFormat,
    Shown,
    collected,
    too_much,
)
from planctl.verify.pdf_words import Faces, WrittenOtherwiseError, words_on

_MOST_PAGES: Final = 1000
_LONG_PAGE: Final = 256 * 1024
"""Twice what a page full of tables takes, unpacked."""
_DEEPEST: Final = 8
_UNPACKED: Final = (
    "maximum_declared_stream_length", "array_based_stream_maximum_output_length",
    "lzw_maximum_output_length", "run_length_maximum_output_length", "zlib_maximum_output_length",
)  # fmt: skip
_WRONG: Final = (
    ArithmeticError, AttributeError, LookupError, MemoryError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError, AssertionError, ZlibError,
)  # fmt: skip
"""What comes out of pypdf for files that are not in order, beside its own errors."""


def opened_pdf(content: bytes) -> Opened:
    """The PDF with the files inside it. Raises DamagedReportError."""
    with _reading(content) as reader:
        if reader.is_encrypted:
            raise DamagedReportError("It is locked with a password. Ask for one that is not.")
        files = collected(list(_files(reader)))
    return Opened(ReportFormat.PDF, content, files, lambda: shown_in(content))


def shown_in(content: bytes) -> Shown:
    """What the pages of the PDF show. Raises DamagedReportError."""
    with _reading(content) as reader:
        if len(reader.pages) > _MOST_PAGES:
            raise DamagedReportError(f"It has more than {_MOST_PAGES} pages.")
        pages = list(reader.pages)
        faces = Faces(MOST_BYTES + len(pages) * _LONG_PAGE)
        words = tuple(_words(page, faces) for page in pages)
        return Shown(words, tuple(_marks(page) for page in pages))


def _words(page: Any, faces: Faces) -> str:
    try:
        return words_on(page, faces)
    except WrittenOtherwiseError:
        found: str = page.extract_text()
        return found


@contextmanager
def _reading(content: bytes) -> Iterator[Any]:
    """The reader of the PDF; whatever goes wrong with it is a DamagedReportError."""
    # Slow to import, and only what reads PDFs needs it.
    from pypdf._configuration import apply_configuration  # noqa: PLC0415
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    from planctl.verify.pdf_objects import SparingReader  # noqa: PLC0415

    limits: dict[str, Any] = dict.fromkeys(_UNPACKED, MOST_BYTES)
    with apply_configuration(**limits, jbig2dec_binary=None), _silence():
        try:
            yield SparingReader(BytesIO(content))
        except (PyPdfError, DependencyError, *_WRONG) as error:
            said = str(error) if isinstance(error, PyPdfError | DependencyError) else ""
            reason = _plain(said or "a part of it is damaged or missing")
            raise DamagedReportError(f"It is no PDF that can be read: {reason}.") from error


@contextmanager
def _silence() -> Iterator[None]:
    """Without what pypdf says of files that are not quite in order."""
    import logging  # noqa: PLC0415 - only what reads PDFs needs it

    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _files(reader: Any) -> Iterator[tuple[str, bytes]]:
    """The files that the PDF lists, unpacked."""
    names = _entry(_entry(reader.root_object, "/Names"), "/EmbeddedFiles")
    total = 0
    for number, (name, specification) in enumerate(_leaves(names, 0, count())):
        streams = _entry(specification, "/EF")
        found = {id(one): one for key in streams or () if (one := _entry(streams, key)) is not None}
        if not found:
            raise DamagedReportError(f"The file {name!r} inside it is not there.")
        content, *others = (one.get_data() for one in found.values())
        # Programs differ in which of them they save: one for each sort of computer.
        if any(other != content for other in others):
            raise DamagedReportError(f"It holds two files that are called {name!r}.")
        total += len(content)
        if number >= MOST_FILES or total > MOST_BYTES:
            raise too_much()
        yield name, content


def _leaves(node: Any, depth: int, met: Iterator[int]) -> Iterator[tuple[str, Any]]:
    """The names and files below a node of the list; `met` counts nodes, each as often as named."""
    if node is None:
        return
    if depth > _DEEPEST or next(met) > MOST_FILES:
        raise too_much()
    pairs = _entry(node, "/Names") or ()
    kids = _entry(node, "/Kids") or ()
    if len(pairs) > 2 * MOST_FILES or len(kids) > MOST_FILES:
        raise too_much()
    for place in range(0, len(pairs) - 1, 2):
        specification = pairs[place + 1].get_object()
        yield str(pairs[place]), specification
    for kid in kids:
        yield from _leaves(kid.get_object(), depth + 1, met)


def _entry(holder: Any, name: str) -> Any:
    found = holder.get(name) if holder is not None else None
    return found.get_object() if found is not None else None


def _marks(page: Any) -> str:
    """What lies on a page beside words: its size, and how many of each sort."""
    notes = [str(_entry(note.get_object(), "/Subtype")) for note in _entry(page, "/Annots") or ()]
    drawn = _entry(_entry(page, "/Resources"), "/XObject") or {}
    sorts = [str(_entry(one.get_object(), "/Subtype")) for one in drawn.values()]
    size = [f"{float(side):.1f}" for side in page.mediabox]
    return f"{size} {sorted(notes)} {sorted(sorts)} {page.rotation}"


def _plain(reason: str) -> str:
    """The first line of what another library says, without the bytes that it quotes."""
    line = reason.split("\n", 1)[0].split(" starting with b", 1)[0]
    return line[:200].rstrip(".")
