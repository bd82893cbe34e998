"""Persons whom other files declare, as far as the texts of a plan may name them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from planctl.audit.persons import is_person, label_of, names_of, surname_of
from planctl.model.party import Party, PartyKind, parties_by_name

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The parties of a file that declares persons; each person has the label given there.

    `spelt` are the words of each name that a party goes by, in small letters.
    """

    file: str
    parties: tuple[Party, ...] = ()
    spelt: tuple[tuple[frozenset[str], ...], ...] = ()

    @classmethod
    def of(cls, file: str, parties: Iterable[Party], around: Iterable[Party] = ()) -> Self:
        """The parties of the file; none where no person is among them.

        `around` are all those that it may speak of, its programme's among them.
        """
        every = tuple(parties)
        if not any(map(is_person, every)):
            return cls(file)
        known = parties_by_name((*every, *around))
        labelled = tuple(
            one.model_copy(update={"public_label": label_of(one, known)}) if is_person(one) else one
            for one in every
        )
        return cls(file, labelled, tuple(map(_spelt, every)))

    def named_in(self, words: frozenset[str], own: Collection[Party]) -> tuple[Party, ...]:
        """Those whom a text of these words may name; none where no person is among them.

        The plan's own persons are not looked for again, nor an alias by which it calls a team, a
        post or a body of its own.
        """
        known = {_names(one) for one in own if is_person(one)}
        found = [
            party
            for party, spelt in zip(self.parties, self.spelt, strict=True)
            if _names(party) not in known and any(name <= words for name in spelt)
        ]
        if not any(map(is_person, found)):
            return ()
        taken = parties_by_name(one for one in own if one.kind and not is_person(one))
        return tuple(_without(party, taken) if is_person(party) else party for party in found)


def with_kinds(parties: Iterable[Party], elsewhere: Iterable[Elsewhere]) -> tuple[Party, ...]:
    """The parties; one of no kind that another file calls a person is a person."""
    persons = [one for file in elsewhere for one in file.parties if is_person(one)]
    called = parties_by_name(persons)

    def told(party: Party) -> Party:
        names = (name.casefold() for name in (party.name, *party.aliases))
        found = next((called[name] for name in names if name in called), None)
        if party.kind or found is None:
            return party
        label = party.public_label or found.public_label
        return party.model_copy(update={"kind": PartyKind.PERSON, "public_label": label})

    return tuple(map(told, parties))


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of the texts, in small letters; and whole those that may be an id."""
    small = [text.casefold() for text in texts]
    whole = (text for text in small if " " not in text)
    return frozenset((*whole, *(word for text in small for word in _WORD.findall(_parted(text)))))


def _parted(text: str) -> str:
    """The text with spaces where the address of a page has what stands for them."""
    return text.replace("%20", " ")


def _spelt(party: Party) -> tuple[frozenset[str], ...]:
    """The words of each name, and of a person those of the surname; an id is a word by itself."""
    names = (*names_of(party), surname_of(party) if is_person(party) else "")
    spelt = [frozenset(_WORD.findall(name.casefold())) for name in names]
    parts = frozenset(party.id.split("-"))
    # An id that has to do with the name may stand in a text as that does: ann-example.
    spelt += [parts] if any(parts & name for name in spelt) else []
    return tuple(dict.fromkeys(filter(None, (frozenset({party.id}), *spelt))))


def _names(party: Party) -> tuple[str, ...]:
    return (party.id, party.name, *party.aliases)


def _without(person: Party, taken: Collection[str]) -> Party:
    """The person without the aliases that are names of another party here."""
    aliases = tuple(_free(person.aliases, taken))
    return person.model_copy(update={"aliases": aliases})


def _free(names: Iterable[str], taken: Collection[str]) -> Iterator[str]:
    yield from (name for name in names if name.casefold() not in taken)
