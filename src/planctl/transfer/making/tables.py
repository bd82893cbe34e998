"""The blocks of a document in their order: the plan's head, tables of actions, other texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from planctl.transfer.ledger import Ledger, Span
from planctl.transfer.making.draft import Draft
from planctl.transfer.making.heads import (
    is_head,
    is_labelled,
    labelled,
    take_below,
    take_head,
    take_labelled,
    take_passage,
)
from planctl.transfer.making.prose import prose
from planctl.transfer.making.registers import take_register
from planctl.transfer.making.row_kinds import Body
from planctl.transfer.making.rows import take_rows
from planctl.transfer.mapping.columns import Choice, Columns, Doubt, columns_of
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.headings import Header, header_of
from planctl.transfer.mapping.registers import Register, register_of
from planctl.transfer.mapping.wishes import Wishes
from planctl.transfer.reading.grid import Papers, Passage, Row, Table

_HEADINGS_RULE: Final = "headings of columns"
_THEME: Final = re.compile(
    r"(?:theme|priority|objective|outcome|strand|aim|area)\b|\d+(?:\.\d+)*[.):]?\s", re.IGNORECASE
)
_THEME_LENGTH: Final = 150
_OF_ACTIONS: Final = frozenset({
    Field.SCHEDULE, Field.DUE, Field.RATING, Field.COMMENT, Field.STAGE,
})  # fmt: skip
"""Columns by which a table is one of actions, whatever else it has."""
_REGISTER_LENGTH: Final = 60
_REGISTER_RULE: Final = "headings above tables of money, indicators or risks"


@dataclass(slots=True)
class Reading:
    """What was understood of a document's tables besides the plan itself."""

    wishes: Wishes
    choices: list[Choice] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Tables that are none of actions and none of the head."""
    width: int = 0
    columns: Columns | None = None
    heads: tuple[Row, ...] = ()
    label: Span | None = None
    """The last label of the head, in a table."""
    heading: str = ""
    """The last label that was a heading of its own, while paragraphs follow it."""


def take_papers(draft: Draft, papers: Papers, wishes: Wishes) -> Reading:
    """Puts the document into the plan, and tells how its columns were understood."""
    reading = Reading(wishes)
    blocks = _joined(papers.blocks, wishes)
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            _take_table(draft, block, reading)
        else:
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            _take_passage(draft, block, following, reading, is_first=place == 0)
    return reading


def _joined(blocks: Iterable[Passage | Table], wishes: Wishes) -> list[Passage | Table]:
    """The blocks; a table that goes on after a page's end is one again."""
    found: list[Passage | Table] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Table) and isinstance(last, Table) and _is_cut(last, block, wishes):
            found[-1] = Table(last.address, (*last.rows, *block.rows))
        else:
            found.append(block)
    return found


def _is_cut(table: Table, after: Table, wishes: Wishes) -> bool:
    """Whether the second table has as many columns, and no headings but those of the first."""
    if table.width != after.width:
        return False
    first, second = header_of(table), header_of(after)
    if register_of(after, wishes) is not None:
        return False
    if second is None:
        return True
    return first is not None and [column.parts for column in first.columns] == [
        column.parts for column in second.columns
    ]


def _take_table(draft: Draft, table: Table, reading: Reading) -> None:
    header = header_of(table, reading.wishes)
    columns = columns_of(header, reading.wishes) if header else None
    register = register_of(table, reading.wishes)
    if register and _is_plain(register, columns):
        reading.choices += register.choices
        reading.doubts += register.doubts
        take_register(draft, table, register)
    elif header and columns and columns.place(Field.TEXT) is not None:
        _note(reading, header, columns, table)
        _take_head_rows(draft, table.rows[: header.first])
        _ignore_headings(draft.ledger, reading.heads)
        body = Body.of(table.rows[header.end :], reading.heads, columns)
        take_rows(draft, body, columns)
    elif _goes_on(table, reading) or not _is_of_head(table, reading):
        _take_rest(draft, table, reading)
    else:
        reading.label = take_head(draft, table, reading.wishes, reading.label)


def _is_plain(register: Register, columns: Columns | None) -> bool:
    """Whether no column may be one of actions; right of a scored risk, an action answers it."""
    text = columns.place(Field.TEXT) if columns else None
    risk = register.column(Field.RISK)
    if columns is None or text is None:
        return True
    is_scored = register.column(Field.LIKELIHOOD) is not None
    is_followed = any(choice.field in _OF_ACTIONS for choice in columns.choices)
    return risk is not None and text > risk and is_scored and not is_followed


def _is_of_head(table: Table, reading: Reading) -> bool:
    """Whether the table has labels, asked for or known, or goes on with the last one."""
    labels = [row[0].text for row in table.rows if row[0]]
    asked = any(folded(label) in reading.wishes for label in labels)
    return is_head(table) or asked or (reading.label is not None and not labels)


def _goes_on(table: Table, reading: Reading) -> bool:
    """Whether the table goes on with one of actions that a page's end has cut off."""
    return reading.columns is not None and table.width == reading.width and not is_head(table)


def _take_rest(draft: Draft, table: Table, reading: Reading) -> None:
    if reading.columns and _goes_on(table, reading):
        take_rows(draft, Body.of(table.rows, reading.heads, reading.columns), reading.columns)
    else:
        reading.left.append(table.address)


def _note(reading: Reading, header: Header, columns: Columns, table: Table) -> None:
    reading.columns, reading.width = columns, table.width
    reading.heads = table.rows[header.first : header.end]
    reading.choices += columns.choices
    reading.doubts += columns.doubts


def _take_head_rows(draft: Draft, rows: Iterable[Row]) -> None:
    """Takes what stands above the headings inside the table: the first text is a title."""
    for row in rows:
        for cell in row:
            if cell and "title" not in draft.head:
                draft.head["title"] = prose(cell.span, draft.ledger, "title")
            elif cell:
                take_passage(draft, cell.span.stripped())


def _ignore_headings(ledger: Ledger, rows: tuple[Row, ...]) -> None:
    for row in rows:
        for cell in row:
            ledger.ignore(cell.span.stripped(), _HEADINGS_RULE)


def _take_passage(
    draft: Draft, passage: Passage, following: Passage | Table | None, reading: Reading,
    *, is_first: bool,
) -> None:  # fmt: skip
    text = passage.span.stripped()
    if is_first and not passage.heads_part and not is_labelled(text):
        draft.source["title"] = prose(text, draft.ledger, "title")
    elif isinstance(following, Table) and _heads(passage, following, reading.wishes):
        draft.theme(text)
        reading.heading = ""
    elif isinstance(following, Table) and _names_register(passage, following, reading.wishes):
        draft.ledger.ignore(text, _REGISTER_RULE)
        reading.heading = ""
    elif is_labelled(text):
        reading.heading = take_labelled(draft, text)
    elif reading.heading and not passage.level:
        take_below(draft, text, reading.heading)
    else:
        take_passage(draft, text)


def _names_register(passage: Passage, table: Table, wishes: Wishes) -> bool:
    """Whether a heading stands above a table of money, indicators or risks, and says no more."""
    return (
        passage.level > 0
        and len(passage.span.text) <= _REGISTER_LENGTH
        and (register_of(table, wishes) is not None)
    )


def _heads(passage: Passage, table: Table, wishes: Wishes) -> bool:
    """Whether the paragraph names the theme of the actions in the table below it."""
    header = header_of(table)
    text = passage.span.text.strip()
    is_title = passage.level > 0 or (len(text) <= _THEME_LENGTH and bool(_THEME.match(text)))
    if register_of(table, wishes) is not None:
        return False
    return is_title and header is not None and not labelled(text)
