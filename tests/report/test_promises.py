"""Promises kept: what became of the next steps of the term before."""

import pytest

from planctl.report.promises import PromisesTold

STEPS = [
    {"text": "Ask the schools", "kept": "done"},
    {"text": "Find a room", "kept": "part"},
    {"text": "Book a bus", "kept": "not_done"},
    "Print the leaflet",
]


def promised(*steps):
    return {"ref": "1a", "text": "Do.", "updates": {"2017-18 autumn": {"next_steps": list(steps)}}}


@pytest.fixture
def told(context, plan):
    return lambda *actions: context(plan(*actions), "2017-18 spring").since.promises


def test_they_are_counted_and_the_late_ones_named(told):
    assert told(promised(*STEPS)) == PromisesTold(
        "Of 4 promises made in the Autumn term 2017-18: 1 kept, 2 late, 1 not mentioned again.",
        ("1a: Find a room (done in part)", "1a: Book a bus (not done)"),
        "",
    )


def test_one_promise(told):
    assert told(promised(STEPS[0])) == PromisesTold(
        "Of 1 promise made in the Autumn term 2017-18: 1 kept, 0 late, 0 not mentioned again.",
        (),
        "",
    )


def test_without_promises_that_is_said(told):
    note = "No next steps were promised in the Autumn term 2017-18."
    assert told({"text": "Do."}) == PromisesTold(note, (), "")


def test_those_of_another_term_do_not_count(context, plan):
    made = context(plan(promised(*STEPS)), "2017-18 summer").since.promises
    assert made.note == "No next steps were promised in the Spring term 2017-18."


def test_of_many_the_first_are_told_and_the_others_named(told):
    steps = [{"text": f"Step {number}", "kept": "part"} for number in range(21)]
    made = told(promised(*steps), {**promised(STEPS[1]), "ref": "1b"})
    assert (len(made.late), made.late[-1]) == (12, "1a: Step 11 (done in part)")
    assert made.rest == "10 more: 1a, 1b."


def test_a_long_step_is_cut_at_a_word(told):
    (late,) = told(promised({"text": "Ask each school " * 20, "kept": "part"})).late
    assert late.endswith("school Ask each… (done in part)")
    assert len(late) < 140
