"""What dated papers of a plan did not tell: what went, moved or changed without being said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.diff import Change, Level
from planctl.diff.folding import folded
from planctl.model import Period, Row, Timeline, Update, rows
from planctl.model.scale import Scale
from planctl.pairing.entries import paired
from planctl.pairing.tree import tree_of
from planctl.progress import ENDED, latest_update, state_of
from planctl.transfer.history import Dated, Step
from planctl.wording.words import normalised


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a paper did not tell, and what to ask about it."""

    message: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """What papers were silent about in one way: a heading, why it matters, and each case."""

    title: str
    why: str
    found: tuple[Said, ...]
    needs_decision: bool = False


_Kind = tuple[str, str, bool, frozenset[str]]
_KINDS: Final[tuple[_Kind, ...]] = (
    ("Vanished", "It stood in the earlier paper and is not in the later one.", True, frozenset({
        "action-dropped", "kpi-removed", "commitment-removed", "recommendation-removed",
        "evidence-removed", "kpi-target-removed", "kpi-baseline-removed",
    })),
    ("Given another date", "The later paper has another date in place of the first one.", True,
     frozenset({"date-moved", "kpi-due-postponed"})),
    ("Asks for less", "A target or an amount is lower than it was.", True,
     frozenset({"kpi-target-loosened", "kpi-target-falls", "funding-reduced"})),
    ("Told otherwise afterwards", "The later paper says something else of a term that was over.",
     True, frozenset({
         "history-rewritten", "history-erased", "kpi-baseline-changed", "kpi-redefined",
         "figure-unsettled", "figure-withdrawn", "evidence-altered",
     })),
    ("Called complete, and nothing shows it", "The paper names no evidence.", True,
     frozenset({"complete-without-evidence"})),
    ("Promises less", "The words or the marked periods promise less than they did.", False,
     frozenset({"scope-softened", "tick-removed", "kpi-target-changed"})),
    ("Also gone", "It stood in the earlier paper and is not in the later one.", False,
     frozenset({"entry-removed"})),
    ("Nobody answers for it any more", "The earlier paper named somebody.", False,
     frozenset({"owner-removed"})),
    ("The day has passed", "It was due by the later paper's day, and is not said to be done.",
     False, frozenset({"newly-overdue", "carried-over"})),
    ("Hard to know again", "Minutes may speak of one by the number of the other.", False,
     frozenset({"ref-reused", "possible-renumbering", "action-split", "actions-merged"})),
)  # fmt: skip
_FIRST_LESSER: Final = 5
"""Where the kinds begin that need no decision."""
_QUIET: Final = frozenset({"reworded", "owner-changed", "moved-theme", "phase-changed"})
_LONGEST: Final = 120
_WHY_ALSO: Final = "Nobody may change it without one."
_WHY_COPIED: Final = "The comment is that of the paper before, word for word."
_WHY_BETTER: Final = "The rating is better than before, and the paper names no evidence."
_WHY_SILENT: Final = "The earlier paper told how it goes; the later one does not."
_WHY_QUIET: Final = "The later paper has no new comment on it."


def silences(step: Step) -> tuple[Silence, ...]:
    """What the later of two papers did not tell, what needs a decision first."""
    pairs = tuple(_pairs(step))
    found = [_of_rules(step.changes, kind) for kind in _KINDS]
    audited = {rule for *_, rules in _KINDS for rule in rules}
    rest = [one for one in step.changes
            if one.level is Level.AUDIT and one.rule not in audited]  # fmt: skip
    by_rows = (
        Silence("Also needs a decision", _WHY_ALSO, _said(rest), needs_decision=True),
        Silence("Better rated, and nothing shows it", _WHY_BETTER, tuple(_better(pairs))),
        Silence("Told in the same words as before", _WHY_COPIED, tuple(_copied(pairs))),
        Silence("Not told of any more", _WHY_SILENT, tuple(_not_told(pairs))),
        Silence("Changed without a word", _WHY_QUIET, tuple(_quiet(step, pairs))),
    )
    ordered = (*found[:_FIRST_LESSER], *by_rows, *found[_FIRST_LESSER:])
    return tuple(one for one in ordered if one.found)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row of both papers; `was` is what had been told last, `now` what the later one tells."""

    old: Row
    new: Row
    term: Period
    scale: Scale
    was: tuple[Period, Update] | None
    now: Update | None
    is_ended: bool

    @property
    def label(self) -> str:
        """What people call the row."""
        text = " ".join(self.new.action.text.split())
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        return self.new.action.ref or f"‘{short}’"

    @property
    def is_copied(self) -> bool:
        """Whether the later comment is the earlier one."""
        one = self.was[1].comment if self.was else None
        other = self.now.comment if self.now else None
        return bool(one and other) and normalised(one or "") == normalised(other or "")

    @property
    def is_explained(self) -> bool:
        """Whether the later paper has a comment of its own on the row."""
        return bool(self.now and self.now.comment) and not self.is_copied

    def rated(self, rating: str | None) -> str:
        """The rating as the scale calls it."""
        level = self.scale.level(rating) if rating else None
        return level.label.lower() if level else (rating or "not rated")


def _pairs(step: Step) -> Iterator[_Pair]:
    old, new = step.old.plan, step.new.plan
    before = {row.path: row for row in rows(old)}
    found = paired(tree_of(old), tree_of(new)).old_of
    places = {node.path: other.path for node, other in found.items()}
    told = _told_alone(step.new)
    for row in rows(new):
        if (was := before.get(places.get(row.path, ()))) is None:
            continue
        state = state_of(was, old.rating_scale, old.timeline, step.old.on)
        last = latest_update(was, old.timeline, step.old.on)
        yield _Pair(was, row, step.new.paper.term, new.rating_scale, last,
                    told(row, new.timeline), state in ENDED)  # fmt: skip


def _told_alone(version: Dated) -> Callable[[Row, Timeline], Update | None]:
    """What the paper itself tells of a row: the latest of its own terms."""
    own = {row.path: row for row in rows(version.alone)}

    def told(row: Row, timeline: Timeline) -> Update | None:
        found = latest_update(own[row.path], timeline, version.on) if row.path in own else None
        return found[1] if found else None

    return told


def _of_rules(changes: Iterable[Change], kind: _Kind) -> Silence:
    title, why, needs_decision, rules = kind
    found = _said(one for one in changes if one.rule in rules)
    return Silence(title, why, found, needs_decision=needs_decision)


def _said(changes: Iterable[Change]) -> tuple[Said, ...]:
    return tuple(Said(one.message, one.question) for one in folded(changes))


def _better(pairs: Iterable[_Pair]) -> Iterator[Said]:
    for one in pairs:
        was = one.was[1].rating if one.was else None
        now = one.now.rating if one.now else None
        if not _is_better(one.scale, was, now) or _has_new_evidence(one):
            continue
        comment = "says nothing new" if one.is_copied else "has no comment on it"
        words = "" if one.is_explained else f", and the paper {comment}"
        message = f"{one.label} was {one.rated(was)} and is {one.rated(now)}{words}"
        yield Said(message, f"What shows that {one.label} is better than it was?")


def _is_better(scale: Scale, was: str | None, now: str | None) -> bool:
    one, other = (scale.level(rating) if rating else None for rating in (was, now))
    levels = scale.all_levels
    return bool(one and other) and levels.index(other) < levels.index(one)


def _has_new_evidence(pair: _Pair) -> bool:
    told = pair.now.evidence if pair.now else ()
    return bool(told) or len(pair.new.action.evidence) > len(pair.old.action.evidence)


def _copied(pairs: Iterable[_Pair]) -> Iterator[Said]:
    for one in pairs:
        if not one.is_copied or one.was is None or one.now is None:
            continue
        was, now = one.was[1].rating, one.now.rating
        other = f", but it was {one.rated(was)} and is {one.rated(now)}" if was != now else ""
        message = f"{one.label} is told in the words of {one.was[0]}: ‘{one.now.comment}’{other}"
        yield Said(message, f"Has anything happened for {one.label} since?")


def _not_told(pairs: Iterable[_Pair]) -> Iterator[Said]:
    """Rows of which nothing is told; where that is so of all, the paper tells of none."""
    every = tuple(pairs)
    before = [one for one in every if one.was and not one.is_ended]
    left = [one for one in before if one.now is None]
    if left and not any(one.now for one in every):
        yield Said(f"The paper tells of no action how it goes; {len(left)} were told of before")
        return
    for one in left:
        term = f" (last told for {one.was[0]}: {one.rated(one.was[1].rating)})" if one.was else ""
        yield Said(f"{one.label} has neither rating nor comment{term}", f"How does {one.label} go?")


def _quiet(step: Step, pairs: Iterable[_Pair]) -> Iterator[Said]:
    """Smaller changes of rows on which the later paper has no comment of its own."""
    silent: Mapping[tuple[str | int, ...], _Pair] = MappingProxyType(
        {one.new.path: one for one in pairs if not one.is_explained}
    )
    yield from _said(
        one for one in step.changes if one.rule in _QUIET and (one.new_path or ()) in silent
    )
