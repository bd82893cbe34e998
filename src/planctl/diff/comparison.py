"""The comparison of two versions of a plan."""

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Final

from planctl.diff.agreed_times import moved_dates
from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Edit
from planctl.diff.decisions import altered_decisions, stale_approvals, with_decisions
from planctl.diff.delta import delta
from planctl.diff.details import detail
from planctl.diff.figures import figure_changes
from planctl.diff.kpis import kpi_changes
from planctl.diff.money import evidence_changes, funding_changes
from planctl.diff.owners import owner_changes
from planctl.diff.places import places, references
from planctl.diff.presence import presences
from planctl.diff.ratings import standings
from planctl.diff.recommendations import answers
from planctl.diff.table import CHANGE_RULES
from planctl.diff.telling import told_of
from planctl.diff.texts import rewordings
from planctl.diff.times import passed_days
from planctl.diff.updates import owed_updates, updates
from planctl.diff.version import Version
from planctl.findings import Path

Family = Callable[[Both], Iterator[Change]]

_FAMILIES: Final[tuple[Family, ...]] = (
    presences, references, places, rewordings, owner_changes, moved_dates, passed_days,
    standings, updates, answers, kpi_changes, figure_changes, funding_changes, evidence_changes,
    altered_decisions, stale_approvals,
)  # fmt: skip

_ORDER: Final = MappingProxyType({rule.name: at for at, rule in enumerate(CHANGE_RULES)})
"""The kinds of change as the table has them: what weighs most comes first."""


def compare(old: Version, new: Version, *, asks_for_updates: bool = True) -> tuple[Change, ...]:
    """What changed from the old version to the new one, the weightiest first.

    Every difference between the two belongs to one change; changes that follow from the days in
    between, or from several differences, come besides. Which updates are owed takes long to find
    out, and can be left out.
    """
    both = Both(Side(old), Side(new), delta(old.plan, new.plan))
    families = (*_FAMILIES, owed_updates) if asks_for_updates else _FAMILIES
    found = [change for family in families for change in family(both)]
    every = (*found, *_others(both, found))
    return tuple(sorted(with_decisions(every, both), key=_rank))


def _others(both: Both, found: Iterable[Change]) -> Iterator[Change]:
    """The differences that no family has told of."""
    told = {_place(edit) for change in found for edit in change.edits}
    for one in both.delta.differences:
        if _place(one.edit) not in told:
            yield told_of(both, "metadata-changed", one, detail(one))


def _place(edit: Edit) -> tuple[Path | None, Path | None]:
    return edit.old, edit.new


def _rank(change: Change) -> tuple[object, ...]:
    place = change.new_path or change.old_path or ()
    where = tuple((0, step, "") if isinstance(step, int) else (1, 0, step) for step in place)
    return change.level.rank, _ORDER[change.rule], where, change.field, change.fingerprint
