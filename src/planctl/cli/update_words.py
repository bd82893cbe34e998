"""What was recorded of an action, in words; and what a reader of the report will still miss."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from planctl.model import Scale, Update

ABOUT: Final = frozenset({"by", "date"})
"""The fields that tell of the update itself."""


def in_words(said: "Update") -> Iterator[str]:
    """What was recorded: short values, and the names of the others."""
    for name in type(said).model_fields:
        value = getattr(said, name)
        if name in ABOUT or (not value and value != 0):
            continue
        if name == "next_steps":
            yield from (f"next step by {s.due}" if s.due else "next step" for s in value)
        elif name in {"rating", "stage"}:
            yield str(value).replace("_", " ")
        elif name in {"cause", "expected"}:
            yield f"{name} {value}"
        else:
            yield f"{value}%" if name == "percent" else name.replace("_", " ")


def lacking(recorded: "Update", scale: "Scale") -> tuple[str, ...]:
    """The fields that a reader of the report will miss, most wanted first."""
    from planctl.model import State  # noqa: PLC0415 - help does not need it
    from planctl.progress import ENDED, state_said  # noqa: PLC0415 - as above

    state = state_said(recorded, scale)
    wanted = {
        State.UNKNOWN: ("rating", "comment", "next_steps"),
        State.AT_RISK: ("comment", "path_to_green", "expected", "next_steps"),
        State.OFF_TRACK: ("comment", "path_to_green", "expected", "next_steps"),
    }.get(state, ("comment",) if state in ENDED else ("comment", "next_steps"))
    return tuple(name for name in wanted if not getattr(recorded, name))


def kept_in_words(told: Mapping[int, str]) -> str:
    """How many of last term's steps were done, in part or not."""
    counted = Counter(told.values())
    said = [f"{counted[word]} {word.replace('_', ' ')}" for word in ("done", "part", "not_done")
            if counted[word]]  # fmt: skip
    return f"last term's steps: {', '.join(said)}"
