"""The verdict on a comparison, in a sentence or two."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from planctl.diff import Change, Compared, Direction, Level
from planctl.report.phrases import shortened
from planctl.report.words import Words

_DROPPED: Final = MappingProxyType({
    "plan-removed": "plan",
    "action-dropped": "action",
    "kpi-removed": "kpi",
    "commitment-removed": "commitment",
    "recommendation-removed": "recommendation",
    "evidence-removed": "evidence",
    "approval-removed": "approval",
})  # fmt: skip
_ALSO_GONE: Final = ("-removed", "-withdrawn", "-erased", "-merged")
_MOST_NAMES: Final = 20
_LONGEST_NAME: Final = 80


def verdict(compared: Compared, words: Words) -> str:
    """What came of it; of an incomplete comparison, what came of the part that could be read."""
    said = _said(compared, words)
    left_out = compared.left_out
    return f"{said} {words.count('verdict_left_out', left_out)}" if left_out else said


def _said(compared: Compared, words: Words) -> str:
    if compared.is_complete:
        return _of_what_was_read(compared, words)
    if not compared.changes:
        return words.say("read_is_same")
    return words.say("of_what_was_read", verdict=_of_what_was_read(compared, words))


def _of_what_was_read(compared: Compared, words: Words) -> str:
    if not compared.changes:
        return words.say("verdict_same_of_kinds" if compared.left_out else "verdict_same")
    gone = _gone(compared, words)
    if not compared.told:
        return words.say("verdict_only_waived", gone=gone)
    return words.say("verdict", counts=_counts(compared, words), gone=gone)


def _counts(compared: Compared, words: Words) -> str:
    """How many need a decision, got worse and got better; one may be counted as two of these."""
    deciding = compared.count(Level.AUDIT)
    leanings = {
        "worse": compared.leaning(Direction.WORSE),
        "better": compared.leaning(Direction.BETTER),
    }
    if not deciding and not any(leanings.values()):
        return words.say("verdict_calm")
    said = words.count("verdict_audit", deciding) if deciding else words.say("verdict_no_audit")
    for key, number in leanings.items():
        if number:
            following = words.count(f"verdict_{key}", number)
            said = words.say("verdict_part", said=said, next=following)
    return said


def _gone(compared: Compared, words: Words) -> str:
    """What is no longer there, waived or not: a waiver brings nothing back."""
    told, *more = _what_is_gone(compared.changes, words)
    for one in more:
        told = words.say("verdict_gone", said=told, gone=one)
    return told


def _what_is_gone(changes: Sequence[Change], words: Words) -> Iterator[str]:
    is_any = False
    for rule, kind in _DROPPED.items():
        gone = [change for change in changes if change.rule == rule]
        if gone:
            is_any = True
            yield words.count(f"gone_{kind}", len(gone), names=_named(gone, words))
    if not is_any:
        yield words.say("gone_no_action" if any(map(_takes_away, changes)) else "gone_none")


def _takes_away(change: Change) -> bool:
    """Whether anything that was there is not."""
    return change.rule.endswith(_ALSO_GONE) or any(edit.new is None for edit in change.edits)


def _named(gone: Sequence[Change], words: Words) -> str:
    names = list(dict.fromkeys(map(_name, gone)))
    told = words.say("value_path").join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return words.say("and_more", names=told, n=more) if more > 0 else told


def _name(change: Change) -> str:
    """What it is called behind a word for its sort."""
    if change.kind == "plan":
        return change.plan
    is_short = change.ref and change.label.endswith(f" {change.ref}")
    return change.ref if is_short else shortened(change.label, _LONGEST_NAME)
