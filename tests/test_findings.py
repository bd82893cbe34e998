"""Did-you-mean, and the weight of a finding."""

import pytest

from planctl.findings import Severity, did_you_mean

FIELDS = ("responsible", "schedule", "due", "status", "title")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("responsable", "responsible"),
        ("Status", "status"),
        ("titel", "title"),
        ("schedul", "schedule"),
        ("budget", None),
        ("", None),
    ],
)
def test_a_slip_leads_to_the_word_that_was_meant(word, meant):
    assert did_you_mean(word, FIELDS) == meant


def test_the_word_is_given_as_it_is_spelt():
    assert did_you_mean("middlesborough", ["Middlesbrough", "Hartlepool"]) == "Middlesbrough"


def test_of_two_that_are_as_near_neither_is_suggested():
    assert did_you_mean("2.1z", ["2.1a", "2.1b"]) is None
    assert did_you_mean("2.1aa", ["2.1a", "2.1b"]) == "2.1a"


@pytest.mark.parametrize("candidates", [{"1a b", "1A b"}, ["1A b", "1a b"], ["1a b", "1A b"]])
def test_the_answer_does_not_hang_on_the_order_of_the_candidates(candidates):
    assert did_you_mean("1a c", candidates) == "1a b"


def test_an_error_weighs_most():
    assert sorted(Severity, key=lambda severity: severity.rank) == [
        Severity.ERROR, Severity.WARNING, Severity.INFO,
    ]  # fmt: skip
