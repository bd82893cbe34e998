"""Values, fields and lists changed in a file whose other lines stay as they are."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import unified_diff
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.findings import Edit, Path
from planctl.source import Document, read
from planctl.source.changes import appended, replaced, with_entry
from planctl.source.edits import edited, spliced
from planctl.source.nodes import along
from planctl.source.removal import without
from planctl.source.scalars import block, one_line
from planctl.source.surroundings import surroundings_of

PLAN = """
format: planctl/1
title: Reading   # as printed

themes:
  - ref: "1"
    # the first one
    actions:
      - ref: 1a
        text: Open a club
        schedule: {Year 1: pilot}

        # from the minutes
        source: {line: 3}
      - {ref: 1b, text: Close it}
scale: rag
"""
WORDS = " ".join(["word"] * 30)


def made(before: str, edits: Callable[..., tuple[Edit, ...]], *given: Any) -> str:
    document = read(before.encode(), "plan.yaml")
    assert document.is_readable
    text = spliced(document.text, edits(document, *given))
    assert read(text.encode(), "plan.yaml").findings == ()
    return text


def test_a_new_field_stands_at_its_canonical_place(difference):
    update = {"2017-18 spring": {"rating": "amber", "comment": "No. Yes: so", "date": "2018-03-23"}}
    path, order = ("themes", 0, "actions", 0, "updates"), ("ref", "schedule", "updates", "source")
    text = made(PLAN, with_entry, path, update, order, frozenset({"date"}))
    assert difference(PLAN, text) == [
        "+        updates:",
        "+          2017-18 spring:",
        "+            rating: amber",
        '+            comment: "No. Yes: so"',
        "+            date: 2018-03-23",
    ]
    assert text.index("updates:") < text.index("# from the minutes")


@pytest.fixture
def difference() -> Callable[[str, str], list[str]]:
    def lines(before: str, after: str) -> list[str]:
        found = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
        return [line for line in found if not line.startswith(("---", "+++", "@@"))]

    return lines


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a: b # c\n", "a", "x", "a: x # c\n"),
        ("a:   b\n", "a", None, "a:\n"),
        ("a:\n", "a", "no", 'a: "no"\n'),
        ("a: ~ # c\n", "a", "x", "a: x # c\n"),
        ("a: b # c\n", "a", "one\ntwo", "a: |- # c\n  one\n  two\n"),
        ("a: | # c\n  b\nd: e\n", "a", "x", "a: x # c\nd: e\n"),
        ("a: b # c\n", "a", {"x": "z"}, "a: # c\n  x: z\n"),
        ("a: # c\n  x: y # d\nz: e\n", "a", "x", "a: # c\n  x # d\nz: e\n"),
        ("a: # c\n  x: y # d\n", "a", None, "a: # c\n  # d\n"),
        ("a: # c\n- x\n- y\n", "a", ["z", None], "a: # c\n- z\n-\n"),
        ("a: # c\n- x\n", "a", {"x": "z"}, "a: # c\n  x: z\n"),
        ("a: [x, y]\n", "a", ["z"], "a: [z]\n"),
        ("a: [x, y]\n", "a", [WORDS], f"a:\n  - >-\n    {WORDS[:114]}\n    {WORDS[115:]}\n"),
        ("a: [x, y]\n", "a", [{"b": []}], "a:\n  - b: []\n"),
        ("a: [x, {b: y}]\n", "a.1.b", "p, q", 'a: [x, {b: "p, q"}]\n'),
        ("a: [x, {b: }]\n", "a.1.b", "one\ntwo", 'a: [x, {b: "one\\ntwo" }]\n'),
        ("a: {b, c: }\n", "a.b", "x", "a: {b: x, c: }\n"),
        ("? a\nb: c\n", "a", "x", "? a\n: x\nb: c\n"),
        ("a:\n    b:\n    - c\n", "a.b", {"d": ["e"]}, "a:\n    b:\n        d:\n        - e\n"),
        ("a: b", "a", "one\ntwo", "a: |-\n  one\n  two\n"),
        ("a: b\r\nc: d\r\n", "a", ["x", "z"], "a:\r\n  - x\r\n  - z\r\nc: d\r\n"),
        ("- a\n-\n", "1", {"b": ["c"], "d": "e"}, "- a\n- b:\n    - c\n  d: e\n"),
        ("a: b\n    # deep\nc: d\n", "a", "one\ntwo", 'a: "one\\ntwo"\n    # deep\nc: d\n'),
        ("# top\na: b\n", "", {"c": "d"}, "# top\nc: d\n"),
        ("[a: b]\n", "0.a", "c", "[a: c]\n"),
    ],
)  # fmt: skip
def test_a_value_is_replaced_in_the_style_round_it(before, path, value, after):
    assert made(before, replaced, path_of(path), value) == after


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("text: x\n", "text", "z", "text: z\n"),
        ("text: x\nsource: y\n", "due", "z", "text: x\ndue: z\nsource: y\n"),
        ("text: x # c\n\n# s\nsource: y\n", "due", "z", "text: x # c\ndue: z\n\n# s\nsource: y\n"),
        ("source: y\nref: x\n", "due", "z", "source: y\nref: x\ndue: z\n"),
        ("text: x\n", "ref", "z", "ref: z\ntext: x\n"),
        ("# top\ntext: x\n", "ref", "z", "# top\nref: z\ntext: x\n"),
        ("a:\n  # t\n  text: x\n", "a.ref", "z", "a:\n  ref: z\n  # t\n  text: x\n"),
        ("- text: x\n", "0.ref", "z", "- ref: z\n  text: x\n"),
        ("text: x\nother: y\n", "new", "z", "text: x\nother: y\nnew: z\n"),
        ("text: x", "due", "z", "text: x\ndue: z\n"),
        ("text: x\r\n", "due", "z", "text: x\r\ndue: z\r\n"),
        ("a:\n  b: |\n    x\n\nc: d\n", "a.e", "z", "a:\n  b: |\n    x\n  e: z\n\nc: d\n"),
        ("text: |+\n  x\n\nsource: y\n", "due", "z", "text: |+\n  x\n\ndue: z\nsource: y\n"),
        ("text:\n  - a\n  # b\nb: c\n", "due", "z", "text:\n  - a\n  # b\ndue: z\nb: c\n"),
        ("a: {text: x}\n", "a.due", "z", "a: {text: x, due: z}\n"),
        ("a: {text: x}\n", "a.ref", "z", "a: {ref: z, text: x}\n"),
        ("a: {text: }\n", "a.due", "z", "a: {text: , due: z }\n"),
        ("a: {\n  text: x,\n}\n", "a.due", "z", "a: {\n  text: x,\n  due: z,\n}\n"),
        ("a: {\n  text: x, # c\n}\n", "a.due", "z", "a: {\n  text: x, due: z, # c\n}\n"),
        ("[text: x]\n", "0.due", "z", "[{text: x, due: z}]\n"),
        ("[text: x]\n", "0.ref", "z", "[{ref: z, text: x}]\n"),
        ("a: {}\n", "a.b", {"c": "d"}, "a:\n  b:\n    c: d\n"),
        ("a: { # c\n  }\n", "a.b", "d", "a: {b: d # c\n  }\n"),
        ("a:\nb: c\n", "a.d", ["e"], "a:\n  d:\n    - e\nb: c\n"),
        ("a: # none yet\n", "a.d", "e", "a: # none yet\n  d: e\n"),
        ("b: c\n", "a.d.e", "f", "b: c\na:\n  d:\n    e: f\n"),
        ("a: [x]\nb: {c: d}\n", "d", ["e"], "a: [x]\nb: {c: d}\nd: [e]\n"),
        ("a: [x]\nb:\n  - c\n", "d", ["e"], "a: [x]\nb:\n  - c\nd:\n  - e\n"),
    ],
)  # fmt: skip
def test_a_field_is_added_in_the_style_round_it(before, path, value, after):
    assert made(before, with_entry, path_of(path), value, ORDER) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a:\n  - x # c\n\nb: y\n", "z", "a:\n  - x # c\n  - z\n\nb: y\n"),
        ("a:\n- x\nb: y\n", {"c": "d", "e": "f"}, "a:\n- x\n- c: d\n  e: f\nb: y\n"),
        ("a:\n  - {c: d}\n", {"e": "f"}, "a:\n  - {c: d}\n  - {e: f}\n"),
        ("a:\n  - {c: d}\n", {"e": "f\ng"}, "a:\n  - {c: d}\n  - e: |-\n      f\n      g\n"),
        ("a: [x]\n", "y, z", 'a: [x, "y, z"]\n'),
        ("a: [\n  x,\n  y,\n]\n", "z", "a: [\n  x,\n  y,\n  z,\n]\n"),
        ("a: []\n", "x", "a: [x]\n"),
        ("a: [ # c\n  ]\n", "x", "a: [x # c\n  ]\n"),
        ("a:\n", "x", "a:\n  - x\n"),
        ("b: y\n", "x", "b: y\na:\n  - x\n"),
        ("a: Read # c\n", "Write", "a: # c\n  - Read\n  - Write\n"),
        ("a:\n  - x", "z", "a:\n  - x\n  - z\n"),
    ],
)
def test_a_list_grows_in_the_style_round_it(before, value, after):
    assert made(before, appended, ("a",), value) == after


def test_a_blank_in_a_list_in_brackets_becomes_a_list():
    assert made("[{a: Read}]\n", appended, (0, "a"), "Write") == "[{a: [Read, Write]}]\n"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (replaced, ("b",)),
        (replaced, ("a", "b")),
        (with_entry, ("a", "b")),
        (with_entry, ("c", 1)),
        (with_entry, ("c", 1, "d")),
        (without, ("b",)),
    ],
)
def test_what_is_not_there_cannot_be_made(change, path):
    document = read(b"a: x\nc: [y]\n", "plan.yaml")
    with pytest.raises(KeyError):
        change(document, path, *(["z"] if change is not without else []))


def test_an_empty_file_has_nothing_to_replace():
    with pytest.raises(KeyError):
        replaced(read(b"# nothing\n", "plan.yaml"), (), "x")


def path_of(dotted: str) -> Path:
    steps = dotted.split(".") if dotted else []
    return tuple(int(step) if step.isdigit() else step for step in steps)


NAMES = ("ref", "text", "due", "2018", "no", "own, a", "updates")
ORDER = ("ref", "text", "due", "evidence", "updates", "source")
TEXTS = st.sampled_from([
    "Open a club", "no", "2.10", "a: b", "- a", "# a", "it's", "", "one\ntwo", "a\n\n  b\n",
    " a\nb", "[a]", "a, b", "word " * 40 + "end", "é\U0001f600", "a #b", "null", 'say "yes"',
    "2018-01-25",
])  # fmt: skip
VALUES = st.recursive(
    st.one_of(TEXTS, st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(NAMES), inner, max_size=3)
    ),
    max_leaves=8,
)
ROOTS = st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1, max_size=4)


@dataclass
class Writer:
    """Writes a value in styles drawn at random, with comments that know what they are about."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    line_end: str
    owners: dict[str, Path] = field(default_factory=dict)

    def whether(self) -> bool:
        return bool(self.draw(st.booleans()))

    def comment(self, path: Path) -> str:
        mark = f"# c{len(self.owners)}"
        self.owners[mark] = path
        return mark

    def lines(self, value: Any, column: int, path: Path) -> str:
        """A list or mapping in lines, the first one not indented."""
        written = ""
        for place, step in enumerate(steps_of(value)):
            inner = (*path, step)
            if place:
                written += " " * column
            if (place or not path) and self.whether():
                written += f"{self.comment(inner)}{self.line_end}{' ' * column}"
            written += f"{one_line(step, is_flow=True)}:" if isinstance(step, str) else "-"
            written += self.value(value[step], column, inner)
            if self.draw(st.integers(0, 5)) == 0:
                written += self.line_end
        return written

    def value(self, value: Any, column: int, path: Path) -> str:
        """What stands behind a colon or dash, with its line end."""
        is_entry = isinstance(path[-1], str)
        if isinstance(value, list | dict) and value and self.whether():
            if not is_entry and self.whether():
                return " " + self.lines(value, column + 2, path)
            deeper = self.draw(st.sampled_from([2, 2, 4]))
            if isinstance(value, list) and is_entry:
                deeper = self.draw(st.sampled_from([0, 2, 2]))
            front = f" {self.comment(path)}" if self.whether() else ""
            line = f"{self.line_end}{' ' * (column + deeper)}"
            start = f"{front}{line}"
            if self.draw(st.integers(0, 3)) == 0:
                start += f"{self.comment((*path, steps_of(value)[0]))}{line}"
            return start + self.lines(value, column + deeper, path)
        return self.in_line(value, column, path)

    def in_line(self, value: Any, column: int, path: Path) -> str:
        behind = f" {self.comment(path)}" if self.whether() else ""
        if isinstance(value, str) and (lines := block(value, 100, column + 2)) and self.whether():
            further = (f"{' ' * (column + 2)}{line}" if line else "" for line in lines[1:])
            return self.line_end.join((f" {lines[0]}{behind}", *further, ""))
        if value is None and self.whether():
            return behind + self.line_end
        below = ""
        if self.draw(st.integers(0, 5)) == 0:
            below = f"{' ' * (column + 5)}{self.comment(path)}{self.line_end}"
        return f" {self.flow(value, column, path)}{behind}{self.line_end}{below}"

    def flow(self, value: Any, column: int, path: Path) -> str:
        if value is None:
            return "~"
        if isinstance(value, str):
            return one_line(value, is_flow=True)
        parts = []
        for step in steps_of(value):
            inner = (*path, step)
            name = f"{one_line(step, is_flow=True)}: " if isinstance(step, str) else ""
            is_left_out = value[step] is None and bool(name) and self.whether()
            one = "" if is_left_out else self.flow(value[step], column, inner)
            if self.draw(st.integers(0, 3)) == 0:
                one += f" {self.comment(inner)}{self.line_end}{' ' * (column + 2)}"
            parts.append(name + one)
        has_comma = self.draw(st.integers(0, 3)) == 0 and parts and not parts[-1].endswith(": ")
        comma = "," if has_comma else ""
        pair = "{}" if isinstance(value, dict) else "[]"
        return f"{pair[0]}{', '.join(parts)}{comma}{pair[1]}"


@dataclass
class File:
    document: Document
    owners: dict[str, Path]


@st.composite
def files(draw) -> File:
    writer = Writer(draw, draw(st.sampled_from(["\n", "\r\n"])))
    root = draw(ROOTS)
    text = writer.lines(root, 0, ())
    bare = text.rstrip("\r\n")
    if draw(st.integers(0, 3)) == 0 and read(bare.encode(), "plan.yaml").root == root:
        text = bare
    mark = b"\xef\xbb\xbf" if writer.whether() else b""
    document = read(mark + text.encode(), "plan.yaml")
    assert (document.findings, document.root) == ((), root), text
    return File(document, writer.owners)


def steps_of(value: Any) -> list[str | int]:
    if isinstance(value, list):
        return list(range(len(value)))
    return list(value) if isinstance(value, dict) else []


def paths_in(value: Any, path: Path = ()) -> list[Path]:
    below = (paths_in(value[step], (*path, step)) for step in steps_of(value))
    return [path, *(found for inner in below for found in inner)]


def at(root: Any, path: Path) -> Any:
    for step in path:
        root = root[step]
    return root


def survivors(changed: Document) -> set[str]:
    """The comments that are still there, in comments of their own."""
    around = surroundings_of(changed)
    met = [changed.text[c.start : c.end] for c in around.tree.comments]
    assert len(met) == len(set(met))
    return set(met)


def lost(file: File, changed: Document) -> list[Path]:
    """What the comments were about that are gone."""
    return [file.owners[mark] for mark in file.owners.keys() - survivors(changed)]


def is_below(path: Path, other: Path) -> bool:
    return len(path) > len(other) and path[: len(other)] == other


def kept_round(document: Document, changed: Document, path: Path) -> bool:
    """Whether all lines stayed above the entry's comments and below what belongs to it."""
    around = surroundings_of(document)
    member = along(around.tree, path)[-1]
    above = document.text[: around.line_start(around.own_start(member))]
    below = document.text[around.next_line(around.tail(member)) :]
    return changed.text.startswith(above) and changed.text.endswith(below)


MANY = settings(max_examples=100, deadline=None, derandomize=True)


@MANY
@given(file=files(), value=VALUES, data=st.data())
def test_a_value_is_replaced_and_all_round_it_stays(file, value, data):
    path = data.draw(st.sampled_from(paths_in(file.document.root)[1:]))
    expected = deepcopy(file.document.root)
    at(expected, path[:-1])[path[-1]] = value
    changed = edited(file.document, replaced(file.document, path, value), expected)
    assert kept_round(file.document, changed, path)
    assert [owner for owner in lost(file, changed) if not is_below(owner, path)] == []


@MANY
@given(file=files(), value=VALUES, data=st.data())
def test_a_field_is_added_and_all_else_stays(file, value, data):
    root = file.document.root
    mappings = [path for path in paths_in(root) if isinstance(at(root, path), dict | None)]
    path = (*data.draw(st.sampled_from(mappings)), data.draw(st.sampled_from([*NAMES, *ORDER])))
    expected, is_new = deepcopy(root), not file.document.holds(path)
    if at(expected, path[:-1]) is None:
        at(expected, path[:-2])[path[-2]] = {}
    at(expected, path[:-1])[path[-1]] = value
    edits = with_entry(file.document, path, value, ORDER)
    changed = edited(file.document, edits, expected)
    assert [owner for owner in lost(file, changed) if is_new or not is_below(owner, path)] == []
    assert not (is_new and at(root, path[:-1])) or all(edit.start == edit.end for edit in edits)


@MANY
@given(file=files(), value=VALUES, data=st.data())
def test_a_list_grows_and_all_else_stays(file, value, data):
    root = file.document.root
    path = data.draw(st.sampled_from(paths_in(root)[1:]))
    expected, before = deepcopy(root), at(root, path)
    after = before if isinstance(before, list) else [] if before in (None, {}) else [before]
    at(expected, path[:-1])[path[-1]] = [*after, value]
    edits = appended(file.document, path, value)
    changed = edited(file.document, edits, expected)
    is_list = isinstance(before, list)
    assert [owner for owner in lost(file, changed) if is_list or not is_below(owner, path)] == []
    assert not (is_list and before) or all(edit.start == edit.end for edit in edits)


@MANY
@given(file=files(), data=st.data())
def test_an_entry_is_taken_out_and_all_round_it_stays(file, data):
    path = data.draw(st.sampled_from(paths_in(file.document.root)[1:]))
    expected = deepcopy(file.document.root)
    del at(expected, path[:-1])[path[-1]]
    changed = edited(file.document, without(file.document, path), expected)
    assert [owner for owner in lost(file, changed) if owner[: len(path)] != path] == []
