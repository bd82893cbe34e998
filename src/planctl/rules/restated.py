"""Rules on KPIs whose targets or past figures are others than they were before."""

from collections.abc import Iterator
from datetime import timedelta

from planctl.findings import Path
from planctl.loading import as_written
from planctl.model import Actual, ChangeOf, Kpi, Period, Target, TargetKind
from planctl.rules.indicators import called, shown
from planctl.rules.kpi_history import is_decided, same_kpis
from planctl.rules.rule import Case, Problem, Weight, rule


@rule(
    "PLN704",
    "kpi-target-changed",
    Weight.ERROR,
    question="Who agreed to the new target of {subject}, and why?",
    needs_earlier=True,
)
def kpi_target_changed(case: Case) -> Iterator[Problem]:
    """A target stays as it was, or the plan records the decision that changed it.

    A target that was still to be set may be set. The record stands under changes: with the KPI as
    its target, and is newer than the earlier version.

    Why:
        A target that is lowered in silence is always met.

    Earlier:
        kpis: [{ref: K1, title: Attendance, targets: {Year 1: 95%}}]

    Bad:
        kpis: [{ref: K1, title: Attendance, targets: {Year 1: 93%}}]

    Good:
        kpis: [{ref: K1, title: Attendance, targets: {Year 1: 93%}}]
        changes:
          - target: K1
            field: targets
            from: 95%
            to: 93%
            reason: Two schools with low attendance have joined.
            decided_by: The board
    """
    for number, kpi, before, earlier in same_kpis(case):
        for period, target in before.targets.items():
            now = _of_period(case, kpi, period)
            if _was_open(target, now) or is_decided(case, kpi, "targets"):
                continue
            if now is None or _said(kpi, now) != _said(kpi, target):
                is_now = f"{_said(kpi, now)} now" if now else "gone"
                yield Problem(
                    _nearest(case, ("kpis", number, "targets", str(period))),
                    f"the target of {called(kpi)} for {period} was {_said(kpi, target)} on "
                    f"{earlier.on} ({earlier.where}), and is {is_now}",
                    _remedy(kpi, "targets"),
                )


@rule(
    "PLN706",
    "last-period-restated",
    Weight.ERROR,
    question="Why is a past figure of {subject} another one than was reported?",
    needs_earlier=True,
)
def last_period_restated(case: Case) -> Iterator[Problem]:
    """A figure of a period that has ended stays as it was reported, unless it was provisional.

    So does the `last` by which the next period quotes it. A correction is recorded under changes:,
    newer than the earlier version; a figure may be held back (suppressed) later.

    Why:
        A meeting judged the figure as it stood. Its successor has to know that it was another one,
        and a worse past makes any present look better.

    Earlier:
        kpis: [{ref: K1, title: Attendance, actuals: {2016-17: 94%}}]

    Bad:
        kpis: [{ref: K1, title: Attendance, actuals: {2016-17: 91%}}]

    Good:
        kpis: [{ref: K1, title: Attendance, actuals: {2016-17: 91%}}]
        changes:
          - target: K1
            field: actuals
            from: 94%
            to: 91%
            reason: One school had counted a term twice.
    """
    for number, kpi, before, earlier in same_kpis(case):
        if is_decided(case, kpi, "actuals"):
            continue
        for place, period, was, is_now in _restated(case, kpi, before):
            yield Problem(
                _nearest(case, ("kpis", number, "actuals", *place)),
                f"the figure of {called(kpi)} for {period} was {was} on {earlier.on} "
                f"({earlier.where}), and is {is_now}",
                _remedy(kpi, "actuals"),
            )


def _nearest(case: Case, path: Path) -> Path:
    """The path as far as the file has it."""
    written = as_written(case.document, path)
    return written[: len(case.document.along(written))]


def _of_period(case: Case, kpi: Kpi, period: Period) -> Target | None:
    """The target of the period, also where that goes by another name now."""
    if period in kpi.targets:
        return kpi.targets[period]
    days = case.plan.timeline.days
    same = (target for other, target in kpi.targets.items() if days(other) == days(period))
    return next(same, None) if days(period) else None


def _was_open(target: Target, now: Target | None) -> bool:
    """Whether the earlier version left it to the later one what to set."""
    if target.kind is TargetKind.ESTABLISH:
        return True
    is_waiting = target.kind is TargetKind.BENCHMARK and target.value is None
    return is_waiting and now is not None and now.value is not None


def _said(kpi: Kpi, target: Target) -> str:
    if target.value is None:
        return f"'{target.text}'" if target.text else f"a target of kind {target.kind}"
    figure = shown(kpi, target.value)
    match target.kind:
        case TargetKind.AT_LEAST | TargetKind.AT_MOST:
            return f"{target.kind.replace('_', ' ')} {figure}"
        case TargetKind.CHANGE | TargetKind.CHANGE_PCT:
            whole = f"{target.value:,}%" if target.kind is TargetKind.CHANGE_PCT else figure
            since = {ChangeOf.BASELINE: " from the baseline", ChangeOf.PREVIOUS: " from the last"}
            return f"a change of {whole}{since.get(target.of, '') if target.of else ''}"
        case _:
            return figure


Restated = tuple[tuple[str, ...], Period, str, str]
"""Where a figure stands now, the period that it is of, what it was, and what is said now."""


def _restated(case: Case, kpi: Kpi, before: Kpi) -> Iterator[Restated]:
    for period, was in before.actuals.items():
        now = kpi.actuals.get(period)
        figure = was.published
        if figure is None or not _was_final(case, period, was) or (now and now.suppressed):
            continue
        if now is None or now.value is None:
            yield (str(period),), period, shown(kpi, figure), "gone"
        elif now.value != figure:
            yield (str(period),), period, shown(kpi, figure), f"{shown(kpi, now.value)} now"
    yield from _misquoted(case, kpi, before)


def _misquoted(case: Case, kpi: Kpi, before: Kpi) -> Iterator[Restated]:
    """Periods whose `last` is another figure than was reported, where that itself still stands."""
    for period, actual in kpi.actuals.items():
        for last, was in before.actuals.items():
            now = kpi.actuals.get(last)
            figure = was.published
            is_kept = now is None or now.published == figure
            if figure is None or actual.last is None or not is_kept:
                continue
            is_next = _follows(case, period, last) and _was_final(case, last, was)
            if is_next and figure != actual.last:
                quoted = f"quoted as {shown(kpi, actual.last)} now"
                yield (str(period), "last"), last, shown(kpi, figure), quoted


def _was_final(case: Case, period: Period, was: Actual) -> bool:
    """Whether the figure was one of a period that had ended, and not said to be provisional."""
    end, terms = case.plan.timeline.ends(period), case.terms_ended
    last = case.plan.timeline.ends(terms[-1]) if terms else None
    on = case.earlier.on if case.earlier else None
    return not was.provisional and end is not None and end <= (last or on or end)


def _follows(case: Case, period: Period, last: Period) -> bool:
    begins, end = case.plan.timeline.starts(period), case.plan.timeline.ends(last)
    if begins is None or end is None or period.kind is not last.kind:
        return False
    return begins == end + timedelta(days=1)


def _remedy(kpi: Kpi, field: str) -> str:
    name = kpi.ref or kpi.uid or kpi.title
    return (
        f"Put it back, or record the decision under changes: with target: {name}, "
        f"field: {field}, from:, to: and reason:."
    )


RULES = (kpi_target_changed, last_period_restated)
