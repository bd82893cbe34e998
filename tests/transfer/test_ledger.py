"""Each character of a document has one fate."""

import re

import pytest

from planctl.transfer.ledger import Entry, Fate, Ledger, visible_in


def test_what_nobody_claims_is_unmapped_and_blanks_fall_under_a_rule():
    ledger = Ledger()
    span = ledger.taken("cell 1", "Pilot √  ?")
    ledger.map(span.part(0, 5), "schedule")
    ledger.ignore(span.part(6, 7), "ticks")
    assert ledger.account().entries == (
        Entry("cell 1", "Pilot", Fate.MAPPED, "schedule"),
        Entry("cell 1", " ", Fate.IGNORED, "spaces, tabs and line ends"),
        Entry("cell 1", "√", Fate.IGNORED, "ticks"),
        Entry("cell 1", "  ", Fate.IGNORED, "spaces, tabs and line ends"),
        Entry("cell 1", "?", Fate.UNMAPPED, ""),
    )


def test_the_sum_is_that_of_the_text():
    ledger = Ledger()
    ledger.map(ledger.taken("a", "twelve chars"), "text")
    ledger.taken("b", "lost")
    account = ledger.account()
    assert (account.total, [account.count(fate) for fate in Fate]) == (16, [12, 0, 4])


def test_nothing_is_counted_twice():
    ledger = Ledger()
    span = ledger.taken("cell 1", "Open a club")
    ledger.map(span, "text")
    ledger.ignore(span.part(0, 4), "a rule")
    with pytest.raises(ValueError, match="counted twice"):
        ledger.account()


def test_what_reading_has_lost_counts_as_unmapped():
    ledger = Ledger()
    ledger.map(ledger.taken("a", "seen"), "text")
    account = ledger.account(visible_in("seen and unseen"))
    assert (account.unread, account.count(Fate.UNMAPPED), account.total) == (9, 9, 13)


def test_a_stretch_is_cut_where_a_pattern_is_and_knows_its_place():
    ledger = Ledger()
    kept, cuts = ledger.taken("a", " one / two ").cut(re.compile("/"))
    assert [(one.text, one.start) for one in (*kept, *cuts)] == [("one", 1), ("two", 7), ("/", 5)]
