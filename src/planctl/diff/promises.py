"""What owners promised for a term, and whether it was done."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Edit, Plain
from planctl.diff.closed import is_past
from planctl.diff.delta import Difference
from planctl.diff.details import in_short
from planctl.diff.naming import quoted
from planctl.diff.telling import told, told_of
from planctl.model import Kept
from planctl.wording.words import normalised

_WORSE: Final[Mapping[str | None, int]] = MappingProxyType({
    None: 0, Kept.DONE.value: 0, Kept.PART.value: 1, Kept.NOT_DONE.value: 2,
})  # fmt: skip
_OUTCOMES: Final[Mapping[str | None, str]] = MappingProxyType({
    Kept.DONE.value: "done", Kept.PART.value: "done in part", Kept.NOT_DONE.value: "not done",
})  # fmt: skip


def promises(both: Both, found: Difference, term: str) -> Iterator[Change]:
    """The next steps one by one; the first change that is told carries the edit."""
    edits: tuple[Edit, ...] = (found.edit,)
    was, now = _by_text(found.was), _by_text(found.now)
    for name in dict.fromkeys((*was, *now)):
        before, after = was.get(name), now.get(name)
        for rule, clause in _kept(before, after, term, is_past=is_past(both, term)):
            yield told(
                both, rule, (found.old, found.new), clause,
                field="/".join(map(str, found.field)), old=before, new=after, edits=edits,
            )  # fmt: skip
            edits = ()
    if edits:
        clause = f"promised the same for {term} in other marks or another order"
        yield told_of(both, "metadata-changed", found, clause)


def _by_text(steps: Plain) -> dict[str, Plain]:
    return {normalised(step["text"]): step for step in steps or ()}


def _kept(before: Plain, after: Plain, term: str, *, is_past: bool) -> Iterator[tuple[str, str]]:
    """What became of one next step: the kinds of change, and the words for each."""
    text = quoted((after or before)["text"])
    if before is None:
        rule = "history-filled-in" if is_past else "promise-made"
        yield rule, f"promises {text} in {term}{_told(after.get('kept'))}"
    elif after is None:
        rule = "history-erased" if is_past else "promise-withdrawn"
        yield rule, f"no longer promises {text} in {term}{_told(before.get('kept'))}"
    else:
        yield from _told_otherwise(before, after, f"promised {text} in {term}", is_past=is_past)


def _told(kept: str | None) -> str:
    return f" ({_OUTCOMES[kept]})" if kept else ""


def _told_otherwise(
    before: Plain, after: Plain, promised: str, *, is_past: bool
) -> Iterator[tuple[str, str]]:
    was, now = before.get("kept"), after.get("kept")
    if was != now:
        clause = f"{promised}, and it was {_OUTCOMES[now]}" if now else promised
        if was:
            said = f"told as {_OUTCOMES[now]}" if now else "not told what came of it"
            clause = f"{promised}: {said}, before as {_OUTCOMES[was]}"
        is_rewritten = is_past and was is not None and now is not None
        yield "history-rewritten" if is_rewritten else _outcome(was, now), clause
    if before.get("due") != after.get("due"):
        was, now = (_by_when(one.get("due")) for one in (before, after))
        yield (
            "history-rewritten" if is_past else "metadata-changed",
            f"{promised} {now}, before {was}",
        )


def _by_when(due: str | None) -> str:
    return f"by {in_short(due)}" if due else "without a date"


def _outcome(was: str | None, now: str | None) -> str:
    if _WORSE[was] != _WORSE[now]:
        return "promise-missed" if _WORSE[now] > _WORSE[was] else "promise-missed-no-more"
    return "promise-kept" if now else "promise-kept-no-more"
