"""Changes made of what differs."""

from collections.abc import Iterable
from typing import TypedDict, Unpack

from planctl.diff.both import Both
from planctl.diff.change import Change, Direction, Edit, Plain
from planctl.diff.delta import Difference
from planctl.diff.naming import at_start, label_of, owners_of, theme_of
from planctl.diff.table import BY_NAME
from planctl.pairing.tree import Node


class Values(TypedDict, total=False):
    """What else a change says, as `Change` has it."""

    field: str
    old: Plain
    new: Plain
    direction: Direction
    edits: Iterable[Edit]


def told(
    both: Both,
    rule: str,
    nodes: tuple[Node | None, Node | None],
    clause: str,
    **said: Unpack[Values],
) -> Change:
    """A change of an entry, which is told as `{label} {clause}`.

    `nodes` are the entry on both sides, at least one of which is there.
    """
    old, new = nodes
    node, side = (new, both.new) if new is not None else (old, both.old)
    if node is None:
        message = "a change of nothing"
        raise TypeError(message)
    kind = BY_NAME[rule]
    label = label_of(node, side)
    return Change(
        rule=rule,
        level=kind.level,
        direction=said.get("direction") or kind.direction or Direction.NEUTRAL,
        message=f"{label if label == node.ref else at_start(label)} {clause}",
        question=kind.question.format(subject=label),
        plan=both.new.plan.id,
        kind=node.kind.name,
        uid=node.uid,
        ref=node.ref,
        label=label,
        theme=theme_of(node),
        owners=owners_of(node, side),
        field=said.get("field", ""),
        old=said.get("old"),
        new=said.get("new"),
        match=both.delta.pairs.matches.get(new) if new is not None and old is not None else None,
        old_path=old.path if old is not None else None,
        new_path=new.path if new is not None else None,
        edits=tuple(said.get("edits", ())),
    )


def told_of(
    both: Both, rule: str, found: Difference, clause: str, **said: Unpack[Values]
) -> Change:
    """The change that a difference is."""
    values: Values = {
        "field": "/".join(map(str, found.field)),
        "old": found.was,
        "new": found.now,
        "edits": (found.edit,),
        **said,
    }
    return told(both, rule, (found.old, found.new), clause, **values)
