"""Many changes told in one sentence, where it says of each of them exactly what happened."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Final

from planctl.diff.change import Change, Level
from planctl.diff.numbering import Number, listed, numbers, runs, stretches

MANY: Final = 3
"""So many rows of which the same is said are told together."""
MAX_NAMES: Final = 60

_NOUNS: Final = MappingProxyType({
    "action": "actions",
    "commitment": "commitments",
    "kpi": "KPIs",
    "milestone": "milestones",
    "outcome": "outcomes",
    "plan": "plans",
    "recommendation": "recommendations",
    "risk": "risks",
    "theme": "themes",
})  # fmt: skip
_OF_MANY: Final = MappingProxyType({
    "does": "do", "ends": "end", "goes": "go", "has": "have", "is": "are", "needs": "need",
    "stands": "stand", "was": "were",
})  # fmt: skip
_ALIKE: Final = re.compile(r"\w+ed|became|came|did|got|had|lost|went")
"""Verbs that are the same for one and for many."""
_VERB: Final = re.compile(rf"\b(and|but) ({'|'.join(_OF_MANY)})\b")
_QUOTES: Final = re.compile('["“‘`]')
_GONE: Final = frozenset({
    "action-dropped", "commitment-removed", "entry-removed", "kpi-removed",
    "recommendation-removed",
})  # fmt: skip
_COME: Final = frozenset({
    "action-added", "commitment-added", "entry-added", "kpi-added", "recommendation-added",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """Changes with the sentence that tells them; one alone keeps its own words."""

    changes: tuple[Change, ...]
    message: str

    @property
    def first(self) -> Change:
        """The change in whose place they are told."""
        return self.changes[0]

    @property
    def question(self) -> str:
        """What a member of a board may ask of all of them; empty where there is nothing to ask."""
        asked, label = self.first.question, self.first.label
        if not self.changes[1:] or not label:
            return asked
        return asked.replace(label, f"each of these {len(self.changes):,}")


def folded(changes: Iterable[Change], among: Collection[Change] = ()) -> tuple[Folded, ...]:
    """Each change once, in as few sentences as tell all of them exactly.

    A sentence stands where its first change stood. `among` are the changes that may be the cause of
    others and are told elsewhere. What needs a decision is never folded: each needs its own.
    """
    every = tuple(changes)
    groups = [
        *_groups(every, _as_renumbered, lambda group: _renumbered(group, chain(every, among))),
        *_groups(every, _as_reordered, _reordered),
        *_groups(every, _as_said, _said),
    ]
    leading = {id(group.first): group for group in groups}
    inside = {id(change) for group in groups for change in group.changes}
    return tuple(
        leading.get(id(change)) or Folded((change,), change.message)
        for change in every
        if id(change) in leading or id(change) not in inside
    )


def _groups(
    changes: Iterable[Change],
    key: Callable[[Change], Hashable],
    told: Callable[[tuple[Change, ...]], Iterable[Folded]],
) -> Iterator[Folded]:
    """What is told of the changes that have a key, together with those of the same key."""
    alike = defaultdict(list)
    for change in changes:
        if change.level is not Level.AUDIT and (found := key(change)) is not None:
            alike[found].append(change)
    for group in alike.values():
        yield from told(tuple(group))


def _home(change: Change) -> tuple[str, str, str]:
    return change.plan, change.kind, change.theme


def _as_renumbered(change: Change) -> Hashable:
    is_plain = isinstance(change.old, str) and isinstance(change.new, str)
    if change.rule != "renumbered" or not is_plain:
        return None
    return _home(change), change.decision


def _renumbered(group: tuple[Change, ...], causes: Iterable[Change]) -> Iterator[Folded]:
    """The runs of references that follow each other before and after."""
    if not group[1:]:
        return
    near = [change for change in causes if _home(change) == _home(group[0])]
    gone = _refs(near, _GONE)
    come = _refs(near, _COME)
    before = numbers((*(change.old for change in group), *gone))
    after = numbers((*(change.new for change in group), *come))
    known = [change for change in group if change.old in before and change.new in after]
    for run in runs(known, lambda change: (before[change.old], after[change.new])):
        if run[1:]:
            old, new = before[run[0].old], after[run[0].new]
            why = _cause(old, new, _earlier(gone, before, old), _earlier(come, after, new))
            was = _span([change.old for change in run])
            now = _span([change.new for change in run])
            yield Folded(run, f"{was} were renumbered {now}{why}")


def _refs(changes: Iterable[Change], rules: frozenset[str]) -> tuple[str, ...]:
    found = (change.ref for change in changes if change.ref and change.rule in rules)
    return tuple(dict.fromkeys(found))


def _earlier(refs: Iterable[str], known: Mapping[str, Number], first: Number) -> list[str]:
    """The references of the same table before the first of a run, in their order."""
    found = [ref for ref in refs if ref in known]
    same = [ref for ref in found if known[ref].stem == first.stem and known[ref] < first]
    return sorted(same, key=lambda ref: known[ref])


def _cause(old: Number, new: Number, gone: list[str], come: list[str]) -> str:
    """What made room or took it; empty unless it explains the whole of the shift."""
    if old.stem != new.stem or len(come) - len(gone) != new.count - old.count:
        return ""
    clauses = [
        f"{listed(refs)} {'were' if refs[1:] else 'was'} {verb}"
        for refs, verb in ((gone, "dropped"), (come, "added"))
        if refs
    ]
    return f", after {' and '.join(clauses)}" if clauses else ""


def _span(refs: list[str]) -> str:
    return f"{refs[0]} to {refs[-1]}" if refs[2:] else listed(refs)


def _as_reordered(change: Change) -> Hashable:
    if change.rule != "reordered" or not change.label:
        return None
    return _home(change), change.decision


def _reordered(group: tuple[Change, ...]) -> Iterator[Folded]:
    labels = tuple(dict.fromkeys(change.label for change in group))
    if labels[1:]:
        yield Folded(group, f"{listed(stretches(labels))} stand in another place of the list")


def _as_said(change: Change) -> Hashable:
    said = _clause(change)
    if change.rule in {"renumbered", "reordered"} or not _of_many(said):
        return None
    return change.plan, change.kind, change.rule, change.direction, change.decision, said


def _said(group: tuple[Change, ...]) -> Iterator[Folded]:
    names = [_name(change) for change in group]
    if len(names) < MANY or len(set(names)) < len(names):
        return
    first = group[0]
    noun = f" {_NOUNS[first.kind]}" if first.kind in _NOUNS else ""
    rest = f" and {len(names) - MAX_NAMES:,} more" if names[MAX_NAMES:] else ""
    named = f"{', '.join(names[:MAX_NAMES])}{rest}"
    said = _of_many(_clause(first))
    ending = f" ({named})" if ": " in said else f": {named}"
    yield Folded(group, f"{len(group):,}{noun} {said}{ending}")


def _clause(change: Change) -> str:
    """What is said of the entry, without its name; empty where the message does not begin so."""
    label, message = change.label, change.message
    # A label that is a common word has a capital at the beginning of the sentence.
    begins = message[:1].casefold() == label[:1].casefold()
    is_named = label and begins and message[1:].startswith(f"{label[1:]} ")
    return message[len(label) + 1 :] if is_named else ""


def _name(change: Change) -> str:
    """The reference alone where the noun stands before it."""
    is_called_so = change.ref and change.label.endswith(f" {change.ref}")
    return change.ref if is_called_so and change.kind in _NOUNS else change.label


def _of_many(said: str) -> str:
    """The words for several, `are green` for `is green`; empty where that is not known.

    Nothing is touched that is quoted.
    """
    verb, space, rest = said.partition(" ")
    if verb not in _OF_MANY and not _ALIKE.fullmatch(verb):
        return ""
    quoted = _QUOTES.search(rest)
    end = quoted.start() if quoted else len(rest)
    own = _VERB.sub(lambda found: f"{found[1]} {_OF_MANY[found[2]]}", rest[:end])
    own = re.sub(r"\bits\b", "their", own)
    return f"{_OF_MANY.get(verb, verb)}{space}{own}{rest[end:]}"
