"""The stretch that a path of a document covers, found by a second scan when it is wanted."""

from functools import lru_cache
from typing import Any, Final

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs leave it out
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from planctl.findings import Part, Path, Span
from planctl.source.document import Document

_BRACKETS: Final = frozenset("[{")
"""What a list or mapping that may stand inside a line begins with."""


def span_of(document: Document, path: Path, part: Part = "value") -> Span:
    """Where the key or value at the path begins and ends.

    A list, a mapping and a text of several lines are shown by their first line: that is where a
    reader looks.
    """
    start = document.offset(path, part)
    line, _ = document.lines.line_and_column(start)
    line_end = document.lines.starts[line - 1] + len(document.lines.line(line).rstrip())
    if _is_block(document, path, part) and document.text[start] not in _BRACKETS:
        return document.lines.span(start, max(line_end, start))
    end = _ends(document.text).get(start, line_end)
    end = min(end, line_end) if end > start else line_end
    return document.lines.span(start, max(end, start))


def _is_block(document: Document, path: Path, part: Part) -> bool:
    """Whether a list or mapping stands there, or nothing does and one is the nearest thing."""
    along = document.along(path)
    is_field = len(along) == len(path) and any(isinstance(step, str) for step in path[-1:])
    if part == "key" and is_field:
        return False
    return isinstance(along[-1] if along else document.root, dict | list)


@lru_cache(maxsize=8)
def _ends(text: str) -> dict[int, int]:
    """Where each scalar, and each list or mapping in brackets, ends, by where it begins."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    parser: Any = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                ends[event.start_mark.index] = event.end_mark.index
            elif issubclass(kind, CollectionStartEvent):
                opened.append(event.start_mark.index)
            elif issubclass(kind, CollectionEndEvent):
                start = opened.pop()
                if text[start] in _BRACKETS:
                    ends[start] = event.end_mark.index
    except YAMLError:
        return ends
    return ends
