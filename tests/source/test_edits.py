"""Edits made, and held against what was meant."""

import pytest

from planctl import source
from planctl.errors import ExitCode
from planctl.findings import Edit
from planctl.source import Document, read
from planctl.source.edits import (
    OverlappingEditsError,
    UnsafeEditError,
    edited,
    raw_of,
    spliced,
)


def test_edits_are_made_in_whatever_order_they_come():
    edits = [Edit(4, 5, "D"), Edit(0, 1, "A"), Edit(2, 2, "x"), Edit(2, 2, "y"), Edit(2, 3, "")]
    assert spliced("abcde", edits) == "AbxydD"


def test_edits_of_one_place_are_a_bug():
    with pytest.raises(OverlappingEditsError, match="two edits meet at offset 1"):
        spliced("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


@pytest.mark.parametrize("raw", [b"title: A\r\n", b"\xef\xbb\xbftitle: A\n"])
def test_the_bytes_of_a_file_are_kept(raw):
    assert raw_of(read(raw, "plan.yaml")) == raw


def test_an_edited_file_is_read_again():
    document = read(b"\xef\xbb\xbftitle: A\n", "plan.yaml")
    changed = edited(document, [Edit(7, 8, "B")], {"title": "B"})
    assert (changed.root, raw_of(changed)) == ({"title": "B"}, b"\xef\xbb\xbftitle: B\n")


def test_a_fault_that_was_there_before_is_no_hindrance():
    document = read(b"title: A\ntitle: B\n", "plan.yaml")
    assert edited(document, [Edit(7, 8, "C")], {"title": "C"}).root == {"title": "C"}


@pytest.mark.parametrize(
    ("written", "expected", "reason"),
    [
        ("C", {"title": "A", "notes": ["B"]}, "notes.0 would be 'C' and not 'B'"),
        ("B, C", {"title": "A", "notes": ["B"]}, "notes would be ['B', 'C'] and not ['B']"),
        ("B", {"title": "A", "notes": ["B"], "aim": ""}, None),
        ("B", "B", "the whole would be {'title': 'A', 'notes': ['B']} and not 'B'"),
        ("]", {}, "at line 2 of what came out, "),
        ("*b", {"title": "A", "notes": [None]}, "at line 2 of what came out, "),
        ("\ud800", {}, "at line 2 of what came out, "),
    ],
)
def test_what_did_not_come_out_as_meant_is_refused(written, expected, reason):
    document = read(b"title: A\nnotes: [B]\n", "plan.yaml")
    with pytest.raises(UnsafeEditError) as caught:
        edited(document, [Edit(17, 18, written)], expected)
    message = str(caught.value)
    reason = reason or (
        "the whole would be {'title': 'A', 'notes': ['B']} and not {'title': 'A', 'notes': ['B'], '"
    )
    assert message.startswith(f"plan.yaml:2 cannot be changed safely: {reason}")
    assert message.endswith("Nothing was written. Make the change by hand.")
    assert caught.value.exit_code is ExitCode.USAGE


def test_nothing_edited_that_is_not_as_expected_is_told_of_the_first_line(document: Document):
    """
    title: A
    """
    with pytest.raises(UnsafeEditError, match=r"^plan.yaml:1 cannot"):
        edited(document, (), {})


def test_the_parts_for_editing_are_found_in_the_package():
    assert source.edited is edited
    with pytest.raises(AttributeError, match=r"module 'planctl.source' has no attribute 'nothing'"):
        _ = source.nothing
