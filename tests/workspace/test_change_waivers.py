"""Changes that waivers.yaml lets stand, and what the checks say of such entries."""

from dataclasses import replace
from datetime import date

import pytest

from planctl.diff import Change, Direction, Level
from planctl.source import read
from planctl.workspace.change_waivers import further_waivers, waived_changes
from planctl.workspace.waivers_file import waivers_in

CHANGE = Change("action-dropped", Level.AUDIT, Direction.WORSE, "1a is gone", plan="a", ref="1a")
DAY = date(2018, 3, 1)


def waivers(*entries):
    text = "waivers:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)
    return waivers_in(read(text.encode(), "waivers.yaml"))


def entry(change=CHANGE, code="action-dropped", plan="a", rest=", reason: Agreed"):
    return f"code: {code}, plan: {plan}, fingerprint: {change.fingerprint}{rest}"


@pytest.mark.parametrize(
    ("written", "waived"),
    [
        (entry(), "Agreed"),
        (entry(code="Action-Dropped"), "Agreed"),
        (entry(rest=""), "no reason is given"),
        (entry(rest=", reason: Agreed, until: 2018-03-01"), "Agreed"),
        (entry(rest=", reason: Agreed, until: 2018-02-28"), ""),
        (entry(plan="b"), ""),
        (entry(code="kpi-removed"), ""),
        (entry(replace(CHANGE, ref="1b")), ""),
    ],
)
def test_an_entry_lets_its_one_change_stand(written, waived):
    (change,) = waived_changes([CHANGE], [waivers(written)], DAY)
    assert change == replace(CHANGE, waived=waived)


@pytest.mark.parametrize("code", ["no-movement", "PLN510"])
def test_a_kind_of_change_that_shares_its_name_with_a_check_can_be_waived_by_it(code):
    change = replace(CHANGE, rule="no-movement")
    (found,) = waived_changes([change], [waivers(entry(change, code))], DAY)
    assert found.waived == "Agreed"


def test_kinds_of_change_are_known_and_slips_are_not():
    found = waivers(entry(), entry(code="action-droped"))
    assert [ignore.waiver.codes for ignore in found.ignores] == [("action-dropped",), ()]
    assert [bool(ignore.faults) for ignore in found.ignores] == [False, True]


def test_a_file_with_mistakes_lets_nothing_stand():
    found = waivers(entry(), "kid: x")
    assert waived_changes([CHANGE], [found], DAY) == (CHANGE,)


def test_further_waivers_are_those_that_the_old_file_has_not():
    old, new = waivers(entry()), waivers(entry(rest=""), entry(plan="b"))
    assert further_waivers([old], [new]) == 1
    assert further_waivers([], [new]) == 2
    assert further_waivers([new], []) == 0
