"""`planctl questions`: what members may ask about a term."""

import json

import pytest

import planctl as package

OVERDUE = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
themes:
  - title: Clubs
    actions:
      - ref: 1a
        text: Open a homework club
        responsible: [The reading group]
        due: 2017-10-20
        success: [Twenty pupils come.]
        updates:
          2017-18 autumn: {rating: red, path_to_green: Find a room by March., cause: capacity}
"""
SPRING = ("--term", "2017-18 spring")


@pytest.fixture
def overdue(workspace):
    return workspace({"plans/reading.yaml": OVERDUE})


@pytest.mark.usefixtures("overdue")
def test_the_questions_of_a_term_with_why_they_are_asked(planctl):
    said = planctl("questions", "--term", "2017-18 autumn")
    assert (said.err, said.code) == ("", 0)
    assert said.out.startswith(
        "Reading (reading), 2017-18 autumn\n"
        " 1. What will bring 1a back on track, and by when?\n"
        "    1a is red [off-track]\n"
        " 2. When will 1a be done?\n"
        "    1a was due by 20 October 2017 and is not said to be done [overdue]\n"
    )


@pytest.mark.usefixtures("overdue")
def test_the_same_as_json_and_in_the_report(planctl):
    said = planctl("questions", "--term", "2017-18 autumn", "--format", "json")
    told = json.loads(said.out)
    page = package.render_html("plans/reading.yaml", term="2017-18 autumn")
    part = page[page.index('<h2 id="questions">') :]
    (plan,) = told["plans"]
    places = [part.index(one["question"]) for one in plan["questions"]]
    assert (told["format_version"], told["term"], plan["id"]) == (
        "1.0",
        "2017-18 autumn",
        "reading",
    )
    assert places == sorted(places)
    assert part.count('<p class="question">') == len(places)


@pytest.mark.usefixtures("overdue")
def test_it_is_judged_on_the_day_that_is_given(planctl):
    said = planctl("questions", "--term", "2017-18 autumn", "--as-of", "2017-10-19")
    assert "When will 1a be done?" not in said.out


def test_a_plan_that_does_not_load_is_named(planctl, workspace):
    workspace({"plans/reading.yaml": "format: planctl/1\nid: [\n"})
    said = planctl("questions", *SPRING)
    assert (said.out, said.code) == ("", 1)
    assert "Nothing is asked about these plans." in said.err


@pytest.mark.usefixtures("overdue")
def test_a_term_that_is_none_is_wrong_use(planctl):
    assert planctl("questions", "--term", "2017-18 winter").code == 2
