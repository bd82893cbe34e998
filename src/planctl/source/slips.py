"""Why a file is not YAML, said of the slip that people made and not of the parser's state.

The diagnosis looks at the text where the parser stopped; the parser's own words are used only when
no known slip is seen there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from yaml import MarkedYAMLError, YAMLError

from planctl.findings import Finding
from planctl.source.lines import Lines
from planctl.source.refusals import refused

_ENTRY: Final = r"^\s*(?:- +)*"
_KEY: Final = rf"{_ENTRY}(?:[\w £'\u2019-]+?:\s+)?"
_BAD_START: Final = re.compile(_KEY + r"([@`*&%|>!])(?=\S)")
_COLON_AGAIN: Final = re.compile(_ENTRY + r"([\w '\u2019-]+):\s+([^\s\"'\[{#|>].*?):(?=\s|$)")
_NO_SPACE: Final = re.compile(_ENTRY + r"([\w-]+):(?=[^\s/])")
_NO_COLON: Final = re.compile(r"^\s*([\w-]+)(?:\s+[\w ]+)?\s*$")
_AFTER_QUOTE: Final = re.compile(
    _KEY + r"(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*[^\s#,:\]}]"
)
_VALUE: Final = re.compile(_ENTRY + r"([\w '\u2019-]+):\s+[^\s|>#]")


@dataclass(frozen=True, slots=True)
class _Slip:
    """What went wrong, the remedy, and the offset at which it shows."""

    problem: str
    remedy: str
    at: int


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the parser stopped: the line, and the one with text above it."""

    lines: Lines
    at: int
    opened: int | None
    words: str

    @property
    def number(self) -> int:
        """The line's number."""
        return self.lines.line_and_column(self.at)[0]

    @property
    def above(self) -> int:
        """The number of the nearest line above that holds text; 0 when there is none."""
        for number in range(self.number - 1, 0, -1):
            if self.lines.line(number).strip():
                return number
        return 0

    def offset(self, number: int, column: int) -> int:
        """The offset of a 0-based column in a line."""
        return self.lines.starts[number - 1] + column

    def matched(self, pattern: re.Pattern[str], number: int) -> re.Match[str] | None:
        """The pattern at the beginning of a line."""
        return pattern.match(self.lines.line(number))


def syntax_finding(error: YAMLError, file: str, lines: Lines) -> Finding:
    """The one finding for a file that libyaml could not read to its end."""
    stop = _stop(error, lines)
    for number in (stop.number, stop.above):
        indent = re.match(r"\s*", lines.line(number))
        if indent and "\t" in indent[0]:
            tab = stop.offset(number, indent[0].index("\t"))
            return refused("PLN004", file, lines.span(tab, tab + 1))
    slip = next((found for look in _SLIPS if (found := look(stop))), _unknown(stop))
    span = lines.span(slip.at, slip.at + 1)
    return refused("PLN001", file, span, problem=slip.problem, remedy=slip.remedy)


def _stop(error: YAMLError, lines: Lines) -> _Stop:
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _Stop(lines, 0, None, "")
    at = min(error.problem_mark.index, max(len(lines.text) - 1, 0))
    opened = error.context_mark.index if error.context_mark else None
    return _Stop(lines, at, opened, error.problem or "")


def _unknown(stop: _Stop) -> _Slip:
    words = f" ({stop.words})" if stop.words else ""
    remedy = (
        "Compare it with the lines above: `name: text`, and one indent for the fields of a thing."
    )
    return _Slip(f"this is not YAML{words}", remedy, stop.at)


def _never_closed(stop: _Stop) -> _Slip | None:
    if stop.opened is None:
        return None
    mark = stop.lines.text[stop.opened : stop.opened + 1]
    if mark in {'"', "'"}:
        remedy = "Close it with the same quote; if the text itself holds one, use the other kind."
        return _Slip("this quote is never closed", remedy, stop.opened)
    if mark in {"[", "{"}:
        closing = {"[": "]", "{": "}"}[mark]
        remedy = f"Close it with {closing}, or put quotes round the text if it is text."
        return _Slip(f"this {mark} is not closed by a {closing}", remedy, stop.opened)
    return None


def _bad_start(stop: _Stop) -> _Slip | None:
    found = stop.matched(_BAD_START, stop.number)
    if not found:
        return None
    problem = f"text may not begin with {found[1]} unless it is in quotes"
    return _Slip(problem, "Put quotes round the text.", stop.offset(stop.number, found.start(1)))


def _colon_again(stop: _Stop) -> _Slip | None:
    found = stop.matched(_COLON_AGAIN, stop.number)
    if not found:
        return None
    problem = f"the text after {found[1].strip()}: holds another colon"
    return _Slip(problem, "Put quotes round the text.", stop.offset(stop.number, found.end() - 1))


def _text_after_quote(stop: _Stop) -> _Slip | None:
    found = stop.matched(_AFTER_QUOTE, stop.number)
    if not found:
        return None
    remedy = "Put the whole text in quotes, of the other kind if it holds this one."
    at = stop.offset(stop.number, found.end("text") - 1)
    return _Slip("the text goes on after its closing quote", remedy, at)


def _no_space(stop: _Stop) -> _Slip | None:
    for number in (stop.number, stop.above):
        if found := stop.matched(_NO_SPACE, number):
            problem = f"there is no space after {found[1]}:"
            at = stop.offset(number, found.end() - 1)
            return _Slip(problem, "Put a space after the colon.", at)
    return None


def _no_colon(stop: _Stop) -> _Slip | None:
    for number in (stop.number, stop.above):
        if found := stop.matched(_NO_COLON, number):
            at = stop.offset(number, found.start(1))
            remedy = (
                f"Write {found[1]}: and its value; the rest of a longer text stands further right."
            )
            return _Slip(f"there is no colon after {found[1]}", remedy, at)
    return None


def _indented_under_a_value(stop: _Stop) -> _Slip | None:
    here, above = stop.lines.line(stop.number), stop.lines.line(stop.above)
    found = _VALUE.match(above)
    if not found or _indent(here) <= _indent(above):
        return None
    name = found[1].strip()
    problem = f"this line stands under {name}, which already has a value on its own line"
    remedy = f"Line it up with {name}."
    return _Slip(problem, remedy, stop.offset(stop.number, _indent(here)))


def _out_of_line(stop: _Stop) -> _Slip | None:
    here = stop.lines.line(stop.number)
    if not stop.above or not _VALUE.match(here):
        return None
    if _indent(here) == _indent(stop.lines.line(stop.above)):
        return None
    remedy = "Count the spaces in front: fields of one thing begin in the same column."
    at = stop.offset(stop.number, _indent(here))
    return _Slip("this line does not line up with any above it", remedy, at)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_SLIPS: Final[tuple[Callable[[_Stop], _Slip | None], ...]] = (
    _bad_start,
    _text_after_quote,
    _colon_again,
    _never_closed,
    _no_space,
    _indented_under_a_value,
    _no_colon,
    _out_of_line,
)
