"""What a report is to carry, gathered from the workspace that it is made in."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from planctl.audit.assurance_told import ASSURANCE, assurance_content
from planctl.audit.chain import file_of
from planctl.audit.manifest import (
    ComparedRecord,
    CountRecord,
    FileRecord,
    Manifest,
    PlanRecord,
    SealRecord,
    SourceRecord,
    ValuesRecord,
)
from planctl.findings import Finding
from planctl.model import Plan, rows
from planctl.model.plain import plain_fields
from planctl.printing.abroad_carried import ABROAD, abroad_content
from planctl.printing.carried import TEMPLATES, THEME, Carried, theme_content
from planctl.printing.declared import declaring_sources, edition_record
from planctl.printing.head_carried import HEAD, head_content
from planctl.printing.press import Press
from planctl.printing.programme import ProgrammePress
from planctl.printing.proof import AnyContext, Proven, context_of, printed
from planctl.printing.provenance import SourceRead, source_records
from planctl.printing.told import CHANGES, FINDINGS, changes_content, findings_content
from planctl.printing.toolchain import fonts_shipped, made_with, templates_shipped
from planctl.report import ReportRequest, SourceFile
from planctl.report.html import own_templates
from planctl.report.programme_front import ProgrammeFront
from planctl.report.request import Audience
from planctl.report.theme import Theme
from planctl.source import Layout, Value, in_lines
from planctl.workspace.places import SEALS

_MIMES: Final = MappingProxyType({
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".json": "application/json",
    ".html": "text/html",
    ".css": "text/css",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Subject:
    """One plan of a report: its press, what that gives, and what its files are called."""

    press: Press
    plan: Plan
    request: ReportRequest
    findings: tuple[Finding, ...]
    names: tuple[str, ...]

    @property
    def source(self) -> str:
        """The plan's own file."""
        return self.names[0]

    @property
    def read(self) -> Iterator[SourceRead]:
        """The files with their bytes."""
        for name, document in zip(self.names, self.press.files(), strict=True):
            yield SourceRead.of(document, name)


def proven(press: Press | ProgrammePress, folders: tuple[Path, ...] = ()) -> Proven:
    """The report with its proof; folders of own templates come before the shipped ones.

    Raises RenderError and what a press does.
    """
    subjects = _subjects(press)
    files = _files(press, subjects)
    draft = Carried(_manifest(press, subjects, files), files)
    context = context_of(draft)
    name = "programme.html" if draft.is_programme else "report.html"
    own = own_templates(name, context, folders)
    files |= {f"{TEMPLATES}{name}": text for name, text in own.items()}
    manifest = draft.manifest.model_copy(
        update={"files": _file_records(files), "values": values_of(draft, context)}
    )
    return printed(Carried(manifest.coded(), files), folders, context)


def sources_of(press: Press | ProgrammePress) -> tuple[SourceRecord, ...]:
    """What is said of the files that the press is made from."""
    return _sources(press, _subjects(press))


def _subjects(press: Press | ProgrammePress) -> tuple[_Subject, ...]:
    if isinstance(press, Press):
        plan, request, findings, sources = press.given()
        return (_Subject(press, plan, request, findings, _names(sources)),)
    _, plans = press.given()
    return tuple(
        _Subject(one, given.report.plan, given.report.request, given.report.findings,
                 _names(given.sources))
        for one, given in zip(press.presses, plans, strict=True)
    )  # fmt: skip


def _names(sources: Iterable[SourceFile]) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", source.name) for source in sources)


def _sources(
    press: Press | ProgrammePress, subjects: tuple[_Subject, ...]
) -> tuple[SourceRecord, ...]:
    """Each file once, though plans may share a programme."""
    read = (source_records(one.press.group.root, one.read) for one in subjects)
    found = {record.name: record for records in read for record in records}
    for record in declaring_sources(press):
        found.setdefault(record.name, record)
    return tuple(found.values())


def _files(press: Press | ProgrammePress, subjects: tuple[_Subject, ...]) -> dict[str, bytes]:
    """What travels in the report but its record and templates."""
    files: dict[str, bytes] = {}
    for one in subjects:
        if press.audience is Audience.OFFICER:
            files |= {read.name: read.content for read in one.read}
        else:
            files[one.source] = edition_content(one.plan)
    told = {one.source: one.findings for one in subjects}
    since = {one.source: one.request.since for one in subjects if one.request.since}
    files[FINDINGS] = findings_content(told, press.audience)
    files[CHANGES] = changes_content(since, press.audience)
    assured = {one.source: one.request.assurance for one in subjects if one.request.assurance}
    if assured:
        files[ASSURANCE] = assurance_content(assured)
    if abroad := {one.source: one.request.abroad for one in subjects if one.request.abroad}:
        files[ABROAD] = abroad_content(abroad)
    theme = subjects[0].request.theme
    if isinstance(press, ProgrammePress):
        head, plans = press.given()
        places = {one.source: given.workspace for one, given in zip(subjects, plans, strict=True)}
        files[HEAD] = head_content(head, places)
        theme = head.theme
    if theme != Theme():
        files[THEME] = theme_content(theme)
    return files


def _manifest(
    press: Press | ProgrammePress, subjects: tuple[_Subject, ...], files: Mapping[str, bytes]
) -> Manifest:
    return Manifest(
        kind=press.kind.value,
        audience=press.audience.value,
        plans=tuple(map(_plan_record, subjects)),
        sources=_sources(press, subjects),
        compared=tuple(
            ComparedRecord(
                plan=one.source, name=since.name, on=since.on.isoformat(),
                commit=since.commit or None,
            )
            for one in subjects
            if (since := one.request.since)
        ),
        edition=edition_record(press),
        files=_file_records(files),
        templates=templates_shipped(),
        fonts=fonts_shipped(),
        made_with=made_with(),
        seal=_seal(press),
        values=(),
    )  # fmt: skip


def _plan_record(one: _Subject) -> PlanRecord:
    note = one.plan.reports.get(one.request.term)
    return PlanRecord(
        id=one.plan.id,
        title=one.plan.title,
        source=one.source,
        programme=one.names[1] if len(one.names) > 1 else None,
        term=str(one.request.term),
        as_of=one.request.as_of.isoformat(),
        cut_off=note.cut_off.isoformat() if note and note.cut_off else None,
        year=str(one.request.year) if one.request.year else None,
    )


def _seal(press: Press | ProgrammePress) -> SealRecord | None:
    """The last seal of the term that speaks of a plan; None where its term is open for one."""
    if isinstance(press, ProgrammePress) and not press.is_closed:
        return None
    term, presses = str(press.term), (press,) if isinstance(press, Press) else press.presses
    ids = {one.plan.id for one in presses}
    of_term = press.group.seals.of(term)
    spoken = [(at, seal) for at, seal in enumerate(of_term) if ids & set(seal.plans)]
    if not spoken:
        return None
    at, seal = spoken[-1]
    return SealRecord(name=f"{SEALS}/{file_of(term, at)}", sha256=seal.sha256)


def edition_content(plan: Plan) -> bytes:
    """The plan as canonical YAML: read again, it is the same plan."""
    return f"{in_lines(_texts(plain_fields(plan)), 0, Layout())}\n".encode()


def _texts(found: Any) -> Value:
    match found:
        case dict():
            return {name: _texts(value) for name, value in found.items()}
        case list():
            return [_texts(value) for value in found]
        case bool():
            return "true" if found else "false"
        case None:
            return None
        case _:
            return str(found)


def _file_records(files: Mapping[str, bytes]) -> tuple[FileRecord, ...]:
    return tuple(
        FileRecord(
            name=name,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            mime=_MIMES.get(Path(name).suffix.lower(), "application/octet-stream"),
            relationship=_relationship(name),
        )
        for name, content in sorted(files.items())
    )


def _relationship(name: str) -> Literal["Source", "Data"]:
    return "Data" if name in {FINDINGS, CHANGES} else "Source"


def values_of(carried: Carried, context: AnyContext) -> tuple[ValuesRecord, ...]:
    """The figures of the first page, and every rating of each plan as its readers see it.

    The figures of a report over several plans stand with the first of them.
    """
    front = context.front
    told = front.counts if isinstance(front, ProgrammeFront) else front.standing.counts
    counts = tuple(CountRecord(key=one.key, number=one.number, of=one.of) for one in told)
    return tuple(
        ValuesRecord(plan=one.source, counts=() if number else counts, ratings=_ratings(given[0]))
        for number, (one, given) in enumerate(
            zip(carried.manifest.plans, carried.given(), strict=True)
        )
    )


def _ratings(plan: Plan) -> dict[str, dict[str, str]]:
    ratings: dict[str, dict[str, str]] = {}
    for row in rows(plan):
        told = {
            str(term): update.rating
            for term, update in row.action.updates.items()
            if update.rating is not None
        }
        if told:
            ratings[_key(row.label, ratings)] = told
    return ratings


def _key(label: str, taken: Mapping[str, Any]) -> str:
    """The label, numbered where it is another row's too."""
    names = (label, *(f"{label} ({number})" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
