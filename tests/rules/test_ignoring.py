"""Comments that let findings stand: which they mean, why, and until when."""

from datetime import date

import pytest

from planctl.findings import Waiver
from planctl.rules import CATALOGUE, Reason, check, ignores_in, reason_of
from planctl.source import read

RULES = [rule for rule in CATALOGUE if rule.code in {"PLN301", "PLN401"}]
NO_LEAD = "themes:\n- title: Clubs\n  actions:\n  - {ref: 1a, text: A}\n  - {ref: 1b, text: B}\n"


def test_a_comment_lets_the_findings_of_its_rule_on_its_line_stand_and_keeps_them(cases):
    said = (
        "- {ref: 1a, text: A} # planctl: ignore[no-responsible] Later (by Head, until 2018-05-31)"
    )
    (case,) = cases(NO_LEAD.replace("- {ref: 1a, text: A}", said))
    waiver = Waiver("Later", "Head", date(2018, 5, 31), "case.yaml:7", ("PLN301",))
    assert [(f.code, f.ref, f.waiver) for f in check(case, RULES).findings] == [
        ("PLN301", "1a", waiver), ("PLN401", "1a", None),
        ("PLN301", "1b", None), ("PLN401", "1b", None),
    ]  # fmt: skip


def test_a_comment_at_the_top_lets_them_stand_in_the_whole_file(cases):
    (case,) = cases(NO_LEAD)
    (ignore,) = ignores_in(read(b"# planctl: ignore-file[301] Later\nid: x\n", "x"), CATALOGUE)
    found = check(case.__class__(**{**vars(case), "ignores": (ignore,)}), RULES).findings
    assert [f.waiver is not None for f in found] == [True, False, True, False]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" Later", Reason("Later")),
        (": Later (until 2018-12-31)", Reason("Later", "", date(2018, 12, 31))),
        ("Later (by A. N. Other).", Reason("Later", "A. N. Other")),
        ("Later (Until 31 May 2018, By Head)", Reason("Later", "Head", date(2018, 5, 31))),
        ("Later (until May)", Reason("Later", bad_day="May")),
        ("Later (by Head) or never", Reason("Later (by Head) or never")),
        ("Later (by Head, or never)", Reason("Later (by Head, or never)")),
        ("(until 2018-12-31)", Reason("", "", date(2018, 12, 31))),
    ],
)
def test_a_bracket_at_the_end_names_who_says_so_and_the_last_day(written, expected):
    assert reason_of(written) == expected
