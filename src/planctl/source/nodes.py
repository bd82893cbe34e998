"""What a YAML text is made of: nodes, their entries and comments, with exact offsets."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeAlias

from planctl.findings import Path


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text with its quotes, from its first character up to behind its last one.

    `style` is the mark it begins with, empty for a plain one. A text below | or > ends before the
    line break of its last line.
    """

    start: int
    end: int
    style: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its name and value; it begins at its name, or at the ? in front of that.

    Without a colon it has no value either. `name` is None when it is no text.
    """

    start: int
    name: str | None
    key: "Node"
    colon: int | None
    value: "Node | None"

    @property
    def end(self) -> int:
        """Where it ends, a comment behind it left out."""
        return self.value.end if self.value else self.mark_end

    @property
    def mark_end(self) -> int:
        """Where its colon ends, or its name when there is none."""
        return self.key.end if self.colon is None else self.colon + 1


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list; in brackets it has no dash."""

    start: int
    dash: int | None
    value: "Node | None"

    @property
    def end(self) -> int:
        """Where it ends, a comment behind it left out."""
        return self.value.end if self.value else self.mark_end

    @property
    def mark_end(self) -> int:
        """Where its dash ends, or where it begins when there is none."""
        return self.start if self.dash is None else self.dash + 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields, in lines (`is_flow` false) or in braces; `is_bare` in brackets without braces."""

    start: int
    end: int
    is_flow: bool
    entries: tuple[Entry, ...]
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Entries of a list, in lines or in brackets."""

    start: int
    end: int
    is_flow: bool
    entries: tuple[Item, ...]


Holder: TypeAlias = Mapping | Sequence
Member: TypeAlias = Entry | Item
Node: TypeAlias = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its # on, and whether nothing else stands on its line."""

    start: int
    end: int
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """All of a text's syntax."""

    root: Node | None
    comments: tuple[Comment, ...]

    def comments_between(self, start: int, end: int) -> tuple[Comment, ...]:
        """Those that begin in a stretch of the text."""
        first = bisect_left(self.comments, start, key=lambda comment: comment.start)
        last = bisect_left(self.comments, end, key=lambda comment: comment.start)
        return self.comments[first:last]


def along(tree: Tree, path: Path) -> tuple[Member, ...]:
    """The entries that lead to the path, as far as the text has them; of two alike, the first."""
    node, met = tree.root, []
    for step in path:
        member = _member(node, step)
        if member is None:
            break
        met.append(member)
        node = member.value
    return tuple(met)


def node_at(tree: Tree, path: Path) -> Node | None:
    """What stands at the path; None when that is blank or absent."""
    if not path:
        return tree.root
    met = along(tree, path)
    return met[-1].value if len(met) == len(path) else None


def _member(node: Node | None, step: str | int) -> Member | None:
    if isinstance(node, Mapping):
        return next((entry for entry in node.entries if entry.name == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.entries):
        return node.entries[step]
    return None
