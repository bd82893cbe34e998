"""What several plans share: the partnership, its period, its parties and its documents."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field

from planctl.model.funding import FundingLine
from planctl.model.link import DaySpan, Document
from planctl.model.party import Party
from planctl.model.plan import Format, Plan
from planctl.model.record import Record
from planctl.model.scale import ScaleField
from planctl.model.source import Source
from planctl.model.values import Id, Text, Title


class Programme(Record):
    """The workspace's one programme; whatever it says, a plan may say for itself."""

    place: ClassVar[str] = "the programme"

    format: Format
    id: Id
    title: Title
    partnership: Text | None = None
    period: DaySpan | None = None
    priorities: tuple[Id, ...] = ()
    coordinator: Text | None = None
    parties: tuple[Party, ...] = ()
    scale: ScaleField | None = None
    documents: tuple[Document, ...] = ()
    funding: tuple[FundingLine, ...] = ()
    glossary: Mapping[Text, Text] = Field(default_factory=dict)
    source: Source | None = None


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
    known = {party.id for party in plan.parties}
    shared = tuple(party for party in programme.parties if party.id not in known)
    taken["parties"] = plan.parties + shared
    taken["glossary"] = {**programme.glossary, **plan.glossary}
    return plan.model_copy(update=taken)
