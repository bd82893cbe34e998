"""Mistakes of shape: each of pydantic's errors as a finding, where it stands in the file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from pydantic_core import ErrorDetails

from planctl.findings import Finding, Part, Path, Related, Severity, did_you_mean
from planctl.loading.fields import field_names, record_at, type_at
from planctl.loading.hints import of_field
from planctl.loading.repairs import respelt
from planctl.loading.sentences import SHAPES, Mistake, Wording, worded
from planctl.model.period import read_period
from planctl.model.record import Record
from planctl.source import Document, span_of

MAX_GUESSES: Final = 200
"""A file with more unknown fields than that is of another format."""


def shape_findings(
    document: Document, model: type[Record], details: Iterable[ErrorDetails]
) -> Iterator[Finding]:
    """One finding an error; what follows from another mistake is left out."""
    details = tuple(details)
    meant = _meant(model, details)
    misspelt = {(*loc[:-1], near) for loc, near in meant.items()}
    for detail in details:
        loc, part = _place(document, detail)
        path = _path(document, loc, detail["type"])
        if _is_refused(document, path):
            continue
        if detail["type"] == "missing" and loc in misspelt:
            continue
        if detail["type"] == "duplicate_period":
            yield _duplicate_period(document, path, detail["ctx"])
            continue
        error_type = detail["type"]
        along = (document.root, *document.along(path))
        if part == "value" and along[-1] is None and len(along) > len(path):
            part = "key"
            error_type = "missing_value" if error_type == "missing" else "blank"
        mistake = _mistake(model, detail, (loc, path[: len(along) - 1]), along[-1])
        wording = worded(error_type, replace(mistake, near=meant[loc]) if loc in meant else mistake)
        found = shape_finding(document, path, part, wording)
        near = meant.get(loc) or _word_meant(detail, mistake)
        yield replace(found, fix=respelt(document, path, part, near) if near else None)


def shape_finding(document: Document, path: Path, part: Part, wording: Wording) -> Finding:
    """The finding that says those words of that place."""
    code, message, remedy = wording
    return Finding(
        code, SHAPES[code].name, Severity.ERROR, message, remedy, file=document.file,
        path=path, part=part, span=span_of(document, path, part),
    )  # fmt: skip


def _meant(model: type[Record], details: Iterable[ErrorDetails]) -> Mapping[Path, str]:
    """The known field that each unknown one was probably meant to be, by its place."""
    unknown = (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")
    meant = {}
    for loc in islice(unknown, MAX_GUESSES):
        record = record_at(model, loc[:-1])
        near = of_field(str(loc[-1]), field_names(record)) if record else None
        if near:
            meant[loc] = near
    return meant


def _word_meant(detail: ErrorDetails, mistake: Mistake) -> str | None:
    """The word of a vocabulary that another one was probably meant to be."""
    if detail["type"] != "not_in_vocabulary" or not isinstance(mistake.written, str):
        return None
    return did_you_mean(mistake.written, [str(word) for word in mistake.context["allowed"]])


def _is_refused(document: Document, path: Path) -> bool:
    """Whether the reader has said already why nothing is there."""
    refused = document.refused
    return bool(refused) and any(path[:length] in refused for length in range(len(path) + 1))


def _place(document: Document, detail: ErrorDetails) -> tuple[Path, Part]:
    """Where the model sees the error, and whether it is in a key."""
    loc = detail["loc"]
    if loc[-1:] == ("[key]",) and not document.holds(loc):
        return loc[:-1], "key"
    return loc, "key" if detail["type"] == "extra_forbidden" else "value"


def _path(document: Document, loc: Path, error_type: str) -> Path:
    """The same place in the file as it was written, before short forms were filled out."""
    if error_type == "missing" and not document.holds(loc):
        loc = loc[:-1]
    path: Path = ()
    holder = document.root
    for named in loc:
        step = _step(holder, named)
        path = (*path, step)
        holder = _held(holder, step)
    return path


def _step(holder: Any, step: str | int) -> str | int:
    """The step, or its position where the file has a list for what the model has by name."""
    is_listed = isinstance(holder, list) and isinstance(step, str) and step in holder
    return holder.index(step) if is_listed else step


def _held(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return holder.get(step)
    is_entry = isinstance(holder, list) and isinstance(step, int) and step < len(holder)
    return holder[step] if is_entry else None


def _mistake(
    model: type[Record], detail: ErrorDetails, places: tuple[Path, Path], written: Any
) -> Mistake:
    """What is needed to word the error; `places` are the model's, and the nearest in the file."""
    loc, held = places
    names_the_record = detail["type"].startswith(("model_", "dict_", "mapping_"))
    context = detail.get("ctx", {})
    is_missing = detail["type"] == "missing"
    return Mistake(
        field=str(loc[-1]) if is_missing else _field(held, loc),
        written=context.get("written", written),
        record=record_at(model, loc if names_the_record else loc[:-1]),
        expected=type_at(model, loc),
        context=context,
    )


def _field(held: Path, loc: Path) -> str:
    """What the officer calls the place of a value: the name that stands in front of it."""
    named = next((step for step in reversed(held) if isinstance(step, str)), "the file")
    if len(loc) > len(held) and read_period(named):
        return str(loc[-1])  # in `Year 1: pilot` the file has no word for what the text is
    return f"an entry of {named}" if held and isinstance(held[-1], int) else named


def _duplicate_period(document: Document, path: Path, context: Mapping[str, Any]) -> Finding:
    period, holder = context["period"], document.value(path)
    before: Path = (*path, _step(holder, context["first"]))
    again: Path = (*path, _step(holder, context["written"]))
    if before == again and isinstance(holder, list):
        again = (*path, holder.index(context["written"], holder.index(context["first"]) + 1))
    first = Related(
        f"{period} is first given here", before, "key", span_of(document, before, "key")
    )
    return Finding(
        "PLN008", "duplicate-key", Severity.ERROR, f"{period} is given twice",
        "Keep one of them.", file=document.file, path=again, part="key",
        span=span_of(document, again, "key"), related=(first,),
    )  # fmt: skip
