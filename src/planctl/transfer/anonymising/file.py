"""A plan's or programme's file with other words at the same places."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from planctl.findings import Edit, Path
from planctl.model import Plan, Programme, read_deadline, read_period
from planctl.model.dates import DeadlineKind
from planctl.model.days import read_day
from planctl.source import Document, read, spliced
from planctl.source.nodes import Mapping, Node, Scalar, Sequence
from planctl.source.tree import tree_of
from planctl.transfer.anonymising.comments import replaced
from planctl.transfer.anonymising.kinds import CLOSED, FIELDS, Kind, Kinds
from planctl.transfer.anonymising.party_names import flat, is_party_name
from planctl.transfer.anonymising.prose import Prose
from planctl.transfer.anonymising.word_map import RUN

_ESCAPE: Final = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n|.)")
_MASK: Final = "\ue000"
_SEPARATOR: Final = re.compile(r"[^A-Za-z0-9\s]")


_FIELD: Final = re.compile(r"\s*\"?(?P<name>[\w /-]+):\s+")


@dataclass(frozen=True)
class Place:
    """A scalar of the file: a value, or a key, with what it is."""

    path: Path
    node: Scalar
    kind: Kind


@dataclass(frozen=True)
class Anonymous:
    """How the words of one file are replaced.

    `named` are the periods of the plan's own, and `levels` those of its own scale or of planctl;
    `is_there` says whether a file of evidence is. `identifiers` are ids and references, by which
    others name an entry, and `called` what parties are called.
    """

    prose: Prose
    is_there: Callable[[str], bool]
    named: frozenset[str] = frozenset()
    levels_stay: bool = True
    identifiers: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()

    def text(self, document: Document, places: tuple[Place, ...]) -> str:
        """The file's text, of the same length, with other words."""
        edits = [
            Edit(place.node.start, place.node.end, self._scalar(document, place))
            for place in places
        ]
        edits += [
            Edit(one.start, one.end, replaced(document.text[one.start : one.end], self.prose))
            for one in tree_of(document.text).comments
        ]
        return spliced(document.text, edits)

    def _scalar(self, document: Document, place: Place) -> str:
        """What is written in place of the scalar, in the same style."""
        node = place.node
        raw = document.text[node.start : node.end]
        if node.style in {"'", '"'}:
            return f"{node.style}{self._body(raw[1:-1], place)}{node.style}"
        head = raw.partition("\n")[0] if node.style in {"|", ">"} else ""
        return head + self._body(raw[len(head) :], place)

    def _body(self, body: str, place: Place) -> str:
        """The text without its quotes or its head, with other words."""
        if place.node.style == '"':
            masked = masked_in(body)
            made = self._replaced(masked, place.kind)
            pairs = zip(masked, made, body, strict=True)
            return "".join(old if mask == _MASK else new for mask, new, old in pairs)
        return self._replaced(body, place.kind)

    def _replaced(self, text: str, kind: Kind) -> str:
        if kind is Kind.WORDS and _bare(text) in self.identifiers:
            return self.prose.name(text)
        if (kind is Kind.RATING and self.levels_stay) or kind is Kind.KEPT:
            return text
        if kind is Kind.WORDS and flat(_bare(text)) in self.called:
            return self.prose.called(text)
        ways: dict[Kind, Callable[[str], str]] = {
            Kind.WORDS: self.prose.written,
            Kind.LABEL: self.prose.unit,
            Kind.DIGEST: self.prose.words.hexadecimal,
            Kind.LOCATOR: self._locator,
            Kind.PERIOD: self._period,
            Kind.SAID: self._said,
            Kind.DEADLINE: self._deadline,
        }
        return ways.get(kind, self.prose.name)(text)

    def _period(self, text: str) -> str:
        return text if read_period(_bare(text)) else self.prose.name(text)

    def _locator(self, text: str) -> str:
        """Another file or address; one that leads to a file is no path any more."""
        made = self.prose.written(text) if "://" in text else self.prose.name(text)
        found = _SEPARATOR.search(made, 2) if self.is_there(_bare(text)) else None
        return f"{made[: found.start()]}:{made[found.end() :]}" if found else made

    def _said(self, text: str) -> str:
        """A value of several fields: their names stay, and what stands behind each is replaced."""
        parts = text.split("; ")
        heads = [_head(part) for part in parts]
        if not any(heads):
            return self._one(text)
        pairs = zip(parts, heads, strict=True)
        return "; ".join(head + self._one(part.removeprefix(head)) for part, head in pairs)

    def _one(self, text: str) -> str:
        said = _bare(text)
        stays = said in CLOSED or read_period(said) or read_day(said)
        return text if stays else self._replaced(text, Kind.WORDS)

    def _deadline(self, text: str) -> str:
        """A time as it is, but for periods of the plan's own and what is waited for."""
        said = " ".join(_bare(text).split())
        read_as = read_deadline(said, self.prose.timeline)
        if read_as is None:
            return self.prose.name(text)
        wanted = [name for name in self.named if read_period(name) is None]
        if read_as.kind is DeadlineKind.RELATIVE:
            wanted.append(read_as.event)
        for name in sorted(filter(None, wanted), key=len, reverse=True):
            pattern = r"\s+".join(map(re.escape, name.split()))
            text = re.sub(
                pattern, lambda found: self.prose.name(found[0]), text, flags=re.IGNORECASE
            )
        return text


def masked_in(body: str) -> str:
    """A text in double quotes whose escapes are hidden."""
    return _ESCAPE.sub(lambda found: _MASK * len(found[0]), body)


def places_of(document: Document, model: type[Plan] | type[Programme]) -> tuple[Place, ...]:
    """Every scalar of the file with what it is, those left out that stay."""
    kinds = Kinds(document, model)
    root = tree_of(document.text).root
    every = _places(root, (), kinds, document) if root else ()
    return tuple(place for place in every if place.kind is not Kind.KEPT)


def called_in(document: Document, places: tuple[Place, ...]) -> Iterator[str]:
    """What parties are called in the file, as it stands there: escapes are hidden."""
    for place in places:
        if place.kind is Kind.WORDS and is_party_name(place.path):
            raw = document.text[place.node.start : place.node.end]
            head = raw.partition("\n")[0] if place.node.style in {"|", ">"} else ""
            yield flat(_bare(masked_in(raw) if place.node.style == '"' else raw[len(head) :]))


def reread(text: str, name: str) -> Document:
    """The new text as a document of that name."""
    return read(text.encode("utf-8", "surrogatepass"), name)


def renamed(text: str, old: str, new: str) -> str:
    """The text with another id wherever the old one is a whole value or key."""
    edits = [
        Edit(node.start, node.end, text[node.start : node.end].replace(old, new))
        for node in _scalars(text)
        if _bare(text[node.start : node.end]) == old
    ]
    return spliced(text, edits)


def is_same_shape(old: str, new: str) -> bool:
    """Whether both texts have their scalars and comments at the same places."""
    return [*_spans(old)] == [*_spans(new)]


def words_in(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(run.casefold() for run in RUN.findall(text))


def _places(node: Node | None, path: Path, kinds: Kinds, document: Document) -> Iterator[Place]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.name is None:
                continue
            below = (*path, entry.name)
            if isinstance(entry.key, Scalar):
                yield Place(below, entry.key, kinds.of_key(below))
            yield from _places(entry.value, below, kinds, document)
    elif isinstance(node, Sequence):
        for at, item in enumerate(node.entries):
            yield from _places(item.value, (*path, at), kinds, document)
    elif isinstance(node, Scalar) and path:
        raw = document.value(path)
        written = raw if isinstance(raw, str) else document.text[node.start : node.end]
        yield Place(path, node, kinds.of_value(path, written))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where nodes and comments begin, and where those end that are no scalars."""
    for node in _nodes(text):
        yield node.start, -1 if isinstance(node, Scalar) else 0
    yield from ((one.start, one.end) for one in tree_of(text).comments)


def _scalars(text: str) -> Iterator[Scalar]:
    return (node for node in _nodes(text) if isinstance(node, Scalar))


def _nodes(text: str) -> Iterator[Node]:
    waiting: list[Node | None] = [tree_of(text).root]
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        yield node
        if isinstance(node, Mapping):
            waiting += [part for entry in node.entries for part in (entry.key, entry.value)]
        elif isinstance(node, Sequence):
            waiting += [item.value for item in node.entries]


def _head(part: str) -> str:
    """The names of fields and periods that the part begins with: `schedule: "Year 1: `."""
    end = 0
    while (found := _FIELD.match(part, end)) and _is_field(found["name"]):
        end = found.end()
    return part[:end]


def _is_field(name: str) -> bool:
    return name in FIELDS or read_period(name) is not None


def _bare(text: str) -> str:
    return text.strip().strip("\"'")
