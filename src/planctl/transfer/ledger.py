"""What became of each character of a document: mapped, ignored by a named rule, or left over."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from planctl.source.decode import UNSEEN

_UNSEEN_RULE: Final = "characters that cannot be seen"
_SPACE: Final = "spaces, tabs and line ends"


class Fate(StrEnum):
    """What can become of a character."""

    MAPPED = "mapped"
    IGNORED = "ignored"
    UNMAPPED = "unmapped"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text, which knows where it stands."""

    piece: int
    address: str
    text: str
    start: int = 0

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def __str__(self) -> str:
        return self.text

    def part(self, start: int, end: int | None = None) -> "Span":
        """The stretch between two places of this one."""
        return Span(self.piece, self.address, self.text[start:end], self.start + start)

    def stripped(self) -> "Span":
        """The same without the blanks at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, len(self.text.rstrip()) if self else start)

    def cut(self, pattern: "re.Pattern[str]") -> "tuple[tuple[Span, ...], tuple[Span, ...]]":
        """The stretches between the pattern's matches, stripped, and the matches."""
        kept, cuts, reached = [], [], 0
        for found in pattern.finditer(self.text):
            kept.append(self.part(reached, found.start()).stripped())
            cuts.append(self.part(found.start(), found.end()))
            reached = found.end()
        return (*kept, self.part(reached).stripped()), tuple(cuts)


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch with its fate; `name` is the field it went to, or the rule that it falls under."""

    address: str
    text: str
    fate: Fate
    name: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """All that a document held, each character once, and what could not be read of it."""

    entries: tuple[Entry, ...]
    unread: int = 0

    @property
    def total(self) -> int:
        """How many characters there were."""
        return sum(len(entry.text) for entry in self.entries) + self.unread

    def count(self, fate: Fate) -> int:
        """How many characters have that fate."""
        found = sum(len(entry.text) for entry in self.entries if entry.fate is fate)
        return found + self.unread if fate is Fate.UNMAPPED else found

    def by_name(self, fate: Fate) -> Mapping[str, int]:
        """How many characters of that fate each field or rule has, the most first."""
        found: Counter[str] = Counter()
        for entry in self.entries:
            if entry.fate is fate:
                found[entry.name] += len(entry.text)
        return dict(found.most_common())

    @property
    def unmapped(self) -> tuple[Entry, ...]:
        """The texts that went nowhere."""
        return tuple(entry for entry in self.entries if entry.fate is Fate.UNMAPPED)


@dataclass(slots=True)
class Ledger:
    """Takes in the texts of a document, and is told what became of each."""

    texts: list[Span] = field(default_factory=list)
    claims: list[list[tuple[int, int, Fate, str]]] = field(default_factory=list)

    def taken(self, address: str, text: str) -> Span:
        """The text, entered; without what cannot be seen in it, which a rule leaves out."""
        unseen = "".join(UNSEEN.findall(text))
        if unseen:
            self.ignore(self._entered(address, unseen), _UNSEEN_RULE)
        return self._entered(address, UNSEEN.sub("", text).replace("\xa0", " "))

    def map(self, span: Span, name: str) -> str:
        """Notes that the stretch went to the field of that name; gives its text."""
        self._claim(span, Fate.MAPPED, name)
        return span.text

    def ignore(self, span: Span, rule: str) -> None:
        """Notes that the stretch was left out, and by which rule."""
        self._claim(span, Fate.IGNORED, rule)

    def account(self, visible: int | None = None) -> Account:
        """What became of everything.

        `visible` is how many characters other than blanks the document has by a count that shares
        nothing with its reading: what was read too little counts as unmapped.
        """
        entries = tuple(entry for span in self.texts for entry in self._entries(span))
        seen = sum(visible_in(span.text) for span in self.texts)
        return Account(entries, 0 if visible is None else max(0, visible - seen))

    def _entered(self, address: str, text: str) -> Span:
        span = Span(len(self.texts), address, text)
        self.texts.append(span)
        self.claims.append([])
        return span

    def _claim(self, span: Span, fate: Fate, name: str) -> None:
        if span.text:
            end = span.start + len(span.text)
            self.claims[span.piece].append((span.start, end, fate, name))

    def _entries(self, span: Span) -> Iterator[Entry]:
        reached = 0
        for start, end, fate, name in sorted(self.claims[span.piece]):
            if start < reached:
                raise ValueError(f"{span.address}: {span.text[start:end]!r} was counted twice")
            yield from _gap(span.part(reached, start))
            yield Entry(span.address, span.text[start:end], fate, name)
            reached = end
        yield from _gap(span.part(reached))


def visible_in(text: str) -> int:
    """How many characters of the text are no blanks."""
    return len("".join(text.split()))


def _gap(span: Span) -> Iterator[Entry]:
    """What nobody has claimed: blanks fall under a rule, anything else is left over."""
    kept = span.stripped()
    before, after = kept.start - span.start, kept.start - span.start + len(kept.text)
    for blank in (span.text[:before], span.text[after:]):
        if blank:
            yield Entry(span.address, blank, Fate.IGNORED, _SPACE)
    if kept.text:
        yield Entry(span.address, kept.text, Fate.UNMAPPED)
