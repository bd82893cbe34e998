"""The persons whom the files of a report declare, read again from whole files."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from planctl.audit.elsewhere import Elsewhere
from planctl.audit.manifest import DeclaringRecord, Manifest
from planctl.errors import PlanctlError
from planctl.loading import load_plan, load_programme
from planctl.model import Programme
from planctl.source import read
from planctl.workspace.places import PROGRAMME

Contents = Mapping[str, bytes | None]


def declared_in(manifest: Manifest, contents: Contents) -> tuple[Elsewhere, ...]:
    """The parties of all files by whose persons an edition was made, in the order of its making.

    Those of every plan of the report are among them, whether or not its record names them.
    """
    edition = manifest.edition
    named = [*(edition.declaring if edition else ())]
    for one in manifest.plans:
        named.append(DeclaringRecord(source=one.source, programme=one.programme))
        if one.programme:
            named.append(DeclaringRecord(source=one.programme))
    once = {one.source: one for one in reversed(named)}
    ordered = (once.pop(one.source) for one in named if one.source in once)
    return tuple(found for one in ordered for found in _declared(one, contents))


def _declared(one: DeclaringRecord, contents: Contents) -> Iterator[Elsewhere]:
    programme = _programme(one.programme, contents)
    around = programme.parties if programme else ()
    if PurePosixPath(one.source).name == PROGRAMME:
        itself = _programme(one.source, contents)
        if itself is not None:
            yield Elsewhere.of(one.source, itself.parties)
        return
    try:
        document = read(contents.get(one.source) or b"", one.source)
    except PlanctlError:
        return
    loaded = load_plan(document, PurePosixPath(one.source).stem, programme)
    if loaded.record is not None:
        yield Elsewhere.of(one.source, loaded.record.parties, around)


def _programme(name: str | None, contents: Contents) -> Programme | None:
    content = contents.get(name) if name else None
    try:
        return load_programme(read(content, name or "")).record if content else None
    except PlanctlError:
        return None
