"""Rules on deadlines, and on dates in the text of an action."""

from collections.abc import Iterator

from planctl.findings import Path
from planctl.model import Row
from planctl.model.dates import DeadlineKind
from planctl.progress import is_open
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.said_dates import said_dates
from planctl.rules.told import speaks_for_itself


@rule(
    "PLN407",
    "text-date-outside-schedule",
    Weight.WARNING,
    question="Which holds for {subject}, the date in its text or its schedule?",
)
def text_date_outside_schedule(case: Case) -> Iterator[Problem]:
    """A date in the text of an action lies within the periods that it is scheduled in.

    Days, months and terms are read. Dates outside the plan's period do not count, nor those that
    only say what is meant ('the survey of May 2018').

    Why:
        The schedule is counted and the text is read; where they differ, officers and members go by
        different dates.

    Bad:
        - {ref: 1a, text: Hold a conference in March 2019., schedule: [Year 1]}

    Good:
        - {ref: 1a, text: Hold a conference in March 2019., schedule: [Year 2]}
    """
    for row in case.rows:
        outside = tuple(_outside(case, row))
        if outside:
            verb = "is" if len(outside) == 1 else "are"
            yield Problem(
                (*row.path, "text"),
                f"the text of {row.label} speaks of {' and '.join(outside)}, which {verb} "
                f"outside its schedule ({', '.join(map(str, row.schedule))})",
                "Correct the date, or the schedule.",
            )


@rule(
    "PLN408",
    "open-ended",
    Weight.WARNING,
    question="When will it be judged whether {subject} has done what it was for?",
    together="{hits} actions are ongoing without an end",
)
def open_ended(case: Case) -> Iterator[Problem]:
    """What is said to be ongoing says until when.

    The end may be in the deadline (ongoing until July 2020) or in the schedule. What recurs, such
    as a termly meeting, is another matter, and so is what is complete or closed.

    Why:
        What has no end is never late and never done, so that nobody ever asks what came of it.

    Bad:
        - {ref: 1a, text: Keep the calendar up to date, due: ongoing}

    Good:
        - {ref: 1a, text: Keep the calendar up to date, due: ongoing until July 2020}
        - {ref: 1b, text: Meet, due: termly}
    """
    scale, timeline = case.plan.rating_scale, case.plan.timeline
    for row in case.rows:
        due = row.due
        if due is None or due.kind is not DeadlineKind.ONGOING or due.latest or row.schedule:
            continue
        if speaks_for_itself(row) and is_open(row, scale, timeline, case.as_of):
            yield Problem(
                _due_path(case, row),
                f"{named(row)} is '{due}', without an end",
                "Say until when (ongoing until July 2020), or schedule: the periods it runs in.",
            )


def _outside(case: Case, row: Row) -> Iterator[str]:
    """The dates of the row's text in the plan's period, yet in none of its own, nor when it is due.

    A row without scheduled days has none that could be wrong.
    """
    timeline, due = case.plan.timeline, row.due
    own = [days for period in row.schedule if (days := timeline.days(period))]
    if timeline.first is None or timeline.last is None or not own:
        return
    if due and due.earliest and due.latest:
        own.append((due.earliest, due.latest))
    for said, (first, last) in said_dates(row.action.text, timeline):
        is_own = any(first <= days[1] and days[0] <= last for days in own)
        if timeline.first <= first and last <= timeline.last and not is_own:
            yield said


def _due_path(case: Case, row: Row) -> Path:
    """Where the deadline that is in force stands: with the row, or its latest revision."""
    for number, revised in reversed([*enumerate(row.action.revised)]):
        if revised.date:
            return (*row.path, "revised", number, "date")
    return case.written(row.path, "due")


RULES = (text_date_outside_schedule, open_ended)
