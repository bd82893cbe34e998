"""The summary page of a job."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from planctl.console import render_job_summary
from planctl.rules import CheckRun


def html(text):
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


def test_the_real_plan_reads_as_it_should(of_plans, golden):
    golden("console/plans-summary.md", render_job_summary(of_plans))


def test_what_is_waived_is_counted_and_not_shown_and_a_preview_is_marked(mixed):
    page = html(render_job_summary(mixed))
    cells = re.findall("<td>(.*?)</td>", page)
    assert (cells[:4], cells[4:8], len(cells)) == (
        ["a.yaml:2:6", "error", "PLN021 ambiguous-scalar", "2.10 is ambiguous. Quote it."],
        ["a.yaml:3:1", "error, preview", "PLN999 brand-new", "is it so?"],
        16,
    )
    assert "6 findings (2 waived)" in page


def test_every_letter_of_a_plan_is_shown_and_none_is_followed(hostile):
    page = html(render_job_summary(hostile))
    shown = re.sub("[\x00-\x1f\x9b\u202e]", "\N{REPLACEMENT CHARACTER}",
                   hostile.findings[0].message.replace("\n", " "))  # fmt: skip
    for letter, entity in [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")]:
        shown = shown.replace(letter, entity)
    assert re.findall("<td>(.*?)</td>", page) == [
        f"{shown}:1:2", "error", "PLN301 no-responsible", f"{shown}. {shown}",
    ]  # fmt: skip
    tags = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td"}
    assert set(re.findall(r"<(\w+)", page)) == tags


def test_an_address_is_no_link(mixed):
    finding = replace(mixed.findings[0], message="see www.e.org, https://e.org, a@e.org")
    text = render_job_summary(replace(mixed, said=(finding,)))
    assert r" see www\.e.org, https\://e.org, a\@e.org. Quote it. " in text


def test_nothing_found_is_said_without_a_table():
    assert render_job_summary(CheckRun((), (), {}, checked=1, not_run=0)) == (
        "## planctl validate\n\n0 errors, 0 warnings, 0 info.\n\n"
        "1 plan checked, 0 findings (0 waived), rules not run on 0, "
        "0 checks not made for want of an earlier version.\n"
    )


def test_of_very_many_the_rest_is_counted(mixed):
    many = (mixed.findings[0],) * 1203
    text = render_job_summary(replace(mixed, findings=many, said=many))
    assert text.count("\n| a") == 200
    assert "\n\nAnd 1,003 more, which the log of the step has.\n\n" in text
