"""Plans for the tests of loading: a test's docstring is one."""

import inspect

import pytest

from planctl.loading import Loaded, load_plan
from planctl.model import Plan
from planctl.source import Document, read


@pytest.fixture
def document(request: pytest.FixtureRequest) -> Document:
    """The test's docstring, read as a file named plan.yaml."""
    return read((inspect.cleandoc(request.function.__doc__) + "\n").encode(), "plan.yaml")


@pytest.fixture
def loaded(document: Document) -> Loaded[Plan]:
    """The same, loaded as the plan of a file whose stem is `plan`."""
    return load_plan(document, "plan", None)
