"""When an action is worked on: periods, ticked, with a phase where the plan names one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, TypeVar

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from planctl.model.period import Period, read_period
from planctl.model.record import Record
from planctl.model.short_forms import FILLS, ShortForm
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
    """One period of a schedule; without a phase it is a plain tick.

    A word alone stands for its `phase`, and a tick (`✓`, `√` or `x`) for a period without one.

    Example (in an action):
        schedule:
          Year 1: pilot
          Year 2: ✓
          Year 3: {phase: roll-out, certainty: provisional, note: If funded}

    Example (in an action):
        schedule: [Year 1, Year 2]
    """

    place: ClassVar[str] = "the schedule entry"

    phase: Phase | None = None
    """What kind of work the period holds."""
    certainty: Certainty = Certainty.FIRM
    """Whether the period is sure, or only thought of."""
    note: Text | None = None
    """What is to be known about the period."""


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
            _seen_once(written, read_period)
        return {period: {} for period in written}
    return written


def _one_entry_a_period(written: Any, info: ValidationInfo) -> Any:
    """The mapping itself; two spellings of one period would silently lose an entry.

    Year 1 and 2017-18 are one period in a plan that begins in 2017-18: who says two things of it
    has not said which one holds.
    """
    timeline = info.context.get("timeline") if info.context else None
    if isinstance(written, dict):
        _seen_once(written, timeline.year_or_part if timeline else read_period)
    return written


def _seen_once(written: Iterable[Any], reading: Callable[[str], Period | None]) -> None:
    seen: dict[Period, str] = {}
    for name in written:
        period = reading(name) if isinstance(name, str) else None
        if period in seen:
            said = {"written": name, "first": seen[period], "period": str(period)}
            raise PydanticCustomError("duplicate_period", "{written}", said)
        if period is not None:
            seen[period] = name


@dataclass(frozen=True, slots=True)
class _BlanksLeftOut:
    """Takes a mapping without what is blank in it, and tells JSON Schema that blanks are taken."""

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """The mapping's own schema, with the blanks left out before it."""
        return core_schema.no_info_before_validator_function(_blanks_left_out, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The same with an entry or nothing."""
        written = handler(schema)
        entry = {"anyOf": [written["additionalProperties"], {"type": "null"}]}
        return {**written, "additionalProperties": entry}


def _blanks_left_out(written: Any) -> Any:
    if isinstance(written, dict):
        return {name: entry for name, entry in written.items() if entry is not None}
    return written


_Entry = TypeVar("_Entry")
PeriodMap = Annotated[Mapping[Period, _Entry], BeforeValidator(_one_entry_a_period)]
"""One entry a period, in the order written."""

PeriodRecords = Annotated[PeriodMap[_Entry], _BlanksLeftOut()]
"""The same for records, of which a blank one says nothing. A blank tick may have been meant."""

_LIST_OF_PERIODS: Final = ShortForm(
    _periods,
    (("anyOf", [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]),),
)
_TICK_SCHEMA: Final = {"type": "string", "pattern": rf"^\s*[{''.join(sorted(_TICKS))}]\s*$"}
_TICK_OR_PHASE: Final = ShortForm(
    _ticked,
    (("anyOf", [{"type": "string", FILLS: "phase"}, {"enum": ["✓"]}, _TICK_SCHEMA]),),
)

Schedule = Annotated[PeriodMap[Annotated[ScheduleEntry, _TICK_OR_PHASE]], _LIST_OF_PERIODS]
"""`[Year 1]`, `{Year 1: pilot}`, `{Year 1: ✓}` or the full form."""
