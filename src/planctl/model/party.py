"""Who there is, and who is responsible: parties and their assignments."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Final

from pydantic import Field

from planctl.model.dates import Day
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


class Party(Record):
    """A body or post that a plan speaks of."""

    place: ClassVar[str] = "the party"

    id: Id
    kind: PartyKind
    name: Text
    aliases: tuple[Text, ...] = ()
    organisation: Text | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    public_label: Text | None = None


class Assignment(Record):
    """A party with its role in one piece of work."""

    place: ClassVar[str] = "the assignment"

    party: Text
    role: Role = Role.RESPONSIBLE
    note: Text | None = None


Assignments = Annotated[tuple[Annotated[Assignment, text_for("party")], ...], ONE_OR_MANY]
"""`party-id`, `[party-id, ...]` or the full form."""


def party_called(name: str, parties: Iterable[Party]) -> Party | None:
    """The party that goes by this id, name or alias, whatever the case."""
    wanted = name.casefold()
    for party in parties:
        if wanted in {known.casefold() for known in (party.id, party.name, *party.aliases)}:
            return party
    return None
