"""Files of an older version of the format, in the newest one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from planctl.source import Document

NEWEST: Final = "planctl/1"

Step = Callable[[Document], Document]
"""Gives the document in the version that follows, its `format` among it."""

STEPS: Final[Mapping[str, Step]] = MappingProxyType({})
"""How each older version becomes the next. There is none before planctl/1."""


def upgraded(document: Document, steps: Mapping[str, Step] = STEPS) -> Document:
    """The document in the newest version; itself when it is of that, or of one that is unknown."""
    while step := steps.get(str(document.value(("format",)))):
        document = step(document)
    return document
