"""What holds for any three versions of a plan, however unkind."""

import copy

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planctl.diff.delta import folded
from planctl.merging import UnsureError, merge
from planctl.merging.side import plan_of
from planctl.model.plain import plain
from planctl.source import Layout, in_lines
from tests.diff.plan_writer import HOSTILE, Writer
from tests.diff.plans_strategy import changed

pytestmark = pytest.mark.thorough


REFUSED = ("\u200b", "\u200f", "\ufeff")
"""Signs that no plan may hold."""


class Officer(Writer):
    """Writes plans that can be loaded."""

    def text(self):
        words = [word for word in HOSTILE if not any(sign in word for sign in REFUSED)]
        found = super().text()
        return self.one_of(*words) if any(sign in found for sign in REFUSED) else found

    def entry(self, needed, optional):
        return self.some(needed, optional)


WRITERS = st.integers(0, 2**32).map(lambda seed: Officer(seed, ("own",)))


def texts(writer):
    """Three versions: the second and the third each made of the first."""
    base = writer.plan()
    versions = (base, changed(base, writer), changed(base, writer))
    return tuple(f"{in_lines(copy.deepcopy(one), 0, Layout())}\n".encode() for one in versions)


def content(raw):
    """What the plan says, however it is spaced; one that is no plan is left to other tests."""
    try:
        return unordered(folded(plain(plan_of(raw, "the plan")[1])))
    except UnsureError:
        assume(condition=False)


def unordered(value):
    if isinstance(value, dict):
        return {name: unordered(one) for name, one in value.items()}
    if isinstance(value, list):
        return sorted((unordered(one) for one in value), key=repr)
    return value


def merged_or_none(base, ours, theirs):
    try:
        return merge(base, ours, theirs)
    except UnsureError:
        return None


@given(WRITERS)
@settings(deadline=None, max_examples=25)
def test_a_side_that_changed_nothing_changes_nothing(writer):
    base, ours, theirs = texts(writer)
    assert merge(base, ours, base).content == merge(base, ours, ours).content == ours
    assert merge(base, base, theirs).content == theirs


@given(WRITERS)
@settings(deadline=None, max_examples=25)
def test_a_merge_without_conflicts_says_the_same_from_both_sides(writer):
    base, ours, theirs = texts(writer)
    for raw in (base, ours, theirs):
        content(raw)
    one, other = merged_or_none(base, ours, theirs), merged_or_none(base, theirs, ours)
    assume(one and other)
    assert (one.conflicts == 0) == (other.conflicts == 0)
    if not one.conflicts:
        assert content(one.content) == content(other.content)


@given(WRITERS)
@settings(deadline=None, max_examples=25)
def test_what_was_merged_once_has_nothing_left_to_merge(writer):
    base, ours, theirs = texts(writer)
    for raw in (base, ours, theirs):
        content(raw)
    found = merged_or_none(base, ours, theirs)
    assume(found and not found.conflicts)
    assert merge(base, found.content, found.content).content == found.content
    again = merged_or_none(ours, found.content, ours)
    assert again is not None
    assert again.content == found.content
