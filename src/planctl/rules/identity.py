"""Rules on references: each row has one, and no two share it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from planctl.findings import Path, Related
from planctl.model import Plan, Theme, rows
from planctl.rules.rule import Case, Problem, Weight, named, rule

_COUNTED: Final = re.compile(r"(.*?)([a-z]|\d+)", re.ASCII | re.IGNORECASE)
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@rule(
    "PLN201",
    "duplicate-ref",
    Weight.ERROR,
    question="Which of the two entries numbered {subject} is meant when it is referred to?",
)
def duplicate_ref(case: Case) -> Iterator[Problem]:
    """No two entries of a plan share a reference.

    Why:
        Minutes and updates speak of an action by its reference; two of them cannot be told apart.

    Bad:
        - {ref: 1a, text: Open a homework club}
        - {ref: 1a, text: Print a calendar}

    Good:
        - {ref: 1a, text: Open a homework club}
        - {ref: 1b, text: Print a calendar}
    """
    yield from _repeated(_refs(case.plan), "Number one of them anew.")
    kpis = ((("kpis", at), kpi.ref) for at, kpi in enumerate(case.plan.kpis))
    yield from _repeated(((path, "ref", ref) for path, ref in kpis), "Number one of them anew.")


@rule(
    "PLN202",
    "duplicate-uid",
    Weight.ERROR,
    question="Which of the two entries that share a uid does the history of {subject} belong to?",
)
def duplicate_uid(case: Case) -> Iterator[Problem]:
    """No two entries of a plan share a uid.

    Why:
        The uid is what holds an action's history together when its reference moves.

    Bad:
        - {ref: 1a, uid: club, text: Open a homework club}
        - {ref: 1b, uid: club, text: Print a calendar}

    Good:
        - {ref: 1a, uid: club, text: Open a homework club}
        - {ref: 1b, uid: calendar, text: Print a calendar}
    """
    themes = ((("themes", at), "uid", theme.uid) for at, theme in enumerate(case.plan.themes))
    actions = ((row.path, "uid", row.action.uid) for row in case.rows)
    kpis = ((("kpis", at), "uid", kpi.uid) for at, kpi in enumerate(case.plan.kpis))
    remedy = "Give the newer one a uid of its own."
    yield from _repeated((*themes, *actions, *kpis), remedy)


@rule(
    "PLN203",
    "unnumbered-action",
    Weight.WARNING,
    question="How will members refer to {subject}, which has no number?",
)
def unnumbered_action(case: Case) -> Iterator[Problem]:
    """Where most rows are numbered, all are.

    Why:
        A row without a reference cannot be named in a minute, and drops out of sight.

    Bad:
        - {ref: 1a, text: Open a homework club}
        - {ref: 1b, text: Print a calendar}
        - {text: Ask parents what they want}

    Good:
        - {ref: 1a, text: Open a homework club}
        - {ref: 1b, text: Print a calendar}
        - {ref: 1c, text: Ask parents what they want}
    """
    every = case.rows
    without = [row for row in every if row.action.ref is None]
    if 2 * len(without) >= len(every):
        return
    for row in without:
        yield Problem(
            row.path, f"{named(row)} has no reference", "Add ref: and a number of its own."
        )


@rule(
    "PLN204",
    "ref-gap",
    Weight.INFO,
    question="What became of the numbers missing before {subject}?",
)
def ref_gap(case: Case) -> Iterator[Problem]:
    """References run on without a gap.

    Why:
        A missing letter is either a slip or an action that was dropped; readers will ask which.

    Bad:
        - {ref: 1a, text: Open a homework club}
        - {ref: 1c, text: Print a calendar}

    Good:
        - {ref: 1a, text: Open a homework club}
        - {ref: 1b, text: Print a calendar}
    """
    for at, theme in enumerate(case.plan.themes):
        for number, (before, after) in enumerate(pairwise(theme.actions), start=1):
            if before.ref and after.ref and _is_gap(theme, before.ref, after.ref):
                yield Problem(
                    ("themes", at, "actions", number, "ref"),
                    f"{after.ref} follows {before.ref}: a number between them is missing",
                    "Number them in one run, or say in notes what became of the missing one.",
                )


def _is_gap(theme: Theme, before: str, after: str) -> bool:
    if all(action.ref in _ROMAN for action in theme.actions if action.ref):
        return _ROMAN.index(after) > _ROMAN.index(before) + 1
    one, two = _COUNTED.fullmatch(before), _COUNTED.fullmatch(after)
    if not one or not two or one[1] != two[1] or one[2].isdigit() != two[2].isdigit():
        return False
    return _place(two[2]) > _place(one[2]) + 1


def _place(counted: str) -> int:
    return int(counted) if counted.isdigit() else ord(counted.lower())


def _refs(plan: Plan) -> Iterator[tuple[Path, str, str | None]]:
    for at, theme in enumerate(plan.themes):
        yield ("themes", at), "ref", theme.ref
    for row in rows(plan):
        yield row.path, "ref", row.action.ref


def _repeated(entries: Iterable[tuple[Path, str, str | None]], remedy: str) -> Iterator[Problem]:
    """A problem for each name that an earlier entry has taken already."""
    first: dict[str, Path] = {}
    for path, field, name in entries:
        if name is None:
            continue
        if name in first:
            related = Related(f"{name} is first given here", (*first[name], field))
            yield Problem(
                (*path, field), f"{field} {name} is given twice", remedy, related=(related,)
            )
        else:
            first[name] = path


RULES = (duplicate_ref, duplicate_uid, unnumbered_action, ref_gap)
