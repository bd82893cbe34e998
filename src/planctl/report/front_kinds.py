"""The front page of the kinds of report that are about a year, or about recommendations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from planctl.model import Period, PeriodKind, Scale, SubPoint
from planctl.model.scale import Preset, RatedState
from planctl.progress import update_in
from planctl.report.counts import Count, Standing, unless_unsaid
from planctl.report.front import Fact, FrontPage, KeyEntry
from planctl.report.marks import level_tag
from planctl.report.occasion import Occasion, term_compared
from planctl.report.phrases import date_range, listed, period_name, row_name
from planctl.report.placed import grade_place, together
from planctl.report.recommended_grades import Graded, graded
from planctl.report.request import Audience, ReportKind
from planctl.report.sections import some_named

_SLIPPED: Final = frozenset({RatedState.AT_RISK, RatedState.OFF_TRACK})
_OF_ACTIONS: Final = frozenset({"money", "kpis"})
"""The facts that a plan of recommendations alone leaves out."""
_SCRUTINY: Final = Scale(preset=Preset.SCRUTINY)


def front_of_kind(front: FrontPage, report: Occasion, recommended: int) -> FrontPage:
    """The front page with what the kind of report puts in other words.

    `recommended` is the number of recommendations that the report shows.
    """
    if report.request.kind is ReportKind.ANNUAL:
        return _of_year(front, report)
    if report.request.kind is ReportKind.SCRUTINY:
        return _of_recommendations(front, report, recommended)
    if report.plan.recommendations and not report.rows:
        return _without_actions(front, report, recommended)
    return front


def _without_actions(front: FrontPage, report: Occasion, recommended: int) -> FrontPage:
    """What counts in a plan that has recommendations and nothing else is how far they have come."""
    counted = _of_recommendations(front, report, recommended)
    lead = report.words.say("both", first=counted.standing.lead, second=front.standing.lead)
    known = [graded(one, report) for one in report.plan.recommendations]
    return replace(
        front,
        standing=replace(counted.standing, lead=lead),
        facts=(counted.facts[0], *front.facts),
        key=tuple(_key(known, report)),
    )


def _of_year(front: FrontPage, report: Occasion) -> FrontPage:
    words, year = report.words, report.request.year
    return replace(
        front,
        kind=words.say(
            "annual_kind" if report.plan.ref else "annual_kind_without_ref",
            plan=front.kind[:1].lower() + front.kind[1:],
        ),
        subtitle=_year(year, report) if year else front.subtitle,
        asks_note=_asks_note(front, report),
    )


def _asks_note(front: FrontPage, report: Occasion) -> str:
    """What is said of decisions, in a report that has no part on them."""
    words = report.words
    wanted = [
        row_name(row, words)
        for row in report.rows
        if (update := update_in(row, report.timeline, report.term)) and update.decision_needed
    ]
    if wanted and report.audience is not Audience.PUBLIC:
        return words.count("annual_decisions", len(wanted), refs=listed(wanted, words))
    return "" if front.asks else words.say("no_asks")


def _year(year: Period, report: Occasion) -> str:
    words, days = report.words, report.timeline.days(year)
    name = period_name(year, words)
    if days is None:
        return name
    said = date_range(*days, words)
    other = report.timeline.year_or_part(str(year))
    if other and year.kind is PeriodKind.PLAN_YEAR and other != year:
        named = replace(other, calendar=other.calendar or report.timeline.years_by)
        plain = period_name(named, words)
        return words.say(
            "annual_year_of_plan", plan_year=name, year=plain[:1].lower() + plain[1:], days=said
        )
    return words.say("annual_year", year=name, days=said)


def _of_recommendations(front: FrontPage, report: Occasion, recommended: int) -> FrontPage:
    words = report.words
    known = [graded(one, report) for one in report.plan.recommendations]
    asking = _asking(known, report)
    note = words.count("scrutiny_asked", len(asking), refs=some_named(asking, words))
    hides = report.audience is Audience.PUBLIC
    return replace(
        front,
        kind=words.say("scrutiny_kind"),
        asks_note=note if asking and not hides else _asks_note(front, report),
        standing=_standing(known, report),
        facts=(_complete(known, recommended, report), *_other_facts(front, report)),
        key=tuple(_key(known, report)) or front.key,
        other_key=front.other_key if report.rows else (),
    )


def _complete(known: Sequence[Graded], recommended: int, report: Occasion) -> Fact:
    """How many recommendations there are and are here, and what is missing of them."""
    words, given = report.words, report.plan.recommendations
    well = [one for one in known if one.is_achieved or one.state is RatedState.ON_TRACK]
    bare = sum(not any(said.evidence for _, said in one.history) for one in well)
    parts = [
        words.count("scrutiny_shown", len(given), printed=recommended),
        words.count("scrutiny_no_owner", sum(not one.responsible for one in given)),
        words.say("scrutiny_no_grade", n=_numbers(known, report.as_of)["unknown"][0]),
        words.say("scrutiny_no_evidence", n=bare, of=len(well))
        if well
        else words.say("scrutiny_none_well"),
    ]
    parts += [words.count("scrutiny_actions", len(report.rows))] if report.rows else []
    return Fact("complete", words.say("complete"), f"{'; '.join(parts)}.")


def _other_facts(front: FrontPage, report: Occasion) -> Iterator[Fact]:
    """The facts of the page but those on actions, where the plan has none."""
    for fact in front.facts:
        if fact.key != "complete" and (report.rows or fact.key not in _OF_ACTIONS):
            yield fact


def _asking(known: Sequence[Graded], report: Occasion) -> list[str]:
    return [
        one.given.ref or report.words.say("recommended_nth", n=place)
        for place, one in enumerate(known, start=1)
        if one.asks_sign_off
    ]


def _standing(known: Sequence[Graded], report: Occasion) -> Standing:
    words, total = report.words, len(known)
    said = sum(bool(one.history) for one in known)
    points = sum(_points(one.given.sub_points) for one in known)
    lead = words.count("scrutiny_lead", total, n=said, of=total)
    return Standing(
        lead=lead,
        counts=tuple(_counts(known, report)),
        rest=words.count("scrutiny_points", points) if points else "",
        compared=_compared(report),
    )


def _counts(known: Sequence[Graded], report: Occasion) -> Iterator[Count]:
    then = _before(report)
    counted = _counted(known, report.as_of)
    earlier = _numbers(then, report.as_of) if then is not None else {}
    words = report.words
    for key, (these, of) in counted.items():
        before = ""
        if earlier.get(key, (0, 0))[1]:
            before = words.say("count_before", n=earlier[key][0], of=earlier[key][1])
        count = Count(
            key=key.replace("_", "-"),
            number=len(these),
            of=of,
            out_of=words.say("out_of", n=of),
            label=words.say(f"scrutiny_{key}"),
            note="" if of else words.say("scrutiny_none_dated"),
            before=before,
            source=together(_place(one, report) for one in these),
        )
        if not of:
            count = unless_unsaid(count, "", words)
        elif len(counted["unknown"][0]) == len(known) and key != "unknown":
            count = unless_unsaid(count, words.say("scrutiny_ungraded"), words)
        yield count


def _place(one: Graded, report: Occasion) -> str:
    """Where the grade stands, or the recommendation where it has none."""
    return grade_place(one.given, one.history[-1][0] if one.history else None, report)


def _numbers(known: Sequence[Graded], on: date) -> dict[str, tuple[int, int]]:
    """Each count with the number that it is out of."""
    return {key: (len(these), of) for key, (these, of) in _counted(known, on).items()}


def _counted(known: Sequence[Graded], on: date) -> dict[str, tuple[list[Graded], int]]:
    """What is counted, with the number that it is out of."""
    total = len(known)
    dated = [
        one
        for one in known
        if not one.is_achieved and one.latest and one.latest.expected
        if one.latest.expected.latest is not None
    ]
    return {
        "complete": ([one for one in known if one.is_achieved], total),
        "on_track": ([one for one in known if one.state is RatedState.ON_TRACK], total),
        "behind": ([one for one in known if one.state in _SLIPPED], total),
        "unknown": ([one for one in known if one.state is None and not one.is_achieved], total),
        "overdue": ([one for one in dated if _last_day(one) <= on], len(dated)),
    }


def _last_day(one: Graded) -> date:
    expected = one.latest.expected if one.latest else None
    return (expected.latest if expected else None) or date.max


def _before(report: Occasion) -> list[Graded] | None:
    """The recommendations as they stood at the end of the term before."""
    term = term_compared(report)
    if term is None:
        return None
    request = replace(report.request, term=term, as_of=report.judged_on(term))
    then = replace(report, request=request)
    return [graded(one, then) for one in report.plan.recommendations]


def _compared(report: Occasion) -> str:
    term = term_compared(report)
    if term is None:
        return report.words.say("scrutiny_first")
    return report.words.say("compared_with", term=period_name(term, report.words))


def _points(given: Sequence[SubPoint]) -> int:
    return sum(1 + _points(one.sub_points) for one in given)


def _key(known: Sequence[Graded], report: Occasion) -> Iterator[KeyEntry]:
    """The levels of scrutiny, where a grade is given on them or none is given at all."""
    ratings = [said.rating for one in known for _, said in one.history if said.rating]
    if any(report.scale.level(one) for one in ratings):
        return
    for level in _SCRUTINY.all_levels:
        meaning = report.words.say(f"level_meaning_{level.id}")
        yield KeyEntry(level_tag(level, _SCRUTINY, report.words), meaning)
