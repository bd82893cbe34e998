"""Everything a template is given: finished words and figures of one report, part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planctl import __version__
from planctl.findings import Finding
from planctl.model import Plan
from planctl.report.by_theme import ThemeProgress, theme_progress
from planctl.report.front import FrontPage, front_page, status_word
from planctl.report.grid import StatusGrid, status_grid
from planctl.report.occasion import Occasion, occasion
from planctl.report.palette import style_colours
from planctl.report.phrases import long_date, period_name, shortened
from planctl.report.request import ReportRequest, SourceFile
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
class ReportContext:
    """One report, ready to be set: text and numbers alone, all sums done."""

    language: str
    title: str
    stamp: str
    made_by: str
    colours: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    foot: Foot
    front: FrontPage
    progress: ThemeProgress
    grid: StatusGrid
    themes: ThemeTables
    sources: Sources


def build_context(
    plan: Plan,
    request: ReportRequest,
    findings: tuple[Finding, ...],
    sources: tuple[SourceFile, ...],
    words: Words = ENGLISH,
) -> ReportContext:
    """The report of a plan joined with its programme; `sources` has the plan's own file first."""
    report = occasion(plan, request, words)
    has_themes = bool(plan.themes)
    number = 1 + 2 * has_themes
    themes = theme_tables(report, number)
    number += sum(section.table is not None for section in themes.sections)
    return ReportContext(
        language=words.language,
        title=words.say("document_title", plan=plan.title, term=period_name(request.term, words)),
        stamp=f"{request.as_of.isoformat()}T00:00:00Z",
        made_by=f"planctl {__version__}",
        colours=style_colours(),
        words=MappingProxyType(dict(_labels(words))),
        foot=_foot(report),
        front=front_page(report, rows_shown(themes)),
        progress=theme_progress(report, 1),
        grid=status_grid(report, 2),
        themes=themes,
        sources=sources_part(report, findings, sources, number),
    )


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
