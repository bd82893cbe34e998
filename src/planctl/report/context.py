"""Everything a template is given: finished words and figures of one report, part by part."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from planctl import __version__
from planctl.findings import Finding
from planctl.model import Plan
from planctl.report.annex import Annex, annex_part
from planctl.report.annual import YearPlan, year_part
from planctl.report.by_theme import ThemeProgress, theme_progress
from planctl.report.exceptions import Exceptions, exceptions_part
from planctl.report.feet import foot_line
from planctl.report.front import FrontPage, front_page, status_word
from planctl.report.front_kinds import front_of_kind
from planctl.report.grid import StatusGrid, status_grid
from planctl.report.impact import Impact, impact_part
from planctl.report.inquiry import Inquiry, inquiry_part
from planctl.report.measures import Measures, measures_part
from planctl.report.next_term import NextTerm, next_term_part
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion, occasion
from planctl.report.parts import Part, parts_of
from planctl.report.phrases import long_date, period_name
from planctl.report.questions import Questions, questions_part
from planctl.report.recommended import Recommended, recommended_part
from planctl.report.request import ReportRequest, SourceFile
from planctl.report.since import SinceLast, since_part
from planctl.report.sources import Sources, sources_part
from planctl.report.theme import (
    LevelColours,
    ThemeShown,
    level_colours,
    theme_shown,
    themed_colours,
)
from planctl.report.themes import ThemeTables, rows_shown, theme_tables
from planctl.report.words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every page; the page's number goes between its two words."""

    text: str
    """Plan, term, as-of day and status, on one line."""
    page: str
    """The word before the number of the page."""
    of: str
    """The word between that and the number of pages."""


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part that the report has: its template's name, its anchor, its entry in the contents."""

    name: str
    """The name of its template and its style sheet in `parts/`."""
    anchor: str
    """The id that a link leads to."""
    heading: str
    """Its entry in the list of contents."""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """One report, ready to be set: text and numbers alone, all sums done.

    `parts` are in the order of reading; a part that the report has not is None.
    """

    language: str
    """The language of the page, such as `en-GB`."""
    title: str
    """The title of the document, for the browser and the PDF."""
    stamp: str
    """The as-of day as a date of the document: no clock is read."""
    made_by: str
    """planctl and its version."""
    audience: str
    """For whom it is: `board`, `scrutiny`, `public` or `officer`."""
    kind: str
    """What sort of report it is, such as `delivery`."""
    colours: tuple[tuple[str, str], ...]
    """Custom properties of the style sheet: name without its dashes, colour."""
    levels: tuple[LevelColours, ...]
    """The levels of the plan's scale that have a colour of their own."""
    theme: ThemeShown
    """The organisation's own look."""
    words: Mapping[str, str]
    """Headings and landmarks of the language, such as `words.grid`."""
    foot: Foot
    """What the foot of each page says."""
    parts: tuple[PartShown, ...]
    """The parts that the report has, the front page first."""
    front: FrontPage
    """The front page."""
    exceptions: Exceptions | None
    """Decisions and exceptions."""
    since: SinceLast | None
    """What has changed since the last report, and the promises."""
    measures: Measures | None
    """KPIs and money."""
    progress: ThemeProgress | None
    """Progress by theme, with its charts."""
    grid: StatusGrid | None
    """Every action on one line."""
    next_term: NextTerm | None
    """What is overdue, and what comes next."""
    questions: Questions | None
    """The questions that members may ask."""
    themes: ThemeTables | None
    """Every action in full, by theme."""
    recommendations: Recommended | None
    """Recommendations with their grades."""
    impact: Impact | None
    """Impact, evidence, risks and links."""
    sources: Sources | None
    """Sources, findings, and how to check the report."""
    annex: Annex | None
    """What is there to look things up."""
    year: YearPlan | None
    """The year of an annual delivery plan."""
    inquiry: Inquiry | None
    """The inquiry behind the recommendations."""


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
        colours=themed_colours(request.theme, report.scale),
        levels=level_colours(report.scale),
        theme=theme_shown(request.theme),
        words=MappingProxyType(dict(labels(words))),
        foot=_foot(report),
        parts=tuple(_shown(part, body[part], words) for part in shown),
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
        Part.YEAR: lambda: year_part(report, numbers),
        Part.INQUIRY: lambda: inquiry_part(report, numbers),
    }
    wanted = parts_of(report.request)
    body = {part: makers[part]() for part in wanted if part in makers}
    front = front_page(report, _rows_printed(body))
    return {**body, Part.FRONT: front_of_kind(front, report, _recommendations_printed(body))}


def _recommendations_printed(body: Mapping[Part, Any]) -> int:
    """How many recommendations stand in the part on them."""
    found = body.get(Part.RECOMMENDATIONS)
    return len(found.rows) if found else 0


def _rows_printed(body: Mapping[Part, Any]) -> int:
    """How many action rows stand in the theme tables, or else in the grid."""
    if themes := body.get(Part.THEMES):
        return rows_shown(themes)
    if year := body.get(Part.YEAR):
        return int(year.rows)
    grid = body.get(Part.GRID)
    return sum(len(group.rows) for group in grid.table.groups) if grid else 0


def _shown(part: Part, made: Any, words: Words) -> PartShown:
    label = made.heading if part is Part.IMPACT else words.say(f"label_{part.value}")
    return PartShown(part.value, part.anchor, label)


def labels(words: Words) -> Iterator[tuple[str, str]]:
    """The words that templates set themselves: headings and landmarks."""
    for key, text in words.texts.items():
        if key.startswith("label_"):
            yield key.removeprefix("label_"), text


def _foot(report: Occasion) -> Foot:
    plan, words = report.plan, report.words
    title = f"{plan.ref} {plan.title}" if plan.ref else plan.title
    others = (
        period_name(report.term, words),
        words.say("foot_as_at", day=long_date(report.as_of, words)),
        status_word(report),
    )
    return Foot(foot_line(title, others, words), words.say("page"), words.say("page_of"))
