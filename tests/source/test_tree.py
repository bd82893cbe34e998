"""The syntax of a text: what holds what, and where each part of it stands."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.findings import Path
from planctl.source import Document
from planctl.source.nodes import Entry, Item, Mapping, Scalar, Sequence, along, node_at
from planctl.source.tree import tree_of

TEXTS = st.sampled_from([
    "Year 1", "2.10", "a: b", "# a", "it's", "a\n\n b\n", "a\n\n\n", " a", "", "é\U0001f600",
    "one two three four five six",
])  # fmt: skip
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, min_size=1, max_size=2)
    ),
    max_leaves=8,
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "width": st.sampled_from([20, 1000]),
        "indent": st.sampled_from([2, 4]),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


class Written(yaml.SafeDumper):
    """Writes everything where it stands."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


@settings(derandomize=True, max_examples=100, deadline=None)
@given(value=st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3), style=STYLES)
def test_each_part_stands_where_another_parser_sees_it(value, style):
    text = yaml.dump(value, Dumper=Written, sort_keys=False, **style)
    tree, root = tree_of(text), yaml.compose(text, yaml.SafeLoader)
    assert root is not None
    assert tree.comments == ()
    for path, seen in nodes(root, ()):
        met, node = along(tree, path), node_at(tree, path)
        assert len(met) == len(path)
        assert node is not None
        start, end = seen.start_mark.index, seen.end_mark.index
        assert (node.start, text[node.start : node.end].rstrip()) == (
            start,
            text[start:end].rstrip(),
        )
        assert not path or sign(text, met[-1]) in {":", "-", ""}


def nodes(node: yaml.Node, path: Path) -> Iterator[tuple[Path, yaml.Node]]:
    yield path, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from nodes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for step, value in enumerate(node.value):
            yield from nodes(value, (*path, step))


def sign(text: str, member: Entry | Item) -> str:
    at = member.colon if isinstance(member, Entry) else member.dash
    return "" if at is None else text[at]


def test_entries_have_names_signs_and_values():
    listed = (Item(3, 3, Scalar(5, 6)), Item(7, 7, None))
    braced = (
        Entry(13, "d", Scalar(13, 14), None, None),
        Entry(16, "e", Scalar(16, 17), 17, None),
    )
    entries = (
        Entry(0, "a", Scalar(0, 1), 1, Sequence(3, 8, is_flow=False, entries=listed)),
        Entry(9, "c", Scalar(9, 10), 10, Mapping(12, 20, is_flow=True, entries=braced)),
    )
    root = Mapping(0, 20, is_flow=False, entries=entries)
    assert tree_of("a:\n- b\n-\nc: {d, e: }\n").root == root


def test_a_field_may_begin_at_a_question_mark():
    entries = (
        Entry(0, "a", Scalar(2, 3), 4, Scalar(6, 7)),
        Entry(8, "c", Scalar(10, 11), None, None),
    )
    assert tree_of("? a\n: b\n? c\n").root == Mapping(0, 11, is_flow=False, entries=entries)


def test_a_field_in_brackets_needs_no_braces():
    entries = (Entry(1, "a", Scalar(1, 2), 2, Scalar(4, 5)),)
    field = Mapping(1, 5, is_flow=True, entries=entries, is_bare=True)
    assert node_at(tree_of("[a: b]\n"), (0,)) == field


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: |\n  b\n\n\nc: d\n", 8),
        ("a: |\r\n  b\r\n\r\nc: d\r\n", 9),
        ("a: |\n  b\n \n  \nc: d\n", 8),
        ("a: |\n  b\n   \nc: d\n", 12),
        ("a: |2\n    b\n   \nc: d\n", 15),
        ("a: |+\n  b\n\n\nc: d\n", 11),
        ("a: |+\n  b", 9),
        ("a: >- # + c\n  b\n\nc: d\n", 15),
        ("a: |\n\n\nc: d\n", 4),
        ("a: b\n  c # d\n", 8),
        ("a: 'b\n\n  c'\n", 11),
    ],
)
def test_a_text_ends_with_its_last_line(text, end):
    node = node_at(tree_of(text), ("a",))
    assert node is not None
    assert node.end == end


def test_comments_are_found_where_they_are_none_of_a_text(document: Document):
    """
    # top
    a: "# no" # one
    b: | # two
      # no
    # three
    c: [d#no, # four
      e]
    f: 'x
      # no' # five
    """
    text, tree = document.text, tree_of(document.text)
    assert [(text[c.start : c.end], c.is_alone) for c in tree.comments] == [
        ("# top", True), ("# one", False), ("# two", False), ("# three", True),
        ("# four", False), ("# five", False),
    ]  # fmt: skip
    start = tree.comments[1].start
    assert tree.comments_between(start, tree.comments[3].start) == tree.comments[1:3]


def test_a_path_is_followed_as_far_as_the_text_goes(document: Document):
    """
    a: [b]
    a: c
    d:
    """
    tree = tree_of(document.text)
    (entry, item) = along(tree, ("a", 0))
    assert (entry.start, item.start) == (0, 4)
    assert node_at(tree, ("a", 0)) == Scalar(4, 5)
    assert node_at(tree, ()) is tree.root
    absent: list[Path] = [("d",), ("e",), ("a", 1), ("a", "b"), ("a", 0, 0)]
    assert [node_at(tree, path) for path in absent] == [None] * 5


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_text_has_no_root(text):
    assert tree_of(text).root is None


def test_what_a_plan_may_not_hold_has_its_places_too():
    root = tree_of("? [a]\n: &x b\nc: *x\n").root
    assert isinstance(root, Mapping)
    assert [(entry.name, entry.value) for entry in root.entries] == [
        (None, Scalar(8, 12)),
        ("c", Scalar(16, 18)),
    ]
