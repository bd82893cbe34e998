"""A comparison as Markdown, for a comment on the change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planctl.console import changes_verdict as said
from planctl.console.changes_grouped import by_worry, plans_of
from planctl.console.changes_inert import inert
from planctl.console.changes_reworded import reworded
from planctl.console.closing import counted
from planctl.diff import Change, Compared, Level
from planctl.diff.folding import Folded

MARKER: Final = "<!-- planctl diff -->"
"""By this line the comment is found again, to be written anew."""
BUDGET: Final = 60_000
"""In characters: GitHub refuses a comment of more than 65,536."""

_GAP: Final = "\n\n"
_MAX_UNREAD: Final = 50
_LONGEST: Final = 2_000
"""Characters of the sentence on what is waived."""
_TAGS: Final = {"removed": "del", "added": "ins"}


@dataclass(frozen=True, slots=True)
class _Section:
    """A table of changes that worry as much."""

    level: Level
    told: tuple[Folded, ...]
    names_plans: bool

    @property
    def number(self) -> int:
        return sum(len(told.changes) for told in self.told)


def render_changes_markdown(compared: Compared, budget: int = BUDGET) -> str:
    """The verdict, all that needs a decision, and of the rest as much as the budget allows.

    The budget is in characters. What needs a decision is never cut, even where it is more.
    """
    sections = {section.level: section for section in _sections(compared)}
    begun = [*_head(compared)]
    if audit := sections.pop(Level.AUDIT, None):
        begun.append(_written(audit, None)[0])
    end = [*_end(compared)]
    rest = sum(section.number for section in sections.values())
    used = [*begun, _left_out(rest, compared), *end]
    room = budget - sum(len(part) + len(_GAP) for part in used)
    parts, shown = [], 0
    for section in sections.values():
        part, number = _written(section, room - len(_GAP))
        if part:
            parts.append(part)
            room -= len(part) + len(_GAP)
            shown += number
    left = [_left_out(rest - shown, compared)] if rest > shown else []
    return _GAP.join([*begun, *parts, *left, *end]) + "\n"


def _sections(compared: Compared) -> Iterator[_Section]:
    several = len(plans_of(compared)) > 1
    for level, groups in by_worry(compared):
        yield _Section(level, tuple(told for group in groups for told in group.told), several)


def _head(compared: Compared) -> Iterator[str]:
    waivers = said.new_waivers(compared)
    first = [MARKER, f"**{waivers}**", ""] if waivers else [MARKER]
    yield "\n".join([*first, f"## What changed: {inert(said.sides(compared))}"])
    yield f"**{inert(said.verdict(compared))}**"
    lines = [f"- {inert(line)}" for line in said.unread(compared)]
    if lines[_MAX_UNREAD:]:
        lines[_MAX_UNREAD:] = [f"- and {len(lines) - _MAX_UNREAD:,} more"]
    if lines:
        yield "\n".join(lines)


def _end(compared: Compared) -> Iterator[str]:
    if waived := said.waived(compared):
        yield f"{inert(waived[:_LONGEST])}{'…' if waived[_LONGEST:] else ''}."
    yield f"{said.closing(compared)}."


def _left_out(number: int, compared: Compared) -> str:
    """How many changes are not shown, and what shows them."""
    verb = "is" if number == 1 else "are"
    command = said.command(compared)
    how = f"`{command}` shows" if command else "`planctl diff` of the same two sides shows"
    return f"{counted(number, 'more change')} {verb} left out here; {how} all of them."


def _written(section: _Section, room: int | None) -> tuple[str, int]:
    """The section with as many rows as there is room for, and how many changes these tell.

    With None there is room for all; where there is none, nothing is written.
    """
    begun, end = _frame(section)
    length, number, rows = len(begun) + len(end), 0, []
    for told in section.told:
        row = f"{_row(told, section)}\n"
        length += len(row)
        if room is not None and length > room:
            break
        rows.append(row)
        number += len(told.changes)
    return (f"{begun}{''.join(rows)}{end}".rstrip("\n") if rows else ""), number


def _frame(section: _Section) -> tuple[str, str]:
    """What stands before the rows, and behind them; what is for the record is folded away."""
    title = f"{said.HEADINGS[section.level]} ({section.number:,})"
    names = ["what changed", "where"]
    if section.level is not Level.INFO:
        names.insert(1, "what to ask")
    if section.names_plans:
        names.insert(0, "plan")
    table = f"| {' | '.join(names)} |\n|{'---|' * len(names)}\n"
    if section.level is Level.INFO:
        return f"<details><summary>{title}</summary>\n\n{table}", "\n</details>"
    return f"### {title}\n\n{table}", ""


def _row(told: Folded, section: _Section) -> str:
    cells = [_message(told), inert(said.place(told))]
    if section.level is not Level.INFO:
        cells.insert(1, inert(told.question))
    if section.names_plans:
        cells.insert(0, inert(told.first.plan))
    return f"| {' | '.join(cells)} |"


def _message(told: Folded) -> str:
    message = inert(said.words(told))
    pieces = "" if told.changes[1:] else _pieces(told.first)
    return f"{message}<br>{pieces}" if pieces else message


def _pieces(change: Change) -> str:
    """What went and what came, in the words of a text."""
    return "".join(
        f"<{tag}>{inert(piece.text)}</{tag}>"
        if (tag := _TAGS.get(piece.kind))
        else inert(piece.text)
        for piece in reworded(change)
    )
