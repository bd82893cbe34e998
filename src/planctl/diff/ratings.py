"""How actions stand: better or worse rated, complete or open again, told in the same words."""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Direction, Edit
from planctl.diff.closed import is_closed_for_both, is_past
from planctl.diff.telling import Values, told
from planctl.findings import Path
from planctl.model import ClosureReason, Period, Row, State, Update
from planctl.pairing.tree import Node
from planctl.progress import ENDED, latest_update, state_of
from planctl.wording.words import normalised

_FROM_BEST: Final = (State.COMPLETE, State.ON_TRACK, State.AT_RISK, State.OFF_TRACK)
"""The states that are better or worse than each other; work that has not begun is neither."""


_OPEN: Final = MappingProxyType({State.COMPLETE: "complete"})
_Nodes = tuple[Node, Node]
_Told = tuple[Period, Update] | None


def standings(both: Both) -> Iterator[Change]:
    """The actions that are rated otherwise, are complete or open again, or stand still."""
    for old, new, node in both.row_pairs():
        nodes = both.delta.pairs.old_of[node], node
        before = latest_update(old, both.old.timeline, both.old.on)
        after = latest_update(new, both.new.timeline, both.new.on)
        yield from _rated(both, nodes, before, after)
        yield from _ended(both, nodes, old, new)
        if before and after and before[0] != after[0]:
            yield from _still(both, nodes, before, after)


def _rated(both: Both, nodes: _Nodes, before: _Told, after: _Told) -> Iterator[Change]:
    was = before[1].rating if before else None
    now = after[1].rating if after else None
    is_the_past = before and after and before[0] == after[0] and is_closed_for_both(both, after[0])
    if was == now or is_the_past:
        return
    said: Values = {
        "field": "rating", "old": was, "new": now, "edits": _edits(both, nodes, before, after),
    }  # fmt: skip
    term = f" in {after[0]}" if after else ""
    one, other = _label(both.old, was), _label(both.new, now)
    if was is None:
        first = "" if _has_rating(nodes[0]) else " for the first time"
        yield told(both, "rating-started", nodes, f"is rated{first}{term}: {other}", **said)
    elif now is None:
        yield told(both, "rating-withdrawn", nodes, f"is not rated{term}; it was {one}", **said)
    else:
        is_taken_away = _is_later(both, before, after)
        if is_taken_away:
            one = f"{one} in {before[0]}" if before else one
            term = f", as told for {after[0]}" if after else ""
        for change in _graded(both, nodes, f"was {one} and is {other}{term}", said):
            yield replace(change, direction=Direction.NEUTRAL) if is_taken_away else change


def _graded(both: Both, nodes: _Nodes, clause: str, said: Values) -> Iterator[Change]:
    """Better or worse, where that can be told; else the rating is only another."""
    before, after = _rank(both, both.old, said["old"]), _rank(both, both.new, said["new"])
    if before is None or after is None:
        yield told(both, "metadata-changed", nodes, clause, **said)
    elif before != after:
        rule = "rating-worsened" if after > before else "rating-improved"
        said["direction"] = Direction.WORSE if after > before else Direction.BETTER
        yield told(both, rule, nodes, clause, **said)


def _is_later(both: Both, before: _Told, after: _Told) -> bool:
    """Whether the old rating is the newer one: that was taken away, which makes nothing better."""
    starts = [
        side.timeline.starts(one[0]) if one else None
        for side, one in ((both.old, before), (both.new, after))
    ]
    return starts[0] is not None and starts[1] is not None and starts[0] > starts[1]


def _edits(both: Both, nodes: _Nodes, before: _Told, after: _Told) -> tuple[Edit, ...]:
    """The edit of the rating itself, where one term's update was given another."""
    if before is None or after is None or before[0] != after[0]:
        return ()
    path = ("updates", str(after[0]), "rating")
    return tuple(one.edit for one in both.of(nodes[1]) if one.field == path)


def _has_rating(node: Node) -> bool:
    return any(one.get("rating") for one in node.own.get("updates", {}).values())


def _label(side: Side, rating: str | None) -> str:
    level = side.scale.level(rating) if rating else None
    return level.label.lower() if level else (rating or "")


def _rank(both: Both, side: Side, rating: str) -> int | None:
    """How bad the rating is; None where that cannot be told.

    It is its place on the scale, or its state's where the scales differ.
    """
    level = side.scale.level(rating)
    state = State(level.state.value) if level else State.UNKNOWN
    if level is None or state not in _FROM_BEST:
        return None
    if both.old.scale == both.new.scale:
        return side.scale.all_levels.index(level)
    return _FROM_BEST.index(state)


def _ended(both: Both, nodes: _Nodes, old: Row, new: Row) -> Iterator[Change]:
    was = state_of(old, both.old.scale, both.old.timeline, both.old.on)
    now = state_of(new, both.new.scale, both.new.timeline, both.new.on)
    said: Values = {"field": "state", "old": was.value, "new": now.value}
    whole: Values = {**said, "edits": _endings(both, nodes[1])}
    if now is State.COMPLETE and was not in ENDED:
        yield told(both, "completed", nodes, _completed(new), **whole)
        if _is_unproven(new, both.new):
            clause = "is called complete, and no evidence is given"
            yield told(both, "complete-without-evidence", nodes, clause, **said)
    if was is State.COMPLETE and now not in ENDED:
        clause = "was complete and is open again"
        yield told(both, "reopened", nodes, clause, **whole)
        if _is_unproven(old, both.old):
            clause = "was called complete without evidence, and is not any more"
            yield told(both, "unproven-completion-withdrawn", nodes, clause, **said)
    if now is State.DROPPED and was is not State.DROPPED:
        clause = f"was closed without being done{_reason(new)}"
        yield told(both, "closed-undone", nodes, clause, **whole)
    if was is State.DROPPED and now is not State.DROPPED:
        clause = f"had been closed{_reason(old)}, and is {_OPEN.get(now, 'open again')}"
        yield told(both, "taken-up-again", nodes, clause, **whole)


def _endings(both: Both, node: Node) -> tuple[Edit, ...]:
    """The edits by which an action ends or is opened again; not those of a term that is past."""
    return tuple(one.edit for one in both.of(node) if _is_ending(both, one.field))


def _is_ending(both: Both, field: Path) -> bool:
    if field[0] in {"closure", "completed_on"}:
        return True
    is_stage = field[0] == "updates" and field[2:] == ("stage",)
    return is_stage and not is_past(both, str(field[1]))


def _completed(row: Row) -> str:
    closure = row.action.closure
    if closure is None or closure.reason is not ClosureReason.MERGED:
        return "is complete"
    return f"was merged into {closure.into}" if closure.into else "was merged into another"


def _reason(row: Row) -> str:
    closure = row.action.closure
    if closure is None:
        return ""
    into = f", {closure.into} goes on with it" if closure.into else ""
    return f" ({closure.reason.value.replace('_', ' ')}{into})"


def _is_unproven(row: Row, side: Side) -> bool:
    """Whether nothing shows that the action was done; what was merged is shown elsewhere."""
    closure = row.action.closure
    if closure is not None and closure.reason is ClosureReason.MERGED:
        return False
    latest = latest_update(row, side.timeline, side.on)
    return not row.action.evidence and not (latest and latest[1].evidence)


def _still(
    both: Both,
    nodes: tuple[Node, Node],
    before: tuple[Period, Update],
    after: tuple[Period, Update],
) -> Iterator[Change]:
    one, other = before[1], after[1]
    same_words = (
        one.comment and other.comment and normalised(one.comment) == normalised(other.comment)
    )
    if same_words and (one.rating, one.percent) == (other.rating, other.percent):
        terms = sorted((before, after), key=lambda pair: str(pair[0]))
        yield told(
            both, "no-movement", nodes,
            f"is told in the same words for {terms[0][0]} and {terms[1][0]}",
            field="comment", old=one.comment, new=other.comment,
        )  # fmt: skip
