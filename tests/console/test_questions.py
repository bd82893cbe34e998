"""The questions, as text and as JSON."""

import json

from planctl.console.questions import (
    Asked,
    PlanQuestions,
    render_questions_json,
    render_questions_text,
)
from planctl.console.terminal import Paint

ONE = Asked("When will 1a be done?", "1a", "1a", "1a was due by 29 March 2018", "overdue")
READING = PlanQuestions("reading", "Reading", "2017-18 spring", (ONE,))
QUIET = PlanQuestions("quiet", "Quiet", "2017-18 spring", ())


def test_the_text_numbers_the_questions_and_says_why():
    assert render_questions_text([READING, QUIET], Paint()) == (
        "Reading (reading), 2017-18 spring\n"
        " 1. When will 1a be done?\n"
        "    1a was due by 29 March 2018 [overdue]\n"
        "\n"
        "Quiet (quiet), 2017-18 spring\n"
        "There is nothing that the plan's figures, changes or checks give cause to ask.\n"
    )


def test_long_lines_go_on_below():
    long = Asked("Why, " * 30 + "then?", "", "the plan", "Because.", "rule")
    text = render_questions_text([PlanQuestions("a", "A", "t", (long,))], Paint())
    lines = text.split("\n")[1:3]
    assert [line[:9] for line in lines] == [" 1. Why, ", "    Why, "]
    assert max(map(len, lines)) <= 100


def test_what_could_act_on_a_terminal_is_marked():
    hostile = Asked("\x1b[2J?", "", "", "\x1b[2J", "rule")
    assert "\x1b" not in render_questions_text(
        [PlanQuestions("a", "\x1b", "t", (hostile,))], Paint()
    )


def test_the_json_has_an_entry_a_plan_and_the_term_that_all_share():
    assert json.loads(render_questions_json([READING, QUIET])) == {
        "format_version": "1.0",
        "term": "2017-18 spring",
        "plans": [
            {
                "id": "reading",
                "questions": [
                    {
                        "question": "When will 1a be done?",
                        "ref": "1a",
                        "label": "1a",
                        "why": "1a was due by 29 March 2018",
                        "rule": "overdue",
                    }
                ],
            },
            {"id": "quiet", "questions": []},
        ],
    }


def test_plans_of_different_terms_have_none_in_common():
    other = PlanQuestions("quiet", "Quiet", "2017-18 Q2", ())
    assert json.loads(render_questions_json([READING, other]))["term"] is None
