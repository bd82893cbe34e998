"""Findings with the lines they speak of: for people."""

from collections.abc import Iterator
from typing import Final

from planctl.console.closing import closing_line, let_stand, tally
from planctl.console.let_stand import standing
from planctl.console.terminal import Paint, cells, filled, placed, printable
from planctl.findings import Finding, Related, Span
from planctl.rules import CheckRun
from planctl.source import Document

MAX_LINE: Final = 110
MAX_PLACES: Final = 60
PLACES_WIDTH: Final = 100


def render_full(run: CheckRun, paint: Paint) -> str:
    """Each finding with its place, its line, its remedy; then the tally and the closing line."""
    blocks = ["\n".join(_block(finding, run, paint)) for finding in standing(run.said)]
    last = "\n".join([*let_stand(run), tally(run, paint), closing_line(run)])
    return "\n\n".join([*blocks, last]) + "\n"


def _block(finding: Finding, run: CheckRun, paint: Paint) -> Iterator[str]:
    mark = ", preview" if finding.is_preview else ""
    label = paint(f"{finding.severity}[{finding.code} {finding.name}{mark}]", finding.severity)
    yield f"{label} {paint(printable(finding.message), 'bold')}"
    document, span = run.documents.get(finding.file), finding.span
    margin = " " * len(str(_last_line(finding)))
    yield f"{margin} {paint('-->', 'caret')} {placed(finding.file, span)}"
    if span is not None and document is not None and document.lines.line(span.line).strip():
        yield from _snippet(document, span, margin, paint)
    if finding.places > 1:
        first, *others = filled(_places(finding), PLACES_WIDTH - len(margin))
        yield f"{margin} {paint('=', 'caret')} {first}"
        yield from (f"{margin}   {line}" for line in others)
    else:
        for related in finding.related:
            yield from _related(finding, related, document, margin, paint)
    if finding.help:
        yield f"{margin} {paint('=', 'caret')} {printable(finding.help)}"


def _snippet(document: Document, span: Span, margin: str, paint: Paint) -> Iterator[str]:
    bar = paint("|", "caret")
    line, first = _window(printable(document.lines.line(span.line)), span.column - 1)
    width = span.end_column - span.column if span.end_line == span.line else 1
    start = span.column - 1 - first
    before, marked = line[:start], line[start : start + max(width, 1)]
    number = str(span.line).rjust(len(margin))
    yield f"{margin} {bar}"
    yield f"{paint(number, 'faint')} {bar} {line}"
    yield f"{margin} {bar} {' ' * cells(before)}{paint('^' * max(cells(marked), 1), 'caret')}"


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that holds the column, dots where it is cut, and where it begins."""
    if len(line) <= MAX_LINE:
        return line, 0
    first = max(0, min(column - MAX_LINE // 3, len(line) - MAX_LINE))
    part = line[first : first + MAX_LINE]
    part = f"…{part[1:]}" if first else part
    return f"{part[:-1]}…" if first + MAX_LINE < len(line) else part, first


def _related(
    finding: Finding, related: Related, document: Document | None, margin: str, paint: Paint
) -> Iterator[str]:
    place = placed(finding.file, related.span)
    yield f"{margin} {paint('::', 'caret')} {printable(related.message)}: {place}"
    if related.span is not None and document is not None:
        yield from _snippet(document, related.span, margin, paint)


def _places(finding: Finding) -> Iterator[str]:
    for related in finding.related[:MAX_PLACES]:
        line = f" (line {related.span.line})" if related.span else ""
        yield f"{printable(related.message)}{line}"
    if len(finding.related) > MAX_PLACES:
        yield f"and {len(finding.related) - MAX_PLACES} more"


def _last_line(finding: Finding) -> int:
    spans = (
        [finding.span] if finding.places > 1 else [finding.span, *(r.span for r in finding.related)]
    )
    return max((span.line for span in spans if span), default=0)
