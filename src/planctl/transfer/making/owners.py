"""Who is responsible, held against the parties that are known."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from planctl.model import Party
from planctl.model.party import parties_by_name
from planctl.source import Value

_SEPARATOR: Final = re.compile(r"\s*[/,&;\n]\s*|\s+and\s+")
_BRACKETED: Final = re.compile(r"(.+?)\s*\(([^()]+)\)")
_EXPLAINED: Final = re.compile(r"\s*(?:[-–:]\s*|(?=to\s))(.+)", re.DOTALL)
_SQUEEZED: Final = re.compile(r"[\s.'’]+")


@dataclass(frozen=True, slots=True)
class Known:
    """The parties by each way to write them."""

    names: Mapping[str, Party]
    squeezed: Mapping[str, Party]

    @classmethod
    def of(cls, parties: Iterable[Party]) -> "Known":
        """The parties, findable."""
        names = parties_by_name(parties)
        return cls(names, {_SQUEEZED.sub("", name): party for name, party in names.items()})

    def called(self, name: str) -> Party | None:
        """The party of that name, whatever the case and the blanks in it."""
        wanted = " ".join(name.split()).casefold()
        return self.names.get(wanted) or self.squeezed.get(_SQUEEZED.sub("", wanted))


@dataclass(frozen=True, slots=True)
class Owners:
    """Those whom a cell names; `is_as_written` when no word of it was read in any other way."""

    entries: list[Value]
    used: tuple[Party, ...]
    is_as_written: bool


def owners_in(text: str, known: Known, role: str = "") -> Owners:
    """Those whom the text names. It is split only where that gives a known party."""
    written = " ".join(text.split())
    if party := known.called(written):
        return Owners([_entry(party.id, role)], (party,), is_as_written=False)
    parts = [part for part in _SEPARATOR.split(text.strip()) if part]
    found = [one for part in parts for one in _read(" ".join(part.split()), known)]
    used = tuple(party for party, _, _ in found if party)
    if not used:
        return Owners([_entry(written, role)], (), is_as_written=True)
    entries = [_entry(party.id if party else name, role, note) for party, name, note in found]
    return Owners(_once(entries), used, is_as_written=False)


_Read = tuple[Party | None, str, str]
"""A party where it is known, the name as written, and what the cell says besides."""


def _read(part: str, known: Known) -> list[_Read]:
    if party := known.called(part):
        return [(party, part, "")]
    found = _BRACKETED.fullmatch(part)
    if found and (party := known.called(found[1])):
        return [(party, part, found[2])]
    return _in_a_row(part, known) or [(None, part, "")]


def _in_a_row(part: str, known: Known) -> list[_Read]:
    """Known parties behind each other without anything between; or one, and what it is to do."""
    words = part.split()
    for count in range(len(words) - 1, 0, -1):
        party = known.called(" ".join(words[:count]))
        if party is None:
            continue
        rest = " ".join(words[count:])
        if explained := _EXPLAINED.fullmatch(rest):
            return [(party, part, explained[1])]
        others = _read(rest, known)
        if all(other for other, _, _ in others):
            return [(party, part, ""), *others]
    return []


def _entry(name: str, role: str, note: str = "") -> Value:
    if not role and not note:
        return name
    fields: dict[str, Value] = {"party": name}
    if role:
        fields["role"] = role
    if note:
        fields["note"] = note
    return fields


def _once(entries: list[Value]) -> list[Value]:
    kept: list[Value] = []
    for one in entries:
        if one not in kept:
            kept.append(one)
    return kept
