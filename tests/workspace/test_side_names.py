"""What the words of `planctl diff` name."""

import pytest

from planctl.errors import WrongValueError
from planctl.workspace.side_names import (
    Asked,
    InRevision,
    OnDisk,
    Revision,
    Standing,
    asked_by,
)

FILES, INDEX = Standing.FILES, Standing.INDEX
THERE = {"a.yaml", "b.yaml", "plans", "both", "HEAD:odd.yaml", ".."}


def asked(*words, cached=False):
    return asked_by(words, THERE.__contains__, cached=cached)


def maybe(word, *, may_be_path=False):
    return Revision(word, is_certain=False, may_be_path=may_be_path)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Asked(Revision("HEAD"), FILES)),
        ("v1", Asked(maybe("v1"), FILES)),
        ("v1 plans", Asked(maybe("v1"), FILES, ("plans",))),
        ("v1 v2", Asked(maybe("v1"), maybe("v2", may_be_path=True))),
        ("v1 v2 plans", Asked(maybe("v1"), maybe("v2", may_be_path=True), ("plans",))),
        ("v1..v2", Asked(Revision("v1"), Revision("v2"))),
        ("v1.. a.yaml", Asked(Revision("v1"), Revision("HEAD"), ("a.yaml",))),
        ("..v2", Asked(Revision("HEAD"), Revision("v2"))),
        ("v1...v2 gone", Asked(Revision("v1"), Revision("v2"), ("gone",), from_merge_base=True)),
        ("...", Asked(Revision("HEAD"), Revision("HEAD"), from_merge_base=True)),
        ("..", Asked(Revision("HEAD"), FILES, ("..",))),
        ("both", Asked(Revision("HEAD"), FILES, ("both",))),
        ("both v1", Asked(Revision("HEAD"), FILES, ("both", "v1"))),
        ("a.yaml b.yaml", Asked(OnDisk("a.yaml"), OnDisk("b.yaml"))),
        ("a.yaml b.yaml plans", Asked(Revision("HEAD"), FILES, ("a.yaml", "b.yaml", "plans"))),
        ("HEAD:x", Asked(InRevision("HEAD", "x"), FILES)),
        ("v1:x v2:y", Asked(InRevision("v1", "x"), InRevision("v2", "y"))),
        ("v1:x a.yaml", Asked(InRevision("v1", "x"), OnDisk("a.yaml"))),
        ("a.yaml v1:x", Asked(OnDisk("a.yaml"), InRevision("v1", "x"))),
        ("HEAD:odd.yaml", Asked(Revision("HEAD"), FILES, ("HEAD:odd.yaml",))),
    ],
)
def test_words_name_two_sides_and_paths(words, expected):
    assert asked(*words.split()) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Asked(Revision("HEAD"), INDEX)),
        ("plans v1", Asked(Revision("HEAD"), INDEX, ("plans", "v1"))),
        ("v1 plans", Asked(maybe("v1"), INDEX, ("plans",))),
    ],
)
def test_the_index_is_the_new_side(words, expected):
    assert asked(*words.split(), cached=True) == expected


@pytest.mark.parametrize(
    ("words", "cached", "message"),
    [
        ("v1..v2", True, "the index is the new side"),
        ("v1:x", True, "the index is the new side"),
        ("v1:x v2:y z", False, "'z' is one word too many"),
        ("v1:x v2", False, "'v2' is no file or folder"),
        ("v1:x :y", False, "':y' is no file or folder"),
    ],
)
def test_words_that_name_no_two_sides_are_refused(words, cached, message):
    with pytest.raises(WrongValueError, match=message):
        asked(*words.split(), cached=cached)
