"""The plans of a side: each read with what its programme gives, when it is wanted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from planctl.diff import Spot, Version
from planctl.findings import Finding
from planctl.findings import Path as Place
from planctl.gitio import NoContentError
from planctl.loading import Loaded, as_written, load_plan, load_programme
from planctl.model import Plan, Programme, within
from planctl.model.plain import plain_fields
from planctl.source import Document, Lines
from planctl.source.refusals import MAX_BYTES, too_large
from planctl.workspace.places import programme_for
from planctl.workspace.sides import Side

PRIORITIES: Final = "priorities"
"""The one field of a programme that no plan has."""

Reader = Callable[[bytes, str], Document]
"""What reads the bytes of a file, which findings call by the name."""


@dataclass(frozen=True, eq=False, slots=True)
class PlanFile:
    """A plan of a side: its file, and the versions that are compared.

    `written` is the plan as its file has it, `whole` with what its programme gives; both are None
    where the file or its programme could not be loaded. `name` is what spots call the file.
    """

    path: Path
    name: str
    document: Document
    written: Plan | None
    whole: Plan | None

    @property
    def id(self) -> str:
        """The plan's id, as far as it can be told of a file that does not load."""
        found = self.document.value(("id",))
        return self.written.id if self.written else str(found or self.path.stem)

    def version(self, on: date) -> Version | None:
        """The plan on the day."""
        if self.written is None or self.whole is None:
            return None
        return Version(self.written, self.whole, on)

    def spot(self, place: Place | None) -> Spot | None:
        """Where in the file something stands."""
        if place is None:
            return None
        document = self.document
        offset = document.offset(as_written(document, place))
        return Spot(self.name, *document.lines.line_and_column(offset))


@dataclass(frozen=True, slots=True)
class Homes:
    """Which programme each plan of a side has; `known` are those of the folders asked about."""

    side: Side
    root_of: Callable[[Path], Path]
    known: dict[Path, Path | None] = field(default_factory=dict)

    def of(self, plan: Path) -> Path | None:
        """The programme of the plan; None where it has none."""
        if plan.parent not in self.known:
            found = programme_for(plan, self.root_of(plan), self.side.files.__contains__)
            self.known[plan.parent] = found
        return self.known[plan.parent]

    def identity(self, plan: Path) -> tuple[str, str]:
        """The ids of the plan's content and of its programme's: all that it depends on."""
        home = self.of(plan)
        return self.side.files[plan], self.side.files[home] if home else ""


@dataclass(frozen=True)
class Shelf:
    """A side whose files can be read.

    `called` names them, and `prefix` stands before the names in findings on what is only in git.
    `blobs` are contents by their ids; `programmes` those read so far, which both sides share where
    they are the same.
    """

    side: Side
    called: Callable[[Path], str]
    prefix: str
    homes: Homes
    read: Reader
    blobs: Mapping[str, bytes]
    on: date
    programmes: dict[str, Loaded[Programme]] = field(default_factory=dict)
    unread: list[Finding] = field(default_factory=list)

    def plans(self, paths: Iterable[Path]) -> Iterator[PlanFile]:
        """The plans of the files; what keeps one from loading is added to `unread`."""
        return (self._plan(path) for path in sorted(paths))

    def document(self, path: Path) -> Document:
        """What the file holds. Raises NoContentError."""
        name = self.prefix + self.called(path)
        raw = self.side.contents.get(path)
        content = raw.content if raw else self.blobs.get(self.side.files[path])
        if content is None:
            raise NoContentError(name)
        if len(content) > MAX_BYTES:
            size = raw.size if raw else len(content)
            return Document(name, Lines.of(""), findings=(too_large(name, size),))
        return self.read(content, name)

    def programme(self, path: Path) -> Loaded[Programme]:
        """The programme in the file."""
        known = self.side.files[path]
        if known not in self.programmes:
            self.programmes[known] = load_programme(self.document(path))
        return self.programmes[known]

    def programme_as_plan(self, path: Path) -> PlanFile:
        """The programme in the file as a plan of the same fields, so that it can be compared."""
        loaded, name = self.programme(path), self.called(path)
        if loaded.record is None:
            self._add(loaded.findings)
            return PlanFile(path, name, loaded.document, None, None)
        fields = plain_fields(loaded.record)
        fields.pop(PRIORITIES, None)
        plan = Plan.model_validate(fields)
        return PlanFile(path, name, loaded.document, plan, plan)

    def _plan(self, path: Path) -> PlanFile:
        document, name = self.document(path), self.called(path)
        home = self.homes.of(path)
        shared = self.programme(home) if home else None
        record = shared.record if shared else None
        is_sound = shared is None or record is not None
        # A file may bear any name here: it can be a copy, or on its way to its new name.
        stem = str(document.value(("id",)))
        loaded = load_plan(document, stem, record, knows_programme=is_sound)
        if loaded.record is None:
            self._add(loaded.findings)
        if not is_sound and shared is not None:
            self._add(shared.findings)
        if loaded.record is None or not is_sound:
            return PlanFile(path, name, document, None, None)
        whole = within(loaded.record, record)
        return PlanFile(path, name, document, loaded.record, whole)

    def _add(self, findings: Iterable[Finding]) -> None:
        self.unread.extend(finding for finding in findings if finding not in self.unread)
