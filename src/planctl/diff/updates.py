"""What was said by term: updates, promises, and a past that is told otherwise."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from planctl.diff.both import Both, Side
from planctl.diff.change import Change, Edit, Plain
from planctl.diff.closed import is_past
from planctl.diff.delta import Difference
from planctl.diff.naming import quoted
from planctl.diff.telling import told, told_of
from planctl.model import Kept, Period, Row
from planctl.progress import owes_update, update_in
from planctl.wording.words import normalised

_LATER: Final = frozenset({"verified", "next_steps"})
"""What may still be added to an update when its term is over."""

_WHERE: Final = (("action", "updates"), ("recommendation", "assessments"), ("plan", "reports"))
_MISSED: Final = frozenset({Kept.PART.value, Kept.NOT_DONE.value})
_OUTCOMES: Final[Mapping[str | None, str]] = MappingProxyType({
    Kept.DONE.value: "was done", Kept.PART.value: "was done in part",
    Kept.NOT_DONE.value: "was not done", None: "is not told of",
})  # fmt: skip


def updates(both: Both) -> Iterator[Change]:
    """The updates that came, went, or say something else."""
    for kind, field in _WHERE:
        for found in both.differing(kind, field):
            yield from _update(both, found)
    yield from _owed(both)


def _update(both: Both, found: Difference) -> Iterator[Change]:
    if len(found.field) == 1:
        yield _all(both, found)
        return
    term = str(found.field[1])
    rest = found.field[2:]
    if not rest:
        yield from _whole(both, found, term)
    elif rest[0] == "next_steps":
        yield from _promises(both, found, term)
    elif rest[0] in _LATER and found.was is None:
        yield told_of(both, "metadata-changed", found, f"was checked for {term}")
    elif is_past(both, term):
        yield _rewritten(both, found, term)
    else:
        yield from _current(both, found, term)


def _all(both: Both, found: Difference) -> Change:
    """All updates at once: the first that were given, or none any more."""
    terms = list(found.now or found.was or {})
    past = [term for term in terms if is_past(both, term)]
    if found.now:
        rule = "history-filled-in" if len(past) == len(terms) else "update-added"
        return told_of(both, rule, found, f"has {_updates(terms)}{_summary(found.now)}")
    rule = "history-erased" if past else "update-removed"
    return told_of(both, rule, found, f"has lost {_updates(terms)}")


def _updates(terms: list[str]) -> str:
    return f"{'an update' if len(terms) == 1 else 'updates'} for {', '.join(terms)}"


def _summary(given: Any) -> str:
    """The comment, where there is one update and it has one."""
    texts = [one.get("comment") or one.get("explanation") for one in given.values()]
    return f": {quoted(texts[0])}" if len(texts) == 1 and texts[0] else ""


def _whole(both: Both, found: Difference, term: str) -> Iterator[Change]:
    past = is_past(both, term)
    if found.was is None:
        rule = "history-filled-in" if past else "update-added"
        yield told_of(both, rule, found, f"has an update for {term}{_summary({term: found.now})}")
    else:
        rule = "history-erased" if past else "update-removed"
        yield told_of(both, rule, found, f"has lost its update for {term}")


def _rewritten(both: Both, found: Difference, term: str) -> Change:
    name = str(found.field[2]).replace("_", " ")
    if found.was is None:
        clause = f"has a {name} for {term} that was not there before: {_shown(found.now)}"
        return told_of(both, "history-filled-in", found, clause)
    if found.now is None:
        clause = f"had a {name} for {term} that is gone: {_shown(found.was)}"
        return told_of(both, "history-erased", found, clause)
    clause = f"had the {name} {_shown(found.was)} for {term}, and has {_shown(found.now)} now"
    return told_of(both, "history-rewritten", found, clause)


def _shown(value: Plain) -> str:
    if isinstance(value, str):
        return quoted(value) if " " in value else value
    return quoted(", ".join(map(str, value))) if isinstance(value, list) else str(value)


def _current(both: Both, found: Difference, term: str) -> Iterator[Change]:
    name = str(found.field[2])
    if name == "rating" and found.new.kind.name == "action":
        return  # `standings` tells of it, where it is the latest
    if name == "rating":
        yield told_of(
            both, "grade-changed", found, f"was graded {found.was or 'not at all'} for {term}, "
            f"and is {found.now or 'not graded'}",
        )  # fmt: skip
    elif name in {"comment", "explanation"}:
        yield _comment(both, found, term)
    else:
        what = name.replace("_", " ")
        yield told_of(
            both, "metadata-changed", found,
            f"has another {what} for {term}: {_shown(found.now or 'none')}, before "
            f"{_shown(found.was or 'none')}",
        )  # fmt: skip


def _comment(both: Both, found: Difference, term: str) -> Change:
    if found.was is None:
        return told_of(
            both, "comment-added", found, f"has a comment for {term}: {quoted(found.now)}"
        )
    if found.now is None:
        return told_of(both, "comment-removed", found, f"has lost its comment for {term}")
    return told_of(both, "reworded", found, f"has another comment for {term}: {quoted(found.now)}")


def _promises(both: Both, found: Difference, term: str) -> Iterator[Change]:
    """The next steps one by one; the first change that is told carries the edit."""
    edits: tuple[Edit, ...] = (found.edit,)
    was = {normalised(step["text"]): step for step in found.was or ()}
    now = {normalised(step["text"]): step for step in found.now or ()}
    for name in dict.fromkeys((*was, *now)):
        before, after = was.get(name), now.get(name)
        for rule, clause in _kept(before, after, is_past=is_past(both, term)):
            text = quoted((after or before or {})["text"])
            yield told(
                both, rule, (found.old, found.new),
                f"promised {text} in {term}: it {clause}",
                field="/".join(map(str, found.field)), old=before, new=after, edits=edits,
            )  # fmt: skip
            edits = ()
    if edits:
        yield told_of(both, "metadata-changed", found, f"has other next steps for {term}")


def _kept(before: Plain, after: Plain, *, is_past: bool) -> Iterator[tuple[str, str]]:
    if before is None:
        yield "history-filled-in" if is_past else "promise-made", "was not promised before"
    if after is None:
        yield "history-erased" if is_past else "promise-withdrawn", "is no longer promised"
    was = before.get("kept") if before else None
    now = after.get("kept") if after else None
    if was == now:
        return
    if now in _MISSED and was not in _MISSED:
        yield "promise-missed", _OUTCOMES[now]
    if was in _MISSED and now not in _MISSED:
        yield "promise-missed-no-more", f"{_OUTCOMES[now]}; before, it {_OUTCOMES[was]}"
    if now == Kept.DONE.value:
        yield "promise-kept", _OUTCOMES[now]
    if was == Kept.DONE.value:
        yield "promise-kept-no-more", f"{_OUTCOMES[now]}; before, it {_OUTCOMES[was]}"


def _owed(both: Both) -> Iterator[Change]:
    """The updates that are owed and missing by now and were not by then, and the other way."""
    for old, new, node in both.row_pairs():
        nodes = both.delta.pairs.old_of[node], node
        was, now = _missing(old, both.old), _missing(new, both.new)
        for term in now:
            if term not in was:
                clause = f"has no update for {term}"
                yield told(both, "missed-update", nodes, clause, field=f"updates/{term}")
        for term in was:
            if term not in now:
                clause = f"has the update for {term} that was missing"
                yield told(both, "update-received", nodes, clause, field=f"updates/{term}")


def _missing(row: Row, side: Side) -> tuple[Period, ...]:
    return tuple(
        term
        for term in side.timeline.terms_ended(side.on)
        if owes_update(row, side.scale, side.timeline, term)
        and update_in(row, side.timeline, term) is None
    )
