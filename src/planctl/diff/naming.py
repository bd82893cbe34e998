"""What an entry is called where a change of it is told."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from planctl.diff.both import Side
from planctl.diff.tree import Node
from planctl.model import FuzzyDate
from planctl.model.party import party_called
from planctl.model.period import MONTHS

LONGEST: Final = 60
"""Characters of a text that stands in a message."""

_WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "kpi": "KPI", "theme": "theme", "commitment": "commitment",
    "recommendation": "recommendation", "risk": "risk", "outcome": "outcome", "party": "party",
    "funding": "funding of", "change": "decision", "approval": "approval by",
    "engagement": "engagement", "document": "document", "evidence": "evidence",
    "milestone": "milestone", "success": "success criterion",
})  # fmt: skip


def label_of(node: Node, side: Side) -> str:
    """What people call the entry: `2.1a`, `KPI K1`, `evidence ‘Reading survey’ of 2.1a`."""
    name = node.kind.name
    if name == "plan":
        return "the plan"
    if name == "action":
        return side.rows[node.path].label
    called = node.ref or quoted(node.text or node.key)
    above = f" of {label_of(node.parent, side)}" if node.kind.is_local and node.parent else ""
    return f"{_WORDS[name]} {called}{above}"


def theme_of(node: Node) -> str:
    """The reference, or else the heading, of the theme that the entry belongs to."""
    for above in node.above():
        if above.kind.name == "theme":
            return above.ref or above.text
    return ""


def owners_of(node: Node, side: Side) -> tuple[str, ...]:
    """The names of those who answer for the entry, or for the action that it belongs to."""
    for above in node.above():
        row = side.rows.get(above.path)
        if row is not None:
            return tuple(party_name(given.party, side) for given in row.responsible)
    owner = getattr(node.entry, "owner", None)
    return (party_name(owner, side),) if owner else ()


def party_name(written: str, side: Side) -> str:
    """The name of the party that goes by that id, name or alias; else as it is written."""
    found = party_called(written, side.plan.parties)
    return found.name if found else written


def quoted(text: str) -> str:
    """The text in quotation marks, on one line, cut off where it is long."""
    line = " ".join(text.split())
    shown = line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
    return f"‘{shown}’"


def at_start(text: str) -> str:
    """The words at the beginning of a sentence; a reference stays as it is."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.isalpha() and len(first) > 1 else text


def spoken(day: date) -> str:
    """The day as people write it: 27 April 2018."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def deadline(due: FuzzyDate | None) -> str:
    """The deadline in words; none where there is none."""
    if due is None:
        return "none"
    return spoken(due.latest) if due.is_exact and due.latest else due.text


def pounds(amount: Decimal) -> str:
    """The amount with its sign: £24,000."""
    return f"£{amount.normalize():,f}" if amount else "£0"


def listed(names: list[str]) -> str:
    """The names with commas, and an `and` before the last."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joint
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
