"""One plan on its way to paper: its audience's edition, what is found, what has changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from planctl.audit import Reader, edition_for, finding_told
from planctl.findings import Finding, Waiver
from planctl.model import Period, Plan
from planctl.progress import term_asked
from planctl.report import ReportRequest, SourceFile, build_context
from planctl.report import render_html as html_of
from planctl.report.asking import Question, asked_of
from planctl.report.occasion import occasion
from planctl.report.request import Audience, Since
from planctl.report.words import ENGLISH
from planctl.rules import CATALOGUE, CheckRun, Policy, usual
from planctl.settings.choices import Profile
from planctl.source import Document
from planctl.workspace import Group, check_run
from planctl.workspace.earlier_version import EarlierVersions, Occurrence

_USUAL: Final = usual(CATALOGUE, Profile.ANALYST)
_READERS: Final = MappingProxyType({
    Audience.OFFICER: Reader.OFFICER,
    Audience.PUBLIC: Reader.PUBLIC,
})  # fmt: skip
"""How much those may see who are not members."""
_QUOTING: Final = MappingProxyType(
    {rule.code: rule.summary for rule in CATALOGUE if rule.needs_earlier}
)
"""What is said to the public in place of messages that may quote an earlier version."""


@dataclass(frozen=True, slots=True)
class Press:
    """One plan on its way to paper: the term, the day it is judged on, and what is found then.

    No setting leaves a finding out of a report. `since` gives what has changed from the version
    that the plan is held against, when it is wanted. What the audience may not see is not printed.
    """

    group: Group
    plan: Plan
    document: Document
    term: Period
    as_of: date
    run: CheckRun
    since: Callable[[], Since | None]
    audience: Audience = Audience.OFFICER

    @classmethod
    def presses(
        cls,
        group: Group,
        term: str,
        as_of: date | None,
        since: str = "",
        audience: Audience = Audience.OFFICER,
    ) -> Iterator[Self]:
        """One for each plan of the group that loads; by default judged on the term's last day.

        `since` names a term or a revision to hold the plans against; by default that is the last
        version by the end of the term before. Raises GitMissingError, NoRevisionError for one that
        is not there, WrongValueError.
        """
        today = date.today()  # noqa: DTZ011 - the user's own day
        runs: dict[date, CheckRun] = {}
        earlier = EarlierVersions(group, since, _reader(audience))
        for path, loaded in zip(group.asked, group.plans, strict=True) if group.is_sound else ():
            if loaded.record is None:
                continue
            plan = group.joined(loaded.record)
            asked = term_asked(term, plan.timeline, as_of or today)
            day = as_of or plan.timeline.ends(asked) or today
            if day not in runs:
                runs[day] = check_run([group], Policy(_USUAL), day)
            reported = earlier.reported(plan.timeline, asked, day)
            occurrence = Occurrence(asked, day, reported) if reported else None
            changed = partial(earlier.since, path, plan, occurrence)
            yield cls(group, plan, loaded.document, asked, day, runs[day], changed, audience)

    def html(self, templates: tuple[Path, ...] = ()) -> str:
        """The report; folders of own templates come before the shipped ones."""
        edition = edition_for(self.plan, _reader(self.audience))
        findings = tuple(
            finding_told(one, edition, _QUOTING.get(one.code, "")) for one in self._findings()
        )
        context = build_context(edition.plan, self._request(), findings, self._sources())
        return html_of(context, templates)

    def questions(self) -> tuple[Question, ...]:
        """What members may ask, as the report has it."""
        return asked_of(occasion(self.plan, self._request(), ENGLISH, self._findings()))

    def _request(self) -> ReportRequest:
        return ReportRequest(self.term, self.as_of, self.audience, since=self.since())

    def _files(self) -> tuple[Document, ...]:
        programme = self.group.programme
        return (self.document, programme.document) if programme else (self.document,)

    def _findings(self) -> tuple[Finding, ...]:
        names = {document.file: self._name(document) for document in self._files()}
        return tuple(
            replace(finding, file=names[finding.file], waiver=self._placed(finding.waiver))
            for finding in self.run.findings
            if finding.file in names
        )

    def _sources(self) -> tuple[SourceFile, ...]:
        return tuple(
            SourceFile(self._name(document), document.sha256, document.lines.count)
            for document in self._files()
        )

    def _placed(self, waiver: Waiver | None) -> Waiver | None:
        """The waiver, its place as seen from the workspace."""
        if waiver is None:
            return None
        file, _, line = waiver.where.rpartition(":")
        return replace(waiver, where=f"{self._seen(file)}:{line}")

    def _name(self, document: Document) -> str:
        """The file as seen from its workspace: a report does not depend on where it was made."""
        return self._seen(document.file)

    def _seen(self, file: str) -> str:
        path = Path(file).resolve()
        inside = path.is_relative_to(self.group.root)
        return path.relative_to(self.group.root).as_posix() if inside else path.name


def _reader(audience: Audience) -> Reader:
    return _READERS.get(audience, Reader.MEMBER)
