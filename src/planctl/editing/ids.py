"""Ids that never change, for entries that have none: what a renumbering is followed by."""

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from planctl.editing.places import held_at, places
from planctl.findings import Edit, Path
from planctl.loading import field_names
from planctl.model.record import Record
from planctl.model.values import is_id
from planctl.source import Document
from planctl.source.changes import with_entry
from planctl.source.edits import edited
from planctl.source.nodes import Mapping
from planctl.source.tree import tree_of

_LONGEST: Final = 40
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")
_SMALL_WORDS: Final = frozenset(
    ["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"]
)


def with_ids(document: Document, model: type[Record]) -> Document:
    """The document with a `uid` for every theme, action and KPI that has none.

    It is made of the entry's title or text, is given once in the file, and stays when both change.
    Raises UnsafeEditError.
    """
    taken = {holder["uid"] for holder, _, _ in _entries(document, model) if holder.get("uid")}
    lacking = [(path, order) for holder, path, order in _entries(document, model)
               if not holder.get("uid")]  # fmt: skip
    expected = deepcopy(document.root)
    edits: list[Edit] = []
    for path, order in lacking:
        holder = held_at(expected, path)
        holder["uid"] = _new(holder.get("title") or holder.get("text") or "", taken)
        taken.add(holder["uid"])
        edits += with_entry(document, (*path, "uid"), holder["uid"], order)
    # All at once: to read the file again for each would take minutes for a few hundred actions.
    return edited(document, edits, expected) if edits else document


def _entries(
    document: Document, model: type[Record]
) -> Iterator[tuple[dict[str, Any], Path, tuple[str, ...]]]:
    """Each entry that can have a uid, with its path and the order of its fields."""
    for place in places(tree_of(document.text), model):
        is_record = isinstance(place.type, type) and issubclass(place.type, Record)
        if is_record and isinstance(place.node, Mapping) and "uid" in place.type.model_fields:
            yield document.value(place.path), place.path, field_names(place.type)


def _new(name: str, taken: set[str]) -> str:
    """An id made of the words, unlike those that are taken."""
    slug = _slug(name)
    uid, number = slug, 1
    while uid in taken or not is_id(uid):
        number += 1
        uid = f"{slug}-{number}"
    return uid


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [word for word in _BETWEEN.split(plain) if word]
    said = [word for word in words if word not in _SMALL_WORDS] or words or ["entry"]
    kept = said[:1]
    for word in said[1:]:
        if len("-".join((*kept, word))) > _LONGEST:
            break
        kept.append(word)
    return "-".join(kept)[:_LONGEST].strip("-")
