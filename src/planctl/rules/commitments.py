"""The rule on public commitments, and on what delivers them."""

from collections.abc import Iterator
from typing import Final

from planctl.findings import Path
from planctl.model import Commitment, CommitmentType, Link
from planctl.rules.rule import Case, Problem, Weight, rule

_TO_DELIVER: Final = frozenset({
    CommitmentType.PROMISE, CommitmentType.OBJECTIVE, CommitmentType.WE_WILL,
})  # fmt: skip
_MOST: Final = 60
"""Characters of a commitment that has no reference."""

Placed = tuple[Path, Commitment, bool]
"""A commitment, its path, and whether something delivers it or what it is a part of."""


def commitments_to_deliver(case: Case) -> int:
    """How many commitments need something that delivers them."""
    return len(_to_deliver(case))


@rule(
    "PLN716",
    "commitment-without-action",
    Weight.WARNING,
    question="Which action delivers {subject}?",
    together="{hits} commitments have no action behind them",
    population=commitments_to_deliver,
)
def commitment_without_action(case: Case) -> Iterator[Problem]:
    """Behind each promise, objective and 'we will' is an action or a plan that delivers it.

    It stands in delivered_by, or an action or theme links to the commitment. One that is made of
    others of these types is delivered through them, and what delivers the whole delivers its parts.
    Visions, aims, principles and calls are left alone.

    Why:
        What was promised publicly and stands in nobody's plan is not going to be done.

    Bad:
        commitments: [{ref: P1, statement: Every family has one person to turn to., type: promise}]
        themes: [{title: Families, actions: [{ref: 1a, text: Name a person for each family}]}]

    Good:
        commitments:
          - ref: P1
            statement: Every family has one person to turn to.
            type: promise
            delivered_by: [1a]
        themes: [{title: Families, actions: [{ref: 1a, text: Name a person for each family}]}]
    """
    for path, commitment, is_delivered in _to_deliver(case):
        if not is_delivered:
            yield Problem(
                case.written(path, "delivered_by", "statement"),
                f"no action delivers {_called(commitment)}",
                "Add delivered_by: [the refs of actions, or ids of plans, that do].",
            )


def _to_deliver(case: Case) -> tuple[Placed, ...]:
    linked = {link.commitment for link in _links(case) if link.commitment}
    every = case.plan.commitments
    return tuple(_within(("commitments",), every, linked, is_delivered=False))


def _within(
    path: Path, commitments: tuple[Commitment, ...], linked: set[str], *, is_delivered: bool
) -> Iterator[Placed]:
    for number, commitment in enumerate(commitments):
        place = (*path, number)
        delivered = is_delivered or bool(commitment.delivered_by) or commitment.ref in linked
        parts = tuple(
            _within((*place, "children"), commitment.children, linked, is_delivered=delivered)
        )
        if parts:
            yield from parts
        elif commitment.type in _TO_DELIVER:
            by_parts = any(part.delivered_by for part in commitment.children)
            yield place, commitment, delivered or by_parts


def _links(case: Case) -> Iterator[Link]:
    for holder in case.plan.themes:
        yield from holder.links
    for row in case.rows:
        yield from row.action.links


def _called(commitment: Commitment) -> str:
    if commitment.ref:
        return commitment.ref
    words = " ".join(commitment.statement.split())
    if len(words) > _MOST:
        words = f"{words[:_MOST].rsplit(' ', 1)[0]} …"
    return f"'{words}'"


RULES = (commitment_without_action,)
