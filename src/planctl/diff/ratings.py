"""How actions stand: better or worse rated, complete or open again, told in the same words."""

from collections.abc import Iterator

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Edit
from planctl.diff.closed import is_closed_for_both
from planctl.diff.telling import Values, told
from planctl.diff.tree import Node
from planctl.model import Period, Row, State, Update
from planctl.progress import ENDED, latest_update, state_of
from planctl.wording.words import normalised

_STATES = tuple(State)


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


def _rated(
    both: Both,
    nodes: tuple[Node, Node],
    before: tuple[Period, Update] | None,
    after: tuple[Period, Update] | None,
) -> Iterator[Change]:
    was = before[1].rating if before else None
    now = after[1].rating if after else None
    is_the_past = before and after and before[0] == after[0] and is_closed_for_both(both, after[0])
    if was == now or is_the_past:
        return
    edits = _edits(both, nodes, before, after)
    said: Values = {"field": "rating", "old": was, "new": now, "edits": edits}
    term = f" in {after[0]}" if after else ""
    one, other = (_label(side, rating) for side, rating in ((both.old, was), (both.new, now)))
    if was is None:
        yield told(
            both, "rating-started", nodes, f"is rated for the first time{term}: {other}", **said
        )
    elif now is None:
        yield told(both, "rating-withdrawn", nodes, f"is not rated any more; it was {one}", **said)
    elif _rank(both, both.old, was) != _rank(both, both.new, now):
        is_worse = _rank(both, both.new, now) > _rank(both, both.old, was)
        rule = "rating-worsened" if is_worse else "rating-improved"
        yield told(both, rule, nodes, f"was {one} and is {other}{term}", **said)


def _edits(
    both: Both,
    nodes: tuple[Node, Node],
    before: tuple[Period, Update] | None,
    after: tuple[Period, Update] | None,
) -> tuple[Edit, ...]:
    """The edit of the rating itself, where one term's update was given another."""
    if before is None or after is None or before[0] != after[0]:
        return ()
    path = ("updates", str(after[0]), "rating")
    return tuple(one.edit for one in both.of(nodes[1]) if one.field == path)


def _label(side: Side, rating: str | None) -> str:
    level = side.scale.level(rating) if rating else None
    return level.label.lower() if level else (rating or "")


def _rank(both: Both, side: Side, rating: str) -> int:
    """How bad the rating is: its place on the scale, or its state's where the scales differ."""
    level = side.scale.level(rating)
    if level is None:
        return -1
    if both.old.scale == both.new.scale:
        return side.scale.all_levels.index(level)
    return _STATES.index(State(level.state.value))


def _ended(both: Both, nodes: tuple[Node, Node], old: Row, new: Row) -> Iterator[Change]:
    was = state_of(old, both.old.scale, both.old.timeline, both.old.on)
    now = state_of(new, both.new.scale, both.new.timeline, both.new.on)
    said: Values = {"field": "state", "old": was.value, "new": now.value}
    if now is State.COMPLETE and was not in ENDED:
        yield told(both, "completed", nodes, "is complete", **said)
        if not _has_evidence(new, both.new):
            clause = "is called complete, and no evidence is given"
            yield told(both, "complete-without-evidence", nodes, clause, **said)
    if was is State.COMPLETE and now not in ENDED:
        yield told(both, "reopened", nodes, "was complete and is open again", **said)
        if not _has_evidence(old, both.old):
            clause = "was called complete without evidence, and is not any more"
            yield told(both, "unproven-completion-withdrawn", nodes, clause, **said)
    if now is State.DROPPED and was is not State.DROPPED:
        yield told(both, "closed-undone", nodes, "was closed without being done", **said)
    if was is State.DROPPED and now is not State.DROPPED:
        yield told(both, "taken-up-again", nodes, "had been closed, and is open again", **said)


def _has_evidence(row: Row, side: Side) -> bool:
    latest = latest_update(row, side.timeline, side.on)
    return bool(row.action.evidence) or bool(latest and latest[1].evidence)


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
