"""What a sample is drawn from, and in which order."""

import hashlib

import pytest

from planctl.audit.sampling import bound_to, claims, rank, sample, seed_of
from planctl.loading import load_plan
from planctl.source import read

PLAN = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
parties:
  - {id: library, name: Library, aliases: [the libraries]}
  - {id: school, name: School}
themes:
  - title: Clubs
    actions:
      - ref: 1a
        uid: club
        text: Open a club.
        responsible: [{party: the libraries, role: lead}, {party: parents, role: consulted}]
        schedule: [Year 1]
        updates:
          2017-18 autumn: {rating: green, by: School}
          2017-18 spring: {rating: red}
        sub_actions:
          - ref: 1a.1
            uid: room
            text: Find a room.
            updates: {2017-18 autumn: {stage: complete}}
      - ref: 1b
        uid: books
        text: Buy books.
        updates:
          2017-18 autumn: {rating: amber}
          2017-18 spring: {rating: green, stage: paused}
"""


@pytest.fixture
def drawn_from():
    """`drawn_from("2017-18 autumn")`: the claims of the plan in the term."""
    plan = load_plan(read(PLAN.encode(), "reading.yaml"), "reading", None).record
    assert plan is not None

    def found(name):
        term = plan.timeline.period(name)
        assert term is not None
        return list(claims(plan, term))

    return found


def test_drawn_from_is_what_is_said_to_be_on_track_or_complete(drawn_from):
    assert [claim.key for claim in drawn_from("2017-18 autumn")] == ["reading/club", "reading/room"]
    assert drawn_from("2017-18 spring") == []


def test_the_seed_and_the_name_alone_decide(drawn_from):
    every = drawn_from("2017-18 autumn")
    found = sample(reversed(every), "  seed ", 1)
    digests = {key: hashlib.sha256(f"seed/{key}".encode()).hexdigest()
               for key in ("reading/club", "reading/room")}  # fmt: skip
    assert [rank("seed", claim) for claim in every] == list(digests.values())
    assert (found.seed, found.out_of) == ("seed", 2)
    assert [claim.key for claim in found.drawn] == [min(digests, key=digests.__getitem__)]
    assert len(sample(every, "seed", 9).drawn) == 2


def test_a_seed_is_the_same_however_its_letters_are_put_together():
    assert seed_of("Cafe\N{COMBINING ACUTE ACCENT}") == seed_of(" Café\n")


def test_whoever_answers_or_has_said_it_cannot_check_it(drawn_from):
    club, room = drawn_from("2017-18 autumn")
    assert bound_to(club) == {"library", "school"}
    # A part takes who is responsible from the action that it is part of.
    assert bound_to(room) == {"library"}
