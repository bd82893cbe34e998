"""The pages of an imported history: what papers did not tell, and each whole comparison."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.console import render_changes_markdown
from planctl.console.changes_inert import inert
from planctl.console.terminal import printable
from planctl.diff import Compared
from planctl.report import render_changes_html
from planctl.report.html import rendered
from planctl.report.palette import style_colours
from planctl.transfer.history import Step
from planctl.transfer.history_page import HistoryPage, PaperShown, StepShown, files_of, in_markdown

_TEMPLATE: Final = "history.html"
_WORDS: Final[Mapping[str, object]] = MappingProxyType({
    "skip": "Skip to the page",
    "band": "An imported history",
    "papers": "The papers",
    "heads": ("No.", "Term", "Paper", "Judged on", "Actions", "Ratings", "Comments"),
    "decide": "needs a decision",
    "question": "To ask",
    "whole": "All that changed, also what the papers do tell",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    """What the template is given."""

    language: str
    title: str
    heading: str
    plan: str
    verdict: str
    stamp: str
    made_by: str
    colours: tuple[tuple[str, str], ...]
    words: Mapping[str, object]
    papers: tuple[PaperShown, ...]
    steps: tuple[StepShown, ...]
    notes: tuple[str, ...]
    foot: str


def pages(page: HistoryPage, every: tuple[Step, ...], name: str) -> dict[str, str]:
    """The texts of all pages by their places in the folder; `name` is that of the first page."""
    return {
        f"{name}.md": in_markdown(page, inert),
        f"{name}.html": in_html(page),
        **dict(_comparisons(every)),
    }


def in_html(page: HistoryPage) -> str:
    """The page as self-contained HTML."""
    given = _Page(
        language="en-GB",
        title=f"{page.heading}: {printable(page.plan)}",
        heading=page.heading,
        plan=printable(page.plan),
        verdict=page.verdict,
        stamp=f"{page.day}T00:00:00Z",
        made_by=page.made_by,
        colours=style_colours(),
        words=_WORDS,
        papers=page.papers,
        steps=page.steps,
        notes=page.notes,
        foot=f"{page.heading}. Made by {page.made_by} from the papers alone.",
    )
    return printable_page(rendered(_TEMPLATE, (), page=given))


def printable_page(text: str) -> str:
    """The page without what turns or hides the text around it; its lines stay."""
    return "\n".join(map(printable, text.split("\n")))


def _comparisons(every: tuple[Step, ...]) -> Iterator[tuple[str, str]]:
    for step in every:
        compared = Compared(step.old.side, step.new.side, step.changes, (), 1)
        yield f"{files_of(step)}.md", render_changes_markdown(compared)
        yield f"{files_of(step)}.html", render_changes_html(compared)
