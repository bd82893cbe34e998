"""The front page says how far the report can be relied on."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from planctl.audit.assurance import assurance
from planctl.audit.chain import Chain, Fault
from planctl.report.assured import assured_lines
from planctl.report.occasion import occasion
from planctl.report.request import ReportRequest
from planctl.report.words import ENGLISH

made = runpy.run_path(str(Path(__file__).parents[1] / "audit" / "sealed_plans.py"))
plan, chain, term = (made[name] for name in ("plan", "chain", "term"))
AUTUMN, SPRING, CLUB = made["AUTUMN"], made["SPRING"], made["CLUB"]
GREEN = CLUB.replace("red", "green")
APPROVED = """\
approvals:
  - {role: Board, by: board, date: 2017-10-12, minute: Item 3, agreed: {reading: {title: Read}}}
  - {role: Sponsor}
"""


def lines(one, seals, name=SPRING):
    found = assurance(one, seals, term(name))
    request = ReportRequest(term(name), date(2018, 4, 30), assurance=found)
    return {key: text for key, _, text in assured_lines(occasion(one, request, ENGLISH))}


def test_a_report_of_which_nothing_is_known_says_nothing():
    request = ReportRequest(term(), date(2017, 12, 31))
    assert list(assured_lines(occasion(plan(), request, ENGLISH))) == []


def test_what_is_not_known_is_said_so():
    assert lines(plan(), Chain()) == {
        "moved": "Since the last close: not known, no earlier term has been closed.",
        "greens": "No update of this term says that its action is on track or complete.",
        "approved": "Not recorded",
    }


def test_movement_approvals_and_what_nobody_decided():
    closed = chain(("close", AUTUMN, plan()))
    found = lines(plan(APPROVED + CLUB), closed)
    assert found["moved"] == (
        "Since the close of Autumn term 2017-18 (12 January 2018): nothing changed. Since it was "
        "approved (Board, 12 October 2017): 1 text changed, 1 date or schedule changed and 2 "
        "entries added. 4 of these changes have no recorded decision."
    )
    assert found["approved"] == (
        "Board: board, 12 October 2017, Item 3 (minuted); Sponsor (recorded, without a minute)"
    )


def test_an_approval_without_a_day_is_told_without_one():
    text = APPROVED.replace("date: 2017-10-12, ", "")
    assert "Since it was approved (Board): 1 text" in lines(plan(text + CLUB), Chain())["moved"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "none checked by others"),
        (", verified: {rating: green, by: audit}", "1 of 1 checked by others: 1 stood"),
    ],
)
def test_greens_are_told_by_who_looked(more, said):
    one = plan(GREEN.replace("comment: No room", f"comment: A room{more}"))
    own = 0 if more else 1
    assert lines(one, Chain(), AUTUMN)["greens"] == (
        f"The one update of this term says on track or complete: {own} by its owner’s word alone, "
        f"{said}; 1 without evidence."
    )


def test_what_others_said_of_earlier_terms_is_told_beside_this_terms_own_words():
    seen = "comment: A room, verified: {rating: green, by: audit}"
    first, second = plan(GREEN.replace("comment: No room", seen)), ", verified: {rating: red, by: "
    text = GREEN.replace("comment: No room", f"comment: A room{second}audit}}")
    said = "No update of this term says that its action is on track or complete. In earlier terms "
    assert lines(first, Chain())["greens"] == (
        f"{said}audit looked at 1a: none rated lower than its owner had."
    )
    assert lines(plan(text), Chain())["greens"] == (
        f"{said}audit looked at 1a: 1 rated lower than its owner had."
    )
    assert "In earlier terms" not in lines(plan(text), Chain(), AUTUMN)["greens"]


def test_a_correction_is_printed_and_a_silent_one_is_found():
    amended = chain(("close", AUTUMN, plan()), ("amend", AUTUMN, plan(GREEN)))
    assert lines(plan(GREEN), amended)["corrected"] == (
        "Autumn term 2017-18: 1 value, on 12 January 2018 (Item 3): A slip."
    )
    assert "seals" not in lines(plan(GREEN), amended)
    broken = Chain(amended.seals, (Fault("a.json", "the seal is damaged"),))
    assert lines(plan(), broken)["seals"] == (
        "1 value is no longer what was sealed, and nobody has amended it. The chain of seals does "
        "not hold: 1 fault."
    )
