"""A plan as Markdown, to read and to paste."""

from collections.abc import Iterator

from planctl.transfer.writing.sheets import REST, Sheet


def as_markdown(sheets: tuple[Sheet, ...], title: str) -> bytes:
    """A heading a sheet, a table each; columns that hold nothing are left out.

    What has no column is left out as well: Markdown is for reading, and cannot be read back.
    """
    lines = [f"# {_inert(title)}", ""]
    for sheet in sheets:
        if sheet.name != REST:
            lines += [f"## {sheet.name}", "", *_table(sheet), ""]
    return "\n".join(lines).encode()


def _table(sheet: Sheet) -> Iterator[str]:
    used = [at for at in range(len(sheet.columns)) if any(row.cells[at] for row in sheet.rows)]
    group = ["Belongs to"] if any(row.group for row in sheet.rows) else []
    headings = [*group, *(sheet.columns[at].heading for at in used)]
    yield _line(headings)
    yield _line(["---"] * len(headings))
    for row in sheet.rows:
        yield _line([*([row.group] if group else []), *(row.cells[at] for at in used)])


def _line(texts: list[str]) -> str:
    return f"| {' | '.join(_inert(text) for text in texts)} |"


def _inert(text: str) -> str:
    """The text as it stands, on one line: nothing in it acts as Markdown or HTML."""
    marked = "".join(f"\\{letter}" if letter in "\\`*_[]<>|#" else letter for letter in text)
    return "<br>".join(marked.split("\n"))
