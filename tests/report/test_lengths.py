"""How much each audience is told in full."""

from planctl.report import Audience
from planctl.report.lengths import lengths_for


def test_a_board_and_scrutiny_read_as_much():
    assert lengths_for(Audience.BOARD) == lengths_for(Audience.SCRUTINY)


def test_officers_have_every_exception_decision_and_missing_update():
    most = lengths_for(Audience.OFFICER)
    assert (most.on_one_line, most.decisions, most.missing) == (None, None, None)


def test_nobody_is_told_more_than_officers():
    officer = lengths_for(Audience.OFFICER)
    for audience in Audience:
        most = lengths_for(audience)
        assert most.in_full <= officer.in_full
        assert most.changes <= officer.changes
        assert most.coming <= officer.coming
        assert most.messages <= officer.messages
