"""Files for the tests of reading: a test's docstring is one."""

import inspect

import pytest

from planctl.source import Document, read


@pytest.fixture
def document(request: pytest.FixtureRequest) -> Document:
    """The test's docstring, read as a file named plan.yaml."""
    return read((inspect.cleandoc(request.function.__doc__) + "\n").encode(), "plan.yaml")
