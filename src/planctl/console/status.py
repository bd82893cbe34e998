"""Where plans stand: as text for people, as JSON for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from planctl.console.as_json import FORMAT_VERSION, dumped
from planctl.console.closing import counted
from planctl.console.terminal import Paint, printable
from planctl.model import Plan, State
from planctl.progress import Summary

STATE_WORDS: Final = {
    State.COMPLETE: "complete",
    State.ON_TRACK: "on track",
    State.AT_RISK: "at risk",
    State.OFF_TRACK: "off track",
    State.PAUSED: "paused",
    State.NOT_STARTED: "not started",
    State.NOT_DUE: "not due yet",
    State.UNKNOWN: "not known",
    State.DROPPED: "dropped",
}
_MAX_LABELS: Final = 24


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """A plan with its counts."""

    plan: Plan
    summary: Summary


def render_status_json(statuses: Iterable[PlanStatus]) -> str:
    """One object with an entry a plan; amounts in pounds."""
    every = tuple(statuses)
    return dumped({
        "format_version": FORMAT_VERSION,
        "as_of": every[0].summary.as_of.isoformat() if every else None,
        "term": _term(every[0].summary) if every else None,
        "plans": [_entry(status) for status in every],
    })  # fmt: skip


def render_status_text(statuses: Iterable[PlanStatus], paint: Paint) -> str:
    """A few lines a plan."""
    return "\n".join("\n".join(_lines(status, paint)) + "\n" for status in statuses)


def _entry(status: PlanStatus) -> dict[str, Any]:
    plan, found = status.plan, status.summary
    return {
        "id": plan.id,
        "ref": plan.ref,
        "title": plan.title,
        "themes": found.themes,
        "actions": {
            "rows": found.rows,
            "main": found.main,
            "generic": found.generic,
            "sub_actions": found.sub_actions,
        },
        "ticks": found.ticks,
        "active": {str(period): number for period, number in found.active},
        "funding": {
            "lines": [
                {"period": str(period), "amount": _pounds(amount)}
                for period, amount in found.funding
            ],
            "total": _pounds(found.funding_total),
        },
        "term": _term(found),
        "states": {state.value: number for state, number in found.states},
        "due": found.due,
        "done": found.done,
        "overdue": len(found.overdue),
        "carried_over": len(found.carried_over),
        "missing_updates": len(found.missing_updates),
        "promises": {
            "made": found.promises.made,
            "kept": found.promises.kept,
            "late": found.promises.late,
            "not_mentioned": found.promises.not_mentioned,
        },
        "no_responsible": list(found.no_responsible),
        "no_timeline": list(found.no_timeline),
        "no_responsible_and_no_timeline": list(found.neither),
    }


def _lines(status: PlanStatus, paint: Paint) -> Iterator[str]:
    plan, found = status.plan, status.summary
    number = f"{plan.ref} " if plan.ref else ""
    yield paint(printable(f"{number}{plan.title}"), "bold") + f", as of {found.as_of}"
    yield (
        f"  {counted(found.rows, 'action')}: {found.main} main, {found.generic} generic, "
        f"{counted(found.sub_actions, 'sub-action')}, in {counted(found.themes, 'theme')}"
    )
    yield f"  States: {_states(found)}"
    yield f"  Due by now: {found.due}, of them done {found.done}, overdue {_listed(found.overdue)}"
    yield f"  Carried over: {_listed(found.carried_over)}"
    if found.term is None:
        yield "  Updates: no term has ended yet"
    else:
        owed = counted(found.owed_updates, "update")
        yield f"  Updates for {found.term}: {owed} owed, missing {_listed(found.missing_updates)}"
    yield f"  Nobody responsible: {_listed(found.no_responsible)}"
    yield f"  No timeline: {_listed(found.no_timeline)}"
    if found.funding:
        by_period = ", ".join(f"{period} £{amount:,}" for period, amount in found.funding)
        yield f"  Funding: £{found.funding_total:,} ({by_period})"


def _states(found: Summary) -> str:
    counts = dict(found.states)
    said = [f"{counts[state]} {words}" for state, words in STATE_WORDS.items() if counts.get(state)]
    return f"{', '.join(said)} (of {found.rows})" if said else "no actions"


def _listed(labels: tuple[str, ...]) -> str:
    if not labels:
        return "0"
    more = len(labels) - _MAX_LABELS
    named = printable(", ".join(labels[:_MAX_LABELS]))
    return f"{len(labels)} ({named}{f' and {more} more' if more > 0 else ''})"


def _pounds(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _term(found: Summary) -> str | None:
    return str(found.term) if found.term else None
