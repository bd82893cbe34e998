"""What each row of a table of actions is: an action, a heading, part of another row, or blank."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from planctl.transfer.mapping.columns import Columns
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.folding import folded
from planctl.transfer.reading.grid import Row

_HEADING_LENGTH: Final = 80
_STARTS: Final = re.compile(r"(?:.*[^a-z])?(?:a|i|0*1)", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*[.):]?\s+\D|[A-Z][.):]\s")
_END: Final = (".", ";", ",")


class RowKind(StrEnum):
    """What a row is."""

    ACTION = "action"
    HEADING = "heading"
    CONTINUATION = "continuation"
    MORE = "more"
    REPEATED = "repeated"
    BLANK = "blank"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Body:
    """The rows below a header, with the places of what tells them apart."""

    rows: tuple[Row, ...]
    heads: tuple[Row, ...]
    ref: int | None
    text: int
    theme: int | None

    @classmethod
    def of(cls, rows: tuple[Row, ...], heads: tuple[Row, ...], columns: Columns) -> "Body":
        """The rows, as the columns have been understood. There is a column of actions."""
        text = columns.place(Field.TEXT)
        if text is None:
            raise ValueError("a table without actions has no body")
        return cls(rows, heads, columns.place(Field.REF), text, columns.place(Field.THEME))

    def kinds(self) -> tuple[RowKind, ...]:
        """What each row is."""
        found: list[RowKind] = []
        for place in range(len(self.rows)):
            found.append(self._kind(place, found))
        return tuple(found)

    def said(self, place: int, column: int | None) -> str:
        """What a row says in the column."""
        return "" if column is None else self.rows[place][column].text

    def _kind(self, place: int, before: list[RowKind]) -> RowKind:
        row = self.rows[place]
        filled = {index for index, cell in enumerate(row) if cell}
        if not filled:
            return RowKind.BLANK
        if self._is_repeated(row):
            return RowKind.REPEATED
        if self._is_heading(place, filled):
            return RowKind.HEADING
        follows = any(kind in {RowKind.ACTION, RowKind.CONTINUATION} for kind in before)
        if not row[self.text]:
            is_part = follows and not self.said(place, self.ref)
            return RowKind.MORE if is_part and row[self.text].is_merged else RowKind.STRAY
        if follows and self._continues(place, before):
            return RowKind.CONTINUATION
        return RowKind.ACTION

    def _is_repeated(self, row: Row) -> bool:
        said = {folded(cell.text) for cell in row if cell}
        return any(said == {folded(cell.text) for cell in head if cell} for head in self.heads)

    def _is_heading(self, place: int, filled: set[int]) -> bool:
        row = self.rows[place]
        if self.ref is not None and filled == {self.ref, self.text}:
            return self._is_extended(place)
        if len(filled) > 1:
            return False
        (only,) = filled
        if only == self.theme and only != self.text:
            return self._merged_over(place) > 0 or not self._is_sparse()
        if self._merged_over(place) > len(row) // 2:
            return True
        said = row[only].text
        is_short = len(said) <= _HEADING_LENGTH and not said.endswith(_END)
        return is_short and (bool(_NUMBERED.match(said)) or self._begins(place))

    def _merged_over(self, place: int) -> int:
        """How many cells were merged with the first that says something, which is on their left.

        Cells on its left go on with those above them.
        """
        row = self.rows[place]
        first = next(index for index, cell in enumerate(row) if cell)
        return sum(cell.is_merged for cell in row[first:])

    def _is_sparse(self) -> bool:
        """Whether themes stand beside actions, and not in rows of their own."""
        return self.theme is not None and any(
            row[self.theme] and row[self.text] for row in self.rows
        )

    def _is_extended(self, place: int) -> bool:
        """Whether a later row has the number of this one and more: 2.1 and 2.1a."""
        ref = _bare(self.said(place, self.ref))
        later = (_bare(self.said(one, self.ref)) for one in range(place + 1, len(self.rows)))
        return any(_extends(one, ref) for one in later)

    def _begins(self, place: int) -> bool:
        """Whether the next row begins a series of numbers or, where there are none, is full."""
        following = (one for one in range(place + 1, len(self.rows)) if any(self.rows[one]))
        after = next(following, None)
        if after is None:
            return False
        if self.ref is None:
            return sum(map(bool, self.rows[after])) > 1
        return _STARTS.fullmatch(_bare(self.said(after, self.ref))) is not None

    def _continues(self, place: int, before: list[RowKind]) -> bool:
        """Whether an action without a number stands below one that has its number."""
        if self.ref is None or self.said(place, self.ref):
            return False
        near = next(kind for kind in reversed(before) if kind is not RowKind.BLANK)
        if near not in {RowKind.ACTION, RowKind.CONTINUATION, RowKind.MORE, RowKind.REPEATED}:
            return False
        actions = [one for one in range(len(self.rows)) if self.rows[one][self.text]]
        numbered = sum(bool(self.said(one, self.ref)) for one in actions)
        return numbered * 2 > len(actions)


def _extends(longer: str, ref: str) -> bool:
    """Whether one number lies below another: 2.1a below 2.1, but not 2.10, nor ii below i."""
    if not ref or not longer.startswith(ref) or longer == ref:
        return False
    after = longer[len(ref)]
    return not after.isdigit() if ref[-1].isdigit() else not after.isalpha()


def _bare(ref: str) -> str:
    return ref.strip().rstrip(".):").casefold()
