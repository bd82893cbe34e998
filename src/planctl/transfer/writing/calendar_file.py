"""The deadlines of a plan as a calendar file (RFC 5545), for any diary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from planctl.model import Plan, Row, rows
from planctl.model.dates import FuzzyDate
from planctl.model.party import party_called

_LONGEST_LINE: Final = 75
"""Bytes; a longer line goes on in the next one, behind a space."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in the diary; `key` is the same as long as the entry stands for the same thing."""

    key: str
    on: date
    title: str
    text: str


def as_calendar(plan: Plan) -> bytes:
    """The due dates and milestones that are days, as all-day entries; the same bytes each time."""
    return calendar_of(deadlines(plan))


def calendar_of(entries: Iterable[Entry]) -> bytes:
    """The entries, each as one whole day; the same bytes each time."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//planctl//EN", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_inert(entry.key)}@planctl",
            # A diary wants to know when the entry was made; the day itself never changes.
            f"DTSTAMP:{entry.on:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_inert(entry.title)}",
            f"DESCRIPTION:{_inert(entry.text)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def deadlines(plan: Plan) -> Iterator[Entry]:
    """Every due date and milestone that is a day or a stretch of days, at its last day.

    What is done, dropped or reached is left out.
    """
    for row in rows(plan):
        action = row.action
        if action.closure is None and action.completed_on is None and (day := _last(row.due)):
            yield Entry(f"{plan.id}-{_key(row)}-due", day, f"{row.label} is due", _text(plan, row))
        for number, milestone in enumerate(action.milestones):
            day = _last(milestone.due)
            if day and milestone.done_on is None:
                title = f"{row.label}: {milestone.text}"
                yield Entry(f"{plan.id}-{_key(row)}-step-{number}", day, title, _text(plan, row))


def _last(due: FuzzyDate | None) -> date | None:
    return due.latest if due else None


def _key(row: Row) -> str:
    steps = (str(step) for step in row.path if step not in {"themes", "actions", "sub_actions"})
    return row.action.uid or "-".join(steps)


def _text(plan: Plan, row: Row) -> str:
    owners = (party_called(one.party, plan.parties) for one in row.responsible)
    names = ", ".join(party.name for party in owners if party)
    return "\n".join(filter(None, [plan.title, row.action.text, names]))


def _inert(text: str) -> str:
    """The text as a calendar has it."""
    escaped = "".join(f"\\{letter}" if letter in "\\;," else letter for letter in text)
    return "\\n".join(escaped.split("\n"))


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of so many bytes, none of which parts a character."""
    piece, room = "", _LONGEST_LINE
    for letter in line:
        if len((piece + letter).encode()) > room:
            yield piece
            piece, room = " ", _LONGEST_LINE
        piece += letter
    yield piece
