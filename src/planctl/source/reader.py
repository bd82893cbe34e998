"""YAML to a document: libyaml's events, every scalar kept as text, every place remembered."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs leave it out
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from planctl.findings import Finding, Path, Related
from planctl.source.decode import UNSEEN, decoded, name_of
from planctl.source.document import Document, Place
from planctl.source.lines import Lines
from planctl.source.refusals import MAX_DEPTH, MAX_SCALAR, refused, shortened
from planctl.source.slips import syntax_finding

_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_MARK: Final = re.compile(
    r"(&[\w-]+|!(?:<[^>\s]*>|[^\s,\[\]{}]*))(?:[ \t\r\n]+(?:#[^\n]*)?)*", re.ASCII
)
"""An anchor or a tag, and the space and comments up to the value."""

_QUOTED: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.DOTALL)
_MISSING: Final = object()


def read(raw: bytes, file: str) -> Document:
    """What the bytes of a file hold; all that is wrong with them stands in its findings."""
    digest = hashlib.sha256(raw).hexdigest()
    text = decoded(raw, file)
    if isinstance(text, Finding):
        lines = Lines.of(raw.decode("utf-8", "replace"))
        return Document(file, lines, findings=(text,), sha256=digest)
    lines = Lines.of(text)
    builder = _Builder(file, lines)
    try:
        root = builder.built()
    except YAMLError as error:
        builder.stop_at(syntax_finding(error, file, lines))
        root = None
    except _StopReading:
        root = None
    if root is None and not builder.findings:
        builder.refuse("PLN014", 0, 0)
    findings, paths = tuple(builder.findings), frozenset(builder.refused)
    return Document(file, lines, root, builder.places, findings, paths, digest)


class _StopReading(Exception):  # noqa: N818 - a signal, not an error
    """Nothing after this place can be judged."""


@dataclass(slots=True)
class _Level:
    """A mapping or list that is still being filled."""

    holder: Any
    path: Path
    places: dict[Any, Place]
    is_mapping: bool
    key: Any = _MISSING
    key_at: int = 0
    is_skipping: bool = False


@dataclass(slots=True)
class _Builder:
    """Fills mappings and lists from the parser's events, without recursion."""

    file: str
    lines: Lines
    findings: list[Finding] = field(default_factory=list)
    places: dict[int, dict[Any, Place]] = field(default_factory=dict)
    refused: set[Path] = field(default_factory=set)
    levels: list[_Level] = field(default_factory=list)
    root: Any = None
    kept: list[Any] = field(default_factory=list)
    """Every mapping and list, so that no `id` is given out twice while reading."""

    def built(self) -> Any:
        parser: Any = CParser(self.lines.text)
        has_document = False
        while (event := parser.get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self.scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self.opened(event, is_mapping=kind is MappingStartEvent)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self.levels.pop()
            elif kind is AliasEvent:
                self.alias(event)
            elif kind is DocumentStartEvent:
                if has_document:
                    self.refuse("PLN009", event.start_mark.index, 3)
                    raise _StopReading
                has_document = True
        return self.root

    def scalar(self, event: Any) -> None:
        at, value = event.start_mark.index, event.value
        if event.anchor is not None or event.tag is not None:
            at = min(self.marked(event), event.end_mark.index)
        if len(value) > MAX_SCALAR:
            self.refuse("PLN012", at, 1, length=f"{len(value):,}")
        if event.style == '"' and (found := UNSEEN.search(value)):
            self.refuse("PLN003", at, 1, character=f"{name_of(found.group())} behind a backslash")
        is_blank = not event.style and value in _NOTHING
        self.put(None if is_blank else value, at)

    def opened(self, event: Any, *, is_mapping: bool) -> None:
        at = event.start_mark.index
        if len(self.levels) >= MAX_DEPTH:
            self.refuse("PLN010", at, 1)
            raise _StopReading
        if event.anchor is not None or event.tag is not None:
            at = self.marked(event)
        holder: Any = {} if is_mapping else []
        path = self.path()
        if self.is_at_key():
            self.refuse("PLN013", at, 1, what="a list or a group of fields")
            self.refused |= {path} if path else set()
            self.levels[-1].key, self.levels[-1].is_skipping = None, True
        else:
            self.put(holder, at)
        places: dict[Any, Place] = {}
        self.places[id(holder)] = places
        self.kept.append(holder)
        self.levels.append(_Level(holder, path, places, is_mapping))

    def put(self, value: Any, at: int) -> None:
        if not self.levels:
            self.root = value
            return
        level = self.levels[-1]
        if not level.is_mapping:
            level.places[len(level.holder)] = (at, at)
            level.holder.append(value)
        elif level.key is _MISSING:
            level.key, level.key_at = value or None, at
            level.is_skipping = not self.is_usable_key(level, level.key, at)
        else:
            if not level.is_skipping:
                level.holder[level.key] = value
                level.places[level.key] = (level.key_at, at)
            level.key, level.is_skipping = _MISSING, False

    def is_usable_key(self, level: _Level, key: Any, at: int) -> bool:
        if key is None:
            self.refuse("PLN013", at, 1, what="missing")
        elif key == "<<" and self.lines.text.startswith("<<", at):
            self.refuse("PLN007", at, 2)
        elif key in level.holder:
            name, first = shortened(key), level.places[key][0]
            span = self.lines.span(first, first + self.width(first, key))
            before = Related(f"{name} is first given here", span=span)
            self.refuse("PLN008", at, self.width(at, key), (before,), key=name)
        else:
            return True
        return False

    def width(self, at: int, key: str) -> int:
        """How long the key is in the file, its quotes among it."""
        quoted = _QUOTED.match(self.lines.text, at)
        return len(quoted[0]) if quoted else len(key)

    def marked(self, event: Any) -> int:
        """Refuses an anchor or tag; gives where the value behind it begins."""
        at: int = event.start_mark.index
        count = sum(1 for mark in (event.anchor, event.tag) if mark is not None)
        for found in islice(_MARK.finditer(self.lines.text, at), count):
            code = "PLN005" if found[1].startswith("&") else "PLN006"
            self.refuse(code, found.start(), len(found[1]), written=shortened(found[1]))
            at = found.end()
        return at

    def alias(self, event: Any) -> None:
        at, name = event.start_mark.index, f"*{event.anchor}"
        if not (self.levels and self.levels[-1].is_skipping):
            self.refuse("PLN005", at, len(name), written=shortened(name))
        if self.is_at_key():
            self.levels[-1].key, self.levels[-1].is_skipping = None, True
            return
        self.refused.add(self.path())
        self.put(None, at)

    def is_at_key(self) -> bool:
        """Whether what comes next is a field's name."""
        return bool(self.levels) and self.levels[-1].is_mapping and self.levels[-1].key is _MISSING

    def path(self) -> Path:
        """Where the reader is: the entry that is being read."""
        if not self.levels:
            return ()
        level = self.levels[-1]
        step = level.key if level.is_mapping else len(level.holder)
        return (*level.path, step) if isinstance(step, str | int) else level.path

    def stop_at(self, slip: Finding) -> None:
        """Ends with the slip; what was refused on its line is part of it."""
        line = slip.span.line if slip.span else 0
        before = [found for found in self.findings if found.span and found.span.line != line]
        self.findings = [*before, slip]

    def refuse(
        self, code: str, at: int, width: int, related: tuple[Related, ...] = (), **words: object
    ) -> None:
        span = self.lines.span(at, at + width)
        finding = refused(code, self.file, span, related, **words)
        self.findings.append(replace(finding, path=self.path()))
