"""From commitments down to evidence, and back up; the counts agree with those of the rules."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planctl.loading import load_plan
from planctl.model import Plan
from planctl.progress.coverage import Coverage, coverage_of
from planctl.rules import CATALOGUE, Policy
from planctl.source import read
from planctl.workspace import check_run, groups

ON = date(2018, 4, 30)
HEAD = "format: planctl/1\ntitle: T\nperiod: {from: 2017-09-01, to: 2020-08-31}\n"
PROMISES = """
commitments:
  - ref: P1
    statement: Every family is welcome.
    type: promise
    children:
      - {ref: P1a, statement: We will answer within two days., type: we_will, delivered_by: [1a]}
      - {ref: P1b, statement: We will hold an evening a term., type: we_will, targets: [K2]}
  - {ref: P2, statement: Nobody leaves without a next step., type: promise, delivered_by: [careers]}
  - {ref: P3, statement: Every child sings., type: promise}
  - {ref: V, statement: A town that reads., type: vision}
  - {ref: P4, statement: A van comes., type: promise}
recommendations:
  - {ref: "1", text: Write plainly., actions: [1b]}
  - {ref: "2", text: Close on Mondays., response: rejected}
  - {ref: "3", text: Ask the parents.}
kpis:
  - {ref: K1, title: Families at evenings, actuals: {2017-18 autumn: 40}}
  - {ref: K2, title: Letters answered, status: to_follow}
  - {ref: K3, title: Children in the town, type: contextual}
  - {ref: K4, title: Readers}
themes:
  - ref: "1"
    title: Families
    kpis: [K4]
    actions:
      - {ref: 1a, text: Answer letters., kpis: [K1], evidence: [Post book]}
      - ref: 1b
        text: Rewrite the letters.
        sub_actions: [{ref: 1b-i, text: Ask three parents., success: [Asked]}]
      - {ref: 1c, text: Buy chairs.}
  - ref: "2"
    title: Van
    links: [{commitment: P4}]
    actions: [{ref: 2a, text: Drive., updates: {2017-18 spring: {evidence: [Log]}}}]
"""


def plan(text: str, name: str = "reading") -> Plan:
    loaded = load_plan(read(f"{HEAD}id: {name}\n{text}".encode(), f"{name}.yaml"), name, None)
    assert loaded.record is not None, loaded.findings
    return loaded.record


def refs(rows) -> list[str]:
    return [row.action.ref for row in rows]


def test_each_commitment_is_followed_down_to_its_evidence():
    found = coverage_of(plan(PROMISES), ON)
    assert [
        (one.given.ref, one.needed, one.covered, refs(one.rows), one.unknown, one.evidenced)
        for one in found.commitments
    ] == [
        ("P1", False, True, ["1a"], (), 1),
        ("P1a", True, True, ["1a"], (), 1),
        ("P1b", True, False, [], (), 0),
        ("P2", True, True, [], ("careers",), 0),
        ("P3", True, False, [], (), 0),
        ("V", False, False, [], (), 0),
        ("P4", True, True, ["2a"], (), 1),
    ]
    assert [one.given.ref for one in found.commitments if one.is_gap] == ["P1b", "P3"]
    assert [kpi.ref for _, kpi in found.commitments[2].kpis] == ["K2"]


def test_recommendations_that_were_rejected_need_no_action():
    found = coverage_of(plan(PROMISES), ON).recommendations
    assert [(one.given.ref, one.needed, one.is_gap, refs(one.rows)) for one in found] == [
        ("1", True, False, ["1b"]),
        ("2", False, False, []),
        ("3", True, True, []),
    ]


def test_each_kpi_knows_what_is_to_move_it_and_whether_it_is_measured():
    found = coverage_of(plan(PROMISES), ON).kpis
    assert [(one.kpi.ref, one.is_gap, refs(one.rows), one.measured) for one in found] == [
        ("K1", False, ["1a"], True),
        ("K2", True, [], False),
        ("K3", False, [], False),
        ("K4", False, ["1a", "1b", "1b-i", "1c"], False),
    ]


def test_a_part_serves_what_its_whole_serves():
    found = coverage_of(plan(PROMISES), ON)
    assert found.serving is not None
    assert refs(found.serving) == ["1a", "1b", "1b-i", "2a"]
    assert refs(found.unserving) == ["1c"]


def test_evidence_of_a_period_that_has_not_begun_does_not_count():
    assert refs(coverage_of(plan(PROMISES), ON).evidenced) == ["1a", "2a"]
    assert refs(coverage_of(plan(PROMISES), date(2017, 12, 31)).unevidenced) == [
        "1b", "1b-i", "1c", "2a",
    ]  # fmt: skip


def test_commitments_speak_of_actions_and_plans_beside_theirs():
    promises = plan(
        "commitments:\n"
        "  - {ref: P1, statement: A van., type: promise, delivered_by: [van]}\n"
        "  - {ref: P2, statement: A step., type: promise, delivered_by: [careers]}\n"
        "  - {ref: P3, statement: Both., type: promise, delivered_by: [1a]}\n",
        "promises",
    )
    reading = plan(
        "kpis: [{ref: K1, title: Books}]\n"
        "themes: [{title: A, actions: [{ref: 1a, text: Read.},"
        " {ref: 1b, uid: van, text: Drive., kpis: [K1], evidence: [Log]}]}]\n"
    )
    careers = plan("themes: [{title: B, actions: [{ref: 1a, text: Meet.}]}]\n", "careers")
    every = (promises, reading, careers)
    p1, p2, p3 = coverage_of(promises, ON, every).commitments
    assert [(of.id, row.action.ref) for of, row in p1.abroad] == [("reading", "1b")]
    assert ([(plan.id, kpi.ref) for plan, kpi in p1.kpis], p1.evidenced) == ([("reading", "K1")], 1)
    assert (p2.plans, p2.unknown) == (("careers",), ())
    # Two plans have an action 1a: nobody can tell which is meant.
    assert (p3.abroad, p3.unknown) == ((), ("1a",))
    assert refs(coverage_of(reading, ON, every).unserving) == ["1a"]
    assert coverage_of(careers, ON, every).unserving == ()


def test_without_any_promise_nobody_can_say_what_is_served():
    found = coverage_of(plan("themes: [{title: A, actions: [{text: Read.}]}]\n"), ON)
    assert found == Coverage(
        rows=found.rows,
        commitments=(),
        recommendations=(),
        kpis=(),
        serving=None,
        unmeasured=found.rows,
        evidenced=(),
    )
    assert found.unserving == ()


def written(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (folder / f"p{number}.yaml").write_text(f"{HEAD}id: p{number}\n{text}", "utf-8")
    return folder


NESTED = """
commitments:
  - statement: A promise that is made of others.
    type: promise
    children:
      - {statement: An aim., type: aim, delivered_by: [1a]}
  - statement: A vision.
    type: vision
    delivered_by: [1a]
    children: [{statement: We will., type: we_will}, {statement: Another., type: objective}]
recommendations:
  - {text: Done., assessments: {2017-18 autumn: {rating: "1"}}}
  - {text: Complete., assessments: {2017-18 autumn: {stage: complete}}}
  - {text: Owned., responsible: A team, assessments: {2017-18 autumn: {rating: "3"}}}
  - {text: Signed., signed_off: Committee}
  - {text: Pending., response: pending}
kpis: [{title: Without a ref}, {ref: K9, title: Gone, status: withdrawn}]
themes:
  - {title: A, actions: [{ref: 1a, text: Read., success: [{text: Read, kpi: K9}]}, {text: More.}]}
"""


RULES = {
    "PLN716": lambda found: sum(one.is_gap for one in found.commitments),
    "PLN803": lambda found: sum(one.is_gap for one in found.recommendations),
    "PLN712": lambda found: sum(one.is_gap for one in found.kpis),
    "PLN711": lambda found: len(found.unmeasured),
}


@pytest.mark.parametrize(
    "where",
    [
        "written",
        "plans",
        "examples/first-term",
        "examples/three-years",
        "examples/herefordshire",
        "examples/middlesbrough-strategy",
        "examples/dorset",
        "examples/stockton",
    ],
)
def test_the_counts_are_those_of_the_rules(where, tmp_path):
    root = Path(__file__).parents[2]
    folder = written(tmp_path, PROMISES, NESTED) if where == "written" else root / where
    policy = Policy(tuple(one for one in CATALOGUE if one.code in RULES))
    for group in groups([folder]):
        found = check_run([group], policy, ON).findings
        for plan in group.sound_plans():
            own = [one.code for one in found if one.file.endswith(f"{plan.id}.yaml")]
            counted = {code: own.count(code) for code in RULES}
            assert counted == {code: gap(coverage_of(plan, ON)) for code, gap in RULES.items()}


def test_a_withdrawn_kpi_needs_nothing():
    kpis = "kpis: [{ref: K1, title: A, status: withdrawn}]\n"
    (kpi,) = coverage_of(plan(f"{kpis}themes: [{{title: A, actions: [{{text: B.}}]}}]\n"), ON).kpis
    assert kpi == replace(kpi, needed=False, covered=False, rows=())


def test_a_part_names_what_delivers_it_before_what_delivers_the_whole():
    promises = plan(
        "commitments:\n"
        "  - ref: P1\n"
        "    statement: Books.\n"
        "    type: promise\n"
        "    delivered_by: [reading]\n"
        "    children:\n"
        "      - {ref: P1a, statement: A van., type: we_will, delivered_by: [van]}\n"
        "      - {ref: P1b, statement: A room., type: we_will}\n",
        "promises",
    )
    reading = plan("themes: [{title: A, actions: [{ref: 1b, uid: van, text: Drive.}]}]\n")
    found = coverage_of(promises, ON, (promises, reading)).commitments
    assert [(one.plans, [row.action.ref for _, row in one.abroad]) for one in found] == [
        (("reading",), ["1b"]),
        ((), ["1b"]),
        (("reading",), []),
    ]
    assert [one.covered for one in found] == [True, True, True]


def test_a_commitment_is_shown_by_kpis_of_plans_beside_its_own():
    promises = plan(
        "commitments:\n"
        "  - {ref: P1, statement: A., targets: [books-lent], delivered_by: [reading]}\n"
        "  - {ref: P2, statement: B., targets: [K1], delivered_by: [reading]}\n",
        "promises",
    )
    reading = plan("kpis: [{ref: K1, uid: books-lent, title: Books}]\n")
    careers = plan("kpis: [{ref: K1, title: Steps}]\n", "careers")
    p1, p2 = coverage_of(promises, ON, (promises, reading, careers)).commitments
    assert [(of.id, kpi.title) for of, kpi in p1.kpis] == [("reading", "Books")]
    # Two plans have a K1: nobody can tell which is meant.
    assert p2.kpis == ()
