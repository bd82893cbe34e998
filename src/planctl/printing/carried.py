"""What a report carries: its sources, what was found and had changed, and the record of it all.

A report is printed from what it carries, and from nothing else; so it can be printed again.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from planctl.audit.assurance_told import ASSURANCE, assurance_in
from planctl.audit.manifest import Manifest, PlanRecord
from planctl.errors import ExitCode, PlanctlError
from planctl.findings import Finding
from planctl.fingerprint import canonical
from planctl.loading import load_plan, load_programme
from planctl.model import Period, Plan, Programme, within
from planctl.printing.abroad_carried import ABROAD, abroad_in
from planctl.printing.head_carried import HEAD, head_in, places_in, term_in
from planctl.printing.places import lines_in
from planctl.printing.told import CHANGES, FINDINGS, changes_in, findings_in
from planctl.report import ReportRequest, SourceFile
from planctl.report.occasion import occasion
from planctl.report.pictures import read_picture
from planctl.report.programme_members import PlanGiven, ProgrammeHead
from planctl.report.request import Audience, ReportKind
from planctl.report.theme import Theme
from planctl.report.words import ENGLISH
from planctl.source import Document, read

THEME: Final = "theme.json"
TEMPLATES: Final = "templates/"
"""What stands before the names of own templates."""

Given = tuple[Plan, ReportRequest, tuple[Finding, ...], tuple[SourceFile, ...]]
"""All that a report on one plan is made from."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A plan with what it takes from its programme, as both travel in a report for officers."""

    name: str
    plan: Plan
    document: Document
    programme: Programme | None
    shared: Document | None
    as_of: date

    def files(self) -> Iterator[tuple[Document, Plan | Programme]]:
        """The files with what they hold, the plan's own first."""
        yield self.document, self.plan
        if self.shared is not None and self.programme is not None:
            yield self.shared, self.programme


class UnusableSourceError(PlanctlError):
    """A file of a report from which the report cannot be made again."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} inside the report cannot be used: {reason}.")


@dataclass(frozen=True, slots=True)
class Carried:
    """The record of a report's making, and the files that travel with it, by their names."""

    manifest: Manifest
    files: Mapping[str, bytes]

    @property
    def is_programme(self) -> bool:
        """Whether the report is one over several plans."""
        return HEAD in self.files

    def given(self) -> tuple[Given, ...]:
        """What the report on each plan is made from. Raises UnusableSourceError."""
        manifest = self.manifest
        findings = self._told(FINDINGS, findings_in)
        changes = self._told(CHANGES, changes_in)
        assured = self._told(ASSURANCE, assurance_in) if ASSURANCE in self.files else {}
        abroad = self._told(ABROAD, abroad_in) if ABROAD in self.files else {}
        given = []
        for one in manifest.plans:
            whole = self._joined(one)
            plan = whole.plan
            request = ReportRequest(
                term=_period(plan, one.term, one.source),
                as_of=_day(one),
                audience=_choice(Audience, manifest.audience),
                kind=_choice(ReportKind, manifest.kind),
                since=changes.get(one.source),
                year=_period(plan, one.year, one.source) if one.year else None,
                theme=self._own_theme(),
                assurance=assured.get(one.source),
                places=lines_in(whole.document, plan),
                abroad=abroad.get(one.source, {}),
            )
            given.append((plan, request, findings.get(one.source, ()), self._sources(one)))
        return tuple(given)

    def programme_given(self) -> tuple[ProgrammeHead, tuple[PlanGiven, ...]]:
        """What a report over several plans is made from. Raises UnusableSourceError."""
        given = self.given()
        places = self._told(HEAD, places_in)
        plans = tuple(
            PlanGiven(
                occasion(plan, _plain(request), ENGLISH, findings),
                sources,
                places.get(one.source, ""),
            )
            for one, (plan, request, findings, sources) in zip(
                self.manifest.plans, given, strict=True
            )
        )
        term = self._told(HEAD, term_in)
        found = (one[0].timeline.period(term) for one in given)
        period = next(filter(None, found), None)
        if period is None:
            raise UnusableSourceError(HEAD, f"{term} is no period of its plans")
        audience = _choice(Audience, self.manifest.audience)

        def read_head(content: bytes) -> ProgrammeHead:
            return head_in(content, period, audience, self._own_theme())

        return self._told(HEAD, read_head), plans

    @contextmanager
    def templates(self) -> Iterator[tuple[Path, ...]]:
        """The folder of the own templates that the report carries, while the context is open."""
        own = {name: text for name, text in self.files.items() if name.startswith(TEMPLATES)}
        if not own:
            yield ()
            return
        with TemporaryDirectory(prefix="planctl-") as folder:
            for name, text in own.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text)
            yield (Path(folder, TEMPLATES),)

    def joined(self) -> tuple[Joined, ...]:
        """Each plan with what it takes from its programme. Raises UnusableSourceError."""
        return tuple(map(self._joined, self.manifest.plans))

    def _joined(self, one: PlanRecord) -> Joined:
        programme = shared = None
        if one.programme and self.manifest.edition is None:
            shared = read(self._content(one.programme), one.programme)
            programme = _programme(shared)
        document = read(self._content(one.source), one.source)
        loaded = load_plan(document, one.id, programme)
        if loaded.record is None:
            raise UnusableSourceError(one.source, _first(loaded.findings))
        plan = within(loaded.record, programme)
        return Joined(one.source, plan, document, programme, shared, _day(one))

    def _sources(self, one: PlanRecord) -> tuple[SourceFile, ...]:
        known = {source.name: source for source in self.manifest.sources}
        names = (one.source, one.programme) if one.programme else (one.source,)
        return tuple(
            SourceFile(name, known[name].sha256, known[name].lines)
            for name in names
            if name in known
        )

    def _own_theme(self) -> Theme:
        found: Theme = self._told(THEME, self._theme) if THEME in self.files else Theme()
        return found

    def _theme(self, content: bytes) -> Theme:
        written = json.loads(content)
        logo = read_picture(b64decode(written.pop("logo"))) if written.get("logo") else None
        written.pop("logo", None)
        if isinstance(logo, str):
            raise UnusableSourceError(THEME, logo)
        return Theme(**written, logo=logo)

    def _told(self, name: str, reader: Any) -> Any:
        content = self._content(name)
        try:
            return reader(content)
        except (
            ArithmeticError,
            AttributeError,
            KeyError,
            RecursionError,
            TypeError,
            ValueError,
        ) as error:
            raise UnusableSourceError(name, "it is not as planctl writes it") from error

    def _content(self, name: str) -> bytes:
        if name not in self.files:
            raise UnusableSourceError(name, "it is not there")
        return self.files[name]


def _programme(document: Document) -> Programme:
    loaded = load_programme(document)
    if loaded.record is None:
        raise UnusableSourceError(document.file, _first(loaded.findings))
    return loaded.record


def _plain(request: ReportRequest) -> ReportRequest:
    """What is asked of one plan among several: the look is that of the whole."""
    return ReportRequest(
        request.term,
        request.as_of,
        request.audience,
        request.kind,
        assurance=request.assurance,
        places=request.places,
    )


def theme_content(theme: Theme) -> bytes:
    """The theme as a file of the report, its logo in letters."""
    return canonical({
        "name": theme.name,
        "accent": theme.accent,
        "heading": theme.heading,
        "link": theme.link,
        "footer": theme.footer,
        "logo": b64encode(theme.logo.content).decode() if theme.logo else "",
    })  # fmt: skip


def _first(findings: tuple[Finding, ...]) -> str:
    return findings[0].message if findings else "it holds no plan"


def _period(plan: Plan, written: str, name: str) -> Period:
    found = plan.timeline.period(written)
    if found is None:
        raise UnusableSourceError(name, f"{written} is no period of its plan")
    return found


def _day(one: PlanRecord) -> date:
    try:
        return date.fromisoformat(one.as_of)
    except ValueError as error:
        raise UnusableSourceError(one.source, f"{one.as_of!r} is not a day") from error


def _choice(choices: type[Any], written: str) -> Any:
    try:
        return choices(written)
    except ValueError as error:
        raise UnusableSourceError("manifest.json", f"{written!r} is not known") from error
