"""The syntax of a YAML text, from libyaml's events, and the signs that they leave out."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs leave it out
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent
from yaml.events import MappingStartEvent as MappingStart
from yaml.tokens import (
    AliasToken,
    AnchorToken,
    BlockEntryToken,
    DirectiveToken,
    KeyToken,
    ScalarToken,
    TagToken,
    ValueToken,
)

from planctl.source.nodes import Comment, Entry, Item, Mapping, Node, Scalar, Sequence, Tree

_OPAQUE: Final = (ScalarToken, AliasToken, AnchorToken, TagToken, DirectiveToken)
"""Tokens in which # begins no comment."""

_COMMENT: Final = re.compile("#[^\n\r\x85\u2028\u2029]*")
_HEAD: Final = re.compile(r"[|>][-+\d]*[ \t]+(?=#)")


@lru_cache(maxsize=8)
def tree_of(text: str) -> Tree:
    """The syntax of a text that could be read. Raises yaml.YAMLError for one that could not."""
    builder = _Builder(text, _marks_of(text))
    parser: Any = CParser(text)
    while (event := parser.get_event()) is not None:
        builder.take(event)
    return Tree(builder.root, tuple(_comments(text, builder.marks.opaque)))


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where the signs stand that the parser's events leave out, and what hides a #."""

    dashes: list[int]
    colons: list[int]
    questions: list[int]
    opaque: list[tuple[int, int]]


def _marks_of(text: str) -> _Marks:
    marks = _Marks([], [], [], [])
    parser: Any = CParser(text)
    while (token := parser.get_token()) is not None:
        kind, start, end = type(token), token.start_mark.index, token.end_mark.index
        if kind in _OPAQUE:
            marks.opaque.append((start, end))
        elif kind is ValueToken:
            marks.colons.append(start)
        elif kind is BlockEntryToken:
            marks.dashes.append(start)
        # A key without a ? begins with an empty token.
        elif kind is KeyToken and end > start:
            marks.questions.append(start)
    return marks


def _comments(text: str, opaque: list[tuple[int, int]]) -> Iterator[Comment]:
    place = 0
    for start, end in (*opaque, (len(text), len(text))):
        yield from _comments_in(text, place, start)
        if head := _HEAD.match(text, start):
            yield from _comments_in(text, head.end(), text.find("\n", start))
        place = end


def _comments_in(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, end):
        line_start = text.rfind("\n", 0, found.start()) + 1
        yield Comment(*found.span(), is_alone=not text[line_start : found.start()].strip(" \t"))


@dataclass(slots=True)
class _Level:
    """A mapping or list that is still open, and what was met in it: keys and values in turn."""

    start: int
    is_flow: bool
    is_mapping: bool
    met: list[tuple[Node, str | None]] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    """Makes nodes of the parser's events, without recursion."""

    text: str
    marks: _Marks
    levels: list[_Level] = field(default_factory=list)
    root: Node | None = None

    def take(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, CollectionStartEvent):
            is_mapping = isinstance(event, MappingStart)
            self.levels.append(_Level(start, bool(event.flow_style), is_mapping))
        elif isinstance(event, CollectionEndEvent):
            self.put(self.closed(self.levels.pop(), start, end), None)
        elif isinstance(event, ScalarEvent):
            is_block = event.style in {"|", ">"}
            stop = _block_end(self.text, start, end) if is_block else end
            self.put(Scalar(start, stop, event.style or ""), event.value)
        elif isinstance(event, AliasEvent):
            self.put(Scalar(start, end), None)

    def put(self, node: Node, name: str | None) -> None:
        if self.levels:
            self.levels[-1].met.append((node, name))
        elif node.end > node.start:
            self.root = node

    def closed(self, level: _Level, start: int, end: int) -> Node:
        is_bare = end == start
        if level.is_mapping:
            entries = tuple(self.entries(level))
            end = entries[-1].end if is_bare and entries else end
            is_bare = is_bare and level.is_flow
            return Mapping(level.start, end, level.is_flow, entries, is_bare)
        items = tuple(self.item(node, level.is_flow) for node, _ in level.met)
        end = items[-1].end if is_bare and items else end
        return Sequence(level.start, end, level.is_flow, items)

    def entries(self, level: _Level) -> Iterator[Entry]:
        place = level.start
        for (key, name), (value, _) in zip(level.met[::2], level.met[1::2], strict=True):
            colon = _first(self.marks.colons, key.end, value.start)
            question = _first(self.marks.questions, place, key.start)
            begins = key.start if question is None else question
            entry = Entry(begins, name, key, colon, value if value.end > value.start else None)
            yield entry
            place = entry.end

    def item(self, node: Node, is_flow: bool) -> Item:  # noqa: FBT001 - one of two kinds of list
        value = node if node.end > node.start else None
        if is_flow:
            return Item(node.start, None, value)
        dash = self.marks.dashes[bisect_left(self.marks.dashes, node.start) - 1]
        return Item(dash, dash, value)


def _first(places: list[int], start: int, end: int) -> int | None:
    """The first of the sorted places from `start` on and before `end`."""
    found = bisect_left(places, start)
    return places[found] if found < len(places) and places[found] < end else None


def _block_end(text: str, start: int, end: int) -> int:
    """Where a text below | or > ends; the parser counts the blank lines below it to it."""
    head, *lines = text[start:end].split("\n")
    if "+" in head.partition("#")[0]:
        return end - 1 if text[end - 1] == "\n" else end
    indents = (len(line) - len(line.lstrip(" ")) for line in lines if line.strip())
    # With a digit, spaces in front of the first line belong to the text.
    indent = 0 if re.match(r"[|>]-?\d", head) else next(indents, len(text))
    while lines and not lines[-1].strip() and len(lines[-1].rstrip("\r")) <= indent:
        lines.pop()
    written = "\n".join((head, *lines))
    return start + len(written.removesuffix("\r"))
