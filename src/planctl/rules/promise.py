"""The rule on what was promised for a term, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Final

from planctl.findings import Path
from planctl.loading import as_written
from planctl.model import Period, Row, Update
from planctl.progress import is_open, latest_update, update_in
from planctl.rules.rule import Case, Problem, Weight, named, rule

_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Promise:
    """A next step, or an expected date, whose day has passed; and whether it was come back to."""

    row: Row
    path: Path
    said: str
    remedy: str
    is_answered: bool


def promises_due(case: Case) -> int:
    """How many next steps and expected dates of the term before have come due."""
    return sum(1 for row in case.rows for _ in _promises(case, row))


@rule(
    "PLN515",
    "promise-missed",
    Weight.WARNING,
    question="What became of what was promised last for {subject}?",
    together="{hits} promises of the term before are not said to be kept",
    population=promises_due,
)
def promise_missed(case: Case) -> Iterator[Problem]:
    """What an update promised for the next term is said to be kept or not when that has passed.

    A next step without a day of its own is promised for the end of that term. An action that is
    complete or closed has kept its promises.

    Why:
        Promises that nobody comes back to cost nothing to make; minutes open with matters arising
        for that reason.

    Bad:
        period: {from: 2016-09-01, to: 2018-08-31}
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Open a homework club
                updates:
                  2016-17 summer:
                    rating: green
                    next_steps: [{text: The club opens, due: 2017-10-02}]

    Good:
        period: {from: 2016-09-01, to: 2018-08-31}
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Open a homework club
                updates:
                  2016-17 summer:
                    rating: green
                    next_steps: [{text: The club opens, due: 2017-10-02, kept: not_done}]
    """
    for row in case.rows:
        for promise in _promises(case, row):
            if not promise.is_answered:
                yield Problem(promise.path, f"{named(row)} {promise.said}", promise.remedy)


def _promises(case: Case, row: Row) -> Iterator[Promise]:
    """Those of the row that were made in the term before the last one told of, or ended."""
    timeline = case.plan.timeline
    term = _term_told(case, row)
    before = timeline.term_before(term) if term else None
    made = update_in(row, timeline, before) if before else None
    if term and made and is_open(row, case.plan.rating_scale, timeline, case.as_of):
        period = next(one for one, update in row.action.updates.items() if update is made)
        path = as_written(case.document, (*row.path, "updates", str(period)))
        yield from _steps(case, row, (made, path), timeline.ends(term))
        yield from _expected(case, row, (made, path), update_in(row, timeline, term))


def _steps(case: Case, row: Row, made: tuple[Update, Path], end: date | None) -> Iterator[Promise]:
    update, path = made
    for number, step in enumerate(update.next_steps):
        due = step.due.latest if step.due else end
        if due is not None and due < case.as_of:
            name = shorten(step.text, _LONGEST_NAME, placeholder=" ...")
            yield Promise(
                row,
                (*path, "next_steps", number, "text"),
                f"promised '{name}' by {due}, and nothing says whether that was kept",
                "Add kept: to the step, with done, part or not_done.",
                step.kept is not None,
            )


def _expected(
    case: Case, row: Row, made: tuple[Update, Path], after: Update | None
) -> Iterator[Promise]:
    update, path = made
    expected = update.expected
    if expected and expected.latest and expected.latest < case.as_of:
        newer = after.expected if after else None
        yield Promise(
            row,
            (*path, "expected"),
            f"was expected to be finished by {expected.latest}, and is still open",
            "Say stage: complete if it is; if not, give the new date under expected:.",
            newer is not None and newer.latest != expected.latest,
        )


def _term_told(case: Case, row: Row) -> Period | None:
    """The last term that has ended, or that the row's latest update is of, if that is later."""
    timeline = case.plan.timeline
    latest = latest_update(row, timeline, case.as_of)
    starts = timeline.starts(latest[0]) if latest else None
    ended = case.terms_ended[-1:]
    told = timeline.term_of(starts) if starts else None
    terms = [term for term in (*ended, told) if term]
    return max(terms, key=lambda term: timeline.ends(term) or date.min, default=None)


RULES = (promise_missed,)
