"""What a plan names of other plans: everything that it writes a name of, and nobody's names."""

from planctl.report.abroad import actions_abroad
from planctl.report.request import ActionAbroad
from planctl.report.words import ENGLISH

CORNER = {"ref": "1a", "uid": "corners", "text": "Open reading corners."}
FIGURES = {"ref": "K1", "uid": "readers", "title": "Readers at seven"}


def abroad(own, *beside):
    return actions_abroad(own, beside, str, ENGLISH)


def test_all_that_a_plan_names_of_others_is_called_as_they_call_it(plan):
    own = plan(
        {"ref": "9a", "text": "Wait.", "depends_on": ["corners"], "links": [{"plan": "reading"}]},
        id="promises",
        commitments=[
            {"statement": "All read.", "delivered_by": ["reading", "9a"], "targets": ["readers"],
             "children": [{"statement": "In a corner.", "delivered_by": ["corners", "lost"]}]},
        ],
    )  # fmt: skip
    assert abroad(own, plan(CORNER, kpis=[FIGURES])) == {
        "reading": ActionAbroad("Reading", "", ""),
        "corners": ActionAbroad("Reading", "1a", "Open reading corners."),
        "readers": ActionAbroad("Reading", "K1", "Readers at seven"),
    }


def test_what_several_plans_call_alike_is_nobodys(plan):
    own = plan(id="promises", outcomes=[{"text": "All read.", "kpis": ["readers"]}])
    others = [plan(id=name, kpis=[FIGURES]) for name in ("reading", "writing")]
    assert abroad(own, *others) == {}


def test_what_is_merged_into_an_action_of_another_plan_names_it(plan):
    closed = {"text": "Open corners.", "closure": {"reason": "merged", "into": "corners"}}
    own = plan(closed, id="promises")
    assert abroad(own, plan(CORNER)) == {
        "corners": ActionAbroad("Reading", "1a", "Open reading corners.")
    }


def test_no_part_of_a_name_is_left_where_a_text_is_shortened(plan):
    own = plan({"ref": "9a", "text": "Wait.", "depends_on": ["long"]}, id="promises")
    text = "Open reading corners in all schools of the town with Mary Okafor, and more."
    beside = plan({"ref": "1a", "uid": "long", "text": text})

    def said(written):
        return written.replace("Mary Okafor", "a teacher")

    assert actions_abroad(own, [beside], said, ENGLISH) == {
        "long": ActionAbroad(
            "Reading", "1a", "Open reading corners in all schools of the town with a…"
        )
    }
