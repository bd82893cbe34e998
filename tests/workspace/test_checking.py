"""The check of a workspace: all of its files, each in its own right."""

from datetime import date
from pathlib import Path

import pytest

from planctl.rules import CATALOGUE, CheckRun, Policy
from planctl.workspace import check_run, groups

PROGRAMME = """\
format: planctl/1
id: p
title: P
period: {from: 2017-09-01, to: 2018-08-31}
priorities: [a, b]
"""


SOME = {"PLN205", "PLN208", "PLN301", "PLN505", "PLN711"}
"""The codes of the rules that run here: each looks at something else."""


def checked(*paths):
    rules = tuple(rule for rule in CATALOGUE if rule.code in SOME)
    return check_run(groups(map(Path, paths)), Policy(rules), date(2018, 1, 1))


def places(run):
    return [(finding.file, finding.code) for finding in run.findings]


def test_nothing_to_find_is_an_empty_run(folder, plan):
    folder({"plans/a.yaml": plan("a")})
    run = checked("plans")
    assert run == CheckRun((), (), run.documents, checked=1, not_run=0, not_checked=0)
    assert list(run.documents) == ["plans/a.yaml"]


def test_findings_of_several_files_are_sorted_by_file_and_line(folder, plan):
    action = "themes: [{title: Clubs, actions: [{ref: 1a, text: A, schedule: [Year 1]}]}]"
    folder({
        "plans/b.yaml": plan("b", action), "plans/a.yaml": plan("a", action),
        "plans/programme.yaml": PROGRAMME.replace("[a, b]", "[gone]"),
    })  # fmt: skip
    each = ["PLN301", "PLN505", "PLN711"]
    run = checked("plans")
    assert places(run) == [
        *(("plans/a.yaml", code) for code in each),
        *(("plans/b.yaml", code) for code in each),
        ("plans/programme.yaml", "PLN208"),
    ]
    assert run.checked == 2


def test_a_broken_plan_stops_its_own_rules_only(folder, plan):
    folder({
        "plans/a.yaml": plan("a", "kid: x"), "plans/b.yaml": plan("b", "links: [{plan: z}]"),
        "plans/programme.yaml": PROGRAMME,
    })  # fmt: skip
    run = checked("plans")
    assert places(run) == [("plans/a.yaml", "PLN101"), ("plans/b.yaml", "PLN205")]
    assert (run.checked, run.not_run) == (2, 1)


def test_a_broken_programme_stops_the_rules_on_all_of_its_plans(folder, plan):
    folder({
        "plans/a.yaml": plan("a", "links: [{plan: z}]"), "plans/b.yaml": plan("b", "kid: x"),
        "plans/programme.yaml": PROGRAMME + "kid: x\n",
    })  # fmt: skip
    run = checked("plans")
    assert places(run) == [("plans/b.yaml", "PLN101"), ("plans/programme.yaml", "PLN101")]
    assert (run.checked, run.not_run) == (2, 2)


def test_what_follows_from_a_plan_that_does_not_load_is_not_said_again(folder, plan):
    promise = "documents: [{id: plans, role: priority_action_plan, expected: 2}]\n"
    folder({
        "plans/a.yaml": plan("a", "links: [{plan: b}]"), "plans/b.yaml": "x",
        "plans/programme.yaml": PROGRAMME + promise,
    })  # fmt: skip
    assert places(checked("plans/a.yaml")) == []


def test_a_programme_by_itself_is_checked_with_the_plans_it_knows(folder, plan):
    folder({"plans/a.yaml": plan("a"), "plans/programme.yaml": PROGRAMME})
    run = checked("plans/programme.yaml")
    assert [finding.message for finding in run.findings] == ["the priority b has no plan file"]
    assert (run.checked, run.not_run) == (0, 0)


@pytest.mark.parametrize("name", ["plans", "plans/a.yaml"])
def test_a_plan_may_link_to_its_neighbours_however_it_is_asked_for(name, folder, plan):
    folder({"plans/a.yaml": plan("a", "links: [{plan: b}]"), "plans/sub/b.yaml": plan("b")})
    assert places(checked(name)) == []


def test_findings_are_grouped_plan_by_plan(folder, plan):
    action = "{text: A, responsible: [m], schedule: [2019-20], success: S}"
    without = "{text: A, schedule: [2019-20], success: S}"
    folder({
        "plans/a.yaml": plan("a", f"themes: [{{title: T, actions: [{', '.join([without] * 5)}]}}]"),
        "plans/b.yaml": plan(
            "b", f"themes: [{{title: T, actions: [{', '.join([action] * 4 + [without])}]}}]"
        ),
    })  # fmt: skip
    run = checked("plans")
    assert [(f.file, f.message) for f in run.said] == [
        ("plans/a.yaml", "all 5 actions have nobody responsible"),
        ("plans/b.yaml", "Action 5 of T has nobody responsible"),
    ]
    assert len(run.findings) == 6
