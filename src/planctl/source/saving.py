"""A changed file, put in the place of the one that it was made from."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from planctl.errors import PlanctlError
from planctl.source.document import Document
from planctl.source.edits import UnsafeEditError, raw_of
from planctl.source.files import ChangedMeanwhileError, write_atomic
from planctl.source.second_reader import NotReadError, read_by_another

_BLANKS: Final = frozenset({"", "~", "null", "Null", "NULL"})


def save(path: Path, old: Document, new: Document) -> None:
    """Writes what became of the file, whole, unless somebody else has changed it meanwhile.

    A second YAML reader, of other hands than the first, must see the same in it. Raises
    UnsafeEditError, ChangedMeanwhileError, UnwritableError.
    """
    if not is_read_alike(new) and is_read_alike(old):
        raise UnsafeEditError(new.file, "another YAML reader would see something else in it")
    write_atomic(path, raw_of(new), unless_changed=old.sha256)


def save_all(changes: Sequence[tuple[Path, Document, Document]]) -> None:
    """Writes every file, or none: each is a path, what it held, and what it is to hold.

    Where one cannot be written, those before it get their old bytes back, unless somebody has
    changed them since. Raises as `save` does.
    """
    for number, (path, old, new) in enumerate(changes):
        try:
            save(path, old, new)
        except PlanctlError:
            for done, before, after in reversed(changes[:number]):
                with suppress(ChangedMeanwhileError):
                    write_atomic(done, raw_of(before), unless_changed=_digest(after))
            raise


def _digest(document: Document) -> str:
    return hashlib.sha256(raw_of(document)).hexdigest()


def is_read_alike(document: Document) -> bool:
    """Whether ruamel.yaml, which shares nothing with libyaml, reads what the document holds."""
    try:
        found = read_by_another(document.text)
    except NotReadError:
        return False
    return _is_alike(document.root, found)


def _is_alike(ours: Any, theirs: Any) -> bool:
    """Whether both are the same; the other reader has all for text, a blank among it."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        same_names = list(ours) == list(theirs)
        return same_names and all(_is_alike(ours[name], theirs[name]) for name in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        same_length = len(ours) == len(theirs)
        return same_length and all(map(_is_alike, ours, theirs))
    if ours is None:
        return isinstance(theirs, str) and theirs in _BLANKS
    return bool(ours == theirs)
