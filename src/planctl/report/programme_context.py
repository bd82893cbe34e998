"""Everything the template of a programme report is given: finished words and figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from planctl import __version__
from planctl.report.context import Foot, PartShown, labels
from planctl.report.coverage_table import coverage_sections
from planctl.report.feet import foot_line
from planctl.report.html import rendered
from planctl.report.numbers import Numbers
from planctl.report.phrases import long_date, period_name
from planctl.report.programme_asks import decision_sections
from planctl.report.programme_front import (
    ProgrammeFront,
    plans_counted,
    programme_front,
    title_of,
)
from planctl.report.programme_members import Members, PlanGiven, ProgrammeHead, members_of
from planctl.report.programme_plans import plan_sections
from planctl.report.programme_rest import money_sections, off_track_sections, source_sections
from planctl.report.request import ReportKind
from planctl.report.sections import Section
from planctl.report.theme import ThemeShown, theme_shown, themed_colours
from planctl.report.words import ENGLISH, Words

_MAKERS: Final[tuple[tuple[str, Callable[[Members, Numbers], tuple[Section, ...]]], ...]] = (
    ("plans", plan_sections),
    ("decisions", decision_sections),
    ("off_track", off_track_sections),
    ("money", money_sections),
    ("coverage", coverage_sections),
    ("sources", source_sections),
)
"""The parts, in the order of reading."""


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """One part: its anchor, its heading, and what stands in it."""

    key: str
    anchor: str
    heading: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeContext:
    """One report over several plans, ready to be set: text and numbers alone, all sums done.

    `parts` names the style sheet of the programme, `body` holds the parts themselves.
    """

    language: str
    title: str
    stamp: str
    made_by: str
    audience: str
    kind: str
    colours: tuple[tuple[str, str], ...]
    theme: ThemeShown
    words: Mapping[str, str]
    foot: Foot
    parts: tuple[PartShown, ...]
    front: ProgrammeFront
    body: tuple[ProgrammePart, ...]


def build_programme_context(
    head: ProgrammeHead,
    plans: Iterable[PlanGiven],
    words: Words = ENGLISH,
) -> ProgrammeContext:
    """The report of the plans, each as it stands on a day of its own, with its files."""
    members = members_of(head, plans)
    front = programme_front(members, words)
    return ProgrammeContext(
        language=words.language,
        title=words.say("programme_title", title=front.title, term=period_name(head.term, words)),
        stamp=f"{head.as_of.isoformat()}T00:00:00Z",
        made_by=f"planctl {__version__}",
        audience=head.audience.value,
        kind=ReportKind.PROGRAMME.value,
        colours=themed_colours(head.theme),
        theme=theme_shown(head.theme),
        words=MappingProxyType(dict(labels(words))),
        foot=_foot(members, words),
        parts=(PartShown("programme", "front", words.say("label_front")),),
        front=front,
        body=tuple(_body(members, words)),
    )


def render_programme_html(context: ProgrammeContext, templates: tuple[Path, ...] = ()) -> str:
    """The page that the programme's template gives, own templates before the shipped ones.

    RenderError as for a report.
    """
    return rendered("programme.html", templates, report=context)


def _body(members: Members, words: Words) -> Iterator[ProgrammePart]:
    numbers = Numbers(words)
    for key, maker in _MAKERS:
        sections = maker(members, numbers)
        if sections:
            anchor = f"programme-{key.replace('_', '-')}"
            yield ProgrammePart(key, anchor, words.say(f"label_programme_{key}"), sections)


def _foot(members: Members, words: Words) -> Foot:
    others = (
        plans_counted(members, words),
        period_name(members.head.term, words),
        words.say("foot_as_at", day=long_date(members.head.as_of, words)),
    )
    line = foot_line(title_of(members, words), others, words)
    return Foot(line, words.say("page"), words.say("page_of"))
