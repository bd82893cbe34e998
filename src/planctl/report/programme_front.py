"""The front page of the programme report: how all plans together stand, and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from planctl.model import State
from planctl.progress import Summary
from planctl.report.counts import Count, is_unrated, late_places, places_in, unless_unsaid
from planctl.report.front import Fact
from planctl.report.marks import STATE_ORDER
from planctl.report.money import beyond
from planctl.report.phrases import (
    date_range,
    listed,
    long_date,
    period_name,
    pounds,
    states_in_words,
)
from planctl.report.placed import together
from planctl.report.programme_asks import programme_asks
from planctl.report.programme_assured import programme_assured_lines
from planctl.report.programme_members import Members, Workspace
from planctl.report.words import Words

_BEHIND: Final = (State.AT_RISK, State.OFF_TRACK)
_COUNTED: Final = (State.COMPLETE, State.ON_TRACK, *_BEHIND, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class ProgrammeFront:
    """Everything on the front page, in the order of reading."""

    over: str
    kind: str
    title: str
    subtitle: str
    details: tuple[Fact, ...]
    asks: tuple[str, ...]
    lead: str
    counts: tuple[Count, ...]
    rest: str
    facts: tuple[Fact, ...]
    missing_heading: str
    missing: tuple[str, ...]


def programme_front(members: Members, words: Words) -> ProgrammeFront:
    """The front page."""
    missing = tuple(_missing(members, words))
    return ProgrammeFront(
        over=_over(members),
        kind=words.say("programme_kind"),
        title=title_of(members, words),
        subtitle=_subtitle(members, words),
        details=tuple(_details(members, words)),
        asks=programme_asks(members, words),
        lead=_lead(members, words),
        counts=tuple(_counts(members, words)),
        rest=_rest(members, words),
        facts=tuple(_facts(members, words)),
        missing_heading=words.say("programme_not_here") if missing else "",
        missing=missing,
    )


def title_of(members: Members, words: Words) -> str:
    """The programme's title, else which folder the plans were found in."""
    head = members.head
    return head.title or words.say("programme_folder", folder=head.folder)


def all_states(summaries: Sequence[Summary]) -> tuple[tuple[State, int], ...]:
    """The states that occur, in the order of every bar, with their counts over all plans."""
    counts = ((state, sum(one.count(state) for one in summaries)) for state in STATE_ORDER)
    return tuple((state, number) for state, number in counts if number)


def plans_counted(members: Members, words: Words) -> str:
    """How many plans there are."""
    return words.count("programme_plans_here", len(members))


def _partnerships(members: Members) -> tuple[str, ...]:
    known = (space.partnership for space in members.head.workspaces)
    own = (one.report.plan.partnership for one in members)
    return tuple(dict.fromkeys(name for name in (*known, *own) if name))


def _over(members: Members) -> str:
    """The partnership, where every plan is of it."""
    known = {one.report.plan.partnership or "" for one in members}
    return known.pop() if len(known) == 1 else ""


def _is_of_one_term(members: Members) -> bool:
    return all(one.is_shown_as_all for one in members)


def _subtitle(members: Members, words: Words) -> str:
    name = period_name(members.head.term, words)
    if not _is_of_one_term(members):
        return words.say("programme_own_terms", term=name)
    days = members.every[0].report.timeline.days(members.head.term)
    if days is None:
        return words.say("subtitle_without_days", term=name)
    return words.say("subtitle", term=name, days=date_range(*days, words))


def _details(members: Members, words: Words) -> Iterator[Fact]:
    day, spaces = long_date(members.head.as_of, words), members.head.workspaces
    if not _is_of_one_term(members):
        day = words.say("programme_own_day", day=day)
    yield Fact("as-at", words.say("programme_as_at"), day)
    plans = plans_counted(members, words)
    if len(spaces) > 1:
        plans = words.count("programme_in_workspaces", len(spaces), plans=plans)
    yield Fact("plans", words.say("programme_plans"), plans)
    made_for = _partnerships(members)
    if made_for and not _over(members):
        yield Fact("made-for", words.say("programme_partnership"), "; ".join(made_for))


def _lead(members: Members, words: Words) -> str:
    if not members.rows:
        return words.say("programme_no_actions")
    states = states_in_words(all_states([one.summary for one in members]), words)
    plans = plans_counted(members, words)
    return words.count("programme_lead", members.rows, plans=plans, states=states)


def _counts(members: Members, words: Words) -> Iterator[Count]:
    split = [(state, number) for state in _BEHIND if (number := members.count(state))]
    counted = (
        ("complete", (State.COMPLETE,), ""),
        ("on_track", (State.ON_TRACK,), ""),
        ("behind", _BEHIND, states_in_words(split, words)),
        ("unknown", (State.UNKNOWN,), words.say("count_unknown_note")),
    )
    unrated = is_unrated(*(one.summary for one in members))
    for key, states, note in counted:
        source = together(places_in(states, one.report) for one in members)
        count = _count(key, (members.count(*states), members.rows), (note, source), words)
        if unrated and State.UNKNOWN not in states:
            count = unless_unsaid(count, words.say("count_unsaid"), words)
        yield count
    overdue = sum(len(one.summary.overdue) for one in members)
    due = sum(one.summary.due for one in members)
    late = together(late_places(one.report) for one in members)
    count = _count("overdue", (overdue, due), ("", late), words)
    yield count if due else unless_unsaid(count, "", words)


def _count(key: str, number: tuple[int, int], said: tuple[str, str], words: Words) -> Count:
    here, of = number
    note, source = said
    label = words.say(f"count_{key}")
    out_of = words.say("out_of", n=of)
    return Count(key.replace("_", "-"), here, of, out_of, label, note, "", source)


def _rest(members: Members, words: Words) -> str:
    states = all_states([one.summary for one in members])
    others = [(state, number) for state, number in states if state not in _COUNTED]
    return words.say("programme_rest", states=states_in_words(others, words)) if others else ""


def _facts(members: Members, words: Words) -> Iterator[Fact]:
    yield Fact("due", words.say("programme_due"), _due(members, words))
    yield Fact("promises", words.say("programme_promises"), _promises(members, words))
    yield Fact("money", words.say("programme_money"), _money(members, words))
    yield from (Fact(*line) for line in programme_assured_lines(members, words))


def _due(members: Members, words: Words) -> str:
    due = sum(one.summary.due for one in members)
    done = sum(one.summary.done for one in members)
    if not due:
        return words.say("programme_none_due")
    return words.count("programme_due_said", due, n=done, of=due, overdue=due - done)


def _promises(members: Members, words: Words) -> str:
    told = [one.summary.promises for one in members]
    made = sum(one.made for one in told)
    if not made:
        return words.say("programme_no_promises")
    return words.count(
        "programme_promises_said", made,
        kept=sum(one.kept for one in told),
        late=sum(one.late for one in told),
        unsaid=sum(one.not_mentioned for one in told),
    )  # fmt: skip


def _money(members: Members, words: Words) -> str:
    funded = [one for one in members if one.summary.funding]
    if not funded:
        return words.say("programme_no_money")
    total = sum((one.summary.funding_total for one in funded), Decimal(0))
    said = words.count("programme_money_said", len(funded), total=pounds(total), of=len(members))
    over = (
        words.say("programme_beyond", plan=one.name, said=sentence)
        for one in funded
        for sentence in beyond(one.report)
    )
    return " ".join((said, *over))


def _missing(members: Members, words: Words) -> Iterator[str]:
    for space in members.head.workspaces:
        yield from _missing_of(space, words)
    out = members.head.not_running
    if out:
        yield words.count("programme_not_running", len(out), ids=listed(out, words))


def _missing_of(space: Workspace, words: Words) -> Iterator[str]:
    if space.absent:
        named = words.count("programme_priorities", len(space.priorities))
        ids = listed(space.absent, words)
        yield words.count(
            "programme_absent", len(space.absent), title=space.title, of=named, ids=ids
        )
    for document, expected, here in space.promised:
        yield words.say(
            "programme_promised", document=document, title=space.title, of=expected, n=here
        )
    for key, names in (("not_asked", space.not_asked), ("unread", space.unread)):
        if names:
            said = listed(names, words)
            yield words.count(f"programme_{key}", len(names), title=space.title, ids=said)
