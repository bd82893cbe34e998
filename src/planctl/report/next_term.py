"""Part 6: what is overdue and carried over, and what the next term brings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planctl.model import NextStep, Row
from planctl.model.timeline import Days
from planctl.progress import effective_due, is_overdue, update_in
from planctl.report.delays import delay_of
from planctl.report.grid import owners, ref_width, short_title
from planctl.report.lengths import lengths_for
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion
from planctl.report.overdue import Overdue, Step, open_rows, overdue_table, steps_of
from planctl.report.phrases import date_range, deadline, listed, long_date, period_name, row_name
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out


@dataclass(frozen=True, slots=True)
class Ahead:
    """One of the tables of what is to come; without a table, a note says why."""

    heading: str
    """Its heading."""
    note: str
    """How to read the table, or why there is none."""
    table: Table | None = None
    """What comes, in order of days."""


@dataclass(frozen=True, slots=True)
class NextTerm:
    """What lies behind its day, and what lies ahead."""

    overdue_heading: str
    """The heading of what is behind its day."""
    overdue: Overdue
    """What was due and is not done."""
    ahead: Ahead
    """What falls due next."""
    steps: Ahead
    """The next steps that were promised."""


@dataclass(frozen=True, slots=True)
class _Coming:
    """A line of what comes: what it goes by, what it is, who sees to it, and its day."""

    name: str
    text: str
    owner: Cell
    on: date
    day: str


@dataclass(frozen=True, slots=True)
class _Promise:
    row: Row
    step: NextStep


def next_term_part(report: Occasion, numbers: Numbers) -> NextTerm | None:
    """The part; None for a plan without actions."""
    if not report.rows:
        return None
    return NextTerm(
        overdue_heading=report.words.say("next_overdue"),
        overdue=overdue_table(report, numbers),
        ahead=_ahead(report, numbers),
        steps=_promised(report, numbers),
    )


def _ahead(report: Occasion, numbers: Numbers) -> Ahead:
    """What starts or is due after the day of the report, up to the end of the next term."""
    words, days = report.words, _days_ahead(report)
    heading, last = _heading(report), "" if _goes_on(report) else words.say("next_last_term")
    if days is None:
        return Ahead(heading, last)
    groups = tuple(_groups(days, report))
    said = date_range(*days, words)
    if not groups:
        return Ahead(heading, last or words.say("next_nothing_ahead", days=said))
    table = Table(
        key="ahead",
        caption=numbers.caption(words.say("next_ahead", days=said)),
        columns=shared_out(_columns("next_what", "next_day", report)),
        groups=groups,
    )
    return Ahead(heading, last, table)


def _goes_on(report: Occasion) -> bool:
    """Whether the plan has a term after the one reported on."""
    after = report.timeline.term_after(report.term)
    starts = report.timeline.starts(after) if after else None
    last = report.timeline.last
    return starts is not None and (last is None or starts <= last)


def _days_ahead(report: Occasion) -> Days | None:
    """From the day after the report, or the first of the next term if that is earlier, to its end.

    In the plan's last term, the days that are left of it; None where none are.
    """
    after = report.timeline.term_after(report.term)
    days = report.timeline.days(after) if after and _goes_on(report) else None
    if days:
        return min(_day_after(report), days[0]), days[1]
    ends = report.timeline.ends(report.term)
    return (_day_after(report), ends) if ends and report.as_of < ends else None


def _day_after(report: Occasion) -> date:
    """The first day that the close of the report's day leaves ahead."""
    return report.as_of + timedelta(days=1)


def _heading(report: Occasion) -> str:
    words, after = report.words, report.timeline.term_after(report.term)
    if after is None or not _goes_on(report):
        return words.say("next_no_heading")
    ends = report.timeline.ends(report.term)
    key = "next_rest_heading" if ends and report.as_of < ends else "next_heading"
    return words.say(key, term=period_name(after, words))


def _groups(days: Days, report: Occasion) -> Iterator[RowGroup]:
    unreached = [step for step in steps_of(report) if step.milestone.done_on is None]
    still_open = open_rows(report)
    timed = [row for row in still_open if row.parent is None or row.has_own_time]
    kinds = (
        ("next_reached", _milestones(unreached, days, report), len(unreached)),
        ("next_starting", _starting(timed, days, report), len(still_open)),
        ("next_ending", _ending(timed, days, report), len(still_open)),
    )
    for key, coming, of in kinds:
        if lines := sorted(coming, key=lambda line: line.on):
            yield RowGroup(
                tuple(_line(line) for line in lines[: lengths_for(report.audience).coming]),
                heading=report.words.count(key, len(lines), of=of),
                note=_and_more([line.name for line in lines], report),
            )


def _milestones(steps: Sequence[Step], days: Days, report: Occasion) -> Iterator[_Coming]:
    for step in steps:
        due = step.milestone.due
        if due and step.day and max(days[0], _day_after(report)) <= step.day <= days[1]:
            day = deadline(due, report.words)
            yield _Coming(step.name, step.milestone.text, _sees_to(step, report), step.day, day)


def _sees_to(step: Step, report: Occasion) -> Cell:
    own = "; ".join(report.short_party(one.party) for one in step.milestone.responsible)
    if own or step.row is None:
        return plain(own) if own else plain(report.words.say("nobody_named"), kind="gap")
    return owners(step.row, report)


def _starting(every: Sequence[Row], days: Days, report: Occasion) -> Iterator[_Coming]:
    for row in every:
        first = min((day for one in row.schedule if (day := report.timeline.starts(one))),
                    default=None)  # fmt: skip
        if first and days[0] <= first <= days[1]:
            yield _coming(row, first, long_date(first, report.words), report)


def _ending(every: Sequence[Row], days: Days, report: Occasion) -> Iterator[_Coming]:
    for row in every:
        due = effective_due(row, report.timeline)
        late = is_overdue(row, report.scale, report.timeline, report.as_of)
        if due and not late and due <= days[1]:
            yield _coming(row, due, delay_of(row, report).now.words, report)


def _coming(row: Row, on: date, day: str, report: Occasion) -> _Coming:
    return _Coming(row_name(row, report.words), short_title(row), owners(row, report), on, day)


def _line(coming: _Coming) -> TableRow:
    return TableRow((
        plain(coming.name), plain(coming.text), coming.owner, plain(coming.day),
    ))  # fmt: skip


def _and_more(names: Sequence[str], report: Occasion) -> str:
    """Which ones are named by ref alone."""
    words, shown = report.words, lengths_for(report.audience).coming
    rest = listed(list(dict.fromkeys(names[shown:])), words)
    more = len(names) - shown
    return words.count("next_and_more", more, shown=shown, refs=rest) if rest else ""


def _columns(what: str, when: str, report: Occasion) -> Iterator[tuple[str, str, int]]:
    """Key, heading and weight of each column, about in millimetres."""
    words = report.words
    yield "ref", words.say("ref"), ref_width(report) + 4
    yield "name", words.say(what), 82
    yield "owner", words.say("owner"), 48
    yield "day", words.say(when), 30


def _promised(report: Occasion, numbers: Numbers) -> Ahead:
    """The next steps that this term's updates promise, the earliest day first."""
    words, updates = report.words, tuple(_updates(report))
    heading = words.say("next_steps")
    promises = [_Promise(row, step) for row, steps in updates for step in steps]
    if not updates:
        return Ahead(heading, words.say("next_no_updates"))
    if not promises:
        return Ahead(heading, words.count("next_no_steps", len(updates)))
    promises.sort(key=_by_day)
    shown = lengths_for(report.audience).coming
    caption = words.count(
        "next_steps_caption",
        len(promises),
        of=sum(bool(steps) for _, steps in updates),
        updates=words.count("next_updates", len(updates)),
    )
    table = Table(
        key="steps",
        caption=numbers.caption(caption),
        columns=shared_out(_columns("next_step", "next_by", report)),
        groups=(RowGroup(tuple(_promise(one, report) for one in promises[:shown])),),
    )
    return Ahead(heading, _and_more([row_name(one.row, words) for one in promises], report), table)


def _updates(report: Occasion) -> Iterator[tuple[Row, tuple[NextStep, ...]]]:
    for row in report.rows:
        if update := update_in(row, report.timeline, report.term):
            yield row, update.next_steps


def _by_day(promise: _Promise) -> tuple[bool, date]:
    """By the day, those without one last."""
    day = promise.step.due.latest if promise.step.due else None
    return day is None, day or date.max


def _promise(promise: _Promise, report: Occasion) -> TableRow:
    words, due = report.words, promise.step.due
    day = plain(deadline(due, words)) if due else plain(words.say("next_no_day"), kind="gap")
    return TableRow((
        plain(row_name(promise.row, words)), plain(promise.step.text),
        owners(promise.row, report), day,
    ))  # fmt: skip
