"""Words of a plan in Markdown are shown, and nothing more."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planctl.console.changes_inert import inert
from planctl.console.terminal import printable

APART = "\N{ZERO WIDTH SPACE}"
PAGE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LIVE = st.sampled_from([
    "@name", "@org/team", "#1", "!1", "$1", "%1", "&1", "~1", "^1", "owner/name#1", "GH-1",
    ":tada:", "https://e.org", "www.e.org", "a@e.org", "mailto:a@e.org", "[x](http://e.org)",
    "[[p]]", "![x](y)", "<b>", "<!--", "-->", "</details>", "`c`", "*d*", "_e_", "~~f~~", "$x$",
    "|", "\\", "\\|", "&amp;", "&#64;", "&lt;", "\n", "\r\n", "\u2028", "\n---\n", "\n# h",
    "\n|---|\n", "\x1b[2J", "\u202e", " ",
])  # fmt: skip
HOSTILE = st.lists(LIVE | st.text(max_size=8), max_size=12).map("".join)


def cells(text):
    page = PAGE.render(f"| a | b |\n|---|---|\n| {text} | end |\n")
    return re.findall("<td>(.*?)</td>", page, re.DOTALL), page


@pytest.mark.thorough
@given(HOSTILE)
def test_a_row_stays_one_row_and_shows_each_letter(text):
    found, page = cells(inert(text))
    shown = " ".join(html.unescape(found[0]).replace(APART, "").split())
    assert shown == " ".join(printable(text).replace(APART, "").split())
    assert (found[1:], set(re.findall(r"<(\w+)", page))) == (
        ["end"], {"table", "thead", "tbody", "tr", "th", "td"},
    )  # fmt: skip


@given(HOSTILE)
def test_nothing_in_it_is_live_where_the_page_is_read_for_names_and_numbers(text):
    written = inert(text)
    assert re.search("[<>]", written) is None
    (shown, _), _ = cells(written)
    page = html.unescape(shown)
    assert re.search(r"[@#](?!\u200b)", page) is None
    assert (
        re.search(r"""[!$%&~^][\w"]|:[\w+-]+:|://|\bwww\.|\bgh-\d""", page, re.IGNORECASE) is None
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plans/reading.yaml:41", "plans/reading.yaml:41"),
        ("10:30 to 11:30", "10:30 to 11:30"),
        ("80 %, £40,000 & more!", "80 %, £40,000 &amp; more!"),
        ("2.1a: ‘a reading list’", "2.1a: ‘a reading list’"),
        ("@name", "@&#8203;name"),
        ("a | b", r"a \| b"),
        ("#1 and !1", "#&#8203;1 and !&#8203;1"),
        ("https://e.org", "https:&#8203;//e.org"),
    ],
)
def test_plain_words_stay_as_they_are(text, written):
    assert inert(text) == written
