"""What was said last to come next, which a term later is to be answered."""

from collections.abc import Iterator
from datetime import date

from planctl.model import NextStep, Period, Row, Timeline, Update


def steps_promised(
    row: Row, timeline: Timeline, term: Period
) -> tuple[Period | None, tuple[NextStep, ...]]:
    """The last term before this one in which next steps were said, and those steps."""
    earlier = [
        (ends, period) for ends, period, update in _before(row, timeline, term) if update.next_steps
    ]
    if not earlier:
        return None, ()
    last = max(earlier, key=lambda one: one[0])[1]
    return last, row.action.updates[last].next_steps


def update_before(
    row: Row, timeline: Timeline, term: Period
) -> tuple[Period | None, Update | None]:
    """The last update before the term that says how it went, and its term."""
    earlier = [
        (ends, period, update)
        for ends, period, update in _before(row, timeline, term)
        if update.rating or update.stage or update.comment
    ]
    if not earlier:
        return None, None
    _, period, update = max(earlier, key=lambda one: one[0])
    return period, update


def _before(row: Row, timeline: Timeline, term: Period) -> Iterator[tuple[date, Period, Update]]:
    """Each update of a period that ends before the term does, with that end."""
    ends = timeline.ends(term)
    for period, update in row.action.updates.items():
        end = timeline.ends(period)
        if ends and end and end < ends:
            yield end, period, update
