"""What holds of every comparison, whatever the plans say."""

import json
import os
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, event, given, settings

from planctl.diff import BY_NAME, Version, apply, compare
from planctl.diff.applying import applied
from planctl.diff.change import Edit
from planctl.diff.delta import delta, edits, folded
from planctl.model.plain import plain
from tests.diff.plans_strategy import pairs, plan_of, shuffles, versions

EXAMPLES = int(os.environ.get("PLANCTL_TEST_EXAMPLES", "100"))
"""How many plans each property is held against."""

many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


def same(plan):
    """What the plan says, however its lines break."""
    return folded(plain(plan))


@many
@given(versions())
def test_a_plan_does_not_differ_from_itself(version):
    assert compare(version, Version(plan_of(plain(version.plan)), version.whole, version.on)) == ()


@many
@given(versions())
def test_a_plan_read_from_plain_values_is_the_same_plan(version):
    assert plan_of(plain(version.plan)) == version.plan


@many
@given(pairs())
def test_the_changes_make_the_new_version_of_the_old_one(sides):
    old, new = sides
    changes = compare(old, new)
    for how in {change.match.how for change in changes if change.match}:
        event(f"paired by {how}")
    for rule in {change.rule for change in changes}:
        event(rule)
    assert same(apply(changes, old.plan)) == same(new.plan)


@many
@given(pairs())
def test_the_edits_hold_what_they_need_even_as_json(sides):
    old, new = sides
    every = [edit for change in compare(old, new) for edit in change.edits]
    there = [[edit.old, edit.new, edit.was, edit.now] for edit in every]
    back = [
        Edit(one and tuple(one), other and tuple(other), was, now)
        for one, other, was, now in json.loads(json.dumps(there))
    ]
    assert back == every
    assert folded(applied(back, plain(old.plan))) == same(new.plan)


@many
@given(pairs())
def test_every_edit_belongs_to_exactly_one_change(sides):
    old, new = sides
    owned = Counter(repr(edit) for change in compare(old, new) for edit in change.edits)
    assert owned == Counter(map(repr, edits(delta(old.plan, new.plan))))


@many
@given(pairs())
def test_seen_from_the_other_side_each_change_is_its_mirror(sides):
    old, new = sides
    forth = Counter(BY_NAME[change.rule].mirror for change in compare(old, new))
    back = Counter(change.rule for change in compare(new, old))
    assert back == forth


@many
@given(shuffles())
def test_another_order_is_no_more_than_that(sides):
    rules = {change.rule for change in compare(*sides)}
    event(f"{len(rules)} rules")
    assert rules <= {"reordered"}


@many
@given(pairs())
def test_each_change_says_who_where_and_what(sides):
    for change in compare(*sides):
        rule = BY_NAME[change.rule]
        assert change.level in {rule.level, "info"}
        assert rule.direction in {None, change.direction}
        assert change.message.strip().startswith(change.message)
        assert change.message
        assert not change.message.endswith(".")
        assert replace(change, edits=()).fingerprint == change.fingerprint
