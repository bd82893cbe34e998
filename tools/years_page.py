"""The page on the invented example over three years: what is in it, counted, and what is found."""

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import planctl
from planctl.model import Action, Kpi, Period, Plan, rows

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = "examples/three-years"
PLACE: Final = "docs/examples/three-years.md"
DAY: Final = "2024-08-31"

HEAD: Final = f"""\
# Example: three years of a partnership

The invented partnership of Wexcombe from autumn 2021 to summer 2024: a programme, four priority
action plans, what the town promises its children, and a scrutiny inquiry. It is in
[{FOLDER}](../../{FOLDER}/README.md);
`planctl init trial --example` puts a copy of it into a folder called `trial`. All figures on this
page are counted in its files, as of {DAY}.
"""

Said = Callable[..., str]


def page(said: Said) -> str:
    """What the example holds, term by term and plan by plan, and what the audit finds."""
    plans = tuple(planctl.load(path) for path in _files())
    terms = json.loads(said("term", "list", FOLDER, "--as-of", DAY, "--format", "json"))
    return "\n".join([
        HEAD,
        *_section("Plans", ("plan", "kind", "actions", "KPIs", "commitments", "recommendations",
                            "money"), map(_plan, plans)),
        *_section("Term by term", ("term", "updates", "better", "worse", "checked by audit",
                                   "next steps kept", "sealed on", "check code"),
                  _terms(plans, terms)),
        *_section("Approved", ("plan", "on", "minute", "entries kept"), _approvals(plans)),
        *_section("Decided since", ("plan", "change", "on", "of", "what", "minute"),
                  _changes(plans)),
        *_section("Measures", ("KPI", "unit", "better", "figures by", "targets", "marks"),
                  _kpis(plans)),
        *_found(said),
    ])  # fmt: skip


def _files() -> Iterator[Path]:
    folder = ROOT / FOLDER / "plans"
    yield from (path for path in sorted(folder.glob("*.yaml")) if path.name != "programme.yaml")


def _section(title: str, columns: tuple[str, ...], found: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [f"| {' | '.join(row)} |" for row in found]
    head = [f"## {title}", "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
    return [*head, *lines, ""]


def _plan(plan: Plan) -> tuple[str, ...]:
    money = sum((line.amount or Decimal(0) for line in plan.funding), Decimal(0))
    return (
        f"{plan.ref} {plan.title}" if plan.ref else plan.title,
        f"`{plan.kind.value}`" if plan.kind else "",
        _counted(sum(1 for _ in rows(plan))),
        _counted(len(plan.kpis)),
        _counted(len(plan.commitments)),
        _counted(len(plan.recommendations)),
        f"£{money:,}" if money else "",
    )


def _terms(plans: tuple[Plan, ...], told: Any) -> Iterator[tuple[str, ...]]:
    """A row a term: what was said in it, and how it was closed."""
    for one in told["terms"]:
        term = next(found for found in plans[0].timeline.terms() if str(found) == one["term"])
        updates = [
            (plan, row.action, row.action.updates[term])
            for plan in plans
            for row in rows(plan)
            if term in row.action.updates
        ]
        moves = [_moved(plan, action, term) for plan, action, _ in updates]
        steps = [step for _, _, update in updates for step in update.next_steps if step.kept]
        closing = next((seal for seal in one["seals"] if seal["kind"] == "close"), None)
        amended = any(seal["kind"] == "amend" for seal in one["seals"])
        yield (
            one["term"],
            _counted(len(updates)),
            _counted(sum(move > 0 for move in moves)),
            _counted(sum(move < 0 for move in moves)),
            _counted(sum(update.verified is not None for _, _, update in updates)),
            f"{sum(step.kept == 'done' for step in steps)} of {len(steps)}" if steps else "",
            f"{closing['date']}{', amended' if amended else ''}" if closing else "open",
            closing["check_code"] if closing else "",
        )


_STATES: Final = ("off_track", "at_risk", "on_track", "complete")


def _moved(plan: Plan, action: Action, term: Period) -> int:
    """Above nought where the rating is better than that of the update before, below where worse."""
    ordered = sorted(action.updates, key=lambda one: str(plan.timeline.starts(one)))
    at = ordered.index(term)
    if at == 0:
        return 0
    before, now = (_rank(plan, action, one) for one in ordered[at - 1 : at + 1])
    return 0 if before is None or now is None else now - before


def _rank(plan: Plan, action: Action, term: Period) -> int | None:
    """How good the rating is, from off track up; None where there is none."""
    level = plan.rating_scale.level(action.updates[term].rating or "")
    return None if level is None else _STATES.index(level.state.value)


def _approvals(plans: tuple[Plan, ...]) -> Iterator[tuple[str, ...]]:
    for plan in plans:
        for one in plan.approvals:
            yield plan.id, str(one.date), one.minute or "", _counted(len(one.agreed))


def _changes(plans: tuple[Plan, ...]) -> Iterator[tuple[str, ...]]:
    for plan in plans:
        for one in plan.changes:
            yield (
                plan.id, one.id or "", str(one.date), f"`{one.target}`", one.field or "dropped",
                one.minute or "",
            )  # fmt: skip


def _kpis(plans: tuple[Plan, ...]) -> Iterator[tuple[str, ...]]:
    for plan in plans:
        for kpi in plan.kpis:
            targets = dict.fromkeys(f"`{one.kind.value}`" for one in kpi.targets.values())
            yield (
                kpi.title,
                kpi.unit or "",
                f"`{kpi.better.value}`" if kpi.better else "",
                ", ".join(dict.fromkeys(period.kind.value for period in kpi.actuals)),
                ", ".join(targets),
                ", ".join(_marks(kpi)),
            )


def _marks(kpi: Kpi) -> Iterator[str]:
    if kpi.status.value != "defined":
        yield f"`{kpi.status.value}`"
    if kpi.type and kpi.type.value == "contextual":
        yield "`contextual`"
    for name in ("tolerance", "declared_total", "benchmark"):
        if getattr(kpi, name) is not None:
            yield f"`{name}`"
    for name in ("provisional", "suppressed"):
        if any(getattr(actual, name) for actual in kpi.actuals.values()):
            yield f"`{name}`"


def _found(said: Said) -> Iterator[str]:
    checked = ("validate", FOLDER, "--as-of", DAY, "--format", "json", "--fail-on", "never")
    summary = json.loads(said(*checked))["summary"]
    named = {one["code"]: one for one in json.loads(said("rules", "--format", "json"))["rules"]}
    found, waived = summary["by_rule"], summary["waived"]
    yield "## What the audit finds"
    yield ""
    yield (
        f"As of {DAY}, {sum(found.values())} places in all, and {waived} more that the board lets"
        " stand (`waivers.yaml`)."
    )
    yield from ("", "| code | name | finds |", "|---|---|---:|")
    for code, count in sorted(found.items()):
        name = named[code]["name"]
        yield f"| [{code}](../rules.md#{code.lower()}-{name}) | {name} | {count} |"
    yield ""


def _counted(number: int) -> str:
    return str(number) if number else ""
