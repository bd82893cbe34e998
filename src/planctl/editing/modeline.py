"""The first lines of a file that tell editors where its schema is."""

from typing import Final

from planctl.findings import Edit
from planctl.source import Document
from planctl.source.edits import edited
from planctl.source.surroundings import surroundings_of

_LINES: Final = (("yaml-language-server: $schema=", ""), ("$schema:", " "))
"""What the language server of VS Code and others looks for, and what JetBrains' editors do."""


def with_modelines(document: Document, schema: str) -> Document:
    """The document with both lines; what it says of a schema already stays.

    `schema` is the path from the file to its schema.
    """
    end = surroundings_of(document).layout.line_end
    comments = [line for line in document.text.splitlines() if line.startswith("#")]
    lacking = [
        f"# {mark}{space}{schema}{end}"
        for mark, space in _LINES
        if not any(line.lstrip("# ").startswith(mark) for line in comments)
    ]
    if not lacking:
        return document
    first, _, _ = document.text.partition("\n")
    at = len(first) + 1 if first.startswith("# yaml-language-server:") else 0
    return edited(document, (Edit(at, at, "".join(lacking)),), document.root)
