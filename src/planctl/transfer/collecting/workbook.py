"""A form as an Excel workbook: a cover, a sheet for each plan, and what planctl needs, hidden."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from planctl.errors import PlanctlError
from planctl.model import Plan
from planctl.transfer.collecting.asked import Asked, Form, Kind
from planctl.transfer.collecting.columns import (
    COVER,
    FINGERPRINT,
    FORM_VERSION,
    HIDDEN_MARK,
    HIDDEN_SHEET,
    KEY,
    LOCKED,
    TO_FILL,
    Column,
)
from planctl.transfer.collecting.cover import Wishes, cover, plans_of
from planctl.transfer.collecting.looks import (
    LINE_HEIGHT,
    MOST_LINES,
    SHADES,
    formats,
    lines_needed,
)
from planctl.transfer.collecting.standing import NOT_SAID, locked, row_fingerprint, standing
from planctl.transfer.writing.lacking import office

_ALWAYS: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no zones
"""When every form says it was made: its bytes must not depend on the day."""
_MOST: Final = 32_000
"""Characters that a cell takes, about."""
_HEADER_ROWS: Final = 3
_LISTS_AT: Final = 8
"""The column of the hidden sheet in which the drop-downs begin."""
_MAY: Final = {"format_columns": True, "format_rows": True}
_LEAST_LINES: Final = 5
_ROOM: Final = 2
"""Lines that are left free: a row does not grow by itself while somebody types."""
_SHEET_BAD: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_MOST_NAME: Final = 31


class TooLongForACellError(PlanctlError):
    """A text of the plan that no cell of a workbook can hold."""

    def __init__(self, name: str, field: str) -> None:
        super().__init__(
            f"The {field} of {name} is too long for a cell of a form. "
            "Shorten it in the plan, or name other plans."
        )


@dataclass(frozen=True, slots=True)
class _Page:
    """One sheet of actions, and where its drop-down of ratings stands."""

    title: str
    plan: Plan
    rows: tuple[Asked, ...]
    levels: str


def as_form(form: Form, wishes: Wishes) -> bytes:
    """The workbook: texts alone, never a formula; the same bytes for the same form.

    Raises TooLongForACellError, MissingLibraryError.
    """
    out = BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
        "strings_to_urls": False,
    }  # fmt: skip
    book = office("xlsxwriter").Workbook(out, options)
    book.set_properties({
        "title": f"Form for {form.respondent.name}", "comments": "Written by planctl",
        "created": _ALWAYS,
    })  # fmt: skip
    looks = formats(book)
    _write_cover(book.add_worksheet(COVER), form, wishes, looks)
    pages = tuple(_pages(form))
    for page in pages:
        _write_page(book.add_worksheet(page.title), page, form.kind, (looks, book))
    if form.informed:
        _write_informed(book.add_worksheet("For information"), form, looks)
    _write_hidden(book.add_worksheet(HIDDEN_SHEET), form, wishes, pages)
    book.close()
    return out.getvalue()


def _pages(form: Form) -> Iterator[_Page]:
    names: list[str] = ["start here", "for information", HIDDEN_SHEET, "history"]
    for place, plan in enumerate(plans_of(form)):
        rows = tuple(one for one in form.asked if one.plan.id == plan.id)
        if not rows:
            continue
        title = _sheet_name(plan, names)
        names.append(title.casefold())
        letter = _letters(_LISTS_AT + place)
        last = len(plan.rating_scale.all_levels)
        yield _Page(title, plan, rows, f"='{HIDDEN_SHEET}'!${letter}$1:${letter}${last}")


def _letters(column: int) -> str:
    """The name of a column, counted from 0."""
    first, last = divmod(column, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)


def _sheet_name(plan: Plan, taken: Sequence[str]) -> str:
    """The plan's title as a sheet can be called, unlike those before it."""
    name = " ".join(plan.title.translate(_SHEET_BAD).split())[:_MOST_NAME].strip() or plan.id
    number = 2
    while name.casefold() in taken:
        name = f"{name[: _MOST_NAME - 4].strip()} {number}"
        number += 1
    return name


def _write_cover(page: Any, form: Form, wishes: Wishes, looks: Mapping[str, Any]) -> None:
    page.hide_gridlines(2)
    page.set_column(0, 0, 2)
    page.set_column(1, 1, 18)
    page.set_column(2, 2, 78)
    for number, line in enumerate(cover(form, wishes), 1):
        if line.label:
            page.write_string(number, 1, line.label, looks["label"])
            page.write_string(number, 2, line.text, looks["text"])
            page.set_row(number, 15.5 * lines_needed(line.text, 78))
        elif line.kind == "text":
            page.merge_range(number, 1, number, 2, line.text, looks["text"])
            page.set_row(number, 15.5 * lines_needed(line.text, 94) + 4)
        else:
            page.write_string(number, 1, line.text, looks[line.kind])
            page.set_row(number, {"title": 32, "heading": 28}.get(line.kind, 18))
    _finish(page, "A4")
    page.protect("", {})


def _write_page(page: Any, sheet: _Page, kind: Kind, kit: tuple[Mapping[str, Any], Any]) -> None:
    looks, book = kit
    columns = (*LOCKED[kind], *TO_FILL[kind])
    first_fill = 2 + len(LOCKED[kind])
    term = f", {sheet.rows[0].term}" if kind is Kind.UPDATES else ""
    page.write_string(0, 2, f"{sheet.plan.title}{term}", looks["plan"])
    page.set_row(0, 26)
    for at in range(2, 2 + len(columns)):
        page.write_blank(1, at, None, looks["side_fill" if at >= first_fill else "side_locked"])
    page.write_string(1, 2, "What stands in the plan (locked)", looks["side_locked"])
    page.write_string(1, first_fill, "For you to fill in", looks["side_fill"])
    _write_heads(page, kind, looks)
    for number, one in enumerate(sheet.rows, _HEADER_ROWS):
        _write_row(page, number, (one, kind), looks)
    last = _HEADER_ROWS + len(sheet.rows) - 1
    for at, column in enumerate(columns, 2):
        page.set_column(at, at, column.width)
        if column in TO_FILL[kind]:
            _ask(page, (_HEADER_ROWS, at, last, at), column, sheet.levels)
        if column.field in {"rating", "last_rating"}:
            _shade(page, (_HEADER_ROWS, at, last, at), sheet.plan, book)
    page.set_column(0, 1, 10, None, {"hidden": True})
    page.freeze_panes(_HEADER_ROWS, 4)
    page.repeat_rows(0, _HEADER_ROWS - 1)
    _finish(page, "A3")
    page.protect("", _MAY)


def _write_heads(page: Any, kind: Kind, looks: Mapping[str, Any]) -> None:
    page.write_string(2, 0, KEY, looks["hidden"])
    page.write_string(2, 1, FINGERPRINT, looks["hidden"])
    for at, column in enumerate(LOCKED[kind], 2):
        page.write_string(2, at, column.heading, looks["head_locked"])
    for at, column in enumerate(TO_FILL[kind], 2 + len(LOCKED[kind])):
        page.write_string(2, at, column.heading, looks["head_fill"])
    every = (*LOCKED[kind], *TO_FILL[kind])
    most = max(lines_needed(column.heading, column.width - 2) for column in every)
    page.set_row(2, LINE_HEIGHT * most + 4)


def _write_row(page: Any, number: int, asked: tuple[Asked, Kind], looks: Mapping[str, Any]) -> None:
    one, kind = asked
    above, held = locked(one, kind), standing(one, kind)
    key = full_key(one)
    page.write_string(number, 0, key, looks["hidden"])
    page.write_string(number, 1, row_fingerprint(key, {**above, **held}), looks["hidden"])
    lines = _LEAST_LINES
    for at, column in enumerate((*LOCKED[kind], *TO_FILL[kind]), 2):
        text = {**above, **held}[column.field]
        if len(text) > _MOST:
            raise TooLongForACellError(one.name, column.field)
        look = "locked_bold" if column.field == "ref" else "locked"
        fills = column in TO_FILL[kind] and _is_open(one, column, held)
        page.write_string(number, at, text, looks["fill" if fills else look])
        room = 0 if column in LOCKED[kind] else _ROOM
        lines = max(lines, lines_needed(text, column.width) + room)
    page.set_row(number, LINE_HEIGHT * min(lines, MOST_LINES) + 4)


def _is_open(one: Asked, column: Column, held: Mapping[str, str]) -> bool:
    """Whether the cell is there to be filled in: what the plan says already is no gap."""
    if column.field in {"responsible", "due"}:
        return not held[column.field]
    return column.field != "kept" or locked(one, Kind.UPDATES)["promised"] != NOT_SAID


def full_key(one: Asked) -> str:
    """What finds the action again among all plans."""
    return f"{one.plan.id}/{one.key}"


def _ask(page: Any, area: tuple[int, ...], column: Column, levels: str) -> None:
    """The drop-down of a column, and what is said beside its cells."""
    rule: dict[str, Any] = {"validate": "any"}
    if column.field == "rating":
        rule = {"validate": "list", "source": levels, "error_title": "Not on the scale",
                "error_message": "Choose one from the list."}  # fmt: skip
    elif column.choice:
        # Other words are read too: those for several promises, paused, who has it now.
        rule = {"validate": "list", "source": list(column.choice), "show_error": False}
    rule |= {"input_title": column.heading[:32], "input_message": column.prompt[:255]}
    page.data_validation(*area, rule)


def _shade(page: Any, area: tuple[int, ...], plan: Plan, book: Any) -> None:
    for level in plan.rating_scale.all_levels:
        shade = book.add_format({"bg_color": SHADES[level.state], "font_color": "#0B0C0C"})
        rule = {"type": "text", "criteria": "begins with", "value": level.label, "format": shade}
        page.conditional_format(*area, rule)


def _write_informed(page: Any, form: Form, looks: Mapping[str, Any]) -> None:
    page.write_string(0, 0, "For information: others report on these", looks["plan"])
    page.set_row(0, 26)
    heads = [("Plan", 24), *((one.heading, one.width) for one in LOCKED[Kind.UPDATES])]
    for at, (heading, width) in enumerate(heads):
        page.write_string(1, at, heading, looks["head_locked"])
        page.set_column(at, at, width + (6 if at else 0))
    page.set_row(1, LINE_HEIGHT * 2 + 4)
    for number, one in enumerate(form.informed, 2):
        texts = [one.plan.title, *locked(one, Kind.UPDATES).values()]
        for at, text in enumerate(texts):
            page.write_string(number, at, text[:_MOST], looks["locked"])
        most = max(lines_needed(text, heads[at][1]) for at, text in enumerate(texts))
        page.set_row(number, LINE_HEIGHT * min(most, MOST_LINES) + 4)
    page.freeze_panes(2, 0)
    page.repeat_rows(0, 1)
    _finish(page, "A4")
    page.protect("", _MAY)


def _write_hidden(page: Any, form: Form, wishes: Wishes, pages: tuple[_Page, ...]) -> None:
    """What the form was made from: by it a merge knows what its reader has changed."""
    said = [
        (HIDDEN_MARK, FORM_VERSION), ("kind", form.kind.value),
        ("respondent", form.respondent.id, form.respondent.name), ("by", wishes.by),
        *(("plan", one.plan.id, str(one.rows[0].term), one.title) for one in pages),
    ]  # fmt: skip
    for one in form.asked:
        held = {**locked(one, form.kind), **standing(one, form.kind)}
        key = full_key(one)
        said.append(("row", key, row_fingerprint(key, held), one.row.action.text[:_MOST]))
        said += [("held", key, field, text) for field, text in held.items()]
    for number, texts in enumerate(said):
        for at, text in enumerate(texts):
            page.write_string(number, at, text)
    for place, plan in enumerate(plans_of(form)):
        for number, level in enumerate(plan.rating_scale.all_levels):
            page.write_string(number, _LISTS_AT + place, level.label)
    page.very_hidden()
    page.protect("", {})


def _finish(page: Any, paper: str) -> None:
    page.set_paper({"A4": 9, "A3": 8}[paper])
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.5)
    page.set_footer("&L&8&F&R&8Page &P of &N")
