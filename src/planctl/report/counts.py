"""The five counts of the front page, each with its denominator and last term's beside it."""

from dataclasses import dataclass, replace

from planctl.model import State
from planctl.progress import (
    Summary,
    is_merged,
    is_overdue,
    latest_update,
    state_of,
    summarise,
    update_in,
)
from planctl.report.marks import STATE_ORDER
from planctl.report.occasion import Occasion, term_compared
from planctl.report.phrases import long_date, period_name, states_in_words
from planctl.report.placed import row_places, state_places
from planctl.report.words import Words

_OFF = (State.AT_RISK, State.OFF_TRACK)
_COUNTED = (State.COMPLETE, State.ON_TRACK, *_OFF, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Count:
    """A number out of another; `before` is the same count at the end of the term before."""

    key: str
    """A class name, such as `on-track`."""
    number: int
    """How many there are."""
    of: int
    """Out of how many."""
    out_of: str
    """The same in words: `of 33`."""
    label: str
    """What is counted."""
    note: str
    """A word on the count."""
    before: str
    """The same count at the end of the term before."""
    source: str = ""
    """The file and the lines that are counted, where those are known."""
    shown: str = ""
    """What is printed in place of the number, where nought would say more than is known."""


def unless_unsaid(count: Count, unsaid: str, words: Words) -> Count:
    """The count, or that there is none of it, where that is nought because nobody has said.

    `unsaid` stands in place of the denominator.
    """
    if count.number:
        return count
    return replace(count, out_of=unsaid, shown=words.say("count_none"))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the plan stands: the lead sentence, the counts, and what they leave out."""

    lead: str
    """How many actions have an update for the term."""
    counts: tuple[Count, ...]
    """The five counts, in a fixed order; none for a plan without actions."""
    rest: str
    """The states that are not among the first four counts, and what was merged into others."""
    compared: str
    """With what the counts of last term are compared."""


def standing(report: Occasion, now: Summary) -> Standing:
    """The counts on the day, beside those at the end of the plan's term before; else why not."""
    if not report.rows:
        return Standing(lead=report.words.say("no_actions"), counts=(), rest="", compared="")
    return Standing(
        lead=_lead(report, now),
        counts=_five_counts(report, now),
        rest=_rest(report, now),
        compared=_compared(report),
    )


def ordered_states(summary: Summary) -> tuple[tuple[State, int], ...]:
    """The states that occur, in the order of every bar, with their counts."""
    return tuple((state, summary.count(state)) for state in STATE_ORDER if summary.count(state))


def _five_counts(report: Occasion, now: Summary) -> tuple[Count, ...]:
    words = report.words
    then = _summary_before(report)
    split = [(state, number) for state in _OFF if (number := now.count(state))]
    counted = (
        ("complete", (State.COMPLETE,), ""),
        ("on_track", (State.ON_TRACK,), ""),
        ("behind", _OFF, states_in_words(split, words)),
        ("unknown", (State.UNKNOWN,), words.say("count_unknown_note")),
    )
    by_state = tuple(
        Count(
            key=key.replace("_", "-"),
            number=now.count(*states),
            of=now.rows,
            out_of=words.say("out_of", n=now.rows),
            label=words.say(f"count_{key}"),
            note=note,
            before=_before(report, then.count(*states), then.rows) if then else "",
            source=places_in(states, report),
        )
        for key, states, note in counted
    )
    if is_unrated(now):
        unsaid = words.say("count_unsaid")
        by_state = (*(unless_unsaid(one, unsaid, words) for one in by_state[:-1]), by_state[-1])
    overdue = _overdue(report, now, then)
    return (*by_state, overdue if now.due else unless_unsaid(overdue, "", words))


def is_unrated(*summaries: Summary) -> bool:
    """Whether some actions are not known, and nothing is said of any other."""
    rated = (State.COMPLETE, State.ON_TRACK, *_OFF)
    unknown = any(one.count(State.UNKNOWN) for one in summaries)
    return unknown and not any(one.count(*rated) for one in summaries)


def _overdue(report: Occasion, now: Summary, then: Summary | None) -> Count:
    words = report.words
    day = long_date(report.as_of, words)
    return Count(
        key="overdue",
        number=len(now.overdue),
        of=now.due,
        out_of=words.say("out_of", n=now.due),
        label=words.say("count_overdue"),
        note=words.count("due_by", now.due, day=day) if now.due else words.say("none_due", day=day),
        before=_before(report, len(then.overdue), then.due) if then else "",
        source=late_places(report),
    )


def places_in(states: tuple[State, ...], report: Occasion) -> str:
    """Where that stands by which rows are in one of the states."""
    known = (report.scale, report.timeline, report.as_of)
    return state_places((row for row in report.rows if state_of(row, *known) in states), report)


def late_places(report: Occasion) -> str:
    """Where the rows stand that are overdue."""
    known = (report.scale, report.timeline, report.as_of)
    return row_places((row for row in report.rows if is_overdue(row, *known)), report)


def _before(report: Occasion, number: int, of: int) -> str:
    return report.words.say("count_before", n=number, of=of)


def _summary_before(report: Occasion) -> Summary | None:
    before = term_compared(report)
    return summarise(report.plan, report.judged_on(before), before) if before else None


def _lead(report: Occasion, now: Summary) -> str:
    words = report.words
    states = states_in_words(ordered_states(now), words)
    rated = sum(update_in(row, report.timeline, report.term) is not None for row in report.rows)
    spoken = sum(
        latest_update(row, report.timeline, report.as_of) is not None for row in report.rows
    )
    if not spoken:
        return words.say("nothing_rated", states=states)
    lead = words.count("updated", now.rows, n=rated, of=now.rows)
    older = spoken - rated
    return f"{lead} {words.count('older_rating', older)}" if older > 0 else lead


def _rest(report: Occasion, now: Summary) -> str:
    words = report.words
    others = [(state, number) for state, number in ordered_states(now) if state not in _COUNTED]
    said = [words.say("counts_rest", states=states_in_words(others, words))] if others else []
    if merged := sum(is_merged(row, report.as_of) for row in report.rows):
        said.append(words.count("counts_merged", merged))
    return " ".join(said)


def _compared(report: Occasion) -> str:
    before = term_compared(report)
    if before is None:
        return report.words.say("first_term")
    return report.words.say("compared_with", term=period_name(before, report.words))
