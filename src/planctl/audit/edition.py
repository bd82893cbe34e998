"""A plan as one reader may see it: what is not for them is not in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Self, cast, get_args, get_type_hints

from pydantic import StringConstraints

from planctl.audit.contacts import without_contacts
from planctl.audit.elsewhere import Elsewhere, with_kinds, words_in
from planctl.audit.persons import Persons, is_person, persons_of, with_stand_ins
from planctl.model import Action, Actual, Kpi, Plan
from planctl.model.calendar import Calendar
from planctl.model.entity import ORIGIN
from planctl.model.party import Assignment, Party
from planctl.model.record import Record
from planctl.model.scale import Scale
from planctl.model.values import MAX_SHORT_TITLE, MAX_TITLE

VERSION: Final = 1
"""Of what is taken out, and how; another one gives other editions of the same plan."""

_SCHEMES: Final = (Calendar, Scale)
"""Records whose words are the names of periods and ratings."""
_REFERENCES: Final = frozenset({"depends_on", "field", "into", "kpis", "sha256", "target"})
"""Fields whose texts are refs, uids and the like."""


class Reader(StrEnum):
    """How much a reader may see: all, all but where it was copied from, or no person either."""

    OFFICER = "officer"
    MEMBER = "member"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Edition:
    """A plan for one reader.

    `removed` counts what was taken out: entries of `source` (`sources`), persons who were named as
    parties (`persons`), their names in texts (`names`), addresses and numbers (`contacts`), KPIs'
    figures that are held back or quote one that is (`figures`). `named_by` are the other files by
    whose persons it was made: those that the plan's texts may name.
    """

    plan: Plan
    removed: Mapping[str, int]
    version: int = VERSION
    named_by: tuple[str, ...] = ()
    _company: "_Company | None" = field(default=None, repr=False, compare=False)

    @property
    def hides_persons(self) -> bool:
        """Whether its reader may see no person."""
        return self._company is not None

    def said(self, text: str) -> str:
        """Any text about the plan, as this reader may read it."""
        persons = self._company.persons(text) if self._company else None
        return _Editor(persons, Counter()).text(text)


def edition_for(
    plan: Plan, reader: Reader, known: Iterable[Party] = (), elsewhere: Iterable[Elsewhere] = ()
) -> Edition:
    """The plan as the reader may see it.

    `known` are parties of the programme, for a plan that is not joined with it; `elsewhere` those
    of other plans. What nobody has declared as a person cannot be known to be one. The edition of
    an edition is the same plan.
    """
    if reader is Reader.OFFICER:
        return Edition(plan, MappingProxyType({}))
    removed: Counter[str] = Counter()
    company = persons = None
    if reader is Reader.PUBLIC:
        others = tuple(elsewhere)
        plan = plan.model_copy(update={"parties": with_kinds(plan.parties, others)})
        company = _Company.of(plan, (*plan.parties, *known), others)
        persons = company.persons()
    edited = cast("Plan", _Editor(persons, removed).rewritten(plan))
    if persons is not None:
        parties = tuple(with_stand_ins(edited.parties, persons))
        edited = edited.model_copy(update={"parties": parties})
    counts = {kind: count for kind, count in sorted(removed.items()) if count}
    named_by = company.named_by() if company else ()
    return Edition(edited, MappingProxyType(counts), named_by=named_by, _company=company)


@dataclass(frozen=True, slots=True)
class _Company:
    """All whom the texts of a plan may name: its own parties, and those of other files.

    Persons of other files are looked for only where a text has the words of their names: what they
    are called hides nothing in a plan that does not speak of them.
    """

    own: tuple[Party, ...]
    elsewhere: tuple[Elsewhere, ...]
    texts: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, plan: Plan, own: tuple[Party, ...], elsewhere: tuple[Elsewhere, ...]) -> Self:
        texts = tuple(_texts(plan))
        words = words_in((*texts, *_names_in(plan))) if elsewhere else frozenset()
        return cls(own, elsewhere, texts, words)

    def persons(self, text: str = "") -> Persons:
        """The persons whom the plan, or this text about it, may name."""
        words = self.words | words_in([text] if self.elsewhere else [])
        named = [one for file in self.elsewhere for one in file.named_in(words, self.own)]
        return persons_of(self.own, self.texts, named)

    def named_by(self) -> tuple[str, ...]:
        """The other files that declare a person whom the plan's texts may name."""
        return tuple(one.file for one in self.elsewhere if one.named_in(self.words, self.own))


@dataclass(frozen=True, slots=True)
class _Editor:
    """Rewrites records; without `persons` their texts stay as they are."""

    persons: Persons | None
    removed: Counter[str]

    def rewritten(self, record: Record) -> Record:
        """The record, or one that differs from it where something was taken out."""
        if isinstance(record, _SCHEMES) or (self.persons and is_person(record)):
            return record
        if isinstance(record, Kpi):
            record = self._published(record)
        changed = {
            name: now
            for name in type(record).model_fields
            if (now := self._field(record, name)) != getattr(record, name)
        }
        return record.model_copy(update=changed) if changed else record

    def text(self, written: str) -> str:
        """The text without contact details and the names of persons."""
        if self.persons is None:
            return written
        label = self.persons.label(written)
        if label is not None:
            self.removed["persons"] += 1
            return label
        said, contacts = without_contacts(written)
        said, names = self.persons.without(said)
        self.removed.update(contacts=contacts, names=names)
        return said

    def _published(self, kpi: Kpi) -> Kpi:
        """The KPI without the figures that are held back, and without what quotes them."""
        held = frozenset(one.value for one in kpi.actuals.values() if one.suppressed)
        actuals = {period: _without(one, held) for period, one in kpi.actuals.items()}
        self.removed["figures"] += sum(one is not kpi.actuals[at] for at, one in actuals.items())
        return kpi.model_copy(update={"actuals": actuals})

    def _field(self, record: Record, name: str) -> Any:
        found = getattr(record, name)
        if name == "source" and isinstance(found, Mapping):
            found = self._origin(found)
        edited = self._edited(found, has_words=name in _words_of(type(record)))
        if name == "glossary":
            return {key: text for key, text in edited.items() if self.text(key) == key}
        if name == "title" and edited != found:
            return _cut(edited, MAX_SHORT_TITLE if isinstance(record, Action) else MAX_TITLE)
        return edited

    def _edited(self, found: Any, *, has_words: bool) -> Any:
        if isinstance(found, Record):
            return self.rewritten(found)
        if isinstance(found, tuple):
            entries = tuple(self._edited(one, has_words=has_words) for one in found)
            return self._each_once(entries) if entries != found else found
        if isinstance(found, Mapping):
            return {key: self._edited(one, has_words=has_words) for key, one in found.items()}
        # What is chosen from a list, such as a kind, is a text of a class of its own.
        return self.text(found) if has_words and type(found) is str else found

    def _each_once(self, entries: tuple[Any, ...]) -> tuple[Any, ...]:
        """Without a second assignment of a party that two persons have become."""
        persons = self.persons
        if persons is None or not all(isinstance(one, Assignment) for one in entries):
            return entries
        once = {(persons.body(one.party), one.role, one.note): one for one in reversed(entries)}
        return tuple(reversed(once.values()))

    def _origin(self, source: Mapping[str, str]) -> Mapping[str, str] | None:
        """What every reader may know of a source."""
        kept = {name: text for name, text in source.items() if name == ORIGIN}
        self.removed["sources"] += len(source) - len(kept)
        return kept or None


def _without(actual: Actual, held: frozenset[Decimal | None]) -> Actual:
    """The figure as it may be published; itself where nothing of it is held back."""
    taken = dict.fromkeys(("value", "last", "forecast") if actual.suppressed else ())
    if actual.last is not None and actual.last in held:
        taken["last"] = None
    is_told = any(getattr(actual, name) is not None for name in taken)
    return actual.model_copy(update=taken) if is_told else actual


def _cut(title: str, longest: int) -> str:
    return title if len(title) <= longest else f"{title[: longest - 1].rstrip()}…"


def _texts(found: Any) -> Iterator[str]:
    """All words of a plan but the names of parties."""
    if isinstance(found, Record):
        words = _words_of(type(found))
        for name in type(found).model_fields:
            held = getattr(found, name)
            if name != "parties" and (name in words or type(held) is not str):
                yield from _texts(held)
    elif isinstance(found, tuple | Mapping):
        for entry in found.values() if isinstance(found, Mapping) else found:
            yield from _texts(entry)
    elif type(found) is str:
        yield found


def _names_in(found: Any) -> Iterator[str]:
    """All that stands as a key, and the names of parties."""
    if isinstance(found, Party):
        yield from (found.id, found.name, *found.aliases, found.organisation or "")
    elif isinstance(found, Record):
        for name in type(found).model_fields:
            yield from _names_in(getattr(found, name))
    elif isinstance(found, Mapping):
        yield from map(str, found)
        yield from (name for entry in found.values() for name in _names_in(entry))
    elif isinstance(found, tuple):
        yield from (name for entry in found for name in _names_in(entry))


@cache
def _words_of(record: type[Record]) -> frozenset[str]:
    """The fields of the record that hold words, rather than ids, refs or ratings."""
    hints = get_type_hints(record, include_extras=True)
    return frozenset(
        name
        for name in record.model_fields
        if name not in _REFERENCES and _is_words(hints.get(name))
    )


def _is_words(hint: Any) -> bool:
    return isinstance(hint, StringConstraints) or any(map(_is_words, get_args(hint)))
