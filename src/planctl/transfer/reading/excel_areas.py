"""Areas of a workbook's cells that are too large to be looked at cell by cell."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from planctl.transfer.reading.excel_raw import RawSheet
from planctl.transfer.reading.refused import RefusedFileError

MOST_CELLS: Final = 200_000
"""Cells of all areas of a sheet: a title above all columns has 16,384."""
MOST_AREAS: Final = 5_000

_AREA: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


def check_areas(path: Path, sheets: Iterable[RawSheet]) -> None:
    """Raises RefusedFileError where the library would make more cells than a plan can have."""
    for sheet in sheets:
        for areas, what, remedy in (
            (sheet.merged, "merges", "Undo the merge (Home, Merge & Center)"),
            (sheet.linked, "has links on", "Take the links away (Remove Hyperlinks)"),
        ):
            count = sum(map(cells_in, areas))
            if count > MOST_CELLS or len(areas) > MOST_AREAS:
                largest = max(areas, key=cells_in)
                reason = f"sheet '{sheet.title}' {what} {count:,} cells, as in {largest[:40]}"
                raise RefusedFileError(path, reason, f"{remedy} where it reaches past the plan.")


def cells_in(area: str) -> int:
    """How many cells the area has; one that is none has one."""
    found = _AREA.fullmatch(area)
    if found is None or found[3] is None:
        return 1
    across = abs(_number(found[3]) - _number(found[1])) + 1
    return across * (abs(int(found[4]) - int(found[2])) + 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
