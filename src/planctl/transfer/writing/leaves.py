"""A plan as single texts, each with its place; and the plan again from those."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from planctl.findings import Path
from planctl.source import Value

NO_ENTRIES: Final = "[]"
NO_FIELDS: Final = "{}"
"""What stands for a list without entries, and for a mapping without fields."""

_PLAIN_NAME: Final = re.compile(r'[^.\[\]"\s][^.\[\]"]*')
_STEP: Final = re.compile(r'\.?(?:\[(\d+)\]|("(?:[^"\\]|\\.)*")|([^.\[\]"]+))')
_LOOKS_EMPTY: Final = re.compile(r"\\*(?:\[\]|\{\})")


def as_written(found: Any) -> Value:
    """The plain value as a file has it: text throughout."""
    if isinstance(found, Mapping):
        return {str(name): as_written(value) for name, value in found.items()}
    if isinstance(found, list | tuple):
        return [as_written(value) for value in found]
    if isinstance(found, bool):
        return "true" if found else "false"
    return None if found is None else str(found)


def leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text with its place, in the order of the file; blanks are nothing."""
    if isinstance(value, dict | list) and value:
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in entries:
            yield from leaves(inner, (*path, step))
    elif isinstance(value, dict):
        yield path, NO_FIELDS
    elif isinstance(value, list):
        yield path, NO_ENTRIES
    elif value is not None:
        yield path, f"\\{value}" if _LOOKS_EMPTY.fullmatch(value) else value


def grown(found: Iterable[tuple[Path, Value]]) -> Value:
    """The value whose parts are these; entries of lists close up where some are missing."""
    root: dict[str | int, Any] = {}
    for path, value in found:
        holder = root
        for step in path[:-1]:
            inner = holder.setdefault(step, {})
            if not isinstance(inner, dict):
                inner = holder[step] = {}
            holder = inner
        holder[path[-1]] = _Whole(value)
    return _settled(root)


def place_said(path: Path) -> str:
    """The place in one line: `themes[0].actions[3].text`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{_name(step)}" for step in path)
    return "".join(steps).removeprefix(".")


def place_read(said: str) -> Path | None:
    """The place that the line means; None where it means none."""
    steps: list[str | int] = []
    at = 0
    while at < len(said):
        found = _STEP.match(said, at)
        if found is None:
            return None
        number, quoted, name = found.groups()
        steps.append(int(number) if number else json.loads(quoted) if quoted else name)
        at = found.end()
    return tuple(steps)


class _Whole:
    """A value that stands for itself, and not for a part of a list or mapping."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value


def _settled(found: Any) -> Value:
    if isinstance(found, _Whole):
        return _leaf(found.value) if isinstance(found.value, str) else found.value
    if found and all(isinstance(step, int) for step in found):
        return [_settled(found[step]) for step in sorted(found)]
    return {str(step): _settled(inner) for step, inner in found.items()}


def _leaf(text: str) -> Value:
    if text == NO_FIELDS:
        return {}
    if text == NO_ENTRIES:
        return []
    return text[1:] if text.startswith("\\") and _LOOKS_EMPTY.fullmatch(text[1:]) else text


def _name(step: str) -> str:
    is_plain = _PLAIN_NAME.fullmatch(step) and step == step.strip()
    return step if is_plain else json.dumps(step, ensure_ascii=True)
