"""What a field of a plan takes, in an officer's words, from the types of the model."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from planctl.model.dates import DayOrSpan, FuzzyDate
from planctl.model.days import Day
from planctl.model.entity import NamedSource, Source
from planctl.model.period import Period
from planctl.model.record import Record
from planctl.model.risk import Grade
from planctl.model.scale import AssessmentRating, Colour, Rating
from planctl.model.schedule import Schedule
from planctl.model.short_forms import ONE_OR_MANY
from planctl.model.values import (
    Count,
    Flag,
    Id,
    Money,
    Number,
    Percent,
    Ref,
    ShortTitle,
    Text,
    Title,
)
from planctl.model.vocabulary import Vocabulary

_SAID: Final[tuple[tuple[Any, str, str], ...]] = (
    (Text, "text", "texts"),
    (Title, "text, 200 characters at most", ""),
    (ShortTitle, "text, 60 characters at most", ""),
    (Ref, "[ref](#refs-uids-and-ids)", "[refs](#refs-uids-and-ids)"),
    (Id, "[id](#refs-uids-and-ids)", "[ids](#refs-uids-and-ids)"),
    (Money, "[amount](#numbers-and-money)", ""),
    (Number, "[number](#numbers-and-money)", ""),
    (Count, "[whole number](#numbers-and-money)", ""),
    (Percent, "[whole number](#numbers-and-money) from 0 to 100", ""),
    (Grade, "1 to 5", ""),
    (Colour, "colour", ""),
    (Flag, "yes or no", ""),
    (Day, "[day](#days-and-deadlines)", ""),
    (FuzzyDate, "[day or deadline](#days-and-deadlines)", ""),
    (DayOrSpan, "[day or stretch of days](#days-and-deadlines)", ""),
    (Period, "[period](#periods-and-calendars)", ""),
    (Rating, "[rating](#scales)", ""),
    (AssessmentRating, "[rating](#scales)", ""),
    (Schedule, "[schedule](#schedule-entry)", ""),
    (Source, "[source](#where-it-came-from)", ""),
    (NamedSource, "text, or [source](#where-it-came-from)", ""),
)
"""A type, what it is called, and what several are called."""
_PLURALS: Final = {
    "success criterion": "success criteria",
    "piece of evidence": "pieces of evidence",
    "party": "parties",
    "schedule entry": "schedule entries",
    "report's entry": "reports' entries",
    "score of a risk": "scores of a risk",
}


def takes(record: type[Record], field: str) -> str:
    """What the field, called as it is in Python, takes, in Markdown."""
    return _said(hint(record, field))


def hint(record: type[Record], field: str) -> Any:
    """The field's type as the model declares it."""
    return get_type_hints(record, include_extras=True)[field]


def vocabularies(annotation: Any) -> Iterator[type[Vocabulary]]:
    """The vocabularies that a type is made of, without those of its records."""
    if isinstance(annotation, type) and issubclass(annotation, Vocabulary):
        yield annotation
    for part in get_args(annotation):
        yield from vocabularies(part)


def name_of(record: type[Record]) -> str:
    """What the record is called, without its article: `next step`."""
    return record.place.partition(" ")[2]


def anchor(heading: str) -> str:
    """Where a heading is found on its page, as forges name it."""
    kept = "".join(letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return kept.replace(" ", "-")


def _said(annotation: Any) -> str:
    for known, one, _ in _SAID:
        if _is(annotation, known):
            return one
    if hasattr(annotation, "__metadata__"):
        if ONE_OR_MANY in annotation.__metadata__:
            return f"one or more {_several(get_args(annotation.__origin__)[0])}"
        return _said(annotation.__origin__)
    if isinstance(annotation, type) and issubclass(annotation, Vocabulary):
        return "one of its words"
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"[{name_of(annotation)}](#{anchor(name_of(annotation))})"
    return _made_of(annotation)


def _made_of(annotation: Any) -> str:
    parts = [part for part in get_args(annotation) if part not in {NoneType, ...}]
    match get_origin(annotation):
        case origin if origin in {Union, UnionType}:
            return " or ".join(_said(part) for part in parts)
        case origin if origin is tuple:
            return f"list of {_several(parts[0])}"
        case origin if origin is Mapping:
            return f"{_said(parts[0])} → {_said(parts[1])}"
        case origin if origin is Literal:
            return " or ".join(f"`{word}`" for word in parts)
    raise TypeError(f"{annotation} has no name here: give it one in _SAID")


def _several(annotation: Any) -> str:
    for known, _, many in _SAID:
        if many and _is(annotation, known):
            return many
    while hasattr(annotation, "__metadata__"):
        annotation = annotation.__origin__
    name = name_of(annotation)
    return f"[{_PLURALS.get(name, f'{name}s')}](#{anchor(name)})"


def _is(annotation: Any, known: Any) -> bool:
    """Whether it is that type, with or without an alias or the like behind it."""
    meant, found = getattr(known, "__metadata__", None), getattr(annotation, "__metadata__", None)
    if not meant or not found:
        return bool(annotation == known)
    return bool(annotation.__origin__ == known.__origin__ and found[: len(meant)] == meant)
