"""The rows of a table of actions, as themes and actions of the plan."""

from typing import Final

from planctl.source import Value
from planctl.transfer.making.cells import RowDraft
from planctl.transfer.making.draft import Draft, Fields
from planctl.transfer.making.merged_down import merged_said, with_cells_above
from planctl.transfer.making.prose import numbered, prose
from planctl.transfer.making.row_kinds import Body, RowKind
from planctl.transfer.mapping.columns import Columns
from planctl.transfer.mapping.fields import Field
from planctl.transfer.reading.grid import Row

_REPEATED_RULE: Final = "headings repeated on a further page"
_REPEATED_THEME_RULE: Final = "theme repeated beside each of its actions"
_NUMBER_RULE: Final = "points behind numbers"


def take_rows(draft: Draft, body: Body, columns: Columns) -> None:
    """Puts the rows into the plan. None is split, and nothing is filled in."""
    kinds = body.kinds()
    rows = with_cells_above(body.rows, columns)
    theme = ""
    for place, kind in enumerate(kinds):
        row = rows[place]
        if kind is RowKind.HEADING:
            _take_heading(draft, body, kinds, place)
        elif kind is RowKind.REPEATED:
            for cell in body.rows[place]:
                draft.ledger.ignore(cell.span.stripped(), _REPEATED_RULE)
        elif kind in {RowKind.ACTION, RowKind.CONTINUATION}:
            theme = _theme_beside(draft, body, place, theme)
            _take_action(draft, row, columns, is_part=kind is RowKind.CONTINUATION)
            for said in merged_said(rows, place, columns):
                draft.warn(said)
        elif kind is RowKind.MORE:
            _take_more(draft, row, columns)


def _take_heading(draft: Draft, body: Body, kinds: tuple[RowKind, ...], place: int) -> None:
    row = body.rows[place]
    filled = [cell for cell in row if cell]
    if len(filled) == 1 and _heads_headings(draft, body, kinds, place):
        ref, gap, title = numbered(filled[0].span)
        if ref:
            draft.ledger.ignore(gap.stripped(), _NUMBER_RULE)
            draft.head["ref"] = draft.ledger.map(ref, "plan ref")
        draft.head["title"] = " ".join(prose(title, draft.ledger, "plan title").split())
    elif len(filled) == 1:
        is_generic = "generic" in filled[0].text.casefold()
        draft.theme(filled[0].span, is_generic=is_generic)
    else:
        draft.numbered_theme(filled[0].span, filled[1].span)


def _heads_headings(draft: Draft, body: Body, kinds: tuple[RowKind, ...], place: int) -> bool:
    """Whether the heading is the plan's own: the first one, with a heading right below it."""
    after = [kind for kind in kinds[place + 1 :] if kind is not RowKind.BLANK]
    is_first = not draft.themes and "title" not in draft.head
    return is_first and body.theme is None and after[:1] == [RowKind.HEADING]


def _theme_beside(draft: Draft, body: Body, place: int, before: str) -> str:
    """The theme that a column of its own names; it is the same until another one stands there."""
    if body.theme is None:
        return ""
    cell = body.rows[place][body.theme]
    if not cell or cell.text == before:
        draft.ledger.ignore(cell.span.stripped(), _REPEATED_THEME_RULE)
        return before
    draft.theme(cell.span)
    return cell.text


def _take_action(draft: Draft, row: Row, columns: Columns, *, is_part: bool) -> None:
    taken = RowDraft(draft)
    _put_cells(taken, row, columns)
    taken.action["source"] = {**_place_of(row), **taken.printed}
    actions = draft.actions()
    last = actions[-1] if actions else None
    if is_part and isinstance(last, dict):
        parts = last.setdefault("sub_actions", [])
        if isinstance(parts, list):
            parts.append(_in_order(taken.action))
    else:
        actions.append(_in_order(taken.action))


def _take_more(draft: Draft, row: Row, columns: Columns) -> None:
    """Adds what stands beside an action whose cell reaches over several rows."""
    last = draft.actions()[-1]
    if isinstance(last, dict):
        taken = RowDraft(draft, last)
        _put_cells(taken, row, columns)
        if taken.printed:
            source = last["source"]
            before = source if isinstance(source, dict) else {}
            last["source"] = {**taken.printed, **before}


def _put_cells(taken: RowDraft, row: Row, columns: Columns) -> None:
    for choice in columns.choices:
        if choice.field is Field.THEME:
            continue
        cell = row[choice.column.index]
        taken.put(cell, choice)
        if choice.field is Field.TEXT and cell.is_struck and cell:
            taken.printed["struck through"] = "text"
            taken.draft.warn("an action is struck through in the document; it came in all the same")


def _place_of(row: Row) -> dict[str, Value]:
    """Where the row stands in the document."""
    first = next(cell for cell in row if cell and not cell.is_repeated)
    address = first.span.address.rpartition(", cell")[0]
    word, _, number = address.partition(" ")
    return {"line": number} if word == "line" else {"row": address}


def _in_order(action: Fields) -> Fields:
    """The action, its text behind its number whatever the order of the columns."""
    first = ("ref", "title", "text")
    head: Fields = {name: action[name] for name in first if name in action}
    schedule = action.get("schedule")
    if isinstance(schedule, dict) and set(map(str, schedule.values())) == {"✓"}:
        action["schedule"] = [*schedule]
    return head | {name: value for name, value in action.items() if name not in head}
