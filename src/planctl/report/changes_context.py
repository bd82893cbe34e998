"""Everything that the page of a comparison is given: finished words and figures, part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl import __version__
from planctl.diff import Change, Compared, Direction, Level, SideShown
from planctl.findings import Finding
from planctl.report.changes_beside import PlanBeside, pointers_to, side_by_side
from planctl.report.changes_log import WorryLog, changelog
from planctl.report.changes_told import told_in_order
from planctl.report.changes_verdict import verdict
from planctl.report.changes_words import CHANGE_WORDS
from planctl.report.front import Fact
from planctl.report.palette import style_colours
from planctl.report.phrases import long_date
from planctl.report.tables import Cell, RowGroup, Table, TableRow, plain, shared_out
from planctl.report.words import Words

_FIGURES: Final = ("audit", "warning", "info", "worse", "better")
_PLAN_WIDTH: Final = 60
_FIGURE_WIDTH: Final = 24


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that kept a file from being read: where, what, and what to do."""

    where: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """One comparison, ready to be set: text and numbers alone, all sums done."""

    language: str
    title: str
    heading: str
    stamp: str
    made_by: str
    colours: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    sides: tuple[Fact, ...]
    unread: tuple[Unread, ...]
    unread_note: str
    verdict: str
    waivers: str
    summary: Table | None
    summary_note: str
    log: tuple[WorryLog, ...]
    beside: tuple[PlanBeside, ...]
    foot: str


def changes_page(compared: Compared, words: Words = CHANGE_WORDS) -> ChangesPage:
    """The comparison in words."""
    told = told_in_order(compared.changes)
    beside = side_by_side(told, words)
    names = {"old": compared.old.name, "new": compared.new.name}
    title = words.say("changes_title", **names)
    complete = compared.is_complete
    made = words.say("made_with_version", version=__version__)
    return ChangesPage(
        language=words.language,
        title=title if complete else words.say("changes_title_incomplete", **names),
        heading=title,
        stamp=f"{compared.new.on.isoformat()}T00:00:00Z",
        made_by=f"planctl {__version__}",
        colours=style_colours(),
        words=MappingProxyType(dict(_labels(words))),
        sides=_sides(compared, words),
        unread=tuple(_unread(finding, words) for finding in compared.unread),
        unread_note="" if complete else _unread_note(compared, words),
        verdict=verdict(compared, words),
        waivers=words.count("waivers_came", compared.new_waivers) if compared.new_waivers else "",
        summary=_summary(compared, words),
        summary_note=_summary_note(compared, words),
        log=changelog(told, pointers_to(beside), words) if told else (),
        beside=beside,
        foot=words.say("changes_foot", title=title, made=made),
    )


def _labels(words: Words) -> list[tuple[str, str]]:
    """The words that templates set themselves."""
    shown = "shown_"
    return [
        (key.removeprefix(shown), text)
        for key, text in words.texts.items()
        if key.startswith(shown)
    ]


def _sides(compared: Compared, words: Words) -> tuple[Fact, ...]:
    return (
        Fact("before", words.say("shown_before"), _side(compared.old, words)),
        Fact("now", words.say("shown_now"), _side(compared.new, words)),
        Fact("plans", words.say("plans_compared"), words.count("plans_looked_at", compared.plans)),
    )


def _side(side: SideShown, words: Words) -> str:
    day = long_date(side.on, words)
    if side.commit and side.commit != side.name:
        return words.say("side_commit", name=side.name, day=day, commit=side.commit)
    return words.say("side_shown", name=side.name, day=day)


def _unread_note(compared: Compared, words: Words) -> str:
    return words.count("unread_so", len({finding.file for finding in compared.unread}))


def _unread(finding: Finding, words: Words) -> Unread:
    where = finding.file
    if finding.span:
        where = words.say("unread_at", file=where, line=str(finding.span.line))
    return Unread(where, finding.message, finding.help)


def _summary(compared: Compared, words: Words) -> Table | None:
    """How many changes of each plan weigh what, with a total where there are several plans."""
    by_plan: dict[str, list[Change]] = {}
    for change in compared.told:
        by_plan.setdefault(change.plan, []).append(change)
    if not by_plan:
        return None
    heads = (("plan", _PLAN_WIDTH), *((figure, _FIGURE_WIDTH) for figure in _FIGURES))
    several = words.say("several_plans")
    rows = tuple(TableRow(_figures(plan or several, changes)) for plan, changes in by_plan.items())
    return Table(
        key="summary",
        caption=words.table(1, words.say("summary_caption")),
        columns=shared_out([(key, words.say(f"column_{key}"), width) for key, width in heads]),
        groups=(RowGroup(rows),),
        total=_figures(several, compared.told) if len(rows) > 1 else (),
    )


def _figures(name: str, changes: Sequence[Change]) -> tuple[Cell, ...]:
    levels = [sum(change.level is level for change in changes) for level in Level]
    leanings = [
        sum(change.direction is direction for change in changes)
        for direction in (Direction.WORSE, Direction.BETTER)
    ]
    return (plain(name), *(plain(f"{number:,}") for number in (*levels, *leanings)))


def _summary_note(compared: Compared, words: Words) -> str:
    waived = len(compared.changes) - len(compared.told)
    note = words.say("summary_note")
    return f"{note} {words.count('summary_waived', waived)}" if waived else note
