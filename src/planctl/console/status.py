"""Where plans stand, as JSON for programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from planctl.console.as_json import FORMAT_VERSION, dumped
from planctl.model import Plan
from planctl.progress import Summary


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """A plan with its counts."""

    plan: Plan
    summary: Summary


def render_status_json(statuses: Iterable[PlanStatus], as_of: date) -> str:
    """One object with an entry a plan; the term at the top is the one that all plans share.

    Amounts are in pounds.
    """
    every = tuple(statuses)
    terms = {_term(status.summary) for status in every}
    return dumped({
        "format_version": FORMAT_VERSION,
        "as_of": as_of.isoformat(),
        "term": terms.pop() if len(terms) == 1 else None,
        "plans": [_entry(status) for status in every],
    })  # fmt: skip


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


def _pounds(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _term(found: Summary) -> str | None:
    return str(found.term) if found.term else None
