"""The rows of a returned form, each with the action that it speaks of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from planctl.model import Plan, Row, rows
from planctl.transfer.collecting.asked import Asked, keys
from planctl.transfer.collecting.columns import TO_FILL
from planctl.transfer.collecting.keyless import answers_of, keyless_said, own_key, short
from planctl.transfer.collecting.outcome import Remark
from planctl.transfer.collecting.returned import Made, Returned, ReturnedRow

_SHOWN: Final = 3
_SAME: Final = 60
"""Of 100, how alike two wordings are at least that can be one action's."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row with its action; `made` is None where what it was made from is not known."""

    form: Returned
    row: ReturnedRow
    asked: Asked
    made: Made | None


def found_rows(form: Returned, plans: Mapping[str, Plan]) -> Iterator[FoundRow | Remark]:
    """Each row that speaks of an action of the plans, and what is to be said of the others."""
    yield from _of_the_whole(form, plans)
    places = {plan_id: _places(plan) for plan_id, plan in plans.items()}
    for row in form.rows:
        plan = plans.get(row.key.partition("/")[0])
        if plan is None or plan.id not in form.terms:
            yield from _unknown(form, row)
            continue
        term = plan.timeline.period(form.terms[plan.id])
        made = form.made.get(row.key)
        found = _action(places[plan.id], row.key.partition("/")[2], made)
        if found is None or term is None:
            yield from _unknown(form, row)
            continue
        is_own = made is not None and made.fingerprint == row.fingerprint
        if not is_own:
            yield _from_another(form, row)
        asked = Asked(plan, term, found, row.key.partition("/")[2])
        yield FoundRow(form, row, asked, made if is_own else None)


def _of_the_whole(form: Returned, plans: Mapping[str, Plan]) -> Iterator[Remark]:
    for plan_id in form.terms:
        if plan_id not in plans:
            message = f"It asks about the plan {plan_id!r}, which is not among those looked at."
            yield Remark("unknown-plan", form.file, message, "Merge it in that plan's workspace.")
    for text in form.lacking:
        yield Remark(
            "column-missing", form.file, f"A heading is missing on {text}.",
            "Put it back as it was, above its column; until then the column is not read.",
        )  # fmt: skip
    yield from keyless_said(form)
    yield from _beside(form)
    there = {row.key for row in form.rows} | {own_key(form, row) for row in form.unkeyed}
    # Where an answer may be that of any row, nobody can tell that one was deleted.
    is_in_doubt = bool(form.keyless) or any(
        own_key(form, row) is None and answers_of(form, row) for row in form.unkeyed
    )
    for key in form.made:
        if key not in there and not is_in_doubt:
            yield Remark(
                "row-missing", form.file, f"The row of {key} was deleted; that changes nothing.",
                "Ask for it where an answer is owed.", blocks=False,
            )  # fmt: skip


def _beside(form: Returned) -> Iterator[Remark]:
    """What stands on a sheet outside the columns of the form, which nobody asked for."""
    for sheet in dict.fromkeys(cell.sheet for cell in form.beside):
        cells = [cell for cell in form.beside if cell.sheet == sheet]
        shown = ", ".join(f"{cell.address} {short(cell.text)!r}" for cell in cells[:_SHOWN])
        more = f" and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else ""
        yield Remark(
            "beside", form.file,
            f"Sheet '{sheet}' has text outside the form's own columns, which was not read: "
            f"{shown}{more}.",
            "Copy it into a yellow cell, if it is an answer.", cells[0], blocks=False,
        )  # fmt: skip


def _unknown(form: Returned, row: ReturnedRow) -> Iterator[Remark]:
    """What is said of a row whose action is not found; nothing where nothing was filled in."""
    made = form.made.get(row.key)
    filled = [
        cell
        for column in TO_FILL[form.kind]
        if (cell := row.cells.get(column.field)) is not None
        and cell.text
        and not (made and made.held.get(column.field) == cell.text)
    ]
    if filled:
        yield Remark(
            "unknown-row", form.file, f"No action of the plan goes by {row.key!r} any more.",
            f"See what became of it, and record the answer with planctl update; then set the row "
            f"aside with --take ours={row.key}", filled[0], row.key,
        )  # fmt: skip


def _from_another(form: Returned, row: ReturnedRow) -> Remark:
    cell = next(iter(row.cells.values()))
    return Remark(
        "stale-row", form.file, f"The row of {row.key} was copied in from another form.",
        "What it was made from is not known: where the plan says something else, choose.", cell,
        blocks=False,
    )  # fmt: skip


def _places(plan: Plan) -> tuple[dict[str, Row], dict[str, list[Row]]]:
    """The rows by key, and by text."""
    keyed = keys(plan)
    by_text: dict[str, list[Row]] = {}
    by_key: dict[str, Row] = {}
    for row in rows(plan):
        by_key[keyed[row.path]] = row
        by_text.setdefault(row.action.text, []).append(row)
        if row.action.ref:
            # An action may have been given a uid after the form was made.
            by_key.setdefault(f"ref:{row.action.ref}", row)
    return by_key, by_text


def _action(
    places: tuple[dict[str, Row], dict[str, list[Row]]], key: str, made: Made | None
) -> Row | None:
    """The action; where a ref or place stands for another action by now, the one of that text."""
    by_key, by_text = places
    row = by_key.get(key)
    if key.startswith("uid:") or made is None:
        return row
    same = by_text.get(made.text, [])
    if row in same:
        return row
    if len(same) == 1:
        return same[0]
    return row if row and fuzz.ratio(row.action.text, made.text) >= _SAME else None
