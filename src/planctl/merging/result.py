"""What a merge gives: text, and the places where a person has to choose."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from planctl.errors import PlanctlError

SIZE: Final = 7
"""How many signs git's own marks have."""


class UnsureError(PlanctlError):
    """A merge after which nobody could say that nothing was lost."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not merged field by field: {reason}")


@dataclass(frozen=True, slots=True)
class Clash:
    """Whole lines that both sides have made something else of; one of them may have none left."""

    ours: str
    theirs: str
    meant: str | None = None
    """The half that the plan without its comments would have; None where that is the question."""

    def marked(self, size: int) -> str:
        """Both, one below the other, between marks of that size."""
        return f"{'<' * size} ours\n{self.ours}{'=' * size}\n{self.theirs}{'>' * size} theirs\n"


Fragments: TypeAlias = tuple[str | Clash, ...]
"""A merged text: whole lines, and clashes between them."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged file, and how many values in it are for a person to choose."""

    content: bytes
    conflicts: int = 0


def ours_of(fragments: Fragments) -> str:
    """The text with our side of each clash that is one of the plan."""
    return "".join(one if isinstance(one, str) else _half(one, one.ours) for one in fragments)


def theirs_of(fragments: Fragments) -> str:
    """The text with their side of each clash that is one of the plan."""
    return "".join(one if isinstance(one, str) else _half(one, one.theirs) for one in fragments)


def marked(fragments: Fragments, size: int) -> str:
    """The text with both sides of each clash between marks."""
    return "".join(one if isinstance(one, str) else one.marked(size) for one in fragments)


def clashes_of(fragments: Fragments) -> tuple[Clash, ...]:
    """What a person has to choose."""
    return tuple(one for one in fragments if isinstance(one, Clash))


def mapped(fragments: Iterable[str | Clash], change: Callable[[str], str]) -> Fragments:
    """The fragments with each of their texts changed."""
    return tuple(
        change(one)
        if isinstance(one, str)
        else replace(one, ours=change(one.ours), theirs=change(one.theirs))
        for one in fragments
    )


def _half(clash: Clash, half: str) -> str:
    return half if clash.meant is None else clash.meant
