"""What a shape mistake is called and how it is said, by pydantic's error *type*."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from planctl.findings import did_you_mean
from planctl.model.record import Record

MAX_SHOWN: Final = 60
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
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mistake:
    """One of pydantic's errors with what is needed to word it.

    `field` is the field's name, `written` what stands there, `record` the record it stands in.
    """

    field: str
    written: Any
    record: type[Record] | None
    names: tuple[str, ...]
    context: Mapping[str, Any]


Wording = tuple[str, str, str]
"""Code, message, help."""

_SPELL_DAY: Final = "Write a day as 2018-01-25, 25/01/2018 or 25 January 2018."
_SPELL_DEADLINE: Final = f"{_SPELL_DAY} January 2018, spring 2018 and early 2018 are read as well."


def worded(error_type: str, mistake: Mistake) -> Wording:
    """The code, message and help for one error of pydantic."""
    return _WORDINGS.get(error_type, _wrong_type)(mistake)


def shown(written: Any) -> str:
    """What was written, short enough for a message and on one line."""
    if isinstance(written, dict):
        return "a group of fields"
    if isinstance(written, list):
        return "a list"
    if written is None:
        return "nothing"
    text = " ".join(str(written).split())
    return f"'{text}'" if len(text) <= MAX_SHOWN else f"'{text[:MAX_SHOWN]}…'"


def _unknown_field(mistake: Mistake) -> Wording:
    place = _the(mistake.record)
    near = did_you_mean(mistake.field, mistake.names)
    if near:
        remedy = f"Did you mean {near}?"
    elif len(mistake.names) <= MAX_LISTED:
        remedy = f"Its fields are {', '.join(mistake.names)}."
    else:
        remedy = "Delete it, or move it to where it belongs."
    return "PLN101", f"{mistake.field} is not a field of {place}", remedy


def _missing(mistake: Mistake) -> Wording:
    remedy = f"Add {mistake.field}: and its value."
    return "PLN102", f"{_the(mistake.record)} has no {mistake.field}", remedy


def _empty(mistake: Mistake) -> Wording:
    return (
        "PLN102",
        f"{mistake.field} is empty",
        "Write something between the quotes, or delete it.",
    )


def _wrong_type(mistake: Mistake) -> Wording:
    message = f"{mistake.field} takes one value, not {shown(mistake.written)}"
    return "PLN103", message, f"Write {mistake.field}: and one value behind it."


def _bad_date(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not a date that can be read"
    return "PLN104", message, _SPELL_DEADLINE if mistake.context.get("fuzzy") else _SPELL_DAY


def _bad_money(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not an amount of money"
    return "PLN105", message, "Write pounds as 40000, 40,000 or £40,000."


def _bad_number(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not a number that it takes"
    return "PLN106", message, "Write a number such as 33 or 1,800; words go into a note."


def _bad_period(mistake: Mistake) -> Wording:
    message = f"{shown(mistake.context.get('written', mistake.written))} is not a period"
    return "PLN107", message, "Write Year 1, 2017-18, 2017-18 autumn, 2018-19 Q2 or 2018-03."


def _bad_ref(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not a reference"
    return "PLN108", message, "Write what people print, such as 2.1a, in at most 30 characters."


def _bad_id(mistake: Mistake) -> Wording:
    message = f"{mistake.field} {shown(mistake.written)} is not an id"
    remedy = "Use small letters, digits and single hyphens, such as parental-partnership."
    return "PLN109", message, remedy


def _not_in_vocabulary(mistake: Mistake) -> Wording:
    allowed = [str(word) for word in mistake.context["allowed"]]
    near = did_you_mean(str(mistake.written), allowed)
    hint = f"Did you mean {near}? " if near else ""
    remedy = f"{hint}It takes {', '.join(allowed[:-1])} or {allowed[-1]}."
    return "PLN110", f"{shown(mistake.written)} is not a word for {mistake.field}", remedy


def _too_long(mistake: Mistake) -> Wording:
    limit = mistake.context["max_length"]
    if not isinstance(mistake.written, str):
        return "PLN112", f"{mistake.field} takes up to {limit} entries", "Leave some out."
    message = f"{mistake.field} has {len(str(mistake.written))} characters; it takes up to {limit}"
    return "PLN111", message, "Shorten it; the full wording belongs into text or notes."


def _not_a_mapping(mistake: Mistake) -> Wording:
    if mistake.record is None or not mistake.names:
        message = f"{mistake.field} takes one field for each entry, not {shown(mistake.written)}"
        return "PLN113", message, f"Write under {mistake.field}: lines such as `name: value`."
    article = _the(mistake.record).replace("the ", "a ", 1)
    message = f"{shown(mistake.written)} stands where {article} is expected"
    return "PLN113", message, f"Write its fields: {', '.join(mistake.names[:4])} ..."


def _not_a_list(mistake: Mistake) -> Wording:
    message = f"{mistake.field} takes a list, not {shown(mistake.written)}"
    return "PLN114", message, "Begin each entry on a line of its own with a hyphen and a space."


def _unknown_format(mistake: Mistake) -> Wording:
    message = f"format {shown(mistake.written)} is not one that this planctl reads"
    return "PLN115", message, "Write format: planctl/1, or use a newer planctl."


def _the(record: type[Record] | None) -> str:
    return record.place if record else "this place"


_WORDINGS: Final[Mapping[str, Callable[[Mistake], Wording]]] = MappingProxyType({
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "string_too_short": _empty,
    "bad_date": _bad_date,
    "bad_money": _bad_money,
    "bad_number": _bad_number,
    "int_parsing": _bad_number,
    "greater_than_equal": _bad_number,
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
