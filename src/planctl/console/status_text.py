"""Where plans stand, as text for people."""

from collections.abc import Iterable, Iterator
from typing import Final

from planctl.console.closing import counted
from planctl.console.status import PlanStatus
from planctl.console.terminal import Paint, cells, filled, printable
from planctl.model import Plan, State
from planctl.progress import Summary
from planctl.rules import pounds

STATE_WORDS: Final = {
    State.COMPLETE: "complete",
    State.ON_TRACK: "on track",
    State.AT_RISK: "at risk",
    State.OFF_TRACK: "off track",
    State.PAUSED: "paused",
    State.NOT_STARTED: "not started",
    State.NOT_DUE: "not due yet",
    State.UNKNOWN: "not known",
    State.DROPPED: "dropped",
}
_COLUMNS: Final = (
    "actions", "overdue", "carried over", "updates missing", "nobody responsible", "no timeline",
)  # fmt: skip
_WIDTH: Final = 100
_LABEL: Final = 20
_LONGEST_NAME: Final = 36
_MAX_LABELS: Final = 60


def render_status_text(statuses: Iterable[PlanStatus], paint: Paint) -> str:
    """A block of lines a plan, below a table of all where there are several; one at least."""
    every = tuple(statuses)
    blocks = ["\n".join(_block(status, paint)) for status in every]
    if len(every) > 1:
        blocks = ["\n".join(_table(every, paint)), *blocks]
    return "\n\n".join(blocks) + "\n"


def _table(every: tuple[PlanStatus, ...], paint: Paint) -> Iterator[str]:
    names = [_shortened(_name(status.plan)) for status in every]
    first = max(map(cells, names))
    head = "".join(f"  {column}" for column in _COLUMNS)
    yield paint(f"{' ' * first}{head}", "faint")
    for name, status in zip(names, every, strict=True):
        figures = zip(_figures(status.summary), _COLUMNS, strict=True)
        aligned = "".join(f"  {figure:>{len(column)}}" for figure, column in figures)
        yield f"{name}{' ' * (first - cells(name))}{aligned}"


def _figures(found: Summary) -> tuple[str, ...]:
    return (
        f"{found.rows:,}",
        f"{len(found.overdue):,}",
        f"{len(found.carried_over):,}",
        f"{len(found.missing_updates):,} of {found.owed_updates:,}",
        f"{len(found.no_responsible):,}",
        f"{len(found.no_timeline):,}",
    )


def _block(status: PlanStatus, paint: Paint) -> Iterator[str]:
    yield f"{paint(_name(status.plan), 'bold')}, as of {status.summary.as_of}"
    for label, total, parts in _rows(status.summary):
        first, *others = filled(_begun(total, map(printable, parts)), _WIDTH - _LABEL)
        yield f"  {paint(label.ljust(_LABEL), 'faint')}{first}"
        yield from (f"  {' ' * _LABEL}{line}" for line in others)


def _begun(total: str, parts: Iterable[str]) -> list[str]:
    named = list(parts)
    return [f"{total}: {named[0]}", *named[1:]] if named else [total]


def _rows(found: Summary) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What is counted, how many there are, and which."""
    every = f"{found.rows:,}"
    yield "Actions", every, _sorts(found)
    yield "States", f"of {every}", _states(found)
    yield "Due by now", f"{found.due:,} of {every}", (f"{found.done:,} done",) if found.due else ()
    yield "Overdue", _of(found.overdue, every), _named(found.overdue)
    yield "Carried over", _of(found.carried_over, every), _named(found.carried_over)
    yield from _said(found)
    yield "Nobody responsible", _of(found.no_responsible, every), _named(found.no_responsible)
    yield "No timeline", _of(found.no_timeline, every), _named(found.no_timeline)
    yield "Neither of the two", _of(found.neither, every), _named(found.neither)
    if found.funding:
        lines = tuple(f"{pounds(amount)} in {period}" for period, amount in found.funding)
        yield "Funding", pounds(found.funding_total), lines


def _said(found: Summary) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What was said in the term, and what had been promised for it."""
    if found.term is None:
        yield "Updates", "no term has ended yet", ()
        return
    missing = f"{len(found.missing_updates):,} of {found.owed_updates:,} missing"
    yield "Updates", f"{missing} for {found.term}", _named(found.missing_updates)
    if found.promises.made:
        kept = f"{found.promises.kept:,} kept"
        late = f"{found.promises.late:,} late"
        silent = f"{found.promises.not_mentioned:,} not mentioned"
        yield "Promises", f"{found.promises.made:,} from the term before", (kept, late, silent)


def _sorts(found: Summary) -> tuple[str, ...]:
    return (
        f"{found.main:,} main",
        f"{found.generic:,} generic",
        counted(found.sub_actions, "sub-action"),
        f"in {counted(found.themes, 'theme')}",
    )


def _states(found: Summary) -> tuple[str, ...]:
    counts = dict(found.states)
    return tuple(
        f"{counts[state]:,} {words}" for state, words in STATE_WORDS.items() if counts.get(state)
    )


def _of(labels: tuple[str, ...], every: str) -> str:
    return f"{len(labels):,} of {every}"


def _named(labels: tuple[str, ...]) -> tuple[str, ...]:
    if len(labels) <= _MAX_LABELS:
        return labels
    return (*labels[:_MAX_LABELS], f"and {len(labels) - _MAX_LABELS:,} more")


def _name(plan: Plan) -> str:
    return printable(f"{plan.ref} {plan.title}" if plan.ref else plan.title)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
