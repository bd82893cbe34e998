"""The rule on numbers in a text that nobody measures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from planctl.findings import Path
from planctl.model import Action, Commitment, Kpi
from planctl.rules.quantities import quantities
from planctl.rules.rule import Case, Problem, Weight, named, rule

_ANY_NUMBER: Final = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d{1,18})(\.\d{1,9})?(?![\d,])")


@dataclass(frozen=True, slots=True)
class Said:
    """A text in which something is promised: whose it is, and the numbers that it can be held to.

    `held_to` are those of the entry's own criteria and milestones.
    """

    path: Path
    who: str
    text: str
    held_to: frozenset[Decimal] = frozenset()


@rule(
    "PLN710",
    "number-not-a-target",
    Weight.INFO,
    question="Who counts what {subject} puts a number on?",
)
def number_not_a_target(case: Case) -> Iterator[Problem]:
    """A number that an action, commitment, theme or outcome promises is a target of a KPI.

    It may also stand in a success criterion or milestone of the action itself. Ages, years, dates,
    phases, durations, money, references and numbers in names are no promises.

    Why:
        A number in a sentence is remembered as a target, and without a KPI nobody counts it.

    Bad:
        - {ref: 1a, text: Train 20 volunteers who read with children aged 5 to 7}

    Good:
        - ref: 1a
          text: Train 20 volunteers who read with children aged 5 to 7
          success: [20 volunteers are trained.]
    """
    targets = frozenset[Decimal]().union(*map(_figures, case.plan.kpis))
    for said in _texts(case):
        unknown = [
            quantity.words
            for quantity in quantities(said.text)
            if quantity.number not in targets | said.held_to
        ]
        if unknown:
            yield Problem(
                case.written(said.path[:-1], str(said.path[-1])),
                f"{said.who} speaks of {_listed(unknown)}, which no target of a KPI says",
                "Add a KPI with that target, or a success criterion, so that somebody counts it.",
            )


def _texts(case: Case) -> Iterator[Said]:
    for number, outcome in enumerate(case.plan.outcomes):
        who = outcome.ref or "an outcome"
        yield Said(("outcomes", number, "text"), who, outcome.text)
    for number, theme in enumerate(case.plan.themes):
        for field, text in (("text", theme.text), ("outcome", theme.outcome)):
            if text:
                who = theme.ref or f"the theme '{theme.title}'"
                yield Said(("themes", number, field), who, text)
    for row in case.rows:
        own = _own_measures(row.action)
        yield Said((*row.path, "text"), named(row), row.action.text, own)
    yield from _statements(("commitments",), case.plan.commitments)


def _statements(path: Path, commitments: tuple[Commitment, ...]) -> Iterator[Said]:
    for number, commitment in enumerate(commitments):
        who = commitment.ref or "a commitment"
        yield Said((*path, number, "statement"), who, commitment.statement)
        yield from _statements((*path, number, "children"), commitment.children)


def _own_measures(action: Action) -> frozenset[Decimal]:
    texts = [success.text for success in action.success]
    texts += [milestone.text for milestone in action.milestones]
    return frozenset(number for text in texts for number in _numbers(text))


def _figures(kpi: Kpi) -> frozenset[Decimal]:
    """The numbers of the KPI's targets, total, baseline and benchmark, in figures or in words."""
    given = (*kpi.targets.values(), kpi.baseline, kpi.benchmark)
    values = {figure.value for figure in given if figure is not None and figure.value is not None}
    words = (figure.text for figure in given if figure is not None and figure.text)
    total = {kpi.declared_total} if kpi.declared_total is not None else frozenset[Decimal]()
    return frozenset(values | total | {number for text in words for number in _numbers(text)})


def _numbers(text: str) -> Iterator[Decimal]:
    for found in _ANY_NUMBER.finditer(text):
        yield Decimal(found[0].replace(",", ""))


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


RULES = (number_not_a_target,)
