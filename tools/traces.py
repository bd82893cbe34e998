"""Holds a printed text against its table of traces, and says whether it is that text.

Usage: python tools/traces.py SOURCE.txt TABLE.tsv. Exits 0 when each line of the text is the one
that the table tells of, and 1, with the lines in question, when one is not.
"""

import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

COLUMNS = ("line", "sha256", "numbers", "places", "reason")
NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
MOST = 20
"""Lines that are named one by one."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One line of a printed text: its place, its hash, its numbers, and whether it is in a plan."""

    line: int
    sha256: str
    numbers: str
    is_in_plan: bool


class NotATableError(Exception):
    """A file that holds no table of traces."""


def main(arguments: Sequence[str]) -> int:
    """Says what differs. Gives the exit code."""
    if len(arguments) != 2:  # noqa: PLR2004 - a text and a table
        print("Usage: python tools/traces.py SOURCE.txt TABLE.tsv", file=sys.stderr)
        return 1
    text, table = map(Path, arguments)
    try:
        lines, traces = lines_of(text.read_bytes()), tuple(traces_of(table.read_text("utf-8")))
    except OSError as error:
        print(f"{error.filename} cannot be read: {error.strerror}.", file=sys.stderr)
        return 1
    except (NotATableError, UnicodeDecodeError):
        print(f"{table} is no table of traces.", file=sys.stderr)
        return 1
    wrong = tuple(differences(lines, traces))
    for difference in wrong[:MOST]:
        print(difference)
    if len(wrong) > MOST:
        print(f"And {len(wrong) - MOST} more.")
    print(verdict(traces, is_same=not wrong))
    return 1 if wrong else 0


def lines_of(text: bytes) -> tuple[bytes, ...]:
    """The lines without their ends; nothing is made of what follows the last line's end."""
    lines = text.split(b"\n")
    return tuple(lines if lines[-1] else lines[:-1])


def traces_of(table: str) -> Iterator[Trace]:
    """The rows of the table. Raises NotATableError."""
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    if not rows or tuple(rows[0]) != COLUMNS:
        raise NotATableError
    for row in rows[1:]:
        if len(row) != len(COLUMNS) or not row[0].isdecimal():
            raise NotATableError
        yield Trace(int(row[0]), row[1], row[2], bool(row[3]))


def differences(lines: Sequence[bytes], traces: Sequence[Trace]) -> Iterator[str]:
    """Each line that is not what the table tells of, in words."""
    if len(lines) != len(traces):
        yield f"The text has {len(lines)} lines, and the table tells of {len(traces)}."
    for place, (line, trace) in enumerate(zip_longest(lines, traces), start=1):
        if line is None or trace is None:
            return
        if trace.line != place:
            yield f"Line {place}: the table tells of line {trace.line} here."
        elif hashlib.sha256(line).hexdigest() != trace.sha256:
            yield f"Line {place}: it is not the line that the table was made from."
        elif (found := numbers_in(line.decode("utf-8", "replace"))) != trace.numbers:
            said = trace.numbers or "none"
            yield f"Line {place}: its numbers are {found or 'none'}, and the table has {said}."


def numbers_in(text: str) -> str:
    """The numbers of the text in its order, without commas and noughts at their beginnings."""
    found = (number.replace(",", "") for number in NUMBER.findall(text))
    return " ".join(number if "." in number else str(int(number)) for number in found)


def verdict(traces: Sequence[Trace], *, is_same: bool) -> str:
    """What it comes to, in a line."""
    if not is_same:
        return "This is not the text that the table was made from."
    inside = sum(trace.is_in_plan for trace in traces)
    return (
        f"All {len(traces)} lines are those of the table: {inside} lead into the plan, and for"
        f" {len(traces) - inside} it says why they do not."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
