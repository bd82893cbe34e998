"""The words of a fact: each value on one line, no two values alike, and names in natural order."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from planctl.console.terminal import escaped

Token = tuple[int, int, str]
"""A part of a name as it is sorted: figures before roman numbers before words."""

_PARTS: Final = re.compile(r"\d+|[^\W\d_]+")
_ROMAN: Final = re.compile("x{0,3}(ix|iv|v?i{0,3})")
_TENS: Final = {"x": 10, "v": 5, "i": 1}
_QUOTED: Final = frozenset('"#:')
"""What would make a name unlike a name: a quotation mark, the sign of a namesake, a colon."""

_JOINING: Final = frozenset('",();')
_SAID_BARE: Final = frozenset({"role", "phase", "certainty"})
_WORDS: Final = 5
_LETTERS: Final = 40
_LINE_END: Final = "↵"


def one_line(text: str) -> str:
    """The text on one line; what would act on a terminal stands as an escape.

    The mark of a line end and the backslash are escaped themselves: two texts never look alike.
    """
    plain = text.replace("\\", "\\\\").replace(_LINE_END, f"\\{_LINE_END}")
    return escaped(plain).replace("\n", f" {_LINE_END} ")


def word(name: str) -> str:
    """The name as people print it, in quotation marks where it could be taken for more."""
    is_bare = name == one_line(name) and not _QUOTED & {*name}
    return name if is_bare else quoted(name)


def quoted(text: str) -> str:
    """The text in quotation marks, as JSON has it."""
    return escaped(json.dumps(text, ensure_ascii=False))


def shortened(text: str) -> str:
    """The first words of the text in quotation marks, to call an entry by that has no name."""
    words = text.split()
    short = " ".join(words[:_WORDS])[:_LETTERS].rstrip()
    return quoted(short if short == " ".join(words) else f"{short}…")


def labelled(label: str, name: str) -> str:
    """The name behind the label; either may be empty."""
    return f"{label} {name}".strip()


def owners(assignments: list[Mapping[str, Any]]) -> str:
    """The parties on one line, each with its role where that is not the usual one."""
    return ", ".join(_with_remarks(one["party"], one) for one in assignments)


def periods(schedule: Mapping[str, Mapping[str, Any]]) -> str:
    """The periods of a schedule on one line, each with its phase."""
    return ", ".join(_with_remarks(name, schedule[name]) for name in sorted(schedule, key=natural))


def _with_remarks(name: str, entry: Mapping[str, Any]) -> str:
    remarks = [
        value if field in _SAID_BARE else f"{field} {quoted(value)}"
        for field, value in entry.items()
        if field != "party"
    ]
    is_bare = name == one_line(name) and not _JOINING & {*name}
    called = name if is_bare else quoted(name)
    return f"{called} ({', '.join(remarks)})" if remarks else called


def natural(name: str) -> tuple[tuple[Token, ...], str]:
    """By what the name sorts: 2.1b before 2.1j before 2.10a, and ii before iv."""
    return tokens(name), name


def tokens(name: str) -> tuple[Token, ...]:
    """The figures and words of the name; a roman number counts where it is the whole name."""
    folded = name.casefold()
    if folded and _ROMAN.fullmatch(folded):
        return ((1, _roman(folded), ""),)
    return tuple(_token(part) for part in _PARTS.findall(folded))


def _token(part: str) -> Token:
    if not part.isdecimal():
        return 2, 0, part
    figures = part.lstrip("0")
    return 0, len(figures), figures


def _roman(numeral: str) -> int:
    figures = [_TENS[letter] for letter in numeral]
    pairs = zip(figures, [*figures[1:], 0], strict=True)
    return sum(-figure if figure < after else figure for figure, after in pairs)
