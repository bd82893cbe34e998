"""How much an explanation weighs, and when a rating has stood still for too long."""

from dataclasses import replace

from planctl.findings import Severity
from planctl.rules import CATALOGUE, check
from planctl.settings.record import Thresholds

RULES = {each.name: each for each in CATALOGUE}


def plan(updates):
    return f"themes: [{{title: Clubs, actions: [{{ref: 1a, text: A, updates: {{{updates}}}}}]}}]"


def severities(found, update):
    findings = found(RULES["red-unexplained"], plan(f"2017-18 autumn: {update}"))
    return [finding.severity for finding in findings]


def test_a_red_rating_is_an_error_without_a_reason_and_an_info_without_a_cause(found):
    assert severities(found, "{rating: red}") == [Severity.ERROR]
    assert severities(found, "{rating: red, comment: No room.}") == [Severity.INFO]
    assert severities(found, "{rating: red, comment: No room., cause: other}") == []


def test_the_workspace_says_for_how_many_terms_an_action_may_stand_still(cases):
    terms = ["2016-17 spring", "2016-17 summer", "2017-18 autumn"]

    def findings(most, *ratings):
        given = zip(terms[-len(ratings) :], ratings, strict=True)
        updates = ", ".join(f"{term}: {{rating: {rating}}}" for term, rating in given)
        (case,) = cases(plan(updates))
        patient = replace(case, thresholds=Thresholds.model_validate({"unmoved-terms": most}))
        return [found.message for found in check(patient, [RULES["no-movement"]]).findings]

    assert findings(3, "amber", "amber") == []
    assert findings(3, "red", "amber", "amber") == []
    assert findings(3, "amber", "red", "amber") == [
        "1a has been behind for 3 updates and is no better (amber)"
    ]
