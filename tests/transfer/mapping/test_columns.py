"""Headings of columns to fields: what is known, what the cells decide, what is asked."""

import pytest

from planctl.transfer.ledger import Ledger
from planctl.transfer.mapping.columns import columns_of
from planctl.transfer.mapping.headings import header_of
from planctl.transfer.mapping.wishes import wishes_in
from planctl.transfer.reading.delimited import read_delimited


def columns(*lines, maps=()):
    papers = read_delimited("\n".join(lines), Ledger())
    header = header_of(next(papers.tables()))
    assert header is not None
    found = columns_of(header, wishes_in(maps))
    chosen = {
        one.column.heading: f"{one.field} {one.period or ''}".strip() for one in found.choices
    }
    asked = {one.column.heading: tuple(map(str, one.candidates)) for one in found.doubts}
    return chosen, asked


@pytest.mark.parametrize(("heading", "cells", "field"), [
    ("Status", ("Green", "Amber"), "rating"),
    ("Status", ("In progress", "Complete"), "stage"),
    ("Status", ("On track", "Complete"), "rating"),
    ("Status", ("The letters have gone out", "A date was agreed with all"), "comment"),
    ("Progress", ("The letters have gone out", "A date was agreed with all"), "comment"),
    ("Target", ("Forty families come", "Twelve are trained"), "success"),
    ("Priority", ("1", "2"), "priority"),
    ("Priority", ("High", "Low"), "own"),
    ("RAG Autumn 2018", ("G", "R"), "rating 2018-19 autumn"),
    ("Spring 2019 update", ("It is done", "It is not"), "comment 2018-19 spring"),
    ("Who's responsible?", ("A", "B"), "responsible"),
    ("Lead (organisation)", ("A", "B"), "lead"),
    ("Respnsible", ("A", "B"), "responsible"),
    ("Yr 2", ("x", ""), "schedule Year 2"),
])  # fmt: skip
def test_a_column_finds_its_field(heading, cells, field):
    chosen, asked = columns(
        f"Action;{heading}", *(f"Do {n};{cell}" for n, cell in enumerate(cells))
    )
    assert (chosen.get(heading), asked) == (field, {})


@pytest.mark.parametrize(("heading", "cells", "candidates"), [
    ("Date", ("May 2019", "June 2019"), ("due", "completed_on")),
    ("Zone", ("North", "South"), ()),
    ("Status", ("x1", "y2"), ("rating", "stage", "comment")),
    ("Autumn", ("✓", "✓"), ("schedule",)),
])  # fmt: skip
def test_a_column_that_nothing_settles_is_asked_about(heading, cells, candidates):
    chosen, asked = columns(f"Action;{heading}", f"Do 1;{cells[0]}", f"Do 2;{cells[1]}")
    assert (heading in chosen, asked[heading]) == (False, candidates)


def test_a_second_date_is_settled_by_the_first():
    chosen, _ = columns("Action;By when;Completion date", "Do it;May 2019;June 2019")
    assert chosen == {"Action": "text", "By when": "due", "Completion date": "completed_on"}


def test_a_second_column_of_the_same_field_is_never_dropped_silently():
    chosen, asked = columns("Action;Deadline;Due date", "Do it;May 2019;June 2019")
    assert (chosen, list(asked)) == ({"Action": "text", "Deadline": "due"}, ["Due date"])


def test_what_is_asked_for_comes_before_what_the_heading_says():
    chosen, asked = columns(
        "Action;Notes;Zone;Autumn", "Do it;a;North;x",
        maps=["Notes=comment autumn 2018", "zone=own", "Autumn=schedule autumn 2018"],
    )  # fmt: skip
    assert (chosen, asked) == (
        {"Action": "text", "Notes": "comment 2018-19 autumn", "Zone": "own",
         "Autumn": "schedule 2018-19 autumn"}, {},
    )  # fmt: skip
