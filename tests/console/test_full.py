"""Findings with the lines they speak of."""

import re

from planctl.console import Paint, render_full
from planctl.findings import Finding, Related, Severity, Span
from planctl.rules import CheckRun
from planctl.source import read

PLAIN = Paint()


def test_the_real_plan_reads_as_it_should(of_plans, golden):
    golden("console/plans-full.txt", render_full(of_plans, PLAIN))


def test_ten_mistakes_read_as_they_should(of_broken, golden):
    assert len(of_broken.findings) == 10
    golden("console/broken-full.txt", render_full(of_broken, PLAIN))


def test_in_colour_it_says_the_same(of_plans):
    coloured = render_full(of_plans, Paint(is_on=True))
    assert "\x1b[1;33mwarning[PLN206 self-link]\x1b[0m \x1b[1mthe plan links" in coloured
    tally = "0 errors, \x1b\\[1;33m\\d+ warnings\x1b\\[0m, \x1b\\[1;36m\\d+ info\x1b\\[0m"
    assert re.fullmatch(tally, coloured.splitlines()[-2])
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render_full(of_plans, PLAIN)


def test_nothing_found_is_said_in_two_lines():
    run = CheckRun((), (), {}, checked=1, not_run=0)
    assert render_full(run, PLAIN) == (
        "0 errors, 0 warnings, 0 info\n"
        "1 plan checked, 0 findings (0 waived), rules not run on 0, "
        "0 checks not made for want of an earlier version\n"
    )


def block(text, finding):
    """How one finding on the text is shown."""
    document = read(text.encode(), "a.yaml")
    run = CheckRun((finding,), (finding,), {"a.yaml": document}, checked=1, not_run=0)
    return render_full(run, PLAIN).partition("\n\n")[0]


def finding(span, **fields):
    return Finding(
        "PLN001", "name", Severity.INFO, "what is wrong", file="a.yaml", span=span, **fields
    )


def test_the_caret_stands_under_what_is_meant():
    assert block("a: b\nref: 2.10\n", finding(Span(2, 6, 2, 10), help="Write this.")) == (
        "info[PLN001 name] what is wrong\n"
        "  --> a.yaml:2:6\n"
        "  |\n"
        "2 | ref: 2.10\n"
        "  |      ^^^^\n"
        "  = Write this."
    )


def test_the_caret_counts_columns_of_a_terminal_not_letters():
    text = "日本: e\N{COMBINING ACUTE ACCENT}\t語b: x\n"
    for column, marked in [(8, f"{' ' * 8}^^"), (9, f"{' ' * 10}^")]:
        shown = block(text, finding(Span(1, column, 1, column + 1))).splitlines()
        assert shown[3:] == ["1 | 日本: e\N{COMBINING ACUTE ACCENT} 語b: x", f"  | {marked}"]


def test_a_long_line_is_cut_to_the_part_that_is_meant():
    text = f"text: {'a' * 150} here {'b' * 150}\n"
    shown = block(text, finding(Span(1, 158, 1, 162))).splitlines()
    assert shown[1] == "  --> a.yaml:1:158"
    assert shown[3:] == [
        f"1 | …{'a' * 34} here {'b' * 68}…",
        f"  | {' ' * 36}^^^^",
    ]
    assert len(shown[3]) == len("1 | ") + 110


def test_a_long_line_is_cut_only_where_something_is_left_out():
    text = f"{'a' * 150}\n"
    at_start = block(text, finding(Span(1, 1, 1, 200))).splitlines()
    assert at_start[3:] == [f"1 | {'a' * 109}…", f"  | {'^' * 110}"]
    at_end = block(text, finding(Span(1, 150, 1, 151))).splitlines()
    assert at_end[3:] == [f"1 | …{'a' * 109}", f"  | {' ' * 109}^"]
    exact = block(f"{'a' * 110}\n", finding(Span(1, 110, 1, 111))).splitlines()
    assert exact[3:] == [f"1 | {'a' * 110}", f"  | {' ' * 109}^"]


def test_a_stretch_over_several_lines_is_marked_where_it_begins():
    assert block("a: b c\n  d\n", finding(Span(1, 4, 2, 4))).splitlines()[3:] == [
        "1 | a: b c",
        "  |    ^",
    ]


def test_at_the_end_of_a_file_the_caret_stands_behind_the_last_letter():
    assert block("abc", finding(Span(1, 4, 1, 4))).splitlines()[3:] == ["1 | abc", "  |    ^"]


def test_of_a_blank_line_or_no_line_only_the_place_is_shown():
    for text, span in [("a\n\n", Span(2, 1, 2, 1)), ("", Span(9, 1, 9, 1)), ("a", None)]:
        place = f":{span.line}:1" if span else ""
        margin = " " if span else ""
        said = f"info[PLN001 name] what is wrong\n{margin or ' '} --> a.yaml{place}"
        assert block(text, finding(span)) == said


def test_the_other_place_is_shown_with_its_line_and_the_numbers_line_up():
    other = Related("first given here", span=Span(1, 1, 1, 2))
    nowhere = Related("of which no place is known")
    text = "a: b\n" * 10
    assert block(text, finding(Span(10, 1, 10, 2), related=(other, nowhere))) == (
        "info[PLN001 name] what is wrong\n"
        "   --> a.yaml:10:1\n"
        "   |\n"
        "10 | a: b\n"
        "   | ^\n"
        "   :: first given here: a.yaml:1:1\n"
        "   |\n"
        " 1 | a: b\n"
        "   | ^\n"
        "   :: of which no place is known: a.yaml"
    )


def test_a_later_place_widens_the_margin_for_both():
    later = Related("again here", span=Span(10, 1, 10, 2))
    shown = block("a: b\n" * 10, finding(Span(1, 1, 1, 2), related=(later,))).splitlines()
    assert [line[:4] for line in shown[2:]] == [
        "   |", " 1 |", "   |", "   :", "   |", "10 |", "   |",
    ]  # fmt: skip


def test_sixty_places_are_all_named():
    places = tuple(Related(f"2.{n}", span=Span(n, 1, n, 2)) for n in range(1, 61))
    shown = block("a\n" * 70, finding(Span(1, 1, 1, 2), related=places, places=60)).splitlines()
    assert shown[-1].endswith(", 2.60 (line 60)")


def test_the_places_of_many_fill_lines_and_end_in_how_many_more():
    places = tuple(Related(f"2.{n}", span=Span(n, 1, n, 2)) for n in range(1, 63))
    shown = block("a\n" * 70, finding(Span(1, 1, 1, 2), related=places, places=62)).splitlines()
    seven = "2.1 (line 1), 2.2 (line 2), 2.3 (line 3), 2.4 (line 4), 2.5 (line 5), 2.6 (line 6)"
    assert shown[5] == f"  = {seven}, 2.7 (line 7),"
    assert shown[6].startswith("    2.8 (line 8), ")
    assert max(map(len, shown)) <= 103
    assert shown[-1].endswith(", 2.60 (line 60), and 2 more")


def test_no_character_of_a_plan_acts_on_the_terminal():
    text = "a: \x1b[2J\x07\u202e\x9b\n"
    hostile = Finding(
        "PLN001", "name", Severity.INFO, "one\ntwo\x1b[31m", help="\x00", file="b\n\x1b.yaml",
    )  # fmt: skip
    document = read(text.encode(), "a.yaml")
    run = CheckRun((), (hostile, finding(Span(1, 1, 1, 2))), {"a.yaml": document}, 1, 0)
    shown = render_full(run, PLAIN)
    assert {letter for letter in shown if ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0} == {
        "\n"
    }
    assert shown.splitlines()[:3] == [
        "info[PLN001 name] one two\ufffd[31m", "  --> b \ufffd.yaml", "  = \ufffd",
    ]  # fmt: skip
    assert "1 | a: \ufffd[2J\ufffd\ufffd\ufffd\n" in shown


def test_what_is_waived_is_counted_and_not_shown_and_a_preview_is_marked(mixed, golden):
    golden("console/mixed-full.txt", render_full(mixed, PLAIN))
