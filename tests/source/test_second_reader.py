"""The second YAML reader: its events come to what its own loader makes of the text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from planctl.source.second_reader import NotReadError, read_by_another

LINES = st.sampled_from([
    "a: x", "b: [1, {c: d}]", "- e", "  - f: g", "  h:", "? i", ": j", "k: |", "    l  ", "m: 'n'",
    'o: "p\\tq"', "# r", "---", "...", "a: again", "s: *t", "u: &t v", "w: ! x", "{}", "[]", "",
    "<<: y", "? [z]", "? {a: b}", "~: null", "\tx: y", "a:\tb", "%YAML 1.1",
])  # fmt: skip


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
@given(st.lists(LINES, max_size=8).map("\n".join))
@example("a: 1\n---\nb: 2")
@example("")
def test_what_it_reads_is_what_its_own_loader_reads(text):
    try:
        seen = read_by_another(text)
    except NotReadError:
        return
    assert seen == YAML(typ="base", pure=True).load(text)


@pytest.mark.parametrize(
    "text", ["a: 1\na: 2", "a: 1\n---\nb: 2", "? [a]\n: b", "a: &x 1\nb: *x", "a: [", "a:\tb: c"]
)
def test_what_no_plan_may_hold_is_not_read(text):
    with pytest.raises(NotReadError):
        read_by_another(text)


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
@given(st.lists(LINES, max_size=8).map("\n".join))
@example("u: &t v\nu: &t v")
def test_what_its_own_loader_reads_without_aliases_and_lists_for_names_is_read(text):
    try:
        seen = YAML(typ="base", pure=True).load(text)
    except (YAMLError, TypeError, NotImplementedError):
        return
    if not any(sign in text for sign in ("*", "? [", "? {")):
        assert read_by_another(text) == seen
