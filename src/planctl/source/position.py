"""The stretch that a path of a document covers, found by a second scan when it is wanted."""

from functools import lru_cache
from typing import Any

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs leave it out
from yaml.events import ScalarEvent

from planctl.findings import Part, Path, Span
from planctl.source.document import Document
from planctl.source.lines import Lines


def span_of(document: Document, path: Path, part: Part = "value") -> Span:
    """Where the key or value at the path begins and ends.

    A list, a mapping and a text of several lines are shown by their first line: that is where a
    reader looks.
    """
    if not path:
        return Span(1, 1, 1, 1 + len(document.lines.line(1)))
    start = document.offset(path, part)
    line, _ = document.lines.line_and_column(start)
    line_end = document.lines.starts[line - 1] + len(document.lines.line(line).rstrip())
    is_scalar = part == "key" or not isinstance(document.value(path), dict | list)
    end = _scalar_ends(document.lines).get(start, line_end) if is_scalar else line_end
    end = min(end, line_end) if end > start else line_end
    return document.lines.span(start, max(end, start))


@lru_cache(maxsize=8)
def _scalar_ends(lines: Lines) -> dict[int, int]:
    """Where each scalar of the text ends, by where it begins."""
    ends: dict[int, int] = {}
    parser: Any = CParser(lines.text)
    try:
        while (event := parser.get_event()) is not None:
            if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark:
                ends[event.start_mark.index] = event.end_mark.index
    except YAMLError:
        return ends
    return ends
