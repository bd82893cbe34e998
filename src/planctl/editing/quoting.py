"""Quotes round texts that other readers of the file would take for something else."""

from planctl.findings import Edit
from planctl.loading import ambiguous_texts
from planctl.model.record import Record
from planctl.source import Document


def quoting(document: Document, model: type[Record]) -> tuple[Edit, ...]:
    """Edits that put such texts in quotes."""
    found = (
        (document.offset(path, part), text) for path, part, text in ambiguous_texts(document, model)
    )
    return tuple(Edit(start, start + len(text), f'"{text}"') for start, text in found)
