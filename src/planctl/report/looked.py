"""Who has looked: what the term's updates say of themselves, and what others said before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl.audit.assurance import Greens
from planctl.model import Level, Period, Row, Scale, State, Update
from planctl.progress import state_said, update_in
from planctl.report.occasion import Occasion
from planctl.report.phrases import listed, row_name
from planctl.report.words import Words

_FROM_WORST: Final = (State.OFF_TRACK, State.AT_RISK, State.ON_TRACK, State.COMPLETE)


@dataclass(frozen=True, slots=True)
class Looked:
    """An action at which somebody other than its owner looked, and whether it came out lower."""

    row: Row
    by: str
    is_lower: bool


def updates_said(report: Occasion) -> int:
    """How many actions have an update of the term."""
    told = (update_in(row, report.timeline, report.term) for row in report.rows)
    return sum(one is not None for one in told)


def looked_before(report: Occasion) -> tuple[Looked, ...]:
    """The actions that others looked at in earlier terms, each as they did last."""
    return tuple(one for row in report.rows if (one := _last_look(row, report)))


def greens_said(greens: Greens, updates: int, words: Words) -> str:
    """How many updates say that all is well, and how many of them somebody else has looked at."""
    if not greens.total:
        return words.say("assured_no_greens")
    checked = words.say("assured_unchecked")
    if greens.verified:
        checked = words.say(
            "assured_checked", n=greens.verified, total=greens.total, stood=greens.stood
        )
    own, bare = greens.self_assessed, greens.without_evidence
    if updates == 1:
        return words.say("assured_greens_only", own=own, checked=checked, bare=bare)
    return words.count(
        "assured_greens_line", greens.total, of=updates, own=own, checked=checked, bare=bare
    )


def looked_said(report: Occasion) -> str:
    """Who looked at which actions in earlier terms, and how many came out lower; else nothing."""
    found, words = looked_before(report), report.words
    if not found:
        return ""
    return words.say(
        "assured_looked",
        who=listed(list(dict.fromkeys(one.by for one in found)), words),
        refs=listed([row_name(one.row, words) for one in found], words),
        lower=_lower_said(found, words),
    )


def looked_at(found: Sequence[Looked], words: Words) -> str:
    """At how many actions others looked in earlier terms; else nothing."""
    if not found:
        return ""
    return words.count("assured_looked_at", len(found), lower=_lower_said(found, words))


def _lower_said(found: Sequence[Looked], words: Words) -> str:
    lower = sum(one.is_lower for one in found)
    return words.say("assured_lower", n=lower) if lower else words.say("assured_none_lower")


def _last_look(row: Row, report: Occasion) -> Looked | None:
    """The latest check in a term before the one reported on; None without any."""
    found = None
    for _, update in sorted(_earlier(row, report), key=lambda one: _ends(one[0], report)):
        verified = update.verified
        if verified and verified.by != update.by:
            by = report.party(verified.by) if verified.by else ""
            is_lower = _is_lower(update, report.scale.level(verified.rating), report.scale)
            found = Looked(row, by or report.words.say("assured_somebody"), is_lower)
    return found


def _earlier(row: Row, report: Occasion) -> Iterator[tuple[Period, Update]]:
    begins = report.timeline.starts(report.term)
    for period, update in row.action.updates.items():
        if begins and _ends(period, report) < begins:
            yield period, update


def _ends(period: Period, report: Occasion) -> date:
    return report.timeline.ends(period) or date.max


def _is_lower(update: Update, found: Level | None, scale: Scale) -> bool:
    """Whether the level found is worse than the one its owner gave, else than what was said."""
    said = scale.level(update.rating) if update.rating else None
    state = State(said.state.value) if said else state_said(update, scale)
    other = State(found.state.value) if found else state
    if {state, other} <= set(_FROM_WORST):
        return _FROM_WORST.index(other) < _FROM_WORST.index(state)
    return False
