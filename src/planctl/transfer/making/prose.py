"""Texts of cells: paragraphs, without the marks of web pages and lists."""

import re
from typing import Final

from planctl.transfer.ledger import Ledger, Span

MARKUP: Final = re.compile(
    r"</?(?:p|ul|ol|li|br|div|span|b|i|u|strong|em|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
MARKUP_RULE: Final = "marks of a web page, such as <p>"
_LINE: Final = re.compile(r"\n+")
_BULLET: Final = re.compile(r"(?:(?<=\s)|\A)[•·▪●◦‣∙■○➢➤\uf0b7\uf0a7]\s+|\A[*–-]\s+")
_BULLET_RULE: Final = "bullets of lists"
_NOTHING: Final = re.compile(r"[-–—.\s]*|n/?a|none|nil|not applicable", re.IGNORECASE)
_NOTHING_RULE: Final = "dashes and n/a"
_NUMBERED: Final = re.compile(
    r"(?P<ref>\d{1,3}(?:\.\d{1,3})*|[A-Za-z]{1,3}[\d.]+|[A-Z])(?P<gap>[.):]?\s+(?:[-–]\s+)?|[.):]\s*)(?P<text>\S.*)",
    re.DOTALL,
)  # fmt: skip


def paragraphs(span: Span, ledger: Ledger) -> list[Span]:
    """The paragraphs and list entries of a text; their marks are ignored by rule."""
    plain, marks = span.cut(MARKUP)
    _ignore(marks, MARKUP_RULE, ledger)
    found: list[Span] = []
    for part in plain:
        for line in part.cut(_LINE)[0]:
            entries, bullets = line.cut(_BULLET)
            _ignore(bullets, _BULLET_RULE, ledger)
            found += [entry for entry in entries if entry]
    return found


def prose(span: Span, ledger: Ledger, name: str) -> str:
    """The text, mapped to the field of that name: its paragraphs on lines of their own."""
    plain, marks = span.cut(MARKUP)
    _ignore(marks, MARKUP_RULE, ledger)
    lines = [line for part in plain for line in part.cut(_LINE)[0] if line]
    return "\n".join(" ".join(ledger.map(line, name).split()) for line in lines)


def texts(span: Span, ledger: Ledger, name: str) -> list[str]:
    """The paragraphs, each mapped to the field of that name."""
    return [" ".join(ledger.map(one, name).split()) for one in paragraphs(span, ledger)]


def says_nothing(span: Span, ledger: Ledger) -> bool:
    """Whether the cell is blank or says that it is, with a dash or n/a; that is then ignored."""
    if not is_nothing(span.text):
        return False
    if span:
        ledger.ignore(span.stripped(), _NOTHING_RULE)
    return True


def is_nothing(text: str) -> bool:
    """Whether the text is blank, or a sign that it is."""
    return not text.strip() or _NOTHING.fullmatch(text.strip()) is not None


def numbered(span: Span) -> tuple[Span | None, Span, Span]:
    """A heading's number, what parts it from the text, and the text: '2.1 Parenting'."""
    heading = span.stripped()
    found = _NUMBERED.fullmatch(heading.text)
    if not found:
        return None, heading.part(0, 0), heading
    ref, gap, text = (heading.part(*found.span(name)) for name in ("ref", "gap", "text"))
    return ref, gap, text


def _ignore(spans: tuple[Span, ...], rule: str, ledger: Ledger) -> None:
    for span in spans:
        ledger.ignore(span, rule)
