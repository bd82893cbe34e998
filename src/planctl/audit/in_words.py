"""Values of a plan in words: lists and records as text, one text for one value."""

import json
from collections.abc import Iterator
from typing import Any, Final

from planctl.model.plain import Plain

_HEADS: Final = ("party", "text", "title", "period", "phase", "value", "date")
"""The fields that go without their name."""


def texts(value: Plain) -> Iterator[str]:
    """The value as texts: one a line of a list or of what is said by period."""
    match value:
        case list():
            yield from (in_words(one) for one in value)
        case dict():
            for name, one in value.items():
                said = in_words(one)
                yield f"{name}: {said}" if said else name
        case _:
            yield _scalar(value)


def in_words(value: Plain) -> str:
    """The value in one text, of which no other value has the like."""
    match value:
        case list():
            return ", ".join(_quoted(in_words(one), ", ") for one in value)
        case dict():
            head = next((name for name in _HEADS if name in value), None)
            first = [_quoted(in_words(value[head]))] if head else []
            others = [_under(name, one) for name, one in value.items() if name != head]
            return "; ".join((*first, *others))
        case _:
            return _scalar(value)


def _under(name: str, value: Plain) -> str:
    said = in_words(value)
    return f"{name}: {_quoted(said)}" if said else name


def _quoted(said: str, mark: str = "; ") -> str:
    """The text in quotation marks where it could be taken for more than one."""
    is_doubtful = mark in said or said[:1] == '"'
    return json.dumps(said, ensure_ascii=False) if is_doubtful else said


def _scalar(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
