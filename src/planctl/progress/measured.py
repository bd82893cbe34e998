"""How a KPI's figures stand against its targets, and which way they move."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from planctl.model import Actual, Basis, Better, Kpi, Period, Target, Timeline, Trend
from planctl.progress.goals import figure_asked, goal_in, is_worse
from planctl.progress.targets import target_for
from planctl.progress.units import is_percentage


class Verdict(StrEnum):
    """Whether a figure meets its target; one that may still be corrected does neither."""

    MISSED = "missed"
    MET = "met"
    PROVISIONAL = "provisional"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Aim:
    """A target with the period it was set for, and the figure to reach where it names one."""

    period: Period
    target: Target
    figure: Decimal | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was reported for one period, held against the target of that period.

    `figure` is None where it was not given or is held back; so are `distance` and `before` where
    they would tell it. `distance` is above zero where the figure is above the target.
    """

    period: Period
    actual: Actual
    aim: Aim | None
    verdict: Verdict
    before: Decimal | None

    @property
    def figure(self) -> Decimal | None:
        """The figure that may be shown."""
        return self.actual.published

    @property
    def distance(self) -> Decimal | None:
        """The figure less the one to reach."""
        if self.figure is None or self.aim is None or self.aim.figure is None:
            return None
        return self.figure - self.aim.figure


def readings(kpi: Kpi, timeline: Timeline, on: date) -> tuple[Reading, ...]:
    """The KPI's latest reading by the day, last, after those of earlier periods of its kind.

    A period that has not ended counts when its figure was given by the day. Years are not set
    beside terms: figures of other kinds of period than the latest one's are left out.
    """
    known = {
        period: actual
        for period, actual in kpi.actuals.items()
        if _is_known(period, actual, timeline, on)
    }
    ordered = sorted(known, key=lambda period: _recency(period, timeline, on))
    alike = [period for period in ordered if period.kind is ordered[-1].kind]
    earlier = {after: before for before, after in pairwise(alike)}
    return tuple(
        _reading(kpi, period, known.get(earlier[period]) if period in earlier else None,
                 (timeline, on))
        for period in alike
    )  # fmt: skip


def aim_in(kpi: Kpi, term: Period, timeline: Timeline) -> Aim | None:
    """What the KPI aims at in the term: its own target or that of the period around it.

    Else the last target of a period that shares a day with the term, else the next one to come,
    else the last one that there was.
    """
    aim = aim_for(kpi, term, timeline)
    days = timeline.days(term)
    if aim or days is None:
        return aim
    ordered = sorted(kpi.targets, key=lambda period: timeline.starts(period) or date.min)
    touching = [period for period in ordered if timeline.touches(period, term)]
    coming = [period for period in ordered if (timeline.starts(period) or date.min) > days[1]]
    chosen = [*coming[:1], *touching[-1:]] or ordered[-1:]
    return _aim(kpi, chosen[-1], timeline) if chosen else None


def aim_for(kpi: Kpi, period: Period, timeline: Timeline) -> Aim | None:
    """The target of exactly that period, else of the shortest one around it."""
    target = target_for(kpi, period, timeline)
    own = next((other for other, known in kpi.targets.items() if known is target), None)
    return _aim(kpi, own, timeline) if own else None


def trend_of(kpi: Kpi, reading: Reading) -> Trend | None:
    """The trend that is stated, else the one that the figures show.

    A change within the tolerance is steady. None where there is no figure before, where no one way
    is good, and for a sum of the year so far, which only ever grows.
    """
    if reading.actual.trend is not None:
        return reading.actual.trend
    now, before = reading.figure, reading.before
    is_sum = kpi.basis is Basis.TO_DATE and not is_percentage(kpi)
    if now is None or before is None or is_sum:
        return None
    if abs(now - before) <= (kpi.tolerance or 0):
        return Trend.STEADY
    if kpi.better not in {Better.HIGHER, Better.LOWER}:
        return None
    return Trend.WORSENING if is_worse(now, before, kpi.better) else Trend.IMPROVING


def _reading(
    kpi: Kpi, period: Period, earlier: Actual | None, when: tuple[Timeline, date]
) -> Reading:
    timeline, on = when
    actual = kpi.actuals[period]
    aim = aim_for(kpi, period, timeline)
    verdict = _verdict(kpi, aim, actual, timeline)
    if verdict is not Verdict.UNKNOWN and aim and not _is_final(period, aim, timeline, on):
        verdict = Verdict.NOT_YET
    return Reading(period, actual, aim, verdict, _before(actual, earlier))


def _verdict(kpi: Kpi, aim: Aim | None, actual: Actual, timeline: Timeline) -> Verdict:
    figure = actual.published
    goal = goal_in(kpi, aim.period, timeline) if aim else None
    if goal is None or figure is None:
        return Verdict.UNKNOWN
    if actual.provisional:
        return Verdict.PROVISIONAL
    return Verdict.MET if goal.is_met_by(figure) else Verdict.MISSED


def _is_final(period: Period, aim: Aim, timeline: Timeline, on: date) -> bool:
    """Whether the figure is that of the end of the target's period, and that has come."""
    end = timeline.ends(aim.period)
    if end is None:
        return period == aim.period
    return timeline.ends(period) == end and end <= on


def _before(actual: Actual, earlier: Actual | None) -> Decimal | None:
    """The figure of the period before; one that was held back then is not told now."""
    if earlier is not None and earlier.suppressed:
        return None
    if actual.last is not None:
        return actual.last
    return earlier.value if earlier else None


def _aim(kpi: Kpi, period: Period, timeline: Timeline) -> Aim:
    return Aim(period, kpi.targets[period], figure_asked(kpi, period, timeline))


def _is_known(period: Period, actual: Actual, timeline: Timeline, on: date) -> bool:
    """Whether the figure can be in a report of the day; a period without days always is."""
    days = timeline.days(period)
    if days is None or days[1] <= on:
        return True
    return days[0] <= on and (actual.date is None or actual.date <= on)


def _recency(period: Period, timeline: Timeline, on: date) -> tuple[date, bool, int]:
    """Of two that ended together the longer one sums up; of two that run the shorter is nearer."""
    days = timeline.days(period)
    if days is None:
        return date.min, False, period.year
    first, last = days
    has_ended = last <= on
    return min(last, on), has_ended, -first.toordinal() if has_ended else first.toordinal()
