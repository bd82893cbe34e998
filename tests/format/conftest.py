"""Plans that say at their top what they are to be read as, and the language they say it in.

    #: action.due.latest = 2018-04-30
    #: row 1a: state on 2018-03-01 = not_due

What stands before ` = ` is a question, what stands behind it the whole answer. A question is

- a path: `plan`, or the first `theme`, `action`, `kpi` and so on (FIRST), then `.field`, `[2]` for
  an entry of a list, `[2017-18 autumn]` for that of a period or name;
- `count of` a path that leads to a list or to entries by name;
- `row`, its label, a colon, and a question on the row (ON_ROWS);
- a question on the whole plan (ON_PLANS).

An answer is a value in one line: `nothing` for what is not said, `yes` and `no`, days and periods
in their canonical spelling, `[a, b]`, and `{name: value}` for a record, of which fields at rest are
left out. Inside brackets a text that holds one of `,:[]{}` stands in quotes.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from planctl.loading import Loaded, load_plan, load_programme
from planctl.model import Assignment, Period, Plan, Programme, Role, Row, party_called, rows, within
from planctl.model.record import Record
from planctl.progress import (
    effective_due,
    is_carried_over,
    is_open,
    is_overdue,
    lacks_responsible,
    lacks_timeline,
    owes_update,
    state_of,
    update_in,
)
from planctl.progress.due import last_scheduled_day
from planctl.progress.summary import promises
from planctl.source import read_file

PLANS = Path(__file__).parent / "plans"
EXPECTED = re.compile(r"^#: (.+?) = (.+?)\r?$", re.MULTILINE)
STEP = re.compile(r"\.([a-z_]+\d*)|\[([^\]]+)\]")
MARKS = frozenset(",:[]{}")

FIRST = MappingProxyType({
    "theme": "plan.themes[0]",
    "action": "plan.themes[0].actions[0]",
    "update": "plan.themes[0].actions[0].updates",
    "kpi": "plan.kpis[0]",
    "party": "plan.parties[0]",
    "link": "plan.links[0]",
    "risk": "plan.risks[0]",
    "recommendation": "plan.recommendations[0]",
    "commitment": "plan.commitments[0]",
    "engagement": "plan.engagement[0]",
    "document": "plan.documents[0]",
    "change": "plan.changes[0]",
    "approval": "plan.approvals[0]",
})  # fmt: skip
"""What a path can begin with besides `plan`; `update` is followed by its period in brackets."""


@dataclass(frozen=True)
class Entry:
    """One plan of the corpus, with the programme beside it where its folder has one."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_bytes().decode()

    @cached_property
    def loaded_programme(self) -> Loaded[Programme] | None:
        beside = self.path.with_name("programme.yaml")
        return load_programme(read_file(beside, beside.name)) if beside.exists() else None

    @property
    def programme(self) -> Programme | None:
        return self.loaded_programme.record if self.loaded_programme else None

    @cached_property
    def loaded(self) -> Loaded[Plan]:
        return load_plan(read_file(self.path, self.path.name), self.path.stem, self.programme)

    @property
    def plan(self) -> Plan:
        """With what it takes from its programme."""
        assert self.loaded.record is not None, self.loaded.findings
        return within(self.loaded.record, self.programme)

    @property
    def company(self) -> list[Path]:
        """The files that it needs beside it: itself, or all of a folder of its own."""
        return [self.path] if self.path.parent == PLANS else [*self.path.parent.glob("*.yaml")]

    @property
    def expected(self) -> list[str]:
        return [f"{question} = {answer}" for question, answer in EXPECTED.findall(self.text)]

    @property
    def found(self) -> list[str]:
        """The same questions with the answers that the plan gives."""
        plan = self.plan
        return [
            f"{asked} = {printed(answer(plan, asked))}" for asked, _ in EXPECTED.findall(self.text)
        ]


def entries() -> list[Entry]:
    return [Entry(path) for path in sorted(PLANS.rglob("*.yaml")) if path.stem != "programme"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    known = getattr(metafunc.module, "KNOWN", {})
    sound = [entry for entry in entries() if entry.path.stem not in known]
    for name, found in (("entry", entries()), ("sound", sound)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, found, ids=lambda entry: entry.path.stem)


@pytest.fixture
def named() -> Callable[[str], Entry]:
    """`named('due-season')` is that plan of the corpus."""
    return lambda name: Entry(PLANS / f"{name}.yaml")


@pytest.fixture(scope="session")
def corpus() -> list[Entry]:
    """Every plan of the corpus."""
    return entries()


def answer(plan: Plan, question: str) -> Any:
    if found := re.fullmatch(r"row (.+?): (.+)", question):
        labelled = {row.label: row for row in rows(plan)}
        return _answered(ON_ROWS, found[2], plan, labelled[found[1]])
    if found := re.fullmatch(r"count of (.+)", question):
        return len(_at(plan, found[1]))
    if re.match(rf"(?:plan|{'|'.join(FIRST)})(?:[.\[]|$)", question):
        return _at(plan, question)
    return _answered(ON_PLANS, question, plan)


def printed(value: Any, *, is_inside: bool = False) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case Record():
            return _in_braces(_said(value))
        case Mapping():
            return _in_braces({str(name): entry for name, entry in value.items()})
        case tuple() | list():
            return f"[{', '.join(printed(entry, is_inside=True) for entry in value)}]"
        case _:
            text = str(value).replace("\n", "\\n")
            return f'"{text}"' if is_inside and MARKS.intersection(text) else text


def _in_braces(entries: Mapping[str, Any]) -> str:
    named = (f"{name}: {printed(entry, is_inside=True)}" for name, entry in entries.items())
    return f"{{{', '.join(named)}}}"


def _said(record: Record) -> dict[str, Any]:
    """What the record says, under the names that a file has for it."""
    return {
        field.alias or name: getattr(record, name)
        for name, field in type(record).model_fields.items()
        if getattr(record, name) != field.get_default(call_default_factory=True)
    }


def _at(plan: Plan, path: str) -> Any:
    root = re.match("[a-z]+", path)
    assert root is not None
    whole = FIRST.get(root[0], root[0]) + path[root.end() :]
    found: Any = plan
    for name, key in STEP.findall(whole.removeprefix("plan")):
        if name:
            found = getattr(found, "from_" if name == "from" else name)
        elif isinstance(found, Mapping):
            found = {str(known): entry for known, entry in found.items()}[key]
        else:
            found = found[int(key)]
    return found


Question = Callable[..., Any]


def _answered(questions: Mapping[str, Question], asked: str, *about: Any) -> Any:
    for pattern, answering in questions.items():
        if found := re.fullmatch(pattern, asked):
            return answering(*about, *found.groups())
    pytest.fail(f"'{asked}' is not a question of the language.", pytrace=False)


def _period(plan: Plan, name: str) -> Period:
    found = plan.timeline.period(name)
    assert found is not None, f"{name} is not a period of the plan"
    return found


def _owner(given: Assignment) -> str:
    role = "" if given.role is Role.RESPONSIBLE else f" ({given.role})"
    return f"{given.party}{role}"


def _judged(question: Callable[..., Any]) -> Question:
    """A question that is asked of a row on a day."""
    return lambda plan, row, on: question(
        row, plan.rating_scale, plan.timeline, date.fromisoformat(on)
    )


def _labels(question: Callable[..., bool]) -> Question:
    """The labels of the rows of which it is true on a day."""
    return lambda plan, on: [row.label for row in rows(plan) if _judged(question)(plan, row, on)]


def _states(plan: Plan, on: str) -> dict[str, str]:
    return {row.label: _judged(state_of)(plan, row, on) for row in rows(plan)}


def _owing(plan: Plan, row: Row, term: str) -> bool:
    return owes_update(row, plan.rating_scale, plan.timeline, _period(plan, term))


def _days(plan: Plan, name: str) -> str | None:
    days = plan.timeline.days(_period(plan, name))
    return f"{days[0]} to {days[1]}" if days else None


def _kept(plan: Plan, term: str) -> dict[str, int]:
    found = promises(plan, _period(plan, term))
    counts = {"made": found.made, "kept": found.kept, "late": found.late}
    return {**counts, "not mentioned": found.not_mentioned}


def _kinds(plan: Plan) -> dict[str, int]:
    every = tuple(rows(plan))
    return {
        "main": sum(row.is_main for row in every),
        "generic": sum(row.is_generic for row in every),
        "sub-actions": sum(row.parent is not None for row in every),
    }


def _active(plan: Plan) -> Mapping[str, int]:
    return Counter(str(period) for row in rows(plan) for period in row.schedule)


ON_ROWS: Mapping[str, Question] = MappingProxyType({
    r"state on (\S+)": _judged(state_of),
    r"open on (\S+)": _judged(is_open),
    r"overdue on (\S+)": _judged(is_overdue),
    r"carried over on (\S+)": _judged(is_carried_over),
    "effective due": lambda plan, row: effective_due(row, plan.timeline),
    "last scheduled day": lambda plan, row: last_scheduled_day(row, plan.timeline),
    "responsible": lambda _, row: [_owner(given) for given in row.responsible],
    "schedule": lambda _, row: list(row.schedule),
    "due": lambda _, row: row.due,
    "owes an update in (.+)": _owing,
    "said in (.+)": lambda plan, row, term: update_in(row, plan.timeline, _period(plan, term)),
})  # fmt: skip

ON_PLANS: Mapping[str, Question] = MappingProxyType({
    "rows": lambda plan: [row.label for row in rows(plan)],
    "rows by kind": _kinds,
    "rows by period": _active,
    r"states on (\S+)": _states,
    r"overdue on (\S+)": _labels(is_overdue),
    r"carried over on (\S+)": _labels(is_carried_over),
    "without an owner": lambda plan: [row.label for row in rows(plan) if lacks_responsible(row)],
    "without a time": lambda plan: [row.label for row in rows(plan) if lacks_timeline(row)],
    "terms": lambda plan: list(plan.timeline.terms()),
    r"terms ended by (\S+)": lambda plan, on: plan.timeline.terms_ended(date.fromisoformat(on)),
    r"term on (\S+)": lambda plan, on: plan.timeline.term_of(date.fromisoformat(on)),
    "days of (.+)": _days,
    "period called (.+)": _period,
    "party called (.+)": lambda plan, name: (
        (found := party_called(name, plan.parties)) and found.id
    ),
    "promises of the term before (.+)": _kept,
    "funding total": lambda plan: sum(line.amount for line in plan.funding),
})  # fmt: skip
