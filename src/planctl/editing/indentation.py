"""The lines of a file: how far each is indented."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from planctl.editing.places import is_block
from planctl.source.lines import Lines
from planctl.source.nodes import Item, Member, Node, Scalar, Tree

STEP: Final = 2
"""How far fields stand right of the one that holds them, and the dashes of a list of its field."""


@dataclass(frozen=True, slots=True)
class Indent:
    """What a line begins with: so many of its characters give way to `text`."""

    width: int
    text: str


@dataclass(slots=True)
class Indents:
    """The new beginnings of a file's lines, by their numbers from 1; the others stay.

    `members` are the lines that begin with an entry, with the column that it moves from and to.

    `texts` are the lines that go on with a text from the line above: their blank lines and the
    spaces at their ends are part of it. `openers` are those whose field has its value below.
    """

    lines: Lines
    tree: Tree
    found: dict[int, Indent] = field(default_factory=dict)
    members: dict[int, tuple[int, int]] = field(default_factory=dict)
    texts: set[int] = field(default_factory=set)
    openers: set[int] = field(default_factory=set)

    def holder(self, node: Node | None, column: int) -> None:
        """Takes the lines of a list or mapping whose entries are to stand in the column."""
        if node is None or isinstance(node, Scalar):
            return
        for member in node.entries:
            line, old = self.lines.line_and_column(member.start)
            if not self.lines.line(line)[: old - 1].strip(" "):
                self.found[line] = Indent(old - 1, " " * column)
                self.members[line] = (old - 1, column)
            self.value(member, column)

    def value(self, member: Member, column: int) -> None:
        """Takes the lines of what an entry in the column has for its value."""
        value = member.value
        if value is None:
            return
        line = self.lines.line_and_column(member.mark_end)[0]
        first, old = self.lines.line_and_column(value.start)
        if first > line:
            self.openers.add(line)
        if not is_block(value):
            self.inline(member, value, column)
        elif first == line and line in self.found and isinstance(member, Item):
            self.found[line] = Indent(old - 1, f"{self.found[line].text}- ")
            self.holder(value, column + len("- "))
        else:
            self.holder(value, column + STEP)

    def inline(self, member: Member, value: Node, column: int) -> None:
        """Takes the further lines of a text, or of a list or mapping in brackets."""
        begins = self.lines.line_and_column(member.mark_end)[0]
        first = self.lines.line_and_column(value.start)[0]
        last = self.lines.line_and_column(value.end)[0]
        old = self.lines.line_and_column(member.start)[1] - 1
        if first > begins:
            self.set(first, column + STEP)
        if not isinstance(value, Scalar):
            for line in range(first + 1, last + 1):
                self.set(line, max(self.width(line) + column - old, 0))
            return
        inner = range(first + 1, last + 1)
        self.texts.update(inner)
        if value.style in {"|", ">"}:
            self.body(inner, value, (old, column))
        else:
            for line in inner:
                self.set(line, column + STEP)

    def body(self, inner: range, value: Scalar, columns: tuple[int, int]) -> None:
        """Takes the lines of a text below | or >, whose entry moves between the columns."""
        before, now = columns
        head = self.lines.text[value.start : value.end].split("\n", 1)[0].partition("#")[0]
        filled = [line for line in inner if self.lines.line(line).strip()]
        if not filled:
            return
        is_given = any(character.isdigit() for character in head)
        old = 0 if is_given else self.width(filled[0])
        for line in filled:
            width = self.width(line)
            new = width + now - before if is_given else width - old + now + STEP
            self.set(line, max(new, 0))

    def comments(self) -> None:
        """Takes the comments that have a line for themselves.

        They stand with the entry below them or, where that is in another column, with the nearest
        one above that is in theirs.
        """
        alone = [self.lines.line_and_column(one.start)[0] for one in self.tree.comments
                 if one.is_alone]  # fmt: skip
        for line in alone:
            if line not in self.found:
                self.set(line, self.beside(line))

    def beside(self, line: int) -> int:
        """The column of a comment's line."""
        width = self.width(line)
        order = sorted(self.members)
        place = bisect(order, line)
        for other in (*order[place : place + 1], *reversed(order[:place])):
            if self.members[other][0] == width:
                return self.members[other][1]
        if place == 0:
            return width
        old, new = self.members[order[place - 1]]
        return max(width + new - old, 0)

    def set(self, line: int, column: int) -> None:
        """Says in which column a line begins, unless it is blank."""
        if self.lines.line(line).strip():
            self.found[line] = Indent(self.width(line), " " * column)

    def width(self, line: int) -> int:
        """How many spaces a line begins with."""
        text = self.lines.line(line)
        return len(text) - len(text.lstrip(" "))


def indents_of(lines: Lines, tree: Tree) -> Indents:
    """How the lines of the file begin when they are indented as the format is written."""
    indents = Indents(lines, tree)
    if is_block(tree.root):
        indents.holder(tree.root, 0)
        indents.comments()
    return indents


def laid_out(lines: Lines, tree: Tree) -> str:
    """The text with every line indented, no spaces at line ends, and single blank lines.

    Texts of several lines keep their blank lines; at the end of the file no others are left.
    """
    indents = indents_of(lines, tree)
    kept = list(_lines(lines, indents, _ends_in_text(lines, tree)))
    while kept and not kept[-1].strip() and lines.count not in indents.texts:
        kept.pop()
    return "".join(kept)


def _lines(lines: Lines, indents: Indents, kept_ends: set[int]) -> Iterator[str]:
    """Each line that stays, with its line break."""
    may_be_blank = False
    for number in range(1, lines.count + 1):
        start, line = lines.starts[number - 1], lines.line(number)
        end = lines.text[start + len(line) : start + len(line) + 2]
        line_break = end if end == "\r\n" else end[:1]
        if number not in indents.texts and not line.strip(" \t"):
            if may_be_blank:
                yield line_break
            may_be_blank = False
            continue
        may_be_blank = number not in indents.openers
        found = indents.found.get(number)
        written = found.text + line[found.width :] if found else line
        if number not in kept_ends:
            written = written.rstrip(" \t")
        yield f"{written}{line_break}"


def _ends_in_text(lines: Lines, tree: Tree) -> set[int]:
    """The lines whose end is part of a text."""
    found: set[int] = set()
    waiting = [tree.root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            first = lines.line_and_column(node.start)[0]
            last = lines.line_and_column(node.end)[0]
            found.update(range(first, last + (node.style in {"|", ">"} and last > first)))
        elif node is not None:
            waiting += (part for member in node.entries for part in _parts(member))
    return found


def _parts(member: Member) -> tuple[Node | None, ...]:
    return (member.value,) if isinstance(member, Item) else (member.key, member.value)
