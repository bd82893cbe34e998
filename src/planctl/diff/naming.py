"""What an entry is called where a change of it is told."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from planctl.diff.both import Side
from planctl.model import FundingLine, FuzzyDate
from planctl.model.approval import Approval
from planctl.model.period import MONTHS
from planctl.pairing.tree import Node

LONGEST: Final = 60
"""Characters of a text that stands in a message."""
_LONGEST_OF_TWO: Final = 45
_BEFORE: Final = 3
"""So many words are shown before the first that differs."""

_WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "kpi": "KPI", "theme": "theme", "commitment": "commitment",
    "recommendation": "recommendation", "risk": "risk", "outcome": "outcome", "party": "party",
    "funding": "funding of", "change": "decision", "approval": "approval",
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
    called = _called(node, side)
    above = f" of {label_of(node.parent, side)}" if node.kind.is_local and node.parent else ""
    return f"{_WORDS[name]} {called}{above}"


def _called(node: Node, side: Side) -> str:
    entry = node.entry
    if isinstance(entry, FundingLine):
        return f"{entry.period} from {entry.origin}" if entry.origin else str(entry.period)
    if isinstance(entry, Approval):
        return f"by {party_name(entry.by, side)} ({entry.role})" if entry.by else f"({entry.role})"
    return node.ref or quoted(node.text or node.key)


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
    found = side.parties.get(written.casefold())
    return found.name if found else written


def quoted(text: str, longest: int = LONGEST) -> str:
    """The text in quotation marks, on one line, cut off where it is long."""
    line = " ".join(text.split())
    shown = line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
    return f"‘{shown}’"


def both_quoted(now: str, was: str) -> str:
    """The two texts in quotation marks; of long ones, the part in which they differ."""
    one, other = " ".join(now.split()), " ".join(was.split())
    start = _alike_up_to(one, other) if max(len(one), len(other)) > _LONGEST_OF_TWO else 0
    if start:
        one, other = f"…{one[start:]}", f"…{other[start:]}"
    return f"{quoted(one, _LONGEST_OF_TWO)}, before {quoted(other, _LONGEST_OF_TWO)}"


def _alike_up_to(one: str, other: str) -> int:
    """Where the last words begin that stand before the first difference; 0 where it is near."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    cuts = [place + 1 for place in range(same) if one[place] == " "][:-_BEFORE]
    return cuts[-1] if cuts and cuts[-1] > _BEFORE * _BEFORE else 0


def at_start(text: str) -> str:
    """The words with a capital, as at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def spoken(day: date) -> str:
    """The day as people write it: 27 April 2018."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def deadline(due: FuzzyDate | None) -> str:
    """The deadline in words; empty where there is none."""
    if due is None:
        return ""
    return spoken(due.latest) if due.is_exact and due.latest else due.text


def pounds(amount: Decimal) -> str:
    """The amount with its sign: £24,000."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def listed(names: list[str]) -> str:
    """The names with commas, and an `and` before the last."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joint
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
