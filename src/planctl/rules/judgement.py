"""Rules that hold an owner's rating against figures, and against the word of others."""

from collections.abc import Iterator

from planctl.findings import Related
from planctl.model import Actual, Kpi, Period, Row, State
from planctl.progress.goals import goal_in
from planctl.rules.indicators import called, is_watched_only, shown
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.told import Told, all_told, latest_told


def rated_rows(case: Case) -> int:
    """How many rows have a rating of a period that has begun."""
    return sum(bool(_rated(case, row)) for row in case.rows)


@rule(
    "PLN512",
    "kpi-contradicts-rating",
    Weight.WARNING,
    question="How is {subject} on track while the figure that it is to move is not?",
)
def kpi_contradicts_rating(case: Case) -> Iterator[Problem]:
    """What is said to be on track does not belong to a KPI that is off track in the same term.

    A KPI is off track by its own rating, or by a final figure that misses the target of that very
    period. Where the update rates impact apart, that rating is held against the KPI. A complete
    action has had its say, and KPIs that are only watched do not count.

    Why:
        Work can go as planned and change nothing; the figure is there to show that in time.

    Bad:
        kpis: [{ref: K1, title: Members, actuals: {2017-18 autumn: {value: 12, rating: red}}}]
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Open a homework club
                kpis: [K1]
                updates: {2017-18 autumn: {rating: green}}

    Good:
        kpis: [{ref: K1, title: Members, actuals: {2017-18 autumn: {value: 12, rating: red}}}]
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Open a homework club
                kpis: [K1]
                updates: {2017-18 autumn: {rating: green, impact: red}}
    """
    for row in case.rows:
        latest = latest_told(case, row)
        if latest is None or not _claims_to_work(case, latest):
            continue
        against = tuple(_figures_against(case, latest))
        if against:
            field = "impact" if latest.update.impact else "rating"
            rated = getattr(latest.update, field)
            yield Problem(
                (*latest.path, field),
                f"{named(row)} has {field} {rated} for {latest.period}, though "
                f"{' and '.join(related.message for related in against)}",
                "Rate its impact: as the figure shows, or correct the figure.",
                related=against,
            )


@rule(
    "PLN513",
    "self-assessed-only",
    Weight.INFO,
    question="Who besides its owner has looked at how {subject} stands?",
    together="{hits} rated actions have been judged by their owners alone",
    population=rated_rows,
    is_for_auditors=True,
)
def self_assessed_only(case: Case) -> Iterator[Problem]:
    """A rating has been checked, at least once, by somebody who did not give it.

    Why:
        Followed up by somebody else, far fewer actions stand as they were said to (at one city's
        internal audit 63% of them, and 95% by their owners' word).

    Bad:
        - {ref: 1a, text: Open a homework club, updates: {2017-18 autumn: {rating: green}}}

    Good:
        - ref: 1a
          text: Open a homework club
          updates:
            2017-18 autumn: {rating: green, verified: {rating: green, by: internal-audit}}
    """
    for row in case.rows:
        rated = _rated(case, row)
        if rated and not any(_is_verified(each) for each in rated):
            yield Problem(
                rated[-1].path,
                f"{named(row)} is rated {rated[-1].rated} by its owner's word alone",
                "Have somebody else look, and record it: verified: {rating, by, date}.",
                part="key",
            )


def _claims_to_work(case: Case, latest: Told) -> bool:
    """Whether the update says on track, of impact where that is rated apart."""
    level = case.plan.rating_scale.level(latest.update.impact or "")
    if latest.update.impact and level:
        return level.state.value in {State.ON_TRACK.value, State.COMPLETE.value}
    return latest.state is State.ON_TRACK


def _figures_against(case: Case, latest: Told) -> Iterator[Related]:
    action, timeline = latest.row.action, case.plan.timeline
    names = {*action.kpis, *(success.kpi for success in action.success)}
    said = timeline.days(latest.period)
    for number, kpi in enumerate(case.plan.kpis):
        if is_watched_only(kpi) or not names & {kpi.ref or "", kpi.uid or ""}:
            continue
        for period, actual in kpi.actuals.items():
            end = timeline.ends(period)
            is_then = said and end and said[0] <= end <= said[1]
            if is_then and (what := _off_track(case, kpi, period, actual)):
                path = ("kpis", number, "actuals", str(period))
                yield Related(f"{called(kpi)} {what}", path)


def _off_track(case: Case, kpi: Kpi, period: Period, actual: Actual) -> str:
    """What shows that the figure is off track; nothing when it is not known to be."""
    level = case.plan.rating_scale.level(actual.rating) if actual.rating else None
    if level:
        is_red = level.state.value == State.OFF_TRACK.value
        return f"is rated {actual.rating} for {period}" if is_red else ""
    # The target of a longer period around it is not due yet.
    goal, figure = goal_in(kpi, period, case.plan.timeline), actual.published
    if goal is None or figure is None or actual.provisional or goal.is_met_by(figure):
        return ""
    return f"is at {shown(kpi, figure)} for {period}, where {shown(kpi, goal.value)} was due"


def _rated(case: Case, row: Row) -> tuple[Told, ...]:
    begun = (
        each
        for each in all_told(case, row)
        if (start := case.plan.timeline.starts(each.period)) and start <= case.as_of
    )
    return tuple(each for each in begun if each.update.rating)


def _is_verified(each: Told) -> bool:
    verified = each.update.verified
    return verified is not None and (verified.by is None or verified.by != each.update.by)


RULES = (kpi_contradicts_rating, self_assessed_only)
