"""Values written as YAML, and read back as they were."""

import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.source import read
from planctl.source.emit import Layout, Value, after_dash, in_brackets, in_lines, is_flat
from planctl.source.scalars import block, one_line

VISIBLE = st.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Cn"), include_characters="\t\n\u0085\u2028\u200d"
)
TEXTS = st.one_of(
    st.text(VISIBLE, max_size=12),
    st.text(st.sampled_from("ab:#-?[]{},&*!|>'\"%@` \n\t\\~=<.0189eE+_yNo"), max_size=8),
    st.lists(st.text(VISIBLE, max_size=9), min_size=20, max_size=40).map(" ".join),
    st.sampled_from([
        "no", "2.10", "1e3", "2018-01-25", "12:30", "~", "null", "=", "<<", "0o17", "0x1F", "1_000",
        "---", "...", "- a", "a:", "y", "N", ".inf", "2018-01-25 10:00:00", "a\n", "a\n\n", "\n a",
        "a \nb", "# a\n# b", "word " * 40 + "# end", "word  " * 40 + "end",
    ]),
)  # fmt: skip
NAMES = st.one_of(st.text(VISIBLE, min_size=1, max_size=9), st.sampled_from(["no", "2018", "a: b"]))
VALUES = st.recursive(
    st.one_of(TEXTS, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=12,
)
LAYOUTS = st.builds(
    Layout,
    step=st.sampled_from([2, 4]),
    dash=st.sampled_from([0, 2, 4]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    has_blocks=st.booleans(),
)
OFTEN = settings(max_examples=100, deadline=None, derandomize=True)


@OFTEN
@given(value=VALUES, layout=LAYOUTS)
def test_in_lines_every_value_is_read_back_as_it_was(value, layout):
    text = in_lines({"x": value}, 0, layout) + layout.line_end
    document = read(text.encode(), "plan.yaml")
    assert (document.findings, document.root) == ((), {"x": value})
    assert yaml.safe_load(text) == {"x": value}


@OFTEN
@given(value=VALUES)
def test_in_brackets_every_value_is_read_back_as_it_was(value):
    text = f"x: [{in_brackets(value, Layout())}]\n"
    document = read(text.encode(), "plan.yaml")
    assert (document.findings, document.root) == ((), {"x": [value]})
    assert (yaml.safe_load(text), text.count("\n")) == ({"x": [value]}, 1)


@OFTEN
@given(st.one_of(TEXTS, st.text(st.sampled_from("abYyNnoesTru lfOA .-/()'_:#,0"), max_size=9)))
def test_a_text_goes_without_quotes_only_where_the_emitter_says_so(text):
    if one_line(text) == text:
        assert yaml.safe_dump({"x": text}, width=sys.maxsize, allow_unicode=True)[3:-1] == text
    if one_line(text, is_flow=True) == text:
        written = yaml.safe_dump([text], default_flow_style=True, width=sys.maxsize,
                                 allow_unicode=True)  # fmt: skip
        assert written[1:-2] == text


def test_lists_and_fields_stand_as_the_file_has_them():
    fields: Value = {"i": None}
    value: Value = {"a": [{"b": "c", "d": ["e"]}, ["f", "g"], None, {}, []], "h": fields}
    assert in_lines(value, 0, Layout(dash=0)).splitlines() == [
        "a:", "- b: c", "  d:", "  - e", "- - f", "  - g", "-", "- {}", "- []", "h:", "  i:",
    ]  # fmt: skip
    assert in_lines(fields, 4, Layout(step=4)) == "i:"
    assert in_lines(None, 0, Layout()) == "null"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Open a club", "Open a club"),
        ("a, b", "a, b"),
        ("no", '"no"'),
        ("2.10", '"2.10"'),
        ("1e3", '"1e3"'),
        ("0o17", '"0o17"'),
        ("-0o7", '"-0o7"'),
        ("._", '"._"'),
        ("-_", '"-_"'),
        ("1_0e3", '"1_0e3"'),
        ("2018-01-25", '"2018-01-25"'),
        ("12:30", '"12:30"'),
        ("~", '"~"'),
        ("null", '"null"'),
        ("=", '"="'),
        ("<<", '"<<"'),
        ("", '""'),
        ("it's: so", '"it\'s: so"'),
        ('say: "so"', "'say: \"so\"'"),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_a_text_has_quotes_where_another_reader_would_see_no_text(text, written):
    assert one_line(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2018-01-25", "2018-01-25"),
        ("40000", "40000"),
        ("2018-13-45", '"2018-13-45"'),
        ("007", '"007"'),
        ("4.0", '"4.0"'),
        ("no", '"no"'),
    ],
)
def test_where_no_text_is_meant_exact_dates_and_whole_numbers_go_without(text, written):
    assert one_line(text, is_exact=True) == written


def test_a_field_hands_on_to_its_list_that_it_holds_no_text():
    layout = Layout(exact=frozenset({"due"}))
    assert (
        in_brackets({"due": ["2018-01-25"], "ref": "2"}, layout) == '{due: [2018-01-25], ref: "2"}'
    )
    assert after_dash("2018-01-25", 0, layout, "due") == " 2018-01-25"


def test_a_text_of_several_lines_is_a_block():
    assert block("one\n\n  two", 0, 2) == ("|-", "one", "", "  two")
    assert block("one\ntwo\n", 0, 2) == ("|", "one", "two")


def test_prose_is_folded_where_its_line_would_be_too_long():
    prose = " ".join(["word"] * 40)
    assert block(prose[:99], 20, 2) == ()
    assert block(prose, 20, 2) == (">-", prose[:114], prose[115:])
    assert block("x" * 200, 0, 2) == (">-", "x" * 200)


@pytest.mark.parametrize(
    "text",
    [
        " a\nb", "\na", "a\n\n", "a \nb", "a\tb\nc", "a\u2028b\nc",
        "word " * 40, "word  " * 40 + "end", "\u202e" + "word " * 40 + "end",
    ],
)  # fmt: skip
def test_a_text_that_a_block_would_change_is_none(text):
    assert block(text, 0, 2) == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["x", None], True),
        ({"x": "y"}, True),
        ("x", False),
        ([["x"]], False),
        (["x\ny"], False),
        (["x" * 99], False),
    ],
)
def test_a_list_of_short_texts_fits_a_line(value, expected):
    assert is_flat(value, 20, Layout(), "a") is expected
