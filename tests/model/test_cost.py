"""What an action costs: words read as money, as days, as nothing, or left as they are."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Cost
from planctl.model.cost import CostField

COST = TypeAdapter(CostField)


@pytest.mark.parametrize(
    ("written", "cost"),
    [
        ("nil", Cost(nil=True)),
        ("Nil", Cost(nil=True)),
        (" none ", Cost(nil=True)),
        ("£2,000", Cost(amount=Decimal(2000))),
        ("£ 19.50", Cost(amount=Decimal("19.50"))),
        ("40000", Cost(amount=Decimal(40000))),
        ("0", Cost(amount=Decimal(0))),
        ("3 days", Cost(days=Decimal(3))),
        ("1 day", Cost(days=Decimal(1))),
        ("0.5 Days", Cost(days=Decimal("0.5"))),
        ("half a day", Cost(text="half a day")),
        ("£2,000 a year", Cost(text="£2,000 a year")),
        ("about 3 days", Cost(text="about 3 days")),
        ("within the team's time", Cost(text="within the team's time")),
        ({"days": "3", "of": "the team"}, Cost(days=Decimal(3), of="the team")),
        ({"nil": "true"}, Cost(nil=True)),
        ({"amount": "£5", "text": "Paper"}, Cost(amount=Decimal(5), text="Paper")),
    ],
)
def test_a_cost_is_read_as_what_it_says(written, cost):
    assert COST.validate_python(written) == cost


@pytest.mark.parametrize(
    ("written", "field", "problem"),
    [
        ("£2,00", "amount", "bad_money"),
        ("2.000", "amount", "bad_money"),
        ("1,0 days", "days", "bad_number"),
        ({"amount": "about £500"}, "amount", "bad_money"),
        ({"nil": "perhaps"}, "nil", "not_in_vocabulary"),
    ],
)
def test_what_looks_like_a_number_and_is_none_is_refused(written, field, problem):
    with pytest.raises(ValidationError) as refused:
        COST.validate_python(written)
    assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [
        ((field,), problem)
    ]


def test_a_cost_of_nothing_is_not_a_cost_left_out():
    assert Cost() != Cost(nil=True)
    assert Cost().nil is False
