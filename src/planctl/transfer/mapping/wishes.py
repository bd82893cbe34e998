"""What somebody says a column is, on the command line or in a saved map."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from planctl.errors import UnreadableError, WrongValueError
from planctl.findings import did_you_mean
from planctl.model import Period
from planctl.transfer.mapping.fields import Field, field_called
from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.periods import period_called


@dataclass(frozen=True, slots=True)
class Wish:
    """The field that a column is to go to; `period` is the one that it speaks of.

    `is_saved` says that it stands in a file, which may have been kept of another document.
    """

    field: Field
    period: Period | None = None
    written: str = ""
    is_saved: bool = dataclasses.field(default=False, compare=False)


Wishes = Mapping[str, Wish]
"""Each wish by its heading, as `folded` writes it."""


def wishes_in(written: Iterable[str]) -> Wishes:
    """The wishes: each `Heading=field`, `Heading=field period`, or a file of such lines.

    Raises WrongValueError, UnreadableError.
    """
    found: dict[str, Wish] = {}
    for one in written:
        lines = [one] if "=" in one else _saved(one)
        for line in lines:
            heading, _, name = line.rpartition("=")
            wish = _wish(line, heading, name)
            found[folded(heading)] = replace(wish, is_saved="=" not in one)
    return found


def saved(wishes: Wishes) -> str:
    """The wishes as the lines of a file that `--map` takes."""
    return "".join(f"{wish.written}\n" for wish in wishes.values())


def _saved(name: str) -> list[str]:
    path = Path(name)
    if not path.is_file():
        remedy = "Write --map 'Heading=field', or name a file of such lines."
        raise WrongValueError("--map", name, remedy, "has no = and is no file")
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(path, "it is no text file in UTF-8") from error
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _wish(line: str, heading: str, name: str) -> Wish:
    words = name.split(maxsplit=1)
    field = field_called(words[0]) if words else None
    period = period_called(words[1]) if words[1:] else None
    if field is None or not heading.strip():
        names = [str(one) for one in Field]
        near = did_you_mean(words[0], names) if words else None
        hint = f"Did you mean {near}? " if near else ""
        remedy = f"{hint}A field is one of {', '.join(names)}."
        raise WrongValueError("--map", line, remedy, "names no field")
    if words[1:] and period is None:
        remedy = "Write a period such as Year 1, or 'autumn 2017'."
        raise WrongValueError("--map", line, remedy, "names no period")
    return Wish(field, period, line.strip())
