"""Short forms: text or a list where the format's full form is a mapping.

Each is one annotation on the field. It turns what was written into the full form before pydantic
validates it, and tells JSON Schema that both are accepted. A union of text and mapping would give
two errors for each mistake and hide the useful one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

Expand = Callable[[Any], Any]
FILLS: Final = "fills"
"""What the schema of a short form calls the field that a text fills."""


@dataclass(frozen=True, slots=True, eq=False)
class ShortForm:
    """Another way to write a value: `expand` gives the full form, `schema` tells of the short.

    Compared by identity: `X | None` needs what annotates X to have a hash, and a schema has none.
    """

    expand: Expand
    schema: tuple[tuple[str, Any], ...]

    def __get_pydantic_core_schema__(
        self,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """The field's own schema, with `expand` in front of it."""
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Either form."""
        return {"anyOf": [dict(self.schema), handler(schema)]}


def text_for(field: str) -> ShortForm:
    """Text in place of a mapping: it fills `field`."""

    def expand(written: Any) -> Any:
        return {field: written} if isinstance(written, str) else written

    return ShortForm(expand, (("type", "string"), (FILLS, field)))


def _listed(written: Any) -> Any:
    return [written] if isinstance(written, str) else written


ONE_OR_MANY = ShortForm(_listed, (("type", "string"),))
"""A single text in place of a list of one."""
