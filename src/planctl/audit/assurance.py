"""What a reader may rely on in a report: completeness, movement, who looked, who approved."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from planctl.audit.chain import Chain, Fault
from planctl.audit.outgrown import Outgrown, last_approval, moved, outgrown
from planctl.audit.sealing import since_closing
from planctl.findings import Finding, Severity
from planctl.model import Approval, Period, Plan, Row, Seal, State, Update, rows
from planctl.model.period import PeriodKind
from planctl.model.seal import Amended, SealKind
from planctl.progress import lacks_responsible, owes_update, state_said, update_in

_GREEN: Final = frozenset({State.ON_TRACK, State.COMPLETE})
_TEXTS: Final = frozenset({"title", "text", "aim", "vision", "outcome", "outcomes", "success",
                           "strategic_priority", "definition", "commitments",
                           "recommendations"})  # fmt: skip
_TARGETS: Final = frozenset({"targets", "baseline", "better", "declared_total", "tolerance"})
_TIMES: Final = frozenset({"schedule", "due", "revised", "period", "milestones"})
_NO_DAY: Final = date.min


class Evidenced(StrEnum):
    """What stands behind an approval: a signature, a minute, or a name that somebody typed."""

    SIGNED = "signed"
    RECORDED = "recorded"
    UNMINUTED = "unminuted"


@dataclass(frozen=True, slots=True)
class Approved:
    """An approval, and what stands behind it."""

    role: str
    by: str
    on: date | None
    minute: str
    evidenced: Evidenced


@dataclass(frozen=True, slots=True)
class Movement:
    """How much of what was agreed has become something else, by sort, in entries and fields.

    `since` is the term whose seal, or the role whose approval it is held against, and `on` its day.
    """

    since: str
    on: date | None
    texts: int = 0
    targets: int = 0
    times: int = 0
    others: int = 0
    added: int = 0
    gone: int = 0

    @property
    def total(self) -> int:
        """All of it together."""
        return self.texts + self.targets + self.times + self.others + self.added + self.gone


@dataclass(frozen=True, slots=True)
class Greens:
    """The rows that say they are on track or complete, in the term that is reported.

    `verified` are those that somebody else has looked at, `stood` those of them that are green to
    them as well; `without_evidence` name none.
    """

    total: int
    verified: int
    stood: int
    without_evidence: int

    @property
    def self_assessed(self) -> int:
        """Those that rest on their owner's word."""
        return self.total - self.verified


@dataclass(frozen=True, slots=True)
class Correction:
    """An amendment of a closed term, with its changes in this plan, and how many they are."""

    term: str
    on: date
    by: str
    minute: str
    reason: str
    check_code: str
    values: int
    changes: tuple[Amended, ...]


@dataclass(frozen=True, slots=True)
class Assurance:
    """What can be said for a report on one plan; what is not known is None, never nought.

    `since_seal` is None where no term before was closed, `since_approval` where no approval says
    what was agreed; `undecided` is what of that nobody has decided on. `rewritten` counts the
    values of closed terms that are no longer what was sealed, and are not amended. `faults` are
    those of the chain of seals; `check_code` is that of the term's own seal, if it is closed.
    """

    rows: int
    no_responsible: int
    owed: int
    unrated: int
    since_seal: Movement | None
    since_approval: Movement | None
    undecided: tuple[Outgrown, ...]
    greens: Greens
    prepared_by: str
    approvals: tuple[Approved, ...]
    corrections: tuple[Correction, ...]
    rewritten: int
    faults: tuple[Fault, ...]
    check_code: str
    errors: int
    waived: int

    @property
    def is_by_two(self) -> bool:
        """Whether somebody prepared it, and another approved."""
        others = {one.by for one in self.approvals if one.by} - {self.prepared_by}
        return bool(self.prepared_by and others)


def assurance(
    plan: Plan,
    chain: Chain,
    term: Period,
    findings: Iterable[Finding] = (),
    signed: Collection[str] = (),
) -> Assurance:
    """What a report on the term can say for itself.

    `signed` are the ids of parties whose signature was checked.
    """
    every = tuple(rows(plan))
    told = [(row, update_in(row, plan.timeline, term)) for row in every]
    owed = [
        update for row, update in told if owes_update(row, plan.rating_scale, plan.timeline, term)
    ]
    note = plan.reports.get(term)
    approval = last_approval(plan)
    own = chain.closing(plan.id, str(term))
    found = tuple(findings)
    return Assurance(
        rows=len(every),
        no_responsible=sum(map(lacks_responsible, every)),
        owed=len(owed),
        unrated=sum(update is None for update in owed),
        since_seal=_since_seal(plan, chain, term),
        since_approval=_since_approval(plan, approval),
        undecided=outgrown(plan, approval) if approval else (),
        greens=_greens(plan, told),
        prepared_by=(note.prepared_by if note else None) or "",
        approvals=tuple(_approved(one, signed) for one in plan.approvals),
        corrections=tuple(_corrections(plan, chain)),
        rewritten=sum(len(since_closing(plan, one, chain)) for one in _closed(plan, chain)),
        faults=chain.faults,
        check_code=own.check_code if own else "",
        errors=sum(one.severity is Severity.ERROR and one.waiver is None for one in found),
        waived=sum(one.waiver is not None for one in found),
    )


def movement(since: str, on: date | None, changes: Iterable[Outgrown]) -> Movement:
    """The changes counted by their sort."""
    counts = dict.fromkeys(("texts", "targets", "times", "others", "added", "gone"), 0)
    for one in changes:
        counts[_sort(one)] += 1
    return Movement(since, on, **counts)


def _sort(one: Outgrown) -> str:
    if not one.field:
        return "gone" if one.was else "added"
    sorts = {"texts": _TEXTS, "targets": _TARGETS, "times": _TIMES}
    if one.field == "declared_total" and one.kind != "KPI":
        return "others"
    return next((name for name, fields in sorts.items() if one.field in fields), "others")


def _since_seal(plan: Plan, chain: Chain, term: Period) -> Movement | None:
    """What has moved since the last term before the reported one was closed."""
    start = plan.timeline.starts(term)
    before = [
        seal
        for name in chain.terms(plan.id)
        if (seal := chain.closing(plan.id, name)) and _ends_before(plan, name, start)
    ]
    last = max(before, key=lambda seal: _end(plan, seal.term) or _NO_DAY, default=None)
    if last is None:
        return None
    return movement(last.term, last.date, moved(plan, last.plans[plan.id].agreed))


def _since_approval(plan: Plan, approval: Approval | None) -> Movement | None:
    if approval is None:
        return None
    return movement(approval.role, approval.date, moved(plan, approval.agreed))


def _greens(plan: Plan, told: Iterable[tuple[Row, Update | None]]) -> Greens:
    scale = plan.rating_scale
    green = [(row, one) for row, one in told if one and state_said(one, scale) in _GREEN]
    seen = [one.verified for _, one in green if one.verified and one.verified.by != one.by]
    levels = [scale.level(verified.rating) for verified in seen]
    return Greens(
        total=len(green),
        verified=len(seen),
        stood=sum(bool(level) and State(level.state.value) in _GREEN for level in levels if level),
        without_evidence=sum(not (one.evidence or row.action.evidence) for row, one in green),
    )


def _approved(one: Approval, signed: Collection[str]) -> Approved:
    evidenced = Evidenced.RECORDED if one.minute else Evidenced.UNMINUTED
    if one.by and one.by in signed:
        evidenced = Evidenced.SIGNED
    return Approved(one.role, one.by or "", one.date, one.minute or "", evidenced)


def _corrections(plan: Plan, chain: Chain) -> Iterable[Correction]:
    for seal in chain.seals:
        changes = tuple(change for change in seal.changes if change.plan == plan.id)
        if seal.kind is SealKind.AMEND and changes:
            yield _correction(seal, changes)


def _correction(seal: Seal, changes: tuple[Amended, ...]) -> Correction:
    return Correction(
        term=seal.term,
        on=seal.date,
        by=seal.by or "",
        minute=seal.minute or "",
        reason=seal.reason or "",
        check_code=seal.check_code,
        values=len(changes),
        changes=changes,
    )


def _closed(plan: Plan, chain: Chain) -> Iterable[Period]:
    for name in chain.terms(plan.id):
        yield plan.timeline.period(name) or Period(PeriodKind.NAMED, 0, name)


def _ends_before(plan: Plan, term: str, start: date | None) -> bool:
    end = _end(plan, term)
    return bool(start and end and end < start)


def _end(plan: Plan, term: str) -> date | None:
    period = plan.timeline.period(term)
    return plan.timeline.ends(period) if period else None
