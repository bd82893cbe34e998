"""What is told of two versions of a small plan, from cases/*.yaml.

A case has both versions, as the fields that a plan holds beyond format, id and title; the days on
which they are judged, where those matter; the programme, where there is one; and the whole list of
changes in the order in which they are told.
"""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from planctl.diff import BY_NAME, Version, apply, compare
from planctl.loading import load_plan, load_programme
from planctl.model import within
from planctl.model.plain import plain
from planctl.source import read

HEAD = "format: planctl/1\nid: case\ntitle: Case\n"
PERIOD = "period: {from: 2017-09-01, to: 2020-08-31}\n"
DAYS = ("2017-12-31", "2017-12-31")
LONGEST = 200
OF_THE_WORKSPACE = {"plan-added", "plan-removed"}

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['case']}")
    for file in FILES
    for case in yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - gives only text
]


@pytest.mark.parametrize("case", CASES)
def test_what_changed_is_told_in_full(case):
    given = compare(*sides(case))
    wanted = case["expected"]
    shown = [shown_as(change, one) for change, one in paired(given, wanted)]
    assert shown == [with_weight(one) for one in wanted]


@pytest.mark.parametrize("case", CASES)
def test_every_change_is_told_as_its_mirror_from_the_other_side(case):
    old, new = sides(case)
    there = Counter(mirrored(change) for change in compare(old, new))
    back = Counter(told(change) for change in compare(new, old))
    assert there == back


@pytest.mark.parametrize("case", CASES)
def test_the_changes_make_the_new_version_of_the_old_one(case):
    old, new = sides(case)
    assert unfolded(apply(compare(old, new), old.plan)) == unfolded(new.plan)
    assert unfolded(apply(compare(new, old), new.plan)) == unfolded(old.plan)


@pytest.mark.parametrize("case", CASES)
def test_a_version_differs_in_nothing_from_itself_on_its_own_day(case):
    assert [compare(side, side) for side in sides(case)] == [(), ()]


@pytest.mark.parametrize("case", CASES)
def test_a_message_is_one_short_clause_and_names_its_entry_first(case):
    old, new = sides(case)
    for change in (*compare(old, new), *compare(new, old)):
        assert len(change.message) <= LONGEST, change.message
        assert change.message.casefold().startswith(f"{change.label} ".casefold())
        assert "\n" not in change.message
        assert not change.message.endswith(".")


def test_every_kind_of_change_has_a_case():
    every: list[Any] = [parameter.values[0] for parameter in CASES]
    with_case = {one["rule"] for case in every for one in case["expected"]}
    assert with_case == set(BY_NAME) - OF_THE_WORKSPACE


def sides(case):
    """Both versions of a case."""
    programme = load_programme(read(f"{HEAD}{case.get('programme', '')}".encode(), "p.yaml")).record
    assert programme is not None
    shared = programme if "programme" in case else None
    days = case.get("days", DAYS)
    return tuple(
        version(case[side], shared, day) for side, day in zip(("old", "new"), days, strict=True)
    )


def version(text, programme, day):
    period = "" if "\nperiod:" in f"\n{text}" else PERIOD
    loaded = load_plan(read(f"{HEAD}{text}\n{period}".encode(), "case.yaml"), "case", programme)
    assert loaded.record is not None, loaded.findings
    return Version(loaded.record, within(loaded.record, programme), date.fromisoformat(day))


def paired(changes, wanted):
    """Each change with what is expected in its place; one too many stands alone."""
    return zip(changes, [*wanted, *[{}] * (len(changes) - len(wanted))], strict=False)


def shown_as(change, wanted):
    """The change with its weight, its decision, and what else is asked for."""
    given = {
        "rule": change.rule, "message": change.message, "level": change.level.value,
        "direction": change.direction.value, "old": change.old, "new": change.new,
        "label": change.label, "ref": change.ref, "kind": change.kind, "field": change.field,
        "approved": change.decision and change.decision.minute,
    }  # fmt: skip
    always = {"rule", "message", "level", "direction", "approved"}
    return {name: value for name, value in given.items() if name in always | set(wanted)}


def with_weight(wanted):
    """What is expected, with what its kind says where the case says nothing."""
    kind = BY_NAME[wanted["rule"]]
    direction = kind.direction.value if kind.direction else "neutral"
    return {"level": kind.level.value, "direction": direction, "approved": None, **wanted}


def mirrored(change):
    kind = BY_NAME[change.rule]
    direction = change.direction.reverse if kind.mirror == kind.name else None
    values = repr(change.new), repr(change.old)
    return kind.mirror, change.kind, change.field, *values, direction


def told(change):
    kind = BY_NAME[change.rule]
    direction = change.direction if kind.mirror == kind.name else None
    values = repr(change.old), repr(change.new)
    return change.rule, change.kind, change.field, *values, direction


def unfolded(plan):
    """The plain form of the plan, each stretch of white space one blank."""
    return on_one_line(plain(plan))


def on_one_line(value):
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return [on_one_line(entry) for entry in value]
        case dict():
            return {name: on_one_line(entry) for name, entry in value.items()}
        case _:
            return value
