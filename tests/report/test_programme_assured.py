"""A programme report says how far it can be relied on: over all plans, and plan by plan."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from planctl.audit.assurance import assurance
from planctl.audit.chain import Chain, Fault
from planctl.report import Audience, ReportKind, ReportRequest
from planctl.report.numbers import Numbers
from planctl.report.occasion import occasion
from planctl.report.programme_assured import (
    is_sealed,
    programme_assured_lines,
    programme_assured_sections,
)
from planctl.report.programme_members import PlanGiven, ProgrammeHead, Workspace, members_of
from planctl.report.words import ENGLISH

helpers = runpy.run_path(str(Path(__file__).parents[1] / "audit" / "sealed_plans.py"))
plan, chain, term = (helpers[name] for name in ("plan", "chain", "term"))
AUTUMN, SPRING, CLUB = (helpers[name] for name in ("AUTUMN", "SPRING", "CLUB"))
SONG = (
    CLUB.replace("club", "song")
    .replace("1a", "2a")
    .replace("rating: red", "rating: green, evidence: [Log]")
)
APPROVED = """\
approvals: [{role: Board, by: board, date: 2017-10-12, minute: Item 3}]
"""
AGREED = APPROVED.replace("Item 3", "Item 3, agreed: {reading: {title: Read}}")
TOGETHER = Workspace("Together")
PREPARED = "reports: {2017-18 spring: {prepared_by: Ann}}\n"


def programme(*plans, seals=None, name=SPRING, space=TOGETHER, known=True):
    """The plans among themselves, each with what is known of it where anything is."""
    on = date(2018, 4, 30)
    given = []
    for one in plans:
        found = assurance(one, seals or Chain(), term(name)) if known else None
        request = ReportRequest(
            term(name), on, Audience.OFFICER, ReportKind.PROGRAMME, assurance=found
        )
        given.append(PlanGiven(occasion(one, request, ENGLISH)))
    return members_of(ProgrammeHead(term(name), on, Audience.OFFICER, (space,)), given)


def lines(*plans, **known):
    found = programme_assured_lines(programme(*plans, **known), ENGLISH)
    return {key: text for key, _, text in found}


def songs(text=SONG):
    return plan(text, name="singing")


def test_what_is_not_known_is_said_so():
    assert lines(plan(), songs()) == {
        "complete": "2 actions in 2 plans, 2 here; 2 with nobody responsible; 2 without dates; no "
        "updates are owed.",
        "moved": "Since the last close: not known, no earlier term has been closed. Of 2 plans no "
        "approval says what was agreed.",
        "greens": "No update of this term says that its action is on track or complete.",
        "accounted": "Who prepared it is recorded for 0 of 2 plans; no approval is recorded for "
        "any.",
        "sealed": "Not yet, for any plan.",
    }


def test_a_report_of_which_no_more_is_known_has_its_completeness_alone():
    assert list(lines(plan(), songs(), known=False)) == ["complete"]


def test_plans_that_are_known_and_not_here_are_counted():
    space = Workspace("Together", absent=("a",), not_asked=("b",), unread=("a", "c"))
    found = lines(plan(), space=space)["complete"]
    assert found.endswith("; 3 known plans are not in this report.")


def test_actions_that_the_edition_lacks_are_not_hidden():
    members = programme(plan(), songs())
    (first, second) = members.every
    bare = occasion(plan("themes: []\n"), first.report.request, ENGLISH)
    less = members_of(members.head, [PlanGiven(bare), second.given])
    (complete, *_) = programme_assured_lines(less, ENGLISH)
    assert complete[2].startswith("2 actions in 2 plans, 1 here; ")


def test_movement_is_counted_over_all_plans():
    closed = chain(("close", AUTUMN, plan(), songs()))
    moved = plan(AGREED + CLUB.replace("Open a club", "Open two"))
    assert lines(moved, songs(), seals=closed)["moved"] == (
        "Since the close of Autumn term 2017-18 (12 January 2018): 1 text changed. Since the "
        "approval of each of 1 of 2 plans: 1 text changed, 1 date or schedule changed and 2 "
        "entries added. Of 1 plan no approval says what was agreed. 4 of these changes have no "
        "recorded decision."
    )


def test_of_plans_that_no_term_was_closed_for_movement_is_not_known():
    closed = chain(("close", AUTUMN, plan()))
    assert lines(plan(), songs(), seals=closed)["moved"].startswith(
        "Since the last close of each of 1 of 2 plans: nothing changed. Not known of 1 plan, of "
        "which no earlier term has been closed."
    )


def test_greens_of_all_plans_are_told_by_who_looked():
    verified = "rating: green, verified: {rating: green, by: audit}"
    assert lines(plan(CLUB.replace("rating: red", verified)), songs(), name=AUTUMN)["greens"] == (
        "2 of the 2 updates of this term say on track or complete: 1 by their owners’ word alone, "
        "1 of 2 checked by others: 1 stood; 1 without evidence."
    )


def test_what_others_said_of_earlier_terms_is_counted_over_all_plans():
    seen = CLUB.replace("comment: No room", "comment: A, verified: {rating: red, by: audit}")
    assert lines(plan(seen.replace("rating: red, c", "rating: green, c")), songs())["greens"] == (
        "No update of this term says that its action is on track or complete. In earlier terms "
        "others looked at 1 action: 1 rated lower than its owner had."
    )


@pytest.mark.parametrize(
    ("more", "two"), [(PREPARED, 1), (PREPARED.replace("Ann", "board"), 0), ("", 0)]
)
def test_who_prepared_and_who_approved_is_counted(more, two):
    who = ("Ann" if two else "board") if more else ""
    assert lines(plan(more + APPROVED + CLUB), songs())["accounted"] == (
        f"Who prepared it is recorded for {int(bool(more))} of 2 plans"
        f"{f' ({who})' if who else ''}; 1 of 2 plans approved (board), 0 signed and 1 with a "
        f"minute; prepared by one and approved by another: {two} of 2 plans. Each plan has its "
        "line in the last part."
    )


def test_more_than_three_names_are_counted():
    roles = ", ".join(f"{{role: Board, by: {name}}}" for name in "abcde")
    assert "(a, b, c and 2 more)" in lines(plan(f"approvals: [{roles}]\n" + CLUB))["accounted"]


def test_only_where_all_plans_are_closed_the_code_is_that_of_the_seal():
    both = chain(("close", SPRING, plan(), songs()))
    one = chain(("close", SPRING, plan()))
    assert [
        lines(plan(), songs(), seals=seals)["sealed"] for seals in (both, one)
    ] == [
        "For all 2 plans: the check code is that of the term’s last seal.",
        "For 1 of 2 plans; their seals have check codes of their own.",
    ]  # fmt: skip
    assert [is_sealed(programme(plan(), songs(), seals=seals)) for seals in (both, one)] == [
        True, False,
    ]  # fmt: skip


def test_corrections_name_their_plan_and_faults_count_once():
    green = CLUB.replace("red", "green")
    amended = chain(("close", AUTUMN, plan(), songs()), ("amend", AUTUMN, plan(green), songs()))
    assert lines(plan(green), songs(), seals=amended)["corrected"] == (
        "Reading, Autumn term 2017-18: 1 value, on 12 January 2018 (Item 3): A slip."
    )
    broken = Chain(amended.seals, (Fault("a.json", "the seal is damaged"),))
    assert lines(plan(), songs(), seals=broken)["seals"] == (
        "1 value is no longer what was sealed, and nobody has amended it. The chain of seals does "
        "not hold: 1 fault."
    )


def test_each_plan_has_its_line():
    closed = chain(("close", SPRING, plan()))
    members = programme(plan(PREPARED + APPROVED + CLUB), songs(), seals=closed)
    (section,) = programme_assured_sections(members, Numbers(ENGLISH))
    code = closed.seals[0].check_code.replace("-", "\N{NON-BREAKING HYPHEN}")
    assert section.table is not None
    recorded = ENGLISH.say("assured_recorded")
    unknown = "Since the last close: not known, no earlier term has been closed."
    assert [
        [cell.lines[0].text for cell in row.cells] for row in section.table.groups[0].rows
    ] == [
        ["Reading", "Ann", f"Board: board, 12 October 2017, Item 3 ({recorded})", unknown, code],
        ["Reading", "Not recorded", "Not recorded", unknown, "Open"],
    ]  # fmt: skip


def test_without_anything_known_there_is_no_table():
    assert programme_assured_sections(programme(plan(), known=False), Numbers(ENGLISH)) == ()
