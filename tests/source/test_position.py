"""Where a key or value begins and ends, whatever the style it is written in."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.findings import Path, Span
from planctl.source import Document, Lines, read, span_of

VISIBLE = st.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Cn"), include_characters="\t\n\u0085\u2028\u200d"
)
TEXTS = st.one_of(
    st.text(VISIBLE, min_size=1, max_size=12),
    st.sampled_from([
        "Year 1", "2.10", "no", "null", "~", "a: b", "- a", "# a", "it's", '"a"', "a\n\n b\n", " a",
        "a ", "é\U0001f600", "e\u0301 f", "[a]", "{a}", "a, b", "one two three four five six",
    ]),
)  # fmt: skip
TREES = st.recursive(
    st.one_of(TEXTS, st.none()),
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
        "allow_unicode": st.booleans(),
        "explicit_start": st.booleans(),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


Place = tuple[Path, int, int]
Stretch = tuple[Path, Span, Span]


class Written(yaml.SafeDumper):
    """Writes everything where it stands."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


Written.add_representer(
    type(None), lambda _, __: yaml.ScalarNode("tag:yaml.org,2002:null", "null", style="")
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(tree=st.dictionaries(TEXTS, TREES, min_size=1, max_size=3), style=STYLES, mark=st.booleans())
def test_each_place_is_where_another_parser_sees_its_key_and_value(tree, style, mark):
    text = yaml.dump(tree, Dumper=Written, sort_keys=False, **style)
    document = read((b"\xef\xbb\xbf" if mark else b"") + text.encode(), "plan.yaml")
    assert document.findings == ()
    node = yaml.compose(text, yaml.SafeLoader)
    assert node is not None
    assert list(places(document, ())) == list(seen(node, ()))
    assert list(spans(document, ())) == list(spans_seen(node, (), Lines.of(text)))


def places(document: Document, path: Path) -> Iterator[Place]:
    """Each key and value below the path, with where it begins."""
    holder = document.value(path)
    steps = range(len(holder)) if isinstance(holder, list) else holder or ()
    for step in () if isinstance(holder, str) else steps:
        inner = (*path, step)
        yield inner, document.offset(inner, "key"), document.offset(inner)
        yield from places(document, inner)


def seen(node: yaml.Node, path: Path) -> Iterator[Place]:
    for step, key, value in children(node):
        inner = (*path, step)
        yield inner, key.start_mark.index, value.start_mark.index
        yield from seen(value, inner)


def spans(document: Document, path: Path) -> Iterator[Stretch]:
    for inner, _, _ in places(document, path):
        yield inner, span_of(document, inner, "key"), span_of(document, inner)


def spans_seen(node: yaml.Node, path: Path, lines: Lines) -> Iterator[Stretch]:
    for step, key, value in children(node):
        inner = (*path, step)
        yield inner, first_line(key, lines), first_line(value, lines)
        yield from spans_seen(value, inner, lines)


def children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, key, value
    elif isinstance(node, yaml.SequenceNode):
        for step, value in enumerate(node.value):
            yield step, value, value


def first_line(node: yaml.Node, lines: Lines) -> Span:
    """The stretch that is shown of a node: as much of it as stands on its first line."""
    start, end = node.start_mark.index, node.end_mark.index
    line, _ = lines.line_and_column(start)
    line_end = lines.starts[line - 1] + len(lines.line(line).rstrip())
    is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    return lines.span(start, line_end if is_block else min(end, line_end))


@pytest.mark.parametrize(
    ("path", "part", "span"),
    [
        ((), "value", Span(3, 1, 3, 15)),
        ((), "key", Span(3, 1, 3, 15)),
        (("title",), "key", Span(3, 1, 3, 6)),
        (("title",), "value", Span(3, 8, 3, 15)),
        (("text",), "value", Span(4, 7, 4, 9)),
        (("vision",), "value", Span(7, 9, 7, 12)),
        (("aim",), "key", Span(9, 1, 9, 6)),
        (("aim",), "value", Span(9, 8, 9, 18)),
        (("blank",), "key", Span(10, 1, 10, 6)),
        (("schedule",), "value", Span(11, 11, 11, 30)),
        (("schedule", 1), "value", Span(11, 22, 11, 28)),
        (("schedule", 2), "value", Span(11, 11, 11, 30)),
        (("themes",), "value", Span(13, 3, 13, 16)),
        (("themes", 0), "value", Span(13, 5, 13, 16)),
        (("themes", 0), "key", Span(13, 5, 13, 16)),
        (("themes", 0, "ref"), "value", Span(13, 5, 13, 16)),
    ],
)
def test_a_stretch_is_shown_by_its_first_line(document: Document, path, part, span):
    """
    # a comment

    title: Reading
    text: >-
      Open a club
      for all
    vision: One
      two
    "aim": "Homework" # a comment
    blank: # nothing yet
    schedule: ['Year 1', Year 2 ] # planned
    themes:
      - title: Club
        kind: generic
    """
    assert span_of(document, path, part) == span


@pytest.mark.parametrize(("text", "span"), [("", Span(1, 1, 1, 1)), ("north\n", Span(1, 1, 1, 6))])
def test_a_file_without_fields_is_shown_from_its_top(text, span):
    assert span_of(read(text.encode(), "plan.yaml"), ()) == span


def test_a_file_that_ends_in_a_slip_has_places_up_to_it():
    document = read(b"title: Reading\nnotes: [north\n", "plan.yaml")
    assert span_of(document, ("title",)) == Span(1, 1, 1, 6)
