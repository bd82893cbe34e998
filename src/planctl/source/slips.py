"""Why a file is not YAML, said of the slip that people made and not of the parser's state.

The diagnosis looks at the text where the parser stopped, never at the parser's words: those speak
of its tokens, and change with its version.
"""

import re
from collections.abc import Callable
from typing import Final

from yaml import YAMLError

from planctl.findings import Finding
from planctl.source.alignment import (
    FIELD_WITH_VALUE,
    first_line_too_far_right,
    no_colon,
    out_of_line,
    too_far_left,
    under_a_value,
)
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
from planctl.source.stop import ENTRY, FIELD, Slip, Stop, stop_of

_CONFLICT: Final = re.compile(r"^<{7}(?= |$)", re.MULTILINE)
_BREAKS: Final = re.compile("[\x85\u2028\u2029]")
_BULLET: Final = re.compile(r"[ \t]*([*•·–—])\s")
_BAD_START: Final = re.compile(
    rf"(?:{FIELD}|{ENTRY})(?P<mark>[@`%*&!,?:]|[|>](?![-+1-9]{{0,2}}\s*(?:#.*)?$))"
)
_DASH_VALUE: Final = re.compile(rf"{FIELD}(?P<dash>-)(?: |$)")
_HYPHEN: Final = re.compile(rf"{ENTRY}(?P<hyphen>-)[^\s-]")
_NO_SPACE: Final = re.compile(rf"{ENTRY}(?P<name>[A-Za-z_][\w-]*):(?=[^ \t\r/])")
_NO_COLON: Final = re.compile(r"[ \t]*(?P<text>[^\s#-].*)$")
_COLON: Final = re.compile(r":(?:\s|$)")
_BEFORE_BRACKET: Final = re.compile(rf"{ENTRY}(?P<text>[\w-]+)(?= [\[{{])")
_OTHER_COLON: Final = re.compile("[\uff1a\ufe55\ua789\u2236]")
_RESERVED: Final = ("@", "`", "%")
_CURLY: Final = "\u201c\u201d\u201e\u201f\u2018\u201a"

_FEW_WORDS: Final = 4
_SENTENCE: Final = (
    "If it goes on with the text above, move it further right than that text's field. "
    "If it is a field, put a colon behind its name."
)
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
    line = stop.lines.line(stop.number)
    white = line[: len(line) - len(line.lstrip(" \t"))]
    return stop.offset(stop.number, white.index("\t")) if "\t" in white else None


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
    at = stop.offset(stop.number, found.start("mark")) if found else stop.at
    if at > stop.at or not (found or stop.character in _RESERVED):
        return None
    if found and found["mark"] == ":" and found["name"] is None:
        return Slip("no name stands in front of the colon", "Write the field's name there.", at)
    problem = f"text may not begin with {stop.text[at]} unless it is in quotes"
    return Slip(problem, _IN_QUOTES, at)


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
    found = stop.matched(FIELD_WITH_VALUE, stop.number)
    if stop.character != ":" or not found or found.end() > len(stop.before):
        return None
    problem = f"the text after {_named(found)}: holds another colon"
    if found["value"] in _CURLY:
        remedy = "Put straight quotes round the text: curly ones are part of it."
        return Slip(problem, remedy, stop.at)
    remedy = f"{_IN_QUOTES} A second field begins on a line of its own."
    return Slip(problem, remedy, stop.at)


def _no_space(stop: Stop) -> Slip | None:
    for number in stop.suspects():
        if found := stop.matched(_NO_SPACE, number):
            name, at = _named(found), stop.offset(number, found.end() - 1)
            if stop.lines.line(number)[found.end()].isspace():
                problem = f"the space after {name}: is of another kind"
                return Slip(problem, "Delete it, and type a space.", at + 1)
            return Slip(f"there is no space after {name}:", "Put a space after the colon.", at)
    return None


def _no_colon(stop: Stop) -> Slip | None:
    if found := stop.matched(_BEFORE_BRACKET, stop.number):
        return no_colon(stop, stop.number, found)
    for number in stop.suspects()[:2]:
        found = stop.matched(_NO_COLON, number)
        if not found or _COLON.search(found["text"]):
            continue
        at = stop.offset(number, found.start("text"))
        if other := _OTHER_COLON.search(found["text"]):
            remedy = "Delete it, and type a colon and a space."
            return Slip("this colon is of another kind", remedy, at + other.start())
        if len(found["text"].split()) > _FEW_WORDS:
            return Slip("there is no colon in this line", _SENTENCE, at)
        return no_colon(stop, number, found)
    return None


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
    too_far_left,
    first_line_too_far_right,
    under_a_value,
    _no_colon,
    out_of_line,
)
