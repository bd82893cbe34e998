"""The page: sound, self-contained, and with nothing in it that a plan could bring to life."""

import itertools
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planctl.errors import RenderError
from planctl.report import render_html

SHIPPED = Path(__file__).parents[2] / "templates"

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "[/]",
    "]]>",
    "&amp;",
    "<!-- ",
    "</style><b>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "</title><base href=//x>",
]


class Elements(HTMLParser):
    """Every start tag of a page with its attributes, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(page: str) -> Elements:
    elements = Elements()
    elements.feed(page)
    return elements


def own_template(folder: Path, name: str, text: str) -> tuple[Path, ...]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return (folder,)


@pytest.mark.parametrize("name", ["real", "example", "rich", "empty", "one", "many"])
def test_the_page_is_sound(pages, name):
    tags = parsed(pages[name]).tags
    count = Counter(tag for tag, _ in tags)
    ids = [found["id"] for _, found in tags if "id" in found]
    pointed_at = {
        target
        for _, found in tags
        for target in (found.get("aria-labelledby"), (found.get("href") or "#").removeprefix("#"))
        if target
    }
    assert {one: count[one] for one in ("html", "title", "h1", "main", "header", "footer", "nav")}
    assert (count["h1"], count["main"], count["header"], count["footer"]) == (1, 1, 1, 1)
    assert tags[0] == ("html", {"lang": "en-GB"})
    assert len(ids) == len(set(ids))
    assert pointed_at <= set(ids)


@pytest.mark.parametrize("name", ["real", "example", "rich", "empty", "one", "many"])
def test_headings_leave_out_no_level(pages, name):
    levels = [int(tag[1]) for tag, _ in parsed(pages[name]).tags if re.fullmatch("h[1-6]", tag)]
    steps = itertools.pairwise(levels)
    assert [step for step in steps if step[1] > step[0] + 1] == []


@pytest.mark.parametrize("name", ["real", "example", "rich", "empty", "one", "many"])
def test_no_table_is_without_a_row_in_its_body(pages, name):
    bodies = re.findall(r"<tbody>(.*?)</tbody>", pages[name], re.DOTALL)
    assert [body for body in bodies if "<tr" not in body] == []


@pytest.mark.parametrize("name", ["real", "example", "rich"])
def test_it_needs_nothing_from_outside_and_no_script(pages, name):
    loaded = {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    tags = parsed(pages[name]).tags
    assert [tag for tag, _ in tags if tag in loaded] == []
    links = [found["href"] or "" for tag, found in tags if tag == "a"]
    assert [link for link in links if not link.startswith("#")] == []
    assert "url(" not in pages[name]


def test_hostile_text_is_only_text(context, plan):
    def hostile(text: str) -> dict[str, object]:
        update = {"rating": "red", "comment": text, "by": text, "next_steps": [text]}
        return {
            "ref": text[:30],
            "title": text,
            "text": text,
            "notes": [text],
            "responsible": [text],
            "source": {text: text},
            "updates": {"2017-18 autumn": update},
        }

    tame = [hostile("Tame") for _ in HOSTILE]
    wild = [hostile(text) for text in HOSTILE]
    shape = [tag for tag, _ in parsed(render_html(context(plan(*tame)))).tags]
    elements = parsed(render_html(context(plan(*wild, title=HOSTILE[0], partnership=HOSTILE[8]))))

    assert [tag for tag, _ in elements.tags] == shape
    assert {name for _, found in elements.tags for name in found if name.startswith("on")} == set()
    assert [text for text in HOSTILE if text not in elements.text] == []


def test_figures_carry_their_values(pages):
    assert 'data-count="unknown" data-number="28" data-of="33"' in pages["real"]
    assert 'id="action-0-5" data-state="off-track"' in pages["example"]


def test_an_own_template_comes_before_the_shipped_one(context, plan, tmp_path):
    folders = own_template(tmp_path, "parts/grid.html", "<p>Ours: {{ report.foot.text }}</p>")
    page = render_html(context(plan({"text": "Read."})), folders)
    assert "<p>Ours: Reading · Autumn term 2017-18 · as at 31 December 2017 · Draft</p>" in page
    assert 'class="at-a-glance' not in page


def test_an_own_report_can_extend_the_shipped_one(context, plan, tmp_path):
    text = (
        '{% extends "planctl/report.html" %}'
        "{% block style %}h1 { color: var(--accent); }{% endblock %}"
    )
    page = render_html(context(plan()), own_template(tmp_path, "report.html", text))
    assert "h1 { color: var(--accent); }</style>" in page
    assert '<section class="sources"' in page


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("\n{{ report.nothing }}", "has no attribute 'nothing'"),
        ("\n{% if %}", "Expected an expression"),
        ("\n{{ report.__class__.__mro__ }}", "unsafe"),
        ("\n{{ ''.__class__.__subclasses__() }}", "unsafe"),
        ("\n{{ report.words.update({}) }}", "no attribute 'update'"),
        ("\n{{ cycler.__init__.__globals__ }}", "unsafe"),
        ("\n{% include 'parts/none.html' %}", "parts/none.html"),
        ("\n{% include '../secret.txt' %}", r"\.\./secret.txt"),
        ("\n{{ 1 + 'a' }}", "unsupported operand"),
        ("\n{{ 1 // 0 }}", "zero"),
        ("\n{% for n in range(999999999) %}{% endfor %}", "[Rr]ange"),
    ],
)
def test_a_template_that_cannot_be_followed_is_named_with_the_line(
    context, plan, tmp_path, template, reason
):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folders = own_template(tmp_path / "own", "report.html", template)
    with pytest.raises(RenderError, match=rf"report\.html, line 2: .*{reason}"):
        render_html(context(plan()), folders)


def test_a_template_does_not_lead_out_of_its_folder_by_a_link(context, plan, tmp_path):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folders = own_template(tmp_path / "own", "report.html", "{% include 'linked.txt' %}")
    (folders[0] / "linked.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(RenderError, match=r"linked\.txt"):
        render_html(context(plan()), folders)


def test_a_template_that_is_no_text_is_named(context, plan, tmp_path):
    (tmp_path / "report.html").write_bytes(b"\xff\xfe")
    with pytest.raises(RenderError, match=r"report\.html cannot be read: 'utf-8'"):
        render_html(context(plan()), (tmp_path,))


def test_the_shipped_templates_hold_no_colour_of_their_own():
    styles = [path for path in SHIPPED.rglob("*.css") if path.name != "print.css"]
    assert {"changes.css", "report.css"} < {path.name for path in styles}
    whole = "".join(path.read_text(encoding="utf-8") for path in styles)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", whole) == []
