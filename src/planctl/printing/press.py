"""One plan on its way to paper: its audience's edition, what is found, what has changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from planctl.audit import Edition, Reader, edition_for, finding_told
from planctl.audit.assurance import Assurance, assurance
from planctl.audit.assurance_told import assurance_told
from planctl.findings import Finding, Waiver
from planctl.model import Period, Plan
from planctl.printing.judged import Judged, of_term, of_year
from planctl.report import ReportRequest, SourceFile, build_context
from planctl.report import render_html as html_of
from planctl.report.abroad import actions_abroad
from planctl.report.asking import Question, asked_of
from planctl.report.occasion import occasion
from planctl.report.request import Audience, ReportKind, Since
from planctl.report.words import ENGLISH
from planctl.rules import CATALOGUE, CheckRun, Policy, usual
from planctl.settings.choices import Profile
from planctl.source import Document
from planctl.workspace import Group, check_run
from planctl.workspace.declaring import Declaring, declaring
from planctl.workspace.earlier_version import EarlierVersions, Occurrence
from planctl.workspace.theme import theme_of

_USUAL: Final = usual(CATALOGUE, Profile.ANALYST)
_READERS: Final = MappingProxyType({
    Audience.OFFICER: Reader.OFFICER,
    Audience.PUBLIC: Reader.PUBLIC,
})  # fmt: skip
"""How much those may see who are not members."""
_QUOTING: Final = MappingProxyType(
    {rule.code: rule.summary for rule in CATALOGUE if rule.needs_earlier or rule.quotes_earlier}
)
"""What is said to the public in place of messages that may quote an earlier version."""


@dataclass(frozen=True, slots=True)
class Press:
    """One plan on its way to paper: the term, the day it is judged on, and what is found then.

    No setting leaves a finding out of a report. `since` gives what has changed from the version
    that the plan is held against, when it is wanted. What the audience may not see is not printed.
    `year` is that of an annual delivery plan; `declaring` are the files whose persons the public
    may not see.
    """

    group: Group
    plan: Plan
    document: Document
    term: Period
    as_of: date
    run: CheckRun
    since: Callable[[], Since | None]
    audience: Audience = Audience.OFFICER
    kind: ReportKind = ReportKind.DELIVERY
    year: Period | None = None
    declaring: tuple[Declaring, ...] = ()

    @property
    def id(self) -> str:
        """What the report is of, for the name of its file."""
        return self.plan.id

    @property
    def file(self) -> str:
        """The first of the files that it is made from."""
        return self.document.file

    @classmethod
    def presses(  # noqa: PLR0913, PLR0917 - one for each choice of whoever asks for reports
        cls,
        group: Group,
        term: str,
        as_of: date | None,
        since: str = "",
        audience: Audience = Audience.OFFICER,
        kind: ReportKind = ReportKind.DELIVERY,
        year: str = "",
    ) -> Iterator[Self]:
        """One for each plan of the group that loads; by default judged on the term's last day.

        `since` names a term or a revision to hold the plans against; by default that is the last
        version by the end of the term before. `year` is that of an annual delivery plan, by default
        the term's. A scrutiny report is made of plans with recommendations alone. Raises
        GitMissingError, NoRevisionError for one that is not there, WrongValueError.
        """
        today = date.today()  # noqa: DTZ011 - the user's own day

        def choose(plan: Plan) -> Judged | None:
            if not is_told(plan, kind):
                return None
            if kind is ReportKind.ANNUAL:
                return of_year(plan, (year, term), as_of, today)
            return of_term(plan, term, as_of, today)

        reader = reader_of(audience)
        earlier = EarlierVersions(group, since, reader, declaring_for(reader, (group,)))
        return cls.chosen(group, choose, earlier, (audience, kind))

    @classmethod
    def chosen(
        cls,
        group: Group,
        choose: Callable[[Plan], Judged | None],
        earlier: EarlierVersions,
        of_kind: tuple[Audience, ReportKind],
    ) -> Iterator[Self]:
        """One for each plan of the group that loads and for which a term is chosen."""
        audience, kind = of_kind
        runs: dict[date, CheckRun] = {}
        for path, loaded in zip(group.asked, group.plans, strict=True) if group.is_sound else ():
            plan = group.joined(loaded.record) if loaded.record else None
            found = choose(plan) if plan else None
            if plan is None or found is None:
                continue
            if found.on not in runs:
                runs[found.on] = check_run([group], Policy(_USUAL), found.on)
            reported = earlier.reported(plan.timeline, found.term, found.on)
            occurrence = Occurrence(found.term, found.on, reported)
            yield cls(
                group=group,
                plan=plan,
                document=loaded.document,
                term=found.term,
                as_of=found.on,
                run=runs[found.on],
                since=partial(earlier.since, path, plan, occurrence),
                audience=audience,
                kind=kind,
                year=found.year,
                declaring=earlier.declaring,
            )

    def html(self, templates: tuple[Path, ...] = ()) -> str:
        """The report; folders of own templates come before the shipped ones."""
        return html_of(build_context(*self.given()), templates)

    def given(self) -> tuple[Plan, ReportRequest, tuple[Finding, ...], tuple[SourceFile, ...]]:
        """All that the report is made from: from values that are the same comes the same report."""
        plan, findings = self.edition()
        return plan, self._request(), findings, self.sources()

    def edition(self) -> tuple[Plan, tuple[Finding, ...]]:
        """The plan and what is found in it, as the audience may see them."""
        edition = self.seen()
        told = (finding_told(one, edition, _QUOTING.get(one.code, "")) for one in self._findings())
        return edition.plan, tuple(told)

    def seen(self) -> Edition:
        """The edition of the plan that the audience may see; other files by their names here."""
        own = Path(self.file).resolve()
        elsewhere = [one.parties for one in self.declaring if one.path != own]
        return edition_for(self.plan, reader_of(self.audience), elsewhere=elsewhere)

    def named_by(self) -> tuple[Declaring, ...]:
        """The other files that declare persons whom the plan's texts may name."""
        files = {*self.seen().named_by}
        return tuple(one for one in self.declaring if one.parties.file in files)

    def questions(self) -> tuple[Question, ...]:
        """What members may ask, as the report has it."""
        return asked_of(occasion(self.plan, self._request(), ENGLISH, self._findings()))

    def assured(self) -> Assurance:
        """How far a report can be relied on, as the audience may see it."""
        found = assurance(self.plan, self.group.seals, self.term, self._findings())
        return assurance_told(found, self.seen())

    def _request(self) -> ReportRequest:
        asked = ReportRequest(
            self.term, self.as_of, self.audience, self.kind, self.since(), self.year
        )
        told = replace(asked, theme=theme_of(self.group.root), assurance=self.assured())
        edition = self.seen()
        beside = (one for one in self.group.known if one.id != self.plan.id)
        return replace(told, abroad=actions_abroad(edition.plan, beside, edition.said, ENGLISH))

    def files(self) -> tuple[Document, ...]:
        """The files that the report is made from, the plan's own first."""
        programme = self.group.programme
        return (self.document, programme.document) if programme else (self.document,)

    def _findings(self) -> tuple[Finding, ...]:
        names = {document.file: self.name(document) for document in self.files()}
        return tuple(
            replace(finding, file=names[finding.file], waiver=self._placed(finding.waiver))
            for finding in self.run.findings
            if finding.file in names
        )

    def sources(self) -> tuple[SourceFile, ...]:
        """The files with their hashes."""
        return tuple(
            SourceFile(self.name(document), document.sha256, document.lines.count)
            for document in self.files()
        )

    def _placed(self, waiver: Waiver | None) -> Waiver | None:
        """The waiver, its place as seen from the workspace."""
        if waiver is None:
            return None
        file, _, line = waiver.where.rpartition(":")
        return replace(waiver, where=f"{self.seen_from(file)}:{line}")

    def name(self, document: Document) -> str:
        """The file as seen from its workspace: a report does not depend on where it was made."""
        return self.seen_from(document.file)

    def seen_from(self, file: str) -> str:
        """The file as seen from the workspace."""
        path = Path(file).resolve()
        inside = path.is_relative_to(self.group.root)
        return path.relative_to(self.group.root).as_posix() if inside else path.name


def is_told(plan: Plan, kind: ReportKind) -> bool:
    """Whether such a report has anything to say of the plan."""
    return kind is not ReportKind.SCRUTINY or bool(plan.recommendations)


def declaring_for(reader: Reader, found: Iterable[Group]) -> tuple[Declaring, ...]:
    """The files whose persons such a reader may not see."""
    return declaring(found) if reader is Reader.PUBLIC else ()


def reader_of(audience: Audience) -> Reader:
    """How much of a plan such readers may see."""
    return _READERS.get(audience, Reader.MEMBER)
