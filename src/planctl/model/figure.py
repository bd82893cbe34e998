"""Figures of a KPI: where it stood, where it is to go, and where it is."""

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Final

from planctl.model.days import Day
from planctl.model.period import DASHES, Period
from planctl.model.record import Record
from planctl.model.scale import Rating
from planctl.model.short_forms import ShortForm
from planctl.model.values import Flag, Number, Text
from planctl.model.vocabulary import Vocabulary

_UNSIGNED: Final = r"(?:£?\s?\d[\d,.]*\s?%?)"
_UNSIGNED_NUMBER: Final = re.compile(_UNSIGNED, re.ASCII)
_ANY_NUMBER: Final = re.compile(rf"[+-]?{_UNSIGNED}", re.ASCII)
_BOUND: Final = re.compile(
    rf"(?:(?P<least>at least|≥|>=)|(?P<most>at most|≤|<=))\s*(?P<value>{_UNSIGNED})",
    re.ASCII | re.IGNORECASE,
)
_TOO_FEW: Final = re.compile(r"<\s?(?:[1-9]|1\d|20)", re.ASCII)
"""Fewer than so many are not published, lest somebody be known."""

TO_BE_SET: Final = frozenset(
    {"to be set", "to be agreed", "to be confirmed", "to follow", "tbc", "tba"}
)


class TargetKind(Vocabulary):
    """What a target says of the figure."""

    ABSOLUTE = "absolute"
    CHANGE = "change"
    CHANGE_PCT = "change_pct"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ESTABLISH = "establish"
    BENCHMARK = "benchmark"
    NARRATIVE = "narrative"


class ChangeOf(Vocabulary):
    """What a change is counted from."""

    BASELINE = "baseline"
    PREVIOUS = "previous"


class Trend(Vocabulary):
    """Which way a figure moves."""

    IMPROVING = "improving"
    STEADY = "steady"
    WORSENING = "worsening"


class Figure(Record):
    """Where a KPI stood at first, or what it is held against, in figures or words.

    A number alone stands for its `value`, other text for its `text`.

    Example (in a KPI):
        baseline:
          value: 61%
          text: Two schools did not answer.
          period: 2016-17
          source: School census
        benchmark: the best quarter of similar areas
    """

    place: ClassVar[str] = "the figure"

    value: Number | None = None
    """The figure, as a number in the KPI's unit."""
    text: Text | None = None
    """The figure in words, or a remark on it."""
    period: Period | None = None
    """The period that the figure is of."""
    source: Text | None = None
    """Where the figure can be looked up."""


class Target(Record):
    """Where a KPI is to be by a period.

    Text alone is read as what it says: a number; `at least 95%` or `at most 20`; `to be set`,
    `to be agreed`, `to follow` or `TBC` where the target is still to be set. Any other words are
    kept as they are, and so is a number with a sign: `-5` may be a change, or a figure below zero.
    The full form says which.

    Example (in a KPI):
        targets:
          2017-18: at least 70%
          2018-19: {kind: change, value: 5, text: five points more than at first, of: baseline}
          2019-20: to be set

    Example (in a KPI):
        targets: {Year 1: "1,200", Year 2: as many as in the best quarter of similar areas}
    """

    place: ClassVar[str] = "the target"

    kind: TargetKind = TargetKind.ABSOLUTE
    """What the target says. Left out, it is a figure to reach (`absolute`) where there is a value,
    and words (`narrative`) where there are only words."""
    value: Number | None = None
    """The figure to reach, or by how much to change. With `change_pct` it is a percentage."""
    text: Text | None = None
    """The target in words."""
    of: ChangeOf | None = None
    """What a change is counted from: the baseline, or the period before."""


class Actual(Record):
    """Where a KPI is in a period.

    A number alone stands for its `value`; `<5` says that the figure is suppressed.

    Example (in a KPI):
        actuals:
          2016-17: 61%
          2017-18:
            value: 64%
            rating: amber
            trend: improving
            last: 61%
            forecast: 68%
            comment: Two schools have not sent theirs yet.
            provisional: true
            suppressed: false
            by: schools
            date: 2018-09-14
    """

    place: ClassVar[str] = "the actual figure"

    value: Number | None = None
    """The figure, as a number in the KPI's unit."""
    rating: Rating | None = None
    """How the figure is judged, on the plan's scale."""
    trend: Trend | None = None
    """Which way it moves, as its owner sees it."""
    last: Number | None = None
    """The figure of the period before, as it was known then."""
    forecast: Number | None = None
    """The figure that is expected for the end of the period."""
    comment: Text | None = None
    """What is behind the figure."""
    provisional: Flag = False
    """`true` while the figure may still be corrected."""
    suppressed: Flag = False
    """`true` where the figure is held back because so few people are in it that they might be
    known."""
    by: Text | None = None
    """Who gave the figure: a party's id, name or alias."""
    date: Day | None = None
    """The day on which it was given."""

    @property
    def published(self) -> Decimal | None:
        """The figure that may be shown; None where it is held back."""
        return None if self.suppressed else self.value


def _figure(written: Any) -> Any:
    """What looks like a number is read as one, and refused as one where it cannot be."""
    if not isinstance(written, str):
        return written
    is_number = _ANY_NUMBER.fullmatch(written.strip().translate(DASHES))
    return {"value" if is_number else "text": written}


def _target(written: Any) -> Any:
    """A sign makes words of a number: `-5` may be a change, or a figure below zero."""
    if isinstance(written, dict):
        return written if _is_unmistakable(written) else {**written, "kind": "narrative"}
    if not isinstance(written, str):
        return written
    words = " ".join(written.split())
    if _UNSIGNED_NUMBER.fullmatch(words):
        return {"kind": "absolute", "value": words}
    if found := _BOUND.fullmatch(words):
        return {"kind": "at_least" if found["least"] else "at_most", "value": found["value"]}
    if words.casefold() in TO_BE_SET:
        return {"kind": "establish", "text": written}
    return {"kind": "narrative", "text": written}


def _is_unmistakable(written: dict[str, Any]) -> bool:
    is_words = written.get("text") is not None and written.get("value") is None
    return written.get("kind") is not None or not is_words


def _actual(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    if _TOO_FEW.fullmatch(written.strip()):
        return {"suppressed": "true", "comment": written}
    return {"value": written}


FigureField = Annotated[Figure, ShortForm(_figure, (("type", "string"),))]
"""A number, words, or the full form."""

TargetField = Annotated[Target, ShortForm(_target, (("type", "string"),))]
"""`95%`, `at least 95%`, `to be set`, other words, or the full form."""

ActualField = Annotated[Actual, ShortForm(_actual, (("type", "string"),))]
"""A number, `<5`, or the full form."""
