"""Fields of a plan's own: declared in its head, given to whatever they were declared for."""

import pytest

from planctl.loading import load_plan
from planctl.source import read

HEAD = """format: planctl/1
id: plan
title: Reading
period: {from: 2017-09-01, to: 2020-08-31}
fields:
  - cost-centre
  - {name: places, type: number, required: true, for: theme}
  - {name: grant, type: money}
  - {name: reviewed, type: date}
  - {name: begins, type: period}
  - {name: ward, type: choice, choices: [North End, South End]}
"""


def loaded(theme="places: 30", action=""):
    text = f"""{HEAD}themes:
  - title: At home
    own: {{{theme}}}
    actions:
      - text: Read
        own: {{{action}}}
"""
    return load_plan(read(text.encode(), "plan.yaml"), "plan", None)


def said(theme="places: 30", action=""):
    return [
        (found.code, found.span.line, found.span.column, found.message, found.help)
        for found in loaded(theme, action).findings
        if found.span
    ]


def test_values_of_own_fields_are_kept_as_written():
    written = "cost-centre: A1, grant: '£1,000', reviewed: 1/2/18, begins: Year 1, ward: north end"
    plan = loaded(action=written).record
    assert plan is not None
    assert plan.themes[0].own == {"places": "30"}
    assert plan.themes[0].actions[0].own == {
        "cost-centre": "A1", "grant": "£1,000", "reviewed": "1/2/18", "begins": "Year 1",
        "ward": "north end",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("action", "message", "remedy"),
    [
        ("grant: some", "grant 'some' is not an amount of money",
         "Write pounds as 40000, 40,000 or £40,000. The plan declares it so under fields."),
        ("reviewed: soon", "reviewed 'soon' is not a date",
         ("Write a day as 2018-01-25, 25/01/2018 or 25 January 2018. "
          "The plan declares it so under fields.")),
        ("begins: soon", "begins 'soon' is not a period",
         ("Write Year 1, 2017-18, 2017-18 autumn or 2018-03. "
          "The plan declares it so under fields.")),
        ("ward: North Ent", "ward 'North Ent' is not one of its choices",
         "Did you mean North End? It takes North End, South End."),
        ("ward: West", "ward 'West' is not one of its choices",
         "It takes North End, South End."),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_a_finding(action, message, remedy):
    column = 15 + action.index(": ") + 2
    assert said(action=action) == [("PLN116", 17, column, message, remedy)]


@pytest.mark.parametrize(
    ("action", "remedy"),
    [
        ("cost-center: A1", "Did you mean cost-centre?"),
        ("owner: me",
         "Declare it in the plan's head: fields: [{name: owner, type: text, for: action}]."),
    ],
)  # fmt: skip
def test_a_field_that_is_not_declared_is_a_finding(action, remedy):
    name = action.partition(":")[0]
    message = f"{name} is not a field that the plan declares for the action"
    assert said(action=action) == [("PLN116", 17, 15, message, remedy)]


def test_a_required_field_that_is_missing_is_a_finding():
    remedy = "Add own: {places: ...}, or declare it without required."
    message = "the theme has no places, which the plan requires"
    assert said(theme="") == [("PLN116", 14, 10, message, remedy)]


def test_a_required_field_that_is_misspelt_is_said_once():
    assert [found[3] for found in said(theme="place: 30")] == [
        "place is not a field that the plan declares for the theme"
    ]


def test_a_plan_with_such_a_finding_does_not_load():
    assert loaded(action="owner: me").record is None
