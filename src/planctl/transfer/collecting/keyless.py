"""Rows of a returned form that have lost what ties them to an action, and what stands in them."""

from collections.abc import Iterator
from typing import Final

from planctl.transfer.collecting.columns import KEY, TO_FILL, heading_of
from planctl.transfer.collecting.outcome import Remark
from planctl.transfer.collecting.returned import Cell, Returned, ReturnedRow

_ADDED: Final = "Tell whoever keeps the plan: new actions go into the plan, not into a form."
_AGAIN: Final = (
    "Ask for the form again, or copy the answers into a fresh form of planctl collect prepare."
)


def keyless_said(form: Returned) -> Iterator[Remark]:
    """Each sheet without keys, and each row without one: nothing of them is ever applied."""
    for sheet in form.keyless:
        yield Remark(
            "key-missing", form.file,
            f"The heading {KEY!r} is missing on sheet '{sheet}': it is not known which action a "
            "row speaks of, and no answer on it can be taken.",
            f"The hidden columns A and B, or the line of headings, were changed. {_AGAIN}",
            key=f"{form.file}/{sheet}",
        )  # fmt: skip
    for row in form.unkeyed:
        if answers_of(form, row):
            yield _with_answers(form, row)
        elif own_key(form, row) is None and (cell := _first(row)):
            yield Remark(
                "added-row", form.file, f"A row was added: {short(cell.text)!r}.", _ADDED, cell,
                blocks=False,
            )  # fmt: skip


def answers_of(form: Returned, row: ReturnedRow) -> dict[str, Cell]:
    """What was filled in, by field; without what stood there when the form was made."""
    key = own_key(form, row)
    held = form.made[key].held if key else {}
    return {
        column.field: cell
        for column in TO_FILL[form.kind]
        if (cell := row.cells.get(column.field)) is not None
        and (cell.text or cell.kind)
        and (cell.kind or cell.text != held.get(column.field, ""))
    }


def own_key(form: Returned, row: ReturnedRow) -> str | None:
    """The one action of the form that the row seems to be about, by its ref, else by its text."""
    return _key_by(form, row, "ref") or _key_by(form, row, "text")


def _key_by(form: Returned, row: ReturnedRow, name: str) -> str | None:
    """None where another row of the form may be that action's too."""
    text = _text(row, name)
    found = [key for key, made in form.made.items() if text and made.held.get(name) == text]
    if len(found) != 1 or any(one.key == found[0] for one in form.rows):
        return None
    others = [one for one in form.unkeyed if _text(one, name) == text]
    return found[0] if len(others) == 1 else None


def _with_answers(form: Returned, row: ReturnedRow) -> Remark:
    answers = answers_of(form, row)
    listed = "; ".join(
        f"{heading_of(form.kind, name)!r} ({cell.address}) {short(cell.text)!r}"
        for name, cell in answers.items()
    )
    return Remark(
        "row-without-key", form.file,
        f"Row {row.number} has no key, and holds answers that were not applied: {listed}.",
        f"{_offered(form, row)}{_AGAIN}", next(iter(answers.values())),
        f"{form.file}/{row.sheet}/{row.number}",
    )  # fmt: skip


def _offered(form: Returned, row: ReturnedRow) -> str:
    """The action whose ref is printed in the row, where that is one alone."""
    key = _key_by(form, row, "ref")
    ref = _text(row, "ref")
    return (
        f"Its Ref {ref} is that of {key} in this form, which is for you to judge. " if key else ""
    )


def _text(row: ReturnedRow, name: str) -> str:
    cell = row.cells.get(name)
    return cell.text if cell else ""


def _first(row: ReturnedRow) -> Cell | None:
    return next((cell for cell in row.cells.values() if cell.text), None)


def short(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"  # noqa: PLR2004 - fits a terminal
