"""The reference of the plan format: its prose from plan-format.md, its facts from the model."""

import inspect
import re
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Final

from field_kinds import anchor, hint, name_of, takes, vocabularies

from planctl.loading.descriptions import descriptions
from planctl.loading.examples import examples
from planctl.loading.schema import records
from planctl.model import FuzzyDate, Plan, Programme, Timeline, read_day, read_deadline
from planctl.model.entity import Entity
from planctl.model.record import Record
from planctl.model.scale import PRESETS
from planctl.model.timeline import YEAR_STARTS, Days

TEMPLATE: Final = Path(__file__).with_name("plan-format.md")
_PLACEHOLDER: Final = re.compile(r"^\{\{ (.+) \}\}$", re.MULTILINE)
_HEADING: Final = re.compile(r"^(##+) (.+)$", re.MULTILINE)
_FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_TIMELINE: Final = Timeline(read_day("2017-09-01"), read_day("2020-08-31"))
_SHARED: Final = {
    "own": "[`own`](#fields-of-your-own) fields",
    "source": "a [`source`](#where-it-came-from)",
}
_PERIODS: Final = (
    "Year 1", "2017-18", "2017-18 autumn", "autumn 2017", "spring 2018", "2018-19 Q2", "2018-03",
    "March 2018", "2018",
)  # fmt: skip
_DEADLINES: Final = (
    "2018-01-25", "25/01/18", "25 January 2018", "January 2018", "spring 2018", "early 2018",
    "end of March 2018", "June to July 2018", "Year 2", "termly", "ongoing",
    "2 weeks after the visit",
)  # fmt: skip


def plan_format_page() -> str:
    """The page: the template with its places filled, and a list of contents."""
    filled = _PLACEHOLDER.sub(lambda found: _filled(found[1]), TEMPLATE.read_text(encoding="utf-8"))
    return filled.replace("<!-- contents -->", "\n".join(_contents(filled)))


def _filled(name: str) -> str:
    if name in _TABLES:
        return "\n".join(_TABLES[name]())
    known = {record.__name__: record for record in (*records(Plan), *records(Programme))}
    return "\n\n".join("\n".join(_section(known[one])) for one in name.split())


def _contents(page: str) -> Iterator[str]:
    for level, title in _HEADING.findall(_FENCED.sub("", page)):
        yield f"{'  ' * (len(level) - 2)}- [{title}](#{anchor(title)})"


def _section(record: type[Record]) -> Iterator[str]:
    """All that the page says of one record."""
    name = name_of(record)
    yield from (f"### {name[0].upper()}{name[1:]}", "", _prose(record), "")
    yield from ("| field | takes | what it holds |", "|---|---|---|")
    said, of_every_one = descriptions(record), descriptions(Entity)
    for field, about in record.model_fields.items():
        written = about.alias or field
        if said[written] != of_every_one.get(written):
            needed = "; **needed**" if about.is_required() else ""
            yield _row(f"`{written}`", f"{takes(record, field)}{needed}", said[written])
    shared = [name for name in of_every_one if said.get(name) == of_every_one[name]]
    if shared:
        yield from ("", f"It may also have {' and '.join(_SHARED[name] for name in shared)}.")
    yield from _words(record)
    for example in examples(record):
        yield from ("", f"In {example.host}:", "", "```yaml", example.text, "```")


def _prose(record: type[Record]) -> str:
    """The docstring without its examples."""
    return inspect.cleandoc(record.__doc__ or "").partition("\nExample (in ")[0].strip()


def _words(record: type[Record]) -> Iterator[str]:
    """The words of the fields that take words, and which of them stands where none is written."""
    lead = ["", "Words:", ""]
    for field, about in record.model_fields.items():
        for vocabulary in vocabularies(hint(record, field)):
            yield from lead
            lead = []
            words = ", ".join(f"`{word}`" for word in vocabulary)
            default = about.default.value if isinstance(about.default, Enum) else None
            unsaid = f" Left out, it is `{default}`." if default else ""
            yield f"- `{about.alias or field}`: {words}.{unsaid}"


def _scales() -> Iterator[str]:
    for number, (preset, levels) in enumerate(PRESETS.items()):
        yield from ([""] if number else [])
        yield from (f"`scale: {preset}`", "")
        yield from ("| id | label | letter | stands for | means |", "|---|---|---|---|---|")
        for level in levels:
            state = f"`{level.state.value}`"
            mark = f"{level.symbol} {level.label}" if level.symbol else level.label
            yield _row(f"`{level.id}`", mark, level.letter or "", state, level.meaning or "")


def _calendars() -> Iterator[str]:
    yield from ("| calendar | its year begins on |", "|---|---|")
    for name, month in YEAR_STARTS.items():
        day = read_day(f"2018-{month}-01")
        yield _row(f"`{name}`", f"1 {day:%B}" if day else "")


def _periods() -> Iterator[str]:
    yield from ("| written | from | to |", "|---|---|---|")
    for written in _PERIODS:
        period = _TIMELINE.period(written)
        yield _row(f"`{written}`", *_both(_TIMELINE.days(period) if period else None))


def _deadlines() -> Iterator[str]:
    yield from ("| written | from | to |", "|---|---|---|")
    for written in _DEADLINES:
        deadline = read_deadline(written, _TIMELINE)
        yield _row(f"`{written}`", *_both(_span(deadline) if deadline else None))


def _span(deadline: FuzzyDate) -> Days | None:
    first, last = deadline.earliest, deadline.latest
    return (first, last) if first and last else None


def _both(days: Days | None) -> tuple[str, str]:
    if days is None:
        return "no day", "no day"
    first, last = (f"{day.day} {day:%B %Y}" for day in days)
    return first, last


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


_TABLES: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "scales": _scales,
    "calendars": _calendars,
    "periods": _periods,
    "deadlines": _deadlines,
}
