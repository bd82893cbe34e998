"""Rules on money."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from planctl.model import FundingLine, Plan, Secured, rows
from planctl.rules.rule import Case, Problem, Weight, rule

_NEARLY: Final = Decimal("0.95")
"""Of an amount: so much is as good as all of it while the year runs."""


@rule(
    "PLN601",
    "funding-sum",
    Weight.ERROR,
    question="Which is right, the plan's total funding or the lines that make it up?",
)
def funding_sum(case: Case) -> Iterator[Problem]:
    """The lines of funding add up to the total that the plan declares.

    Why:
        Of two figures for one budget a meeting can approve only one (audit casts every column).

    Bad:
        funding: [{period: Year 1, amount: 40000}, {period: Year 2, amount: 30000}]
        declared_total: 75000

    Good:
        funding: [{period: Year 1, amount: 40000}, {period: Year 2, amount: 30000}]
        declared_total: 70000
    """
    plan = case.plan
    declared, total = plan.declared_total, _total(plan)
    if declared is None or not plan.funding or declared == total:
        return
    apart = f"{pounds(abs(declared - total))} {'more' if declared > total else 'less'}"
    yield Problem(
        ("declared_total",),
        f"the lines of funding add up to {pounds(total)}, and the plan declares "
        f"{pounds(declared)}, which is {apart}",
        "Correct the line that is wrong or missing, or the total.",
    )


@rule(
    "PLN602",
    "overspend",
    Weight.ERROR,
    question="Who agreed that more is spent than {subject} has?",
    on_programme=True,
)
def overspend(case: Case) -> Iterator[Problem]:
    """No period spends more than it has, by now or by its forecast.

    With a note on the line that says why, the finding is a warning.

    Why:
        Money beyond the budget has to come from somewhere, and a meeting has to agree from where.

    Bad:
        funding: [{period: Year 1, amount: 40000, spent: 41500}]

    Good:
        funding: [{period: Year 1, amount: 40000, spent: 38500, forecast: 40000}]
    """
    for number, line in enumerate(case.subject.funding):
        above = [
            (field, spent, words)
            for field, spent, words in (
                ("spent", line.spent, "has been spent"),
                ("forecast", line.forecast, "is forecast to be spent"),
            )
            if spent is not None and spent > line.amount
        ]
        if above:
            field, spent, words = above[0]
            yield Problem(
                ("funding", number, field),
                f"{line.period} has {pounds(line.amount)}, and {pounds(spent)} {words}: "
                f"{pounds(spent - line.amount)} too much",
                "Correct the figure, or say in note: why, and where the rest comes from.",
                weight=Weight.WARNING if line.note else None,
            )


@rule(
    "PLN603",
    "gap-unexplained",
    Weight.WARNING,
    question="What happens to the part of {subject} that is not secured or not spent?",
    on_programme=True,
)
def gap_unexplained(case: Case) -> Iterator[Problem]:
    """Money that is not secured in full, or is not going to be spent, has a note that says why.

    A forecast within a twentieth of the amount needs none.

    Why:
        A gap with a reason is a risk that can be managed; one without is found at the year's end.

    Bad:
        funding: [{period: Year 2, amount: 30000, secured: part}]

    Good:
        funding:
          - period: Year 2
            amount: 30000
            secured: part
            note: Half of it waits for the bid to the trust, which is answered in May.
    """
    for number, line in enumerate(case.subject.funding):
        gap = _gap(line)
        if gap and not line.note:
            field, words = gap
            yield Problem(
                ("funding", number, field),
                f"{line.period} has {pounds(line.amount)}, {words}, and no note says why",
                "Add note: with the reason, and what is done about it.",
            )


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
        total = _total(plan)
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


def _total(plan: Plan) -> Decimal:
    return sum((line.amount for line in plan.funding), Decimal(0))


def _gap(line: FundingLine) -> tuple[str, str] | None:
    """The field that leaves a gap, and what is to be said of it."""
    if not line.amount:
        return None
    if line.secured is Secured.NONE:
        return "secured", "none of it secured"
    if line.secured is Secured.PART:
        return "secured", "only part of it secured"
    if line.forecast is not None and line.forecast < line.amount * _NEARLY:
        return "forecast", f"of which {pounds(line.forecast)} is forecast to be spent"
    return None


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


RULES = (funding_sum, overspend, gap_unexplained, total_not_declared, funded_year_uncosted)
