"""Markdown: its tables, headings and paragraphs."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.transfer.ledger import Ledger, Span
from planctl.transfer.reading.grid import Cell, Papers, Passage, Table, rectangular

_RULER: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR: Final = re.compile(r"(?<!\\)\|")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_RULE: Final = "bars, rulers and line ends of Markdown"


def read_markdown(text: str, ledger: Ledger) -> Papers:
    """The document; marks for bold and italic letters stay in its texts, as plans may have them."""
    lines = text.split("\n")
    blocks = tuple(_blocks(lines, ledger))
    values = sum(len(span.text) for span in ledger.texts)
    ledger.ignore(ledger.taken("between the texts", " " * (len(text) - values)), _RULE)
    return Papers(blocks, ledger)


def _blocks(lines: list[str], ledger: Ledger) -> Iterator[Passage | Table]:
    place = 0
    while place < len(lines):
        after = lines[place + 1] if place + 1 < len(lines) else ""
        if "|" in lines[place] and "|" in after and _RULER.fullmatch(after):
            end = place + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield _table(lines, place, end, ledger)
            place = end
        else:
            yield from _passage(lines[place], place + 1, ledger)
            place += 1


def _table(lines: list[str], start: int, end: int, ledger: Ledger) -> Table:
    rows = [[Cell(span) for span in _cells(lines[place], place + 1, ledger)]
            for place in (start, *range(start + 2, end))]  # fmt: skip
    address = f"line {start + 1}"
    return Table(address, rectangular(rows, ledger, address))


def _cells(line: str, number: int, ledger: Ledger) -> Iterator[Span]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    for place, cell in enumerate(_BAR.split(inner), 1):
        text = cell.strip().replace("\\|", "|")
        yield ledger.taken(f"line {number}, cell {place}", text)


def _passage(line: str, number: int, ledger: Ledger) -> Iterator[Passage]:
    found = _HEADING.fullmatch(line.strip())
    text = found[2] if found else line.strip()
    if text:
        span = ledger.taken(f"line {number}", text)
        yield Passage(span, len(found[1]) if found else 0)
