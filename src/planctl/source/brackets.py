"""Slips with what comes in pairs: quotes and brackets that open, close and hold text together."""

import re
from typing import Final

from planctl.source.stop import ENTRY, FIELD, QUOTED, Slip, Stop

_CLOSING: Final = {"[": "]", "{": "}"}
_ESCAPE: Final = re.compile(r"\\[^\\]{0,9}$", re.DOTALL)
_ONE_QUOTED: Final = re.compile(QUOTED)
_AFTER_QUOTE: Final = re.compile(rf"(?:{FIELD}|{ENTRY})(?P<text>{QUOTED}) *[^\s#,:\]}}]")
_LEFT_OPEN: Final = re.compile(
    rf"(?:(?<=: )|(?<=- )|(?<=, )|(?<=[\[{{])|^ *)(?:{QUOTED}|(?P<quote>[\"']))"
)
_FIELD_OR_ENTRY: Final = re.compile(rf"(?:{FIELD}|[ \t]*- )")
_BRACKET_OR_QUOTED: Final = re.compile(
    r"(?<![^\s\[{,:])(?:\"(?:[^\"\\]|\\.)*\"|'[^'\n]*')|[\[\]{}]"
)


def escape(stop: Stop) -> Slip | None:
    """A backslash in double quotes that begins nothing YAML knows."""
    if stop.mark != '"' or stop.opened is None or not stop.character:
        return None
    found = _ESCAPE.search(stop.text[max(stop.opened, stop.at - 9) : stop.at + 1])
    if not found:
        return None
    at = max(stop.opened, stop.at - 9) + found.start()
    problem = f"{stop.text[at : at + 2]} may not stand in double quotes"
    return Slip(problem, "Use single quotes: in them a backslash is a backslash.", at)


def quote_never_closed(stop: Stop) -> Slip | None:
    """A quote that is open to the end of the file, or to a line that no text may hold."""
    if stop.opened is None or stop.mark not in {'"', "'"}:
        return None
    quoted = _ONE_QUOTED.match(stop.text, stop.opened)
    return None if quoted and quoted.end() <= stop.at else _unclosed(stop.opened)


def quote_closed_too_late(stop: Stop) -> Slip | None:
    """A quote that swallowed the fields below it, up to the next one."""
    for number in range(stop.number, 0, -1):
        opened = [found for found in _LEFT_OPEN.finditer(stop.lines.line(number)) if found["quote"]]
        start = stop.offset(number, opened[0].start("quote")) if opened else 0
        quoted = _ONE_QUOTED.match(stop.text, start) if opened else None
        if not quoted:
            continue
        within = quoted[0].split("\n")[1:]
        is_near = stop.above <= stop.number_of(quoted.end()) <= stop.number
        return _unclosed(start) if is_near and any(map(_FIELD_OR_ENTRY.match, within)) else None
    return None


def text_after_quote(stop: Stop) -> Slip | None:
    """Text that goes on after a closing quote."""
    # Between entries in brackets, a space behind a quote stands where a comma should.
    before = stop.before if stop.mark in _CLOSING else stop.before.rstrip()
    if found := stop.matched(_AFTER_QUOTE, stop.number):
        at = stop.offset(stop.number, found.end("text") - 1)
    elif before.endswith(('"', "'")) and stop.character.isalnum():
        at = stop.offset(stop.number, len(before) - 1)
    else:
        return None
    remedy = "Put the whole text in quotes, of the other kind if it holds this one."
    return Slip("the text goes on after its closing quote", remedy, at)


def brackets(stop: Stop) -> Slip | None:
    """A bracket without its other half, or entries in brackets without a comma between them."""
    if stop.opened is None or stop.mark not in _CLOSING:
        return None
    mark, closing = stop.mark, _CLOSING[stop.mark]
    if stop.character in _CLOSING.values():
        problem = f"what {mark} opens is closed by {stop.character}"
        return Slip(problem, f"Close it with {closing}.", stop.at)
    if _is_closed(stop.text, stop.opened):
        problem = f"between {mark} and {closing} a comma is missing in front of this"
        remedy = "Put a comma between the entries, or quotes round an entry that holds a colon."
        return Slip(problem, remedy, stop.at)
    remedy = f"Close it with {closing}, or put quotes round the text if it is text."
    return Slip(f"this {mark} is not closed by a {closing}", remedy, stop.opened)


def text_after_bracket(stop: Stop) -> Slip | None:
    """Text that goes on after a closing bracket, or a bracket too many."""
    if stop.character in _CLOSING.values():
        problem = f"this {stop.character} closes nothing"
        return Slip(problem, "Delete it, or put quotes round the whole text.", stop.at)
    if stop.before.rstrip()[-1:] in _CLOSING.values() and stop.character.strip():
        at = stop.at - len(stop.before) + len(stop.before.rstrip()) - 1
        problem = f"the text goes on after {stop.text[at]}"
        remedy = "Put quotes round the whole text if it is text."
        return Slip(problem, remedy, at)
    return None


def _unclosed(at: int) -> Slip:
    remedy = "Close it with the same quote; if the text itself holds one, use the other kind."
    return Slip("this quote is never closed", remedy, at)


def _is_closed(text: str, opened: int) -> bool:
    depth = 0
    for found in _BRACKET_OR_QUOTED.finditer(text, opened):
        depth += (found[0] in _CLOSING) - (found[0] in _CLOSING.values())
        if depth == 0:
            return True
    return False
