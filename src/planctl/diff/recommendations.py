"""Recommendations: what was answered, how far each has come, and who signed it off."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Direction
from planctl.diff.closed import is_past
from planctl.diff.delta import Difference
from planctl.diff.details import detail
from planctl.diff.naming import party_name
from planctl.diff.telling import told, told_of
from planctl.model import Scale
from planctl.model.recommendation import Decision, Recommendation
from planctl.model.scale import Level, Preset, RatedState
from planctl.pairing.tree import Node

_PROMISED: Final = MappingProxyType({
    Decision.ACCEPTED: 2, Decision.PART: 1, Decision.REJECTED: 0,
})  # fmt: skip
_ANSWERS: Final = MappingProxyType({
    Decision.ACCEPTED: "accepted", Decision.PART: "accepted in part",
    Decision.REJECTED: "rejected", Decision.PENDING: "to be answered",
})  # fmt: skip
_SCRUTINY: Final = Scale(preset=Preset.SCRUTINY)


def answers(both: Both) -> Iterator[Change]:
    """The recommendations that are answered, graded or signed off otherwise."""
    for found in both.differing("recommendation", "response"):
        yield _answered(both, found)
    for found in both.differing("recommendation", "assessments"):
        if found.field[2:] == ("rating",) and not is_past(both, str(found.field[1])):
            yield _graded(both, found)
    for found in both.differing("recommendation", "signed_off"):
        yield _signed_off(both, found)
    for node in both.delta.new.nodes.get("recommendation", ()):
        old = both.delta.pairs.old_of.get(node)
        if old is not None:
            yield from _latest(both, old, node)


def _answered(both: Both, found: Difference) -> Change:
    old, new = _recommendation(found.old).response, _recommendation(found.new).response
    was = old.decision if old else Decision.PENDING
    now = new.decision if new else Decision.PENDING
    if was is now:
        return told_of(both, "metadata-changed", found, detail(found))
    clause = f"was {_ANSWERS[was]}, and is {_ANSWERS[now]}"
    if was not in _PROMISED or now not in _PROMISED:
        return told_of(both, "metadata-changed", found, clause)
    rule = "scope-softened" if _PROMISED[now] < _PROMISED[was] else "scope-firmed"
    return told_of(both, rule, found, clause)


def _graded(both: Both, found: Difference) -> Change:
    term = str(found.field[1])
    was, now = _level(both.old, found.was), _level(both.new, found.now)
    clause = f"was {_said(was, found.was)} for {term}, and is {_said(now, found.now)}"
    direction = _lean(was, now)
    return told_of(both, "grade-changed", found, clause, direction=direction)


def _latest(both: Both, old: Node, new: Node) -> Iterator[Change]:
    """The grade of a later term than that of the other version, where it is another."""
    before, after = _last_grade(both.old, old), _last_grade(both.new, new)
    if before is None or after is None or before[0] == after[0]:
        return
    was, now = _level(both.old, before[1]), _level(both.new, after[1])
    if was == now:
        return
    clause = (
        f"was {_said(was, before[1])} in {before[0]}, and is {_said(now, after[1])} in {after[0]}"
    )
    yield told(
        both, "grade-changed", (old, new), clause,
        field="rating", old=before[1], new=after[1], direction=_lean(was, now),
    )  # fmt: skip


def _last_grade(side: Side, node: Node) -> tuple[str, str] | None:
    graded = [
        (days[1], str(term), assessment.rating)
        for term, assessment in _recommendation(node).assessments.items()
        if assessment.rating and (days := side.timeline.days(term)) and days[0] <= side.on
    ]
    return max(graded)[1:] if graded else None


def _signed_off(both: Both, found: Difference) -> Change:
    old, new = _recommendation(found.old).signed_off, _recommendation(found.new).signed_off
    if old is not None and new is not None:
        return told_of(both, "metadata-changed", found, detail(found))
    if new is not None:
        clause = f"was signed off by {party_name(new.by, both.new)}"
        return told_of(both, "approval-added", found, clause)
    by = party_name(old.by, both.old) if old else ""
    clause = f"is no longer signed off (was by {by})"
    return told_of(both, "approval-removed", found, clause)


def _level(side: Side, rating: str | None) -> Level | None:
    """The level on the plan's scale, else on that of scrutiny."""
    if rating is None:
        return None
    return side.scale.level(rating) or _SCRUTINY.level(rating)


def _said(level: Level | None, rating: str | None) -> str:
    if rating is None:
        return "not graded"
    return f"graded {level.label.lower() if level else rating}"


def _lean(was: Level | None, now: Level | None) -> Direction:
    """Which way the grades lie, where both say how the work stands."""
    states = tuple(RatedState)
    known = [level.state for level in (was, now) if level]
    if len(known) < 2 or RatedState.NOT_STARTED in known or known[0] is known[1]:  # noqa: PLR2004 - both
        return Direction.NEUTRAL
    return Direction.BETTER if states.index(known[1]) > states.index(known[0]) else Direction.WORSE


def _recommendation(node: Node) -> Recommendation:
    if not isinstance(node.entry, Recommendation):
        message = f"{node.kind.name} is no recommendation"
        raise TypeError(message)
    return node.entry
