"""What most records of a plan share: values of the plan's own fields, and where they came from."""

from collections.abc import Mapping
from inspect import get_annotations
from typing import Annotated, Any, Final

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from planctl.model.record import Record
from planctl.model.short_forms import text_for
from planctl.model.values import Text

ORIGIN: Final = "from"
"""The entry of a `source` that names where figures or money come from."""

Source = Annotated[Mapping[Text, Text], "field or `line` or `file` → what the document holds there"]
"""Never in other than officer builds."""

NamedSource = Annotated[Source, text_for(ORIGIN)]
"""A source whose entry `from` is for every reader; text alone stands for that entry."""


class Entity(Record):
    """A record that may carry fields of the plan's own, and the place that it was taken from."""

    own: Mapping[Text, Text] = Field(default_factory=dict)
    """Values of the fields that the plan declares itself under `fields`: its name, and the value as
    text."""
    source: Source | None = None
    """The place in a printed or older document that this was taken from: `line`, `file`, or the
    name of a field with the cell as it was printed. Only reports for officers show it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The record's own schema, its fields in the order in which a file has them.

        Why:
            Python puts what is inherited first; in a file it stands last, unless the record says
            itself where it stands.
        """
        fields = cls.model_fields
        declared = [name for name in get_annotations(cls) if name in fields]
        inherited = [name for name in fields if name not in declared]
        for name in (*declared, *inherited):
            fields[name] = fields.pop(name)
        return handler(source)


def origin_of(source: Source | None) -> str | None:
    """Where figures or money come from, as far as the source says it."""
    return source.get(ORIGIN) if source else None
