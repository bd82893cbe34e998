"""`planctl status`: where things stand."""

import json

import pytest

SMALL = "format: planctl/1\nid: {0}\ntitle: {0}\n"
UNOWNED = ["2.1f", "2.1g", "2.1h", "2.1i", "2.3a", "2.4b", "2.6e", "ii", "iv", "v", "vi", "vii"]


def plans(said):
    return json.loads(said.out)["plans"]


def test_the_real_plan_has_the_figures_of_the_design(process):
    done = process("status", "plans", "--format", "json", "--as-of", "2018-01-01")
    assert (done.stderr, done.returncode) == (b"", 0)
    assert json.loads(done.stdout) == {
        "format_version": "1.0",
        "as_of": "2018-01-01",
        "term": "2017-18 autumn",
        "plans": [
            {
                "id": "parental-partnership",
                "ref": "2",
                "title": "Parental partnership",
                "themes": 6,
                "actions": {"rows": 33, "main": 25, "generic": 7, "sub_actions": 1},
                "ticks": 53,
                "active": {"Year 1": 22, "Year 2": 16, "Year 3": 15},
                "funding": {
                    "lines": [
                        {"period": "Year 1", "amount": 40000},
                        {"period": "Year 2", "amount": 30000},
                        {"period": "Year 3", "amount": 25000},
                    ],
                    "total": 95000,
                },
                "term": "2017-18 autumn",
                "states": {"not_due": 5, "unknown": 28},
                "due": 0,
                "done": 0,
                "overdue": 0,
                "carried_over": 0,
                "missing_updates": 22,
                "promises": {"made": 0, "kept": 0, "late": 0, "not_mentioned": 0},
                "no_responsible": UNOWNED,
                "no_timeline": ["2.1g", "i", "ii", "iii", "iv"],
                "no_responsible_and_no_timeline": ["2.1g", "ii", "iv"],
            }
        ],
    }


def test_text_is_for_people(planctl, workspace):
    workspace()
    said = planctl("status", "--as-of", "2018-01-01")
    assert (said.err, said.code) == ("", 0)
    assert said.out == (
        "Reading, as of 2018-01-01\n"
        "  Actions             1: 1 main, 0 generic, 0 sub-actions, in 0 themes\n"
        "  States              of 1: 1 not known\n"
        "  Due by now          0 of 1\n"
        "  Overdue             0 of 1\n"
        "  Carried over        0 of 1\n"
        "  Updates             1 of 1 missing for 2017-18 autumn: 1a\n"
        "  Nobody responsible  1 of 1: 1a\n"
        "  No timeline         0 of 1\n"
        "  Neither of the two  0 of 1\n"
    )


@pytest.mark.parametrize(
    ("arguments", "term"),
    [
        ([], "2017-18 spring"),
        (["--term", "last"], "2017-18 spring"),
        (["--term", "current"], "2017-18 summer"),
        (["--term", "autumn 2017"], "2017-18 autumn"),
        (["--term", "2017-18 Autumn"], "2017-18 autumn"),
    ],
)
def test_the_term_is_the_last_one_ended_or_the_one_asked_for(arguments, term, planctl, workspace):
    workspace()
    said = planctl("status", "--format", "json", "--as-of", "2018-05-01", *arguments)
    assert json.loads(said.out)["term"] == term


def test_before_any_term_has_ended_there_is_none(planctl, workspace):
    workspace()
    said = planctl("status", "--format", "json", "--as-of", "2017-12-31")
    assert json.loads(said.out)["term"] is None


def test_several_plans_are_counted_each_by_itself_with_a_table_above(planctl, workspace):
    workspace({"plans/writing.yaml": SMALL.format("writing")})
    assert [plan["id"] for plan in plans(planctl("status", "--format", "json"))] == [
        "reading",
        "writing",
    ]
    lines = planctl("status", "--as-of", "2018-01-01").out.splitlines()
    assert [line.split()[:1] for line in lines[:3]] == [["actions"], ["Reading"], ["writing"]]
    assert [line for line in lines if line.endswith(", as of 2018-01-01")] == [
        "Reading, as of 2018-01-01",
        "writing, as of 2018-01-01",
    ]


def test_a_plan_that_does_not_load_is_named_and_not_counted(planctl, workspace):
    workspace({"plans/broken.yaml": SMALL.format("broken") + "kid: x\n"})
    said = planctl("status", "--format", "json", "--as-of", "2018-01-01")
    assert ([plan["id"] for plan in plans(said)], said.code) == (["reading"], 1)
    assert said.err.splitlines() == [
        "plans/broken.yaml:4:1: error PLN101 kid is not a field of the plan",
        "These plans are not counted. `planctl validate` says what to do.",
    ]


NOTHING = """\
{
  "format_version": "1.0",
  "as_of": "2018-01-01",
  "term": null,
  "plans": []
}
"""


@pytest.mark.parametrize(("output_format", "out"), [("text", ""), ("json", NOTHING)])
def test_where_nothing_loads_nothing_is_counted(output_format, out, planctl, workspace):
    workspace({"plans/programme.yaml": "format: planctl/2\nid: p\ntitle: P\n"})
    said = planctl("status", "--format", output_format, "--as-of", "2018-01-01")
    assert (said.out, said.code) == (out, 1)
    assert said.err.startswith("plans/programme.yaml:1:9: error PLN115 ")


def test_a_programme_by_itself_has_nothing_to_count(planctl, workspace):
    workspace({"plans/programme.yaml": "format: planctl/1\nid: p\ntitle: P\n"})
    said = planctl("status", "plans/programme.yaml")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        "planctl: plans/programme.yaml holds no plans. "
        "Name a plan's .yaml file, or a folder that has some.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["Michaelmas"], "Write a term as '2017-18 autumn'"),
        (["autumn 2030"], "The plan does not run then"),
        (["last", "--as-of", "2017-12-31"], "No term of it has ended yet"),
    ],
)
def test_a_term_that_the_plan_does_not_have_is_wrong_use(arguments, problem, planctl, workspace):
    workspace()
    said = planctl("status", "--term", *arguments)
    terms = "its terms are 2017-18 autumn to 2017-18 summer."
    refused = f"planctl: --term '{arguments[0]}' cannot be used. {problem}; {terms}\n"
    assert (said.out, said.err, said.code) == ("", refused, 2)
