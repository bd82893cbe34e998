"""The texts of a file as they are written, with their places."""

from collections.abc import Callable, Iterator
from typing import Any

from planctl.findings import Path
from planctl.loading import type_at
from planctl.model.record import Record


def texts_that(are_wanted: Callable[[str], Any], root: Any) -> Iterator[tuple[Path, str]]:
    """The texts for which the question is answered with yes."""
    waiting: list[tuple[Path, Any]] = [((), root)]
    while waiting:
        path, holder = waiting.pop()
        entries = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for step, value in entries:
            if isinstance(value, str):
                if are_wanted(value):
                    yield (*path, step), value
            elif value is not None:
                waiting.append(((*path, step), value))


def is_words(model: type[Record], path: Path) -> bool:
    """Whether words of any kind may stand at the path: a text, or the short form of a record."""
    if path[-1] == "source":
        return True
    found = type_at(model, path)
    return found is str or getattr(found, "__origin__", None) is tuple or _is_record(found)


def _is_record(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, Record)
