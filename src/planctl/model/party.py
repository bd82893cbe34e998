"""Who there is, and who is responsible: parties and their assignments."""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Final

from pydantic import Field

from planctl.model.days import Day
from planctl.model.entity import Entity
from planctl.model.prose import Texts
from planctl.model.record import Record
from planctl.model.short_forms import ONE_OR_MANY, text_for
from planctl.model.values import Id, Text
from planctl.model.vocabulary import Vocabulary


class PartyKind(Vocabulary):
    """What sort of party it is."""

    PERSON = "person"
    POST = "post"
    TEAM = "team"
    ORGANISATION = "organisation"
    PARTNERSHIP = "partnership"
    GROUP = "group"
    COLLECTIVE = "collective"


class Role(Vocabulary):
    """What a party does for an action."""

    ACCOUNTABLE = "accountable"
    RESPONSIBLE = "responsible"
    LEAD = "lead"
    PARTNER = "partner"
    SUPPORTER = "supporter"
    FUNDER = "funder"
    SPONSOR = "sponsor"
    POLITICAL_LEAD = "political_lead"
    CONSULTED = "consulted"
    INFORMED = "informed"
    COORDINATES = "coordinates"


LEADING: Final = frozenset({Role.ACCOUNTABLE, Role.LEAD, Role.COORDINATES})
"""The roles of which one is enough to say who leads."""

ANSWERING: Final = LEADING | {Role.RESPONSIBLE, Role.POLITICAL_LEAD}
"""The roles whose holder answers for the work."""


class Party(Entity):
    """A body, post or group that a plan speaks of.

    Example (in a plan):
        parties:
          - {id: reading-board, kind: partnership, name: Reading Board, aliases: [the board, RB]}
          - id: attendance-officer
            kind: post
            name: Attendance officer
            organisation: council
            from: 2017-09-01
            to: 2018-08-31
            public_label: The attendance team
    """

    place: ClassVar[str] = "the party"

    id: Id
    """A short name for it: small letters, digits and hyphens."""
    kind: PartyKind | None = None
    """What sort of party it is."""
    name: Text
    """Its name in full."""
    aliases: Texts = ()
    """Other names that people write for it."""
    organisation: Text | None = None
    """The body that it belongs to: a party's id, name or alias."""
    from_: Annotated[Day | None, Field(alias="from")] = None
    """The first day on which it is there."""
    to: Day | None = None
    """The last day on which it is there."""
    public_label: Text | None = None
    """What reports for the public call it, where its name is not for them."""


class Assignment(Record):
    """A party with its role in one piece of work.

    Text alone stands for its `party`.

    Example (in an action):
        responsible: [library, {party: schools, role: supporter, note: The two pilot schools}]
    """

    place: ClassVar[str] = "the assignment"

    party: Text
    """The party's id, name or alias. Where no parties are declared, the name stands as it is
    written."""
    role: Role = Role.RESPONSIBLE
    """What the party does for the work."""
    note: Text | None = None
    """Anything that limits or explains the role."""


Assignments = Annotated[tuple[Annotated[Assignment, text_for("party")], ...], ONE_OR_MANY]
"""`party-id`, `[party-id, ...]` or the full form."""


def party_called(name: str, parties: Iterable[Party]) -> Party | None:
    """The party that goes by this id, name or alias, whatever the case."""
    return parties_by_name(parties).get(name.casefold())


def parties_by_name(parties: Iterable[Party]) -> Mapping[str, Party]:
    """Each party by its id, name and aliases in small letters; of two alike, the first.

    For whoever looks up many: `party_called` reads all of them each time.
    """
    found: dict[str, Party] = {}
    for party in parties:
        for name in (party.id, party.name, *party.aliases):
            found.setdefault(name.casefold(), party)
    return found
