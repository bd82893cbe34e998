"""A rule's problems become findings with place, weight and words."""

import re
from datetime import date

import pytest

from planctl.findings import Finding, Related, Severity, Span
from planctl.rules import CATALOGUE, CheckRun, Problem, Weight, check
from planctl.rules.rule import rule

RULES = {each.name: each for each in CATALOGUE}
CLUB = "themes: [{title: Clubs, actions: [{ref: 1a, uid: club, text: A club}]}]"


def test_a_finding_has_place_words_and_question(found):
    (finding,) = found(RULES["no-responsible"], f"status: live\n{CLUB}")
    assert re.fullmatch("[0-9a-f]{16}", finding.fingerprint)
    assert finding == Finding(
        code="PLN301",
        name="no-responsible",
        severity=Severity.ERROR,
        message="1a has nobody responsible",
        help="Add responsible: [party], or say when it will be known: responsible_to_follow_by.",
        question="Who is responsible for 1a?",
        file="case.yaml",
        path=("themes", 0, "actions", 0),
        span=Span(5, 35, 5, 69),
        plan="case",
        ref="1a",
        uid="club",
        subject="1a",
        fingerprint=finding.fingerprint,
    )


@pytest.mark.parametrize(
    ("status", "severity"),
    [("draft", Severity.WARNING), ("live", Severity.ERROR), ("closed", Severity.ERROR)],
)
@pytest.mark.parametrize("name", ["no-responsible", "no-timeline"])
def test_a_gap_is_a_warning_while_the_plan_is_a_draft_and_an_error_after(
    name, status, severity, found
):
    (finding,) = found(RULES[name], f"status: {status}\n{CLUB}")
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("statuses", "severity"),
    [(("draft", "draft"), Severity.WARNING), (("draft", "live"), Severity.ERROR)],
)
def test_a_programme_binds_as_soon_as_one_of_its_plans_does(statuses, severity, cases):
    @rule("PLN999", "probe", Weight.ERROR_ONCE_LIVE, question="", on_programme=True)
    def probe(case):
        """A probe."""
        del case
        yield Problem((), "probed", "")

    first, second = statuses
    programme, _ = cases(
        f"status: {first}", programme="partnership: P", siblings={"other": f"status: {second}"}
    )
    (finding,) = check(programme, [probe]).findings
    assert finding.severity is severity


def test_only_rules_made_for_it_run_on_a_programme(cases):
    programme, plan = cases(CLUB, programme="coordinator: x")
    assert check(programme, [RULES["no-responsible"]]).findings == ()
    assert len(check(plan, [RULES["no-responsible"]]).findings) == 1
    with pytest.raises(TypeError, match="a rule on plans was given a programme"):
        list(RULES["no-responsible"].check(programme))


def test_findings_stand_in_the_order_of_the_file_whatever_the_order_of_the_rules(cases):
    (case,) = cases(f"group: g\nlinks: [{{group: g}}]\n{CLUB}\n")
    names = ["no-success-measure", "no-timeline", "self-link"]
    found = check(case, [RULES[name] for name in names]).findings
    assert [finding.code for finding in found] == ["PLN206", "PLN401", "PLN711"]


def test_the_other_place_of_a_duplicate_is_named_with_its_line(found):
    plan = "themes:\n- title: Clubs\n  actions:\n  - {ref: 1a, text: A}\n  - {text: B, ref: 1a}\n"
    (finding,) = found(RULES["duplicate-ref"], plan)
    assert finding.related == (
        Related(
            "1a is first given here", ("themes", 0, "actions", 0, "ref"), "value",
            Span(7, 11, 7, 13),
        ),
    )  # fmt: skip
    assert finding.span == Span(8, 20, 8, 22)


def test_a_fingerprint_outlives_new_lines_a_new_number_and_other_actions(found):
    (before,) = found(RULES["no-timeline"], CLUB)
    moved = "aim: Something new\nthemes:\n- title: New\n  actions: []\n- title: Clubs\n  actions:\n"
    (after,) = found(RULES["no-timeline"], f"{moved}  - {{ref: 9z, uid: club, text: A club}}")
    assert (after.fingerprint, after.span) == (before.fingerprint, Span(10, 5, 10, 39))


def test_two_rules_on_one_place_have_two_fingerprints(cases):
    (case,) = cases(CLUB)
    found = check(case, [RULES["no-timeline"], RULES["no-responsible"]]).findings
    assert len({finding.fingerprint for finding in found}) == len(found) == 2


def test_how_many_rows_a_rule_looked_at_is_counted_only_where_it_found_something(cases):
    owed = "{text: A, schedule: [Year 1]}, {text: B, schedule: [Year 2]}"
    (case,) = cases(f"themes: [{{title: Clubs, actions: [{owed}]}}]")
    checked = check(case, [RULES["missed-update"], RULES["no-responsible"], RULES["no-lead"]])
    assert checked.populations == {"PLN301": 2, "PLN505": 1}


def test_the_day_a_plan_is_judged_on_is_the_one_given(found):
    plan = "themes: [{title: Clubs, actions: [{ref: 1a, text: A, schedule: [Year 1]}]}]"
    days = [date(2017, 12, 31), date(2018, 1, 1)]
    assert [len(found(RULES["missed-update"], plan, as_of=day)) for day in days] == [0, 1]


def run_of(*severities):
    found = tuple(Finding(f"PLN{n}", "name", each, "") for n, each in enumerate(severities))
    return CheckRun(found, found[:1], {}, checked=1, not_run=0)


@pytest.mark.parametrize(
    ("worst", "fails"),
    [
        (Severity.ERROR, {Severity.ERROR, Severity.WARNING, Severity.INFO}),
        (Severity.WARNING, {Severity.WARNING, Severity.INFO}),
        (Severity.INFO, {Severity.INFO}),
    ],
)
def test_a_run_fails_from_the_threshold_on(worst, fails):
    run = run_of(worst)
    assert {threshold for threshold in Severity if run.has_at_least(threshold)} == fails
    assert not run.has_at_least(None)
    assert not run_of().has_at_least(Severity.INFO)


def test_strict_lifts_warnings_to_errors_and_leaves_the_rest():
    strict = run_of(Severity.WARNING, Severity.INFO, Severity.ERROR).strict()
    assert [f.severity for f in strict.findings] == [
        Severity.ERROR, Severity.INFO, Severity.ERROR,
    ]  # fmt: skip
    assert [finding.severity for finding in strict.said] == [Severity.ERROR]
    assert [strict.count(severity) for severity in Severity] == [2, 0, 1]


def test_findings_are_counted_by_code_in_order():
    several = run_of(Severity.INFO, Severity.INFO)
    twice = CheckRun(several.findings[::-1] * 2, (), {}, checked=1, not_run=0)
    assert twice.by_rule() == (("PLN0", 2), ("PLN1", 2))
