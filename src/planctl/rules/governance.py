"""Rules on who stands behind a plan, and what may go wrong with it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from planctl.model import PlanKind, PlanStatus, Risk, RiskStatus, Row, State
from planctl.progress import latest_update, state_of
from planctl.rules.rule import Case, Problem, Weight, named, rule

_BINDING: Final = frozenset({PlanKind.PRIORITY_ACTION_PLAN, PlanKind.DELIVERY_PLAN})
_WORD: Final = re.compile(r"[\w.-]+")


@rule(
    "PLN810",
    "no-approval",
    Weight.ERROR,
    question="Who has approved the plan, and when?",
)
def no_approval(case: Case) -> Iterator[Problem]:
    """A plan that people work by was approved by somebody.

    An error where an action plan or delivery plan is live or closed; a remark for drafts and for
    other kinds of plan.

    Why:
        Money is spent and people are asked to account for work by the plan; an auditor asks who
        agreed to it, and to which version.

    Bad:
        status: live

    Good:
        status: live
        approvals: [{role: Board, by: achievement-board, date: 2017-10-12, minute: Item 3}]
    """
    plan = case.plan
    if plan.approvals:
        return
    is_draft = plan.status is PlanStatus.DRAFT
    yield Problem(
        case.written((), "approvals", "status"),
        f"nobody has approved the plan{' yet' if is_draft else ''}",
        "Add approvals: [{role: Board, by: who, date: the day, minute: the item}] once it is"
        " approved.",
        weight=Weight.INFO if is_draft or plan.kind not in _BINDING else None,
    )


@rule(
    "PLN813",
    "no-risks",
    Weight.INFO,
    question="What could keep the plan from working, and what is done about it?",
)
def no_risks(case: Case) -> Iterator[Problem]:
    """A plan with actions says what may keep it from working.

    Why:
        Every plan has risks; one that names none has not looked for them (practice of audit).

    Bad:
        themes: [{title: Reading, actions: [{ref: 1a, text: Open a homework club}]}]

    Good:
        risks: [{ref: R1, text: The volunteers leave., response: Train two for each club.}]
        themes: [{title: Reading, actions: [{ref: 1a, text: Open a homework club}]}]
    """
    if case.rows and not case.plan.risks and case.plan.status is not PlanStatus.CLOSED:
        yield Problem(
            case.written((), "risks", "themes"),
            "the plan names no risk",
            "Add risks: [{ref: R1, text: what may happen, response: what is done about it}].",
            part="key",
        )


@rule(
    "PLN814",
    "off-track-without-risk",
    Weight.INFO,
    question="What does it mean for the plan as a whole that {subject} is off track?",
)
def off_track_without_risk(case: Case) -> Iterator[Problem]:
    """Where a plan has risks, an action that is off track is among them.

    An open risk, or one that has happened, names the action by its reference, uid or title, or that
    of its theme. A rating of risk: in its latest update will do.

    Why:
        A register that leaves out what has already gone wrong is not looked after.

    Bad:
        period: {from: 2017-09-01, to: 2018-08-31}
        risks: [The volunteers leave.]
        themes:
          - title: Reading
            actions:
              - {ref: 1a, text: Open a club, updates: {2017-18 autumn: {rating: red}}}

    Good:
        period: {from: 2017-09-01, to: 2018-08-31}
        risks: [{text: No room is found for the club (1a)., consequence: It opens a year late.}]
        themes:
          - title: Reading
            actions:
              - {ref: 1a, text: Open a club, updates: {2017-18 autumn: {rating: red}}}
    """
    plan = case.plan
    register = _Register.of(plan.risks)
    for row in case.rows if plan.risks else ():
        if state_of(row, plan.rating_scale, plan.timeline, case.as_of) is not State.OFF_TRACK:
            continue
        latest = latest_update(row, plan.timeline, case.as_of)
        if latest and latest[1].risk is None and not _is_named(row, register):
            period, _ = latest
            yield Problem(
                (*row.path, "updates", str(period), "rating"),
                f"{named(row)} is off track, and no risk of the plan names it",
                "Add a risk that says what follows, with the action's reference in its text.",
            )


@dataclass(frozen=True, slots=True)
class _Register:
    """What the risks say that have not gone, in small letters: the whole of it, and its words."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, risks: Iterable[Risk]) -> Self:
        open_ones = (risk for risk in risks if risk.status is not RiskStatus.CLOSED)
        said = (
            words
            for risk in open_ones
            for words in (risk.ref, risk.text, risk.cause, risk.consequence, risk.response)
        )
        text = "\n".join(words for words in said if words).casefold()
        return cls(text, frozenset(found.strip(".-") for found in _WORD.findall(text)))

    def names(self, name: str) -> bool:
        """Whether the name stands there, as a word of its own or as several."""
        wanted = name.casefold()
        return wanted in self.words or (" " in wanted and wanted in self.text)


def _is_named(row: Row, register: _Register) -> bool:
    """Whether the row, one above it or its theme is named there."""
    names = [row.theme.ref, row.theme.uid, row.theme.title]
    above: Row | None = row
    while above is not None:
        names += [above.action.ref, above.action.uid, above.action.title]
        above = above.parent
    return any(register.names(name) for name in names if name)


RULES = (no_approval, no_risks, off_track_without_risk)
