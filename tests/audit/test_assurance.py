"""What a report can say for itself: who looked, who approved, what moved, what was corrected."""

import runpy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planctl.audit import Reader, edition_for
from planctl.audit.assurance import Approved, Evidenced, Greens, Movement, assurance
from planctl.audit.assurance_told import assurance_content, assurance_in, assurance_told
from planctl.audit.chain import Chain
from planctl.findings import Finding, Severity, Waiver

made = runpy.run_path(str(Path(__file__).with_name("sealed_plans.py")))
plan, chain, term = (made[name] for name in ("plan", "chain", "term"))
AUTUMN, SPRING, CLUB = made["AUTUMN"], made["SPRING"], made["CLUB"]
RICH = """\
parties: [{id: ann, kind: person, name: Ann Example}, {id: board, kind: group, name: Board}]
kpis: [{ref: K1, uid: members, title: Members, targets: {2017-18: 70}}]
approvals:
  - role: Board
    by: board
    date: 2017-10-12
    minute: Item 3
    agreed:
      reading: {title: Reading, period: ["from: 2017-09-01", "to: 2018-08-31"]}
      members: {title: Members, targets: "2017-18: 75"}
      clubs: {title: Clubs}
      club: {text: Open a club, schedule: Year 1}
      gone: {text: Lend books}
  - {role: Sponsor, by: ann}
themes:
  - title: Clubs
    uid: clubs
    actions:
      - ref: 1a
        uid: club
        text: Open two clubs
        responsible: [ann]
        schedule: [Year 1]
        updates:
          2017-18 autumn: {rating: red, comment: No room}
          2017-18 spring:
            rating: green
            by: ann
            evidence: [Notes]
            verified: {rating: amber, by: audit}
      - ref: 1b
        uid: fair
        text: Hold a fair
        schedule: [Year 1]
        updates: {2017-18 spring: {rating: green, by: ann, verified: {rating: green, by: ann}}}
      - ref: 1c
        uid: books
        text: Lend books
        schedule: [Year 1]
        evidence: [Register]
        updates: {2017-18 spring: {rating: green, verified: {rating: green, by: audit}}}
      - {ref: 1d, uid: visits, text: Visit, schedule: [Year 1]}
reports: {2017-18 spring: {prepared_by: ann}}
"""


@pytest.fixture
def closed():
    """The autumn, closed when the plan said less."""
    return chain(("close", AUTUMN, plan()))


def test_without_seals_and_approvals_nothing_is_known_of_movement():
    found = assurance(plan(), Chain(), term())
    assert (found.since_seal, found.since_approval, found.undecided) == (None, None, ())
    assert (found.approvals, found.corrections, found.check_code) == ((), (), "")
    assert (found.rows, found.no_responsible, found.prepared_by) == (1, 1, "")
    assert not found.is_by_two


def test_movement_is_counted_by_its_sort(closed):
    found = assurance(plan(RICH), closed, term(SPRING))
    assert found.since_seal == Movement(
        AUTUMN, date(2018, 1, 12), texts=1, times=1, others=1, added=4
    )
    assert found.since_approval == Movement(
        "Board", date(2017, 10, 12), texts=1, targets=1, others=1, added=3, gone=1
    )
    assert (found.since_approval.total, len(found.undecided)) == (7, 7)


def test_a_declared_total_of_money_is_no_target():
    before = chain(("close", AUTUMN, plan()))
    more = plan("declared_total: 100\n" + CLUB)
    assert assurance(more, before, term(SPRING)).since_seal == Movement(
        AUTUMN, date(2018, 1, 12), others=1
    )


def test_the_reported_term_and_later_ones_are_not_held_against_themselves(closed):
    found = assurance(plan(), closed, term())
    assert (found.since_seal, found.check_code) == (None, closed.seals[0].check_code)


def test_greens_are_told_by_who_looked():
    found = assurance(plan(RICH), Chain(), term(SPRING))
    assert found.greens == Greens(total=3, verified=2, stood=1, without_evidence=1)
    assert found.greens.self_assessed == 1
    assert (found.owed, found.unrated, found.no_responsible) == (4, 1, 3)


def test_an_approval_is_signed_recorded_or_neither():
    found = assurance(plan(RICH), Chain(), term(SPRING))
    assert found.approvals == (
        Approved("Board", "board", date(2017, 10, 12), "Item 3", Evidenced.RECORDED),
        Approved("Sponsor", "ann", None, "", Evidenced.UNMINUTED),
    )
    assert (found.prepared_by, found.is_by_two) == ("ann", True)
    signed = assurance(plan(RICH), Chain(), term(SPRING), signed={"board"})
    assert signed.approvals[0].evidenced is Evidenced.SIGNED


def test_what_was_rewritten_is_counted_until_it_is_amended(closed):
    green = plan(CLUB.replace("red", "green"))
    assert assurance(green, closed, term(SPRING)).rewritten == 1
    amended = chain(("close", AUTUMN, plan()), ("amend", AUTUMN, green))
    found = assurance(green, amended, term(SPRING))
    assert found.rewritten == 0
    assert [
        (one.term, one.reason, one.minute, one.by, one.values) for one in found.corrections
    ] == [(AUTUMN, "A slip", "Item 3", "board", 1)]


def test_findings_are_counted():
    error = Finding("PLN501", "red-unexplained", Severity.ERROR, "")
    waived = replace(error, waiver=Waiver("known"))
    found = assurance(plan(), Chain(), term(), [error, error, waived])
    assert (found.errors, found.waived) == (2, 1)


def test_it_travels_as_a_file_and_comes_back_the_same():
    green = plan(CLUB.replace("red", "green"))
    amended = chain(("close", AUTUMN, plan()), ("amend", AUTUMN, green))
    for one in (plan(RICH), green):
        assured = {"reading": assurance(one, amended, term(SPRING))}
        content = assurance_content(assured)
        assert assurance_in(content) == assured
        assert assurance_content(assurance_in(content)) == content
    with pytest.raises(ValueError, match="rows"):
        assurance_in(b'{"reading": {}}')


def test_the_public_reads_no_person_and_no_earlier_text():
    green = plan(RICH.replace("rating: red", "rating: green"))
    amended = chain(("close", AUTUMN, plan(RICH)), ("amend", AUTUMN, green))
    found = assurance(green, amended, term(SPRING))
    told = assurance_told(found, edition_for(green, Reader.PUBLIC))
    assert "ann" not in {told.prepared_by, *(one.by for one in told.approvals)}
    (correction,) = told.corrections
    assert (correction.by, correction.reason, correction.changes, correction.values) == (
        "", "", (), 1,
    )  # fmt: skip
    assert {(one.was, one.now) for one in told.undecided} == {((), ())}
    assert told.since_approval == found.since_approval
    assert assurance_told(found, edition_for(green, Reader.MEMBER)) == found
