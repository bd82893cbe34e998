"""`planctl validate --fix`: what can be mended is, and said; the rest is found."""

import pytest

HEAD = "format: planctl/1\nid: reading\ntitle: Reading\nthemes:\n  - title: Clubs\n    actions:\n"
BEFORE = f"{HEAD}      - {{ref: 2.10, txt: Read}}  # ours\n"
SAFE = f"{HEAD}      - {{ref: 2.10, text: Read}}  # ours\n"
PLAN = "plans/reading.yaml"
FIX = ("validate", "--select", "PLN021", "--format", "concise", "--fix")


@pytest.fixture
def plan(workspace):
    return workspace({PLAN: BEFORE}) / PLAN


def test_safe_fixes_are_made_and_what_is_left_is_found(planctl, workspace):
    plan = workspace({PLAN: SAFE}) / PLAN
    done = planctl(*FIX)
    assert (done.err, done.code) == (f"{PLAN}: 1 mended\n", 0)
    assert plan.read_text("utf-8") == SAFE.replace("2.10", '"2.10"')


def test_others_are_made_when_that_is_asked_for(planctl, plan):
    assert planctl(*FIX).err == "Nothing here can be mended by itself.\n"
    done = planctl(*FIX, "--unsafe")
    assert (done.err, done.code) == (f"{PLAN}: 2 mended\n", 0)
    assert plan.read_text("utf-8") == SAFE.replace("2.10", '"2.10"')


def test_what_would_be_mended_can_be_seen_first(planctl, plan):
    done = planctl(*FIX, "--unsafe", "--dry-run")
    assert done.err == "2 would be mended. Nothing was written.\n"
    assert "\n-      - {ref: 2.10, txt: Read}  # ours\n" in done.out
    assert '\n+      - {ref: "2.10", text: Read}  # ours\n' in done.out
    assert done.code == 1
    assert plan.read_text("utf-8") == BEFORE


def test_unsafe_alone_is_refused(planctl, plan):
    done = planctl("validate", "--unsafe")
    assert (done.out, done.code) == ("", 2)
    assert plan.read_text("utf-8") == BEFORE
