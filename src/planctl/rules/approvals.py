"""Rules on approvals: the plan that people work by is the one that was approved."""

from collections.abc import Iterator
from typing import Final

from planctl.audit.outgrown import Outgrown, last_approval, outgrown
from planctl.findings import Path
from planctl.loading import as_written
from planctl.model import Approval
from planctl.rules.rule import Case, Problem, Weight, rule

_LONGEST: Final = 90


@rule(
    "PLN811",
    "approval-stale",
    Weight.WARNING,
    question="Who decided that {subject} is no longer what was approved?",
    together="{hits} values are no longer what was approved",
    quotes_earlier=True,
)
def approval_stale(case: Case) -> Iterator[Problem]:
    """The plan still says what was approved, or a later decision says otherwise.

    `planctl approve` keeps with an approval what was agreed: texts, owners, times, measures, money.
    The latest approval that does so counts. A change is explained by a record under `changes` of
    that day or later, which names the entry, who decided, and the minute; a revision of an action's
    time may point to such a record.

    Why:
        An approval is of a text, not of a name. A target that was lowered afterwards has been
        approved by nobody.

    Bad:
        period: {from: 2017-09-01, to: 2020-08-31}
        aim: To read more
        approvals:
          - role: Board
            date: 2017-10-12
            agreed:
              case: {title: Case, period: ["from: 2017-09-01", "to: 2020-08-31"], aim: To read}

    Good:
        period: {from: 2017-09-01, to: 2020-08-31}
        aim: To read more
        approvals:
          - role: Board
            date: 2017-10-12
            agreed:
              case: {title: Case, period: ["from: 2017-09-01", "to: 2020-08-31"], aim: To read}
        changes:
          - {target: case, field: aim, date: 2018-03-01, decided_by: board, minute: Item 2}

    Fix:
        Have the change decided and add it under changes, or have the plan approved again with
        `planctl approve`.
    """
    approval = last_approval(case.plan)
    if approval is None:
        return
    for one in outgrown(case.plan, approval):
        yield Problem(
            _place(case, one),
            _message(one, approval),
            f"Add changes: [{{target: {one.uid or 'its uid'}, {_field(one)}decided_by: who, minute:"
            " where, date: when}], or have the plan approved again: planctl approve.",
            part="key" if not one.field or not one.now else "value",
        )


def _message(one: Outgrown, approval: Approval) -> str:
    who = f"{approval.role}{f' approved on {_spoken(approval)}' if approval.date else ' approved'}"
    label = one.label[:1].upper() + one.label[1:] if one.label.startswith("the ") else one.label
    if not one.field and one.was:
        return f"{label} was part of what {who}, and is no longer there"
    if not one.field:
        return f"{label} was no part of what {who}: {_told(one.now)}"
    name = one.field.replace("_", " ")
    return (
        f"{label} has another {name} than {who}: it was {_told(one.was)}, and is {_told(one.now)}"
    )


def _spoken(approval: Approval) -> str:
    return f"{approval.date.day} {approval.date:%B %Y}" if approval.date else ""


def _told(texts: tuple[str, ...]) -> str:
    if not texts:
        return "not said"
    line = " ".join(", ".join(texts).split())
    kept = line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"‘{kept}’"


def _field(one: Outgrown) -> str:
    return f"field: {one.field}, " if one.field else ""


def _place(case: Case, one: Outgrown) -> Path:
    """Where it stands; the approvals for what is gone."""
    path = as_written(case.document, (*one.path, *((one.field,) if one.field else ())))
    is_there = bool(path) and case.document.holds(path)
    return path if is_there else one.path or case.written((), "approvals")


RULES = (approval_stale,)
