"""KPIs: targets, baselines and figures that are others, and what is measured."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Plain
from planctl.diff.closed import is_past
from planctl.diff.delta import Difference
from planctl.diff.naming import quoted, spoken
from planctl.diff.telling import told, told_of
from planctl.diff.tree import Node
from planctl.diff.yardstick import Yardstick, in_words, yardstick_of
from planctl.model import Kpi, KpiStatus, Period, Timeline
from planctl.model.figure import Target
from planctl.wording.meaning import is_another_meaning

_MEANING: Final = ("title", "definition")
_TERMS: Final = ("unit", "better", "basis")
"""What a KPI measures: in words that may be polished, and in words that may not."""


def kpi_changes(both: Both) -> Iterator[Change]:
    """What is asked of KPIs, what they measure and what they show, where it is another."""
    for found in both.differing("kpi", "targets"):
        yield from _targets(both, found)
    for found in both.differing("kpi", "tolerance", "declared_total"):
        yield _bound(both, found)
    for found in both.differing("kpi", "baseline"):
        yield _baseline(both, found)
    for found in both.differing("kpi", "actuals"):
        yield _figure(both, found)
    for found in both.differing("kpi", "to_follow_by"):
        yield _settled_by(both, found)
    for found in both.differing("kpi", "status"):
        yield _status(both, found)
    for found in both.differing("kpi", *_MEANING, *_TERMS):
        yield _meaning(both, found)


def _targets(both: Both, found: Difference) -> Iterator[Change]:
    if len(found.field) == 1:
        rule = "target-added" if found.now else "kpi-target-removed"
        periods = ", ".join(found.now or found.was)
        clause = f"has {'targets' if found.now else 'no target any more'} for {periods}"
        yield told_of(both, rule, found, clause)
        yield from _falls(both, found, tuple(found.now or found.was))
        return
    name = str(found.field[1])
    old, new = (
        _target(found.old, name),
        _target(found.new, name),
    )
    if old is not None and new is not None:
        yield _target_changed(both, found, old, new)
        return
    one = new or old
    words = in_words(one) if one else ""
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
    clause = f"has the target {in_words(new)} for {found.field[1]}, before {in_words(old)}"
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
            clause = (
                f"has the target {in_words(other)} for {period}, after {in_words(one)} for {before}"
            )
            yield told(
                both, rule, (found.old, found.new), clause if is_new else f"{clause}, no more",
                field=f"targets/{period}", old=in_words(one), new=in_words(other),
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
    name = str(found.field[0]).replace("_", " ")
    clause = f"has the {name} {found.now or 'none'}, before {found.was or 'none'}"
    old, new = _kpi(found.old.entry), _kpi(found.new.entry)
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


def _baseline(both: Both, found: Difference) -> Change:
    if found.was is None:
        return told_of(both, "baseline-set", found, f"starts from {_said(found.now)}")
    if found.now is None:
        clause = f"has no figure to start from any more (was {_said(found.was)})"
        return told_of(both, "kpi-baseline-removed", found, clause)
    clause = f"starts from {_said(found.now)}, before {_said(found.was)}"
    return told_of(both, "kpi-baseline-changed", found, clause)


def _figure(both: Both, found: Difference) -> Change:
    if len(found.field) == 1:
        periods = ", ".join(found.now or found.was)
        rule = "figure-reported" if found.now else "figure-withdrawn"
        clause = f"has {'figures' if found.now else 'no figure any more'} for {periods}"
        return told_of(both, rule, found, clause)
    name = str(found.field[1])
    if found.was is None:
        return told_of(both, "figure-reported", found, f"was {_said(found.now)} in {name}")
    if found.now is None:
        clause = f"has no figure for {name} any more (was {_said(found.was)})"
        return told_of(both, "figure-withdrawn", found, clause)
    is_open = found.was.get("provisional") or found.now.get("provisional")
    is_same = found.was.get("value") == found.now.get("value")
    clause = f"had {_said(found.was)} for {name}, and has {_said(found.now)} now"
    if is_same or is_open or not is_past(both, name):
        return told_of(both, "figure-revised", found, clause)
    return told_of(both, "history-rewritten", found, clause)


def _settled_by(both: Both, found: Difference) -> Change:
    old, new = _kpi(found.old.entry), _kpi(found.new.entry)
    was, now = _day(old.to_follow_by), _day(new.to_follow_by)
    if old.status is not new.status:
        return told_of(both, "metadata-changed", found, f"is to be settled by {now}, before {was}")
    is_later = new.to_follow_by is None or (
        old.to_follow_by is not None and new.to_follow_by > old.to_follow_by
    )
    rule = "kpi-due-postponed" if is_later else "kpi-due-advanced"
    return told_of(both, rule, found, f"is to be settled by {now}, before {was}")


def _day(day: date | None) -> str:
    return spoken(day) if day else "no day"


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
    clause = f"has another {name}: {_said(found.now)}, before {_said(found.was)}"
    if found.was is None or found.now is None:
        return told_of(both, "metadata-changed", found, clause)
    if name in _TERMS or is_another_meaning(found.was, found.now):
        return told_of(both, "kpi-redefined", found, f"measures another thing: {clause}")
    return told_of(both, "reworded", found, clause)


def _said(value: Plain) -> str:
    """A figure, or a text, in words."""
    if isinstance(value, dict):
        shown = " ".join(filter(None, (value.get("value"), value.get("text"))))
        return shown or ("a figure that is held back" if value.get("suppressed") else "no figure")
    if value is None:
        return "none"
    return quoted(value) if " " in str(value) else str(value)


def _target(node: Node, name: str) -> Target | None:
    kpi = _kpi(node.entry)
    return next((target for period, target in kpi.targets.items() if str(period) == name), None)


def _kpi(entry: object) -> Kpi:
    if not isinstance(entry, Kpi):
        message = "the entry is no KPI"
        raise TypeError(message)
    return entry
