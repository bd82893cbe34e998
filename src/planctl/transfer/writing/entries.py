"""What the rows of the sheets are: the entries of a plan, each with its place and heading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planctl.findings import Path
from planctl.source import Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the plan: its place, its fields, and what it belongs to."""

    path: Path
    fields: dict[str, Value]
    group: str = ""


def listed(
    holder: dict[str, Value], field: str, path: Path = (), group: str = ""
) -> Iterator[Entry]:
    """The entries of a list that are mappings."""
    found = holder.get(field)
    for number, entry in enumerate(found if isinstance(found, list) else ()):
        if isinstance(entry, dict):
            yield Entry((*path, field, number), entry, group)


def actions(plan: dict[str, Value]) -> Iterator[Entry]:
    """Actions and sub-actions as they are printed, each under the heading of its theme."""
    for theme in listed(plan, "themes"):
        heading = " ".join(
            str(theme.fields[one]) for one in ("ref", "title") if theme.fields.get(one)
        )
        for action in listed(theme.fields, "actions", theme.path, heading):
            yield from _with_sub_actions(action)


def _with_sub_actions(action: Entry) -> Iterator[Entry]:
    yield action
    for sub in listed(action.fields, "sub_actions", action.path, action.group):
        yield from _with_sub_actions(sub)


def below(holders: Iterable[Entry], field: str) -> Iterator[Entry]:
    """The entries of a list in each of the holders, with the holder's label."""
    for holder in holders:
        yield from listed(holder.fields, field, holder.path, label(holder.fields))


def by_period(holders: Iterable[Entry], field: str) -> Iterator[Entry]:
    """What each of the holders says of a period, with the holder's label and the period."""
    for holder in holders:
        found = holder.fields.get(field)
        for period, entry in found.items() if isinstance(found, dict) else ():
            if isinstance(entry, dict):
                yield Entry(
                    (*holder.path, field, period), entry, f"{label(holder.fields)}, {period}"
                )


def periods_of(found: Iterable[Entry]) -> list[str]:
    """The periods in which actions are worked on: years of the plan first, then by their names."""
    every = {
        period
        for action in found
        if isinstance(schedule := action.fields.get("schedule"), dict)
        for period in schedule
    }
    return sorted(every, key=_in_time)


def label(entry: dict[str, Value]) -> str:
    """What an entry is called for short."""
    return str(entry.get("ref") or entry.get("text") or entry.get("title") or "")


def _in_time(period: str) -> tuple[bool, int, str]:
    year = period.removeprefix("Year ")
    is_year = year.isascii() and year.isdigit()
    return (not is_year, int(year) if is_year else 0, period)
