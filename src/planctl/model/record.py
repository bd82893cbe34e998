"""What every record of a plan is: frozen, closed to unknown fields, blank keys not said."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator


class Record(BaseModel):
    """A piece of a plan as people write it.

    A key with nothing behind it counts as not written: officers leave blanks, and a blank is not an
    error but something not said. Whether it may be left unsaid is the field's affair.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    place: ClassVar[str] = "the plan"
    """What an officer calls such a record, with its article."""

    @model_validator(mode="before")
    @classmethod
    def _blanks_are_unsaid(cls, written: Any) -> Any:
        if not isinstance(written, dict) or None not in written.values():
            return written
        known = {name for key, field in cls.model_fields.items() for name in (key, field.alias)}
        return {
            key: value for key, value in written.items() if value is not None or key not in known
        }
