"""A file in its one form: spellings, order of fields, spaces and lines; comments kept."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from planctl.editing.ending import ending
from planctl.editing.indentation import laid_out
from planctl.editing.order import ordering
from planctl.editing.places import held_at
from planctl.editing.quoting import quoting
from planctl.editing.spacing import spacing
from planctl.editing.spelling import Respelling, respellings
from planctl.findings import Edit
from planctl.model import Timeline
from planctl.model.record import Record
from planctl.source import Document
from planctl.source.edits import UnsafeEditError, edited
from planctl.source.scalars import one_line
from planctl.source.tree import tree_of


def formatted(document: Document, model: type[Record], timeline: Timeline) -> Document:
    """The document in the form that `planctl fmt` gives; the same one when it has that already.

    It holds what it held, but for the spelling of days, periods and words of the format. Raises
    UnsafeEditError where that cannot be done.
    """
    before = _comments(document)
    ended = edited(document, ending(document), document.root)
    spelt = _respelt(ended, tuple(respellings(ended, model, timeline)))
    quoted = edited(spelt, quoting(spelt, model), spelt.root)
    ordered = quoted
    while edits := ordering(ordered, model):
        ordered = edited(ordered, edits, ordered.root)
    spaced = edited(ordered, spacing(ordered), ordered.root)
    text = laid_out(spaced.lines, tree_of(spaced.text))
    done = edited(spaced, (Edit(0, len(spaced.text), text),), spaced.root)
    if _comments(done) != before:
        raise UnsafeEditError(document.file, "a comment would be lost")
    return document if done.text == document.text else done


def _respelt(document: Document, found: Iterable[Respelling]) -> Document:
    expected = deepcopy(document.root)
    edits = []
    # Names last, the innermost first: the paths of what they hold lead through them.
    for one in sorted(found, key=lambda one: (one.is_key, -len(one.path))):
        written = one.text if one.is_exact else one_line(one.text, is_flow=True)
        edits.append(Edit(one.scalar.start, one.scalar.end, written))
        _put(expected, one)
    return edited(document, edits, expected)


def _put(root: Any, one: Respelling) -> None:
    """Makes the same change in what the document holds."""
    holder, last = held_at(root, one.path[:-1]), one.path[-1]
    if not one.is_key:
        holder[last] = one.text
        return
    entries = [(one.text if key == last else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)


def _comments(document: Document) -> list[str]:
    return sorted(
        document.text[one.start : one.end].rstrip() for one in tree_of(document.text).comments
    )
