"""One spelling for days, periods, words of the format and ticks."""

import pytest

HEAD = "format: planctl/1\nid: plan\ntitle: Plan\n"
ACTION = f"{HEAD}themes:\n  - title: Clubs\n    actions:\n      - text: Read\n        "


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("due: 25/01/18", "due: 2018-01-25"),
        ('due: "25 January 2018"', "due: 2018-01-25"),
        ("due: early 2018", "due: early 2018"),
        ("due: January 2018", "due: January 2018"),
        ("completed_on: 1.9.2018", "completed_on: 2018-09-01"),
        ("schedule: [year 1, autumn 2018, Q2 2018/19]",
         "schedule: [Year 1, 2018-19 autumn, 2018-19 Q2]"),
        ("schedule: Yr 2", "schedule: Year 2"),
        ("schedule: {autumn 2017: √, Year 2: Roll out}",
         "schedule: {2017-18 autumn: ✓, Year 2: roll-out}"),
        ("schedule: {Year 1: x, Year 2: {phase: PILOT, certainty: Provisional}}",
         "schedule: {Year 1: ✓, Year 2: {phase: pilot, certainty: provisional}}"),
        ("schedule: [2018]", "schedule: [2018]"),
        ("kind: Generic", "kind: generic"),
        ("updates: {Spring 2018: {stage: In progress, date: 1/2/18}}",
         "updates: {2017-18 spring: {stage: in_progress, date: 2018-02-01}}"),
        ("cost: {nil: yes}", "cost: {nil: true}"),
        ("responsible: [{party: map, role: Political lead}]",
         "responsible: [{party: map, role: political_lead}]"),
        ("due: soon", "due: soon"),
        ("kind: generik", "kind: generik"),
        ("schedule: [Year 1, soon]", "schedule: [Year 1, soon]"),
        ("schedule: {Year 1: ✓, year 1: ✓}", "schedule: {Year 1: ✓, year 1: ✓}"),
        ("notes: [25/01/18, autumn 2017, Generic]", "notes: [25/01/18, autumn 2017, Generic]"),
    ],
)  # fmt: skip
def test_what_can_be_written_in_several_ways_is_written_in_one(form, written, spelt):
    assert form(f"{ACTION}{written}\n") == f"{ACTION}{spelt}\n"


def test_a_preset_and_a_status_are_words_of_the_format(form):
    text = f"{HEAD}status: Live\nscale: RAG\n"
    assert form(text) == f"{HEAD}status: live\nscale: rag\n"


def test_a_text_in_lines_of_its_own_is_left_alone(form):
    text = f"{ACTION}due: >-\n          25/01/18\n"
    assert form(text) == text
