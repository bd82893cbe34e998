"""What a report's record says of its edition, and of the files by whose persons that was made."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from planctl.audit.manifest import DeclaringRecord, EditionRecord, SourceRecord
from planctl.printing.press import Press
from planctl.printing.programme import ProgrammePress
from planctl.printing.provenance import SourceRead, source_records
from planctl.report.request import Audience
from planctl.workspace.declaring import Declaring


def edition_record(press: Press | ProgrammePress) -> EditionRecord | None:
    """What was taken out; None where nothing is, as for officers."""
    if press.audience is Audience.OFFICER:
        return None
    removed: Counter[str] = Counter()
    editions = [one.seen() for one in _presses(press)]
    for edition in editions:
        removed.update(edition.removed)
    named = tuple(_record(one, press) for one in _declaring(press))
    return EditionRecord(version=editions[0].version, removed=dict(removed), declaring=named)


def declaring_sources(press: Press | ProgrammePress) -> Iterator[SourceRecord]:
    """What is said of the files that the record of the edition names."""
    for one in _declaring(press):
        read = (SourceRead.of(document, _name(document.file, press)) for document in one.documents)
        yield from source_records(one.group.root, read)


def _presses(press: Press | ProgrammePress) -> tuple[Press, ...]:
    return (press,) if isinstance(press, Press) else press.presses


def _declaring(press: Press | ProgrammePress) -> tuple[Declaring, ...]:
    """Each file once, in the order in which all are known."""
    presses = _presses(press)
    named = {one.path for each in presses for one in each.named_by()}
    every: Iterable[Declaring] = presses[0].declaring
    return tuple(one for one in every if one.path in named)


def _record(one: Declaring, press: Press | ProgrammePress) -> DeclaringRecord:
    first, *others = (_name(document.file, press) for document in one.documents)
    return DeclaringRecord(source=first, programme=next(iter(others), None))


def _name(file: str, press: Press | ProgrammePress) -> str:
    return unicodedata.normalize("NFC", press.seen_from(file))
