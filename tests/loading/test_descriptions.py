"""Descriptions of fields, read from the source of the model."""

import re
from typing import Annotated, ClassVar

from pydantic import Field

from planctl.loading.descriptions import descriptions, summary
from planctl.model import Theme
from planctl.model.record import Record


class Shelf(Record):
    """A shelf of books.

    It stands by the wall.
    """

    place: ClassVar[str] = "the shelf"
    """No field."""

    height: str
    """How high it is,
    in words."""
    bare: str = ""
    from_: Annotated[str, Field(alias="from")] = ""
    """Who gave it."""


class LongShelf(Shelf):
    """A longer one."""

    height: str = "high"
    """As high as the room."""
    width: str = ""
    """How wide it is."""


def test_a_field_is_described_by_the_text_below_it_under_the_name_that_people_write():
    assert dict(descriptions(Shelf)) == {
        "height": "How high it is, in words.",
        "from": "Who gave it.",
    }


def test_what_is_inherited_is_described_as_well_and_a_nearer_word_counts():
    assert dict(descriptions(LongShelf)) == {
        "height": "As high as the room.",
        "from": "Who gave it.",
        "width": "How wide it is.",
    }


def test_a_record_is_summed_up_by_its_first_line():
    assert (summary(Shelf), summary(LongShelf)) == ("A shelf of books.", "A longer one.")


def test_descriptions_of_an_entity_end_with_what_all_entities_have():
    assert tuple(descriptions(Theme))[-3:] == ("own", "actions", "source")
    assert re.match("The place in a printed", descriptions(Theme)["source"])
