"""A sample as an Excel workbook: what is claimed, and empty cells for what somebody finds."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from planctl.audit.sampling import Claim, Sample, rank
from planctl.transfer.collecting.looks import LINE_HEIGHT, MOST_LINES, formats, lines_needed
from planctl.transfer.sampling.shown import NOTHING, claimed, evidence_of, heading
from planctl.transfer.writing.lacking import office

SHEET: Final = "Sample"
KEY: Final = "Key (planctl sample)"
"""Heads the hidden column by which a row is found again."""
_ALWAYS: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no zones
_MOST: Final = 32_000
_ROOM: Final = 2
_HEAD: Final = 3
"""The row of the headings, counted from 0."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the name by which it is read, its heading, its width, and whether it is filled."""

    field: str
    heading: str
    width: int
    is_filled: bool = False


COLUMNS: Final = (
    Column("key", KEY, 24),
    Column("plan", "Plan", 18),
    Column("term", "Term", 14),
    Column("ref", "Ref", 8),
    Column("action", "Action", 40),
    Column("claim", "Rating given", 14),
    Column("comment", "What was said", 40),
    Column("evidence", "Evidence named", 34),
    Column("rating", "Rating that the evidence bears out", 18, is_filled=True),
    Column("note", "What you saw, or what was missing", 44, is_filled=True),
    Column("by", "Checked by", 18, is_filled=True),
    Column("date", "Checked on", 14, is_filled=True),
)


def as_workbook(found: Sample) -> bytes:
    """The workbook: texts alone, never a formula; the same bytes for the same sample.

    Raises MissingLibraryError without the extra `office`.
    """
    out = BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
        "strings_to_urls": False,
    }  # fmt: skip
    book = office("xlsxwriter").Workbook(out, options)
    title = heading(found)
    book.set_properties({"title": title, "comments": "Written by planctl", "created": _ALWAYS})
    looks, page = formats(book), book.add_worksheet(SHEET)
    _write_top(page, found, looks)
    for number, claim in enumerate(found.drawn, _HEAD + 1):
        _write_row(page, number, claim, looks)
    _write_ranks(book.add_worksheet("How it was drawn"), found, looks)
    book.close()
    return out.getvalue()


def _write_top(page: Any, found: Sample, looks: Any) -> None:
    page.write_string(0, 1, f"To be checked: {heading(found)}", looks["plan"])
    page.set_row(0, 26)
    page.write_string(1, 1, f"Seed: {found.seed}", looks["small"])
    hint = "Fill in the yellow cells. Whoever answers for an action cannot check it."
    page.write_string(2, 1, hint, looks["small"])
    for at, column in enumerate(COLUMNS):
        look = looks["head_fill" if column.is_filled else "head_locked"]
        page.write_string(_HEAD, at, column.heading, look)
        page.set_column(at, at, column.width, None, {"hidden": column.field == "key"})
    page.set_row(_HEAD, LINE_HEIGHT * 2 + 4)
    page.freeze_panes(_HEAD + 1, 4)
    page.repeat_rows(_HEAD)
    page.set_paper(8)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.5)
    page.set_footer("&L&8&F&R&8Page &P of &N")
    page.protect("", {"format_columns": True, "format_rows": True})


def _write_row(page: Any, number: int, claim: Claim, looks: Any) -> None:
    texts = texts_of(claim)
    lines = 3
    for at, column in enumerate(COLUMNS):
        text = texts.get(column.field, "")[:_MOST]
        page.write_string(number, at, text, looks["fill" if column.is_filled else "locked"])
        lines = max(lines, lines_needed(text, column.width))
        if column.field == "rating":
            levels = [level.label for level in claim.plan.rating_scale.all_levels]
            page.data_validation(number, at, number, at, {
                "validate": "list", "source": levels, "error_title": "Not on the scale",
                "error_message": "Choose one from the list.",
            })  # fmt: skip
    page.set_row(number, LINE_HEIGHT * min(lines + _ROOM, MOST_LINES) + 4)


def _write_ranks(page: Any, found: Sample, looks: Any) -> None:
    told = (
        "Each action that is said to be on track or complete has a rank: the SHA-256 of the seed, "
        "a stroke, the plan's id, a stroke and the action's uid. The lowest ranks are drawn. To "
        "repeat one: printf '%s' 'SEED/PLAN/UID' | sha256sum"
    )
    page.set_column(0, 0, 40)
    page.set_column(1, 1, 70)
    page.merge_range(0, 0, 0, 1, told, looks["text"])
    page.set_row(0, 16 * lines_needed(told, 108) + 4)
    for number, claim in enumerate(found.drawn, 2):
        page.write_string(number, 0, claim.key, looks["locked"])
        page.write_string(number, 1, rank(found.seed, claim), looks["locked"])


def texts_of(claim: Claim) -> dict[str, str]:
    """What stands in the cells that are not to be filled."""
    action = claim.row.action
    return {
        "key": claim.key,
        "plan": claim.plan.title,
        "term": str(claim.term),
        "ref": action.ref or claim.row.label,
        "action": f"{action.title}\n{action.text}" if action.title else action.text,
        "claim": claimed(claim),
        "comment": claim.update.comment or NOTHING,
        "evidence": evidence_of(claim),
    }
