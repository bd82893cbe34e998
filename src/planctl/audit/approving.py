"""An approval written into a plan, with what was agreed as it stood that day."""

from copy import deepcopy
from typing import Final

from planctl.audit.agreed import agreed_by_uid
from planctl.loading import field_names
from planctl.model import Approval, Plan
from planctl.model.party import parties_by_name
from planctl.source import Document, Value, appended, edited, with_entry

_LIST: Final = "approvals"
_EXACT: Final = frozenset({"date"})


def with_approval(document: Document, plan: Plan, approval: Approval) -> Document:
    """The plan's document with the approval behind those that it has; all else stays as it is.

    What the approval says is agreed is taken from the plan. Raises UnsafeEditError.
    """
    entry = _entry(plan, approval)
    expected = deepcopy(document.root)
    current = expected.get(_LIST)
    if current:
        expected[_LIST] = [*current, entry]
        return edited(document, appended(document, (_LIST,), entry, _EXACT), expected)
    expected[_LIST] = [entry]
    order = field_names(Plan)
    return edited(document, with_entry(document, (_LIST,), [entry], order, _EXACT), expected)


def preparers(plan: Plan) -> tuple[str, ...]:
    """Those who prepared reports on the plan, as they are written."""
    noted = (note.prepared_by for note in plan.reports.values())
    return tuple(dict.fromkeys(name for name in noted if name))


def is_same_party(plan: Plan, one: str, other: str) -> bool:
    """Whether both names are one party's, by its id, name or alias."""
    known = parties_by_name(plan.parties)
    first, second = one.casefold(), other.casefold()
    party = known.get(first)
    return first == second or (party is not None and party is known.get(second))


def _entry(plan: Plan, approval: Approval) -> dict[str, Value]:
    kept: dict[str, Value] = {
        uid: {name: texts[0] if len(texts) == 1 else [*texts] for name, texts in fields.items()}
        for uid, fields in agreed_by_uid(plan).items()
    }
    said: dict[str, Value] = {
        "role": approval.role,
        "by": approval.by,
        "date": approval.date.isoformat() if approval.date else None,
        "minute": approval.minute,
        "agreed": kept,
        "note": approval.note,
    }
    return {name: value for name, value in said.items() if value}
