"""An invented plan of any size, as plain values that edits can be planted in."""

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from planctl.loading.reading import reading_of
from planctl.model import Plan
from tests.diff.planted_words import Texts, name, title

ON: Final = date(2018, 2, 15)
"""The day on which both versions are judged: a term is over, and the next one has begun."""
CLOSED: Final = "2017-18 autumn"
CURRENT: Final = "2017-18 spring"
YEARS: Final = ("Year 1", "Year 2", "Year 3")
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
PER_THEME: Final = 18
"""So many actions a theme has at most; the letters after them are free."""
PARTIES: Final = ("library", "schools", "clinic", "youth-service", "parents-forum")


@dataclass(eq=False)
class Entry:
    """An entry in both versions, and the list that holds it in each."""

    old: dict[str, Any]
    new: dict[str, Any]
    old_home: list[dict[str, Any]]
    new_home: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """By which a change of it is known: its uid, else its reference in the new version."""
        return name_of(self.new)

    @property
    def was(self) -> str:
        """The same in the old version."""
        return name_of(self.old)

    def leave(self) -> None:
        """The new version has it no more."""
        del self.new_home[self.place]

    @property
    def place(self) -> int:
        """Where it stands in its list of the new version."""
        return next(at for at, one in enumerate(self.new_home) if one is self.new)


def name_of(entry: dict[str, Any]) -> str:
    """By which a change of the entry is known."""
    return str(next(entry[key] for key in ("uid", "ref", "id", "period") if key in entry))


@dataclass
class Draft:
    """A plan in both versions while edits are planted in it."""

    chosen: random.Random
    texts: Texts
    has_uids: bool
    old: dict[str, Any]
    new: dict[str, Any]
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    rows: list[Entry] = field(default_factory=list)
    shuffled: set[int] = field(default_factory=set)
    last: Entry | None = None
    returned: Entry | None = None
    counted: int = 0

    def take(self, kind: str, wanted: Callable[[Entry], bool] = lambda _: True) -> Entry | None:
        """An entry of the kind that nothing was planted in yet, if there is one as wanted.

        Or the one that was given back.
        """
        if self.returned is not None:
            found, self.returned = self.returned, None
            return found
        free = self.entries[kind]
        for at in self.chosen.sample(range(len(free)), len(free)):
            if wanted(free[at]):
                self.last = free.pop(at)
                return self.last
        return None

    def row(self) -> Entry:
        """Any action that nothing was planted in yet."""
        found = self.take("actions")
        assert found is not None, "more edits than actions"
        return found

    def named_row(self) -> Entry | None:
        """One that is known again whatever its words are."""
        return self.take(
            "actions", lambda entry: self.has_uids or entry.old["ref"] == entry.new["ref"]
        )

    def give_back(self) -> None:
        """The entry that was taken last is what is taken next."""
        self.returned = self.last

    def number(self) -> int:
        """A number that nothing else has."""
        self.counted += 1
        return self.counted

    def free_ref(self, home: list[dict[str, Any]]) -> str:
        """A reference that no row of the theme has, nor ever had."""
        theme = next(one for one in self.new["themes"] if one["actions"] is home)
        return f"{theme['ref']}{LETTERS[PER_THEME]}{self.number()}"

    def fresh_action(self, home: list[dict[str, Any]]) -> dict[str, Any]:
        """An action that the plan does not have."""
        return action(
            self.chosen, self.texts, self.free_ref(home), self.number(), has_uids=self.has_uids
        )


def draft(seed: int, actions: int, *, has_uids: bool) -> Draft:
    """Two equal versions of an invented plan with so many actions."""
    chosen = random.Random(seed)  # noqa: S311 - the same plan for the same seed
    texts = Texts(chosen)
    old = _plan(chosen, texts, actions, has_uids=has_uids)
    new = copy.deepcopy(old)
    beside = {name: _entries(old[name], new[name]) for name in _BESIDE}
    rows = [
        entry
        for one, other in zip(old["themes"], new["themes"], strict=True)
        for entry in _entries(one["actions"], other["actions"])
    ]
    return Draft(
        chosen, texts, has_uids, old, new, {**beside, "actions": [*rows]}, rows, counted=actions
    )


_BESIDE: Final = (
    "kpis", "funding", "commitments", "recommendations", "risks", "changes", "themes",
)  # fmt: skip


def _entries(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[Entry]:
    return [Entry(one, other, old, new) for one, other in zip(old, new, strict=True)]


def read(plain: dict[str, Any]) -> Plan:
    """The plan that the plain values are."""
    return Plan.model_validate(plain, context=reading_of(plain, None))


def action(
    chosen: random.Random, texts: Texts, ref: str, number: int, *, has_uids: bool
) -> dict[str, Any]:
    """An invented action, rated in the term that is over and in the one that has begun."""
    found: dict[str, Any] = {"ref": ref, "text": texts.fresh()}
    if has_uids:
        found["uid"] = f"row-{number}"
    found["responsible"] = [chosen.choice(PARTIES)]
    found["schedule"] = {year: {} for year in chosen.choice([YEARS[:2], YEARS[1:], YEARS[:1]])}
    if chosen.random() < 0.5:
        found["due"] = f"20{chosen.randint(19, 20)}-0{chosen.randint(1, 8)}-15"
    found["evidence"] = [{"id": f"E{number}", "title": title(chosen), "sha256": "0" * 64}]
    found["priority"] = chosen.randint(1, 3)
    found["updates"] = {
        CLOSED: {"rating": "amber", "comment": title(chosen)},
        CURRENT: {"rating": "amber", "comment": title(chosen), "stage": "in_progress"},
    }
    return found


def _plan(chosen: random.Random, texts: Texts, actions: int, *, has_uids: bool) -> dict[str, Any]:
    beside = max(3, actions // 15)
    return {
        "format": "planctl/1",
        "id": "invented",
        "title": "An invented plan",
        "period": {"from": "2017-09-01", "to": "2020-08-31"},
        "parties": [{"id": one, "kind": "organisation", "name": one} for one in PARTIES],
        "kpis": [_kpi(chosen, number, has_uids=has_uids) for number in range(beside)],
        "funding": [{"period": year, "amount": 24000 + 1000 * at} for at, year in enumerate(YEARS)],
        "commitments": [
            {"ref": f"P{number}", "statement": texts.fresh()} for number in range(beside)
        ],
        "recommendations": [
            {"ref": f"R{number}", "text": texts.fresh()} for number in range(beside)
        ],
        "risks": [{"ref": f"X{number}", "text": texts.fresh()} for number in range(beside)],
        "changes": [_decision(chosen, number) for number in range(beside)],
        "themes": _themes(chosen, texts, actions, has_uids=has_uids),
    }


def _themes(
    chosen: random.Random, texts: Texts, actions: int, *, has_uids: bool
) -> list[dict[str, Any]]:
    sizes = [min(PER_THEME, actions - first) for first in range(0, actions, PER_THEME)]
    if actions < 3 * PER_THEME:
        sizes = [actions // 3, actions // 3, actions - 2 * (actions // 3)]
    number, themes = 0, []
    for at, size in enumerate(sizes, start=1):
        rows = []
        for letter in LETTERS[:size]:
            number += 1
            rows.append(action(chosen, texts, f"2.{at}{letter}", number, has_uids=has_uids))
        themes.append({"ref": f"2.{at}", "title": f"{title(chosen)} {at}", "actions": rows})
    return themes


def _decision(chosen: random.Random, number: int) -> dict[str, Any]:
    """A decision of old on something that is no longer in the plan."""
    return {
        "id": f"D{number}", "date": "2017-10-12", "target": name(chosen), "reason": title(chosen),
        "decided_by": "schools", "minute": f"Item {number}",
    }  # fmt: skip


def _kpi(chosen: random.Random, number: int, *, has_uids: bool) -> dict[str, Any]:
    low = chosen.randint(40, 60)
    found: dict[str, Any] = {
        "ref": f"K{number}",
        "title": f"{title(chosen)} {title(chosen)}",
        "unit": "families",
        "better": "higher",
        "baseline": {"value": low},
        "targets": {"2017-18": str(low + 10), "2018-19": str(low + 20)},
        "definition": f"{title(chosen)} counted once in each {title(chosen)}",
    }
    if chosen.random() < 0.5:
        # The lower, the better: the figures go the other way.
        found |= {"better": "lower", "baseline": {"value": low + 30}}
        found["targets"] = {"2017-18": str(low + 20), "2018-19": str(low + 10)}
    return {**found, "uid": f"kpi-{number}"} if has_uids else found
