"""Old and new values in words, and which words of them went and came."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.diff import Plain
from planctl.findings import Path
from planctl.report.words import Words
from planctl.wording.word_diff import word_diff

_KEPT: Final = 40
_LONGEST_SAME: Final = 120
"""In words: what is kept at each end of a long stretch that is the same, and what is not long."""

_PRINTED_LINE: Final = 40
"""In characters: what goes into one of two columns on a page of A4."""

_WORD: Final = re.compile(r"\S+\s*")
_ENDS: Final = re.compile(r"(\A\s+|\s+\Z)")
_BETWEEN: Final = re.compile(r"(?<!\d)/|/(?!\d)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of a text: `same`, `removed`, `added`, or `elided` for how much is left out."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One part of a value as it is shown, with what it is called where the value has several."""

    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A value of each side, line by line; nothing where the side has none."""

    old: tuple[ValueLine, ...]
    new: tuple[ValueLine, ...]

    @property
    def height(self) -> int:
        """About how many lines of print the longer side takes."""
        return max(sum(map(_height, lines)) for lines in (self.old, self.new))


def beside(was: Plain, now: Plain, words: Words) -> Beside:
    """Both values, compared part by part and each part word by word."""
    old, new = (dict(_parts(value, "", words)) for value in (was, now))
    compared = {label: _compared(old.get(label), new.get(label), words) for label in {**old, **new}}
    return Beside(
        tuple(ValueLine(label, _seen_without("added", compared[label])) for label in old),
        tuple(ValueLine(label, _seen_without("removed", compared[label])) for label in new),
    )


def path_in_words(path: Path, words: Words) -> str:
    """Themes 1, actions 3, text: each name of the path, with the place in its list."""
    named: list[str] = []
    for step in path:
        if isinstance(step, int):
            name = named.pop() if named else ""
            named.append(_numbered(name, step + 1, words))
        else:
            named.append(_name(step))
    return _joined(named, words) or words.say("value_whole")


def field_in_words(field: str, words: Words) -> str:
    """Updates, 2017-18 autumn, rating: the names of the path in the field, `/` between them.

    A year such as 2017/18 is one name.
    """
    return _joined(map(_name, _BETWEEN.split(field)), words) or words.say("value_whole")


def _parts(value: Plain, label: str, words: Words) -> Iterator[tuple[str, str]]:
    """The parts of a value with what each is called; nothing for None."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _parts(inner, _joined((label, _name(str(key))), words), words)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if not any(isinstance(entry, dict | list | tuple) for entry in value):
            yield label, "\n".join(_scalar(entry, words) for entry in value)
            return
        for place, entry in enumerate(value, start=1):
            yield from _parts(entry, _numbered(label, place, words), words)
    elif value is not None:
        yield label, _scalar(value, words)


def _name(field: str) -> str:
    return field.replace("_", " ")


def _numbered(name: str, place: int, words: Words) -> str:
    return words.say("value_numbered", label=name, n=str(place)) if name else str(place)


def _joined(names: Iterable[str], words: Words) -> str:
    return words.say("value_path").join(filter(None, names))


def _scalar(value: Plain, words: Words) -> str:
    if isinstance(value, bool):
        return words.say("value_true" if value else "value_false")
    return str(value)


def _compared(was: str | None, now: str | None, words: Words) -> tuple[Stretch, ...]:
    if was is None or now is None:
        return (Stretch("added", now or ""),) if was is None else (Stretch("removed", was),)
    pieces = word_diff(was, now)
    last = len(pieces) - 1
    return tuple(
        stretch
        for place, piece in enumerate(pieces)
        for stretch in (
            _shortened(piece.text, words, is_first=place == 0, is_last=place == last)
            if piece.kind == "same"
            else (Stretch(piece.kind, piece.text),)
        )
    )


def _shortened(text: str, words: Words, *, is_first: bool, is_last: bool) -> tuple[Stretch, ...]:
    """A stretch that is the same on both sides, without its middle where it is long.

    The beginning and the end of the whole text are kept too, if only to be recognised by.
    """
    found = _WORD.findall(text)
    if len(found) <= _LONGEST_SAME or (is_first and is_last):
        return (Stretch("same", text),)
    left_out = len(found) - 2 * _KEPT
    return (
        Stretch("same", "".join(found[:_KEPT])),
        Stretch("elided", words.count("value_elided", left_out)),
        Stretch("same", " " + "".join(found[-_KEPT:])),
    )


def _seen_without(kind: str, stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """What one side has of the text; white space at the ends of a stretch is never marked."""
    return tuple(
        Stretch(stretch.kind if text.strip() else "same", text)
        for stretch in stretches
        if stretch.kind != kind
        for text in _ENDS.split(stretch.text)
        if text
    )


def _height(line: ValueLine) -> int:
    text = line.label + "".join(stretch.text for stretch in line.stretches)
    return sum(1 + len(part) // _PRINTED_LINE for part in text.split("\n"))
