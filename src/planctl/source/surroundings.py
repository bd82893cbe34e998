"""What stands round a value in its file: lines, indentation, and the comments that belong to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from planctl.findings import Path
from planctl.source.document import Document
from planctl.source.emit import Layout
from planctl.source.nodes import (
    Comment,
    Holder,
    Mapping,
    Member,
    Node,
    Scalar,
    Sequence,
    Tree,
    along,
    node_at,
)
from planctl.source.tree import tree_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A file's text, its syntax and its layout."""

    text: str
    tree: Tree
    layout: Layout

    def line_start(self, offset: int) -> int:
        """Where the line begins that holds the offset."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where the line that holds the offset ends, before its line break."""
        end = self.text.find("\n", offset)
        if end < 0:
            return len(self.text)
        return end - 1 if end > offset and self.text[end - 1] == "\r" else end

    def next_line(self, offset: int) -> int:
        """Where the line below begins; the end of the file when there is none."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end + 1

    def column(self, offset: int) -> int:
        """The 0-based column of an offset."""
        return offset - self.line_start(offset)

    def begins_line(self, offset: int) -> bool:
        """Whether only spaces stand in front of the offset."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def alone(self, offset: int) -> Comment | None:
        """The comment that has the line which begins there to itself."""
        found = self.tree.comments_between(offset, self.line_end(offset))
        return found[0] if found and found[0].is_alone else None

    def behind(self, offset: int) -> Comment | None:
        """The comment on the rest of the line."""
        return next(iter(self.tree.comments_between(offset, self.line_end(offset))), None)

    def with_space(self, comment: Comment) -> str:
        """The comment with the space in front of it."""
        before = self.text[self.line_start(comment.start) : comment.start]
        space = before[len(before.rstrip(" \t")) :]
        return f"{space or ' '}{self.text[comment.start : comment.end]}"

    def own_start(self, member: Member) -> int:
        """Where the comment lines begin that stand right above the entry, in its column.

        Without any, where the entry begins; so too for the first entry of the file: what stands
        above that speaks of the whole.
        """
        root = self.tree.root
        is_first = isinstance(root, Mapping | Sequence) and member in root.entries[:1]
        if is_first or not self.begins_line(member.start):
            return member.start
        start, column = member.start, self.column(member.start)
        # An entry that is not the first has something else above it to stop at.
        while comment := self.alone(self.line_start(self.line_start(start) - 1)):
            if self.column(comment.start) != column:
                break
            start = comment.start
        return start

    def tail(self, member: Member) -> int:
        """Where the last line of the entry ends, comments further right below it included."""
        end, column = self.line_end(member.end), self.column(member.start)
        while (below := self.next_line(end)) < len(self.text):
            comment = self.alone(below)
            if comment is None or self.column(comment.start) <= column:
                break
            end = self.line_end(below)
        return end

    def can_take_block(self, end: int, column: int) -> bool:
        """Whether a text in lines of its own may end there, below a field in the column.

        A comment below it that stands further right would become part of that text.
        """
        place = self.next_line(end)
        while place < len(self.text) and not self.text[place : self.line_end(place)].strip():
            place = self.next_line(place)
        comment = self.alone(place)
        return comment is None or self.column(comment.start) <= column

    def laid_out(self, end: int, column: int) -> Layout:
        """The layout for what is written in the column and ends there."""
        return replace(self.layout, has_blocks=self.can_take_block(end, column))


@dataclass(frozen=True, slots=True)
class Site:
    """The place of a value: the entry that has it, and the list or mapping that has the entry."""

    holder: Holder
    member: Member
    name: str

    @property
    def value(self) -> Node | None:
        """What stands there now."""
        return self.member.value


def surroundings_of(document: Document, exact: frozenset[str] = frozenset()) -> Surroundings:
    """What the file looks like; `exact` names the fields whose dates and numbers are no text."""
    around = _of_text(document.text)
    return replace(around, layout=replace(around.layout, exact=exact))


@lru_cache(maxsize=8)
def _of_text(text: str) -> Surroundings:
    first = text.find("\n")
    line_end = "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
    bare = Surroundings(text, tree_of(text), Layout(line_end=line_end))
    steps = {type(inner): bare.column(_start(inner)) - column for inner, column in _inner(bare)}
    layout = replace(bare.layout, step=steps.get(Mapping, 2), dash=steps.get(Sequence, 2))
    return replace(bare, layout=layout)


def site_of(tree: Tree, path: Path) -> Site:
    """The place of what the path leads to, which must be there and not be the whole file."""
    holder, met = node_at(tree, path[:-1]), along(tree, path)
    if isinstance(holder, Scalar) or holder is None or len(met) < len(path):
        raise KeyError(path)
    return Site(holder, met[-1], name_at(path))


def name_at(path: Path) -> str:
    """The name of the field that holds what the path leads to, through lists if need be."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _inner(around: Surroundings) -> Iterator[tuple[Holder, int]]:
    """Each list and mapping in lines below a field, the first last, with the field's column."""
    found = []
    waiting: list[Node | None] = [around.tree.root]
    while waiting:
        node = waiting.pop()
        if node is None or isinstance(node, Scalar) or node.is_flow:
            continue
        waiting += (member.value for member in node.entries)
        if isinstance(node, Mapping):
            found += [
                (entry.value, around.column(entry.start))
                for entry in node.entries
                if isinstance(entry.value, Mapping | Sequence) and not entry.value.is_flow
            ]
    yield from sorted(found, key=lambda pair: -pair[0].start)


def _start(holder: Holder) -> int:
    return holder.entries[0].start
