"""A claim in words."""

from planctl.audit.sampling import claims
from planctl.loading import load_plan
from planctl.source import read
from planctl.transfer.sampling.shown import claimed, evidence_of

PLAN = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
themes:
  - title: Clubs
    actions:
      - ref: 1a
        text: Open a club.
        evidence:
          - {id: E1, title: Register, date: 2017-12-01, locator: evidence/register.csv}
          - Photographs
        updates:
          2017-18 autumn: {rating: green, stage: complete, evidence: [E1, A visit]}
      - ref: 1b
        text: Buy books.
        updates: {2017-18 autumn: {stage: complete}}
"""


def test_a_claim_is_its_rating_and_stage_and_what_it_rests_on():
    plan = load_plan(read(PLAN.encode(), "reading.yaml"), "reading", None).record
    assert plan is not None
    term = plan.timeline.period("2017-18 autumn")
    assert term is not None
    club, books = claims(plan, term)
    assert (claimed(club), evidence_of(club)) == (
        "Green, complete",
        "E1: Register (2017-12-01, evidence/register.csv)\nA visit\nPhotographs",
    )
    assert (claimed(books), evidence_of(books)) == ("complete", "–")
