"""What there is to ask about: from changes, from what the checks found, and from the terms."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from planctl.diff import Change, Level
from planctl.findings import Finding, Severity
from planctl.model import Kept, Row, State, Update
from planctl.progress import effective_due, is_overdue, state_said, update_in
from planctl.progress.promised import placed
from planctl.report.behind import cases_of
from planctl.report.grid import row_anchor
from planctl.report.marks import level_word
from planctl.report.occasion import Occasion, term_compared
from planctl.report.parts import Part, parts_of
from planctl.report.phrases import long_date, period_name
from planctl.report.recommended import is_of_recommendations
from planctl.report.request import Audience
from planctl.report.spoken import spoken
from planctl.report.standing_still import Still, still
from planctl.report.words import Words

_OWN: frozenset[str] = frozenset({"promise-missed", "newly-overdue", "no-movement"})
"""Kinds of change that are asked about from the plan itself, also where there is no history."""
_ON_RECOMMENDATIONS = "PLN80"
"""How the codes of rules on recommendations begin."""
_PARTS: Mapping[str, Part] = MappingProxyType({
    "funding": Part.MEASURES, "kpis": Part.MEASURES, "commitments": Part.IMPACT,
    "outcomes": Part.IMPACT, "risks": Part.IMPACT, "recommendations": Part.RECOMMENDATIONS,
})  # fmt: skip
"""Where a report shows what stands in the plan under these names."""


class Worry(IntEnum):
    """Why something is asked, the gravest first."""

    UNDECIDED = 0
    OFF_TRACK = 1
    STILL = 2
    PROMISE = 3
    CHANGE = 4
    CHECK = 5

    @property
    def is_grave(self) -> bool:
        """Whether it is asked although something else is asked of the same action."""
        return self <= Worry.OFF_TRACK


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to ask about: what it is called in the question, and where the report shows it."""

    worry: Worry
    rule: str
    subject: str
    ref: str
    question: str
    why: str
    part: Part
    anchor: str
    is_recommendation: bool = False

    @property
    def entry(self) -> str:
        """What tells whether two doubts are about the same entry."""
        return self.ref or self.subject


def doubts(report: Occasion) -> tuple[Doubt, ...]:
    """All there is, the gravest first, in the order of the plan among those of one worry."""
    changes = report.since.changes if report.since else ()
    every = [
        *(_of_change(change, report.words) for change in changes if _is_worth_asking(change)),
        *(doubt for row in report.rows for doubt in _off_track(row, report)),
        *(doubt for row in report.rows for doubt in _awaited(row, report)),
        *(doubt for row in report.rows for doubt in _overdue(row, report)),
        *(doubt for row in report.rows for doubt in _standing_still(row, report)),
        *(doubt for row in report.rows for doubt in _late(row, report)),
        *(_of_finding(one, report) for one in _findings(report)),
    ]
    return tuple(sorted(every, key=lambda doubt: doubt.worry))


def _is_worth_asking(change: Change) -> bool:
    is_open = change.question and not change.waived and not change.is_approved
    return bool(is_open) and change.level is not Level.INFO and change.rule not in _OWN


def _of_change(change: Change, words: Words) -> Doubt:
    worry = Worry.UNDECIDED if change.level is Level.AUDIT else Worry.CHANGE
    asked, why = (spoken(said, words) for said in (change.question, change.message))
    return Doubt(
        worry, change.rule, change.label, change.ref, asked, why,
        Part.SINCE, Part.SINCE.anchor,
    )  # fmt: skip


def _findings(report: Occasion) -> list[Finding]:
    """Those that nobody lets stand: errors first, then what was found most often."""
    asked = [
        one
        for one in report.findings
        if one.question and not one.waiver and not one.is_preview
        and one.severity is not Severity.INFO and not _is_of_later(one, report)
    ]  # fmt: skip
    often = Counter(one.code for one in asked)
    return sorted(asked, key=lambda one: (one.severity.rank, -often[one.code], one.code))


def _is_of_later(finding: Finding, report: Occasion) -> bool:
    """Whether it is about what was told of a time after the term reported on."""
    at = finding.path.index("updates") + 1 if "updates" in finding.path else len(finding.path)
    written = "".join(map(str, finding.path[at : at + 1]))
    period = report.timeline.period(written) if written else None
    ends = report.timeline.ends(period) if period else None
    last = report.timeline.ends(report.term)
    return ends is not None and last is not None and ends > last


def _of_finding(finding: Finding, report: Occasion) -> Doubt:
    row = next((row for row in report.rows if finding.path[: len(row.path)] == row.path), None)
    part, anchor = _place(row, report) if row else _part_of(finding, report)
    ref = finding.ref or (row.action.ref if row and row.action.ref else "")
    subject = finding.subject if finding.ref else _commitment(finding, report) or finding.subject
    question = finding.question.replace(finding.subject, subject)
    asked, why = (spoken(said, report.words) for said in (question, finding.message))
    return Doubt(
        Worry.CHECK, finding.name, subject, ref, asked, why,
        part, anchor, is_recommendation=finding.code.startswith(_ON_RECOMMENDATIONS),
    )  # fmt: skip


def _part_of(finding: Finding, report: Occasion) -> tuple[Part, str]:
    """The part that shows what the finding is about, where one does; else that on findings."""
    part = _PARTS.get(str(finding.path[0]), Part.SOURCES) if finding.path else Part.SOURCES
    hidden = report.audience is Audience.BOARD and not is_of_recommendations(report)
    if part is Part.RECOMMENDATIONS and hidden:
        part = Part.SOURCES
    return part, part.anchor


def _commitment(finding: Finding, report: Occasion) -> str:
    """What a commitment without a ref is called, by its place in the table of them all."""
    every = enumerate(placed(report.plan), start=1)
    own = (finding.path, finding.path[:-1])
    number = next((n for n, one in every if one.path in own), None)
    return report.words.say("asked_commitment", n=number) if number else ""


def _off_track(row: Row, report: Occasion) -> Iterator[Doubt]:
    update = update_in(row, report.timeline, report.term)
    if update and state_said(update, report.scale) is State.OFF_TRACK:
        found = still(row, report)
        same = found is not None and found.same_comment > 1
        why = _still_said(row, found, report) if found else _level_said(row, update, report)
        yield _doubt(row, Worry.OFF_TRACK, "still-off-track" if same else "off-track", why, report)


def _awaited(row: Row, report: Occasion) -> Iterator[Doubt]:
    """A decision that was needed the term before, and still is."""
    before = term_compared(report)
    now = update_in(row, report.timeline, report.term)
    then = update_in(row, report.timeline, before) if before else None
    if now and now.decision_needed and then and then.decision_needed:
        yield _doubt(row, Worry.OFF_TRACK, "decision-awaited", now.decision_needed, report)


def _overdue(row: Row, report: Occasion) -> Iterator[Doubt]:
    due = effective_due(row, report.timeline)
    if due and is_overdue(row, report.scale, report.timeline, report.as_of):
        why = report.words.say(
            "asked_why_overdue", subject=row.label, day=long_date(due, report.words)
        )
        yield _doubt(row, Worry.OFF_TRACK, "overdue", why, report)


def _standing_still(row: Row, report: Occasion) -> Iterator[Doubt]:
    """At risk for two terms with the same comment, or for three with any."""
    found = still(row, report)
    update = update_in(row, report.timeline, report.term)
    if found is None or not update or state_said(update, report.scale) is State.OFF_TRACK:
        return
    if found.same_comment > 1:
        yield _doubt(
            row, Worry.STILL, "same-comment", _still_said(row, found, report), report, found
        )
    elif found.is_long:
        yield _doubt(
            row, Worry.STILL, "long-at-risk", _still_said(row, found, report), report, found
        )


def _late(row: Row, report: Occasion) -> Iterator[Doubt]:
    """What was promised the term before and not done, or not all of it."""
    before = term_compared(report)
    update = update_in(row, report.timeline, before) if before else None
    late = [
        step for step in (update.next_steps if update else ())
        if step.kept in {Kept.PART, Kept.NOT_DONE}
    ]  # fmt: skip
    if late and late[0].kept and before:
        why = report.words.say(
            f"asked_why_{late[0].kept.value}", subject=row.label, step=late[0].text,
            term=period_name(before, report.words),
        )  # fmt: skip
        yield _doubt(row, Worry.PROMISE, "promise-late", why, report)


def _level_said(row: Row, update: Update, report: Occasion) -> str:
    level = report.scale.level(update.rating) if update.rating else None
    word = level_word(level, report.scale, report.words).lower() if level else ""
    return report.words.say("asked_why_level", subject=row.label, level=word)


def _still_said(row: Row, found: Still, report: Occasion) -> str:
    key = "asked_why_same" if found.same_comment > 1 else "asked_why_still"
    number = found.same_comment if found.same_comment > 1 else found.terms
    return report.words.say(key, subject=row.label, level=found.level, terms=_terms(number, report))


def _terms(number: int, report: Occasion) -> str:
    key = f"terms_{number}"
    words = report.words
    return words.say(key if key in words.texts else "terms_many", n=number)


def _doubt(  # noqa: PLR0913, PLR0917 - each is another fact of the one doubt
    row: Row, worry: Worry, rule: str, why: str, report: Occasion, found: Still | None = None
) -> Doubt:
    part, anchor = _place(row, report)
    gaps = {}
    if found:
        number = found.same_comment if rule == "same-comment" else found.terms
        gaps = {"level": found.level, "terms": _terms(number, report)}
    question = report.words.say(f"ask_{rule}", subject=row.label, **gaps)
    return Doubt(worry, rule, row.label, row.action.ref or "", question, why, part, anchor)


def _place(row: Row, report: Occasion) -> tuple[Part, str]:
    """Where the report tells most of the row.

    In full where it has theme tables; else among exceptions, what is overdue, or in the grid.
    """
    if Part.THEMES in parts_of(report.request):
        return Part.THEMES, row_anchor(row)
    part = Part.GRID
    if any(case.row is row for case in cases_of(report)):
        part = Part.EXCEPTIONS
    elif is_overdue(row, report.scale, report.timeline, report.as_of):
        part = Part.NEXT_TERM
    return part, part.anchor
