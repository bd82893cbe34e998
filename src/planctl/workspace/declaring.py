"""The files of workspaces that declare persons, for reports that may name none of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from planctl.audit.elsewhere import Elsewhere
from planctl.model.party import Party
from planctl.source import Document
from planctl.workspace.group import Group


@dataclass(frozen=True, slots=True)
class Declaring:
    """A plan or programme of a group that declares persons; `parties` are called by its file."""

    group: Group
    document: Document
    parties: Elsewhere

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.document.file).resolve()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The file, and the programme that it may take the names of bodies from."""
        programme = self.group.programme
        both = (self.document, programme.document) if programme else (self.document,)
        return tuple({one.file: one for one in both}.values())


def declaring(found: Iterable[Group]) -> tuple[Declaring, ...]:
    """All files of the groups that load and declare persons, in order of their names.

    Those of plans that were not asked for are among them.
    """
    every = (one for group in found for one in _of(group))
    return tuple(sorted((one for one in every if one.parties.parties), key=lambda one: one.path))


def _of(group: Group) -> Iterator[Declaring]:
    shared = group.programme
    if shared is not None and shared.record is not None:
        yield _declaring(group, shared.document, shared.record.parties)
    for loaded in group.loaded:
        if loaded.record is not None:
            yield _declaring(group, loaded.document, loaded.record.parties)


def _declaring(group: Group, document: Document, parties: tuple[Party, ...]) -> Declaring:
    around = group.programme.record.parties if group.programme and group.programme.record else ()
    return Declaring(group, document, Elsewhere.of(document.file, parties, around))
