"""KPIs: targets that are others, and what is measured."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Final

from planctl.diff.both import Both
from planctl.diff.change import Change
from planctl.diff.delta import Difference
from planctl.diff.details import detail, in_short
from planctl.diff.naming import both_quoted, spoken
from planctl.diff.telling import told, told_of
from planctl.diff.texts import reworded
from planctl.diff.yardstick import Yardstick, amount, in_words, yardstick_of
from planctl.model import Kpi, KpiStatus, Period, Timeline
from planctl.model.figure import Target
from planctl.pairing.tree import Node
from planctl.wording.meaning import is_another_meaning

_MEANING: Final = ("title", "definition")
_TERMS: Final = ("unit", "better", "basis")
_TERM_WORDS: Final = MappingProxyType({
    "unit": "in {}", "better": "{} is better", "basis": "{} figures",
})  # fmt: skip
_NAMED: Final = 3
"""So many targets are named where all came or went."""
"""What a KPI measures: in words that may be polished, and in words that may not."""


def kpi_changes(both: Both) -> Iterator[Change]:
    """What is asked of KPIs and what they measure, where it is another."""
    for found in both.differing("kpi", "targets"):
        yield from _targets(both, found)
    for found in both.differing("kpi", "tolerance", "declared_total"):
        yield _bound(both, found)
    for found in both.differing("kpi", "to_follow_by"):
        yield _settled_by(both, found)
    for found in both.differing("kpi", "status"):
        yield _status(both, found)
    for found in both.differing("kpi", *_MEANING, *_TERMS):
        yield _meaning(both, found)


def _targets(both: Both, found: Difference) -> Iterator[Change]:
    if len(found.field) == 1:
        rule = "target-added" if found.now else "kpi-target-removed"
        names = tuple(found.now or found.was)
        side = found.new if found.now else found.old
        shown = ", ".join(f"{_shown(side, name)} for {name}" for name in names[:_NAMED])
        more = f" and {len(names) - _NAMED} more" if names[_NAMED:] else ""
        clause = f"has no target any more (was {shown}{more})"
        if found.now:
            clause = f"has {'targets' if names[1:] else 'a target'} now: {shown}{more}"
        yield told_of(both, rule, found, clause)
        yield from _falls(both, found, names)
        return
    name = str(found.field[1])
    old, new = _target(found.old, name), _target(found.new, name)
    if old is not None and new is not None:
        yield _target_changed(both, found, old, new)
        return
    one = new or old
    side = found.new if new else found.old
    words = in_words(one, _kpi(side.entry).unit) if one else ""
    clause = (
        f"has a target for {name}: {words}"
        if new
        else f"has no target for {name} any more (was {words})"
    )
    yield told_of(both, "target-added" if new else "kpi-target-removed", found, clause)
    yield from _falls(both, found, (name,))


def _target_changed(both: Both, found: Difference, old: Target, new: Target) -> Change:
    measure = _measure(found)
    order = measure.compared(old, new)
    now = in_words(new, _kpi(found.new.entry).unit)
    was = in_words(old, _kpi(found.old.entry).unit)
    clause = f"has the target {now} for {found.field[1]}, before {was}"
    if order is None:
        return told_of(both, "kpi-target-changed", found, clause)
    if order == 0:
        return told_of(both, "metadata-changed", found, clause)
    return told_of(both, "kpi-target-loosened" if order < 0 else "target-tightened", found, clause)


def _measure(found: Difference) -> Yardstick:
    """Which way is better, where the versions do not contradict each other."""
    known = {yardstick_of(_kpi(node.entry)) for node in (found.old, found.new)} - {None}
    return known.pop() or Yardstick(None) if len(known) == 1 else Yardstick(None)


def _falls(both: Both, found: Difference, names: tuple[str, ...]) -> Iterator[Change]:
    """The targets that came, or went, and ask for less than those of the period before them."""
    is_new = found.now is not None
    side, node = (both.new, found.new) if is_new else (both.old, found.old)
    kpi, measure = _kpi(node.entry), _measure(found)
    for name in names:
        period = side.timeline.period(name)
        before = _before(kpi, period, side.timeline) if period else None
        if period is None or before is None or period not in kpi.targets:
            continue
        one, other = kpi.targets[before], kpi.targets[period]
        order = measure.compared(one, other)
        if order is not None and order < 0:
            rule = "kpi-target-falls" if is_new else "falling-target-withdrawn"
            first, second = in_words(one, kpi.unit), in_words(other, kpi.unit)
            clause = f"the target {second} for {period}, after {first} for {before}"
            clause = f"{'has' if is_new else 'no longer has'} {clause}"
            old, new = (first, second) if is_new else (second, first)
            yield told(
                both, rule, (found.old, found.new), clause,
                field=f"targets/{period}", old=old, new=new,
            )  # fmt: skip


def _before(kpi: Kpi, period: Period, timeline: Timeline) -> Period | None:
    """The period of the same sort with a target that ends last before this one begins."""
    starts = timeline.starts(period)
    earlier = [
        (ends, other)
        for other in kpi.targets
        if other.kind is period.kind and (ends := timeline.ends(other)) and starts and ends < starts
    ]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None


def _bound(both: Both, found: Difference) -> Change:
    """A tolerance or a total over all periods."""
    name = str(found.field[0])
    what = "tolerance" if name == "tolerance" else "total over all periods"
    old, new = _kpi(found.old.entry), _kpi(found.new.entry)
    was, now = (
        None if figure is None else amount(figure, kpi.unit, is_stretch=name == "tolerance")
        for kpi in (old, new)
        for figure in (kpi.tolerance if name == "tolerance" else kpi.declared_total,)
    )
    clause = _bound_said(what, was, now)
    if name == "tolerance":
        wider = (new.tolerance or 0) - (old.tolerance or 0)
        rule = "kpi-target-loosened" if wider > 0 else "target-tightened"
        return told_of(both, rule if wider else "metadata-changed", found, clause)
    if old.declared_total is None or new.declared_total is None:
        return told_of(both, "metadata-changed", found, clause)
    order = _measure(found).ordered(old.declared_total, new.declared_total)
    rule = "kpi-target-changed" if order is None else "metadata-changed"
    if order:
        rule = "kpi-target-loosened" if order < 0 else "target-tightened"
    return told_of(both, rule, found, clause)


def _bound_said(what: str, was: str | None, now: str | None) -> str:
    if now is None:
        return f"has no {what} any more (was {was})"
    return f"has a {what} now: {now}" if was is None else f"has the {what} {now}, before {was}"


def _settled_by(both: Both, found: Difference) -> Change:
    old, new = _kpi(found.old.entry), _kpi(found.new.entry)
    was, now = _day(old.to_follow_by), _day(new.to_follow_by)
    if old.status is not new.status:
        return told_of(both, "metadata-changed", found, detail(found))
    is_later = new.to_follow_by is None or (
        old.to_follow_by is not None and new.to_follow_by > old.to_follow_by
    )
    rule = "kpi-due-postponed" if is_later else "kpi-due-advanced"
    if now and was:
        clause = f"is to be settled by {now}, before by {was}"
    else:
        clause = f"is to be settled by {now}" if now else f"has no day to be settled by (was {was})"
    return told_of(both, rule, found, clause)


def _day(day: date | None) -> str:
    return spoken(day) if day else ""


def _status(both: Both, found: Difference) -> Change:
    old, new = _kpi(found.old.entry).status, _kpi(found.new.entry).status
    if new is KpiStatus.WITHDRAWN:
        return told_of(both, "kpi-removed", found, "is withdrawn")
    if old is KpiStatus.WITHDRAWN:
        return told_of(both, "kpi-added", found, "was withdrawn, and is measured again")
    clause = f"is {new.value.replace('_', ' ')}, before {old.value.replace('_', ' ')}"
    return told_of(both, "metadata-changed", found, clause)


def _meaning(both: Both, found: Difference) -> Change:
    name = str(found.field[0])
    if found.was is None or found.now is None:
        return told_of(both, "metadata-changed", found, detail(found))
    if name in _TERMS:
        was, now = (_TERM_WORDS[name].format(in_short(one)) for one in (found.was, found.now))
        return told_of(both, "kpi-redefined", found, f"measures another thing: {now}, before {was}")
    if is_another_meaning(found.was, found.now):
        what = "another thing" if name == "title" else "in another way"
        clause = f"measures {what}: {both_quoted(found.now, found.was)}"
        return told_of(both, "kpi-redefined", found, clause)
    return reworded(both, found)


def _shown(node: Node, name: str) -> str:
    target = _target(node, name)
    return in_words(target, _kpi(node.entry).unit) if target else ""


def _target(node: Node, name: str) -> Target | None:
    kpi = _kpi(node.entry)
    return next((target for period, target in kpi.targets.items() if str(period) == name), None)


def _kpi(entry: object) -> Kpi:
    if not isinstance(entry, Kpi):
        message = "the entry is no KPI"
        raise TypeError(message)
    return entry
