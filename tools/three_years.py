"""The invented example over three years: what was approved, sealed and amended, and on which day.

Run as `python tools/three_years.py`, it writes seals/ and the approvals of the plans anew: it takes
from each plan what was not known on the day of a decision, and has planctl record the decision.
"""

import re
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import yaml
from typer.testing import CliRunner

import planctl
from planctl.cli.app import app
from planctl.loading import field_names
from planctl.model import Period, Plan, read_period
from planctl.source import Document, edited, read_file, with_entry, write_atomic

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLE: Final = ROOT / "examples/three-years"
PRIORITIES: Final = ("reading", "attendance", "moving-up", "careers")


@dataclass(frozen=True, slots=True)
class Decision:
    """What the board decided on a day, as the words of a command behind `planctl`."""

    on: date
    item: int
    words: tuple[str, ...]

    @property
    def command(self) -> tuple[str, ...]:
        """The whole command, with the board, its minute and the day."""
        minute = f"Item {self.item} of {self.on.day} {self.on:%B %Y}"
        return (*self.words, "--by", "board", "--minute", minute, "--date", self.on.isoformat())


def _approval(on: date, plan: str, note: str = "") -> Decision:
    noted = ("--note", note) if note else ()
    return Decision(on, 4, ("approve", plan, "--role", "Board", *noted))


def _closing(on: date, term: str) -> Decision:
    return Decision(on, 9, ("term", "close", term))


DECISIONS: Final = (
    *(_approval(date(2021, 10, 14), plan) for plan in PRIORITIES),
    _closing(date(2022, 1, 20), "2021-22 autumn"),
    _closing(date(2022, 5, 19), "2021-22 spring"),
    *(
        _approval(date(2022, 10, 6), plan, "With the baselines of summer 2022.")
        for plan in ("moving-up", "careers")
    ),
    _closing(date(2022, 10, 6), "2021-22 summer"),
    _closing(date(2023, 1, 19), "2022-23 autumn"),
    _closing(date(2023, 5, 18), "2022-23 spring"),
    Decision(
        date(2023, 10, 5), 8,
        ("term", "amend", "2022-23 spring", "attendance",
         "--reason", "Two schools had sent the figures of the autumn term once more."),
    ),
    _closing(date(2023, 10, 5), "2022-23 summer"),
    _closing(date(2024, 1, 18), "2023-24 autumn"),
    *(
        _approval(date(2024, 1, 18), plan, "With what the board has changed since 2021.")
        for plan in ("reading", "attendance")
    ),
    _closing(date(2024, 5, 16), "2023-24 spring"),
)  # fmt: skip
"""In the order in which they were taken."""

Node = dict[str, Any]


def main() -> None:
    """Takes all decisions anew, in a copy, and puts what came of them into the example."""
    with TemporaryDirectory() as held:
        folder = Path(held) / "wexcombe"
        shutil.copytree(EXAMPLE, folder)
        for place, content in decided(folder).items():
            write_atomic(EXAMPLE / place, content)


def decided(folder: Path) -> dict[str, bytes]:
    """What comes of all decisions, taken in that copy of the example: by file, what it holds."""
    final = {path: read_file(path, path.name) for path in sorted(folder.glob("plans/*.yaml"))}
    shutil.rmtree(folder / "seals", ignore_errors=True)
    kept: dict[Path, list[Node]] = {}
    for decision in DECISIONS:
        for path, document in final.items():
            _write_as_on(path, document, decision, kept.get(path, []))
        _run(folder, decision.command)
        if decision.words[0] == "approve":
            path = folder / "plans" / f"{decision.words[1]}.yaml"
            kept[path] = read_file(path, path.name).root["approvals"]
    seals = {f"seals/{path.name}": path.read_bytes() for path in (folder / "seals").iterdir()}
    plans = {
        f"plans/{path.name}": _approved(document, kept[path]).text.encode()
        for path, document in final.items()
        if path in kept
    }
    return {**dict(sorted(seals.items())), **plans}


def as_on(plan: Mapping[str, Any], on: date) -> Node:
    """What the plan said on the day, of all that it says now."""
    known = _Known(on)
    found = known.part(dict(plan))
    for change in plan.get("changes", ()):
        if date.fromisoformat(change["date"]) > on:
            _undo(found, change)
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """Tells what was known on a day. What is told of a period comes once that has ended."""

    on: date

    def part(self, node: Node) -> Node:
        """The entry with what was known of it."""
        kept = {name: self._field(name, value, node) for name, value in node.items()}
        return {name: value for name, value in kept.items() if value not in (None, {}, [])}

    def _field(self, name: str, value: Any, around: Node) -> Any:
        is_known = _FIELDS.get(name)
        if is_known and not is_known(self, value, around):
            return None
        if name in _BY_PERIOD:
            return {
                period: self._inner(record)
                for period, record in value.items()
                if self._is_told(period, record)
            }
        if name in _LISTS and isinstance(value, list):
            return [self._inner(one) for one in value if self.has_happened(one)]
        return self._inner(value)

    def _inner(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self.part(value)
        return [self._inner(one) for one in value] if isinstance(value, list) else value

    def _is_told(self, period: str, record: Any) -> bool:
        """A record with a date was told on that; a report is of a meeting, and a figure may be."""
        given = record.get("date") if isinstance(record, dict) else None
        return self.has_come(given) if given else self.has_ended(period)

    def has_happened(self, one: Any) -> bool:
        """Whether what has a date is of that day or before."""
        day = one.get("date") or one.get("made_on") if isinstance(one, dict) else None
        return self.has_come(day)

    def has_come(self, day: str | None) -> bool:
        """Whether the day is not to come; no day is one that has come."""
        return day is None or date.fromisoformat(day) <= self.on

    def has_ended(self, period: str | None) -> bool:
        """Whether the period is over; no period is one that is."""
        days = _TIMELINE.days(_period(period)) if period else None
        return days is None or days[1] < self.on


_BY_PERIOD: Final = frozenset({"updates", "actuals", "assessments", "reviews", "reports"})
_LISTS: Final = frozenset({"evidence", "changes", "recommendations"})

_Test = Callable[[_Known, Any, Node], bool]
_FIELDS: Final[Mapping[str, _Test]] = {
    "approvals": lambda _, __, ___: False,
    "done_on": lambda known, day, _: known.has_come(day),
    "completed_on": lambda known, day, _: known.has_come(day),
    "verified": lambda known, said, _: known.has_happened(said),
    "closure": lambda known, said, _: known.has_happened(said),
    "signed_off": lambda known, said, _: known.has_happened(said),
    "response": lambda known, said, _: known.has_happened(said),
    "state": lambda _, __, around: "text" not in around,
    "kept": lambda known, _, step: known.has_come(step.get("due")),
    "spent": lambda known, _, line: known.has_ended(line["period"]),
    "forecast": lambda known, _, line: known.has_ended(line.get("period")),
    "baseline": lambda known, said, _: known.has_ended(_year_of(said)),
    "benchmark": lambda known, said, _: known.has_ended(_year_of(said)),
}
"""The fields that come later than what they stand in, each with what tells whether it had come.

When a success criterion was met is not said: it is left out of every day.
"""


def _year_of(figure: Any) -> str | None:
    """The period that the figure is of, also where only its words say so."""
    if not isinstance(figure, dict):
        return None
    named = re.search(r"20\d\d-\d\d", figure.get("text", ""))
    return figure.get("period") or (named[0] if named else None)


def _period(name: str) -> Period:
    found = read_period(name)
    if found is None:
        message = f"{name} is no period"
        raise ValueError(message)
    return found


def _undo(node: Any, change: Mapping[str, Any]) -> None:
    """Puts back what the change made into something else, wherever below the node it stands."""
    for one in node if isinstance(node, list) else node.values():
        if isinstance(one, dict | list):
            _undo(one, change)
    if not isinstance(node, dict):
        return
    if change["target"] == node.get("uid") and change.get("field") in _FIGURES:
        figures = node.get(change["field"], {})
        for said in change["from"]:
            period, value = said.rstrip("%").split(" is ")
            if period in figures:
                figures[period] = _with(figures[period], value)
    revised = [one for one in node.get("revised", []) if one.get("change") != change["id"]]
    node.pop("revised", None)
    if revised:
        node["revised"] = revised


_FIGURES: Final = frozenset({"targets", "actuals"})


def _with(record: Any, value: str) -> Any:
    return {**record, "value": value} if isinstance(record, dict) else value


def _write_as_on(path: Path, document: Document, decision: Decision, approvals: list[Node]) -> None:
    """Writes the plan as it stood that day; a plan that was not made yet is not there."""
    if path.name == "programme.yaml":
        return
    said = as_on(document.root, decision.on)
    if "recommendations" in document.root and "recommendations" not in said:
        path.unlink(missing_ok=True)
        return
    if approvals:
        said["approvals"] = approvals
    path.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")


def _run(folder: Path, command: tuple[str, ...]) -> None:
    with chdir(folder):
        result = CliRunner().invoke(app, list(command))
    if result.exit_code:
        sys.exit(f"planctl {' '.join(command)}\n{result.output}")


def _approved(document: Document, approvals: list[Node]) -> Document:
    """The plan as it was written, with these approvals."""
    if not approvals or document.root.get("approvals") == approvals:
        return document
    expected: dict[str, Any] = {**document.root, "approvals": approvals}
    edits = with_entry(document, ("approvals",), [*approvals], field_names(Plan), _EXACT)
    return edited(document, edits, expected)


_EXACT: Final = frozenset({"date"})
_TIMELINE: Final = planctl.load(EXAMPLE / "plans/reading.yaml").timeline


if __name__ == "__main__":
    main()
