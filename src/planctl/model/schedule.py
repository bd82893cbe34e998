"""When an action is worked on: periods, ticked, with a phase where the plan names one."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final, TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from planctl.model.period import Period, read_period
from planctl.model.record import Record
from planctl.model.short_forms import ShortForm
from planctl.model.values import Text
from planctl.model.vocabulary import Vocabulary

_TICKS: Final = frozenset("√✓✔☑xX")


class Phase(Vocabulary):
    """What kind of work a period holds."""

    PLAN = "plan"
    PILOT = "pilot"
    MEASURE = "measure"
    ROLL_OUT = "roll-out"
    DELIVER = "deliver"
    EMBED = "embed"
    SUSTAIN = "sustain"
    REVIEW = "review"


class Certainty(Vocabulary):
    """How sure it is that the period will be worked in."""

    FIRM = "firm"
    PROVISIONAL = "provisional"


class ScheduleEntry(Record):
    """One period of a schedule; without a phase it is a plain tick."""

    place: ClassVar[str] = "the schedule entry"

    phase: Phase | None = None
    certainty: Certainty = Certainty.FIRM
    note: Text | None = None


def _ticked(written: Any) -> Any:
    if isinstance(written, str):
        return {} if written.strip() in _TICKS else {"phase": written}
    return written


def _periods(written: Any) -> Any:
    """A list of periods, or a single one, as a mapping with plain ticks."""
    if isinstance(written, str):
        return {written: {}}
    if isinstance(written, list) and all(isinstance(period, str) for period in written):
        if len({read_period(period) or period for period in written}) < len(written):
            _one_entry_a_period(written)
        return {period: {} for period in written}
    return written


def _one_entry_a_period(written: Any) -> Any:
    """The mapping itself; two spellings of one period would silently lose an entry."""
    if not isinstance(written, dict | list):
        return written
    seen: dict[Period, str] = {}
    for name in written:
        period = read_period(name) if isinstance(name, str) else None
        if period in seen:
            spellings = {"written": name, "first": seen[period]}
            raise PydanticCustomError("duplicate_period", "{written}", spellings)
        if period is not None:
            seen[period] = name
    return written


def _blanks_left_out(written: Any) -> Any:
    if isinstance(written, dict):
        return {name: entry for name, entry in written.items() if entry is not None}
    return written


_Entry = TypeVar("_Entry")
PeriodMap = Annotated[Mapping[Period, _Entry], BeforeValidator(_one_entry_a_period)]
"""One entry a period, in the order written."""

PeriodRecords = Annotated[PeriodMap[_Entry], BeforeValidator(_blanks_left_out)]
"""The same for records, of which a blank one says nothing. A blank tick may have been meant."""

_LIST_OF_PERIODS: Final = ShortForm(
    _periods,
    (("anyOf", [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]),),
)
_TICK_OR_PHASE: Final = ShortForm(_ticked, (("type", "string"),))

Schedule = Annotated[PeriodMap[Annotated[ScheduleEntry, _TICK_OR_PHASE]], _LIST_OF_PERIODS]
"""`[Year 1]`, `{Year 1: pilot}`, `{Year 1: ✓}` or the full form."""
