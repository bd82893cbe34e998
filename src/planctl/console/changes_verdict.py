"""What a comparison comes to, in the sentences that all formats for people begin and end with."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Final

from planctl.console.closing import counted
from planctl.console.terminal import placed
from planctl.diff import Change, Compared, Direction, Level, SideShown
from planctl.diff.folding import Folded
from planctl.findings import Finding
from planctl.model.period import MONTHS

HEADINGS: Final = MappingProxyType({
    Level.AUDIT: "Needs a decision",
    Level.WARNING: "Worth asking",
    Level.INFO: "For the record",
})  # fmt: skip
NOTHING: Final = "Nothing changed."
MAX_NAMES: Final = 20

_DROPPED: Final = MappingProxyType({
    "plan-removed": ("plan", "plans"),
    "action-dropped": ("action", "actions"),
    "kpi-removed": ("KPI", "KPIs"),
    "commitment-removed": ("commitment", "commitments"),
    "recommendation-removed": ("recommendation", "recommendations"),
    "evidence-removed": ("piece of evidence", "pieces of evidence"),
    "approval-removed": ("approval", "approvals"),
})  # fmt: skip
_ALSO_GONE: Final = ("-removed", "-withdrawn", "-erased", "-merged")
_PLAIN_NAME: Final = re.compile(r"[\w./@^~-]+", re.ASCII)


def sides(compared: Compared) -> str:
    """Both sides by name and day."""
    return f"{_side(compared.old)} → {_side(compared.new)}"


def new_waivers(compared: Compared) -> str:
    """That the change waives something itself; empty where it does not."""
    number = compared.new_waivers
    return f"This change brings {counted(number, 'waiver')} of its own." if number else ""


def verdict(compared: Compared) -> str:
    """What it comes to; of an incomplete comparison, what can be said of the rest.

    That nothing changed is said only where all could be compared.
    """
    if compared.is_complete and compared.left_out:
        return _of_those_asked_for(compared)
    if compared.is_complete and not compared.changes:
        return NOTHING
    dropped = _dropped(compared)
    if compared.is_complete:
        told = _tally(compared) or "nothing changed but what is waived"
        return f"{told[0].upper()}{told[1:]}{dropped}."
    files = counted(len({finding.file for finding in compared.unread}), "file")
    begun = (
        f"This comparison is incomplete: {files} could not be read, and what changed there is not "
        "known."
    )
    if not compared.changes:
        return f"{begun}{_left_out(compared)}"
    rest = _tally(compared) or f"all of {counted(len(compared.changes), 'change')} waived"
    return f"{begun} In what could be read: {rest}{dropped}.{_left_out(compared)}"


def _of_those_asked_for(compared: Compared) -> str:
    """The same where other kinds of changes were found as well: nobody may take it for all."""
    if not compared.changes:
        return f"Nothing of the kinds asked for changed.{_left_out(compared)}"
    told = _tally(compared) or "all are waived"
    return f"Of the kinds asked for: {told}{_dropped(compared)}.{_left_out(compared)}"


def _left_out(compared: Compared) -> str:
    """How much is not shown, as a sentence; empty where all is."""
    number = compared.left_out
    if not number:
        return ""
    return f" {number:,} other {'change is' if number == 1 else 'changes are'} left out."


def unread(compared: Compared) -> Iterator[str]:
    """What kept each file from being read."""
    for finding in compared.unread:
        yield f"{placed(finding.file, finding.span)}: {_of_finding(finding)}"


def words(told: Folded) -> str:
    """The message, with the decision behind it where there is one."""
    decision = told.first.decision
    if decision is None:
        return told.message
    minuted = f" (minuted: {decision.minute})" if decision.minute else ""
    return f"{told.message}, by decision {decision.id}{minuted}"


def place(told: Folded) -> str:
    """Where it stands now, or stood before it went; empty where that is not known."""
    change = told.first
    if change.new_spot is not None:
        return f"{change.new_spot.file}:{change.new_spot.line}"
    if change.old_spot is not None:
        return f"was at {change.old_spot.file}:{change.old_spot.line}"
    return ""


def waived(compared: Compared) -> str:
    """How many changes are waived, and why; empty where none is."""
    reasons = Counter(change.waived for change in compared.changes if change.waived)
    if not reasons:
        return ""
    number = reasons.total()
    verb = "is" if number == 1 else "are"
    because = "; ".join(f"{reason} ({count:,})" for reason, count in reasons.items())
    return f"{counted(number, 'change')} {verb} waived: {because}"


def closing(compared: Compared) -> str:
    """How much was compared, and how much of it is another."""
    plans, changes = counted(compared.plans, "plan"), counted(len(compared.told), "change")
    if not compared.is_complete:
        return f"{plans} looked at, {changes} in what could be read"
    return f"{plans} compared, {changes}{' shown' if compared.left_out else ''}"


def command(compared: Compared) -> str:
    """The command that shows all of it; empty where the sides' names do not tell."""
    old, new = compared.old, compared.new
    named = [side.name for side in (old, new) if side.commit]
    if not old.commit or not all(map(_PLAIN_NAME.fullmatch, named)):
        return ""
    return f"planctl diff {'..'.join(named)}"


def _side(side: SideShown) -> str:
    return f"{side.name} ({_in_words(side.on)})"


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def _tally(compared: Compared) -> str:
    """How many need a decision, got worse and got better; empty where all is waived.

    Something that got worse without a decision is counted as both.
    """
    if not compared.told:
        return ""
    deciding = compared.count(Level.AUDIT)
    worse, better = map(compared.leaning, (Direction.WORSE, Direction.BETTER))
    if not deciding + worse + better:
        return "nothing needs a decision, and nothing got worse or better"
    verb = "needs" if deciding == 1 else "need"
    parts = [f"{deciding:,} {verb} a decision" if deciding else "nothing needs a decision"]
    parts += [f"{worse:,} got worse"] if worse else []
    parts += [f"{better:,} got better"] if better else []
    return ", ".join(parts)


def _dropped(compared: Compared) -> str:
    """What is no longer there, waived or not: a waiver brings nothing back."""
    parts = []
    for rule, (one, many) in _DROPPED.items():
        gone = [change for change in compared.changes if change.rule == rule]
        if gone:
            were = f"1 {one} was" if not gone[1:] else f"{len(gone):,} {many} were"
            parts.append(f"{were} dropped{_decided(gone)}: {_named(gone)}")
    if parts:
        return f"; {'; '.join(parts)}"
    if compared.left_out:
        return ""
    is_less = any(map(_takes_away, compared.changes))
    return "; no action was dropped" if is_less else "; nothing was dropped"


def _decided(gone: list[Change]) -> str:
    """How many of them went by a decision that is on record."""
    number = sum(change.is_approved for change in gone)
    if not number:
        return ""
    return " by decision" if number == len(gone) else f" ({number:,} by decision)"


def _takes_away(change: Change) -> bool:
    """Whether anything that was there is not."""
    return change.rule.endswith(_ALSO_GONE) or any(edit.new is None for edit in change.edits)


def _named(gone: list[Change]) -> str:
    names = list(dict.fromkeys(map(_name, gone)))
    rest = f" and {len(names) - MAX_NAMES:,} more" if names[MAX_NAMES:] else ""
    return f"{', '.join(names[:MAX_NAMES])}{rest}"


def _name(change: Change) -> str:
    """What it is called behind a word for its sort."""
    if change.kind == "plan":
        return change.plan
    is_short = change.ref and change.label.endswith(f" {change.ref}")
    return change.ref if is_short else change.label


def _of_finding(finding: Finding) -> str:
    return f"{finding.message} ({finding.code})" if finding.code else finding.message
