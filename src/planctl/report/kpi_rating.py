"""How a KPI is rated: as its owner says, else as its figure stands against the target."""

from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from planctl.model import Kpi, KpiStatus, KpiType, Level, State
from planctl.progress.goals import goal_in
from planctl.progress.measured import Aim, Reading, Verdict, aim_in, readings
from planctl.report.marks import Tag, level_tag
from planctl.report.occasion import Occasion
from planctl.report.palette import slug
from planctl.report.tables import Cell, Line

IN_USE: Final = frozenset({KpiStatus.DEFINED, KpiStatus.ESTABLISH_BASELINE})

_LOOKS: Final = MappingProxyType({
    Verdict.MET: ("✓", State.ON_TRACK),
    Verdict.MISSED: ("✗", State.OFF_TRACK),
    Verdict.PROVISIONAL: ("○", State.NOT_DUE),
    Verdict.NOT_YET: ("○", State.NOT_DUE),
    Verdict.UNKNOWN: ("?", State.UNKNOWN),
})  # fmt: skip
_GOOD: Final = frozenset({State.ON_TRACK, State.COMPLETE})
_PLAIN: Final = frozenset({*_GOOD, State.OFF_TRACK})
"""States that claim a target met or missed; at risk is left to whoever judges."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A KPI in use: what it aims at in the term, its readings, and the rating stated of the last.

    `is_within` says that the figure misses its target by no more than is tolerated. `rank` puts
    first what missed its target or is off track, then at risk, good, and not known.
    """

    kpi: Kpi
    aim: Aim | None
    readings: tuple[Reading, ...]
    stated: State | None
    is_within: bool
    rank: int

    @property
    def latest(self) -> Reading | None:
        """The last reading, if there is any."""
        return self.readings[-1] if self.readings else None

    @property
    def verdict(self) -> Verdict:
        """Whether the last figure meets its target."""
        return self.latest.verdict if self.latest else Verdict.UNKNOWN


def judged_kpis(report: Occasion) -> tuple[Judged, ...]:
    """The KPIs in use, those that need attention first, else in the plan's order."""
    found = [_judged(kpi, report) for kpi in report.plan.kpis if kpi.status in IN_USE]
    return tuple(sorted(found, key=lambda one: one.rank))


def rating_cell(one: Judged, report: Occasion) -> Cell:
    """The rating stated, with a word where the figure says otherwise; else what the figure says."""
    words = report.words
    latest = one.latest
    level = _level(latest, report)
    if level is None:
        symbol, state = _LOOKS[one.verdict]
        tag = Tag(words.say(f"measure_verdict_{one.verdict}"), "", symbol, slug(state))
        is_judged = one.verdict in {Verdict.MET, Verdict.MISSED}
        why = words.say("measure_computed") if is_judged else _why(one, report)
        return Cell((Line(why, kind="note"),) if why else (), tag)
    tag = level_tag(level, report.scale, words)
    if one.verdict is Verdict.PROVISIONAL:
        return Cell((Line(words.say("measure_why_provisional"), kind="note"),), tag)
    if not _differs(one):
        return Cell(tag=tag)
    return Cell((Line(words.say(f"measure_differs_{one.verdict}"), kind="gap"),), tag)


def _judged(kpi: Kpi, report: Occasion) -> Judged:
    series = readings(kpi, report.timeline, report.as_of)
    level = _level(series[-1] if series else None, report)
    stated = State(level.state.value) if level else None
    verdict = series[-1].verdict if series else Verdict.UNKNOWN
    aim = aim_in(kpi, report.term, report.timeline)
    is_within = bool(series) and _is_within(series[-1], kpi, report)
    return Judged(kpi, aim, series, stated, is_within, _rank(stated, verdict))


def _is_within(reading: Reading, kpi: Kpi, report: Occasion) -> bool:
    """Whether the target is met only because of the tolerance."""
    goal = goal_in(kpi, reading.aim.period, report.timeline) if reading.aim else None
    if goal is None or reading.figure is None:
        return False
    strict = replace(goal, tolerance=Decimal(0))
    return reading.verdict is Verdict.MET and not strict.is_met_by(reading.figure)


def _rank(stated: State | None, verdict: Verdict) -> int:
    if stated is State.OFF_TRACK or verdict is Verdict.MISSED:
        return 0
    if stated is State.AT_RISK:
        return 1
    return 2 if stated in _GOOD or verdict is Verdict.MET else 3


def _level(reading: Reading | None, report: Occasion) -> Level | None:
    rating = reading.actual.rating if reading else None
    return report.scale.level(rating) if rating else None


def _differs(one: Judged) -> bool:
    """Whether the stated rating claims a target met that was missed, or the other way round."""
    if one.stated not in _PLAIN or one.verdict not in {Verdict.MET, Verdict.MISSED}:
        return False
    return (one.stated in _GOOD) is not (one.verdict is Verdict.MET)


def _why(one: Judged, report: Occasion) -> str:
    """Why nothing can be said of the target."""
    latest = one.latest
    if one.verdict is Verdict.NOT_YET:
        return ""
    if one.verdict is Verdict.PROVISIONAL:
        return report.words.say("measure_why_provisional")
    if latest is not None and latest.actual.suppressed:
        return report.words.say("measure_held_back")
    if one.kpi.type is KpiType.CONTEXTUAL and not one.kpi.targets:
        return report.words.say("measure_why_watched")
    if latest is None or latest.figure is None:
        return report.words.say("measure_no_figure")
    has_target = latest.aim is not None and latest.aim.figure is not None
    return report.words.say(f"measure_why_no_{'direction' if has_target else 'target'}")
