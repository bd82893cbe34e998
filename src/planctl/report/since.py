"""Part 3: what has changed since the last report, and which promises were kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.diff import Change, Level
from planctl.diff.folding import Folded, folded
from planctl.report.lengths import lengths_for
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.phrases import long_date, period_name
from planctl.report.promises import PromisesTold, promises_told
from planctl.report.questions import ended
from planctl.report.request import Audience, Since
from planctl.report.since_kinds import Named, OfKind, kinds_of
from planctl.report.spoken import spoken
from planctl.report.tables import RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words

_TOLD_ELSEWHERE: Final = frozenset({"promise-missed", "missed-update", "no-movement"})
_OF_THEN: Final = frozenset({"dropped"})
"""Kinds whose actions are not among those of the plan as it is."""
_WITHOUT_TEXTS: Final = frozenset({
    "action-slipped", "carried-over", "closed-undone", "date-moved", "newly-overdue",
    "rating-worsened", "reopened",
})  # fmt: skip
"""What the public reads in words: no names of owners, and no texts of an earlier version."""


@dataclass(frozen=True, slots=True)
class ToldList:
    """Sentences under a heading, and a line that names what they leave out."""

    note: str
    """What the list is of."""
    entries: tuple[str, ...]
    """One sentence a change."""
    rest: str
    """What is left out, by name."""


@dataclass(frozen=True, slots=True)
class SinceLast:
    """What has changed; without an earlier version, `note` says that it is not known."""

    note: str
    """What the plan is held against."""
    kinds: Table | None
    """How many changes there are of each kind."""
    kinds_note: str
    """How to read that table."""
    deciding: ToldList | None
    """Changes that need a decision."""
    decided: ToldList | None
    """Changes that somebody decided."""
    weighing: ToldList | None
    """Changes that weigh otherwise."""
    promises: PromisesTold | None
    """What became of last term's next steps."""


def since_part(report: Occasion, numbers: Numbers) -> SinceLast:
    """The part, which no reader should miss: also where nothing is known, it says so."""
    words, since = report.words, report.since
    most = lengths_for(report.audience).changes
    promised = promises_told(report, most) if report.rows else None
    if since is None:
        return SinceLast(words.say("since_unknown"), None, "", None, None, None, promised)
    changes = [one for one in since.changes if may_be_told(one, report.audience)]
    found = kinds_of(since.changes, is_sealed=bool(since.seal))
    kinds = _table(report, since, found, numbers)
    return SinceLast(
        note=_note(report, since),
        kinds=kinds,
        kinds_note=_kinds_note(report, since, found),
        # A seal of ratings cannot show that nothing else needs a decision.
        deciding=None if since.seal else _deciding(changes, report),
        decided=_decided(changes, report),
        weighing=_weighing(changes, report),
        promises=promised,
    )


def _note(report: Occasion, since: Since) -> str:
    """What the plan is held against."""
    words, day = report.words, long_date(since.on, report.words)
    if not since.seal:
        return words.say("since_version", name=since.name, day=day)
    term = report.timeline.period(since.name)
    name = period_name(term, words) if term else since.name
    return words.say("since_sealed", term=name, day=day, code=since.seal)


def may_be_told(change: Change, audience: Audience) -> bool:
    """Whether such readers are told of the change in words."""
    return audience is not Audience.PUBLIC or change.rule in _WITHOUT_TEXTS


def _table(
    report: Occasion, since: Since, found: Sequence[OfKind], numbers: Numbers
) -> Table | None:
    words = report.words
    rows = tuple(
        TableRow((
            plain(words.say(f"since_{one.kind}")),
            plain(_count(one, report, since)),
            plain(", ".join(_name(action, words) for action in one.actions)),
        ))
        for one in found
        if one.actions
    )  # fmt: skip
    if not rows:
        return None
    caption = words.say("since_caption", day=long_date(since.on, words))
    return Table(
        key="since",
        caption=numbers.caption(caption),
        columns=shared_out([
            ("change", words.say("since_kind"), 55),
            ("count", words.say("since_count"), 22),
            ("refs", words.say("since_refs"), 97),
        ]),
        groups=(RowGroup(rows),),
    )  # fmt: skip


def _count(one: OfKind, report: Occasion, since: Since) -> str:
    is_of_then = since.seal or one.kind in _OF_THEN
    of = since.actions if is_of_then else len(report.rows)
    key = "since_of" if of is not None else "since_of_unknown"
    return report.words.say(key, n=len(one.actions), of=of or 0)


def _name(action: Named, words: Words) -> str:
    if not action.days:
        return action.label
    key = "since_days_later" if action.days > 0 else "since_days_earlier"
    return words.count(key, abs(action.days), label=action.label)


def _kinds_note(report: Occasion, since: Since, found: Sequence[OfKind]) -> str:
    """What the counts are out of, and of which kind there is none."""
    words = report.words
    none = [words.say(f"since_{one.kind}").lower() for one in found if not one.actions]
    if since.seal:
        return _sealed_note(report, since, none)
    if len(none) == len(found):
        return words.say("since_none")
    is_known = since.actions is not None and any(
        one.actions for one in found if one.kind in _OF_THEN
    )
    out_of = words.say(
        "since_denominators" if is_known else "since_denominator",
        now=len(report.rows), then=since.actions or 0,
    )  # fmt: skip
    return f"{out_of} {words.say('since_nothing', kinds='; '.join(none))}" if none else out_of


def _sealed_note(report: Occasion, since: Since, none: Sequence[str]) -> str:
    """How many actions a rating is sealed of: no others are counted."""
    words, number = report.words, since.actions or 0
    held = words.count("since_sealed_of", len(report.rows), n=number, of=len(report.rows))
    return f"{held} {words.say('since_nothing', kinds='; '.join(none))}" if none else held


def _deciding(changes: Iterable[Change], report: Occasion) -> ToldList | None:
    """What nobody may do without a decision, and for which none is recorded."""
    words = report.words
    if report.audience is Audience.PUBLIC:
        return None
    every = [one for one in changes if one.level is Level.AUDIT]
    told = [one for one in every if not one.waived]
    note = words.count("since_deciding", len(told)) if told else words.say("since_decided_none")
    if waived := len(every) - len(told):
        note = words.count("since_deciding_let", waived, said=note)
    return _listed(note, [Folded((one,), one.message) for one in told], report)


def _decided(changes: Iterable[Change], report: Occasion) -> ToldList | None:
    """What was agreed, with the record of it."""
    told = [
        Folded((one,), report.words.say("since_minuted", said=one.message, minute=_minute(one)))
        for one in changes
        if one.decision is not None
    ]
    return _listed(report.words.count("since_decided", len(told)), told, report) if told else None


def _minute(change: Change) -> str:
    decision = change.decision
    parts = (decision.id, decision.minute) if decision else ()
    return ", ".join(part for part in parts if part)


def _weighing(changes: Sequence[Change], report: Occasion) -> ToldList | None:
    moved = {one.label for one in changes if one.rule == "date-moved"}
    told = [
        one
        for one in changes
        if one.level is Level.WARNING and not one.waived and one.rule not in _TOLD_ELSEWHERE
        # An end that is later because the agreed time was moved is told with that.
        and not (one.rule == "action-slipped" and one.label in moved)
    ]  # fmt: skip
    return _listed("", folded(told, changes), report) if told else None


def _listed(note: str, told: Sequence[Folded], report: Occasion) -> ToldList:
    """The first entries in words; of the rest the names."""
    shown = lengths_for(report.audience).changes
    names = list(dict.fromkeys(_names(told[shown:])))
    rest = report.words.count("since_rest", len(told) - shown, names=", ".join(names))
    said = tuple(ended(spoken(one.message, report.words)) for one in told[:shown])
    return ToldList(note, said, rest if names else "")


def _names(told: Iterable[Folded]) -> Iterator[str]:
    for one in told:
        yield from (change.label for change in one.changes)
