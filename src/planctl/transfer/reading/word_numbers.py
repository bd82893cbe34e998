"""The numbers that Word makes itself, read from a document's list settings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from planctl.transfer.reading.word_text import W

_PLACE: Final = re.compile(r"%([1-9])")
_UNNUMBERED: Final = frozenset({"bullet", "none"})
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS: Final = 26
_MOST_STYLES: Final = 12


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each paragraph that Word numbers; `unknown` counts those in other forms."""

    by_paragraph: Mapping[Any, str] = field(default_factory=dict)
    unknown: int = 0

    def of(self, paragraph: Any) -> str:
        """Its number as Word prints it; nothing where it has none."""
        return self.by_paragraph.get(paragraph, "")


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    shape: str
    text: str
    start: int


@dataclass(slots=True)
class _Lists:
    """The lists of a document, and how far each has been counted."""

    abstract_of: dict[str, str]
    levels: dict[tuple[str, int], _Level]
    restarts: dict[tuple[str, int], int]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def next(self, number_id: str, depth: int) -> str | None:
        """The next number of the list at that depth; None where its form is not a plain one."""
        name = self.abstract_of.get(number_id, "")
        level = self.levels.get((name, depth))
        if level is None:
            return None
        if level.shape in _UNNUMBERED:
            return ""
        key = (name, depth)
        if (restart := self.restarts.pop((number_id, depth), None)) is not None:
            self.counts[key] = restart
        else:
            self.counts[key] = self.counts.get(key, level.start - 1) + 1
        for deeper in [one for one in self.counts if one[0] == name and one[1] > depth]:
            del self.counts[deeper]
        return self._worded(name, level)

    def _worded(self, name: str, level: _Level) -> str | None:
        pieces = []
        for place, piece in enumerate(_PLACE.split(level.text)):
            if place % 2 == 0:
                pieces.append(piece)
                continue
            above = self.levels.get((name, int(piece) - 1))
            count = self.counts.get((name, int(piece) - 1), above.start if above else 1)
            said = _said(count, above.shape) if above else None
            if said is None:
                return None
            pieces.append(said)
        return "".join(pieces).strip()


def numbers_in(body: Any, numbering: Any, styles: Any) -> Numbers:
    """The numbers of the body's paragraphs, whose list settings are the other two parts.

    Where a cell reaches over several rows nobody but Word knows what its hidden paragraphs count:
    then none is read.
    """
    lists = _lists(numbering)
    by_style = dict(_of_styles(styles))
    found: dict[Any, str] = {}
    unknown = 0
    numbered = [(one, list_of) for one in body.iter(f"{W}p") if (list_of := _list(one, by_style))]
    if any(_is_hidden(paragraph) for paragraph, _ in numbered):
        return Numbers({}, len(numbered))
    for paragraph, (number_id, depth) in numbered:
        number = lists.next(number_id, depth)
        unknown += number is None
        if number:
            found[paragraph] = number
    return Numbers(found, unknown)


def _lists(numbering: Any) -> _Lists:
    lists = _Lists({}, {}, {})
    if numbering is None:
        return lists
    for abstract in numbering.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        for level in abstract.iter(f"{W}lvl"):
            lists.levels[name, _whole(level.get(f"{W}ilvl"))] = _Level(
                _value(level, "numFmt"), _value(level, "lvlText"), _whole(_value(level, "start"))
            )
    for number in numbering.iter(f"{W}num"):
        number_id = number.get(f"{W}numId", "")
        lists.abstract_of[number_id] = _value(number, "abstractNumId")
        for other in number.iter(f"{W}lvlOverride"):
            if start := _value(other, "startOverride"):
                lists.restarts[number_id, _whole(other.get(f"{W}ilvl"))] = _whole(start)
    return lists


def _of_styles(styles: Any) -> Iterator[tuple[str, tuple[str, int]]]:
    """The list of each style that numbers its paragraphs, itself or by the style it builds on."""
    every = {} if styles is None else {
        style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")
    }  # fmt: skip
    for name, style in every.items():
        for _ in range(_MOST_STYLES):
            if found := _listed(style.find(f"{W}pPr/{W}numPr")):
                yield name, found
                break
            style = every.get(_value(style, "basedOn"))  # noqa: PLW2901 - up the chain
            if style is None:
                break


def _list(paragraph: Any, by_style: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    mark = paragraph.find(f"{W}pPr/{W}numPr")
    if mark is not None and mark.find(f"{W}numId") is not None:
        return _listed(mark)
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return by_style.get(style.get(f"{W}val", "")) if style is not None else None


def _listed(mark: Any) -> tuple[str, int] | None:
    number_id = "" if mark is None else _value(mark, "numId")
    return (number_id, _whole(_value(mark, "ilvl"))) if number_id not in {"", "0"} else None


def _is_hidden(paragraph: Any) -> bool:
    """Whether the paragraph stands in a cell that goes on with the one above it."""
    for above in paragraph.iterancestors(f"{W}tc"):
        mark = above.find(f"{W}tcPr/{W}vMerge")
        if mark is not None and mark.get(f"{W}val", "continue") == "continue":
            return True
    return False


def _said(count: int, shape: str) -> str | None:
    if shape in {"decimal", ""}:
        return str(count)
    if shape == "decimalZero":
        return f"{count:02}"
    letter = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)
    words = {"lowerLetter": letter, "upperLetter": letter.upper(),
             "lowerRoman": _roman(count), "upperRoman": _roman(count).upper()}  # fmt: skip
    return words.get(shape) if count > 0 else None


def _roman(count: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        said += letters * (count // value)
        count %= value
    return said


def _value(element: Any, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
