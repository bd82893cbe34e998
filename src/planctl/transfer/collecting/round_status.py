"""Which forms are back: by respondent, with what they answer."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from planctl.transfer.collecting.asked import Form, Respondent
from planctl.transfer.collecting.columns import TO_FILL
from planctl.transfer.collecting.keyless import answers_of, own_key
from planctl.transfer.collecting.returned import Returned

_FORMAT_VERSION: Final = "1.0"


class State(StrEnum):
    """How a form stands. Late: not back after the day, or saved after it."""

    RETURNED = "returned"
    RETURNED_LATE = "returned late"
    EMPTY = "returned empty"
    MISSING = "missing"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Standing:
    """One respondent: how their form stands, its files, and how many actions they answered."""

    respondent: Respondent
    state: State
    files: tuple[str, ...]
    saved: date | None
    asked: int
    answered: int
    plans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """What the forms are held against: the day by which they were wanted, and today."""

    by: date | None
    on: date


def round_status(
    wanted: Sequence[Form], returned: Sequence[Returned], asking: Asking
) -> tuple[Standing, ...]:
    """Each respondent who was asked, those still missing first."""
    back: dict[str, list[Returned]] = {}
    for form in returned:
        back.setdefault(form.respondent.id, []).append(form)
    found = [_standing(form, back.get(form.respondent.id, []), asking) for form in wanted]
    order = (State.LATE, State.MISSING, State.EMPTY, State.RETURNED_LATE, State.RETURNED)
    return tuple(sorted(found, key=lambda one: order.index(one.state)))


def _standing(form: Form, back: Sequence[Returned], asking: Asking) -> Standing:
    terms = {(one.plan.id, str(one.term)) for one in form.asked}
    own = [one for one in back if terms & set(one.terms.items()) and one.kind is form.kind]
    saved = max((one.saved for one in own if one.saved), default=None)
    answered = {key for one in own for key in _answered(one)}
    return Standing(
        form.respondent, _state(own, saved, len(answered), asking),
        tuple(one.file for one in own), saved, len(form.asked), len(answered),
        tuple(dict.fromkeys(one.plan.id for one in form.asked)),
    )  # fmt: skip


def _state(own: Sequence[Returned], saved: date | None, answered: int, asking: Asking) -> State:
    is_over = asking.by is not None and asking.on > asking.by
    if not own:
        return State.LATE if is_over else State.MISSING
    if not answered:
        return State.EMPTY
    was_late = asking.by is not None and saved is not None and saved > asking.by
    return State.RETURNED_LATE if was_late else State.RETURNED


def _answered(form: Returned) -> set[str]:
    """The keys of the rows in which something was filled in; else their places."""
    unkeyed = {
        own_key(form, row) or f"{form.file}/{row.sheet}/{row.number}"
        for row in form.unkeyed
        if answers_of(form, row)
    }
    return unkeyed | {
        row.key
        for row in form.rows
        for column in TO_FILL[form.kind]
        if (cell := row.cells.get(column.field)) and cell.text
        and cell.text != _made(form, row.key).get(column.field, "")
    }  # fmt: skip


def _made(form: Returned, key: str) -> Mapping[str, str]:
    made = form.made.get(key)
    return made.held if made else {}


def as_text(found: Sequence[Standing], asking: Asking) -> str:
    """A line for each respondent, and the counts."""
    width = max((len(one.respondent.name) for one in found), default=0)
    lines = [
        f"{one.respondent.name:<{width}}  {one.state:<14}  "
        f"{one.answered} of {_of(one.asked, 'action')}{_files(one)}"
        for one in found
    ]
    back = sum(bool(one.files) for one in found)
    by = f", wanted by {asking.by.day} {asking.by:%B %Y}" if asking.by else ""
    return "".join(
        f"{line}\n" for line in (*lines, f"{back} of {_of(len(found), 'form')} back{by}.")
    )


def as_json(found: Sequence[Standing], unknown: Sequence[Returned], asking: Asking) -> str:
    """The same for other programs; `unknown` are forms of nobody who is asked."""
    shown = {
        "format_version": _FORMAT_VERSION,
        "as_of": asking.on.isoformat(),
        "by": asking.by.isoformat() if asking.by else None,
        "respondents": [
            {
                "party": one.respondent.id, "name": one.respondent.name,
                "state": one.state.replace(" ", "_"), "files": [*one.files],
                "saved": one.saved.isoformat() if one.saved else None, "actions": one.asked,
                "answered": one.answered, "plans": [*one.plans],
            }
            for one in found
        ],
        "unexpected": [{"file": one.file, "party": one.respondent.id} for one in unknown],
    }  # fmt: skip
    return f"{json.dumps(shown, ensure_ascii=False, indent=2)}\n"


def _files(one: Standing) -> str:
    saved = f", saved {one.saved.isoformat()}" if one.saved else ""
    return f"  ({', '.join(one.files)}{saved})" if one.files else ""


def _of(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
