"""What fell due: done, deferred or outstanding; what is newly overdue, and what is carried over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planctl.model import Milestone, Row, State
from planctl.progress import is_carried_over, is_due, is_open, is_overdue, state_of
from planctl.report.delays import as_first_agreed, delay_of
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, term_compared
from planctl.report.phrases import listed, long_date, period_name, row_name
from planctl.report.tables import RowGroup, Table, TableRow, plain, shared_out


@dataclass(frozen=True, slots=True)
class Overdue:
    """The table and what to know about it; without a table, only the note that nothing fell due."""

    note: str
    """How many there are, or that nothing fell due."""
    table: Table | None = None
    """What became of all that was due."""


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone of an action that is still open, or of a theme; `name` is what it goes by."""

    name: str
    milestone: Milestone
    row: Row | None

    @property
    def day(self) -> date | None:
        """The last day on which it may be reached in time."""
        return self.milestone.due.latest if self.milestone.due else None


@dataclass(frozen=True, slots=True)
class _Cohort:
    done: tuple[Row, ...]
    deferred: tuple[Row, ...]
    outstanding: tuple[Row, ...]
    carried: tuple[Row, ...]
    late_steps: tuple[Step, ...]
    due_steps: int

    @property
    def size(self) -> int:
        return len(self.done) + len(self.deferred) + len(self.outstanding)


def overdue_table(report: Occasion, numbers: Numbers) -> Overdue:
    """What was due at the close of the day of the report, with the denominators, by ref."""
    words, cohort = report.words, _cohort(report)
    day = long_date(report.as_of, words)
    if not (cohort.size or cohort.carried or cohort.due_steps):
        return Overdue(words.count("next_nothing_due", len(report.rows), day=day))
    columns = (
        ("name", words.say("next_group"), 62),
        ("how-many", words.say("next_number"), 36),
        ("refs", words.say("next_refs"), 76),
    )
    due = len(cohort.done) + len(cohort.outstanding)
    return Overdue(
        words.count("next_cohort_note", due, day=day),
        Table(
            key="overdue",
            caption=numbers.caption(words.say("next_cohort", day=day)),
            columns=shared_out(columns),
            groups=(RowGroup(tuple(_lines(cohort, report))),),
        ),
    )


def steps_of(report: Occasion) -> tuple[Step, ...]:
    """The milestones of themes and of open actions, in the order of the plan."""
    return tuple(_steps(report))


def open_rows(report: Occasion) -> tuple[Row, ...]:
    """The rows that are neither complete nor closed on the day."""
    return tuple(row for row in report.rows if _is_open(row, report))


def _steps(report: Occasion) -> Iterator[Step]:
    for theme in report.plan.themes:
        for milestone in theme.milestones:
            yield Step(_named(theme.ref or theme.title, milestone), milestone, None)
        for row in report.rows:
            if row.theme is theme and _is_open(row, report):
                for milestone in row.action.milestones:
                    yield Step(_named(row_name(row, report.words), milestone), milestone, row)


def _named(host: str, milestone: Milestone) -> str:
    return f"{host} {milestone.ref}" if milestone.ref else host


def _is_open(row: Row, report: Occasion) -> bool:
    return is_open(row, report.scale, report.timeline, report.as_of)


def _cohort(report: Occasion) -> _Cohort:
    scale, timeline, on = report.scale, report.timeline, report.as_of
    due_steps = [step for step in steps_of(report) if step.day and step.day <= on]
    return _Cohort(
        done=tuple(
            row
            for row in report.rows
            if is_due(row, timeline, on) and state_of(row, scale, timeline, on) is State.COMPLETE
        ),
        deferred=tuple(row for row in report.rows if _is_deferred(row, report)),
        outstanding=tuple(row for row in report.rows if is_overdue(row, scale, timeline, on)),
        carried=tuple(row for row in report.rows if is_carried_over(row, scale, timeline, on)),
        late_steps=tuple(step for step in due_steps if not _is_reached(step, on)),
        due_steps=len(due_steps),
    )


def _is_deferred(row: Row, report: Occasion) -> bool:
    """Whether the row is open and would be overdue, had its time not been revised."""
    timeline, on = report.timeline, report.as_of
    was_due = is_due(as_first_agreed(row), timeline, on)
    return was_due and not is_due(row, timeline, on) and _is_open(row, report)


def _is_reached(step: Step, on: date) -> bool:
    return step.milestone.done_on is not None and step.milestone.done_on <= on


def _lines(cohort: _Cohort, report: Occasion) -> Iterator[TableRow]:
    words, size = report.words, cohort.size
    outstanding = _names(cohort.outstanding, report)
    if size:
        yield _line("next_done", "next_of_cohort", _names(cohort.done, report), size, report)
        deferred = [_deferred(row, report) for row in cohort.deferred]
        yield _line("next_deferred", "next_of_cohort", deferred, size, report)
        yield _line("next_outstanding", "next_of_cohort", outstanding, size, report)
    before = term_compared(report)
    if before and outstanding:
        day = report.judged_on(before)
        newly = [
            row
            for row in cohort.outstanding
            if not is_overdue(row, report.scale, report.timeline, day)
        ]
        label = words.say("next_newly", term=period_name(before, words))
        of = words.say("next_of_outstanding", n=len(newly), of=len(outstanding))
        yield _cells(label, of, _names(newly, report), report, depth=1)
    carried, still_open = _names(cohort.carried, report), len(open_rows(report))
    yield _line("next_carried", "next_of_open", carried, still_open, report)
    if cohort.due_steps:
        late = [step.name for step in cohort.late_steps]
        yield _line("next_milestones", "next_of_milestones", late, cohort.due_steps, report)


def _line(label: str, count: str, names: Sequence[str], of: int, report: Occasion) -> TableRow:
    words = report.words
    return _cells(words.say(label), words.say(count, n=len(names), of=of), names, report)


def _cells(
    label: str, count: str, names: Sequence[str], report: Occasion, *, depth: int = 0
) -> TableRow:
    which = listed(names, report.words) or report.words.say("next_none")
    return TableRow((plain(label), plain(count), plain(which)), depth=depth)


def _names(rows: Sequence[Row], report: Occasion) -> list[str]:
    return [row_name(row, report.words) for row in rows]


def _deferred(row: Row, report: Occasion) -> str:
    words = report.words
    day = delay_of(row, report).now.words or words.say("next_no_day")
    return words.say("next_deferred_ref", ref=row_name(row, words), day=day)
