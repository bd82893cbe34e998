"""Fields of a plan's own: whether each value is declared, and of the type that was declared."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from planctl.findings import Finding, Path, did_you_mean
from planctl.loading.mistakes import shape_finding
from planctl.model import Plan, Timeline
from planctl.model.days import read_day
from planctl.model.entity import Entity
from planctl.model.own_field import EntityKind, FieldType, OwnField
from planctl.model.values import Money, Number
from planctl.model.vocabulary import folded
from planctl.model.walk import entities
from planctl.source import Document
from planctl.source.refusals import shortened

Wording = tuple[str, str, str]
_CODE: Final = "PLN116"
_CAPITAL: Final = re.compile(r"(?<!^)(?=[A-Z])")


def own_findings(document: Document, plan: Plan) -> Iterator[Finding]:
    """What is wrong with the values of the plan's own fields, in the order of the plan."""
    if not plan.fields and "own" not in document.text:
        return
    timeline = plan.timeline
    for path, entity in entities(plan):
        declared = {field.name: field for field in plan.fields if field.for_ is _kind(entity)}
        for name, written in entity.own.items():
            field = declared.get(name)
            at: Path = (*path, "own", name)
            if field is None:
                yield shape_finding(document, at, "key", _undeclared(name, entity, tuple(declared)))
            elif not _READABLE[field.type](written, field, timeline):
                yield shape_finding(document, at, "value", _mistaken(field, written))
        for name, field in declared.items():
            meant = {did_you_mean(written, tuple(declared)) for written in entity.own}
            if field.required and name not in entity.own and name not in meant:
                at = (*path, "own") if document.holds((*path, "own")) else path
                yield shape_finding(document, at, "value", _missing(field, entity))


def _kind(entity: Entity) -> EntityKind | None:
    """What the entity is called in a declaration; None for one that has no fields of its own."""
    name = _CAPITAL.sub("_", type(entity).__name__).lower().removesuffix("_note")
    return EntityKind(name) if name in {*EntityKind} else None


def _undeclared(name: str, entity: Entity, declared: tuple[str, ...]) -> Wording:
    near = did_you_mean(name, declared)
    declaration = f"{{name: {shortened(name)}, type: text, for: {_kind(entity)}}}"
    remedy = (
        f"Did you mean {near}?"
        if near
        else f"Declare it in the plan's head: fields: [{declaration}]."
    )
    message = f"{shortened(name)} is not a field that the plan declares for {entity.place}"
    return _CODE, message, remedy


def _mistaken(field: OwnField, written: str) -> Wording:
    message = f"{field.name} '{shortened(written)}' is not {_SAID[field.type]}"
    if field.type is FieldType.CHOICE:
        near = did_you_mean(written, field.choices)
        hint = f"Did you mean {near}? " if near else ""
        return _CODE, message, f"{hint}It takes {', '.join(field.choices)}."
    return _CODE, message, f"{_SPELLINGS[field.type]} The plan declares it so under fields."


def _missing(field: OwnField, entity: Entity) -> Wording:
    message = f"{entity.place} has no {field.name}, which the plan requires"
    return _CODE, message, f"Add own: {{{field.name}: ...}}, or declare it without required."


_Readable = Callable[[str, OwnField, Timeline], bool]


def _as(kind: Any) -> _Readable:
    def is_readable(written: str, field: OwnField, timeline: Timeline) -> bool:
        del field, timeline
        try:
            TypeAdapter(kind).validate_python(written)
        except ValidationError:
            return False
        return True

    return is_readable


def _is_choice(written: str, field: OwnField, timeline: Timeline) -> bool:
    del timeline
    return folded(written) in {folded(choice) for choice in field.choices}


_READABLE: Final[Mapping[FieldType, _Readable]] = MappingProxyType({
    FieldType.TEXT: lambda *_: True,
    FieldType.NUMBER: _as(Number),
    FieldType.MONEY: _as(Money),
    FieldType.DATE: lambda written, *_: read_day(written) is not None,
    FieldType.PERIOD: lambda written, _, timeline: timeline.period(written) is not None,
    FieldType.CHOICE: _is_choice,
})  # fmt: skip
_SAID: Final = MappingProxyType({
    FieldType.NUMBER: "a number",
    FieldType.MONEY: "an amount of money",
    FieldType.DATE: "a date",
    FieldType.PERIOD: "a period",
    FieldType.CHOICE: "one of its choices",
})  # fmt: skip
_SPELLINGS: Final = MappingProxyType({
    FieldType.NUMBER: "Write a number such as 33 or 1,800.",
    FieldType.MONEY: "Write pounds as 40000, 40,000 or £40,000.",
    FieldType.DATE: "Write a day as 2018-01-25, 25/01/2018 or 25 January 2018.",
    FieldType.PERIOD: "Write Year 1, 2017-18, 2017-18 autumn or 2018-03.",
})  # fmt: skip
