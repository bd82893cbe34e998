"""Who answers for what: others than before, or nobody."""

from collections.abc import Iterator

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Plain
from planctl.diff.delta import Difference
from planctl.diff.naming import listed, party_name
from planctl.diff.telling import told_of
from planctl.model import ANSWERING, Role

_LISTS = (
    ("action", "responsible"), ("theme", "responsible"), ("milestone", "responsible"),
    ("recommendation", "responsible"),
)  # fmt: skip
_NAMES = (("kpi", "owner"), ("risk", "owner"))


def owner_changes(both: Both) -> Iterator[Change]:
    """The entries that others answer for, or that nobody answers for any more."""
    for kind, field in (*_LISTS, *_NAMES):
        for found in both.differing(kind, field):
            yield _changed(both, found)


def _changed(both: Both, found: Difference) -> Change:
    before, after = _answering(found.was), _answering(found.now)
    names = _named(found.was, both.old), _named(found.now, both.new)
    if before and not after:
        still = f"; {names[1]} only helps" if found.now else ""
        return told_of(
            both, "owner-removed", found, f"has nobody responsible any more (was {names[0]}){still}"
        )
    if after and not before:
        return told_of(both, "owner-named", found, f"has somebody responsible now: {names[1]}")
    return told_of(both, "owner-changed", found, f"was with {names[0]}, and is with {names[1]}")


def _answering(given: Plain) -> bool:
    """Whether somebody answers for the work, and does not only help."""
    if not isinstance(given, list):
        return bool(given)
    return any(Role(one.get("role", Role.RESPONSIBLE)) in ANSWERING for one in given)


def _named(given: Plain, side: Side) -> str:
    if not isinstance(given, list):
        return party_name(given, side) if given else "nobody"
    names = []
    for one in given:
        role = Role(one.get("role", Role.RESPONSIBLE))
        said = "" if role is Role.RESPONSIBLE else f" ({role.value.replace('_', ' ')})"
        note = f" – {one['note']}" if one.get("note") else ""
        names.append(f"{party_name(one['party'], side)}{said}{note}")
    return listed(names) or "nobody"
