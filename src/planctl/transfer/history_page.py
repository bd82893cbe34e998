"""The page 'What your papers did not tell you', in words and figures, and as Markdown."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from planctl import __version__
from planctl.model import rows
from planctl.model.period import MONTHS
from planctl.transfer.history import Dated, Step
from planctl.transfer.history_silences import Silence, silences

TITLE: Final = "What your papers did not tell you"
_CAVEAT: Final = (
    "planctl has seen these papers and nothing else: a covering report or the minutes may have "
    "told what they leave out. Rows are known again by their words; what is far apart in words is "
    "told as one row that vanished, and another that is new."
)
_NOTHING: Final = "Nothing was found that the later paper leaves out or changes without saying so."
_BY_TERM: Final = (
    "Each paper is judged on the day after its term, unless its own day was given with --dated."
)


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One paper in the table that the page begins with."""

    number: int
    term: str
    name: str
    day: str
    actions: int
    ratings: int
    comments: int


@dataclass(frozen=True, slots=True)
class StepShown:
    """From one paper to the next; `files` is the name of the whole comparison's files."""

    anchor: str
    heading: str
    verdict: str
    silences: tuple[Silence, ...]
    files: str
    changes: int


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The page: text and numbers alone, all sums done."""

    heading: str
    plan: str
    verdict: str
    papers: tuple[PaperShown, ...]
    steps: tuple[StepShown, ...]
    day: str
    notes: tuple[str, ...]
    made_by: str


def history_page(versions: tuple[Dated, ...], every: tuple[Step, ...]) -> HistoryPage:
    """The page for the versions and the steps between them."""
    shown = tuple(_step(step) for step in every)
    return HistoryPage(
        heading=TITLE,
        plan=versions[-1].plan.title,
        verdict=_verdict(one for step in shown for one in step.silences),
        papers=tuple(map(_paper, versions)),
        steps=shown,
        day=versions[-1].on.isoformat(),
        notes=(_CAVEAT, _BY_TERM),
        made_by=f"planctl {__version__}",
    )


def files_of(step: Step) -> str:
    """The name of the files with the whole comparison, without their endings."""
    return f"changes/{step.old.number:02}-{step.new.number:02}"


def in_markdown(page: HistoryPage, inert: Callable[[str], str]) -> str:
    """The page as Markdown. `inert` makes words of a paper harmless there."""
    return "\n\n".join(_markdown(page, inert)) + "\n"


def _markdown(page: HistoryPage, inert: Callable[[str], str]) -> Iterator[str]:
    yield f"# {page.heading}"
    yield f"{inert(page.plan)}. **{page.verdict}**"
    heads = "| | term | paper | judged on | actions | ratings | comments |"
    lines = (
        f"| {one.number} | {one.term} | {inert(one.name)} | {one.day} | {one.actions} "
        f"| {one.ratings} | {one.comments} |"
        for one in page.papers
    )
    yield "\n".join([heads, f"|{'---|' * 7}", *lines])
    for step in page.steps:
        yield f"## {step.heading}"
        yield step.verdict
        for silence in step.silences:
            yield from _section(silence, inert)
        yield (
            f"All of it, also what the papers do tell: [{_of(step.changes, 'change')}]"
            f"({step.files}.md), and as a [web page]({step.files}.html)."
        )
    yield from page.notes
    yield f"Made by {page.made_by}."


def _section(silence: Silence, inert: Callable[[str], str]) -> Iterator[str]:
    mark = ", needs a decision" if silence.needs_decision else ""
    yield f"### {silence.title} ({len(silence.found)}{mark})"
    yield silence.why
    yield "\n".join(
        f"- {inert(_ended(one.message))}" + (f" *{inert(one.question)}*" if one.question else "")
        for one in silence.found
    )


def _ended(message: str) -> str:
    return message if message.endswith((".", ".’")) else f"{message}."


def _paper(version: Dated) -> PaperShown:
    every = [row.action for row in rows(version.alone)]
    told = [update for action in every for update in action.updates.values()]
    return PaperShown(
        version.number, str(version.paper.term), version.paper.path.name, in_words(version.on),
        len(every), sum(bool(one.rating) for one in told), sum(bool(one.comment) for one in told),
    )  # fmt: skip


def _step(step: Step) -> StepShown:
    found = silences(step)
    return StepShown(
        anchor=f"step-{step.new.number}",
        heading=f"{step.old.paper.term} to {step.new.paper.term}",
        verdict=_verdict(found) if found else _NOTHING,
        silences=found,
        files=files_of(step),
        changes=len(step.changes),
    )


def _verdict(found: Iterable[Silence]) -> str:
    """How much the papers left out, and how much of it somebody has to have decided."""
    every = tuple(found)
    number = sum(len(one.found) for one in every)
    deciding = sum(len(one.found) for one in every if one.needs_decision)
    if not number:
        return _NOTHING
    begun = f"{_of(number, 'thing')} left unsaid"
    if not deciding:
        return f"{begun}; none of them needs a decision."
    return f"{begun}; {deciding} {'needs' if deciding == 1 else 'need'} a decision."


def in_words(day: date) -> str:
    """The day as people write it."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def _of(count: int, name: str) -> str:
    return f"{count:,} {name if count == 1 else f'{name}s'}"
