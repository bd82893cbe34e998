"""Fields and entries of lists taken out of a file."""

import pytest

from planctl.source import read
from planctl.source.edits import spliced
from planctl.source.removal import without


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a: b # c\nd: e\n", ("a",), "d: e\n"),
        ("# top\na: b\nd: e\n", ("a",), "# top\nd: e\n"),
        ("a: b\n# d\n# e\nd: e # f\n\ng: h\n", ("d",), "a: b\n\ng: h\n"),
        ("a: b\n# x\n\n# e\nd: e\n", ("d",), "a: b\n# x\n\n"),
        ("a: b\nd: e", ("d",), "a: b"),
        ("a: b\r\nd: e\r\n", ("a",), "d: e\r\n"),
        ("a:\n  b: |\n    c\n\n  # d\n  d: e\n", ("a", "b"), "a:\n\n  # d\n  d: e\n"),
        ("a:\n  - b # c\n  # d\n  - d\n", ("a", 1), "a:\n  - b # c\n"),
        ("a:\n  - b\n    # c\n  - d\n", ("a", 0), "a:\n  - d\n"),
        ("- a: b # c\n  d: e\n", (0, "a"), "- d: e\n"),
        ("- a: b # c\n  # e\n  d: e\n", (0, "a"), "-\n  # e\n  d: e\n"),
        ("a: # b\n  # c\n  c: d # e\nf: g\n", ("a", "c"), "a: {} # b\nf: g\n"),
        ("a:\n- b\nf: g\n", ("a", 0), "a: []\nf: g\n"),
        ("- a: b\n", (0, "a"), "- {}\n"),
        ("# top\na: b\n", ("a",), "# top\n{}\n"),
        ("[a, b, c]\n", (1,), "[a, c]\n"),
        ("[a, b, c]\n", (2,), "[a, b]\n"),
        ("[a]\n", (0,), "[]\n"),
        ("[a , # b\n]\n", (0,), "[ # b\n]\n"),
        ("[a # b\n , c]\n", (0,), "[c]\n"),
        ("[a, # b\n c,\n]\n", (1,), "[a, # b\n \n]\n"),
        ("[a,\n # c\n c]\n", (0,), "[\n # c\n c]\n"),
        ("[a # b\n , # c\n c]\n", (0,), "[ # c\n c]\n"),
        ("- - a\n  # b\n  - b\n", (0, 1), "- - a\n"),
        ("a:\n# b\n- b\n# c\n- c\n", ("a", 0), "a:\n# c\n- c\n"),
        ("a:\n  # no\n# b\n- b\n- c\n", ("a", 0), "a:\n  # no\n- c\n"),
        ("# b\n- b\n- c\n", (1,), "# b\n- b\n"),
        ("[a: b]\n", (0, "a"), "[{}]\n"),
        ("{a: , b: c}\n", ("b",), "{a: }\n"),
        ("{a # b\n}\n", ("a",), "{ # b\n}\n"),
    ],
)
def test_what_is_taken_out_goes_with_its_own_comments(before, path, after):
    document = read(before.encode(), "plan.yaml")
    assert spliced(document.text, without(document, path)) == after
    assert read(after.encode(), "plan.yaml").findings == ()
