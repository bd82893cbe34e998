"""What a plan says of a term: the values that a seal keeps, by the uid of their entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from planctl.findings import Path
from planctl.model import Period, Plan, Timeline, Update, rows
from planctl.model.plain import Plain, plain_fields
from planctl.model.record import Record
from planctl.model.seal import Values

LATER: Final = frozenset({"verified", "kept"})
"""What others say of a term after it has ended: a seal holds it once it is there."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """An entry that says something by period: an action, a KPI, a recommendation or a risk.

    `uid` is what never changes: for recommendations and risks, which have none, what they are and
    their reference. It is empty where the entry has neither.
    """

    uid: str
    label: str
    path: Path
    field: str
    records: Mapping[Period, Record]


def keepers(plan: Plan) -> Iterator[Keeper]:
    """Every entry of the plan that can say something of a term, in the order of the file."""
    for number, kpi in enumerate(plan.kpis):
        label = kpi.ref or f"‘{kpi.title}’"
        yield Keeper(kpi.uid or "", label, ("kpis", number), "actuals", kpi.actuals)
    for row in rows(plan):
        yield Keeper(row.action.uid or "", row.label, row.path, "updates", row.action.updates)
    for number, one in enumerate(plan.recommendations):
        uid, label = _by_ref("recommendation", one.ref, one.text)
        yield Keeper(uid, label, ("recommendations", number), "assessments", one.assessments)
    for number, risk in enumerate(plan.risks):
        uid, label = _by_ref("risk", risk.ref, risk.text)
        yield Keeper(uid, label, ("risks", number), "reviews", risk.reviews)


def term_values(plan: Plan, term: Period, held: Values | None = None) -> Values:
    """What the plan says of the term: of each period that ends within it, and of those held."""
    said: dict[str, dict[str, dict[str, Plain]]] = {}
    for keeper in keepers(plan):
        known = (held or {}).get(keeper.uid, {})
        for period, record in keeper.records.items():
            if str(period) in known or ends_in(period, term, plan.timeline):
                said.setdefault(keeper.uid, {})[str(period)] = _fields(record)
    return said


def ends_in(period: Period, term: Period, timeline: Timeline) -> bool:
    """Whether the period's last day lies in the term."""
    days, end = timeline.days(term), timeline.ends(period)
    return period == term or bool(days and end and days[0] <= end <= days[1])


def _by_ref(kind: str, ref: str | None, text: str) -> tuple[str, str]:
    return (f"{kind} {ref}", f"{kind} {ref}") if ref else ("", f"the {kind} ‘{text}’")


def _fields(record: Record) -> dict[str, Plain]:
    """What the record says, without where it was found; whether steps were kept stands apart."""
    said = {name: value for name, value in plain_fields(record).items() if name != "source"}
    if isinstance(record, Update) and record.next_steps:
        steps: list[dict[str, Any]] = said["next_steps"]
        said["next_steps"] = [_without_kept(step) for step in steps]
        if any("kept" in step for step in steps):
            said["kept"] = [step.get("kept", "") for step in steps]
    return said


def _without_kept(step: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in step.items() if name != "kept"}
