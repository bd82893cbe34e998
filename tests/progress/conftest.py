"""Plans for the tests of progress: a test's docstring is the actions of one."""

import inspect
from collections.abc import Callable
from datetime import date

import pytest

from planctl.loading import load_plan
from planctl.model import Period, Plan, Row, read_period, rows
from planctl.source import read

HEAD = """format: planctl/1
id: plan
title: Reading
period: {from: 2017-09-01, to: 2020-08-31}
themes:
  - ref: "1"
    title: At home
    actions:
"""


@pytest.fixture
def plan(request: pytest.FixtureRequest) -> Plan:
    """A plan from September 2017 to August 2020 whose actions are the test's docstring."""
    lines = inspect.cleandoc(request.function.__doc__).splitlines(keepends=True)
    text = HEAD + "".join("      " + line for line in lines) + "\n"
    loaded = load_plan(read(text.encode(), "plan.yaml"), "plan", None)
    assert loaded.record is not None, loaded.findings
    return loaded.record


@pytest.fixture
def row(plan: Plan) -> Row:
    """The plan's first row."""
    return next(rows(plan))


@pytest.fixture
def term() -> Callable[[str], Period]:
    """`term('spring 2018')` is that period."""

    def called(name: str) -> Period:
        period = read_period(name)
        assert period is not None
        return period

    return called


@pytest.fixture
def day() -> Callable[[str], date]:
    """`day('2018-01-01')` is that day."""
    return date.fromisoformat
