"""What nearly every row has is said once."""

import pytest

from planctl.findings import Finding, Related, Severity, Span
from planctl.rules import CATALOGUE, check, grouped

NO_LEAD = next(rule for rule in CATALOGUE if rule.name == "no-lead")
SELF_LINK = next(rule for rule in CATALOGUE if rule.name == "self-link")


def actions(hits, others):
    """A plan in which so many actions lack a lead, and so many have one."""
    bad = "{text: A, responsible: [map, vcs]}"
    good = "{text: B, responsible: [map, {party: vcs, role: lead}]}"
    return f"themes: [{{title: Clubs, actions: [{', '.join([bad] * hits + [good] * others)}]}}]"


def said(plan, cases, rule=NO_LEAD):
    (case,) = cases(plan)
    checked = check(case, [rule])
    return [
        (finding.message, finding.places)
        for finding in grouped(checked.findings, checked.populations, [rule])
    ]


@pytest.mark.parametrize(
    ("hits", "others", "sentence"),
    [
        (5, 0, "all 5 actions name several parties and no lead"),
        (5, 1, "5 of 6 actions name several parties and no lead"),
        (9, 2, "9 of 11 actions name several parties and no lead"),
    ],
)
def test_more_than_four_fifths_of_at_least_five_rows_are_said_once(hits, others, sentence, cases):
    assert said(actions(hits, others), cases) == [(sentence, hits)]


@pytest.mark.parametrize(("hits", "others"), [(4, 0), (4, 1), (8, 2), (12, 3), (28, 7), (5, 2)])
def test_four_fifths_or_fewer_and_fewer_than_five_are_said_one_by_one(hits, others, cases):
    alone = [
        (f"Action {number} of Clubs has 2 parties responsible and none that leads", 1)
        for number in range(1, hits + 1)
    ]
    assert said(actions(hits, others), cases) == alone


def test_a_rule_without_a_sentence_for_many_is_never_grouped(cases):
    links = "group: g\nlinks: [" + ", ".join(["{group: g}"] * 6) + "]"
    assert said(links, cases, SELF_LINK) == [("the plan links to g, its own group", 1)] * 6


def test_the_one_keeps_the_place_of_the_first_and_names_the_others(cases):
    (case,) = cases(actions(5, 0))
    checked = check(case, [NO_LEAD])
    (one,) = grouped(checked.findings, checked.populations, [NO_LEAD])
    first = checked.findings[0]
    assert (one.span, one.path, one.subject, one.help) == (
        first.span, first.path, "the plan", first.help,
    )  # fmt: skip
    assert one.related == tuple(
        Related("'A'", finding.path, "value", finding.span) for finding in checked.findings
    )


def test_findings_of_other_rules_keep_their_places_between():
    other = Finding("PLN999", "other", Severity.ERROR, "other", span=Span(3, 1, 3, 2))
    several = [
        Finding("PLN304", "no-lead", Severity.INFO, "no lead", span=Span(line, 1, line, 2))
        for line in (1, 4, 5, 6, 7)
    ]
    mixed = (several[0], other, *several[1:])
    found = grouped(mixed, {"PLN304": 5}, [NO_LEAD])
    assert [finding.code for finding in found] == ["PLN304", "PLN999"]


def test_a_rule_that_did_not_run_groups_nothing():
    several = [Finding("PLN304", "no-lead", Severity.INFO, "no lead") for _ in range(5)]
    assert grouped(several, {"PLN304": 5}, []) == tuple(several)
