"""The line break at the end of a file."""

import re
from typing import Final

from planctl.findings import Edit
from planctl.source import Document
from planctl.source.nodes import Node, Scalar
from planctl.source.surroundings import surroundings_of

_HEAD: Final = re.compile(r"(?P<mark>[|>])(?P<before>\d?)[-+]?(?P<after>\d?)")


def ending(document: Document) -> tuple[Edit, ...]:
    """Edits that end the file with a line break which is no part of its last text."""
    text, around = document.text, surroundings_of(document)
    if text.endswith("\n"):
        return ()
    if not text[around.line_start(len(text)) :].strip(" \t"):
        return (Edit(around.line_start(len(text)), len(text), ""),)
    line_break = Edit(len(text), len(text), around.layout.line_end)
    last = _last(around.tree.root)
    head = _HEAD.match(text, last.start) if last and last.style in {"|", ">"} else None
    if not head:
        return (line_break,)
    digit = head["before"] or head["after"]
    return (Edit(*head.span(), f"{head['mark']}{digit}-"), line_break)


def _last(node: Node | None) -> Scalar | None:
    while node is not None and not isinstance(node, Scalar):
        node = node.entries[-1].value if node.entries else None
    return node
