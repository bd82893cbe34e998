"""The page that leads to all reports of a folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final
from urllib.parse import quote

from planctl import __version__
from planctl.model import read_period
from planctl.printing.finished import Printable
from planctl.printing.index_words import ENGLISH
from planctl.printing.listed import Listed
from planctl.printing.programme import ProgrammePress
from planctl.report.html import rendered
from planctl.report.phrases import period_name
from planctl.report.theme import SHIPPED_LOOK, Theme, ThemeShown, theme_shown, themed_colours
from planctl.report.words import ENGLISH as REPORT_ENGLISH
from planctl.report.words import Words
from planctl.workspace.theme import theme_of

NAME: Final = "index.html"
_MADE_BY: Final = "planctl index"
_MARK: Final = f'<meta name="generator" content="{_MADE_BY}'
_KILO: Final = 1000


@dataclass(frozen=True, slots=True)
class FileShown:
    """A link to one file of a report; `name` is what it is called where links stand alone."""

    href: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One report in a row."""

    plan: str
    kind: str
    audience: str
    counts: str
    files: tuple[FileShown, ...]


@dataclass(frozen=True, slots=True)
class TermShown:
    """The reports on one term."""

    anchor: str
    name: str
    caption: str
    reports: tuple[ReportShown, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The page, ready to be set."""

    language: str
    title: str
    lead: str
    made_by: str
    colours: tuple[tuple[str, str], ...]
    theme: ThemeShown
    words: Mapping[str, str]
    terms: tuple[TermShown, ...]


def render_index(
    reports: Sequence[Listed],
    templates: tuple[Path, ...] = (),
    words: Words = ENGLISH,
    theme: Theme = SHIPPED_LOOK,
) -> str:
    """The page that the template gives for the reports, the latest term first.

    RenderError when a template is faulty or asks for something that it may not have.
    """
    page = IndexPage(
        language=words.language,
        title=words.say("title"),
        lead=words.count("lead", len(reports)),
        made_by=f"{_MADE_BY} {__version__}",
        colours=themed_colours(theme),
        theme=theme_shown(theme),
        words=words.texts,
        terms=tuple(_terms(reports, words)),
    )
    return rendered("index.html", templates, page=page)


def theme_shared(presses: Iterable[Printable]) -> Theme:
    """The look that all reports of the presses have; planctl's own where they are not of one.

    Raises SettingsError as `theme_of` does.
    """
    themes = {theme_of(root) for root in set(map(_root, presses))}
    return themes.pop() if len(themes) == 1 else SHIPPED_LOOK


def _root(press: Printable) -> Path:
    return press.base if isinstance(press, ProgrammePress) else press.group.root


def is_ours(path: Path) -> bool:
    """Whether the file is such a page, or not there: another page of that name is left alone."""
    try:
        return _MARK in path.read_text("utf-8", "replace")
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _terms(reports: Sequence[Listed], words: Words) -> Iterator[TermShown]:
    # The terms of a school year follow one another as their names do in the alphabet.
    by_term = sorted(reports, key=lambda one: one.term, reverse=True)
    for number, (term, group) in enumerate(groupby(by_term, key=lambda one: one.term), start=1):
        rows = sorted(group, key=lambda one: (one.title.casefold(), one.stem))
        yield TermShown(
            anchor=f"term-{number}",
            name=_term_in_words(term),
            caption=words.count("caption", len(rows), term=_term_in_words(term)),
            reports=tuple(_shown(one, words) for one in rows),
        )


def _term_in_words(term: str) -> str:
    """The term as reports call it; as it is written where it is none."""
    period = read_period(term)
    return period_name(period, REPORT_ENGLISH) if period else term


def _shown(report: Listed, words: Words) -> ReportShown:
    counts = "; ".join(
        words.say("count", label=one.label, number=one.number, out_of=one.out_of)
        for one in report.counts
    )
    return ReportShown(
        plan=report.title,
        kind=words.say(f"kind_{report.kind}"),
        audience=words.say(f"audience_{report.audience}"),
        counts=counts or words.say("counts_unknown"),
        files=tuple(_file(report, one, words) for one in report.files),
    )


def _file(report: Listed, file: tuple[str, str, int], words: Words) -> FileShown:
    form, name, size = file
    shown, kilobytes = words.say(form), -(-size // _KILO)
    named = words.say(
        "file_named",
        format=shown,
        size=kilobytes,
        plan=report.title,
        kind=words.say(f"kind_{report.kind}"),
        audience=words.say(f"audience_{report.audience}"),
        term=_term_in_words(report.term),
    )
    return FileShown(quote(name), words.say("file", format=shown, size=kilobytes), named)
