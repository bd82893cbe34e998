"""Everything a template is given: finished words and figures of one report, part by part."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from planctl import __version__
from planctl.findings import Finding
from planctl.model import Plan
from planctl.report.annex import Annex, annex_part
from planctl.report.by_theme import ThemeProgress, theme_progress
from planctl.report.exceptions import Exceptions, exceptions_part
from planctl.report.front import FrontPage, front_page, status_word
from planctl.report.grid import StatusGrid, status_grid
from planctl.report.impact import Impact, impact_part
from planctl.report.measures import Measures, measures_part
from planctl.report.next_term import NextTerm, next_term_part
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, occasion
from planctl.report.palette import style_colours
from planctl.report.parts import Part, parts_of
from planctl.report.phrases import long_date, period_name, shortened
from planctl.report.questions import Questions, questions_part
from planctl.report.recommended import Recommended, recommended_part
from planctl.report.request import ReportRequest, SourceFile
from planctl.report.since import SinceLast, since_part
from planctl.report.sources import Sources, sources_part
from planctl.report.themes import ThemeTables, rows_shown, theme_tables
from planctl.report.words import ENGLISH, Words

_LONGEST_FOOT_TITLE = 60


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every page; the page's number goes between its two words."""

    text: str
    page: str
    of: str


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part that the report has: its template's name, its anchor, its entry in the contents."""

    name: str
    anchor: str
    heading: str


@dataclass(frozen=True, slots=True)
class ReportContext:
    """One report, ready to be set: text and numbers alone, all sums done.

    `parts` are in the order of reading; a part that the report has not is None.
    """

    language: str
    title: str
    stamp: str
    made_by: str
    audience: str
    kind: str
    colours: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    foot: Foot
    parts: tuple[PartShown, ...]
    front: FrontPage
    exceptions: Exceptions | None
    since: SinceLast | None
    measures: Measures | None
    progress: ThemeProgress | None
    grid: StatusGrid | None
    next_term: NextTerm | None
    questions: Questions | None
    themes: ThemeTables | None
    recommendations: Recommended | None
    impact: Impact | None
    sources: Sources | None
    annex: Annex | None


def build_context(
    plan: Plan,
    request: ReportRequest,
    findings: tuple[Finding, ...],
    sources: tuple[SourceFile, ...],
    words: Words = ENGLISH,
) -> ReportContext:
    """The report of a plan joined with its programme; `sources` has the plan's own file first."""
    report = occasion(plan, request, words, findings)
    body = _body(report, sources)
    made: dict[str, Any] = {part.value: body.get(part) for part in Part}
    shown = [part for part in parts_of(request) if body.get(part) is not None]
    return ReportContext(
        language=words.language,
        title=words.say(
            f"document_title_{request.kind}", plan=plan.title, term=period_name(request.term, words)
        ),
        stamp=f"{request.as_of.isoformat()}T00:00:00Z",
        made_by=f"planctl {__version__}",
        audience=request.audience.value,
        kind=request.kind.value,
        colours=style_colours(),
        words=MappingProxyType(dict(_labels(words))),
        foot=_foot(report),
        parts=tuple(_shown(part, words) for part in shown),
        **made,
    )


def _body(report: Occasion, files: tuple[SourceFile, ...]) -> dict[Part, Any]:
    """The parts of the report, made in the order in which they are printed."""
    numbers = Numbers(report.words)
    makers: Mapping[Part, Callable[[], Any]] = {
        Part.EXCEPTIONS: lambda: exceptions_part(report, numbers),
        Part.SINCE: lambda: since_part(report, numbers),
        Part.MEASURES: lambda: measures_part(report, numbers),
        Part.PROGRESS: lambda: theme_progress(report, numbers),
        Part.GRID: lambda: status_grid(report, numbers),
        Part.NEXT_TERM: lambda: next_term_part(report, numbers),
        Part.QUESTIONS: lambda: questions_part(report, numbers),
        Part.THEMES: lambda: theme_tables(report, numbers),
        Part.RECOMMENDATIONS: lambda: recommended_part(report, numbers),
        Part.IMPACT: lambda: impact_part(report, numbers),
        Part.SOURCES: lambda: sources_part(report, files, numbers),
        Part.ANNEX: lambda: annex_part(report, numbers),
    }
    wanted = parts_of(report.request)
    body = {part: makers[part]() for part in wanted if part in makers}
    return {**body, Part.FRONT: front_page(report, _rows_printed(body))}


def _rows_printed(body: Mapping[Part, Any]) -> int:
    """How many action rows stand in the theme tables, or else in the grid."""
    if Part.THEMES in body:
        return rows_shown(body[Part.THEMES])
    grid = body[Part.GRID].table if Part.GRID in body else None
    return sum(len(group.rows) for group in grid.groups) if grid else 0


def _shown(part: Part, words: Words) -> PartShown:
    return PartShown(part.value, part.anchor, words.say(f"label_{part.value}"))


def _labels(words: Words) -> Iterator[tuple[str, str]]:
    """The words that templates set themselves: headings and landmarks."""
    for key, text in words.texts.items():
        if key.startswith("label_"):
            yield key.removeprefix("label_"), text


def _foot(report: Occasion) -> Foot:
    plan, words = report.plan, report.words
    title = shortened(plan.title, _LONGEST_FOOT_TITLE)
    parts = (
        f"{plan.ref} {title}" if plan.ref else title,
        period_name(report.term, words),
        words.say("foot_as_at", day=long_date(report.as_of, words)),
        status_word(report),
    )
    return Foot(" · ".join(parts), words.say("page"), words.say("page_of"))
