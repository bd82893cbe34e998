"""How values stand in cells that people read and change, and how they are read back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from planctl.source import Value

TICK: Final = "✓"
_PARTY: Final = re.compile(r"(?P<party>[^()]+?)(?: \((?P<role>[a-z_]+)\))?(?:: (?P<note>.+))?")
_ENTRY: Final = re.compile(
    r"(?P<phase>✓|[a-z-]+)(?: \((?P<certainty>provisional)\))?(?:: (?P<note>.+))?"
)
_STEP: Final = re.compile(r"(?P<text>.+?)(?: \[by (?P<due>[^\]]+)\])?(?: \[(?P<kept>[a-z_]+)\])?")


_CRITERION: Final = re.compile(
    r"(?P<text>.+?)(?: \[(?P<state>not_started|in_progress|partially_met|met|not_met)\])?"
    r"(?: \[(?P<kpi>[^\]\[]+)\])?"
)


class Form(Protocol):
    """One way of writing a value into a cell."""

    def shown(self, value: Value) -> str | None:
        """What stands in the cell; None where the value has no such form."""

    def read(self, text: str) -> Value:
        """What the cell says."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it is."""

    def shown(self, value: Value) -> str | None:
        """The text."""
        return value if isinstance(value, str) else None

    def read(self, text: str) -> Value:
        """The text."""
        return text


@dataclass(frozen=True, slots=True)
class Lines:
    """A list, an entry to a line."""

    of: Form

    def shown(self, value: Value) -> str | None:
        """The entries, one below the other."""
        if not isinstance(value, list) or not value:
            return None
        entries = [self.of.shown(entry) for entry in value]
        return None if None in entries else "\n".join(filter(None, entries))

    def read(self, text: str) -> Value:
        """An entry for each line."""
        return [self.of.read(line) for line in text.split("\n") if line.strip()]


@dataclass(frozen=True, slots=True)
class Party:
    """Who is responsible: `Library service (lead): the two pilot schools`."""

    names: Mapping[str, str]
    """Names by id."""

    def shown(self, value: Value) -> str | None:
        """The party's name, its role where it is more than responsible, and a note."""
        if not isinstance(value, dict) or not isinstance(value.get("party"), str):
            return None
        party, role, note = (str(value.get(name) or "") for name in ("party", "role", "note"))
        shown = self.names.get(party, party)
        return f"{shown}{f' ({role})' if role else ''}{f': {note}' if note else ''}"

    def read(self, text: str) -> Value:
        """The assignment that the line means."""
        found = _PARTY.fullmatch(text.strip())
        if found is None:
            return {"party": text.strip()}
        ids = {name: one for one, name in self.names.items()}
        said = {name: words for name, words in found.groupdict().items() if words}
        return {**said, "party": ids.get(said["party"], said["party"])}


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a schedule: a tick, or the phase of the work."""

    def shown(self, value: Value) -> str | None:
        """The tick or phase, whether it is provisional, and a note."""
        if not isinstance(value, dict):
            return None
        phase, certainty, note = (str(value.get(name) or "") for name in _OF_PERIOD)
        return (
            f"{phase or TICK}{f' ({certainty})' if certainty else ''}{f': {note}' if note else ''}"
        )

    def read(self, text: str) -> Value:
        """The entry that the cell means; any other words stand for themselves."""
        found = _ENTRY.fullmatch(text.strip())
        if found is None:
            return text.strip()
        said: dict[str, Value] = {
            name: words for name, words in found.groupdict().items() if words and words != TICK
        }
        return said


_OF_PERIOD: Final = ("phase", "certainty", "note")


@dataclass(frozen=True, slots=True)
class Titled:
    """A record that is mostly one text, such as a success criterion or a next step."""

    name: str

    def shown(self, value: Value) -> str | None:
        """The text, where the record holds nothing else."""
        if isinstance(value, dict) and [*value] == [self.name]:
            text = value[self.name]
            return text if isinstance(text, str) else None
        return None

    def read(self, text: str) -> Value:
        """The record that holds the text."""
        return {self.name: text.strip()}


@dataclass(frozen=True, slots=True)
class Criterion:
    """How success is seen: `All schools have one. [met] [K1]`."""

    def shown(self, value: Value) -> str | None:
        """The text, how far it is met, and the KPI that shows it."""
        if not isinstance(value, dict) or not isinstance(value.get("text"), str):
            return None
        state, kpi = (str(value.get(name) or "") for name in ("state", "kpi"))
        return f"{value['text']}{f' [{state}]' if state else ''}{f' [{kpi}]' if kpi else ''}"

    def read(self, text: str) -> Value:
        """The criterion that the line means."""
        found = _CRITERION.fullmatch(text.strip())
        said = found.groupdict() if found else {"text": text.strip()}
        return {name: words for name, words in said.items() if words}


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: `Visit the school [by 2018-04-30] [done]`."""

    def shown(self, value: Value) -> str | None:
        """The text, by when, and whether it was kept."""
        if not isinstance(value, dict) or not isinstance(value.get("text"), str):
            return None
        due, kept = (str(value.get(name) or "") for name in ("due", "kept"))
        return f"{value['text']}{f' [by {due}]' if due else ''}{f' [{kept}]' if kept else ''}"

    def read(self, text: str) -> Value:
        """The step that the line means."""
        found = _STEP.fullmatch(text.strip())
        said = found.groupdict() if found else {"text": text.strip()}
        return {name: words for name, words in said.items() if words}


def is_exact(form: Form, value: Value) -> str | None:
    """What stands in the cell, where exactly the value is read back from it; else None."""
    shown = form.shown(value)
    return shown if shown and form.read(shown) == value else None
