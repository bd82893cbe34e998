"""Which rules run: by code, by number or by name."""

import pytest

from planctl.errors import WrongValueError
from planctl.rules import CATALOGUE, is_called, rules_called, selected, usual
from planctl.settings.choices import Profile

RULES = {rule.name: rule for rule in CATALOGUE}
NO_LEAD, NO_TIMELINE = RULES["no-lead"], RULES["no-timeline"]


@pytest.mark.parametrize("name", ["PLN304", "pln304", "304", "no-lead", "No-Lead", " no-lead "])
def test_a_rule_goes_by_its_code_its_number_and_its_name(name):
    assert rules_called([name], CATALOGUE, "--select") == (NO_LEAD,)


@pytest.mark.parametrize("name", ["PLN30", "04", "lead", "", "PLN3044"])
def test_nothing_less_than_the_whole_name_will_do(name):
    assert not is_called(name, "PLN304", "no-lead")


def test_without_a_choice_the_usual_rules_run():
    assert selected(CATALOGUE, [], []) == usual(CATALOGUE, Profile.ANALYST)


def test_only_the_chosen_rules_run_in_the_order_of_the_catalogue():
    assert selected(CATALOGUE, [NO_TIMELINE, NO_LEAD], []) == (NO_LEAD, NO_TIMELINE)


def test_a_rule_left_out_does_not_run_even_when_chosen():
    assert selected(CATALOGUE, [NO_TIMELINE, NO_LEAD], [NO_LEAD]) == (NO_TIMELINE,)
    others = tuple(r for r in usual(CATALOGUE, Profile.ANALYST) if r is not NO_LEAD)
    assert selected(CATALOGUE, [], [NO_LEAD]) == others


LISTS = "`planctl rules` lists the codes and names."
FIXED = (
    "can be neither chosen nor left out. "
    "Rules can only run on a file that loads, so this one is always looked for."
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-respnsible", f"is not a rule. Did you mean no-responsible? {LISTS}"),
        ("PLN999", f"is not a rule. {LISTS}"),
        ("PLN101", FIXED),
        ("duplicate-key", FIXED),
    ],
)
def test_a_name_that_no_rule_has_is_refused_with_what_to_write(name, said):
    with pytest.raises(WrongValueError) as refused:
        rules_called(["no-lead", name], CATALOGUE, "--select")
    assert str(refused.value) == f"--select {name!r} {said}"
