"""What several plans share: the partnership, its period, its parties and its documents."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from planctl.model.calendar import Calendars, DaySpan
from planctl.model.entity import Entity
from planctl.model.funding import FundingLine
from planctl.model.link import Document
from planctl.model.party import Party
from planctl.model.plan import Format, Plan
from planctl.model.scale import ScaleField
from planctl.model.values import Id, Text, Title


class Programme(Entity):
    """What several plans share; whatever it says, a plan may say for itself.

    A folder of plans has one programme at most, in the file `programme.yaml`. It is not a plan.

    Example (in a programme):
        format: planctl/1
        id: together-for-reading
        title: Together for reading
        partnership: Achievement Partnership
        period: {from: 2017-09-01, to: 2020-08-31}
        calendars: [academic, financial]
        priorities: [reading-at-home, attendance]
        parties: [{id: library, kind: organisation, name: Library}]
        scale: rag
        documents: [{id: delivery-plans, role: annual_delivery_plan, expected: 3}]
        funding: [{period: Year 1, amount: 48000}]
        glossary: {EAL: English as an additional language}
        coordinator: library
        source: {file: together-for-reading.pdf}
    """

    place: ClassVar[str] = "the programme"

    format: Format
    """The format that the file is written in: `planctl/1`."""
    id: Id
    """The programme's name for planctl: small letters, digits and hyphens."""
    title: Title
    """The programme's title."""
    partnership: Text | None = None
    """The partnership that it is made for."""
    period: DaySpan | None = None
    """The first and last day of the programme, and of each plan that does not name its own."""
    calendars: Calendars = ()
    """The calendars that years and terms are counted by, the first before the others."""
    priorities: tuple[Id, ...] = ()
    """The ids of its plans, in the order in which they are printed."""
    parties: tuple[Party, ...] = ()
    """Those that its plans speak of."""
    scale: ScaleField | None = None
    """The scale of the ratings in all plans that do not name their own."""
    documents: tuple[Document, ...] = ()
    """The documents that it promises or rests on."""
    funding: tuple[FundingLine, ...] = ()
    """The money of the programme as a whole, by period."""
    glossary: Mapping[Text, Text] = Field(default_factory=dict)
    """Words and abbreviations with what they mean, for all its plans."""
    coordinator: Text | None = None
    """Who keeps the programme: a party's id, name or alias."""


def within(plan: Plan, programme: Programme | None) -> Plan:
    """The plan with what it leaves to its programme; the plan's own word comes first.

    Parties and glossary are joined, the plan's own before the programme's. Documents and funding
    stay with whoever names them: they are promises of that body.
    """
    if programme is None:
        return plan
    taken: dict[str, Any] = {
        field: getattr(programme, field)
        for field in ("partnership", "period", "coordinator", "scale")
        if getattr(plan, field) is None
    }
    taken["calendars"] = plan.calendars or programme.calendars
    known = {party.id for party in plan.parties}
    shared = tuple(party for party in programme.parties if party.id not in known)
    taken["parties"] = plan.parties + shared
    taken["glossary"] = {**programme.glossary, **plan.glossary}
    return plan.model_copy(update=taken)
