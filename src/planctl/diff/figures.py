"""Figures of KPIs that are others: where each started from, and where it is."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Plain
from planctl.diff.closed import is_past
from planctl.diff.delta import Difference
from planctl.diff.details import detail, said_of
from planctl.diff.naming import quoted
from planctl.diff.telling import told_of
from planctl.diff.yardstick import amount
from planctl.model import Kpi
from planctl.pairing.tree import Node

_FIGURE: Final = ("value", "text", "period")
"""What makes a baseline the figure that it is."""
_WITHHELD: Final = "a figure that is held back"
_CALLED: Final = MappingProxyType({
    "value": "figure", "last": "figure before", "forecast": "forecast",
})  # fmt: skip
"""What of a figure is a figure itself."""


def figure_changes(both: Both) -> Iterator[Change]:
    """The figures that are others than they were, are new, or are gone."""
    for found in both.differing("kpi", "baseline"):
        yield _baseline(both, found)
    for found in both.differing("kpi", "benchmark"):
        yield _benchmark(both, found)
    for found in both.differing("kpi", "actuals"):
        yield _figure(both, found)


def _baseline(both: Both, found: Difference) -> Change:
    before, after = _unit(found.old), _unit(found.new)
    if found.was is None:
        return told_of(both, "baseline-set", found, f"starts from {_started(found.now, after)} now")
    if found.now is None:
        clause = f"has no figure to start from any more (was {_started(found.was, before)})"
        return told_of(both, "kpi-baseline-removed", found, clause)
    if all(found.was.get(name) == found.now.get(name) for name in _FIGURE):
        sources = found.was.get("source"), found.now.get("source")
        clause = said_of("source of its first figure", *sources)
        return told_of(both, "metadata-changed", found, clause)
    was, now = _started(found.was, before), _started(found.now, after)
    clause = f"starts from {now}, before from {was}"
    return told_of(both, "kpi-baseline-changed", found, clause)


def _benchmark(both: Both, found: Difference) -> Change:
    was, now = (
        _started(figure, _unit(node)) if figure else None
        for node, figure in ((found.old, found.was), (found.new, found.now))
    )
    if was == now:
        return told_of(both, "metadata-changed", found, detail(found))
    clause = f"is held against {now}, before against {was}"
    if now is None:
        clause = f"has no benchmark any more (was {was})"
    elif was is None:
        clause = f"is held against {now} now"
    return told_of(both, "metadata-changed", found, clause)


def _started(figure: Mapping[str, str], unit: str | None) -> str:
    text = quoted(figure["text"]) if figure.get("text") else ""
    value, period = _value(figure, unit), figure.get("period", "")
    if value and text:
        text = f"({text})"
    shown = " ".join(filter(None, (value, text))) or "no figure"
    return f"{shown} of {period}" if period else shown


def _figure(both: Both, found: Difference) -> Change:
    if len(found.field) == 1:
        return _all(both, found)
    name = str(found.field[1])
    was, now = _said(found.was or {}, _unit(found.old)), _said(found.now or {}, _unit(found.new))
    if found.was is None:
        return told_of(both, "figure-reported", found, f"stood at {now} in {name}")
    if found.now is None:
        clause = f"has no figure for {name} any more (was {was})"
        return told_of(both, "figure-withdrawn", found, clause)
    rule = "figure-revised"
    if is_past(both, name):
        rule = _in_the_past(found.was, found.now)
    return told_of(both, rule, found, _revised(found, (was, now), name))


def _all(both: Both, found: Difference) -> Change:
    """Of the first figures that are given, or the last that are gone."""
    figures = found.now or found.was
    unit = _unit(found.new if found.now else found.old)
    shown = ", ".join(f"{_said(one, unit)} in {name}" for name, one in list(figures.items())[:3])
    more = f" and {len(figures) - 3} more" if len(figures) > 3 else ""  # noqa: PLR2004 - named above
    if found.now:
        return told_of(both, "figure-reported", found, f"stood at {shown}{more}")
    clause = f"has no figure any more (stood at {shown}{more})"
    return told_of(both, "figure-withdrawn", found, clause)


def _in_the_past(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Whether a figure of a period that is over was settled, told in more words, or rewritten."""
    open_before, open_after = was.get("provisional"), now.get("provisional")
    if open_before:
        return "figure-revised" if open_after else "figure-settled"
    if open_after:
        return "figure-unsettled"
    if any(name in now and now[name] != value for name, value in was.items()):
        return "history-rewritten"
    if was.keys() > now.keys():
        return "history-erased"
    return "history-filled-in" if was.keys() < now.keys() else "history-rewritten"


def _revised(found: Difference, told: tuple[str, str], period: str) -> str:
    was, now = found.was, found.now
    before, after = told
    if {**was, "provisional": True} == {**now, "provisional": True}:
        how = "is provisional now" if now.get("provisional") else "is no longer provisional"
        known = _said({**now, "provisional": False}, _unit(found.new))
        return f"stood at {known} in {period}, which {how}"
    if after == _WITHHELD and before != _WITHHELD:
        return f"had a figure for {period} that is held back now"
    if before != after:
        return f"stood at {before} in {period}, and is said to have stood at {after}"
    changed = [name for name in dict.fromkeys((*was, *now)) if was.get(name) != now.get(name)]
    name = changed[0]
    more = f", and {len(changed) - 1} more of its details changed" if changed[1:] else ""
    return f"{_detail(found, name, period)}{more}"


def _detail(found: Difference, name: str, period: str) -> str:
    """Of one field of a figure: what else is a figure has the unit, or is not told, as well."""
    was, now = found.was.get(name), found.now.get(name)
    if name not in _CALLED:
        return said_of(name.replace("_", " "), was, now, f" for {period}")
    if found.was.get("suppressed") or found.now.get("suppressed"):
        return f"has another {_CALLED[name]} for {period}, which is held back"
    before, after = (
        _value(found.was | {"value": was}, _unit(found.old)),
        _value(found.now | {"value": now}, _unit(found.new)),
    )
    if was is None:
        return f"has a {_CALLED[name]} for {period} now: {after}"
    if now is None:
        return f"has no {_CALLED[name]} for {period} any more (was {before})"
    return f"has the {_CALLED[name]} {after} for {period}, before {before}"


def _said(figure: Plain, unit: str | None) -> str:
    if figure.get("suppressed"):
        return _WITHHELD
    if figure.get("value") is None:
        return "no figure"
    return f"{_value(figure, unit)}{' (provisional)' if figure.get('provisional') else ''}"


def _value(figure: Mapping[str, Any], unit: str | None) -> str:
    value = figure.get("value")
    return amount(Decimal(value), unit) if value is not None else ""


def _unit(node: Node) -> str | None:
    return node.entry.unit if isinstance(node.entry, Kpi) else None
