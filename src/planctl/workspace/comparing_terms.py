"""The comparison of two terms inside the same files: what was told by the end of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planctl.diff import Change, Compared, SideShown, Version
from planctl.errors import NoPlansError
from planctl.model import Plan
from planctl.workspace.change_waivers import waived_changes
from planctl.workspace.comparing import Comparison, Days, Means
from planctl.workspace.group import Group, groups, shown
from planctl.workspace.plan_changes import Compare, located
from planctl.workspace.side_plans import PlanFile
from planctl.workspace.term_sides import (
    is_within,
    no_such_term,
    term_end,
    told_by,
    two_terms,
)


def terms_comparison(
    terms: str, paths: tuple[Path, ...], means: Means, days: Days = (None, None)
) -> Comparison:
    """What changed in the plans at the paths between the ends of two terms.

    Neither side has what is told of periods that end after its term. Raises PathNotFoundError,
    NoPlansError, UnreadableError, WrongValueError.
    """
    names, found = two_terms(terms), groups(paths)
    if not any(group.asked for group in found):
        raise NoPlansError(paths[0])
    _must_be_within(names, found)
    told = [one for group in found for one in _told(group, names, days, means.compare)]
    unread = [finding for group in found for finding in group.broken()]
    today = means.today
    old = told[0].old if told else SideShown(names[0], days[0] or today)
    new = told[0].new if told else SideShown(names[1], days[1] or today)
    changes = tuple(change for one in told for change in one.changes)
    plans = sum(len(group.asked) for group in found)
    return Comparison(Compared(old, new, changes, tuple(dict.fromkeys(unread)), plans))


def _must_be_within(names: tuple[str, str], found: tuple[Group, ...]) -> None:
    """Raises WrongValueError for a term in which none of the plans runs.

    Of such a term nothing can be told, and that would read as if nothing had changed.
    """
    timelines = [
        group.joined(loaded.record).timeline
        for group in found
        if group.is_sound
        for loaded in group.plans
        if loaded.record is not None
    ]
    for name in names if timelines else ():
        if not any(is_within(term_end(name, each)[0], each) for each in timelines):
            raise no_such_term(name, timelines[0])


@dataclass(frozen=True, slots=True)
class _Told:
    """The changes of one plan, and its two sides: plans may count by terms of their own."""

    old: SideShown
    new: SideShown
    changes: tuple[Change, ...]


def _told(group: Group, names: tuple[str, str], days: Days, compare: Compare) -> Iterator[_Told]:
    if not group.is_sound:
        return
    waivers = [group.waivers] if group.waivers else []
    for path, loaded in zip(group.asked, group.plans, strict=True):
        if loaded.record is None:
            continue
        whole = group.joined(loaded.record)
        file = PlanFile(path, shown(path), loaded.document, loaded.record, whole)
        ends = [term_end(name, whole.timeline) for name in names]
        old = _version(loaded.record, whole, ends[0][1], days[0])
        new = _version(loaded.record, whole, ends[1][1], days[1])
        changes = located(compare(old, new), file, file)
        yield _Told(
            SideShown(str(ends[0][0]), old.on),
            SideShown(str(ends[1][0]), new.on),
            waived_changes(changes, waivers, new.on),
        )


def _version(plan: Plan, whole: Plan, last: date, on: date | None) -> Version:
    timeline = whole.timeline
    return Version(told_by(plan, timeline, last), told_by(whole, timeline, last), on or last)
