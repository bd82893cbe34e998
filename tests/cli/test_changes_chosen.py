"""Which changes are asked for, and which make a comparison fail."""

from datetime import date

import pytest

from planctl.cli.changes_chosen import chosen, fail_on_called, only_called
from planctl.diff import Change, Compared, Decision, Direction, Level, SideShown
from planctl.errors import WrongValueError

SIDE = SideShown("v1", date(2018, 1, 1))
DROPPED = Change("action-dropped", Level.AUDIT, Direction.WORSE, "1a is gone")
WORSE = Change("rating-worsened", Level.WARNING, Direction.WORSE, "1a is red")
NEUTRAL = Change("action-split", Level.WARNING, Direction.NEUTRAL, "1a became two")
INFO = Change("reworded", Level.INFO, Direction.NEUTRAL, "1a reads otherwise")
APPROVED = DROPPED.approved_by(Decision("C1", "Item 4"))
EVERY = (DROPPED, WORSE, NEUTRAL, INFO, APPROVED)


@pytest.mark.parametrize(
    ("only", "kept"),
    [
        (None, EVERY), ("audit", (DROPPED,)), ("warning", (WORSE, NEUTRAL)),
        ("reworded", (INFO,)), ("action-dropped", (DROPPED, APPROVED)),
        ("AUDIT, reworded", (DROPPED, INFO)), ("kpi-removed", ()),
    ],
)  # fmt: skip
def test_only_the_kinds_and_levels_that_are_named_are_kept(only, kept):
    compared = Compared(SIDE, SIDE, EVERY)
    found = chosen(compared, only_called(only))
    assert (found.changes, found.left_out) == (kept, len(EVERY) - len(kept))


@pytest.mark.parametrize(
    ("fail_on", "hits"),
    [
        ("never", ()), ("audit", (DROPPED,)), ("warning", (DROPPED, WORSE, NEUTRAL)),
        ("worse", (DROPPED, WORSE)), ("reworded,action-split", (NEUTRAL, INFO)),
        ("audit, rating-worsened", (DROPPED, WORSE)), ("action-dropped", (DROPPED, APPROVED)),
    ],
)  # fmt: skip
def test_a_comparison_fails_by_what_is_named(fail_on, hits):
    assert tuple(filter(fail_on_called(fail_on), EVERY)) == hits


@pytest.mark.parametrize(
    ("called", "given", "message"),
    [
        (only_called, "action-droped", r"--only 'action-droped' is no .*mean action-dropped\?"),
        (only_called, "worse", "It takes audit, warning, info, or kinds"),
        (fail_on_called, "info", "It takes never, worse, audit, warning, or kinds"),
        (only_called, "", "--only '' names nothing. It takes audit, warning, info, or kinds"),
        (only_called, " ,", "names nothing"), (fail_on_called, "", "--fail-on '' names nothing"),
    ],
)  # fmt: skip
def test_what_is_no_kind_of_change_is_refused(called, given, message):
    with pytest.raises(WrongValueError, match=message):
        called(given)
