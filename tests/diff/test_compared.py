"""What is counted of a comparison: all that nobody has waived."""

from datetime import date

from planctl.diff import Change, Compared, Direction, Level, SideShown
from planctl.findings import Finding, Severity

SIDES = SideShown("HEAD", date(2018, 3, 1), "0" * 40), SideShown("the files", date(2018, 7, 1))
DROPPED = Change("action-dropped", Level.AUDIT, Direction.WORSE, "2.1a is gone")
WORSENED = Change("rating-worsened", Level.WARNING, Direction.WORSE, "2.1b is red")
ADDED = Change("action-added", Level.INFO, Direction.NEUTRAL, "2.1c is new")
WAIVED = Change("action-dropped", Level.AUDIT, Direction.WORSE, "2.1d is gone", waived="agreed")
COMPARED = Compared(*SIDES, (DROPPED, WAIVED, WORSENED, ADDED, ADDED))


def test_waived_changes_are_not_told():
    assert COMPARED.told == (DROPPED, WORSENED, ADDED, ADDED)


def test_changes_told_are_counted_by_weight_direction_and_kind():
    assert [COMPARED.count(level) for level in Level] == [1, 1, 2]
    assert [COMPARED.leaning(one) for one in Direction] == [0, 2, 2]
    assert list(COMPARED.by_rule().items()) == [
        ("action-added", 2), ("action-dropped", 1), ("rating-worsened", 1),
    ]  # fmt: skip


def test_nothing_is_counted_that_was_not_said():
    assert Compared(*SIDES) == Compared(*SIDES, (), (), plans=0, new_waivers=0)


def test_a_comparison_is_complete_when_all_could_be_read():
    unread = Finding("FIL001", "not-text", Severity.ERROR, "It is no text.", "reading.yaml")
    assert COMPARED.is_complete
    assert not Compared(*SIDES, unread=(unread,)).is_complete
