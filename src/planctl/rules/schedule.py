"""Rules on when things are done."""

from collections.abc import Iterator

from planctl.progress import lacks_timeline
from planctl.rules.rule import Case, Problem, Weight, named, rule


@rule(
    "PLN401",
    "no-timeline",
    Weight.ERROR_ONCE_LIVE,
    question="By when will {subject} be done?",
    together="{hits} actions have no timeline",
)
def no_timeline(case: Case) -> Iterator[Problem]:
    """Every action says when: a schedule, or a day by which it is due.

    A sub-action takes its parent's time.

    Why:
        Without a time an action can be neither late nor in time, and never comes up for review.

    Bad:
        - {ref: 1a, text: Open a homework club}

    Good:
        - {ref: 1a, text: Open a homework club, schedule: [Year 1]}
        - {ref: 1b, text: Hold a conference, due: 2018-01-25}
    """
    for row in case.rows:
        if lacks_timeline(row):
            yield Problem(
                case.written(row.path, "schedule"),
                f"{named(row)} has no timeline",
                "Add schedule: [Year 1] with the periods it is worked on, or due: and a day.",
            )


RULES = (no_timeline,)
