"""What a document answers about its paths."""

import pytest

from planctl.findings import Part
from planctl.source import Document


@pytest.fixture
def place(document: Document):
    def of(*path: str | int, part: Part = "value") -> tuple[int, int]:
        return document.lines.line_and_column(document.offset(path, part))

    return of


def test_a_value_is_found_by_its_path(document: Document):
    """
    themes:
      - actions: [{text: Open a club, due: }]
    """
    assert document.value(("themes", 0, "actions", 0, "text")) == "Open a club"
    assert document.value(("themes", 0, "actions", 0, "due")) is None
    assert document.value(("themes", 1)) is None
    assert document.value(("themes", "actions")) is None
    assert document.value(()) == {"themes": [{"actions": [{"text": "Open a club", "due": None}]}]}


def test_a_path_is_followed_as_far_as_the_file_goes(document: Document):
    """
    themes:
      - title: Reading
    """
    theme = {"title": "Reading"}
    assert document.along(("themes", 0, "title", "more")) == ([theme], theme, "Reading")
    assert document.along(("aim",)) == ()


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        ((), True),
        (("title",), True),
        (("notes", 0), True),
        (("notes", 1), False),
        (("notes", -1), False),
        (("aim",), False),
        (("title", "more"), False),
    ],
)
def test_a_blank_is_held_and_what_is_absent_is_not(document: Document, path, holds):
    """
    title:
    notes: [x]
    """
    assert document.holds(path) is holds


def test_keys_and_values_have_places(place):
    """
    # a comment

    title: Reading
    "aim" : 'Homework'
    notes:
      - north
      - - south
    scale: {levels: [a, {id: b}]}
    vision:
    """
    assert {
        "title": (place("title", part="key"), place("title")),
        "aim": (place("aim", part="key"), place("aim")),
        "notes": (place("notes", part="key"), place("notes")),
        "entry": (place("notes", 0, part="key"), place("notes", 0)),
        "inner": (place("notes", 1), place("notes", 1, 0)),
        "flow": (place("scale"), place("scale", "levels"), place("scale", "levels", 1, "id")),
        "blank": (place("vision", part="key"), place("vision")),
    } == {
        "title": ((3, 1), (3, 8)),
        "aim": ((4, 1), (4, 9)),
        "notes": ((5, 1), (6, 3)),
        "entry": ((6, 5), (6, 5)),
        "inner": ((7, 5), (7, 7)),
        "flow": ((8, 8), (8, 17), (8, 26)),
        "blank": ((9, 1), (9, 8)),
    }


def test_what_is_not_there_stands_at_the_nearest_place_above_it(place):
    """
    # a comment
    title: Reading
    themes:
      - title: Writing
        actions: [club]
    """
    assert place() == (2, 1)
    assert place("aim") == (2, 1)
    assert place("themes", 0, "ref") == (4, 5)
    assert place("themes", 0, "actions", 0, "text") == (5, 15)


@pytest.mark.parametrize(
    ("field", "is_plain"), [("a", True), ("b", False), ("c", False), ("d", False), ("e", False)]
)
def test_a_text_without_quotes_is_plain(document: Document, field, is_plain):
    """
    a: one
    b: "one"
    c: 'one'
    d: |
      one
    e: >-
      one
    """
    assert document.is_plain(document.offset((field,))) is is_plain
