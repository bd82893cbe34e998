"""Findings in one line each."""

from planctl.console import Paint, concise_line, render_concise
from planctl.findings import Finding, Severity, Span

CLOSING = (
    "2 plans checked, 6 findings (2 waived), rules not run on 0, "
    "0 checks not made for want of an earlier version"
)


def test_the_real_plan_reads_as_it_should(of_plans, golden):
    golden("console/plans-concise.txt", render_concise(of_plans, Paint()))


def test_ten_mistakes_read_as_they_should(of_broken, golden):
    golden("console/broken-concise.txt", render_concise(of_broken, Paint()))


def test_only_the_severity_is_coloured(of_broken):
    first = render_concise(of_broken, Paint(is_on=True)).splitlines()[0]
    said = "PLN110 'final' is not a word for status"
    assert first == f"reading.yaml:4:9: \x1b[1;31merror\x1b[0m {said}"


def test_a_line_has_place_weight_code_and_words():
    finding = Finding("PLN301", "name", Severity.INFO, "what is wrong", file="a.yaml")
    assert concise_line(finding) == "a.yaml: info PLN301 what is wrong"


def test_nothing_breaks_the_line_or_acts_on_the_terminal():
    finding = Finding(
        "PLN301", "name", Severity.INFO, "one\ntwo", file="a\n\x1b.yaml", span=Span(3, 4, 3, 5)
    )
    assert concise_line(finding) == "a \ufffd.yaml:3:4: info PLN301 one two"


def test_what_is_waived_is_said_with_its_reason_and_a_preview_is_marked(mixed):
    assert render_concise(mixed, Paint(), "There is more to see.").splitlines() == [
        "a.yaml:2:6: error PLN021 2.10 is ambiguous",
        "a.yaml:3:1: error PLN999 (preview) is it so?",
        "a.yaml: warning PLN401 no day",
        "a.yaml: warning PLN401 no day",
        "a.yaml:1:1: waived PLN301 said: Agreed. (by the board, until 2018-08-31)",
        "a.yaml: waived PLN301 said too: no reason given",
        "There is more to see.",
        CLOSING,
    ]
