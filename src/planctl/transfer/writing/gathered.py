"""Sheets that were read back, as the plan that they hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def plan_in(sheets: Iterable[Read]) -> Value:
    """The plan as a file has it. Raises MisplacedError, UnreadSheetError."""
    found = held(sheets)
    names = dict(_names(found))
    parts = [part for sheet in found for part in _parts(sheet, names)]
    return grown(parts)


def _parts(sheet: Read, names: Mapping[str, str]) -> Iterator[tuple[Path, Value]]:
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
        for heading, text in zip(sheet.headings, row, strict=True):
            if text and heading in columns:
                column = columns[heading]
                yield (*path, *column.path), column.form.read(text)


def _rest(sheet: Read) -> Iterator[tuple[Path, Value]]:
    """Each text of the rest; one that goes on in further rows is put together again."""
    key = sheet.headings.index(KEY)
    texts: dict[Path, str] = {}
    for number, row in enumerate(sheet.rows, 2):
        if any(row):
            path = _path(sheet.name, number, row[key])
            value = "".join(text for at, text in enumerate(row) if at != key)
            texts[path] = texts.get(path, "") + value
    yield from texts.items()


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
