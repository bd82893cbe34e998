"""The fields of each record in the order of the format."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from planctl.editing.places import places
from planctl.findings import Edit
from planctl.loading import field_names
from planctl.model.record import Record
from planctl.source import Document
from planctl.source.nodes import Entry, Mapping
from planctl.source.surroundings import Surroundings, surroundings_of


def ordering(document: Document, model: type[Record]) -> tuple[Edit, ...]:
    """Edits that put fields in order; of records within each other, the innermost alone.

    Comments go with the field that they stand above or behind. Fields that the format does not
    have keep their order, behind the others. Without edits, all is in order.
    """
    around = surroundings_of(document)
    found = [
        (place.node, wanted)
        for place in places(around.tree, model)
        if isinstance(place.node, Mapping)
        and isinstance(place.type, type)
        and issubclass(place.type, Record)
        and (wanted := _in_order(place.node.entries, field_names(place.type)))
        and _can_be_ordered(place.node, around)
    ]
    starts = sorted(node.start for node, _ in found)
    return tuple(
        edit
        for node, wanted in found
        if bisect_right(starts, node.start) == bisect_left(starts, node.end)
        for edit in (_in_braces if node.is_flow else _in_lines)(node, wanted, around)
    )


def _in_order(entries: Sequence[Entry], names: Sequence[str]) -> tuple[Entry, ...]:
    """The entries in order; nothing when they are so already."""
    rank = {name: place for place, name in enumerate(names)}
    wanted = sorted(entries, key=lambda entry: rank.get(entry.name or "", len(rank)))
    return () if wanted == list(entries) else tuple(wanted)


def _can_be_ordered(node: Mapping, around: Surroundings) -> bool:
    """Whether each field stands apart: in lines of its own, or in braces without comments."""
    if node.is_flow:
        return not around.tree.comments_between(node.start, node.end)
    return all(around.begins_line(entry.start) for entry in node.entries[1:])


def _in_braces(node: Mapping, wanted: Sequence[Entry], around: Surroundings) -> Iterator[Edit]:
    for entry, new in zip(node.entries, wanted, strict=True):
        if entry is not new:
            yield Edit(entry.start, entry.end, around.text[new.start : new.end])


def _in_lines(node: Mapping, wanted: Sequence[Entry], around: Surroundings) -> Iterator[Edit]:
    """Each field moves with its comments to the place of another; blank lines stay where they are.

    The first field of a list's entry shares its line with the dash: comments above a field that
    comes there go above the dash.
    """
    first = node.entries[0]
    is_dashed = not around.begins_line(first.start)
    for entry, new in zip(node.entries, wanted, strict=True):
        if entry is new:
            continue
        begins, ends = _stretch(new, around)
        start, end = _stretch(entry, around)
        text = around.text[begins:ends]
        if is_dashed and entry is first:
            yield from _above_dash(around.text[begins : new.start], first, around)
            text = around.text[new.start : ends]
        elif is_dashed and new is first:
            text = f"{' ' * around.column(first.start)}{text}"
        yield Edit(start, end, text)


def _stretch(entry: Entry, around: Surroundings) -> tuple[int, int]:
    """The lines of the field and its comments, without the last line break.

    For the first one behind a dash, they begin with the field itself.
    """
    start = around.own_start(entry)
    begins = around.line_start(start) if around.begins_line(start) else start
    return begins, around.tail(entry)


def _above_dash(comments: str, first: Entry, around: Surroundings) -> Iterator[Edit]:
    if not comments.strip():
        return
    line = around.line_start(first.start)
    indent = " " * (len(around.text[line:]) - len(around.text[line:].lstrip(" ")))
    lines = (line.strip() for line in comments.splitlines() if line.strip())
    end = around.layout.line_end
    yield Edit(line, line, "".join(f"{indent}{comment}{end}" for comment in lines))
