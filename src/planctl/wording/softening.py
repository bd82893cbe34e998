"""Whether a new wording promises less than the old one.

A remark too few does less harm than one too many: only words and numbers that stand in each
other's place are compared, and where some got weaker and some stronger, nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.wording.amounts import Amount, amount
from planctl.wording.phrases import Tokens, is_escape, phrases, stands_in
from planctl.wording.scales import ANYWHERE, FLOORS, IN_PLACE, MODALS, QUANTIFIERS, VERBS, ScaleOf
from planctl.wording.word_diff import Run, runs


def softened(old: str, new: str) -> str | None:
    """In which words the new text promises less, such as `'all' became 'some'`; else None."""
    one, other = phrases(old), phrases(new)
    if one == other or any(_signs(other, one)):
        return None
    return ", ".join(dict.fromkeys(_signs(one, other))) or None


_NEAR: Final = 5
"""Words at the beginning of a text among which the verb it began with is looked for."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a change took from one side or brought to the other: places among its words."""

    tokens: Tokens
    places: tuple[int, ...]

    def strongest(self, scale: ScaleOf) -> str | None:
        """The word of the scale that promises most, where there is one."""
        found = [self.tokens[at] for at in self.places if stands_in(scale, self.tokens, at)]
        return max(found, key=lambda word: scale[word], default=None)

    def amounts(self) -> tuple[Amount, ...]:
        """The numbers that count something."""
        found = (amount(self.tokens, at) for at in self.places)
        return tuple(each for each in found if each)

    def escapes(self) -> tuple[str, ...]:
        """The words that leave a way out."""
        return tuple(self.tokens[at] for at in self.places if is_escape(self.tokens, at))


def _signs(old: Tokens, new: Tokens) -> Iterator[str]:
    """What in the new words is weaker than in the old ones."""
    changed = tuple(_changed(old, new))
    for scale in ANYWHERE:
        yield from _weakened(scale, _joined(old, changed, 0), _joined(new, changed, 1))
    for before, after in changed:
        for scale in IN_PLACE:
            yield from _weakened(scale, before, after)
        yield from _lowered(before.amounts(), after.amounts())
        yield from _made_vague(before, after)
        yield from _escapes_added(before, after)
    yield from _opening_weakened(old, new)
    yield from _floors_lost(old, new)


def _changed(old: Tokens, new: Tokens) -> Iterator[tuple[_Part, _Part]]:
    """What stands in the place of what; words that only moved are left out."""
    found: list[Run] = [run for run in runs(old, new) if not run.is_same]
    gone = {old[at] for run in found for at in run.old}
    moved = gone & {new[at] for run in found for at in run.new}
    for run in found:
        yield (
            _Part(old, tuple(at for at in run.old if old[at] not in moved)),
            _Part(new, tuple(at for at in run.new if new[at] not in moved)),
        )


def _joined(tokens: Tokens, changed: Sequence[tuple[_Part, _Part]], side: int) -> _Part:
    return _Part(tokens, tuple(at for parts in changed for at in parts[side].places))


def _weakened(scale: ScaleOf, before: _Part, after: _Part) -> Iterator[str]:
    was, is_now = before.strongest(scale), after.strongest(scale)
    if was and is_now and scale[is_now] < scale[was]:
        yield f"'{was}' became '{is_now}'"


def _lowered(before: tuple[Amount, ...], after: tuple[Amount, ...]) -> Iterator[str]:
    if len(before) != len(after):
        return
    for was, is_now in zip(before, after, strict=True):
        if was.is_of_same(is_now) and is_now.value * was.sense < was.value * was.sense:
            yield f"{was.word} became {is_now.word}"


def _made_vague(before: _Part, after: _Part) -> Iterator[str]:
    """A number of things that became several things."""
    counted, word = before.amounts(), after.strongest(QUANTIFIERS)
    if len(counted) == 1 and word and not after.amounts() and not before.strongest(QUANTIFIERS):
        weakest = min(QUANTIFIERS.values())
        if QUANTIFIERS[word] == weakest and counted[0].value > 1:
            yield f"{counted[0].word} became '{word}'"


def _escapes_added(before: _Part, after: _Part) -> Iterator[str]:
    if before.escapes():
        return
    for words in after.escapes():
        if words not in MODALS or not before.strongest(MODALS):
            yield f"'{words}' was added"


def _opening_weakened(old: Tokens, new: Tokens) -> Iterator[str]:
    """What was to be done is only looked into: `Visit` became `Explore how to visit`."""
    if not old or not new or not stands_in(VERBS, new, 0):
        return
    is_new = VERBS[new[0]] == min(VERBS.values()) and new[0] not in old
    if is_new and old[0].isalpha() and old[0] in new[1:_NEAR]:
        yield f"'{new[0]}' was added"


def _floors_lost(old: Tokens, new: Tokens) -> Iterator[str]:
    """Bounds such as `at least` that went, although their number stayed."""
    if not FLOORS.isdisjoint(new):
        return
    stayed = {each for at in range(len(new)) if (each := amount(new, at))}
    for at, words in enumerate(old[:-1]):
        if words in FLOORS and amount(old, at + 1) in stayed:
            yield f"'{words} {old[at + 1]}' lost '{words}'"
