"""What the examples of the model give to a field is shown beside it."""

from typing import ClassVar

from planctl.loading.schema_examples import examples_by_field
from planctl.model import Action, Cost, FundingLine, Plan
from planctl.model.entity import Entity
from planctl.model.link import Link
from planctl.model.record import Record
from planctl.model.values import Text


class Shown(Record):
    """A record with examples.

    Example (in an action):
        text: Open a club.
        cost: {amount: 1200, days: 2.50}
        own: {ward: North}

    Example (in a plan):
        aim: Children read every day, at home and at school, in English and in their parents' language.
        funding: [{period: Year 1, amount: "1,200"}]
        links: [{plan: attendance}, {plan: homes}, {plan: health}, {plan: transitions}]
    """  # noqa: E501 - as an officer would write it

    place: ClassVar[str] = "the thing shown"

    text: Text


SHOWN = examples_by_field([Shown])


def test_a_field_has_the_values_that_are_given_to_it():
    assert (SHOWN[Action, "text"], SHOWN[FundingLine, "period"]) == (("Open a club.",), ("Year 1",))


def test_a_number_is_one_where_it_stays_as_it_is_written():
    assert (SHOWN[Cost, "amount"], SHOWN[Cost, "days"], SHOWN[FundingLine, "amount"]) == (
        (1200,), ("2.50",), ("1,200",)
    )  # fmt: skip


def test_the_three_shortest_are_shown():
    assert SHOWN[Link, "plan"] == ("homes", "health", "attendance")


def test_what_every_entity_may_have_is_shown_for_all():
    assert SHOWN[Entity, "own"] == ({"ward": "North"},)


def test_a_field_that_no_example_has_shows_nothing():
    assert (Plan, "vision") not in SHOWN
