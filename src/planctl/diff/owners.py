"""Who answers for what: others than before, or nobody."""

from collections.abc import Iterator, Sequence

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Plain
from planctl.diff.delta import Difference
from planctl.diff.naming import listed, party_name
from planctl.diff.telling import told_of
from planctl.model import ANSWERING, Role
from planctl.model.party import Assignment
from planctl.pairing.tree import Node

_LISTS = (
    ("action", "responsible"), ("theme", "responsible"), ("milestone", "responsible"),
    ("recommendation", "responsible"),
)  # fmt: skip
_NAMES = (("kpi", "owner"), ("risk", "owner"))


def owner_changes(both: Both) -> Iterator[Change]:
    """The entries that others answer for, or that nobody answers for any more."""
    for kind, field in _LISTS:
        for found in both.differing(kind, field):
            yield _changed(both, found)
    for kind, field in _NAMES:
        for found in both.differing(kind, field):
            yield _owner_changed(both, found)


def _changed(both: Both, found: Difference) -> Change:
    before, after = _assigned(found.old, both.old), _assigned(found.new, both.new)
    names = _named(before, both.old), _named(after, both.new)
    if _is_answered(before) and not _is_answered(after):
        still = f"; {names[1]} only {'helps' if len(after) == 1 else 'help'}" if after else ""
        clause = f"has nobody responsible any more (was {names[0]}){still}"
        return told_of(both, "owner-removed", found, clause)
    if _is_answered(after) and not _is_answered(before):
        return told_of(both, "owner-named", found, f"has somebody responsible now: {names[1]}")
    if names[0] == names[1]:
        clause = f"is with {names[1]} as before, and that is written in another way"
        return told_of(both, "metadata-changed", found, clause)
    clause = f"was with {names[0]}, and is with {names[1]}"
    if found.now is None:
        clause = f"was with {names[0]}; without an owner of its own, it is with {names[1]}"
    elif found.was is None:
        clause = f"had no owner of its own and was with {names[0]}, and is with {names[1]}"
    return told_of(both, "owner-changed", found, clause)


def _owner_changed(both: Both, found: Difference) -> Change:
    was, now = _party(found.was, both.old), _party(found.now, both.new)
    if not now:
        clause = f"has nobody responsible any more (was {was})"
        return told_of(both, "owner-removed", found, clause)
    if not was:
        return told_of(both, "owner-named", found, f"has somebody responsible now: {now}")
    if was == now:
        clause = f"is with {now} as before, and that is written in another way"
        return told_of(both, "metadata-changed", found, clause)
    return told_of(both, "owner-changed", found, f"was with {was}, and is with {now}")


def _assigned(node: Node, side: Side) -> Sequence[Assignment]:
    """Those who were given the entry; a row or a step without any has those above it."""
    for above in node.above():
        row = side.rows.get(above.path)
        if row is not None and above is node:
            return row.responsible
        own: Sequence[Assignment] = getattr(above.entry, "responsible", ())
        if own:
            return own
    return ()


def _is_answered(given: Sequence[Assignment]) -> bool:
    """Whether somebody answers for the work, and does not only help."""
    return any(one.role in ANSWERING for one in given)


def _named(given: Sequence[Assignment], side: Side) -> str:
    names = []
    for one in given:
        said = "" if one.role is Role.RESPONSIBLE else f" ({one.role.value.replace('_', ' ')})"
        note = f" – {one.note}" if one.note else ""
        names.append(f"{party_name(one.party, side)}{said}{note}")
    return listed(names) or "nobody"


def _party(given: Plain, side: Side) -> str:
    return party_name(given, side) if given else ""
