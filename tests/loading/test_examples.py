"""Examples in docstrings, and the files that they stand in."""

import pytest

from planctl.loading.examples import Example, Host, examples, file_with
from planctl.model.record import Record


class Shelf(Record):
    """A shelf of books.

    Example (in a plan):
        shelves:
          - {height: low}

          - {height: high}

    A word on colours.

    Example (in an action):
        shelf: low
    """

    height: str


class Plain(Record):
    """A record without an example."""


def test_the_examples_are_those_of_the_docstring_in_order():
    assert examples(Shelf) == (
        Example(Host.PLAN, "shelves:\n  - {height: low}\n\n  - {height: high}"),
        Example(Host.ACTION, "shelf: low"),
    )
    assert examples(Plain) == ()


HEAD = "format: planctl/1\nid: example\ntitle: Reading at home\n"
THEME = f"{HEAD}themes:\n  - title: An example\n"
ACTION = f"{THEME}    actions:\n      - text: An example\n"
UPDATE = f"{ACTION}        updates:\n          2017-18 autumn:\n"


@pytest.mark.parametrize(
    ("host", "text", "file"),
    [
        (Host.PLAN, "aim: Joy", f"{HEAD}aim: Joy\n"),
        (Host.PLAN, "id: other", HEAD.replace("id: example\n", "") + "id: other\n"),
        (Host.PROGRAMME, "priorities: [a]", f"{HEAD}priorities: [a]\n"),
        (Host.THEME, "kind: generic", f"{THEME}    kind: generic\n"),
        (
            Host.ACTION,
            "kpis:\n  - K1\n\n  - K2",
            f"{ACTION}        kpis:\n          - K1\n\n          - K2\n",
        ),
        (Host.ACTION, "text: Read", ACTION.replace("text: An example", "text: Read")),
        (
            Host.UPDATE,
            "rating: green\nby: me",
            f"{UPDATE}            rating: green\n            by: me\n",
        ),
        (Host.KPI, "unit: days", f"{HEAD}kpis:\n  - title: An example\n    unit: days\n"),
        (
            Host.RECOMMENDATION,
            "origin: An inquiry",
            f"{HEAD}recommendations:\n  - text: An example\n    origin: An inquiry\n",
        ),
    ],
)  # fmt: skip
def test_an_example_stands_in_the_smallest_file_that_can_hold_it(host, text, file):
    assert file_with(Example(host, text)) == file
