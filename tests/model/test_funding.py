"""Money by period, and where it comes from."""

from decimal import Decimal

import pytest

from planctl.model import FundingLine, Period, PeriodKind, Secured

YEAR_1 = Period(PeriodKind.PLAN_YEAR, 1)


@pytest.mark.parametrize(
    ("written", "origin"),
    [("Council grant", "Council grant"), ({"from": "Grant", "line": "3"}, "Grant"), (None, None)],
)
def test_money_comes_from_what_its_source_names(written, origin):
    line = FundingLine.model_validate({"period": "Year 1", "amount": "5", "source": written})
    assert line.origin == origin


def test_amounts_are_exact():
    written = {"period": "Year 1", "amount": "£24,000", "spent": "6,150.50", "secured": "Part"}
    assert FundingLine.model_validate(written) == FundingLine(
        period=YEAR_1, amount=Decimal(24000), spent=Decimal("6150.50"), secured=Secured.PART
    )
