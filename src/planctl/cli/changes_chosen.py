"""Which changes a user asks for, and which of them make a comparison fail."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from planctl.errors import WrongValueError

if TYPE_CHECKING:
    from planctl.diff import Change, Compared

_NEVER: Final = "never"
_WORSE: Final = "worse"


def chosen(compared: "Compared", wanted: frozenset[str]) -> "Compared":
    """The comparison with the changes of the wanted kinds and levels; with all when none is."""
    if not wanted:
        return compared
    kept = tuple(one for one in compared.changes if {one.rule, one.level.value} & wanted)
    return replace(compared, changes=kept, left_out=len(compared.changes) - len(kept))


def only_called(given: str | None) -> frozenset[str]:
    """The kinds and levels that --only names. Raises WrongValueError."""
    from planctl.diff import Level  # noqa: PLC0415 - help does not need it

    if given is None:
        return frozenset()
    return _known("--only", given, tuple(level.value for level in Level))


def fail_on_called(given: str) -> "Callable[[Change], bool]":
    """Whether a change is what --fail-on names. Raises WrongValueError.

    A level takes in the weightier ones; what a record of its decision explains is not worse.
    """
    from planctl.diff import Direction, Level  # noqa: PLC0415 - help does not need them

    words = _known("--fail-on", given, (_NEVER, _WORSE, Level.AUDIT.value, Level.WARNING.value))
    ranks = [Level(word).rank for word in words if word in {*Level}]
    highest = max(ranks, default=-1)

    def is_hit(change: "Change") -> bool:
        is_worse = change.direction is Direction.WORSE and not change.is_approved
        named = change.rule in words or (_WORSE in words and is_worse)
        return named or change.level.rank <= highest

    return is_hit


def _known(option: str, given: str, others: tuple[str, ...]) -> frozenset[str]:
    """The words with commas between, each of which is a kind of change or one of the others."""
    from planctl.diff import BY_NAME  # noqa: PLC0415 - help does not need it
    from planctl.findings import did_you_mean  # noqa: PLC0415 - as above

    words = [word.strip().casefold() for word in given.split(",") if word.strip()]
    if not words:
        raise WrongValueError(option, given, f"It takes {_choice(others)}.", "names nothing")
    for word in words:
        if word not in BY_NAME and word not in others:
            near = did_you_mean(word, (*BY_NAME, *others))
            hint = f"Did you mean {near}? " if near else ""
            remedy = f"{hint}It takes {_choice(others)}."
            raise WrongValueError(option, word, remedy, "is no kind of change")
    return frozenset(words)


def _choice(others: tuple[str, ...]) -> str:
    return f"{', '.join(others)}, or kinds of change such as kpi-removed"
