"""Part 9: recommendations, how far each has come, and which sign-offs are asked for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.model import (
    Decision,
    PlanKind,
    Recommendation,
    SubPoint,
)
from planctl.report.grid import row_target
from planctl.report.marks import Tag
from planctl.report.numbers import Numbers
from planctl.report.occasion import TERMS_SHOWN, Occasion
from planctl.report.phrases import listed, period_label, row_name
from planctl.report.recommended_grades import Graded, graded
from planctl.report.recommended_lines import answer_lines, made_line, standing_lines
from planctl.report.references import abroad_named
from planctl.report.request import Audience, ReportKind
from planctl.report.sections import some_named
from planctl.report.tables import Cell, Column, Line, shared_out
from planctl.report.widths import lines_taken

_WIDTHS: Final = (48, 36, 44)
_WIDTHS_FOR_OFFICERS: Final = (40, 34, 56)
"""Millimetres of the columns that hold text; officers read what was said in each term."""
_REF: Final = 12
_PAGE: Final = 182
_LEAST: Final = 20
"""What a column takes that nothing stands in."""
_LINES_ON_A_PAGE: Final = 44
_UNANSWERED: Final = frozenset({Decision.REJECTED, Decision.PENDING})
"""The answers after which nobody has to act, or not yet."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sub-point with the points below it."""

    text: str
    """What is recommended there."""
    points: tuple["Point", ...] = ()
    """The points below it."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What was said for one period: a tag, or how far the work has come."""

    period: str
    """The term that it is for."""
    tag: Tag | None
    """The grade itself."""
    stage: str
    """How far the work has come."""


@dataclass(frozen=True, slots=True)
class CarriedOutBy:
    """An action that carries a recommendation out; `target` is empty where nothing is led to."""

    text: str
    """The action, by ref."""
    target: str
    """The id of its row."""


@dataclass(frozen=True, slots=True)
class RecommendedRow:
    """One recommendation, ready to be printed."""

    ref: str
    """The number of the recommendation."""
    text: str
    """What is recommended."""
    points: tuple[Point, ...]
    """Its sub-points."""
    made: tuple[Line, ...]
    """Who made it, and when."""
    answer: tuple[Line, ...]
    """What was answered."""
    actions: tuple[CarriedOutBy, ...]
    """The actions that carry it out."""
    no_actions: str
    """That none does."""
    grades: tuple[Grade, ...]
    """Its grades, term by term."""
    grades_note: str
    """What is said of the grades."""
    standing: tuple[Line, ...]
    """Evidence, expected date, sign-off."""
    tall: bool = False
    """Whether it may be split over two pages."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """The counts, and a table of all recommendations; `actions_label` stands before the links."""

    counts: tuple[str, ...]
    """How many there are of each sort, one sentence each."""
    caption: str
    """The numbered caption of the table."""
    key: str
    """What figure and symbol of an earlier grade stand for, for paper."""
    columns: tuple[Column, ...]
    """Its columns; the last, of what stands behind the grades, only where there is some."""
    actions_label: str
    """The word before the actions."""
    rows: tuple[RecommendedRow, ...]
    """One row a recommendation."""


def recommended_part(report: Occasion, numbers: Numbers) -> Recommended | None:
    """The part; None where the plan has none, and for a board to whom its actions are told."""
    known = [graded(one, report) for one in report.plan.recommendations]
    if not known or (report.audience is Audience.BOARD and not is_of_recommendations(report)):
        return None
    words = report.words
    rows = tuple(_row(one, place, report) for place, one in enumerate(known, start=1))
    return Recommended(
        counts=tuple(_counts(known, report)),
        caption=numbers.caption(words.count("recommended_caption", len(known))),
        key=_key(rows, report),
        columns=shared_out(_columns(rows, report)),
        actions_label=words.say("recommended_actions"),
        rows=rows,
    )


def is_of_recommendations(report: Occasion) -> bool:
    """Whether the recommendations are what the report is on, rather than what actions rest on."""
    is_asked = report.request.kind is ReportKind.SCRUTINY
    return is_asked or not report.rows or report.plan.kind is PlanKind.RECOMMENDATIONS


def _key(rows: Sequence[RecommendedRow], report: Occasion) -> str:
    earlier = sorted(
        {
            f"{tag.letter} {tag.symbol} {tag.word}".strip()
            for row in rows
            for grade in row.grades[:-1]
            if (tag := grade.tag)
        }
    )
    entries = ", ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in earlier)
    return report.words.say("grid_key", entries=entries) if entries else ""


def _columns(rows: Sequence[RecommendedRow], report: Occasion) -> Iterator[tuple[str, str, int]]:
    """Key, heading and weight of each; the text takes the room of what nothing is said of."""
    words = report.words
    text, answer, standing = _widths(report)
    grades = _PAGE - _REF - text - answer - standing
    spare_grades = 0 if any(row.grades for row in rows) else grades - _LEAST
    is_said = any(row.standing for row in rows)
    spare = 0 if is_said else standing
    yield "ref", words.say("recommended_number"), _REF
    yield "text", words.say("recommended_text"), text + spare_grades + spare
    yield "answer", words.say("recommended_answer"), answer
    yield "grades", words.say("recommended_grades"), grades - spare_grades
    if is_said:
        yield "standing", words.say("recommended_standing"), standing


def _widths(report: Occasion) -> tuple[int, int, int]:
    return _WIDTHS_FOR_OFFICERS if report.audience is Audience.OFFICER else _WIDTHS


def _counts(known: Sequence[Graded], report: Occasion) -> Iterator[str]:
    """Each count with the number that it is out of."""
    words, total = report.words, len(known)
    by_level = Counter(one.word for one in known if one.word)
    said = listed(
        [words.say("recommended_level", level=k, n=n) for k, n in by_level.items()], words
    )
    count = by_level.total()
    kind = "recommended_graded" if count else "recommended_none_graded"
    yield words.count(kind, total, n=count, of=total, levels=said)
    answers = Counter(one.given.response.decision for one in known if one.given.response)
    parts = [
        words.say(f"recommended_of_{decision.value}", n=answers[decision])
        for decision in Decision
        if answers[decision]
    ]
    kind = "recommended_answered" if parts else "recommended_none_answered"
    yield words.count(kind, total, n=answers.total(), of=total, answers=listed(parts, words))
    acted = sum(bool(one.given.actions) for one in known)
    yield words.count("recommended_acted_on", total, n=acted, of=total)
    yield from _sign_offs(known, report)


def _sign_offs(known: Sequence[Graded], report: Occasion) -> Iterator[str]:
    words = report.words
    signed = sum(one.given.signed_off is not None for one in known)
    yield words.count("recommended_signed", len(known), n=signed, of=len(known))
    asked = [
        one.given.ref or words.say("recommended_nth", n=place)
        for place, one in enumerate(known, start=1)
        if one.asks_sign_off
    ]
    if asked:
        yield words.count("recommended_asked", len(asked), refs=some_named(asked, words))


def _row(one: Graded, place: int, report: Occasion) -> RecommendedRow:
    given, words = one.given, report.words
    history = tuple(_grades(one, report))
    older = 0 if report.audience is Audience.OFFICER else max(0, len(history) - TERMS_SHOWN)
    actions = tuple(_carried_out_by(given, report))
    points = _points(given.sub_points)
    answer, standing = answer_lines(given, report), standing_lines(one, report)
    lines = (Line(given.text), *(Line(text) for text in _texts(points)))
    cells = [Cell(some) for some in (lines, answer, standing)]
    return RecommendedRow(
        ref=given.ref or words.say("recommended_nth", n=place),
        text=given.text,
        points=points,
        made=made_line(given, report),
        answer=answer,
        actions=actions,
        no_actions="" if actions or not _needs_action(one) else words.say("recommended_no_action"),
        grades=history[older:],
        grades_note=_grades_note(history, older, report),
        standing=standing,
        tall=lines_taken(cells, _widths(report)) > _LINES_ON_A_PAGE,
    )


def _points(given: Sequence[SubPoint]) -> tuple[Point, ...]:
    return tuple(
        Point(f"{one.ref} {one.text}" if one.ref else one.text, _points(one.sub_points))
        for one in given
    )


def _texts(points: Sequence[Point]) -> Iterator[str]:
    for one in points:
        yield one.text
        yield from _texts(one.points)


def _needs_action(one: Graded) -> bool:
    response = one.given.response
    unanswered = response is not None and response.decision in _UNANSWERED
    return not (unanswered or one.given.signed_off or one.is_achieved)


def _carried_out_by(given: Recommendation, report: Occasion) -> Iterator[CarriedOutBy]:
    by_name = {
        name: row
        for row in reversed(report.rows)
        for name in (row.action.uid, row.action.ref)
        if name
    }
    for name in given.actions:
        row, abroad = by_name.get(name), report.request.abroad.get(name)
        if row is not None:
            yield CarriedOutBy(row_name(row, report.words), row_target(row, report))
        elif abroad is not None:
            said, text = abroad_named(name, report), abroad.text.rstrip(".")
            yield CarriedOutBy(report.words.say("recommended_abroad", ref=said, text=text), "")
        else:
            yield CarriedOutBy(name, "")


def _grades(one: Graded, report: Occasion) -> Iterator[Grade]:
    words = report.words
    for period, assessment in one.history:
        stage = assessment.stage
        yield Grade(
            period=period_label(period, words),
            tag=one.tag_of(assessment, report),
            stage=words.say(f"recommended_stage_{stage.value}") if stage else "",
        )


def _grades_note(history: Sequence[Grade], older: int, report: Occasion) -> str:
    if not history:
        return report.words.say("recommended_not_assessed")
    return report.words.count("recommended_older", older) if older else ""
