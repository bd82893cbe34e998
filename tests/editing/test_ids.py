"""Ids for entries that have none."""

from time import process_time

from planctl.editing import with_ids
from planctl.model import Plan
from planctl.source import read

HEAD = "format: planctl/1\nid: plan\ntitle: Plan\n"


def ids_in(text):
    return with_ids(read(text.encode(), "plan.yaml"), Plan).text


def test_ids_are_given_to_all_that_have_none_whatever_they_stand_in():
    plan = f"""{HEAD}kpis: [Attendance, {{title: Attendance}}, title: Visits]
themes:
  - uid: clubs
    title: Clubs
    actions:
      # the first
      - text: Open a club. # here
        sub_actions: [{{text: Ask.}}, {{uid: , text: Ask.}}]
      - {{ref: 1b, text: Clubs}}
"""
    visits = "{uid: attendance, title: Attendance}, {uid: visits, title: Visits}"
    assert (
        ids_in(plan)
        == f"""{HEAD}kpis: [Attendance, {visits}]
themes:
  - uid: clubs
    title: Clubs
    actions:
      # the first
      - uid: open-club
        text: Open a club. # here
        sub_actions: [{{uid: ask, text: Ask.}}, {{uid: ask-2 , text: Ask.}}]
      - {{ref: 1b, uid: clubs-2, text: Clubs}}
"""
    )


def test_a_plan_of_many_actions_gets_its_ids_in_seconds():
    rows = "".join(f"      - {{ref: {n}, text: Ask school {n}.}}\n" for n in range(400))
    begun = process_time()
    ids_in(f"{HEAD}themes:\n  - title: Schools\n    actions:\n{rows}")
    assert process_time() - begun < 5
