"""The workspace's waivers.yaml: findings and changes let stand, each by its fingerprint."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Final

from pydantic import Field, StringConstraints, ValidationError

from planctl.diff import BY_NAME
from planctl.errors import SettingsError
from planctl.findings import Finding, Waiver
from planctl.loading import subject_named
from planctl.loading.mistakes import shape_findings
from planctl.model.days import Day
from planctl.model.record import Record
from planctl.model.values import Text
from planctl.rules import CATALOGUE, Ignore, Reason, codes_of
from planctl.source import Document, Value, appended, edited, read, replaced, with_entry
from planctl.source.emit import Layout, in_lines
from planctl.source.nodes import node_at
from planctl.source.tree import tree_of

_EMPTY: Final = "PLN014"
_LIST: Final = "waivers"
_DAYS: Final = frozenset({"until"})
_HEAD: Final = (
    "# Findings that are let stand, and why. `planctl validate --write-waivers REASON` adds to "
    "the list.\n"
)
_ORDER: Final = ("plan", "file", "code", "fingerprint")

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class WaiverEntry(Record):
    """One finding, or one change, that is let stand: its `code` is the rule's code or name.

    `message` says what was found when the entry was written; it is there for whoever reads.
    """

    place: ClassVar[str] = "the waiver"

    code: Text
    plan: Text
    fingerprint: Text
    file: Text | None = None
    message: Text | None = None
    reason: Text | None = None
    by: Text | None = None
    until: Day | None = None


class WaiversRecord(Record):
    """All that the file holds."""

    place: ClassVar[str] = "the file"

    waivers: tuple[WaiverEntry, ...] = Field(default=())


@dataclass(frozen=True, slots=True)
class WaiversFile:
    """What the file became: what it lets stand, unless something is wrong with its form."""

    document: Document
    ignores: tuple[Ignore, ...] = ()
    findings: tuple[Finding, ...] = ()


def waivers_in(document: Document) -> WaiversFile:
    """The waivers that the document holds, or the mistakes that keep all of them from counting."""
    if [finding.code for finding in document.findings] == [_EMPTY]:
        return WaiversFile(document)
    wrong = [subject_named(document, finding) for finding in document.findings]
    if not document.is_readable:
        return WaiversFile(document, findings=tuple(wrong))
    try:
        record = WaiversRecord.model_validate(document.root)
    except ValidationError as error:
        details = error.errors(include_input=False, include_url=False)
        shape = shape_findings(document, WaiversRecord, details)
        wrong += [subject_named(document, finding) for finding in shape]
        return WaiversFile(document, findings=tuple(wrong))
    if wrong:
        return WaiversFile(document, findings=tuple(wrong))
    entries = enumerate(record.waivers)
    return WaiversFile(document, tuple(_ignore(document, number, one) for number, one in entries))


def with_waivers(
    before: WaiversFile | None, path: Path, findings: Iterable[Finding], reason: Reason
) -> tuple[Document | None, Document]:
    """The file as it is, and with an entry for each finding; in order where it has no comments.

    Raises SettingsError for a file that has mistakes, UnsafeEditError.
    """
    if before is not None and before.findings:
        raise SettingsError(path, "it has mistakes. Mend them first: planctl validate shows them.")
    added = {_key(entry): entry for entry in (_entry(finding, reason) for finding in findings)}
    if before is None or before.document.root is None:
        text = in_lines({_LIST: [*sorted(added.values(), key=_place)]}, 0, Layout(exact=_DAYS))
        head = before.document.text.rstrip() + "\n" if before else _HEAD
        file = before.document.file if before else path.as_posix()
        old = before.document if before else None
        return old, read(f"{head.lstrip()}{text}\n".encode(), file)
    return before.document, _merged(before, added)


_Entry = dict[str, Value]
_Key = tuple[str, ...]


def _merged(before: WaiversFile, added: dict[_Key, _Entry]) -> Document:
    document = before.document
    written: list[_Entry] = list(document.value((_LIST,)) or ())
    held = [_held(ignore) for ignore in before.ignores]
    merged = [added.get(key, entry) for key, entry in zip(held, written, strict=True)]
    further = [added[key] for key in sorted(added) if key not in held]
    tree = tree_of(document.text)
    node = node_at(tree, (_LIST,))
    if node is None or not tree.comments_between(node.start, node.end):
        every: list[Value] = [*sorted((*merged, *further), key=_place)]
        return edited(document, with_entry(document, (_LIST,), every, (), _DAYS), {_LIST: every})
    return _with_each(document, written, merged, further)


def _with_each(
    document: Document, written: list[_Entry], merged: list[_Entry], further: list[_Entry]
) -> Document:
    """The document with one entry changed or added after the other: its comments stay."""
    now = list(written)
    for number, new in enumerate(merged):
        if new is not written[number]:
            now[number] = new
            document = edited(
                document, replaced(document, (_LIST, number), new, _DAYS), {_LIST: now}
            )
    for new in further:
        now.append(new)
        document = edited(document, appended(document, (_LIST,), new, _DAYS), {_LIST: now})
    return document


def _held(ignore: Ignore) -> _Key:
    waiver = ignore.waiver
    return (waiver.plan, *(waiver.codes or ("",)), waiver.fingerprint)


def _place(entry: _Entry) -> tuple[str, ...]:
    return tuple(str(entry.get(name) or "") for name in _ORDER)


def _ignore(document: Document, number: int, entry: WaiverEntry) -> Ignore:
    path = (_LIST, number)
    line, _ = document.lines.line_and_column(document.offset(path))
    codes, faults = codes_of([entry.code], CATALOGUE)
    kind = entry.code.strip().casefold()
    if faults and kind in BY_NAME:
        codes, faults = (kind,), ()
    waiver = Waiver(
        reason=entry.reason or "",
        by=entry.by or "",
        until=entry.until,
        where=f"{document.file}:{line}",
        codes=codes,
        plan=entry.plan,
        fingerprint=entry.fingerprint,
    )
    return Ignore(waiver, path, faults=faults)


def _entry(finding: Finding, reason: Reason) -> _Entry:
    """The entry for a finding, without what there is nothing to say of."""
    fields = {
        "code": finding.code,
        "plan": finding.plan,
        "file": finding.file,
        "fingerprint": finding.fingerprint,
        "message": finding.message,
        "reason": reason.text,
        "by": reason.by,
        "until": reason.until.isoformat() if reason.until else "",
    }
    return {name: text for name, text in fields.items() if text}


def _key(entry: _Entry) -> _Key:
    return (str(entry["plan"]), str(entry["code"]), str(entry["fingerprint"]))
