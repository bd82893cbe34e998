"""The public functions: a plan from Python, loaded, checked and reported."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from planctl.audit import Reader, edition_for, finding_told
from planctl.console import concise_line
from planctl.diff import Change, Version
from planctl.diff import compare as compare_versions
from planctl.errors import ExitCode, NoPlansError, PlanctlError, SeveralPlansError
from planctl.findings import Finding, Waiver
from planctl.loading import load_plan
from planctl.model import Period, Plan, Programme, within
from planctl.progress import term_asked
from planctl.report import ReportRequest, SourceFile, build_context
from planctl.report import render_html as html_of
from planctl.report import render_pdf as pdf_of
from planctl.report.asking import Question, asked_of
from planctl.report.occasion import occasion
from planctl.report.request import Audience, Since
from planctl.report.words import ENGLISH
from planctl.rules import CATALOGUE, CheckRun, Policy, Rule, usual
from planctl.settings.choices import Profile
from planctl.source import Document, read, write_atomic
from planctl.workspace import Group, check_run, groups
from planctl.workspace.earlier_version import EarlierVersions, Occurrence

USUAL: Final = usual(CATALOGUE, Profile.ANALYST)
"""The rules that run where none is chosen."""

_READERS: Final = MappingProxyType({
    Audience.OFFICER: Reader.OFFICER,
    Audience.PUBLIC: Reader.PUBLIC,
})  # fmt: skip
"""How much those may see who are not members."""
_QUOTING: Final = MappingProxyType(
    {rule.code: rule.summary for rule in CATALOGUE if rule.needs_earlier}
)
"""What is said to the public in place of messages that may quote an earlier version."""

AnyPath = str | PathLike[str]


class UnsoundPlanError(PlanctlError):
    """A plan that cannot be loaded; `findings` say why."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(concise_line(finding) for finding in findings))
        self.findings = findings


def load(path: AnyPath) -> Plan:
    """The plan in the file, with what it takes from its programme.

    Raises UnsoundPlanError; NoPlansError, SeveralPlansError, PathNotFoundError, UnreadableError for
    a path that is not one plan's.
    """
    group = _only(path)
    for plan in group.sound_plans():
        return plan
    raise UnsoundPlanError(group.broken())


def loads(text: str, programme: Programme | None = None) -> Plan:
    """The plan that the text holds, with what it takes from the programme, if one is given.

    Raises UnsoundPlanError.
    """
    # Half of a surrogate pair is no text; reading says so with its place.
    document = read(text.encode("utf-8", "surrogatepass"), "text")
    loaded = load_plan(document, str(document.value(("id",))), programme)
    if loaded.record is None:
        raise UnsoundPlanError(loaded.findings)
    return within(loaded.record, programme)


def check(
    path: AnyPath, *, as_of: date | None = None, rules: tuple[Rule, ...] = USUAL
) -> tuple[Finding, ...]:
    """What is wrong in the plans at the path, a file or a folder; judged as of today by default."""
    day = as_of or date.today()  # noqa: DTZ011 - the local day
    return check_run(groups([Path(path)]), Policy(rules), day).findings


def compare(old: Plan, new: Plan, *, as_of: tuple[date, date] | None = None) -> tuple[Change, ...]:
    """What changed from the old version of a plan to the new one, the weightiest first.

    `as_of` are the days on which the two are judged, for what is late or overdue on one of them;
    today for both by default. `apply(compare(old, new), old)` says the same as `new`.
    """
    today = date.today()  # noqa: DTZ011 - the local day
    then, now = as_of or (today, today)
    return compare_versions(Version(old, old, then), Version(new, new, now))


def render_html(path: AnyPath, *, term: str = "last", as_of: date | None = None) -> str:
    """The term's delivery report on the plan in the file, as one HTML page.

    Without `as_of` it is judged as on the term's last day. Raises UnsoundPlanError,
    WrongValueError.
    """
    return _press(path, term, as_of).html()


def write_pdf(
    path: AnyPath, target: AnyPath, *, term: str = "last", as_of: date | None = None
) -> None:
    """Writes the same report as a tagged PDF. Raises besides: MissingLibraryError, RenderError."""
    write_atomic(Path(target), pdf_of(_press(path, term, as_of).html()))


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
                runs[day] = check_run([group], Policy(USUAL), day)
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


def _press(path: AnyPath, term: str, as_of: date | None) -> Press:
    group = _only(path)
    for press in Press.presses(group, term, as_of):
        return press
    raise UnsoundPlanError(group.broken())


def _only(path: AnyPath) -> Group:
    """The group of the one plan at the path."""
    found = [group for group in groups([Path(path)]) if group.asked]
    files = tuple(file for group in found for file in group.asked)
    if not files:
        raise NoPlansError(Path(path))
    if len(files) > 1:
        raise SeveralPlansError(Path(path), files)
    return found[0]
