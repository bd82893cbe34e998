"""Documents to plans and programmes; what is wrong with their shape as findings."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from planctl.findings import Finding
from planctl.loading.mistakes import shape_finding, shape_findings
from planctl.loading.own import own_findings
from planctl.loading.reading import Reading, reading_of
from planctl.loading.subjects import subject_named
from planctl.model import Plan, Programme
from planctl.model.record import Record
from planctl.model.values import is_id
from planctl.source import Document
from planctl.source.refusals import shortened

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[_R]):
    """What a file became: its record, unless something stood in the way, and its findings."""

    document: Document
    record: _R | None
    findings: tuple[Finding, ...]


def load_plan(
    document: Document, stem: str, programme: Programme | None, *, knows_programme: bool = True
) -> Loaded[Plan]:
    """The plan that the document holds, its ratings and periods read as it or its programme says.

    Where the programme could not be loaded, `knows_programme` is false: ratings on a scale and
    periods of a calendar that the plan does not give itself are then left as they stand.
    """
    reading = reading_of(document.root, programme, knows_programme=knows_programme)
    loaded = _with_own_fields(_loaded(document, Plan, reading))
    plan_id = document.value(("id",))
    if not document.is_readable or plan_id == stem or not is_id(plan_id):
        return loaded
    remedy = f"Write id: {stem}, or name" if is_id(stem) else "Name"
    words = ("PLN109", f"id is {plan_id}, but the file is named {shortened(stem)}",
             f"{remedy} the file {plan_id}.yaml.")  # fmt: skip
    wrong = subject_named(document, shape_finding(document, ("id",), "value", words))
    return Loaded(document, None, tuple(sorted((*loaded.findings, wrong), key=_by_place)))


def _with_own_fields(loaded: Loaded[Plan]) -> Loaded[Plan]:
    """The same, without its plan where values of the plan's own fields are wrong."""
    document, plan = loaded.document, loaded.record
    if plan is None:
        return loaded
    wrong = tuple(subject_named(document, found) for found in own_findings(document, plan))
    if not wrong:
        return loaded
    found = tuple(sorted((*loaded.findings, *wrong), key=_by_place))
    return Loaded(document, None, found)


def load_programme(document: Document) -> Loaded[Programme]:
    """The programme that the document holds."""
    return _loaded(document, Programme, reading_of(document.root, None))


def _loaded(document: Document, model: type[_R], reading: Reading) -> Loaded[_R]:
    if not document.is_readable:
        return Loaded(document, None, document.findings)
    refusals = tuple(subject_named(document, finding) for finding in document.findings)
    try:
        record = model.model_validate(document.root, context=reading)
    except ValidationError as error:
        details = error.errors(include_input=False, include_url=False)
        shape = shape_findings(document, model, details)
        found = (*refusals, *(subject_named(document, finding) for finding in shape))
        return Loaded(document, None, tuple(sorted(found, key=_by_place)))
    return Loaded(document, None if refusals else record, refusals)


def _by_place(finding: Finding) -> tuple[int, int]:
    return (finding.span.line, finding.span.column) if finding.span else (0, 0)
