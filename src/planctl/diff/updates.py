"""What was said by term: updates, promises, and a past that is told otherwise."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from planctl.diff.both import Both, Side
from planctl.diff.change import Change
from planctl.diff.closed import is_past
from planctl.diff.delta import Difference
from planctl.diff.details import detail, in_short, named
from planctl.diff.naming import both_quoted, listed, quoted
from planctl.diff.promises import promises
from planctl.diff.telling import told, told_of
from planctl.diff.texts import reworded
from planctl.model import Period, Row
from planctl.pairing.tree import Node
from planctl.progress import owes_update, update_in

_TEXT: Final = ("updates", "term", "comment")
"""The path of a text of a term."""

_WHERE: Final = (("action", "updates"), ("recommendation", "assessments"), ("plan", "reports"))
_NOUNS: Final = MappingProxyType({
    "action": "update", "recommendation": "assessment", "plan": "report",
})  # fmt: skip


def updates(both: Both) -> Iterator[Change]:
    """The updates that came, went, or say something else."""
    for kind, field in _WHERE:
        for found in both.differing(kind, field):
            yield from _update(both, found)


def _update(both: Both, found: Difference) -> Iterator[Change]:
    if len(found.field) == 1:
        yield _all(both, found)
        return
    term = str(found.field[1])
    rest = found.field[2:]
    if not rest:
        yield from _whole(both, found, term)
    elif rest[0] == "next_steps":
        yield from promises(both, found, term)
    elif is_past(both, term):
        yield _rewritten(both, found, term)
    else:
        yield from _current(both, found, term)


def _all(both: Both, found: Difference) -> Change:
    """All updates at once: the first that were given, or none any more."""
    terms = list(found.now or found.was or {})
    past = any(is_past(both, term) for term in terms)
    if found.now:
        clause = f"has {_updates(found, terms)}{_summary(found.now)}"
        return told_of(both, "history-filled-in" if past else "update-added", found, clause)
    rule = "history-erased" if past else "update-removed"
    return told_of(both, rule, found, f"has lost {_updates(found, terms, 'its')}")


def _updates(found: Difference, terms: list[str], article: str = "an") -> str:
    noun = _NOUNS[found.new.kind.name]
    one = f"{article if noun != 'report' or article != 'an' else 'a'} {noun}"
    return f"{one if len(terms) == 1 else f'{noun}s'} for {listed(terms)}"


def _summary(given: Any) -> str:
    """What it says, where there is one update and that has a text."""
    texts = [
        one.get("comment") or one.get("explanation") or one.get("summary") for one in given.values()
    ]
    return f": {quoted(texts[0])}" if len(texts) == 1 and texts[0] else ""


def _whole(both: Both, found: Difference, term: str) -> Iterator[Change]:
    past = is_past(both, term)
    if found.was is None:
        rule = "history-filled-in" if past else "update-added"
        clause = f"has {_updates(found, [term])}{_summary({term: found.now})}"
        yield told_of(both, rule, found, clause)
    else:
        rule = "history-erased" if past else "update-removed"
        yield told_of(both, rule, found, f"has lost {_updates(found, [term], 'its')}")


def _rewritten(both: Both, found: Difference, term: str) -> Change:
    name, _ = named(found)
    if found.was is None or found.now is None:
        rule = "history-filled-in" if found.was is None else "history-erased"
        return told_of(both, rule, found, detail(found))
    was, now = in_short(found.was, name), in_short(found.now, name)
    if isinstance(found.was, str) and isinstance(found.now, str) and " " in found.was + found.now:
        clause = f"has another {name} for {term}: {both_quoted(found.now, found.was)}"
    elif was and now:
        clause = f"had the {name} {was} for {term}, and has {now} now"
    else:
        clause = f"has another {name} for {term}"
    return told_of(both, "history-rewritten", found, clause)


def _current(both: Both, found: Difference, term: str) -> Iterator[Change]:
    """Of a term that is not over; what other families tell of is left to them."""
    name = str(found.field[2])
    if name in {"comment", "explanation", "summary"} and len(found.field) == len(_TEXT):
        yield _comment(both, found, term)
    elif name == "evidence":
        yield _rests_on(both, found, term)


def _rests_on(both: Both, found: Difference, term: str) -> Change:
    was, now = found.was or [], found.now or []
    before, after = _evidence(found.old), _evidence(found.new)
    # What went from the action, or came to it, is told by itself.
    gone = listed([quoted(one) for one in was if one not in {*now, *(before - after)}])
    come = listed([quoted(one) for one in now if one not in {*was, *(after - before)}])
    if gone and come:
        clause = f"rests for {term} on {come}, and no longer on {gone}"
        return told_of(both, "evidence-altered", found, clause)
    if gone:
        return told_of(both, "evidence-removed", found, f"no longer rests for {term} on {gone}")
    if come:
        return told_of(both, "evidence-added", found, f"rests for {term} on {come} as well")
    said = in_short(now) or "other evidence"
    clause = f"rests for {term} on {said if now else 'none of its evidence'} now"
    return told_of(both, "metadata-changed", found, clause)


def _evidence(node: Node) -> set[str]:
    return {below.ref for below in node.below.get("evidence", ()) if below.ref}


def _comment(both: Both, found: Difference, term: str) -> Change:
    if found.was is not None and found.now is not None:
        return reworded(both, found)
    name, _ = named(found)
    if found.was is None:
        clause = f"has {'an' if name[0] == 'e' else 'a'} {name} for {term} now: {quoted(found.now)}"
        return told_of(both, "comment-added", found, clause)
    clause = f"has lost its {name} for {term}: {quoted(found.was)}"
    return told_of(both, "comment-removed", found, clause)


def owed_updates(both: Both) -> Iterator[Change]:
    """The updates that are owed and missing by now and were not by then, and the other way.

    Nothing is said where an update is owed, or is not, only because the plan's times are others.
    """
    for old, new, node in both.row_pairs():
        nodes = both.delta.pairs.old_of[node], node
        was, now = _missing(old, both.old), _missing(new, both.new)
        for term in now:
            if term not in was and _is_answered(old, both.old, term):
                clause = f"owes an update for {term}, and has none"
                yield told(both, "missed-update", nodes, clause, field=f"updates/{term}")
        for term in was:
            if term not in now and _is_answered(new, both.new, term):
                clause = f"no longer lacks an update for {term}"
                yield told(both, "update-received", nodes, clause, field=f"updates/{term}")


def _is_answered(row: Row, side: Side, term: Period) -> bool:
    """Whether nothing was to be asked of the term then: it is told of, or had not ended."""
    # By the day, for a plan may no longer run in the term, or not say when it runs.
    end = side.timeline.ends(term)
    is_open = end is not None and end >= side.on
    return is_open or update_in(row, side.timeline, term) is not None


def _missing(row: Row, side: Side) -> tuple[Period, ...]:
    return tuple(
        term
        for term in side.terms_ended
        if owes_update(row, side.scale, side.timeline, term)
        and update_in(row, side.timeline, term) is None
    )
