"""What in a file that planctl exported has no place in the plan, or more than one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planctl.errors import ExitCode, PlanctlError
from planctl.transfer.writing.columns import SHEETS, layout_for
from planctl.transfer.writing.sheets import GROUP, KEY, REST

_LEAST = 0.6
"""The share of a sheet's headings by which it is known again under another name."""
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet as it stands in a file: its name, its headings, and the texts of each row.

    `formulas` are the cells that hold one, such as F3. `title` is what the file calls the sheet,
    where it goes by another name.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    formulas: tuple[str, ...] = ()
    title: str = ""


class MisplacedError(PlanctlError):
    """An export of ours in which something was changed so that its place is not known."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, problems: Sequence[str]) -> None:
        listed = "".join(f"\n  {one}" for one in problems[:_SHOWN])
        more = f"\n  and {len(problems) - _SHOWN} more" if problems[_SHOWN:] else ""
        super().__init__(
            f"This was exported by planctl, and would lose something as it stands now:{listed}"
            f"{more}\nNothing was written. Mend that, or export the plan again."
        )


def is_ours(headings: Sequence[str]) -> bool:
    """Whether a table with these headings was written by planctl."""
    return KEY in headings


def held(sheets: Iterable[Read]) -> tuple[Read, ...]:
    """The sheets of ours, under their own names. Raises MisplacedError for what would be lost."""
    found = tuple(_known_again(sheet) for sheet in sheets)
    problems = [problem for sheet in found for problem in _problems(sheet)]
    problems += [
        f"there are two sheets of {name}. Delete one of them."
        for name, count in Counter(one.name for one in found if is_ours(one.headings)).items()
        if count > 1
    ]
    if problems:
        raise MisplacedError(problems)
    return tuple(sheet for sheet in found if is_ours(sheet.headings))


def _known_again(sheet: Read) -> Read:
    """The sheet under the name of the one whose headings it has."""
    if sheet.name in {*SHEETS, REST} or not is_ours(sheet.headings):
        return sheet
    shares = {
        name: sum(one in sheet.headings for one in headings) / len(headings)
        for name, headings in SHEETS.items()
    }
    nearest = max(shares, key=lambda name: shares[name])
    return replace(sheet, name=nearest, title=sheet.name) if shares[nearest] >= _LEAST else sheet


def _problems(sheet: Read) -> Iterator[str]:
    yield from (
        f"{cell} of {sheet.name} holds a formula. Type its result." for cell in sheet.formulas
    )
    if not any(any(row) for row in sheet.rows) and not any(sheet.headings):
        return
    if not is_ours(sheet.headings):
        yield (
            f"the sheet {sheet.name} has no column {KEY!r}, so nothing says where its words belong."
        )
        return
    if sheet.name not in {*SHEETS, REST}:
        yield f"the sheet {sheet.name} is none that planctl exports. Give it back its name."
        return
    if sheet.name != REST:
        yield from _strange_columns(sheet)
        yield from _doubled(sheet)


def _strange_columns(sheet: Read) -> Iterator[str]:
    known = {KEY, GROUP, *layout_for(sheet.headings, sheet.name, {})}
    for at, heading in enumerate(sheet.headings):
        count = sum(bool(row[at]) for row in sheet.rows)
        if heading not in known and count:
            cells = "1 text" if count == 1 else f"{count} texts"
            called = (
                f"the column {heading!r}" if heading else f"column {at + 1}, without a heading,"
            )
            yield f"{called} of {sheet.name} is none of its columns, and holds {cells}."


def _doubled(sheet: Read) -> Iterator[str]:
    at = sheet.headings.index(KEY)
    keys = Counter(row[at] for row in sheet.rows if row[at])
    for key, count in keys.items():
        if count > 1:
            rows = [str(number) for number, row in enumerate(sheet.rows, 2) if row[at] == key]
            yield (
                f"rows {', '.join(rows)} of {sheet.name} have one key. Empty the key of those that "
                "are new."
            )
