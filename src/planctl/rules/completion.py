"""Rules on what is said to be complete."""

from collections.abc import Iterator

from planctl.findings import Path, Related
from planctl.model import ClosureReason, Row, Stage, State
from planctl.progress import ENDED, state_of
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.told import latest_told


def rows_done(case: Case) -> int:
    """How many rows are complete in their own right."""
    return sum(1 for _ in _done(case))


@rule(
    "PLN507",
    "complete-without-date",
    Weight.WARNING,
    question="On what day was {subject} completed?",
    together="{hits} complete actions do not say when they were completed",
    population=rows_done,
)
def complete_without_date(case: Case) -> Iterator[Problem]:
    """What is complete says on which day it was.

    The date of a closure counts; an action that was merged into another needs none.

    Why:
        Whether work was done in time can only be seen from the day on which it was done.

    Bad:
        - {ref: 1a, text: Hold a conference, updates: {2017-18 autumn: {stage: complete}}}

    Good:
        - ref: 1a
          text: Hold a conference
          updates: {2017-18 autumn: {stage: complete}}
          completed_on: 2017-11-30
    """
    for row in _done(case):
        closure = row.action.closure
        if row.action.completed_on is None and (closure is None or closure.date is None):
            yield Problem(
                _place(case, row),
                f"{named(row)} is complete, and does not say since when",
                "Add completed_on: and the day.",
            )


@rule(
    "PLN508",
    "complete-without-evidence",
    Weight.WARNING,
    question="What shows that {subject} was done?",
    together="{hits} complete actions have no evidence",
    population=rows_done,
    auditor=Weight.ERROR,
)
def complete_without_evidence(case: Case) -> Iterator[Problem]:
    """What is complete names its evidence, be it only in a few words.

    Evidence of the action, of one of its success criteria or of an update all counts.

    Why:
        Followed up, fewer actions turn out to be done than are said to be (internal audit closes
        none without evidence).

    Bad:
        - {ref: 1a, text: Hold a conference, updates: {2017-18 autumn: {stage: complete}}}

    Good:
        - ref: 1a
          text: Hold a conference
          evidence: [List of those who came]
          updates: {2017-18 autumn: {stage: complete}}
    """
    for row in _done(case):
        if not _has_evidence(row):
            yield Problem(
                _place(case, row),
                f"{named(row)} is complete, and names no evidence",
                "Add evidence: [what shows it], in a few words or with its locator:.",
            )


@rule(
    "PLN509",
    "complete-but-open",
    Weight.ERROR,
    question="Is {subject} finished or not?",
)
def complete_but_open(case: Case) -> Iterator[Problem]:
    """What is said to be complete is so in every place that speaks of it.

    An action with completed_on is complete by its latest update or its closure too, and one that
    is complete has no percent below 100, no sub-action that is said to go on, and no milestone
    with a date that has not been reached.

    Why:
        Two places that contradict each other leave a reader to choose, and counts follow one only.

    Bad:
        - ref: 1a
          text: Hold a conference
          updates: {2017-18 autumn: {rating: green, stage: in_progress}}
          completed_on: 2017-11-30

    Good:
        - ref: 1a
          text: Hold a conference
          updates: {2017-18 autumn: {rating: green, stage: complete}}
          completed_on: 2017-11-30
    """
    for row in case.rows:
        ended = row.action.completed_on
        if ended is not None and ended <= case.as_of and _state(case, row) not in ENDED:
            yield Problem(
                (*row.path, "completed_on"),
                f"{named(row)} was completed on {ended}, and its updates do not say so",
                "Say stage: complete in the update of that term, or take completed_on: out.",
            )
    for row in _done(case):
        yield from _still_open(case, row)


def _still_open(case: Case, row: Row) -> Iterator[Problem]:
    latest = latest_told(case, row)
    percent = latest.update.percent if latest and latest.state is State.COMPLETE else None
    if latest and percent is not None and percent < 100:  # noqa: PLR2004 - the whole
        yield Problem(
            (*latest.path, "percent"),
            f"{named(row)} is complete and {percent}% done",
            "Correct the percent, or the stage.",
        )
    parts = tuple(_open_parts(case, row))
    if parts:
        yield Problem(
            _place(case, row),
            f"{named(row)} is complete, but {' and '.join(part.message for part in parts)}",
            "Say done_on: or stage: complete where the part is done; else the whole is not.",
            related=parts,
        )


def _open_parts(case: Case, row: Row) -> Iterator[Related]:
    """Parts that are said to be unfinished; those of which nothing is said go with the whole."""
    for number, milestone in enumerate(row.action.milestones):
        if milestone.due is not None and milestone.done_on is None:
            name = milestone.ref or f"'{milestone.text}'"
            yield Related(f"its milestone {name} is not", (*row.path, "milestones", number))
    for part in case.rows:
        if part.parent is row and part.action.updates and _state(case, part) not in ENDED:
            yield Related(f"{part.label} is not", part.path)


def _done(case: Case) -> Iterator[Row]:
    """The rows that are complete, without those whose work another one carries on."""
    for row in case.rows:
        closure = row.action.closure
        is_merged = closure is not None and closure.reason is ClosureReason.MERGED
        if _state(case, row) is State.COMPLETE and not is_merged:
            yield row


def _has_evidence(row: Row) -> bool:
    action = row.action
    met = any(success.evidence for success in action.success)
    return met or bool(action.evidence) or any(said.evidence for said in action.updates.values())


def _place(case: Case, row: Row) -> Path:
    """Where the row is said to be complete."""
    latest = latest_told(case, row)
    if latest is None or latest.state is not State.COMPLETE:
        return (*row.path, "closure")
    field = "stage" if latest.update.stage is Stage.COMPLETE else "rating"
    return (*latest.path, field)


def _state(case: Case, row: Row) -> State:
    return state_of(row, case.plan.rating_scale, case.plan.timeline, case.as_of)


RULES = (complete_without_date, complete_without_evidence, complete_but_open)
