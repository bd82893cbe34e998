"""Pages of HTML that anybody may have made: the files inside them, and their words."""

import json
from base64 import b64decode
from binascii import Error as Base64Error
from html.parser import HTMLParser
from typing import Any, Final

from planctl.printing.embedding import MARK
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

_UNSEEN: Final = frozenset({"script", "style", "title", "template", "noscript"})
_BREAKING: Final = frozenset({
    "p", "div", "li", "dt", "dd", "td", "th", "tr", "table", "caption", "h1", "h2", "h3", "h4",
    "section", "nav", "header", "footer", "br", "span", "code", "b", "a",
})  # fmt: skip


def opened_html(content: bytes) -> Opened:
    """The page with the files inside it. Raises DamagedReportError."""
    page = _page(content)
    if page.files and (len(page.files) > MOST_FILES or len(content) > 2 * MOST_BYTES):
        raise too_much()
    files = collected([_file(written) for written in page.files])
    return Opened(ReportFormat.HTML, content, files, lambda: shown_in(content))


def shown_in(content: bytes) -> Shown:
    """What the page shows, and what kinds of elements it holds."""
    page = _page(content)
    return Shown(("".join(page.words),), tuple(page.marks))


def _page(content: bytes) -> "_Page":
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedReportError("It is not UTF-8 text, as the pages of planctl are.") from error
    page = _Page()
    try:
        page.feed(text)
        page.close()
    except (AssertionError, ValueError, RecursionError) as error:
        raise DamagedReportError("It is no page of HTML that can be read.") from error
    return page


def _file(written: str) -> tuple[str, bytes]:
    try:
        found: Any = json.loads(written)
        name = found["name"]
        content = found["text"].encode() if "text" in found else _bytes(found["base64"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedReportError("A file inside it is not as planctl writes it.") from error
    if not isinstance(name, str):
        raise DamagedReportError("A file inside it has no name.")
    return name, content


def _bytes(letters: str) -> bytes:
    try:
        return b64decode(letters, validate=True)
    except Base64Error as error:
        raise ValueError(letters) from error


class _Page(HTMLParser):
    """Gathers the words of a page, and the scripts that hold files."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.files: list[str] = []
        self.marks: list[str] = []
        self._unseen = ""
        self._holds_file = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._holds_file = tag == "script" and given.get(MARK) == "file"
        if self._holds_file:
            self.files.append("")
        elif tag not in _BREAKING:
            self.marks.append(tag)
        if tag in _UNSEEN:
            self._unseen = tag
        if tag in _BREAKING:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen, self._holds_file = "", False
        if tag in _BREAKING:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if self._holds_file:
            self.files[-1] += data
        elif not self._unseen:
            self.words.append(data)
