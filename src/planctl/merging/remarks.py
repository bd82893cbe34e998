"""Comments and blank lines of three sides: all that nobody took away."""

from collections import Counter
from difflib import SequenceMatcher

from planctl.merging.side import Side


def merged_lines(base: str, ours: str, theirs: str) -> str:
    """The lines of both sides, without those that either took away.

    Where both put lines in one place, ours come first; a line that both put there stands once.
    """
    if theirs in (base, ours):
        return ours
    if base == ours:
        return theirs
    was, one, other = (text.splitlines(keepends=True) for text in (base, ours, theirs))
    (kept, added), (their_kept, their_added) = _against(was, one), _against(was, other)
    result: list[str] = []
    for place in range(len(was) + 1):
        mine = added.get(place, [])
        result += mine
        result += [line for line in their_added.get(place, []) if line not in mine]
        if place < len(was) and place in kept and place in their_kept:
            result.append(was[place])
    return "".join(result)


def merged_behind(base: str, ours: str, theirs: str) -> str:
    """What stands behind a value to the end of its line, and the lines of comments below it."""
    if theirs in (base, ours):
        return ours
    if base == ours:
        return theirs
    (was, below), (one, ours_below), (other, theirs_below) = (
        (first, rest) for first, _, rest in (text.partition("\n") for text in (base, ours, theirs))
    )
    if other in (was, one) or not other.strip():
        first = one
    elif was == one or not one.strip():
        first = other
    else:
        first = f"{one.rstrip()}  {other.strip()}"
    return f"{first}\n{merged_lines(below, ours_below, theirs_below)}"


def lost_comments(base: Side, ours: Side, theirs: Side, merged: str) -> list[str]:
    """The comments that one side wrote, or both kept, and that the merged text has not."""
    was, one, other = (_counted(side) for side in (base, ours, theirs))
    return [
        comment
        for comment in {**one, **other}
        if merged.count(comment) < _wanted(was[comment], one[comment], other[comment])
    ]


def _counted(side: Side) -> Counter[str]:
    return Counter(side.comments(0, len(side.text)))


def _wanted(was: int, one: int, other: int) -> int:
    if was == other:
        return one
    return other if was == one else min(one, other)


def _against(was: list[str], now: list[str]) -> tuple[set[int], dict[int, list[str]]]:
    """The lines that stayed, by number, and those put in front of each."""
    kept: set[int] = set()
    added: dict[int, list[str]] = {}
    for tag, start, end, first, last in SequenceMatcher(
        None, was, now, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            kept |= {*range(start, end)}
        elif first < last:
            added[end] = now[first:last]
    return kept, added
