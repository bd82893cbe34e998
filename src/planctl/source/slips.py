"""Why a file is not YAML, said of the slip that people made and not of the parser's state.

The diagnosis looks at the text where the parser stopped, never at the parser's words: those speak
of its tokens, and change with its version.
"""

import re
from collections.abc import Callable
from typing import Final

from yaml import YAMLError

from planctl.findings import Finding
from planctl.source.brackets import (
    brackets,
    escape,
    quote_closed_too_late,
    quote_never_closed,
    text_after_bracket,
    text_after_quote,
)
from planctl.source.lines import Lines
from planctl.source.refusals import refused, shortened
from planctl.source.stop import ENTRY, FIELD, Slip, Stop, indent, stop_of

_CONFLICT: Final = re.compile(r"^<{7}(?= |$)", re.MULTILINE)
_BREAKS: Final = re.compile("[\x85\u2028\u2029]")
_BULLET: Final = re.compile(r"[ \t]*([*•·–—])\s")
_BAD_START: Final = re.compile(
    rf"(?:{FIELD} +|{ENTRY})(?P<mark>[@`%*&!,?:]|[|>](?![-+1-9]{{0,2}}\s*(?:#.*)?$))"
)
_DASH_VALUE: Final = re.compile(rf"{FIELD} +(?P<dash>-)(?: |$)")
_HYPHEN: Final = re.compile(r"[ \t]*(?:- +)*(?P<hyphen>-)[^\s-]")
_FIELD_BEFORE: Final = re.compile(rf"{FIELD} +(?P<value>[^\s|>])")
_NO_SPACE: Final = re.compile(rf"{ENTRY}(?P<name>[A-Za-z_][\w-]*):(?=[^ \t\r/])")
_NO_COLON: Final = re.compile(r"[ \t]*(?P<name>[^\s#-].*?)\s*$")
_COLON: Final = re.compile(r":(?:\s|$)")
_OTHER_COLON: Final = re.compile("[：﹕꞉∶]")
_CURLY: Final = "“”„‟‘‚"

_IN_QUOTES: Final = "Put quotes round the whole text."


def syntax_finding(error: YAMLError, file: str, lines: Lines) -> Finding:
    """The one finding for a file that libyaml could not read to its end."""
    stop = stop_of(error, lines)
    if (tab := _tab(stop)) is not None:
        return refused("PLN004", file, lines.span(tab, tab + 1))
    slip = next((found for look in _SLIPS if (found := look(stop))), _unknown(stop))
    at = min(slip.at, max(len(lines.text) - 1, 0))
    span = lines.span(at, at + 1)
    return refused("PLN001", file, span, problem=slip.problem, remedy=slip.remedy)


def _tab(stop: Stop) -> int | None:
    if stop.character == "\t":
        return stop.at
    for number in (stop.number, stop.above):
        line = stop.lines.line(number)
        white = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in white:
            return stop.offset(number, white.index("\t"))
    return None


def _unknown(stop: Stop) -> Slip:
    remedy = "Compare it with the lines above: each is `name: value`, or `- ` and an entry."
    return Slip("the file cannot be understood from here on", remedy, stop.at)


def _conflict(stop: Stop) -> Slip | None:
    found = _CONFLICT.search(stop.text)
    if not found:
        return None
    remedy = "Keep one of the two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>."
    return Slip("two versions of the file meet here, and nobody has chosen", remedy, found.start())


def _unseen_break(stop: Stop) -> Slip | None:
    for number in stop.suspects():
        if found := _BREAKS.search(stop.lines.line(number)):
            problem = f"an unseen character (U+{ord(found[0]):04X}) breaks the line here"
            return Slip(problem, "Delete it.", stop.offset(number, found.start()))
    return None


def _bullet(stop: Stop) -> Slip | None:
    found = stop.matched(_BULLET, stop.number)
    if not found:
        return None
    problem = f"{found[1]} does not begin an entry of a list"
    at = stop.offset(stop.number, found.start(1))
    return Slip(problem, "Begin each entry with a hyphen and a space.", at)


def _bad_start(stop: Stop) -> Slip | None:
    found = stop.matched(_BAD_START, stop.number)
    if not found or stop.offset(stop.number, found.start("mark")) > stop.at:
        return None
    at, mark = stop.offset(stop.number, found.start("mark")), found["mark"]
    if mark == ":" and found["name"] is None:
        return Slip("no name stands in front of the colon", "Write the field's name there.", at)
    return Slip(f"text may not begin with {mark} unless it is in quotes", _IN_QUOTES, at)


def _dash_value(stop: Stop) -> Slip | None:
    found = stop.matched(_DASH_VALUE, stop.number)
    if not found:
        return None
    remedy = "Put each entry on a line of its own; if it is text, put quotes round it."
    problem = f"a list may not begin on the line of {_named(found)}"
    return Slip(problem, remedy, stop.offset(stop.number, found.start("dash")))


def _no_space_after_hyphen(stop: Stop) -> Slip | None:
    for number in stop.suspects():
        if found := stop.matched(_HYPHEN, number):
            at = stop.offset(number, found.start("hyphen"))
            return Slip("there is no space after the hyphen", "Put a space after it.", at)
    return None


def _colon_again(stop: Stop) -> Slip | None:
    found = stop.matched(_FIELD_BEFORE, stop.number)
    if stop.character != ":" or not found or found.end() > len(stop.before):
        return None
    problem = f"the text after {_named(found)}: holds another colon"
    if found["value"] in _CURLY:
        return Slip(problem, "Put straight quotes round the text: curly ones are part of it.", stop.at)
    remedy = f"{_IN_QUOTES} A second field begins on a line of its own."
    return Slip(problem, remedy, stop.at)


def _no_space(stop: Stop) -> Slip | None:
    for number in stop.suspects():
        if found := stop.matched(_NO_SPACE, number):
            problem = f"there is no space after {_named(found)}:"
            at = stop.offset(number, found.end() - 1)
            if stop.lines.line(number)[found.end()].isspace():
                return Slip(f"the space after {_named(found)}: is of another kind", "Retype it.", at)
            return Slip(problem, "Put a space after the colon.", at)
    return None


def _no_colon(stop: Stop) -> Slip | None:
    for number in stop.suspects()[:2]:
        found = stop.matched(_NO_COLON, number)
        if not found or _COLON.search(found["name"]):
            continue
        at = stop.offset(number, found.start("name"))
        if other := _OTHER_COLON.search(found["name"]):
            return Slip("this colon is of another kind", "Retype it, and a space.", at + other.start())
        name = found["name"].split()[0]
        remedy = (
            f"If {shortened(name)} is a field, write {shortened(name)}: and its value. If the line "
            "goes on with the text above, move it further right."
        )
        return Slip("there is no colon in this line", remedy, at)
    return None


def _under_a_value(stop: Stop) -> Slip | None:
    here, above = stop.lines.line(stop.number), stop.lines.line(stop.above)
    found = _FIELD_BEFORE.match(above)
    if not found or indent(here) <= indent(above):
        return None
    name = _named(found)
    problem = f"this line stands under {name}, which already has a value on its own line"
    remedy = f"Line it up with {name}; if it goes on with that text, put quotes round the whole."
    return Slip(problem, remedy, stop.offset(stop.number, indent(here)))


def _out_of_line(stop: Stop) -> Slip | None:
    if stop.before.strip() or not stop.character.strip() or not stop.above:
        return None
    is_entry = stop.character == "-"
    if stop.opened is not None and stop.column(stop.opened) == stop.column(stop.at):
        if stop.mark == "-" and not is_entry:
            remedy = "Move it right, to the fields of the entry above, or left, out of the list."
            return Slip("a field stands here among the entries of a list", remedy, stop.at)
        if stop.mark != "-" and is_entry:
            remedy = "Move it right, under the field that takes the list."
            return Slip("an entry of a list stands here among fields", remedy, stop.at)
    remedy = "Count the spaces in front: fields of one thing begin in the same column."
    return Slip("this line does not line up with any above it", remedy, stop.at)


def _named(found: re.Match[str]) -> str:
    return shortened(found["name"])


_SLIPS: Final[tuple[Callable[[Stop], Slip | None], ...]] = (
    _conflict,
    _unseen_break,
    escape,
    quote_never_closed,
    quote_closed_too_late,
    text_after_quote,
    brackets,
    _bullet,
    _dash_value,
    _bad_start,
    _no_space_after_hyphen,
    _colon_again,
    text_after_bracket,
    _no_space,
    _under_a_value,
    _no_colon,
    _out_of_line,
)
