"""Rules on money."""

from collections.abc import Iterator
from decimal import Decimal

from planctl.model import FundingLine, Plan, rows
from planctl.rules.rule import Case, Problem, Weight, rule


@rule(
    "PLN604",
    "total-not-declared",
    Weight.INFO,
    question="What is the plan's total funding?",
)
def total_not_declared(case: Case) -> Iterator[Problem]:
    """A plan with several lines of funding states their total.

    Why:
        A stated total shows when a line is lost or mistyped; a sum worked out afterwards cannot.

    Bad:
        funding: [{period: Year 1, amount: 40000}, {period: Year 2, amount: 30000}]

    Good:
        funding: [{period: Year 1, amount: 40000}, {period: Year 2, amount: 30000}]
        declared_total: 70000
    """
    plan = case.plan
    if len(plan.funding) > 1 and plan.declared_total is None:
        total = sum((line.amount for line in plan.funding), Decimal(0))
        yield Problem(
            ("funding",),
            f"the plan states no total; its {len(plan.funding)} lines add up to {pounds(total)}",
            f"Add declared_total: {total}, if that is what was agreed.",
            part="key",
        )


@rule(
    "PLN605",
    "funded-year-uncosted",
    Weight.INFO,
    question="What will the money of {subject} be spent on?",
)
def funded_year_uncosted(case: Case) -> Iterator[Problem]:
    """In a period that has money, at least one action says what it costs.

    Why:
        Money without a single costed action cannot be followed from the budget to what it bought.

    Bad:
        period: {from: 2017-09-01, to: 2018-08-31}
        funding: [{period: Year 1, amount: 40000}]
        themes:
          - title: Reading
            actions: [{ref: 1a, text: Open a homework club, schedule: [Year 1]}]

    Good:
        period: {from: 2017-09-01, to: 2018-08-31}
        funding: [{period: Year 1, amount: 40000}]
        themes:
          - title: Reading
            actions:
              - {ref: 1a, text: Open a homework club, schedule: [Year 1], cost: {amount: 2500}}
    """
    for number, line in enumerate(case.plan.funding):
        if line.amount and not _is_costed(case.plan, line):
            money = pounds(line.amount)
            yield Problem(
                ("funding", number),
                f"{line.period} has {money}, and none of its actions says what it costs",
                "Add cost: {amount: ...} to the actions that the money pays for.",
            )


def pounds(amount: Decimal) -> str:
    """£40,000, with pence only where there are some."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def _is_costed(plan: Plan, line: FundingLine) -> bool:
    timeline = plan.timeline
    return any(
        row.action.cost is not None
        and any(
            period == line.period or timeline.touches(period, line.period)
            for period in row.schedule
        )
        for row in rows(plan)
    )


RULES = (total_not_declared, funded_year_uncosted)
