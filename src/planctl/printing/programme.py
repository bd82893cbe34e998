"""All plans found at a place on their way to one report: the programme's."""

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from planctl.findings import Finding
from planctl.model import DocumentRole, Period, Plan, PlanKind, Programme
from planctl.printing.commanded import plans_named
from planctl.printing.judged import Chooser
from planctl.printing.press import Press, declaring_for, reader_of
from planctl.report.occasion import occasion
from planctl.report.programme_context import build_programme_context, render_programme_html
from planctl.report.programme_members import PlanGiven, ProgrammeHead, Workspace
from planctl.report.request import Audience, ReportKind, ReportRequest
from planctl.report.words import ENGLISH
from planctl.workspace import Group
from planctl.workspace.earlier_version import EarlierVersions
from planctl.workspace.theme import theme_of

_NAMELESS: Final = "programme"


@dataclass(frozen=True, slots=True)
class ProgrammePress:
    """All plans found at a place on their way to one report.

    `term` and `as_of` are those of the plan that is looked at last; each plan is judged on a day of
    its own. `not_running` are the ids of plans that do not run in the term, `asked` is what the
    term was called, with the day where one was given.
    """

    id: str
    groups: tuple[Group, ...]
    presses: tuple[Press, ...]
    asked: tuple[str, date | None]
    audience: Audience
    not_running: tuple[str, ...] = ()
    kind: ReportKind = ReportKind.PROGRAMME

    @property
    def term(self) -> Period:
        """The term of the plan that is looked at last."""
        return self._last.term

    @property
    def as_of(self) -> date:
        """The day on which that plan is judged."""
        return self._last.as_of

    @property
    def file(self) -> str:
        """The first of the files that it is made from."""
        return self.presses[0].file

    @property
    def group(self) -> Group:
        """The first of the workspaces."""
        return self.groups[0]

    @property
    def base(self) -> Path:
        """The folder that holds all plans: the workspace, or what holds the workspaces."""
        return _base(self.groups)

    @property
    def is_closed(self) -> bool:
        """Whether the one term that is reported on is closed for every plan of one workspace."""
        times = {(press.term, press.as_of) for press in self.presses}
        seals, term = self.group.seals, str(self.term)
        are_closed = all(seals.closing(press.plan.id, term) for press in self.presses)
        return len(self.groups) == len(times) == 1 and are_closed

    def html(self, templates: tuple[Path, ...] = ()) -> str:
        """The report; folders of own templates come before the shipped ones."""
        return render_programme_html(build_programme_context(*self.given()), templates)

    def given(self) -> tuple[ProgrammeHead, tuple[PlanGiven, ...]]:
        """All that the report is made from: from values that are the same comes the same report."""
        return self._head(), tuple(self._reported(press) for press in self.presses)

    def basis(self) -> tuple[object, ...]:
        """What the report is made from, each thing once: the same basis, the same report."""
        plans = ((one.report.plan, one.report.request, one.report.findings, one.sources,
                  one.workspace) for one in self.given()[1])  # fmt: skip
        declaring = (one.document.sha256 for press in self.presses for one in press.named_by())
        return (self.id, self._head(), *plans, *declaring)

    @property
    def _last(self) -> Press:
        return max(self.presses, key=lambda press: press.as_of)

    def _head(self) -> ProgrammeHead:
        found = self.groups[0].programme if len(self.groups) == 1 else None
        return ProgrammeHead(
            term=self.term,
            as_of=self.as_of,
            audience=self.audience,
            workspaces=tuple(self._workspace(group) for group in self.groups),
            title=self._told(self.groups[0], found.record.title) if found and found.record else "",
            folder=self.base.name,
            not_running=self.not_running,
            command=self._command(),
            theme=theme_of(self.base),
        )

    def _workspace(self, group: Group) -> Workspace:
        programme = group.programme.record if group.programme else None
        here = [press.plan for press in self.presses if press.group is group]
        known = {plan.id for plan in here} | group.unread | {path.stem for path in group.neighbours}
        known |= {*self.not_running}
        unread = group.unread if group.is_sound else frozenset(path.stem for path in group.asked)
        priorities = programme.priorities if programme else ()
        return Workspace(
            title=self._told(group, programme.title) if programme else group.root.name,
            partnership=self._told(group, programme.partnership or "") if programme else "",
            priorities=priorities,
            absent=tuple(name for name in priorities if name not in known),
            not_asked=tuple(path.stem for path in group.neighbours),
            unread=tuple(path.stem for path in group.asked if path.stem in unread),
            promised=tuple(
                (self._told(group, title), wanted, number)
                for title, wanted, number in (_promised(programme, here) if programme else ())
            ),
            money=_money(programme) if programme else None,
            findings=tuple(self._of_programme(group)),
        )

    def _told(self, group: Group, text: str) -> str:
        """Words of the programme, as the audience may read them: its plans know its persons."""
        for press in self.presses:
            if press.group is group:
                text = press.seen().said(text)
        return text

    def _of_programme(self, group: Group) -> Iterator[Finding]:
        """What is found in the programme's own file, on the day of the first of its plans."""
        press = next((one for one in self.presses if one.group is group), None)
        if press and group.programme:
            own = press.name(group.programme.document)
            yield from (one for one in press.edition()[1] if one.file == own)

    def _reported(self, press: Press) -> PlanGiven:
        plan, findings = press.edition()
        own = press.name(press.document)
        request = ReportRequest(
            press.term, press.as_of, self.audience, self.kind, assurance=press.assured()
        )
        named = self.seen_from(press.document.file)
        told = tuple(replace(one, file=named) for one in findings if one.file == own)
        files = zip(press.sources(), press.files(), strict=True)
        sources = tuple(replace(one, name=self.seen_from(document.file)) for one, document in files)
        seen = self.seen_from(str(press.group.root))
        place = self.base.name if seen == "." else seen
        return PlanGiven(occasion(plan, request, ENGLISH, told), sources, place)

    def _command(self) -> tuple[str, ...]:
        term, as_of = self.asked
        days = {(press.term, press.as_of) for press in self.presses}
        if len(days) == 1:
            term, as_of = str(self.term), self.as_of
        given = ["planctl", "report", *plans_named(self.groups, self.base)]
        given += ["--kind", self.kind.value, "--term", term]
        given += ["--as-of", as_of.isoformat()] if as_of else []
        given += ["--for", self.audience.value]
        return tuple(shlex.quote(part) for part in given)

    def seen_from(self, file: str) -> str:
        """The file or folder as seen from the folder that holds all plans."""
        path = Path(file).resolve()
        return (
            path.relative_to(self.base).as_posix() if path.is_relative_to(self.base) else path.name
        )


def programme_press(
    groups: Sequence[Group],
    term: str,
    as_of: date | None,
    since: str = "",
    audience: Audience = Audience.OFFICER,
) -> ProgrammePress | None:
    """All plans of the groups that load, for one report; None where none of them does.

    It is called by the id of the programme, or else by the folder that holds all. Raises what
    `Press.presses` does; WrongValueError for a term only where no plan runs in it.
    """
    asked = tuple(group for group in groups if group.asked)
    reader = reader_of(audience)
    known = declaring_for(reader, asked)
    chooser = Chooser(asked, term, as_of)
    presses = tuple(
        press
        for group in asked
        for press in _in_order(
            group,
            Press.chosen(
                group,
                chooser,
                EarlierVersions(group, since, reader, known),
                (audience, ReportKind.PROGRAMME),
            ),
        )
    )
    if not presses:
        chooser.complain()
        return None
    not_running = tuple(chooser.refused)
    return ProgrammePress(_id(asked), asked, presses, (term, as_of), audience, not_running)


def _in_order(group: Group, presses: Iterator[Press]) -> list[Press]:
    """As the programme names its priorities, then by file."""
    programme = group.programme.record if group.programme else None
    named = programme.priorities if programme else ()

    def place(press: Press) -> int:
        return named.index(press.plan.id) if press.plan.id in named else len(named)

    return sorted(presses, key=place)


def _id(groups: Sequence[Group]) -> str:
    """The programme's id, else the name of the folder that holds all plans."""
    programme = groups[0].programme if len(groups) == 1 else None
    if programme and programme.record:
        return programme.record.id
    folder = _base(groups).name
    return re.sub(r"[^a-z0-9]+", "-", folder.casefold()).strip("-") or _NAMELESS


def _base(groups: Sequence[Group]) -> Path:
    """The folder of the one workspace, else the one that holds all plans that were asked for."""
    if len(groups) == 1:
        return groups[0].root
    files = (path.parent.resolve() for group in groups for path in group.asked)
    return Path(os.path.commonpath([*files]))


def _promised(programme: Programme, here: Sequence[Plan]) -> Iterator[tuple[str, int, int]]:
    """The plans that the programme's documents promise, where it is another number than is here."""
    number = sum(plan.kind is PlanKind.PRIORITY_ACTION_PLAN for plan in here)
    for document in programme.documents:
        is_plans = document.role is DocumentRole.PRIORITY_ACTION_PLAN
        if is_plans and document.expected and document.expected != number:
            yield document.title or document.id or "", document.expected, number


def _money(programme: Programme) -> Decimal | None:
    lines = [line.amount for line in programme.funding]
    return sum(lines, Decimal(0)) if lines else None
