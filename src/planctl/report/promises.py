"""Promises kept: what became of the next steps of the term before."""

from collections.abc import Iterator
from dataclasses import dataclass

from planctl.model import Kept
from planctl.progress import summarise, update_in
from planctl.report.occasion import Occasion, term_compared
from planctl.report.phrases import period_name, row_name, shortened

_LONGEST_STEP = 110


@dataclass(frozen=True, slots=True)
class PromisesTold:
    """How many promises were kept, those that are late, and a line on those left out."""

    note: str
    """How many were made and kept."""
    late: tuple[str, ...]
    """Those that are late, one sentence each."""
    rest: str
    """What is left out, by name."""


def promises_told(report: Occasion, most: int) -> PromisesTold:
    """The promises of the plan's term before; the first `most` of the late ones in words."""
    words = report.words
    before = report.timeline.term_before(report.term)
    counts = summarise(report.plan, report.as_of, report.term).promises
    if before is None or (not counts.made and term_compared(report) is None):
        return PromisesTold(words.say("promises_no_term"), (), "")
    term = period_name(before, words)
    if not counts.made:
        return PromisesTold(words.say("promises_none", term=term), (), "")
    note = words.count(
        "promises_said", counts.made, term=term,
        kept=counts.kept, late=counts.late, unsaid=counts.not_mentioned,
    )  # fmt: skip
    late = tuple(_late(report))
    names = ", ".join(dict.fromkeys(name for name, _ in late[most:]))
    rest = words.count("promises_rest", len(late) - most, names=names) if names else ""
    return PromisesTold(note, tuple(said for _, said in late[:most]), rest)


def _late(report: Occasion) -> Iterator[tuple[str, str]]:
    """Each step that was done in part or not: its action, and the sentence on it."""
    words = report.words
    before = report.timeline.term_before(report.term)
    for row in report.rows if before else ():
        update = update_in(row, report.timeline, before) if before else None
        for step in update.next_steps if update else ():
            if step.kept in {Kept.PART, Kept.NOT_DONE}:
                name = row_name(row, words)
                kept = words.say(f"kept_{step.kept.value}").lower()
                said = shortened(step.text, _LONGEST_STEP)
                yield name, words.say("promise_late", ref=name, step=said, kept=kept)
