"""What was promised or recommended: whether an action has to stand behind it, and what is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from planctl.findings import Path
from planctl.model import (
    Commitment,
    CommitmentType,
    Decision,
    Kpi,
    Plan,
    Recommendation,
    Row,
    Scale,
    rows,
)
from planctl.model.scale import Preset, RatedState
from planctl.model.update import Stage

_TO_DELIVER: Final = frozenset({
    CommitmentType.PROMISE, CommitmentType.OBJECTIVE, CommitmentType.WE_WILL,
})  # fmt: skip
_UNANSWERED: Final = frozenset({Decision.REJECTED, Decision.PENDING})
"""The answers after which nobody has to act, or not yet."""
_SCRUTINY: Final = Scale(preset=Preset.SCRUTINY)


@dataclass(frozen=True, slots=True)
class Placed:
    """A commitment where it stands, with what delivers it or the whole that it is a part of.

    `delivered_by` are the names that are written, those of its parts last; `nearest` are those of
    it and its parts, or of what it is a part of where there are none. `rows` are the actions that
    link to it, by themselves or through their theme. One that is made of others that need actions
    needs none itself.
    """

    path: Path
    commitment: Commitment
    needed: bool
    delivered_by: tuple[str, ...]
    nearest: tuple[str, ...]
    rows: tuple[Row, ...]
    linked: bool

    @property
    def covered(self) -> bool:
        """Whether anything is named for it."""
        return bool(self.delivered_by) or self.linked


@dataclass(frozen=True)
class Names:
    """What the names in commitments stand for: actions of the plan, then of those beside it."""

    plan: Plan
    beside: tuple[Plan, ...] = ()

    def row(self, name: str) -> tuple[Plan, Row] | None:
        """The action of that uid or ref; of several in other plans none, for nobody can tell."""
        own = self._found.get(self.plan.id, {}).get(name)
        if own:
            return self.plan, own
        others = [(one, self._found[one.id][name]) for one in self.beside if self._has(one, name)]
        return others[0] if len(others) == 1 else None

    def plans(self, name: str) -> bool:
        """Whether a plan beside this one goes by that id."""
        return any(one.id == name for one in self.beside)

    def kpi(self, name: str) -> tuple[Plan, Kpi] | None:
        """The KPI of that uid or ref; of several in other plans none, for nobody can tell."""
        named = [
            (plan, kpi)
            for plan in (self.plan, *self.beside)
            for kpi in plan.kpis
            if name in {kpi.ref, kpi.uid}
        ]
        own = [one for one in named if one[0] is self.plan]
        return own[0] if own else named[0] if len(named) == 1 else None

    def _has(self, plan: Plan, name: str) -> bool:
        return plan.id != self.plan.id and name in self._found[plan.id]

    @cached_property
    def _found(self) -> dict[str, dict[str, Row]]:
        return {one.id: _by_name(tuple(rows(one))) for one in (*self.beside, self.plan)}


@dataclass(frozen=True, slots=True)
class _Above:
    """What delivers the commitments that one is a part of."""

    names: tuple[str, ...] = ()
    refs: tuple[str, ...] = field(default=())


def placed(plan: Plan) -> tuple[Placed, ...]:
    """Every commitment of the plan, each after the one that it is a part of."""
    linked = _Linked(plan, tuple(rows(plan)))
    return tuple(_placed(("commitments",), plan.commitments, _Above(), linked))


def needs_action(given: Recommendation, plan: Plan) -> bool:
    """Whether an action has to carry the recommendation out.

    None has to when it was rejected or has no answer yet, when it is achieved or signed off, or
    when somebody is responsible for it and reports on it.
    """
    unanswered = given.response is not None and given.response.decision in _UNANSWERED
    if given.signed_off or unanswered or _is_achieved(given, plan):
        return False
    return not (given.responsible and given.assessments)


@dataclass(frozen=True, slots=True)
class _Linked:
    """Which actions link to which commitments; those of a theme link as the theme does."""

    plan: Plan
    every: Sequence[Row]

    def refs(self) -> frozenset[str]:
        links = [link for theme in self.plan.themes for link in theme.links]
        links += [link for row in self.every for link in row.action.links]
        return frozenset(link.commitment for link in links if link.commitment)

    def naming(self, refs: Sequence[str]) -> tuple[Row, ...]:
        def names(row: Row) -> Iterator[str | None]:
            return (link.commitment for link in (*row.action.links, *row.theme.links))

        return tuple(row for row in self.every if any(name in refs for name in names(row) if name))


def _by_name(every: Sequence[Row]) -> dict[str, Row]:
    """The rows by uid and ref; of two that share a name, the first."""
    return {
        name: row for row in reversed(every) for name in (row.action.ref, row.action.uid) if name
    }


def _placed(
    path: Path, commitments: Sequence[Commitment], above: _Above, linked: _Linked
) -> Iterator[Placed]:
    known = linked.refs()
    for number, one in enumerate(commitments):
        here = _Above(
            (*above.names, *one.delivered_by), (*above.refs, *([one.ref] if one.ref else []))
        )
        inside = tuple(_placed((*path, number, "children"), one.children, here, linked))
        by_parts = tuple(name for part in one.children for name in part.delivered_by)
        yield Placed(
            path=(*path, number),
            commitment=one,
            needed=one.type in _TO_DELIVER and not any(_is_to_deliver(part) for part in inside),
            delivered_by=tuple(dict.fromkeys((*here.names, *by_parts))),
            nearest=tuple(dict.fromkeys((*one.delivered_by, *by_parts))) or above.names,
            rows=linked.naming(here.refs),
            linked=bool(known & {*here.refs}),
        )
        yield from inside


def _is_to_deliver(one: Placed) -> bool:
    return one.commitment.type in _TO_DELIVER


def _is_achieved(given: Recommendation, plan: Plan) -> bool:
    """Whether the latest assessment grades it so; without a grade, whether the work is complete."""
    timeline = plan.timeline
    if not given.assessments:
        return False
    _, _, latest = max(
        (timeline.ends(period) or date.min, place, period)
        for place, period in enumerate(given.assessments)
    )
    assessment = given.assessments[latest]
    level = None
    if assessment.rating is not None:
        rating = assessment.rating
        level = plan.rating_scale.level(rating) or _SCRUTINY.level(rating)
    if level is None:
        return assessment.stage is Stage.COMPLETE
    return level.state is RatedState.COMPLETE
