"""Texts that other YAML readers would take for something else."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from planctl.findings import Part, Path
from planctl.loading.fields import is_text
from planctl.model.record import Record
from planctl.source import Document

_BOOLEANS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false"})
_FIRST: Final = frozenset("0123456789+-.yYnNoOtTfF")
_FORMER: Final = frozenset({"from", "to"})
"""Fields of a change and a revision, which hold what stood in some other field."""

_SAME_EVERYWHERE: Final = re.compile(
    r"-?(?:0|[1-9]\d{0,14})|-?(?:0|[1-9]\d{0,7})\.\d{0,6}[1-9]", re.ASCII
)
_NUMBER: Final = re.compile(
    r"""[-+]?(?: 0x[\da-f_]+ | 0o?[0-7_]+ | 0b[01_]+
      | \d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?
      | (?:\d[\d_]*)?\.?[\d_]+(?:e[-+]?\d+)? | \d[\d_]*\.(?:e[-+]?\d+)? | \.(?:inf|nan) )
      | \d{4}-\d\d?-\d\d?(?:[t ].*)?""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)


Suspect = tuple[Path, Part, str]
"""Where an ambiguous text stands, as a field's name or as its value, and the text."""


def ambiguous_texts(document: Document, model: type[Record]) -> Iterator[Suspect]:
    """The names and texts of the file that stand without quotes and are read in another way."""
    for path, part, text in _suspects(document.root):
        if not document.is_plain(document.offset(path, part)):
            continue
        if part == "key" or (is_text(model, path) and not _is_a_former_date(path, text)):
            yield path, part, text


def _is_a_former_date(path: Path, text: str) -> bool:
    """Whether a change says that a date was moved: every reader may take that for one."""
    return taken_for(text) == "a date" and not _FORMER.isdisjoint(path[-2:])


def taken_for(text: str) -> str:
    """What another reader takes the ambiguous text for."""
    if text.casefold() in _BOOLEANS:
        return "true or false"
    if re.match(r"\d{4}-\d", text):
        return "a date"
    return "a number"


def is_ambiguous(text: str) -> bool:
    """Whether another YAML reader would print the unquoted text differently."""
    if text[:1] not in _FIRST:
        return False
    if text.casefold() in _BOOLEANS:
        return True
    return bool(_NUMBER.fullmatch(text)) and not _SAME_EVERYWHERE.fullmatch(text)


def _suspects(root: Any) -> Iterator[Suspect]:
    """The keys and values whose text is ambiguous, whether in quotes or not."""
    waiting: list[tuple[Path, Any]] = [((), root)]
    while waiting:
        path, holder = waiting.pop()
        for step, value in _entries(holder):
            if isinstance(step, str) and is_ambiguous(step):
                yield (*path, step), "key", step
            if isinstance(value, str):
                if is_ambiguous(value):
                    yield (*path, step), "value", value
            elif value is not None:
                waiting.append(((*path, step), value))


def _entries(holder: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(holder, dict):
        return holder.items()
    return enumerate(holder) if isinstance(holder, list) else ()
