"""A file of any kind that can be imported, read."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl.transfer.ledger import Ledger
from planctl.transfer.reading.archives import check_archive, empty
from planctl.transfer.reading.decoded import decoded
from planctl.transfer.reading.delimited import read_delimited, read_pasted
from planctl.transfer.reading.grid import MAX_CELLS, Papers, TooManyCellsError
from planctl.transfer.reading.markdown import read_markdown
from planctl.transfer.reading.refused import RefusedFileError, UnknownFormatError
from planctl.transfer.reading.web_page import read_web_page

_TEXTS: Final[Mapping[str, Callable[[str, Ledger], Papers]]] = MappingProxyType({
    "": read_pasted, ".txt": read_pasted, ".text": read_pasted,
    ".csv": read_delimited, ".tsv": read_delimited,
    ".md": read_markdown, ".markdown": read_markdown,
    ".html": read_web_page, ".htm": read_web_page,
})  # fmt: skip
_ARCHIVES: Final = frozenset({".docx", ".xlsx"})


def papers_in(path: Path, content: bytes, track: str = "") -> Papers:
    """What the file holds. `track` says which text counts where Word has recorded changes.

    Raises RefusedFileError, TrackedChangesError, UnknownFormatError, MissingLibraryError.
    """
    if not content.strip():
        raise empty(path)
    try:
        return _papers(path, content, track)
    except TooManyCellsError as error:
        reason = f"a table of it would have more than {MAX_CELLS:,} cells"
        raise RefusedFileError(path, reason, "Copy out the part with the plan.") from error


def _papers(path: Path, content: bytes, track: str) -> Papers:
    kind = path.suffix.casefold()
    if kind in _ARCHIVES:
        check_archive(path, content)
        return _from_archive(path, kind, content, track)
    if kind not in _TEXTS:
        raise UnknownFormatError(path)
    text, warnings = decoded(path, content)
    papers = _TEXTS[kind](text, Ledger())
    return Papers(papers.blocks, papers.ledger, papers.visible, (*warnings, *papers.warnings))


def _from_archive(path: Path, kind: str, content: bytes, track: str) -> Papers:
    # Each brings a library along that only its own files need.
    if kind == ".docx":
        from planctl.transfer.reading.word import read_word  # noqa: PLC0415

        return read_word(path, content, track)
    from planctl.transfer.reading.excel import read_excel  # noqa: PLC0415

    return read_excel(path, content)
