"""The plans of a programme side by side: states, dates, promises, and the worst news of each."""

from collections.abc import Iterator, Sequence
from typing import Final

from planctl.model import State
from planctl.model.scale import RatedState
from planctl.progress import latest_update
from planctl.report.behind import cases_of
from planctl.report.grid import short_title
from planctl.report.numbers import Numbers
from planctl.report.phrases import long_date, period_name, row_name, states_in_words
from planctl.report.programme_front import all_states
from planctl.report.programme_members import Member, Members
from planctl.report.recommended_grades import graded
from planctl.report.sections import Section, some_named
from planctl.report.tables import Cell, Line, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words

_SHOWN: Final = (State.COMPLETE, State.ON_TRACK, State.AT_RISK, State.OFF_TRACK, State.UNKNOWN)
_SLIPPED: Final = frozenset({RatedState.AT_RISK, RatedState.OFF_TRACK})


def plan_sections(members: Members, numbers: Numbers) -> tuple[Section, ...]:
    """The tables with one line a plan."""
    words = numbers.words
    rule = Line(words.say("programme_worst_rule"), kind="small")
    others = tuple(_others(members, words))
    return (
        Section("worst", words.say("programme_worst"), (rule,), table=_worst(members, numbers)),
        Section("states", words.say("programme_states"), others, table=_states(members, numbers)),
        Section("dates", words.say("programme_dates"), table=_dates(members, numbers)),
    )


def _states(members: Members, numbers: Numbers) -> Table:
    words = numbers.words
    heads = [("state", words.say(f"state_{state.value}"), 19) for state in _SHOWN]
    total = [members.count(state) for state in _SHOWN]
    rest = members.rows - sum(total)
    return Table(
        key="programme-states",
        caption=numbers.caption(words.say("programme_states_caption")),
        columns=shared_out([
            ("plan", words.say("programme_plan"), 46),
            ("state", words.say("programme_rows"), 17),
            *heads,
            ("state", words.say("programme_other_states"), 16),
        ]),
        groups=(RowGroup(tuple(_state_row(one, words) for one in members)),),
        total=(plain(words.say("programme_total")), *_figures((members.rows, *total, rest))),
    )  # fmt: skip


def _state_row(one: Member, words: Words) -> TableRow:
    summary = one.summary
    counts = [summary.count(state) for state in _SHOWN]
    figures = (summary.rows, *counts, summary.rows - sum(counts))
    return TableRow((_plan(one, words), *_figures(figures)))


def _plan(one: Member, words: Words) -> Cell:
    """The plan's name, how far it binds, and what it is shown for where that is not said above."""
    report = one.report
    status = words.say(f"programme_status_{report.plan.status.value}")
    if one.is_shown_as_all:
        return Cell((Line(one.name), Line(status, kind="note")))
    note = words.say(
        "programme_of_plan",
        status=status,
        term=period_name(report.term, words),
        day=long_date(report.as_of, words),
    )
    return Cell((Line(one.name), Line(note, kind="note")))


def _figures(counts: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(plain(f"{one:,}", kind="plain" if one else "nought") for one in counts)


def _others(members: Members, words: Words) -> Iterator[Line]:
    states = all_states([one.summary for one in members])
    others = [(state, number) for state, number in states if state not in _SHOWN]
    if others:
        said = words.say("programme_other_note", states=states_in_words(others, words))
        yield Line(said, kind="small")


def _dates(members: Members, numbers: Numbers) -> Table:
    words = numbers.words
    heads = ("done", "overdue", "carried", "missing", "kept")
    return Table(
        key="programme-dates",
        caption=numbers.caption(words.say("programme_dates_caption")),
        columns=shared_out([
            ("plan", words.say("programme_plan"), 54),
            *(("figure", words.say(f"programme_{head}"), 24) for head in heads),
        ]),
        groups=(RowGroup(tuple(_date_row(one, words) for one in members)),),
        total=(plain(words.say("programme_total")), *_date_cells(list(members), words)),
    )  # fmt: skip


def _date_row(one: Member, words: Words) -> TableRow:
    return TableRow((plain(one.name), *_date_cells([one], words)))


def _date_cells(some: Sequence[Member], words: Words) -> Iterator[Cell]:
    told = [one.summary for one in some]
    rows = sum(one.rows for one in told)
    due = sum(one.due for one in told)
    owed = sum(one.owed_updates for one in told)
    made = sum(one.promises.made for one in told)
    yield _n_of(sum(one.done for one in told), due, words)
    yield _n_of(sum(len(one.overdue) for one in told), due, words)
    yield _n_of(sum(len(one.carried_over) for one in told), rows, words)
    yield _n_of(sum(len(one.missing_updates) for one in told), owed, words)
    yield _n_of(sum(one.promises.kept for one in told), made, words)


def _n_of(number: int, of: int, words: Words) -> Cell:
    if not of:
        return plain(words.say("programme_none"), kind="nought")
    return plain(words.say("programme_n_of", n=number, of=of))


def _worst(members: Members, numbers: Numbers) -> Table:
    words = numbers.words
    return Table(
        key="programme-worst",
        caption=numbers.caption(words.say("programme_worst_caption")),
        columns=shared_out([
            ("plan", words.say("programme_plan"), 60),
            ("news", words.say("programme_news"), 114),
        ]),
        groups=(
            RowGroup(
                tuple(TableRow((plain(one.name), plain(worst_news(one)))) for one in members)
            ),
        ),
    )  # fmt: skip


def worst_news(one: Member) -> str:
    """What is worst about the plan, in a line."""
    words = one.report.words
    news = (_off_track, _overdue, _at_risk, _missing, _grades, _unsaid)
    return next((said for of in news if (said := of(one))), words.say("programme_news_none"))


def _off_track(one: Member) -> str:
    report, words = one.report, one.report.words
    off = [case for case in cases_of(report) if case.state is State.OFF_TRACK]
    if not off:
        return ""
    worst = max(off, key=lambda case: case.delay.days)
    said = words.say(
        "programme_news_off",
        ref=row_name(worst.row, words),
        title=short_title(worst.row).rstrip("."),
    )
    if worst.delay.days:
        said = words.count("programme_news_late", worst.delay.days, said=said)
    return words.count("programme_news_more", len(off), said=said) if len(off) > 1 else said


def _overdue(one: Member) -> str:
    summary = one.summary
    return _named("overdue", summary.overdue, summary.due, one)


def _at_risk(one: Member) -> str:
    cases = [row_name(case.row, one.report.words) for case in cases_of(one.report)]
    return _named("risk", cases, one.summary.rows, one)


def _missing(one: Member) -> str:
    return _named("missing", one.summary.missing_updates, one.summary.owed_updates, one)


def _grades(one: Member) -> str:
    given = one.report.plan.recommendations
    slipped = [
        recommendation.ref or one.report.words.say("recommended_nth", n=place)
        for place, recommendation in enumerate(given, start=1)
        if graded(recommendation, one.report).state in _SLIPPED
    ]
    return _named("grade", slipped, len(given), one)


def _named(key: str, names: Sequence[str], of: int, one: Member) -> str:
    words = one.report.words
    if not names:
        return ""
    refs = some_named(names, words)
    return words.count(f"programme_news_{key}", len(names), of=of, refs=refs)


def _unsaid(one: Member) -> str:
    report, words = one.report, one.report.words
    if not report.rows:
        return words.say("programme_news_no_actions")
    if any(latest_update(row, report.timeline, report.as_of) for row in report.rows):
        return ""
    return words.count("programme_news_unrated", len(report.rows))
