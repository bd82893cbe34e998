"""The rule on what must stay true of a file."""

from collections.abc import Iterator
from decimal import Decimal

from planctl.model import ThemeKind
from planctl.rules.funding import pounds
from planctl.rules.rule import Case, Problem, Weight, rule


@rule(
    "PLN209",
    "assertion-failed",
    Weight.ERROR,
    question="Was a change of the number of rows, ticks or pounds agreed?",
)
def assertion_failed(case: Case) -> Iterator[Problem]:
    """What the plan asserts of itself is true.

    Why:
        A row deleted by accident leaves no trace in a list; a stated count does (the idea is
        Beancount's balance assertion).

    Bad:
        assertions: {actions: 2}
        themes:
          - {title: Reading, actions: [{ref: 1a, text: Open a homework club}]}

    Good:
        assertions: {actions: 1}
        themes:
          - {title: Reading, actions: [{ref: 1a, text: Open a homework club}]}
    """
    plan = case.plan
    if plan.assertions is None:
        return
    found: dict[str, int | Decimal] = {
        "actions": len(case.rows),
        "themes": sum(
            theme.kind is ThemeKind.THEME and theme.ref is not None for theme in plan.themes
        ),
        "ticks": sum(len(row.action.schedule) for row in case.rows),
        "funding_total": sum((line.amount for line in plan.funding), Decimal(0)),
    }
    for field, count in found.items():
        stated = getattr(plan.assertions, field)
        if stated is not None and stated != count:
            yield Problem(
                ("assertions", field),
                f"the plan asserts {_shown(stated)} for {field}, and holds {_shown(count)}",
                "Find out what came or went; then correct the plan, or the assertion.",
            )


def _shown(count: int | Decimal) -> str:
    return pounds(count) if isinstance(count, Decimal) else f"{count:,}"


RULES = (assertion_failed,)
