"""Figures of KPIs that are others: where each started from, and where it is."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Plain
from planctl.diff.closed import is_past
from planctl.diff.delta import Difference
from planctl.diff.details import said_of
from planctl.diff.naming import quoted
from planctl.diff.telling import told_of

_FIGURE: Final = ("value", "text", "period")
"""What makes a baseline the figure that it is."""
_WITHHELD: Final = "a figure that is held back"


def figure_changes(both: Both) -> Iterator[Change]:
    """The figures that are others than they were, are new, or are gone."""
    for found in both.differing("kpi", "baseline"):
        yield _baseline(both, found)
    for found in both.differing("kpi", "actuals"):
        yield _figure(both, found)


def _baseline(both: Both, found: Difference) -> Change:
    if found.was is None:
        return told_of(both, "baseline-set", found, f"starts from {_started(found.now)} now")
    if found.now is None:
        clause = f"has no figure to start from any more (was {_started(found.was)})"
        return told_of(both, "kpi-baseline-removed", found, clause)
    if all(found.was.get(name) == found.now.get(name) for name in _FIGURE):
        sources = found.was.get("source"), found.now.get("source")
        clause = said_of("source of its first figure", *sources)
        return told_of(both, "metadata-changed", found, clause)
    clause = f"starts from {_started(found.now)}, before from {_started(found.was)}"
    return told_of(both, "kpi-baseline-changed", found, clause)


def _started(figure: Mapping[str, str]) -> str:
    text = quoted(figure["text"]) if figure.get("text") else ""
    value, period = figure.get("value", ""), figure.get("period", "")
    if value and text:
        text = f"({text})"
    shown = " ".join(filter(None, (value, text))) or "no figure"
    return f"{shown} of {period}" if period else shown


def _figure(both: Both, found: Difference) -> Change:
    if len(found.field) == 1:
        return _all(both, found)
    name = str(found.field[1])
    if found.was is None:
        return told_of(both, "figure-reported", found, f"stood at {_said(found.now)} in {name}")
    if found.now is None:
        clause = f"has no figure for {name} any more (was {_said(found.was)})"
        return told_of(both, "figure-withdrawn", found, clause)
    rule = "figure-revised"
    if is_past(both, name):
        rule = _in_the_past(found.was, found.now)
    return told_of(both, rule, found, _revised(found.was, found.now, name))


def _all(both: Both, found: Difference) -> Change:
    """Of the first figures that are given, or the last that are gone."""
    figures = found.now or found.was
    shown = ", ".join(f"{_said(one)} in {name}" for name, one in list(figures.items())[:3])
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


def _revised(was: Mapping[str, Any], now: Mapping[str, Any], period: str) -> str:
    before, after = _said(was), _said(now)
    if {**was, "provisional": True} == {**now, "provisional": True}:
        how = "is provisional now" if now.get("provisional") else "is no longer provisional"
        return f"stood at {now.get('value', 'no figure')} in {period}, which {how}"
    if after == _WITHHELD:
        return f"stood at {before} in {period}, and that figure is held back now"
    if before != after:
        return f"stood at {before} in {period}, and is said to have stood at {after}"
    changed = [name for name in dict.fromkeys((*was, *now)) if was.get(name) != now.get(name)]
    name = changed[0]
    said = said_of(name.replace("_", " "), was.get(name), now.get(name), f" for {period}")
    more = f", and {len(changed) - 1} more of its details changed" if changed[1:] else ""
    return f"{said}{more}"


def _said(figure: Plain) -> str:
    if figure.get("value") is None:
        return _WITHHELD if figure.get("suppressed") else "no figure"
    return f"{figure['value']}{' (provisional)' if figure.get('provisional') else ''}"
