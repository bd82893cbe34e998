"""Values as YAML text, for the lines of a file or for the inside of brackets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from planctl.source.scalars import WIDTH, block, one_line

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""What a file holds: texts, blanks, and lists and mappings of them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out, and which of its fields hold no text.

    `step` is how far fields stand right of the field that holds them; `dash` how far the dashes of
    a list do. In the fields of `exact`, dates and whole numbers go without quotes.
    """

    step: int = 2
    dash: int = 2
    line_end: str = "\n"
    exact: frozenset[str] = frozenset()
    has_blocks: bool = True
    """Whether texts may go on in lines of their own."""


def in_brackets(value: Value, layout: Layout, name: str = "") -> str:
    """The value on one line, as it may stand between brackets and commas.

    `name` is that of the field which holds it.
    """
    if value is None:
        return "null"
    if isinstance(value, dict):
        fields = (field_in_brackets(key, one, layout) for key, one in value.items())
        return f"{{{', '.join(fields)}}}"
    if isinstance(value, list):
        return f"[{', '.join(in_brackets(one, layout, name) for one in value)}]"
    return one_line(value, is_flow=True, is_exact=name in layout.exact)


def field_in_brackets(name: str, value: Value, layout: Layout) -> str:
    """A field with its value, as it may stand in braces."""
    return f"{name_of(name)}: {in_brackets(value, layout, name)}"


@lru_cache(maxsize=1024)
def name_of(field: str) -> str:
    """A field's name, as it may stand anywhere."""
    return one_line(field, is_flow=True)


def in_lines(value: Value, column: int, layout: Layout, name: str = "") -> str:
    """The value in lines of its own, in the column; the first one without its indentation."""
    if isinstance(value, dict | list) and value:
        return f"{layout.line_end}{' ' * column}".join(_members(value, column, layout, name))
    return _text(value, name, (column, column + layout.step), layout) or "null"


def after_colon(value: Value, column: int, layout: Layout, name: str) -> str:
    """What follows the colon of the field of that name, which begins in the column."""
    if isinstance(value, dict | list) and value:
        inner = column + (layout.step if isinstance(value, dict) else layout.dash)
        return f"{layout.line_end}{' ' * inner}{in_lines(value, inner, layout, name)}"
    used = column + len(name_of(name)) + 2
    return _spaced(_text(value, name, (used, column + layout.step), layout))


def after_dash(value: Value, column: int, layout: Layout, name: str) -> str:
    """What follows a dash in the column, in the list that the field of that name holds."""
    if isinstance(value, dict | list) and value:
        return f" {in_lines(value, column + 2, layout, name)}"
    return _spaced(_text(value, name, (column + 2, column + 2), layout))


def is_flat(value: Value, column: int, layout: Layout, name: str) -> bool:
    """Whether the value is a list or mapping of short texts, which fits a line in brackets."""
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    if any(isinstance(one, dict | list) or "\n" in (one or "") for one in inner):
        return False
    return column + len(in_brackets(value, layout, name)) <= WIDTH


def _members(
    value: list[Value] | dict[str, Value], column: int, layout: Layout, name: str
) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield f"{name_of(key)}:{after_colon(one, column, layout, key)}"
    else:
        yield from (f"-{after_dash(one, column, layout, name)}" for one in value)


def _spaced(text: str) -> str:
    return f" {text}" if text else ""


def _text(value: Value, name: str, columns: tuple[int, int], layout: Layout) -> str:
    """What is no list or mapping, or an empty one, behind so many columns used.

    The second column is that of its further lines.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return in_brackets(value, layout)
    used, column = columns
    lines = block(value, used, column) if layout.has_blocks else ()
    if not lines:
        return one_line(value, is_exact=name in layout.exact)
    indented = (f"{' ' * column}{line}" if line else "" for line in lines[1:])
    return layout.line_end.join((lines[0], *indented))
