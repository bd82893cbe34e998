"""The words of a page of a PDF that is written as reports are; it takes a tenth of the long way."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from planctl.verify.opened import MOST_BYTES, too_much

_NAME: Final = rb"/([^\s()<>\[\]{}/%]+)\s+"
_STEP: Final = re.compile(
    rb"\[([^\[\]]*)\]\s*TJ|"
    + _NAME + rb"[-+.\d]+\s+Tf|"
    + _NAME + rb"Do(?!\S)|"
    + rb"(?<!\S)(q|Q|BT)(?!\S)"
)  # fmt: skip
"""What is shown, in which typeface, what is drawn into the page, and what is kept and taken up."""
_SHOWN: Final = re.compile(rb"(?<!<)<((?:[0-9A-Fa-f]{4})*)>(?!>)")
_GLUED: Final = re.compile(rb"[\]>})\d.+-][qQ]|(?<=[\s\]>})\d.+-])[qQ][(<\[{/]")
"""What keeps a typeface or takes it up, written so that others see it and a step does not."""
_OTHERWISE: Final = (b"(", b"%", b"'", b'"', b"#", b"BI", b"\x00", b"\x0b")
"""Other ways to write text, remarks that could hide some, pictures within the page, and spaces that
not everybody takes for such."""

_SECTION: Final = re.compile(rb"beginbfchar\s(.*?)\sendbfchar", re.DOTALL)
_LETTER: Final = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>")
_LETTERS: Final = re.compile(rb"(?:\s*<[0-9A-Fa-f]{4}>\s*<(?:[0-9A-Fa-f]{4})+>)*\s*")

Letters = Mapping[bytes, str]
"""What each code of a typeface stands for."""


class WrittenOtherwiseError(Exception):
    """A page that is not written as those of reports: nothing is said of its words."""


class Faces:
    """The typefaces of a PDF, each read once; and how much may still be read of its pages.

    What is drawn a thousand times counts a thousand times.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._known: dict[int, tuple[Any, Letters]] = {}
        self._left = most

    def take(self, stream: Any) -> None:
        """Counts what is written there. Raises DamagedReportError where it is too much."""
        parts = stream if isinstance(stream, list) else (stream,)
        for part in parts:
            found = part.get_object()
            self._left -= len(found.get_data()) if hasattr(found, "get_data") else 0
            if self._left < 0:
                raise too_much()

    def letters(self, resources: Any, name: bytes) -> Letters:
        """The letters of the typeface of that name. Raises WrittenOtherwiseError."""
        face = _within(_within(resources, "/Font"), f"/{name.decode('latin-1')}")
        if id(face) not in self._known:
            # With the face itself, so that no other comes to have its id.
            self._known[id(face)] = face, _letters(face)
        return self._known[id(face)][1]


def words_on(page: Any, faces: Faces, most: int = MOST_BYTES) -> str:
    """The words in the order in which they are written; a line for each piece of text.

    `most` letters at most.

    Raises WrittenOtherwiseError, DamagedReportError; whatever the reader of the PDF raises for a
    damaged one.
    """
    pieces: list[str] = []
    left = most
    for piece in _pieces(_within(page, "/Contents"), page, faces, is_page=True):
        left -= len(piece)
        if left < 0:
            raise WrittenOtherwiseError
        pieces.append(piece)
    return "".join(pieces).strip()


def _pieces(stream: Any, holder: Any, faces: Faces, *, is_page: bool) -> Iterator[str]:
    faces.take(stream)
    content = _content(stream)
    resources = _within(holder, "/Resources")
    letters: Letters | None = None
    kept: list[Letters | None] = []
    shown = faced = placed = 0
    for step in _STEP.finditer(content):
        codes, face, drawn, sign = step.groups()
        if codes is not None:
            found = _SHOWN.findall(codes)
            shown += len(found)
            yield _spelt(b"".join(found), letters)
        elif face is not None:
            faced += 1
            letters = faces.letters(resources, face)
        elif drawn is not None:
            placed += 1
            yield from _drawn(resources, drawn, faces, is_page=is_page)
        elif sign == b"q":
            kept.append(letters)
        elif sign == b"Q":
            letters = kept.pop() if kept else None
        else:
            yield "\n"
    steps = (shown, faced, placed)
    if steps != _written(content) or _GLUED.search(content):
        raise WrittenOtherwiseError


def _written(content: bytes) -> tuple[int, int, int]:
    """How many codes, typefaces and drawings there are, however they are written."""
    faced, placed = (content.count(one) - content.count(b"/" + one) for one in (b"Tf", b"Do"))
    return content.count(b"<") - 2 * content.count(b"<<"), faced, placed


def _drawn(resources: Any, name: bytes, faces: Faces, *, is_page: bool) -> Iterator[str]:
    """The words of what is drawn into a page; what is drawn into that again takes the long way."""
    form = _within(_within(resources, "/XObject"), f"/{name.decode('latin-1')}")
    if form.get("/Subtype") == "/Image":
        return
    if not is_page:
        raise WrittenOtherwiseError
    yield "\n"
    yield from _pieces(form, form, faces, is_page=False)
    yield "\n"


def _spelt(codes: bytes, letters: Letters | None) -> str:
    try:
        known = letters or {}
        return "".join([known[codes[at : at + 4].lower()] for at in range(0, len(codes), 4)])
    except KeyError as error:
        raise WrittenOtherwiseError from error


def _letters(face: Any) -> Letters:
    """What the codes of the typeface stand for, as it says itself."""
    if face.get("/Subtype") != "/Type0" or face.get("/Encoding") != "/Identity-H":
        raise WrittenOtherwiseError
    table = _content(_within(face, "/ToUnicode"), ())
    sections = _SECTION.findall(table)
    if b"beginbfrange" in table or b"usecmap" in table or not sections:
        raise WrittenOtherwiseError
    if not all(map(_LETTERS.fullmatch, sections)):
        raise WrittenOtherwiseError
    pairs = (pair for section in sections for pair in _LETTER.findall(section))
    return {code.lower(): _text(letter) for code, letter in pairs}


def _text(letter: bytes) -> str:
    try:
        return bytes.fromhex(letter.decode()).decode("utf-16-be")
    except UnicodeDecodeError as error:
        raise WrittenOtherwiseError from error


def _content(stream: Any, otherwise: tuple[bytes, ...] = _OTHERWISE) -> bytes:
    if not hasattr(stream, "get_data"):
        raise WrittenOtherwiseError
    content: bytes = stream.get_data()
    if any(one in content for one in otherwise):
        raise WrittenOtherwiseError
    return content


def _within(holder: Any, name: str) -> Any:
    """What stands there under the name. Raises WrittenOtherwiseError where nothing does."""
    found = holder.get(name)
    if found is None:
        raise WrittenOtherwiseError
    return found.get_object()
