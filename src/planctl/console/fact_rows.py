"""The themes and actions of a plan as rows, each under the name that its facts begin with."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planctl.console.fact_words import Token, shortened, tokens, word

_NESTED = frozenset({"actions", "sub_actions"})


@dataclass(frozen=True, slots=True)
class FactRow:
    """A theme or an action with its own fields, and what it belongs to.

    `relation` is `theme` for an action of a theme, `within` for a sub-action; a theme has none.
    `place` sorts it: by refs, whatever the order of the file; what has none follows its holder.
    """

    label: str
    fields: Mapping[str, Any]
    place: tuple[Token, ...]
    relation: str = ""
    holder: str = ""

    @property
    def key(self) -> tuple[tuple[Token, ...], bool, str]:
        """By what rows are sorted; a theme goes before the actions that its ref begins."""
        return self.place, bool(self.relation), self.label


def fact_rows(themes: Iterable[Mapping[str, Any]]) -> list[FactRow]:
    """The rows of the themes, in natural order of their refs."""
    return sorted(_rows(themes), key=lambda row: row.key)


def _rows(themes: Iterable[Mapping[str, Any]]) -> Iterator[FactRow]:
    met: Counter[str] = Counter()
    for position, theme in enumerate(themes):
        label = _once(f"theme {_name(theme, 'title')}", met)
        row = FactRow(label, _own(theme), _place(theme, position))
        yield row
        for below, action in enumerate(theme.get("actions", ())):
            yield from _actions(action, below, row, met)


def _place(theme: Mapping[str, Any], position: int) -> tuple[Token, ...]:
    """The place of the theme: by its ref, else in front of the first of its actions."""
    rows = (theme,) if "ref" in theme else theme.get("actions", ())
    refs = [tokens(row["ref"]) for row in rows if "ref" in row]
    return min(refs, default=(_nameless(theme, position),))


def _actions(
    action: Mapping[str, Any], position: int, holder: FactRow, met: Counter[str]
) -> Iterator[FactRow]:
    """The action and those below it. A sub-action stays with its own, whatever its ref."""
    ref, is_main = action.get("ref"), not holder.relation
    label, place = _name(action, "text"), tokens(ref) if ref else (_nameless(action, position),)
    if not is_main or not ref:
        place = (*holder.place, *place)
    if not is_main and not (ref or "").startswith(holder.label):
        label = f"{holder.label} {label}"
    relation = "theme" if is_main else "within"
    held_by = holder.label.removeprefix("theme ") if is_main else holder.label
    row = FactRow(_once(label, met), _own(action), place, relation, held_by)
    yield row
    for below, sub_action in enumerate(action.get("sub_actions", ())):
        yield from _actions(sub_action, below, row, met)


def _name(row: Mapping[str, Any], main: str) -> str:
    """What people call the row: its ref, else its uid, else its first words."""
    name = row.get("ref") or row.get("uid")
    return word(name) if name else shortened(row[main])


def _nameless(row: Mapping[str, Any], position: int) -> Token:
    """The place of a row without a ref, behind those that have one: by its uid, or as it stands."""
    uid = row.get("uid")
    return (3, 0, uid) if uid else (4, position, "")


def _own(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _NESTED}


def _once(label: str, met: Counter[str]) -> str:
    """The label, with a number from the second namesake on."""
    met[label] += 1
    return label if met[label] == 1 else f"{label}#{met[label]}"
