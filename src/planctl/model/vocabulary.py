"""Closed sets of words, read in any case and with spaces, hyphens or underscores alike."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_JOINERS: Final = re.compile(r"[\s_-]+")


class Vocabulary(StrEnum):
    """The words that a field takes."""

    @classmethod
    def read(cls, written: Any) -> Self:
        """The word that was meant; an error of type `not_in_vocabulary` for any other."""
        if isinstance(written, cls):
            return written
        if not isinstance(written, str):
            raise PydanticCustomError("string_type", "text expected")
        found = {folded(word): word for word in cls}.get(folded(written))
        if found is None:
            raise PydanticCustomError(
                "not_in_vocabulary", "{written}", {"written": written, "allowed": [*cls]}
            )
        return found

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        """Reading by `read`, whatever the case."""
        del source, handler
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The words in their written form, and a pattern of the other spellings that are read."""
        del schema, handler
        words = [word.value for word in cls]
        return {"anyOf": [{"enum": words}, {"type": "string", "pattern": any_spelling(words)}]}


def folded(word: str) -> str:
    """The word without what writers vary: case, spaces, hyphens, underscores."""
    return _JOINERS.sub("-", word.strip().casefold())


def any_spelling(words: Iterable[str]) -> str:
    """A pattern of all that is folded to one of the words.

    Why: JSON Schema has no flag that makes capitals and small letters alike.
    """
    either = ("".join(f"[{letter.upper()}{letter}]" for letter in folded(word)) for word in words)
    return rf"^\s*({'|'.join(either)})\s*$".replace("[--]", r"[\s_-]+")
