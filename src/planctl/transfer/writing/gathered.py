"""Sheets that were read back, as the plan that they hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planctl.errors import ExitCode, PlanctlError
from planctl.findings import Path
from planctl.source import Value
from planctl.transfer.writing.columns import layout_for
from planctl.transfer.writing.held import Read, held
from planctl.transfer.writing.leaves import grown, place_read
from planctl.transfer.writing.sheets import GROUP, KEY, PLAN, REST


class UnreadSheetError(PlanctlError):
    """A sheet of an export of ours that cannot be read back."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, sheet: str, row: int, problem: str) -> None:
        super().__init__(
            f"Row {row} of {sheet} cannot be read back: {problem}. Nothing was written. "
            "Leave the key column as it was exported; a row of your own has none."
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A value with its place in the plan, and where it stands: the sheet, row and column."""

    path: Path
    value: Value
    sheet: Read
    row: int
    column: int


def plan_in(sheets: Iterable[Read]) -> Value:
    """The plan as a file has it. Raises MisplacedError, UnreadSheetError."""
    return grown((part.path, part.value) for part in parts_in(sheets))


def parts_in(sheets: Iterable[Read]) -> tuple[Part, ...]:
    """The values of the plan, each with its cell. Raises MisplacedError, UnreadSheetError."""
    found = held(sheets)
    names = dict(_names(found))
    return tuple(part for sheet in found for part in _parts(sheet, names))


def _parts(sheet: Read, names: Mapping[str, str]) -> Iterator[Part]:
    if sheet.name == REST:
        yield from _rest(sheet)
        return
    columns = layout_for(sheet.headings, sheet.name, names)
    key = sheet.headings.index(KEY)
    added = _Added(sheet)
    for number, row in enumerate(sheet.rows, 2):
        if not any(row):
            continue
        path = _path(sheet.name, number, row[key]) if row[key] else added.place(number, row)
        for at, (heading, text) in enumerate(zip(sheet.headings, row, strict=True)):
            if text and heading in columns:
                column = columns[heading]
                read = column.form.read(text)
                yield Part((*path, *column.path), read, sheet, number, at)


def _rest(sheet: Read) -> Iterator[Part]:
    """Each text of the rest; one that goes on in further rows is put together again."""
    key = sheet.headings.index(KEY)
    texts: dict[Path, Part] = {}
    for number, row in enumerate(sheet.rows, 2):
        if any(row):
            path = _path(sheet.name, number, row[key])
            value = "".join(text for at, text in enumerate(row) if at != key)
            first = texts.get(path, Part(path, "", sheet, number, 1 - key if key in (0, 1) else 0))
            texts[path] = replace(first, value=f"{first.value}{value}")
    yield from texts.values()


def _path(sheet: str, number: int, key: str) -> Path:
    path = () if key == PLAN else place_read(key)
    if path is None:
        raise UnreadSheetError(sheet, number, f"{key!r} is not a key")
    return path


class _Added:
    """Where rows go that somebody has added: behind the others of their theme or list."""

    def __init__(self, sheet: Read) -> None:
        self.sheet = sheet
        key, group = sheet.headings.index(KEY), _index(sheet.headings, GROUP)
        self.last: dict[Path, int] = {}
        self.themes: dict[str, Path] = {}
        for number, row in enumerate(sheet.rows, 2):
            path = _path(sheet.name, number, row[key]) if row[key] else ()
            if path and isinstance(path[-1], int):
                holder = path[:-1]
                self.last[holder] = max(self.last.get(holder, -1), path[-1])
                if group is not None:
                    self.themes.setdefault(row[group], holder)

    def place(self, number: int, row: tuple[str, ...]) -> Path:
        """The place of the next one. Raises UnreadSheetError where that is not clear."""
        group = _index(self.sheet.headings, GROUP)
        named = self.themes.get(row[group]) if group is not None else None
        holder = named or (next(iter(self.last)) if len(self.last) == 1 else None)
        if holder is None:
            problem = f"it has no key, and {GROUP!r} names none of the sheet's"
            raise UnreadSheetError(self.sheet.name, number, problem)
        self.last[holder] += 1
        return (*holder, self.last[holder])


def _index(headings: Sequence[str], heading: str) -> int | None:
    return headings.index(heading) if heading in headings else None


def _names(sheets: Iterable[Read]) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        if sheet.name == "Parties" and {"Id", "Name"} <= {*sheet.headings}:
            at, name = sheet.headings.index("Id"), sheet.headings.index("Name")
            yield from ((row[at], row[name]) for row in sheet.rows if row[at] and row[name])
