"""Files with other words, tried until what is found in them is what was found before."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from planctl.model import Calendar, PartyKind, Plan, Programme, Timeline
from planctl.source import Document
from planctl.source.tree import tree_of
from planctl.transfer.anonymising.comments import stays
from planctl.transfer.anonymising.file import (
    Anonymous,
    Place,
    called_in,
    is_same_shape,
    masked_in,
    places_of,
    renamed,
    reread,
    words_in,
)
from planctl.transfer.anonymising.kinds import Kind
from planctl.transfer.anonymising.prose import Prose
from planctl.transfer.anonymising.refusals import LayoutChangedError
from planctl.transfer.anonymising.vocabulary import KEPT
from planctl.transfer.anonymising.word_map import LONG, RUN, WordMap

Mark = tuple[int, str, str, int, int]
"""A finding: the number of its file, code, part, line and column."""
Marks = Counter[Mark]
Judge = Callable[[tuple[Document, ...]], Marks]
"""What is found in the files, in their order."""

_KEYS: Final = 6
"""So often all words are drawn afresh,"""
_ROUNDS: Final = 3
"""and so often after that those where something is not found as it was."""
_PROSE: Final = frozenset({Kind.WORDS, Kind.NAME, Kind.LABEL})
_TITLED: Final = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Revd?)\.?\s+"
    r"([^\W\d_a-z][\w'’-]*)"
)

_TITLES: Final = frozenset({"mr", "mrs", "ms", "mx", "dr", "sir", "rev"})
"""Short titles, which are nobody's name."""


@dataclass(frozen=True)
class Original:
    """A file to be copied: the plan itself, its programme, or a plan that it speaks of.

    `stem` is what the copy is to be called, where that is given; else it is drawn.
    """

    document: Document
    record: Plan | Programme | None
    is_programme: bool = False
    stem: str = ""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The scalars of the file that are replaced."""
        return places_of(self.document, Programme if self.is_programme else Plan)


@dataclass(frozen=True)
class Copies:
    """The copied files in the order of their originals, and what could not be kept or came new.

    `left` are words of the originals' prose that are still there.
    """

    documents: tuple[Document, ...]
    left: frozenset[str]
    lost: Marks
    gained: Marks

    @property
    def differences(self) -> int:
        """How many findings are not what they were."""
        return self.lost.total() + self.gained.total()

    @property
    def is_clean(self) -> bool:
        """Whether no word is left and the same is found."""
        return not self.differences and not self.left

    def distance(self) -> tuple[int, int]:
        """How far from clean, words first."""
        return len(self.left), self.differences

    @property
    def changed(self) -> tuple[tuple[Mark, bool], ...]:
        """Each such finding once, in the order of the files, and whether it was lost."""
        lost = {(mark, True) for mark in self.lost}
        return tuple(sorted(lost | {(mark, False) for mark in self.gained}))


@dataclass(frozen=True)
class Work:
    """Files that share their words, and how a copy of them is judged."""

    originals: tuple[Original, ...]
    words: WordMap
    timeline: Timeline
    is_there: Callable[[str], bool]
    judge: Judge
    before: Marks
    identifiers: frozenset[str]
    called: frozenset[str]
    is_numeric: bool = False

    def copies(self, first: Copies) -> Copies:
        """The best of several tries after the first. Raises LayoutChangedError."""
        best = self.mended(first)
        for number in range(1, _KEYS):
            if best.is_clean:
                break
            work = replace(self, words=self.words.afresh(number))
            best = min(best, work.mended(work.once()), key=Copies.distance)
        return best

    def mended(self, found: Copies) -> Copies:
        """The best of the copies found and of those with other words where it differs."""
        work, best = replace(self, is_numeric=True), found
        for _ in range(_ROUNDS):
            if found.is_clean:
                break
            work.words.redrawn(found.left | work.words_at({*found.lost, *found.gained}))
            found = work.once()
            best = min(best, found, key=Copies.distance)
        return best

    def once(self) -> Copies:
        """The files with the words that the map has now."""
        prose = Prose(self.words, self.timeline, self.is_numeric)
        for name in sorted(self.called):
            # What is drawn for a name holds wherever else its words stand, be it before the name.
            prose.called(name)
        texts = [self._text(one) for one in self.originals]
        left = self._left(texts)
        ids = [_id_of(one, self.words) for one in self.originals]
        for old, one in zip(ids, self.originals, strict=True):
            if one.stem and old:
                texts = [renamed(text, old, one.stem) for text in texts]
        names = [_name(one, new) for one, new in zip(self.originals, ids, strict=True)]
        documents = tuple(map(reread, texts, names))
        after = self.judge(documents)
        return Copies(documents, left, self.before - after, after - self.before)

    def words_at(self, marks: Iterable[Mark]) -> frozenset[str]:
        """The words of the texts on which something was found."""
        found: set[str] = set()
        for number, _, _, line, column in marks:
            document = self.originals[number].document
            for place in self.originals[number].places:
                if document.lines.line_and_column(place.node.start) >= (line, column):
                    found |= words_in(document.text[place.node.start : place.node.end])
                    break
        return frozenset(found)

    def _left(self, texts: Iterable[str]) -> frozenset[str]:
        """The words that stand in the prose of both the originals and the copies."""
        before: set[str] = set()
        after: set[str] = set()
        for one, text in zip(self.originals, texts, strict=True):
            spans = [(p.node.start, p.node.end) for p in one.places if p.kind in _PROSE]
            comments = tree_of(one.document.text).comments
            spans += [
                (comment.start, comment.end)
                for comment in comments
                if not stays(one.document.text[comment.start : comment.end])
            ]
            for start, end in spans:
                before |= words_in(masked_in(one.document.text[start:end]))
                after |= words_in(masked_in(text[start:end]))
        same = {word for word in before & after if len(word) >= LONG}
        return frozenset(filter(_has_letters, same - KEPT))

    def _text(self, one: Original) -> str:
        places = one.places
        prose = Prose(self.words, self.timeline, self.is_numeric)
        record = self.originals[0].record or one.record
        how = Anonymous(
            prose,
            self.is_there,
            _named(record),
            _levels_stay(one),
            self.identifiers,
            self.called,
        )
        text = how.text(one.document, places)
        if not is_same_shape(one.document.text, text):
            raise LayoutChangedError(one.document.file)
        return text


def identifiers_of(originals: Iterable[Original]) -> frozenset[str]:
    """Ids and references, by which other places name an entry."""
    return frozenset(
        str(one.document.value(place.path))
        for one in originals
        for place in one.places
        if place.kind is Kind.NAME and place.path[-1] in {"id", "uid", "ref"}
    )


def called_in_all(originals: Iterable[Original]) -> frozenset[str]:
    """What parties are called in the files."""
    return frozenset(name for one in originals for name in called_in(one.document, one.places))


def word_map(key: str, originals: tuple[Original, ...]) -> WordMap:
    """The words of the files together, persons' names among them."""
    texts = [one.document.text for one in originals]
    titled = (found for text in texts for found in _TITLED.findall(text))
    return WordMap(key, texts, words_in(" ".join((*_names(originals), *titled))) - _TITLES)


def _names(originals: Iterable[Original]) -> Iterator[str]:
    for one in originals:
        for party in one.record.parties if one.record else ():
            if party.kind is PartyKind.PERSON:
                yield from (party.name, *party.aliases)


def _named(record: Plan | Programme | None) -> frozenset[str]:
    """The names of the periods of the plan's own calendars."""
    calendars: tuple[Calendar, ...] = record.calendars if record else ()
    return frozenset(name for calendar in calendars for name in calendar.periods)


def _has_letters(word: str) -> bool:
    """Whether the word is more than figures, some of which are no digits."""
    return any(map(str.isalpha, word))


def _levels_stay(one: Original) -> bool:
    """Whether ratings are words of planctl, for the file has no levels of its own."""
    return not (one.record and one.record.scale and one.record.scale.levels)


def _id_of(one: Original, words: WordMap) -> str:
    written = one.document.value(("id",))
    return RUN.sub(lambda run: words.word(run[0]), written) if isinstance(written, str) else ""


def _name(one: Original, drawn: str) -> str:
    return "programme.yaml" if one.is_programme else f"{one.stem or drawn or 'plan'}.yaml"
