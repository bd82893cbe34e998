"""Documents to plans and programmes; what is wrong with their shape as findings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planctl.findings import Finding, Part, Path, Related, Severity, did_you_mean
from planctl.loading.fields import field_names, record_at
from planctl.loading.sentences import SHAPES, Mistake, Wording, worded
from planctl.loading.subjects import subject_named
from planctl.model import Plan, Programme, Scale
from planctl.model.period import read_period
from planctl.model.record import Record
from planctl.model.scale import ScaleField
from planctl.source import Document, span_of

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[_R]):
    """What a file became: its record, unless something stood in the way, and its findings."""

    document: Document
    record: _R | None
    findings: tuple[Finding, ...]


def load_plan(document: Document, stem: str, programme: Programme | None) -> Loaded[Plan]:
    """The plan that the document holds, its ratings read on its own or the programme's scale."""
    written = document.root.get("scale") if isinstance(document.root, dict) else None
    scale = _scale(written) if written else (programme and programme.scale) or Scale()
    loaded = _loaded(document, Plan, scale)
    if loaded.record is None or loaded.record.id == stem:
        return loaded
    plan_id = loaded.record.id
    message = f"id is {plan_id}, but the file is named {stem}"
    remedy = f"Write id: {stem}, or name the file {plan_id}.yaml."
    wrong = _finding(document, ("id",), "value", ("PLN109", message, remedy))
    return Loaded(document, None, (*loaded.findings, subject_named(document, wrong)))


def load_programme(document: Document) -> Loaded[Programme]:
    """The programme that the document holds."""
    return _loaded(document, Programme, None)


def _scale(written: Any) -> Scale | None:
    """The scale as written, or None when it cannot be read: then no rating is judged."""

    class _Alone(Record):
        scale: ScaleField

    try:
        return _Alone.model_validate({"scale": written}).scale
    except ValidationError:
        return None


def _loaded(document: Document, model: type[_R], scale: Scale | None) -> Loaded[_R]:
    if not document.is_readable:
        return Loaded(document, None, document.findings)
    refusals = tuple(subject_named(document, finding) for finding in document.findings)
    try:
        record = model.model_validate(document.root, context={"scale": scale})
    except ValidationError as error:
        details = error.errors(include_input=False, include_url=False)
        shape = [subject_named(document, found) for found in _findings(document, model, details)]
        return Loaded(document, None, tuple(sorted((*refusals, *shape), key=_by_place)))
    return Loaded(document, None if refusals else record, refusals)


def _by_place(finding: Finding) -> tuple[int, int]:
    return (finding.span.line, finding.span.column) if finding.span else (0, 0)


def _findings(
    document: Document, model: type[Record], details: list[ErrorDetails]
) -> Iterator[Finding]:
    """One finding an error; what follows from another mistake is left out."""
    misspelt = _misspelt(model, details)
    for detail in details:
        path, part = _place(document, detail)
        if any(path[: len(refused)] == refused for refused in document.refused):
            continue
        if detail["type"] == "missing" and tuple(detail["loc"]) in misspelt:
            continue
        if detail["type"] == "duplicate_period":
            yield _duplicate_period(document, path, detail["ctx"])
        else:
            yield _finding(document, path, part, _wording(document, model, detail, path))


def _misspelt(model: type[Record], details: list[ErrorDetails]) -> set[tuple[str | int, ...]]:
    """The places of missing fields that an unknown field beside them was meant to be."""
    meant = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *above, name = detail["loc"]
            record = record_at(model, above)
            near = did_you_mean(str(name), field_names(record)) if record else None
            meant.add((*above, near or ""))
    return meant


def _place(document: Document, detail: ErrorDetails) -> tuple[Path, Part]:
    """Where the error stands in the file as it was written, before short forms were filled out."""
    loc = detail["loc"]
    part: Part = "key" if detail["type"] == "extra_forbidden" else "value"
    if loc and loc[-1] == "[key]":
        loc, part = loc[:-1], "key"
    if detail["type"] == "missing":
        loc = loc if document.holds(loc) else loc[:-1]
    path: Path = ()
    for step in loc:
        holder = document.value(path)
        if isinstance(holder, list) and isinstance(step, str):
            step = holder.index(step) if step in holder else step  # noqa: PLW2901
        path = (*path, step)
    return path, part


def _wording(document: Document, model: type[Record], detail: ErrorDetails, path: Path) -> Wording:
    loc = tuple(step for step in detail["loc"] if step != "[key]")
    error_type = detail["type"]
    names_the_record = error_type.startswith(("model_", "dict_", "mapping_"))
    holder = loc if names_the_record else loc[:-1]
    record = record_at(model, holder)
    context = detail.get("ctx", {})
    mistake = Mistake(
        field=next((step for step in reversed(loc) if isinstance(step, str)), "the file"),
        written=context.get("written", document.value(path)),
        record=record,
        names=field_names(record) if record else (),
        context=context,
    )
    return worded(error_type, mistake)


def _duplicate_period(document: Document, path: Path, context: dict[str, Any]) -> Finding:
    written, first = context["written"], context["first"]
    period = read_period(written)
    where, before = ((*path, written), (*path, first))
    if isinstance(document.value(path), list):
        where = before = path
    related = Related(
        f"{period} is first given here", before, "key", span_of(document, before, "key")
    )
    return Finding(
        "PLN008", "duplicate-key", Severity.ERROR, f"{period} is given twice",
        "Keep one of them.", file=document.file, path=where, part="key",
        span=span_of(document, where, "key"), related=(related,),
    )  # fmt: skip


def _finding(document: Document, path: Path, part: Part, wording: Wording) -> Finding:
    code, message, remedy = wording
    return Finding(
        code, SHAPES[code].name, Severity.ERROR, message, remedy, file=document.file,
        path=path, part=part, span=span_of(document, path, part),
    )  # fmt: skip
