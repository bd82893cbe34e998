"""The persons that a plan names as parties, and what the public reads in place of their names."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice
from typing import Final, Self

from planctl.audit.contacts import without_contacts
from planctl.model.party import Party, PartyKind, parties_by_name
from planctl.model.record import Record
from planctl.model.values import MAX_ID, is_id

NAMED_OFFICER: Final = "a named officer"
"""What a person is called who has neither a public label nor an organisation."""

_SHORT: Final = 3
"""Names of so few letters are looked for as they are written: in small letters they are words."""
_SHORTEST_SURNAME: Final = 4
_TITLE: Final = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Revd?)\.?\s+"
_POSSESSIVE: Final = r"['’]s|s['’]"
_BETWEEN: Final = r"(?:[\s._+\u2010\u2011-]|%20)+"
# An underscore parts words in the names of files, and %20 in the addresses of pages.
_BEGINS: Final = r"(?:(?<![^\W_])|(?<=%20))"
_ENDS: Final = r"(?![^\W_])"
TITLED: Final = re.compile(rf"(?<!\w){_TITLE}[^\W\d_a-z][\w'’-]*")
"""Somebody with a title before the name."""


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons with their labels: `labels` by id, name and alias in small letters.

    `bodies` are the names of all other parties, found in the same way. `spellings` are all that is
    looked for in texts, in small letters and with single spaces; `pattern` finds them, and is None
    where there is nobody.
    """

    labels: Mapping[str, str]
    bodies: Mapping[str, str]
    spellings: Mapping[str, str]
    pattern: re.Pattern[str] | None

    def label(self, name: str) -> str | None:
        """What the public calls the person who goes by this id, name or alias."""
        return self.labels.get(name.casefold())

    def body(self, name: str) -> str:
        """The name of the party that goes by this id, name or alias, or what is given."""
        return self.bodies.get(name.casefold(), name)

    def named_in(self, text: str) -> tuple[str, ...]:
        """The labels of those whom the text names, each once."""
        found = self.pattern.finditer(text) if self.pattern else ()
        return tuple(dict.fromkeys(self._said(one) for one in found if not one["kept"]))

    def without(self, text: str) -> tuple[str, int]:
        """The text with a label in place of each name, and how many names that were."""
        if self.pattern is None:
            return text, 0
        number = 0

        def replaced(found: re.Match[str]) -> str:
            nonlocal number
            if found["kept"]:
                return found[0]
            number += 1
            label = self._said(found)
            opens = not text[: found.start()].rstrip() or text[: found.start()].endswith(". ")
            said = label[:1].upper() + label[1:] if opens else label
            return f"{said}'s" if found["possessive"] else said

        return self.pattern.sub(replaced, text), number

    def _said(self, found: re.Match[str]) -> str:
        return self.spellings[_folded(found["titled"] or found["name"] or found["short"])]


@dataclass(frozen=True, slots=True)
class _Person:
    """A person's label and the ways in which texts may name them.

    `exact` are those names that are looked for as they are written.
    """

    label: str
    names: tuple[str, ...]
    surname: str
    exact: frozenset[str] = frozenset()

    @classmethod
    def of(cls, party: Party, label: str) -> Self:
        names = list(names_of(party))
        if "-" in party.id:
            names.append(party.id)
        return cls(label, tuple(dict.fromkeys(names)), surname_of(party))

    @classmethod
    def of_elsewhere(cls, party: Party, label: str) -> Self:
        """One whom another plan declares: what is a name there may be a word here.

        An alias of one word is looked for as it is written, an id where it has to do with the name.
        """
        names = list(names_of(party))
        words = {alias for alias in party.aliases if len(alias.split()) == 1}
        exact = words | {alias.upper() for alias in words}
        if "-" in party.id and {*party.id.split("-")} & {*_bare(party.name).casefold().split()}:
            names.append(party.id)
        every = tuple(dict.fromkeys((*names, *sorted(exact))))
        return cls(label, every, surname_of(party), frozenset(exact))


def persons_of(
    parties: Iterable[Party], texts: Iterable[str] = (), elsewhere: Iterable[Party] = ()
) -> Persons:
    """The persons among the parties, and among those of other plans.

    A surname is looked for by itself where it has at least four letters and is no word of the
    texts in small letters; after a title, always.
    """
    own, others = tuple(parties), tuple(elsewhere)
    every = (*own, *others)
    known = parties_by_name(every)
    labels = {name: label_of(one, known) for name, one in known.items() if is_person(one)}
    bodies = {name: one.name for name, one in known.items() if not is_person(one)}
    people = [_Person.of(one, label_of(one, known)) for one in own if is_person(one)]
    people += [_Person.of_elsewhere(one, label_of(one, known)) for one in others if is_person(one)]
    if not people:
        return Persons({}, {}, {}, None)
    whole = _found(people, [], ())
    corpus = "\n".join(whole.without(without_contacts(text)[0])[0] for text in texts)
    alone = [
        one
        for one in people
        if len(one.surname) >= _SHORTEST_SURNAME and not _is_word(one.surname.lower(), corpus)
    ]
    full = _found(people, alone, ())
    kept = [
        name
        for one in every
        if not is_person(one)
        for name in (one.name, *one.aliases)
        if full.without(name)[1] and not whole.without(name)[1]
    ]
    made = _found(people, alone, kept)
    return Persons(labels, bodies, made.spellings, made.pattern)


def with_stand_ins(parties: Iterable[Party], persons: Persons) -> Iterator[Party]:
    """The parties, with a post in place of each person: one for all of the same label.

    Where another party goes by the label, that one stands for them.
    """
    every = tuple(parties)
    others = [one for one in every if not is_person(one)]
    known, ids = set(parties_by_name(others)), {one.id for one in others}
    for party in every:
        label = persons.label(party.id) or party.name
        if not is_person(party):
            yield party
        elif label.casefold() not in known:
            made = _new_id(label, ids)
            known.add(label.casefold())
            ids.add(made)
            yield Party(id=made, kind=PartyKind.POST, name=label)


def is_person(record: Record) -> bool:
    """Whether it is a party of that kind."""
    return isinstance(record, Party) and record.kind is PartyKind.PERSON


def names_of(party: Party) -> Iterator[str]:
    """The ways in which texts may write the party's name and aliases."""
    yield from (name for written in (party.name, *party.aliases) for name in _forms(written))


def surname_of(person: Party) -> str:
    """The last word of the name; nothing where it is the only one."""
    words = _bare(person.name).split()
    return words[-1] if words[1:] else ""


def label_of(person: Party, known: Mapping[str, Party]) -> str:
    """What the public calls the person; `known` are parties by their names."""
    if person.public_label:
        return person.public_label
    body = known.get((person.organisation or "").casefold())
    if body is None:
        return person.organisation or NAMED_OFFICER
    return NAMED_OFFICER if is_person(body) else body.name


def _new_id(label: str, taken: Collection[str]) -> str:
    words = "-".join(re.findall("[a-z0-9]+", label.casefold()))[: MAX_ID - len("post-99999")]
    name = words.strip("-") if is_id(words.strip("-")) else f"post-{words.strip('-')}".strip("-")
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in (name, *islice(numbered, len(taken) + 1)) if one not in taken)


def _found(people: Iterable[_Person], alone: Iterable[_Person], kept: Iterable[str]) -> Persons:
    """What finds these names, and these surnames by themselves, but not in what is kept."""
    spellings: dict[str, str] = {}
    long: dict[str, None] = {}
    short: dict[str, None] = {}
    titled: dict[str, None] = {}
    for person in people:
        for name in person.names:
            spellings.setdefault(_folded(name), person.label)
            as_written = len(name) <= _SHORT or name in person.exact
            (short if as_written else long)[name] = None
        if person.surname:
            spellings.setdefault(_folded(person.surname), person.label)
            titled |= {person.surname: None, person.surname.upper(): None}
    surnames = {person.surname: None for person in alone}
    pattern = (
        rf"{_BEGINS}(?:(?P<kept>{_any(kept)})"
        rf"|(?-i:{_TITLE}(?:[A-Z]\.?\s?){{0,3}}(?P<titled>{_any(titled)}))"
        rf"|(?:{_TITLE})?(?-i:[A-Z]\.?\s?){{0,3}}(?P<name>{_any((*long, *surnames))})"
        rf"|(?P<short>(?-i:{_any(short)})))"
        rf"(?P<possessive>{_POSSESSIVE})?{_ENDS}"
    )
    return Persons({}, {}, spellings, re.compile(pattern, re.IGNORECASE))


def _forms(written: str) -> Iterator[str]:
    """The name as it is written, without title or what follows it, and surname first."""
    if len(written) > 1:
        yield written
    bare = _bare(written)
    words = bare.split()
    if len(bare) > 1:
        yield bare
    if words[1:]:
        yield f"{words[-1]}, {' '.join(words[:-1])}"


def _bare(written: str) -> str:
    name = re.split(r"\s*[,(–]", written)[0]
    return re.sub(rf"^{_TITLE}", "", name, flags=re.IGNORECASE).strip()


def _is_word(word: str, corpus: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", corpus) is not None


def _any(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first; one that nothing matches for none."""
    return "|".join(_spelt(name) for name in sorted(names, key=lambda n: (-len(n), n))) or r"(?!)"


def _spelt(name: str) -> str:
    """The name with whatever people type, or files are called by, between its words."""
    words = (re.escape(word).replace("'", "['’]") for word in _tidied(name).split())
    return _BETWEEN.join(words)


def _folded(name: str) -> str:
    return _tidied(name).casefold()


def _tidied(name: str) -> str:
    return " ".join(re.split(_BETWEEN, name.strip().replace("’", "'")))
