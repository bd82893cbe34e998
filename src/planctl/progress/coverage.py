"""From what is promised down to what shows it: commitment, action, KPI, evidence; and back up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planctl.findings import Path
from planctl.model import (
    Commitment,
    Kpi,
    KpiStatus,
    KpiType,
    Plan,
    Recommendation,
    Row,
    rows,
)
from planctl.progress.measured import readings
from planctl.progress.promised import Names, Placed, needs_action, placed


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment or recommendation, with what carries it out and what shows that.

    `needed` says whether an action has to stand behind it, and `covered` whether something does.
    `rows` are the plan's own actions, `abroad` those of plans beside it; `plans` are the ids of
    such plans, and `unknown` what else is named. `kpis` are those that show it, each with its plan.
    `evidenced` counts the actions with evidence.
    """

    path: Path
    given: Commitment | Recommendation
    needed: bool
    covered: bool
    rows: tuple[Row, ...]
    abroad: tuple[tuple[Plan, Row], ...]
    plans: tuple[str, ...]
    unknown: tuple[str, ...]
    kpis: tuple[tuple[Plan, Kpi], ...]
    evidenced: int

    @property
    def is_gap(self) -> bool:
        """Whether an action has to stand behind it, and none does."""
        return self.needed and not self.covered


@dataclass(frozen=True, slots=True)
class Moved:
    """A KPI with the actions that are meant to move it, by themselves or through their theme.

    `needed` says whether some action has to be, `covered` whether an action, a criterion or a theme
    names it, and `measured` whether a figure of it is known on the day.
    """

    path: Path
    kpi: Kpi
    needed: bool
    covered: bool
    rows: tuple[Row, ...]
    measured: bool

    @property
    def is_gap(self) -> bool:
        """Whether an action has to move it, and none is meant to."""
        return self.needed and not self.covered


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one plan hangs together, on a day.

    `serving` are the actions that serve a commitment or recommendation; None where the plan has
    neither, and no other plan's commitment names it.
    """

    rows: tuple[Row, ...]
    commitments: tuple[Promised, ...]
    recommendations: tuple[Promised, ...]
    kpis: tuple[Moved, ...]
    serving: tuple[Row, ...] | None
    unmeasured: tuple[Row, ...]
    evidenced: tuple[Row, ...]

    @property
    def unserving(self) -> tuple[Row, ...]:
        """The actions that serve no commitment and no recommendation, where there are any."""
        return () if self.serving is None else _without(self.rows, self.serving)

    @property
    def unevidenced(self) -> tuple[Row, ...]:
        """The actions for which nothing is named as evidence."""
        return _without(self.rows, self.evidenced)


def coverage_of(plan: Plan, on: date, beside: Iterable[Plan] = ()) -> Coverage:
    """How the plan hangs together on the day; `beside` are the plans that its names may speak of.

    Commitments of those plans are served by this one's actions where they name them.
    """
    every = tuple(rows(plan))
    names = Names(plan, tuple(one for one in beside if one is not plan))
    commitments = tuple(_commitment(one, names, on) for one in placed(plan))
    recommendations = tuple(_recommendations(names, on))
    return Coverage(
        rows=every,
        commitments=commitments,
        recommendations=recommendations,
        kpis=tuple(_kpis(plan, every, on)),
        serving=_serving(names, every, (*commitments, *recommendations)),
        unmeasured=tuple(row for row in every if not row.action.success and not row.action.kpis),
        evidenced=tuple(row for row in every if has_evidence(row, plan, on)),
    )


def has_evidence(row: Row, plan: Plan, on: date) -> bool:
    """Whether evidence is named by the action, a criterion, or an update of a period begun."""
    action = row.action
    if action.evidence or any(one.evidence for one in action.success):
        return True
    return any(
        update.evidence and (plan.timeline.starts(period) or date.min) <= on
        for period, update in action.updates.items()
    )


def _commitment(one: Placed, names: Names, on: date) -> Promised:
    found = [(names.plan, row) for row in one.rows]
    given = one.commitment
    return _promised(one.path, given, (one.needed, one.covered), (one.nearest, found), (names, on))


def _recommendations(names: Names, on: date) -> Iterator[Promised]:
    for number, given in enumerate(names.plan.recommendations):
        state = (needs_action(given, names.plan), bool(given.actions))
        path: Path = ("recommendations", number)
        yield _promised(path, given, state, (given.actions, []), (names, on))


def _promised(
    path: Path,
    given: Commitment | Recommendation,
    state: tuple[bool, bool],
    by: tuple[Sequence[str], list[tuple[Plan, Row]]],
    known: tuple[Names, date],
) -> Promised:
    written, linked = by
    names, on = known
    found = {name: names.row(name) for name in written}
    done = [*(one for one in found.values() if one), *linked]
    others = [name for name, one in found.items() if one is None]
    own = _once(row for plan, row in done if plan is names.plan)
    abroad = tuple(one for one in done if one[0] is not names.plan)
    targets = given.targets if isinstance(given, Commitment) else ()
    every = (*((names.plan, row) for row in own), *abroad)
    return Promised(
        path=path,
        given=given,
        needed=state[0],
        covered=state[1],
        rows=own,
        abroad=abroad,
        plans=tuple(name for name in others if names.plans(name)),
        unknown=tuple(name for name in others if not names.plans(name)),
        kpis=tuple(_kpis_shown(every, targets, names)),
        evidenced=sum(has_evidence(row, plan, on) for plan, row in every),
    )


def _once(found: Iterable[Row]) -> tuple[Row, ...]:
    return tuple({row.path: row for row in found}.values())


def _kpis_shown(
    by: Sequence[tuple[Plan, Row]], targets: Iterable[str], names: Names
) -> Iterator[tuple[Plan, Kpi]]:
    """The KPIs that the actions are to move, or that are named as showing it, plan by plan."""
    named = [found for name in targets if (found := names.kpi(name))]
    for plan in (names.plan, *names.beside):
        moved = {name for one, row in by if one is plan for name in _kpis_named(row)}
        for kpi in plan.kpis:
            is_named = any(one is plan and other is kpi for one, other in named)
            if is_named or {kpi.ref, kpi.uid} & moved:
                yield plan, kpi


def _kpis_named(row: Row) -> Iterator[str]:
    yield from row.action.kpis
    yield from (one.kpi for one in row.action.success if one.kpi)
    yield from row.theme.kpis


def _kpis(plan: Plan, every: Sequence[Row], on: date) -> Iterator[Moved]:
    by_themes = {name for theme in plan.themes for name in theme.kpis}
    for number, kpi in enumerate(plan.kpis):
        names = {name for name in (kpi.ref, kpi.uid) if name}
        by = tuple(row for row in every if names & {*_kpis_named(row)})
        watched = kpi.status is KpiStatus.WITHDRAWN or kpi.type is KpiType.CONTEXTUAL
        yield Moved(
            path=("kpis", number),
            kpi=kpi,
            needed=bool(every) and not watched,
            covered=bool(by) or bool(names & by_themes),
            rows=by,
            measured=bool(readings(kpi, plan.timeline, on)),
        )


def _serving(
    names: Names, every: tuple[Row, ...], promised: Sequence[Promised]
) -> tuple[Row, ...] | None:
    """A part serves what the whole serves, and the whole what one of its parts does."""
    plan = names.plan
    others = [(one, placed(one)) for one in names.beside]
    written = {name for _, known in others for each in known for name in each.delivered_by}
    if plan.id in written:
        return every
    direct = {row.path for one in promised for row in one.rows}
    for other, known in others:
        seen = Names(other, (*(one for one in names.beside if one is not other), plan))
        found = (seen.row(name) for each in known for name in each.delivered_by)
        direct |= {one[1].path for one in found if one and one[0] is plan}
    if not direct and not promised:
        return None
    above = {up.path for row in every if row.path in direct for up in _up(row)}
    return tuple(
        row for row in every if row.path in above or any(up.path in direct for up in _up(row))
    )


def _up(row: Row) -> Iterator[Row]:
    """The row and those that it is a part of."""
    yield row
    if row.parent:
        yield from _up(row.parent)


def _without(every: Sequence[Row], some: Sequence[Row]) -> tuple[Row, ...]:
    known = {row.path for row in some}
    return tuple(row for row in every if row.path not in known)
