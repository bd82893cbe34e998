"""A file cut into the pieces that its entries are: whole lines, with the comments above them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from planctl.findings import Path
from planctl.merging.side import Side
from planctl.source.nodes import (
    Entry,
    Holder,
    Item,
    Mapping,
    Member,
    Node,
    Scalar,
    Sequence,
)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """An entry of a list or mapping in lines.

    `gap` are the lines above it that belong to nothing else, `own` the comment lines right above
    it, `start` and `end` where its own lines begin and end.
    """

    side: Side
    path: Path
    member: Member
    gap: str
    own: str
    start: int
    end: int

    @property
    def column(self) -> int:
        """Where it begins in its first line."""
        return self.side.around.column(self.member.start)

    @property
    def body(self) -> str:
        """Its own lines; one that shares its first line with a dash gets the line to itself."""
        return self.stretch(self.start, self.end)

    @property
    def value(self) -> Node | None:
        """What it holds."""
        return self.member.value

    @property
    def is_inline(self) -> bool:
        """Whether the first thing that it holds stands in the line of its dash."""
        value = self.value
        return isinstance(self.member, Item) and isinstance(value, Mapping | Sequence) and (
            self.side.around.line_start(value.start) <= self.member.start
        )  # fmt: skip

    @property
    def head(self) -> str:
        """The lines before those of what it holds; none where that begins in the line of a dash."""
        return "" if self.is_inline else self.stretch(self.start, self.inner_start)

    @property
    def inner_start(self) -> int:
        """Where the lines of what it holds begin, comments above them included."""
        if self.is_inline and self.value:
            return self.value.start
        return self.side.around.next_line(self.member.mark_end)

    def stretch(self, start: int, end: int) -> str:
        """Lines of it; the first one with spaces for what stands in front."""
        around = self.side.around
        before = " " * around.column(start) if start == self.member.start else ""
        return f"{before}{self.side.text[start:end]}"


@dataclass(frozen=True, slots=True)
class Block:
    """A list or mapping in lines: the column of its entries, and what stands below the last."""

    column: int
    footer: str


@dataclass(slots=True)
class Cut:
    """A whole version, cut: each piece and each list or mapping in lines, by its place."""

    pieces: dict[Path, Piece] = field(default_factory=dict)
    blocks: dict[Path, Block] = field(default_factory=dict)


def is_block(node: Node | None) -> bool:
    """Whether it is a list or mapping in lines."""
    return isinstance(node, Mapping | Sequence) and not node.is_flow


def cut(side: Side) -> Cut:
    """The version in pieces."""
    made = Cut()
    top: tuple[Path, Node | None, int, int] = ((), side.around.tree.root, 0, len(side.text))
    waiting = [top]
    while waiting:
        path, holder, start, end = waiting.pop()
        if holder is None or isinstance(holder, Scalar) or holder.is_flow:
            continue
        pieces = list(_pieces(side, path, holder, start))
        made.pieces |= {piece.path: piece for piece in pieces}
        made.blocks[path] = Block(pieces[0].column, side.text[pieces[-1].end : end])
        waiting += [(one.path, one.value, one.inner_start, one.end) for one in pieces]
    return made


def _pieces(side: Side, path: Path, holder: Holder, start: int) -> Iterator[Piece]:
    around, place = side.around, start
    members: tuple[Member, ...] = holder.entries
    for number, member in enumerate(members):
        step = (member.name or "") if isinstance(member, Entry) else number
        own, line = around.own_start(member), member.start
        if around.begins_line(line) and place <= around.line_start(line):
            own, line = around.line_start(own), around.line_start(line)
        else:
            own = place = line
        below = around.next_line(around.tail(member))
        gap, above = side.text[place:own], side.text[own:line]
        yield Piece(side, (*path, step), member, gap, above, line, below)
        place = below


def shifted(text: str, by: int) -> str:
    """The lines moved right, or left as far as there are spaces; blank ones stay."""
    if not by or not text:
        return text
    lines = text.split("\n")
    return "\n".join(_moved(line, by) if line.strip() else line for line in lines)


def _moved(line: str, by: int) -> str:
    if by > 0:
        return f"{' ' * by}{line}"
    blank = len(line) - len(line.lstrip(" "))
    return line[min(blank, -by) :]
