"""What was found and what had changed, as a report carries it."""

from dataclasses import replace
from datetime import date

import pytest

from planctl.diff import Change, Decision, Direction, Level
from planctl.findings import Finding, Severity, Span, Waiver
from planctl.printing.told import changes_content, changes_in, findings_content, findings_in
from planctl.report.request import Audience, Since

FOUND = Finding(
    "PLN301", "no-responsible", Severity.ERROR, "1a has nobody responsible", "Name somebody.",
    "Who answers for 1a?", "plans/reading.yaml", span=Span(3, 5, 3, 9), ref="1a", subject="1a",
    waiver=Waiver("Agreed.", "library", date(2018, 1, 1), "plans/reading.yaml:2"),
)  # fmt: skip
CHANGE = Change(
    "date-moved", Level.AUDIT, Direction.WORSE, "1a ends later", "Why?", "reading", "action", "u1",
    "1a", "1a Clubs", "Clubs", ("library",), "due", "2018-01-31", "2018-03-31",
    decision=Decision("c1", "Board, item 4"), waived="It is agreed.",
)  # fmt: skip
SINCE = Since("2017-18 autumn", date(2017, 12, 31), (CHANGE,), 12, "ab" * 20)


@pytest.mark.parametrize("audience", [Audience.OFFICER, Audience.BOARD, Audience.SCRUTINY])
def test_members_and_officers_are_told_all(audience):
    assert findings_in(findings_content({"reading": (FOUND,)}, audience)) == {"reading": (FOUND,)}
    assert changes_in(changes_content({"reading": SINCE}, audience)) == {"reading": SINCE}


def test_a_seal_that_stands_for_an_earlier_version_is_told():
    since = replace(SINCE, seal="SN4Z-DCZX-SZ7V")
    assert changes_in(changes_content({"reading": since}, Audience.BOARD)) == {"reading": since}
    assert b"seal" not in changes_content({"reading": SINCE}, Audience.BOARD)


def test_of_findings_the_public_learns_rule_and_number():
    kept = Finding("PLN301", "no-responsible", Severity.ERROR, "", waiver=Waiver())
    told = findings_in(findings_content({"reading": (FOUND,)}, Audience.PUBLIC))
    assert told == {"reading": (kept,)}


def test_of_changes_the_public_learns_what_its_report_says_in_words():
    reworded = Change(
        "text-changed", Level.AUDIT, Direction.NEUTRAL, "1a says something else", "Why?",
        label="1a Clubs", old="Jo runs it.", new="It is run.", owners=("jo",),
    )  # fmt: skip
    since = Since("2017-18 autumn", date(2017, 12, 31), (CHANGE, reworded), 12)
    told = changes_in(changes_content({"reading": since}, Audience.PUBLIC))["reading"].changes
    assert [(one.message, one.question, one.owners, one.old, one.new) for one in told] == [
        ("1a ends later", "", (), "2018-01-31", "2018-03-31"),
        ("", "", (), None, None),
    ]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"reading": [1]}', b'{"reading": [{}]}'])
def test_any_other_content_is_no_such_file(content):
    for reader in (findings_in, changes_in):
        with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
            reader(content if content != b"[]" else b"[1]")
