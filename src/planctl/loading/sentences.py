"""What a shape mistake is called and how it is said, by pydantic's error *type*."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, get_args

from planctl.loading.fields import bare, field_names
from planctl.loading.hints import listed, of_day, of_deadline, of_id, of_number, of_period, of_word
from planctl.loading.hosts import hosts_of, is_required, record_in
from planctl.model.period import Period
from planctl.model.record import Record
from planctl.model.schedule import ScheduleEntry
from planctl.model.values import MAX_REF, RESERVED
from planctl.source.refusals import shortened

MAX_LISTED: Final = 16


@dataclass(frozen=True, slots=True)
class Shape:
    """One code of the shape family."""

    name: str
    summary: str


SHAPES: Final = MappingProxyType({
    "PLN101": Shape("unknown-field", "A field is one that the format has."),
    "PLN102": Shape("missing-field", "What a record needs is there."),
    "PLN103": Shape("wrong-type", "A value is of the kind that its field takes."),
    "PLN104": Shape("bad-date", "A date can be read."),
    "PLN105": Shape("bad-money", "An amount of money can be read."),
    "PLN106": Shape("bad-number", "A number can be read."),
    "PLN107": Shape("bad-period", "A period can be read."),
    "PLN108": Shape("bad-ref", "A reference is short and on one line."),
    "PLN109": Shape("bad-id", "An id is made of small letters, digits and hyphens."),
    "PLN110": Shape("not-in-vocabulary", "A word is one that its field takes."),
    "PLN111": Shape("too-long", "A text is not longer than its field takes."),
    "PLN112": Shape("too-many", "A list is not longer than its field takes."),
    "PLN113": Shape("not-a-mapping", "Fields stand where fields are expected."),
    "PLN114": Shape("not-a-list", "A list stands where a list is expected."),
    "PLN115": Shape("unknown-format", "The format is one that this planctl reads."),
    "PLN116": Shape("own-field-type", "A field of the plan's own is declared and of its type."),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mistake:
    """One of pydantic's errors with what is needed to word it.

    `field` is what the officer calls the place, `written` what stands there, `record` the record it
    stands in, `expected` the type that the model has for it.
    """

    field: str
    written: Any
    record: type[Record] | None
    expected: Any
    context: Mapping[str, Any]
    near: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of the record."""
        return field_names(self.record) if self.record else ()

    @property
    def place(self) -> str:
        """What an officer calls the record."""
        return self.record.place if self.record else "this place"


Wording = tuple[str, str, str]
"""Code, message, help."""

_SPELL_DAY: Final = "Write a day as 2018-01-25, 25/01/2018 (day first) or 25 January 2018."
_SPELL_DEADLINE: Final = f"{_SPELL_DAY} January 2018, spring 2018 and early 2018 are read as well."
_ENTRIES: Final = "Begin each entry on a line of its own with a hyphen and a space"
_COLON: Final = "if it is a text with a colon in it, put quotes round the whole"
_BULLETS: Final = "•·▪–—"
_HYPHEN: Final = "Put a space after the hyphen: with it, an entry of a list begins."


def worded(error_type: str, mistake: Mistake) -> Wording:
    """The code, message and help for one error of pydantic, or for a place left blank."""
    is_empty = isinstance(mistake.written, str) and not mistake.written.strip()
    if is_empty and error_type not in {"extra_forbidden", "missing"}:
        return _empty(mistake)
    return _WORDINGS.get(error_type, _wrong_type)(mistake)


def shown(written: Any) -> str:
    """What was written, short enough for a message and on one line."""
    if isinstance(written, dict):
        return "a group of fields"
    if isinstance(written, list):
        return "a list"
    return "nothing" if written is None else f"'{shortened(str(written))}'"


def _unknown_field(mistake: Mistake) -> Wording:
    name = mistake.field
    if name.startswith("-"):
        remedy = _HYPHEN
    elif mistake.near:
        remedy = f"Did you mean {mistake.near}?"
    elif name != name.strip():
        remedy = "It begins or ends with a space of another kind: delete that."
    elif len(mistake.names) <= MAX_LISTED:
        remedy = f"Its fields are {', '.join(mistake.names)}."
    else:
        remedy = _where_it_belongs(mistake)
    return "PLN101", f"{shortened(name)} is not a field of {mistake.place}", remedy


def _where_it_belongs(mistake: Mistake) -> str:
    hosts = hosts_of(mistake.record, mistake.field)
    if len(hosts) != 1:
        return "Delete it, or move it to where it belongs."
    host, record = hosts[0]
    return f"It is a field of {record.place}: move it under {host}."


def _missing(mistake: Mistake) -> Wording:
    remedy = f"Add {mistake.field}: and its value."
    return "PLN102", f"{mistake.place} has no {mistake.field}", remedy


def _missing_value(mistake: Mistake) -> Wording:
    message = f"nothing stands behind {mistake.field}:"
    return "PLN102", message, "Write its value behind the colon."


def _blank(mistake: Mistake) -> Wording:
    message = f"nothing stands behind {shortened(mistake.field)}:"
    if mistake.field.startswith("an entry "):
        return "PLN102", f"{mistake.field} is empty", "Fill it, or delete its hyphen."
    if mistake.expected is ScheduleEntry:
        return (
            "PLN102",
            message,
            "Write ✓ or a phase behind it, or delete it if nothing is planned.",
        )
    return "PLN102", message, "Write its value behind the colon, or delete it."


def _empty(mistake: Mistake) -> Wording:
    message = f"{shortened(mistake.field)} is empty"
    remedy = "" if is_required(mistake.record, mistake.field) else ", or delete it"
    return "PLN102", message, f"Write something between the quotes{remedy}."


def _wrong_type(mistake: Mistake) -> Wording:
    name = shortened(mistake.field)
    message = f"{name} takes one value, not {shown(mistake.written)}"
    if isinstance(mistake.written, dict):
        return "PLN103", message, _braces(mistake.written)
    return "PLN103", message, "Write one value there, without hyphens or brackets."


def _braces(written: Mapping[str, Any]) -> str:
    is_template = all(value is None for value in written.values())
    mark = "in braces" if is_template else "with a colon in it"
    return f"If it is a text {mark}, put quotes round the whole."


def _bad_date(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not a date that can be read"
    if not mistake.context.get("fuzzy"):
        return "PLN104", message, f"{of_day(mistake.written)}{_SPELL_DAY}"
    hint = of_deadline(mistake.written)
    return "PLN104", message, f"{hint}{_SPELL_DAY}" if hint else _SPELL_DEADLINE


def _bad_money(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not an amount of money"
    hint = of_number(mistake.written)
    return "PLN105", message, f"{hint}Write pounds in figures: 40000, 40,000 or £40,000."


def _bad_number(mistake: Mistake) -> Wording:
    kind = "whole number" if mistake.expected is int else "number"
    message = f"{mistake.field} takes a {kind}, not {shown(mistake.written)}"
    hint = of_number(mistake.written)
    return "PLN106", message, f"{hint}Write figures such as 33 or 1,800; words go into a note."


def _bad_period(mistake: Mistake) -> Wording:
    hint = of_period(mistake.written)
    remedy = f"{hint}Write Year 1, 2017-18, 2017-18 autumn, 2018-19 Q2 or 2018-03."
    return "PLN107", f"{shown(mistake.written)} is not a period", remedy


def _bad_ref(mistake: Mistake) -> Wording:
    remedy = "Write the short mark that people print, such as 2.1a; its words belong in a title."
    if (length := len(mistake.written)) > MAX_REF:
        message = f"{mistake.field} has {length} characters; a reference has up to {MAX_REF}"
        return "PLN108", message, remedy
    return "PLN108", f"{mistake.field} {shown(mistake.written)} is not on one line", remedy


def _bad_id(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not an id"
    if mistake.written in RESERVED:
        return "PLN109", message, "Choose another: Windows keeps this name for itself."
    hint = of_id(mistake.written)
    remedy = "Use small letters, digits and single hyphens, such as parental-partnership."
    return "PLN109", message, f"{hint}{remedy}"


def _not_in_vocabulary(mistake: Mistake) -> Wording:
    allowed = tuple(str(word) for word in mistake.context["allowed"])
    remedy = f"{of_word(str(mistake.written), allowed)}It takes {listed(allowed)}."
    return "PLN110", f"{shown(mistake.written)} is not a word for {mistake.field}", remedy


def _too_long(mistake: Mistake) -> Wording:
    limit = mistake.context["max_length"]
    if not isinstance(mistake.written, str):
        return "PLN112", f"{mistake.field} takes up to {limit} entries", "Leave some out."
    message = f"{mistake.field} has {len(str(mistake.written))} characters; it takes up to {limit}"
    places = " or ".join(name for name in ("text", "notes") if name in mistake.names)
    return "PLN111", message, f"Shorten it; the full wording belongs in {places or 'a note'}."


def _not_a_mapping(mistake: Mistake) -> Wording:
    if mistake.record is None:
        return _not_by_name(mistake)
    message = f"{shown(mistake.written)} stands where the fields of {mistake.place} are expected"
    required = [name for name in mistake.names if is_required(mistake.record, name)]
    fields = tuple(f"`{name}: ...`" for name in required or mistake.names[:2])
    return "PLN113", message, f"Write its fields there, such as {listed(fields, 'and')}."


def _not_by_name(mistake: Mistake) -> Wording:
    """For a mapping whose names are free: periods, or words of a glossary."""
    name, written = mistake.field, mistake.written
    key, value = map(bare, get_args(mistake.expected))
    kind, line = ("period", "2017-18 autumn: ...") if key is Period else ("name", "name: value")
    message = f"{name} takes an entry for each {kind}, not {shown(written)}"
    if isinstance(written, list) and any(isinstance(entry, dict) for entry in written):
        return "PLN113", message, "Take the hyphens away."
    if value is ScheduleEntry:
        return (
            "PLN113",
            message,
            f"Write {name}: [Year 1, Year 2], or lines such as `Year 1: pilot`.",
        )
    return "PLN113", message, f"Write under {name}: lines such as `{line}`."


def _not_a_list(mistake: Mistake) -> Wording:
    written = mistake.written
    message = f"{mistake.field} takes a list, not {shown(written)}"
    if any(name.startswith("-") for name in ([written] if isinstance(written, str) else written)):
        return "PLN114", message, _HYPHEN
    if isinstance(written, str) and written[:1] in _BULLETS:
        return "PLN114", message, "Write a hyphen and a space in place of each bullet."
    if isinstance(written, str):
        return "PLN114", message, f"{_ENTRIES}."
    entry = record_in(mistake.expected)
    if entry is not None and set(field_names(entry)).issuperset(written):
        return "PLN114", message, "Put a hyphen and a space in front of the first of these fields."
    return "PLN114", message, f"{_ENTRIES}; {_COLON}."


def _unknown_format(mistake: Mistake) -> Wording:
    if not isinstance(mistake.written, str):
        return _wrong_type(mistake)
    message = f"format {shown(mistake.written)} is not one that this planctl reads"
    return "PLN115", message, "Write format: planctl/1, or use a newer planctl."


_WORDINGS: Final[Mapping[str, Callable[[Mistake], Wording]]] = MappingProxyType({
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "missing_value": _missing_value,
    "blank": _blank,
    "bad_date": _bad_date,
    "bad_money": _bad_money,
    "bad_number": _bad_number,
    "bad_period": _bad_period,
    "bad_ref": _bad_ref,
    "bad_id": _bad_id,
    "not_in_vocabulary": _not_in_vocabulary,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "model_type": _not_a_mapping,
    "model_attributes_type": _not_a_mapping,
    "dict_type": _not_a_mapping,
    "mapping_type": _not_a_mapping,
    "tuple_type": _not_a_list,
    "literal_error": _unknown_format,
})  # fmt: skip
