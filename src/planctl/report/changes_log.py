"""The changelog: every change in words, by how much it should worry."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from planctl.diff import Change, Decision, Direction, Spot
from planctl.model import State
from planctl.report.changes_beside import Pointer
from planctl.report.changes_told import WAIVED, WORRIES, Told
from planctl.report.front import Fact
from planctl.report.marks import Tag
from planctl.report.palette import slug
from planctl.report.phrases import listed
from planctl.report.words import Words


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One change, or several, as the changelog tells it; `beside` leads to the values."""

    number: int
    anchor: str
    message: str
    leaning: Tag | None
    question: str
    decision: str
    reason: str
    details: tuple[Fact, ...]
    beside: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class PlanLog:
    """The changes of one plan."""

    heading: str
    changes: tuple[LoggedChange, ...]


@dataclass(frozen=True, slots=True)
class WorryLog:
    """The changes that should worry as much as each other; `note` stands where there are none."""

    anchor: str
    heading: str
    contents: str
    plans: tuple[PlanLog, ...]
    note: str


def changelog(
    told: Sequence[Told], beside: Mapping[str, tuple[Pointer, ...]], words: Words
) -> tuple[WorryLog, ...]:
    """The changes by worry; `beside` leads to a change's values by the anchor of the change."""
    by_worry: dict[str, list[Told]] = {worry: [] for worry in WORRIES}
    for one in told:
        by_worry[one.worry].append(one)
    return tuple(
        _worry_log(worry, of_worry, beside, words)
        for worry, of_worry in by_worry.items()
        if of_worry or worry != WAIVED
    )


def _worry_log(
    worry: str, told: Sequence[Told], beside: Mapping[str, tuple[Pointer, ...]], words: Words
) -> WorryLog:
    heading = words.say(f"worry_{worry}")
    number = sum(len(one.folded.changes) for one in told)
    return WorryLog(
        anchor=worry,
        heading=heading,
        contents=words.say("worry_count", worry=heading, n=number),
        plans=tuple(
            PlanLog(
                plan or words.say("several_plans"),
                tuple(_logged(one, beside.get(one.anchor, ()), words) for one in of_plan),
            )
            for plan, of_plan in groupby(told, lambda one: one.plan)
        ),
        note="" if told else words.say(f"worry_none_{worry}"),
    )


def _logged(one: Told, beside: tuple[Pointer, ...], words: Words) -> LoggedChange:
    change = one.folded.first
    return LoggedChange(
        number=one.number,
        anchor=one.anchor,
        message=one.folded.message,
        leaning=_leaning(change.direction, words),
        question="" if change.decision or change.waived else change.question,
        decision=_decided(change.decision, words) if change.decision else "",
        reason=change.waived,
        details=tuple(_details(one.folded.changes, words)),
        beside=beside,
    )


def _leaning(direction: Direction, words: Words) -> Tag | None:
    """The tag of what got worse or better, in the colours of a state that is as bad or good."""
    match direction:
        case Direction.WORSE:
            return Tag(words.say("leaning_worse"), "", "▼", slug(State.OFF_TRACK))
        case Direction.BETTER:
            return Tag(words.say("leaning_better"), "", "▲", slug(State.ON_TRACK))
        case Direction.NEUTRAL:
            return None


def _decided(decision: Decision, words: Words) -> str:
    if not decision.minute:
        return words.say("decided_unminuted", id=decision.id)
    return words.say("decided", id=decision.id, minute=decision.minute)


def _details(changes: Sequence[Change], words: Words) -> Iterator[Fact]:
    """Where the changes belong, who answers for them, and where they stand in both files."""
    themes = dict.fromkeys(change.theme for change in changes)
    owners = dict.fromkeys(owner for change in changes for owner in change.owners)
    told = (
        ("theme", _joined(themes, words)),
        ("owners", _joined(owners, words)),
        ("before", _spots([change.old_spot for change in changes], words)),
        ("now", _spots([change.new_spot for change in changes], words)),
        ("match", _match(changes, words)),
        ("rule", changes[0].rule),
    )
    for key, text in told:
        if text:
            yield Fact(key, words.say(f"part_{key}"), text)


def _joined(parts: Iterable[str], words: Words) -> str:
    return words.say("value_path").join(filter(None, parts))


def _spots(spots: Sequence[Spot | None], words: Words) -> str:
    """Each file with its lines."""
    lines: dict[str, list[str]] = {}
    for spot in spots:
        if spot is not None:
            lines.setdefault(spot.file, []).append(str(spot.line))
    return _joined(
        (
            words.count("spot", len(of_file), file=file, lines=listed(of_file, words))
            for file, of_file in lines.items()
        ),
        words,
    )


def _match(changes: Sequence[Change], words: Words) -> str:
    """How one entry was found again, where a reader may doubt that it is the same one."""
    found = changes[0].match
    if changes[1:] or found is None or f"match_{found.how}" not in words.texts:
        return ""
    return words.say(f"match_{found.how}", score=f"{found.score:g}")
