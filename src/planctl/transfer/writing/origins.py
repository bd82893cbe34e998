"""Where in a workbook that was exported each place of its plan stands: sheet and cell, or row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from planctl.findings import Path
from planctl.transfer.writing.gathered import Part

_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Origins:
    """The cells by the places of the plan."""

    parts: Mapping[Path, Part]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> "Origins":
        """Those of the parts; lists that have closed up are counted as the plan has them."""
        every = tuple(parts)
        present: dict[Path, set[int]] = {}
        for part in every:
            for length, step in enumerate(part.path):
                if isinstance(step, int):
                    present.setdefault(part.path[:length], set()).add(step)
        places = {
            holder: {step: at for at, step in enumerate(sorted(steps))}
            for holder, steps in present.items()
        }
        return cls({tuple(_closed(part.path, places)): part for part in every})

    def said(self, path: Path) -> str:
        """The cell of the value at the path, or the row of the entry that lacks it, if either is.

        What stands within a cell has the place of the cell.
        """
        for length in range(len(path), 0, -1):
            if part := self.parts.get(path[:length]):
                return f"{_sheet(part)}!{_column(part.column)}{part.row}"
            if length < len(path) and not isinstance(path[length - 1], int):
                continue
            for place, one in self.parts.items():
                if place[:length] == path[:length]:
                    return f"{_sheet(one)}, row {one.row}"
        return ""


def _closed(path: Path, places: Mapping[Path, Mapping[int, int]]) -> Iterator[str | int]:
    for length, step in enumerate(path):
        yield places[path[:length]][step] if isinstance(step, int) else step


def _sheet(part: Part) -> str:
    return part.sheet.title or part.sheet.name


def _column(at: int) -> str:
    first, last = divmod(at, _LETTERS)
    return (_column(first - 1) if first else "") + chr(ord("A") + last)
