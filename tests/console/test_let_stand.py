"""Which findings stand, how much each weighs, and what is said of it."""

from dataclasses import replace
from datetime import date

import pytest

from planctl.console.let_stand import counts, sentences, standing, waiver_sentence, weight
from planctl.findings import Finding, Severity, Waiver

BARE = Finding("PLN301", "name", Severity.WARNING, "what is wrong")


def test_what_is_waived_does_not_stand():
    waived = replace(BARE, waiver=Waiver())
    assert standing([BARE, waived]) == (BARE,)


def test_a_preview_weighs_as_an_info():
    assert (weight(BARE), weight(replace(BARE, is_preview=True))) == (
        Severity.WARNING, Severity.INFO,
    )  # fmt: skip


def test_each_finding_counts_once_a_waived_preview_as_waived():
    preview = replace(BARE, is_preview=True)
    waived = replace(preview, waiver=Waiver())
    assert counts([BARE, preview, preview, waived]) == {
        "errors": 0, "warnings": 1, "info": 0, "preview": 2, "waived": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("message", "remedy", "said"),
    [
        ("it is so", "", "it is so"),
        ("it is so", "Do this.", "it is so. Do this."),
        ("it is so.", "Do this.", "it is so. Do this."),
        ("is it so?", "Do this.", "is it so? Do this."),
    ],
)
def test_message_and_remedy_are_sentences(message, remedy, said):
    assert sentences(replace(BARE, message=message, help=remedy)) == said


@pytest.mark.parametrize(
    ("waiver", "said"),
    [
        (None, ""),
        (Waiver("agreed"), "agreed"),
        (Waiver("agreed", by="the board"), "agreed (by the board)"),
        (Waiver("agreed", until=date(2018, 1, 1)), "agreed (until 2018-01-01)"),
        (Waiver(by="us", until=date(2018, 1, 1)), "no reason is given (by us, until 2018-01-01)"),
    ],
)
def test_a_waiver_is_told_as_far_as_it_is_known(waiver, said):
    assert waiver_sentence(replace(BARE, waiver=waiver)) == said
