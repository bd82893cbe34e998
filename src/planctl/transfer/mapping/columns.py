"""The field of each column of a table, and the columns that somebody has to be asked about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Final

from planctl.model import Period
from planctl.transfer.mapping.fields import HEADINGS, OF_UPDATE, SINGLE, UNSURE, Field
from planctl.transfer.mapping.fitting import fits, holds_refs
from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.headings import JOINER, Column, Header, known_as
from planctl.transfer.mapping.periods import is_part, period_called, period_of
from planctl.transfer.mapping.wishes import Wish, Wishes

_NEAR: Final = 0.86
_PERHAPS: Final = 0.7
_MOST_OFFERED: Final = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The field that a column goes to; `how` says by what it was chosen."""

    column: Column
    field: Field
    how: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A column that nothing settles, with the fields that it may belong to."""

    column: Column
    candidates: tuple[Field, ...]


@dataclass(slots=True)
class Columns:
    """What the columns of a table became so far."""

    choices: list[Choice] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def place(self, wanted: Field) -> int | None:
        """The column of the field; the first where it has several."""
        found = [one.column.index for one in self.choices if one.field is wanted]
        return min(found, default=None)


def columns_of(header: Header, wishes: Wishes) -> Columns:
    """Each column with its field, or with the doubt about it."""
    found = Columns()
    waiting = []
    for column in header.columns:
        choice = _wished(column, wishes) or _known(column)
        if choice is None:
            waiting.append(column)
        else:
            found.choices.append(choice)
    _split_actions(found, waiting)
    for column in sorted(waiting, key=_is_open):
        _settle(column, found)
    _one_each(found)
    found.choices.sort(key=lambda one: one.column.index)
    return found


def _wished(column: Column, wishes: Wishes) -> Choice | None:
    names = (column.heading, *column.parts[-1:], *column.parts[:1], f"column {column.index + 1}")
    wish = next((wishes[folded(name)] for name in names if folded(name) in wishes), None)
    return _as_wished(column, wish) if wish else None


def _as_wished(column: Column, wish: Wish) -> Choice:
    period = wish.period or period_of(column.parts)
    return Choice(column, wish.field, "as asked", period)


def _known(column: Column) -> Choice | None:
    """The field that the heading names, with its period: Year 1 below Timeline."""
    if not column.parts:
        return None
    if is_part(column.parts[-1]) and period_of(column.parts) is None:
        return None
    period = period_of(column.parts)
    names = [known_as(part) for part in reversed(column.parts)]
    names.append(known_as(column.heading.replace(JOINER, " ")))
    for name in names:
        if name and name not in UNSURE:
            known = HEADINGS[name]
            known = Field.SCHEDULE if period and known is Field.DUE else known
            if period is None or known in OF_UPDATE or known is Field.SCHEDULE:
                return Choice(column, known, "by its heading", period)
    return _alike(column) if period is None and not any(names) else None


def _alike(column: Column) -> Choice | None:
    """The field whose headings the column's is written like, a slip apart; no other is near."""
    scores = _near(folded(column.parts[-1]))
    best = [known for known, score in scores.items() if score >= _NEAR]
    return Choice(column, best[0], "by a heading much like it") if len(best) == 1 else None


def _split_actions(found: Columns, waiting: list[Column]) -> None:
    """Finds the numbers beside the actions, where one heading or none stands over them."""
    if (place := found.place(Field.TEXT)) is None or found.place(Field.REF) is not None:
        return
    first = next(one for one in found.choices if one.column.index == place)
    twins = [one for one in found.choices if one.field is Field.TEXT and one is not first]
    right = next((one for one in waiting if one.index == place + 1 and not one.parts), None)
    left = next((one for one in waiting if one.index == place - 1 and not one.parts), None)
    if holds_refs(first.column) and (twins or right):
        found.choices.remove(first)
        found.choices.append(replace(first, field=Field.REF, how="by its cells"))
        if right and not twins:
            waiting.remove(right)
            found.choices.append(Choice(right, Field.TEXT, "by its place"))
    elif left and holds_refs(left):
        waiting.remove(left)
        found.choices.append(Choice(left, Field.REF, "by its cells"))


def _is_open(column: Column) -> bool:
    """Whether the column can only be judged once the others are known."""
    return not column.parts or period_called(column.parts[-1]) is None


def _settle(column: Column, found: Columns) -> None:
    """Lets the cells decide between the fields that the heading may mean."""
    period = period_of(column.parts)
    offered = _offered(column, period)
    if not column.filled and not any(cell.fill for cell in column.cells):
        chosen = offered[0] if offered else Field.IGNORE
        found.choices.append(Choice(column, chosen, "it is empty", period))
        return
    taken = {one.field for one in found.choices} & SINGLE
    free = [one for one in offered if one not in taken]
    text = found.place(Field.TEXT)
    fitting = [one for one in free if fits(column, one, text)]
    if not fitting and Field.OWN in free:
        fitting = [Field.OWN]
    if len(fitting) == 1 and _is_named(column, period):
        found.choices.append(Choice(column, fitting[0], "by its cells", period))
    else:
        found.doubts.append(Doubt(column, tuple(fitting or free)[:_MOST_OFFERED]))


def _is_named(column: Column, period: Period | None) -> bool:
    name = next((n for part in reversed(column.parts) if (n := known_as(part))), None)
    return name is not None or period is not None


def _offered(column: Column, period: Period | None) -> tuple[Field, ...]:
    """The fields that the heading may mean, the likeliest first."""
    for part in reversed(column.parts):
        if (name := known_as(part)) in UNSURE:
            return UNSURE[name or ""]
    if period or (column.parts and is_part(column.parts[-1])):
        return (Field.SCHEDULE, Field.RATING, Field.COMMENT)
    scores = _near(folded(column.parts[-1])) if column.parts else {}
    return tuple(sorted(scores, key=lambda one: -scores[one]))


def _near(name: str) -> Mapping[Field, float]:
    """The fields with headings that are written much like this one, and how much."""
    scores: dict[Field, float] = {}
    for heading, known in HEADINGS.items():
        score = SequenceMatcher(None, name, heading).ratio()
        if score >= _PERHAPS:
            scores[known] = max(score, scores.get(known, 0))
    return scores


def _one_each(found: Columns) -> None:
    """Doubts the second column of a field that has room for one."""
    seen: set[Field] = set()
    for choice in sorted(found.choices, key=lambda one: one.how != "as asked"):
        if choice.field in SINGLE and choice.field in seen and choice.column.filled:
            found.choices.remove(choice)
            found.doubts.append(Doubt(choice.column, (Field.NOTES, Field.OWN, Field.IGNORE)))
        seen.add(choice.field)
