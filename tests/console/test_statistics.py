"""How often each rule found something."""

import re

from planctl.console import Paint, render_statistics
from planctl.rules import CheckRun


def test_the_real_plan_reads_as_it_should(of_plans, golden):
    golden("console/plans-statistics.txt", render_statistics(of_plans, Paint()))


def test_in_colour_it_says_the_same(of_plans):
    coloured = render_statistics(of_plans, Paint(is_on=True))
    plain = render_statistics(of_plans, Paint())
    assert "\x1b[1;33mwarning\x1b[0m\n" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def test_what_is_waived_is_not_counted_with_its_rule_and_a_preview_is_marked(mixed):
    assert render_statistics(mixed, Paint()) == (
        "2  PLN401  no-timeline       warning\n"
        "1  PLN021  ambiguous-scalar  error\n"
        "1  PLN999  brand-new         error, preview\n"
        "\n"
        "1 error, 2 warnings, 0 info, 1 in preview, which does not fail a check\n"
        "2 plans checked, 6 findings (2 waived), rules not run on 0, "
        "0 checks not made for want of an earlier version\n"
    )


def test_nothing_found_is_said_in_two_lines():
    assert render_statistics(CheckRun((), (), {}, checked=1, not_run=0), Paint()) == (
        "0 errors, 0 warnings, 0 info\n"
        "1 plan checked, 0 findings (0 waived), rules not run on 0, "
        "0 checks not made for want of an earlier version\n"
    )
