"""Part 2: what is off track, what got worse, and which decisions are needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planctl.model import Row, State
from planctl.progress import state_of, update_in
from planctl.report.behind import Case, by_worry, cases_of
from planctl.report.delays import Time, expected_late, named_with_delay
from planctl.report.exceptions_lines import beyond_the_lines, one_line_each
from planctl.report.grid import row_target, short_title
from planctl.report.lengths import lengths_for
from planctl.report.marks import Tag, level_tag, said_tag, term_tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, term_compared
from planctl.report.phrases import listed, period_name, row_name
from planctl.report.request import Audience
from planctl.report.tables import Line, Table
from planctl.report.unnamed import nobody_named


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be decided, on which action, and who answers for that."""

    name: str
    """The action that it is about."""
    text: str
    """What is to be decided."""
    owner: Line
    """Who answers for the action."""


@dataclass(frozen=True, slots=True)
class InFull:
    """One action in full: its tags, what is short of it, and what is said at length.

    `target` leads to its row in the theme tables where the report has those.
    """

    name: str
    """The ref, or what the action goes by."""
    title: str
    """Its short title."""
    target: str
    """The id of its row in the theme tables."""
    tag: Tag
    """Its rating of the term."""
    last: Tag | None
    """Its rating of the term before."""
    facts: tuple[Line, ...]
    """What is short: owner, cause, dates."""
    texts: tuple[Line, ...]
    """What is said at length: comment, path to green."""


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The actions that need attention, the most worrying first, and what is to be decided.

    A heading is empty where nothing stands under it; a list of refs has its label before it.
    """

    decisions_heading: str
    """The heading above the decisions."""
    decisions_note: str
    """How many updates ask for a decision."""
    decisions: tuple[Decision, ...]
    """What is to be decided."""
    decisions_rest: str
    """The decisions that are only named."""
    heading: str
    """The heading above the actions."""
    lead: str
    """How many actions are off track, out of how many."""
    note: str
    """In which order they stand."""
    last_label: str
    """The word before the rating of the term before."""
    in_full: tuple[InFull, ...]
    """The actions that are told in full."""
    rest: Table | None
    """The next ones, a line each."""
    others: tuple[Line, ...]
    """The others, by ref alone."""


def exceptions_part(report: Occasion, numbers: Numbers) -> Exceptions | None:
    """The part; None for a plan without actions.

    What a meeting is asked to decide is not shown to the public.
    """
    if not report.rows:
        return None
    words = report.words
    asking = () if report.audience is Audience.PUBLIC else _asking(report)
    cases = cases_of(report)
    shown, most = by_worry(cases), lengths_for(report.audience)
    return Exceptions(
        decisions_heading=words.say("exceptions_decisions") if asking else "",
        decisions_note=_decisions_note(asking, report),
        decisions=tuple(_decision(row, report) for row in asking[: most.decisions]),
        decisions_rest=_named_decisions(asking, report),
        heading=words.say("exceptions_cases") if shown else "",
        lead=" ".join(_lead(cases, shown, report)),
        note=_note(shown, report),
        last_label=words.say("exceptions_last"),
        in_full=tuple(_in_full(case, asking, report) for case in shown[: most.in_full]),
        rest=one_line_each(shown, report, numbers),
        others=tuple(_others(cases, shown, report)),
    )


def _asking(report: Occasion) -> tuple[Row, ...]:
    """The rows whose update of this term names something to decide."""
    said = ((row, update_in(row, report.timeline, report.term)) for row in report.rows)
    return tuple(row for row, update in said if update and update.decision_needed)


def _decisions_note(asking: Sequence[Row], report: Occasion) -> str:
    if report.audience is Audience.PUBLIC:
        return ""
    words = report.words
    updates = sum(update_in(row, report.timeline, report.term) is not None for row in report.rows)
    if asking:
        return words.count("exceptions_asked", len(asking), of=updates)
    if updates:
        return words.count("exceptions_none_asked", updates)
    return words.say("exceptions_no_updates")


def _named_decisions(asking: Sequence[Row], report: Occasion) -> str:
    """By ref, those that are not shown in words."""
    most, words = lengths_for(report.audience).decisions, report.words
    if most is None or len(asking) <= most:
        return ""
    names = [row_name(row, words) for row in asking[most:]]
    return words.count("exceptions_more_decisions", len(names), refs=listed(names, words))


def _decision(row: Row, report: Occasion) -> Decision:
    update = update_in(row, report.timeline, report.term)
    text = update.decision_needed if update else None
    return Decision(row_name(row, report.words), text or "", _owner(row, report))


def _lead(cases: Sequence[Case], shown: Sequence[Case], report: Occasion) -> Iterator[str]:
    words, every = report.words, len(report.rows)
    off = sum(case.state is State.OFF_TRACK for case in cases)
    if off:
        yield words.count("exceptions_off", off, of=every)
    else:
        yield words.count("exceptions_none_off", every)
    unknown = sum(
        state_of(row, report.scale, report.timeline, report.as_of) is State.UNKNOWN
        for row in report.rows
    )
    if unknown:
        yield words.count("exceptions_not_known", unknown, of=every)
    before, at_risk = term_compared(report), len(cases) - off
    if before and at_risk:
        term, worse = period_name(before, words), len(shown) - off
        if worse:
            yield words.count("exceptions_worse", worse, of=at_risk, term=term)
        else:
            yield words.count("exceptions_none_worse", at_risk, term=term)


def _note(shown: Sequence[Case], report: Occasion) -> str:
    said = [report.words.say("exceptions_order")] if len(shown) > 1 else []
    full = lengths_for(report.audience).in_full
    if len(shown) > full:
        said.append(report.words.say("exceptions_in_full", full=full))
    return " ".join(said)


def _in_full(case: Case, asking: Sequence[Row], report: Occasion) -> InFull:
    before = term_compared(report)
    return InFull(
        name=row_name(case.row, report.words),
        title=short_title(case.row),
        target=row_target(case.row, report),
        tag=said_tag(case.update, report.scale, report.words),
        last=term_tag(case.row, before, report) if before else None,
        facts=(*_facts(case, report), *_asked(case, asking, report)),
        texts=tuple(_texts(case, report)),
    )


def _facts(case: Case, report: Occasion) -> Iterator[Line]:
    words, update, delay = report.words, case.update, case.delay
    yield _owner(case.row, report)
    if update_in(case.row, report.timeline, report.term) is None:
        older = words.say("exceptions_older_term", period=period_name(case.period, words))
        yield Line(older, words.say("exceptions_older"))
    cause = words.say(f"cause_{update.cause.value}") if update.cause else ""
    yield _said(cause, "cause", "exceptions_no_cause", report)
    level = report.scale.level(update.impact) if update.impact else None
    tag = level_tag(level, report.scale, words) if level else None
    impact = " ".join(part for part in (tag.letter, tag.symbol, tag.word) if part) if tag else ""
    yield _said(impact, "exceptions_impact", "exceptions_no_impact", report)
    yield _said(_day(delay.first, report), "exceptions_first_date", "exceptions_no_date", report)
    if delay.is_revised:
        yield Line(_revised(case, report), words.say("exceptions_revised"))
    expected = delay.expected.words or words.say("exceptions_no_new_date")
    if delay.days:
        expected = words.count("exceptions_late", delay.days, day=expected)
    kind = "plain" if delay.expected.words else "gap"
    yield Line(expected, words.say("exceptions_new_date"), kind)


def _asked(case: Case, asking: Sequence[Row], report: Occasion) -> Iterator[Line]:
    """The number under which its decision stands, for those who are shown it."""
    words, most = report.words, lengths_for(report.audience).decisions
    number = next((n for n, row in enumerate(asking[:most], start=1) if row is case.row), None)
    if number:
        said = words.say("exceptions_decision", n=number)
        yield Line(said, words.say("decision_needed"), "decision")


def _texts(case: Case, report: Occasion) -> Iterator[Line]:
    words = report.words
    if case.update.comment:
        yield Line(case.update.comment, words.say("exceptions_comment"))
    yield _said(case.update.path_to_green or "", "path_to_green", "exceptions_no_path", report)


def _owner(row: Row, report: Occasion) -> Line:
    if nobody := nobody_named(row, report):
        return Line(nobody, report.words.say("owner"), "gap")
    names = "; ".join(report.party(one.party) for one in row.responsible)
    return Line(names, report.words.say("owner"))


def _said(text: str, label: str, otherwise: str, report: Occasion) -> Line:
    """What is said under the label, or else that nothing is."""
    words = report.words
    if text:
        return Line(text, words.say(label))
    return Line(words.say(otherwise), words.say(label), "gap")


def _day(time: Time, report: Occasion) -> str:
    if time.ends:
        return report.words.say("exceptions_ends", day=time.words, period=time.ends)
    return time.words


def _revised(case: Case, report: Occasion) -> str:
    """The time in force, and the change that it rests on; a sub-action may have it from above."""
    words, row = report.words, case.row
    while not row.action.revised and row.parent:
        row = row.parent
    change = row.action.revised[-1].change if row.action.revised else None
    day = _day(case.delay.now, report) or words.say("exceptions_no_date")
    if change:
        return words.say("exceptions_by_change", day=day, change=change)
    return words.say("exceptions_by_nobody", day=day)


def _others(cases: Sequence[Case], shown: Sequence[Case], report: Occasion) -> Iterator[Line]:
    """By ref, the exceptions beyond the table, those at risk that are none, and what else slips."""
    words, before = report.words, term_compared(report)
    named = beyond_the_lines(shown, report)
    if named:
        names = [row_name(case.row, words) for case in named]
        yield Line(f"{listed(names, words)}.", words.count("exceptions_named", len(named)))
    unshown = [case for case in cases if case.state is State.AT_RISK and not case.is_worse]
    if before is None:
        groups = [("exceptions_first_term", _rows(unshown))]
    else:
        rated = [case for case in unshown if case.before]
        unrated = [case for case in unshown if case not in rated]
        groups = [
            ("exceptions_as_before", _rows(rated)),
            ("exceptions_unrated_before", _rows(unrated)),
        ]
    behind = _rows(cases)
    slipping = [row for row in expected_late(report) if row not in behind]
    term = period_name(before, words) if before else ""
    for key, group in (*groups, ("exceptions_slipping", slipping)):
        if group:
            names = [named_with_delay(row, report) for row in group]
            yield Line(f"{listed(names, words)}.", words.say(key, term=term))


def _rows(cases: Sequence[Case]) -> list[Row]:
    return [case.row for case in cases]
