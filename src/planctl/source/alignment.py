"""Slips with what lines up: fields, entries and text that begin in the wrong column."""

import re
from typing import Final

from planctl.source.refusals import shortened
from planctl.source.stop import FIELD, Slip, Stop

FIELD_WITH_VALUE: Final = re.compile(rf"{FIELD}(?P<value>[^\s|>#])")
_FRONT: Final = re.compile(r" *+(?:- ++)*+")
_PLAIN_ENTRY: Final = re.compile(r" *+(?:- ++)++(?P<text>[^\s\"'|>\[{#&*!].*)$")
_COLON: Final = re.compile(r":(?:\s|$)")
_HEAD: Final = re.compile(r".*[|>][-+1-9]{0,2}\s*$")
_PLAIN_TEXT: Final = re.compile(r" *[^\s#-](?:(?!:(?:\s|$)).)*$")
_FEW_WORDS: Final = 4
_GOES_ON: Final = "If the line goes on with the text above, move it further right."


def too_far_left(stop: Stop) -> Slip | None:
    """A line that breaks off a block whose other lines stand above and below it."""
    here = stop.lines.line(stop.number)
    column, odd = indent(here), stop.number
    round_it = {indent(stop.lines.line(stop.above)), indent(stop.lines.line(stop.number + 1))}
    if not _PLAIN_TEXT.match(here) or len(round_it) > 1 or max(round_it) <= column:
        odd = _line_above(stop, stop.number, column - 1)
        before = stop.lines.line(_line_above(stop, odd, column))
        if _is_above(stop, odd) or not _in_line(here, before):
            return None
    at = stop.offset(odd, indent(stop.lines.line(odd)))
    problem = "this line stands further left than those above and below it"
    return Slip(problem, "Line it up with them.", at)


def first_line_too_far_right(stop: Stop) -> Slip | None:
    """A text below > or | whose first line is indented like a printed paragraph's."""
    for number in stop.suspects()[:2]:
        first = stop.above_line(number)
        head = stop.lines.line(stop.above_line(first))
        column = indent(stop.lines.line(first))
        here = indent(stop.lines.line(number))
        if column > here > indent(head) and column > _content(head) + 2 and _HEAD.match(head):
            problem = "this text begins further right than it goes on"
            remedy = "Begin all its lines in the same column."
            return Slip(problem, remedy, stop.offset(first, column))
    return None


def under_a_value(stop: Stop) -> Slip | None:
    """A line below a field or entry that is complete."""
    here, above = stop.lines.line(stop.number), stop.lines.line(stop.above)
    at = stop.offset(stop.number, indent(here))
    if (found := FIELD_WITH_VALUE.match(above)) and indent(here) > indent(above):
        name = shortened(found["name"])
        problem = f"this line stands under {name}, which already has a value on its own line"
        remedy = f"Line it up with {name}; if it is more of that text, put quotes round the whole."
        return Slip(problem, remedy, at)
    entry = _PLAIN_ENTRY.match(above)
    if not entry or _COLON.search(entry["text"]):
        return None
    if here.lstrip().startswith("- "):
        return Slip("this entry does not line up with the one above", "Line it up.", at)
    if stop.character != ":":
        return None
    if len(entry["text"].split()) <= _FEW_WORDS:
        return no_colon(stop, stop.above, entry)
    problem = "a colon stands in the middle of a text that begins above"
    return Slip(problem, "Put quotes round the whole text.", stop.at)


def no_colon(stop: Stop, number: int, found: re.Match[str]) -> Slip:
    """What is said of a line that should hold a field and has no colon."""
    name = shortened(found["text"].split()[0])
    remedy = f"If {name} is a field, write {name}: and its value. {_GOES_ON}"
    if name.startswith(("'", '"')):
        remedy = f"If it is a field, write a colon and its value behind it. {_GOES_ON}"
    return Slip("there is no colon in this line", remedy, stop.offset(number, found.start("text")))


def out_of_line(stop: Stop) -> Slip | None:
    """A line that begins in a column where nothing above it does, or in that of other things."""
    if stop.before.strip() or not stop.character.strip() or not stop.above:
        return None
    if stop.opened is not None and stop.column(stop.opened) == stop.column(stop.at):
        if stop.mark == "-" and stop.character != "-":
            remedy = "Move it right, to the fields of the entry above, or left, out of the list."
            return Slip("a field stands here among the entries of a list", remedy, stop.at)
        if stop.mark != "-" and stop.character == "-":
            remedy = "Move it right, under the field that takes the list."
            return Slip("an entry of a list stands here among fields", remedy, stop.at)
    remedy = "Count the spaces in front: fields of one thing begin in the same column."
    return Slip("this line does not line up with any above it", remedy, stop.at)


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _line_above(stop: Stop, number: int, column: int) -> int:
    """The nearest line above that begins in the column or left of it; 0 when none does."""
    for above in range(number - 1, 0, -1):
        line = stop.lines.line(above)
        if line.strip() and not line.lstrip().startswith("#") and indent(line) <= column:
            return above
    return 0


def _is_above(stop: Stop, number: int) -> bool:
    """Whether the line where the parser stopped belongs under that one, if not quite in line."""
    here, head = stop.lines.line(stop.number), stop.lines.line(number)
    if not head.rstrip().endswith(":"):
        return indent(here) == _content(head)
    below = stop.lines.line(number + 1)
    is_one_list = here.lstrip().startswith("- ") and below.lstrip().startswith("- ")
    return is_one_list or abs(indent(here) - indent(below)) <= 1


def _in_line(line: str, other: str) -> bool:
    """Whether two lines can be of one block: entries of a list, or fields of one thing."""
    if line.lstrip().startswith("- "):
        return other.lstrip().startswith("- ") and indent(line) == indent(other)
    return bool(other.strip()) and indent(line) == _content(other)


def _content(line: str) -> int:
    """Where a line begins behind the hyphens of its entry."""
    found = _FRONT.match(line)
    return len(found[0]) if found else 0
