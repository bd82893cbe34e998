"""What a YAML reader of other hands sees in a text: ruamel.yaml, which shares nothing with libyaml.

Its events are put together here: its own nodes and values take as long again.
"""

from collections.abc import Iterator
from typing import Any, Final

_TEXTS: Final = "ScalarEvent"
_BEGINS: Final = {"MappingStartEvent": dict, "SequenceStartEvent": list}
_ENDS: Final = frozenset({"MappingEndEvent", "SequenceEndEvent"})
_AROUND: Final = frozenset({"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"})
_NO_KEY: Final = object()


class NotReadError(Exception):
    """The other reader refuses the text, or what it sees is nothing that a plan may hold."""


def read_by_another(text: str) -> Any:
    """Mappings, lists and texts; a blank is the empty text. Raises NotReadError."""
    # Slow to import, and only what writes needs it.
    from ruamel.yaml import YAML  # noqa: PLC0415
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    try:
        return _built(iter(YAML(typ="base", pure=True).parse(text)))
    except YAMLError as error:
        raise NotReadError from error


def _built(events: Iterator[Any]) -> Any:
    """What the events of one document come to."""
    top: list[Any] = []
    holders: list[Any] = [top]
    keys: list[Any] = [_NO_KEY]
    for event in events:
        kind = type(event).__name__
        if kind == _TEXTS:
            _put(holders, keys, event.value)
        elif kind in _BEGINS:
            holder = _BEGINS[kind]()
            _put(holders, keys, holder)
            holders.append(holder)
            keys.append(_NO_KEY)
        elif kind in _ENDS:
            holders.pop()
            keys.pop()
        elif kind == "DocumentStartEvent":
            if top:
                raise NotReadError
        elif kind not in _AROUND:
            # An alias, which no plan may hold.
            raise NotReadError
    return top[0] if top else None


def _put(holders: list[Any], keys: list[Any], value: Any) -> None:
    """Adds a value to the innermost list or mapping; there, every other value is a name."""
    holder, key = holders[-1], keys[-1]
    if isinstance(holder, list):
        holder.append(value)
    elif key is not _NO_KEY:
        holder[key] = value
        keys[-1] = _NO_KEY
    elif isinstance(value, str) and value not in holder:
        keys[-1] = value
    else:
        raise NotReadError
