"""Whether last term's next steps were done, written beside each of them in the plan."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Final

from planctl.findings import Path
from planctl.source import Document
from planctl.source.changes import replaced
from planctl.source.edits import edited
from planctl.source.emit import Value

_EXACT: Final = frozenset({"due"})
_ORDER: Final = ("text", "due", "kept")
_WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "done": "done", "yes": "done", "y": "done",
    "part": "part", "partly": "part", "in part": "part",
    "not_done": "not_done", "not done": "not_done", "no": "not_done", "n": "not_done",
})  # fmt: skip


def kept_word(said: str) -> str | None:
    """The word of the format for what people say: yes is done, no is not_done; None for others."""
    return _WORDS.get(" ".join(said.casefold().split()).rstrip("."))


def with_kept(document: Document, steps: Path, kept: Mapping[int, str]) -> Document:
    """The document in which the steps at that path say whether they were kept, by their numbers.

    Steps are counted from 0. What they say already is replaced; the same document where they all
    say so. Raises UnsafeEditError.
    """
    for number, word in kept.items():
        document = _with_one(document, steps, number, word)
    return document


def _with_one(document: Document, steps: Path, number: int, word: str) -> Document:
    held = document.value(steps)
    path = (*steps, number) if isinstance(held, list) else steps
    step = document.value(path)
    fields: dict[str, Value] = dict(step) if isinstance(step, dict) else {"text": step}
    if fields.get("kept") == word:
        return document
    value: Value = _in_order({**fields, "kept": word})
    expected = deepcopy(document.root)
    holder = expected
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    return edited(document, replaced(document, path, value, _EXACT), expected)


def _in_order(fields: Mapping[str, Value]) -> dict[str, Value]:
    names: Iterable[str] = (*_ORDER, *(name for name in fields if name not in _ORDER))
    return {name: fields[name] for name in names if name in fields}
