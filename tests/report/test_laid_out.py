"""Reports as a reader turns their pages: nothing alone, broken, sticking out or nearly empty."""

import sys
from pathlib import Path
from subprocess import run

import pytest

from planctl.report import Audience, render_html
from tests.report.full_plan import full_report
from tests.report.laid_out import faults_of_layout, leaves
from tests.report.pdf_parts import small

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
YEARS = ROOT / "examples" / "three-years" / "plans"
SUMMER = ("--term", "2023-24 summer")
EXAMPLES = {
    "attendance": (YEARS / "attendance.yaml", *SUMMER, "--for", "officer"),
    "careers": (YEARS / "careers.yaml", *SUMMER, "--for", "officer"),
    "careers, a year": (YEARS / "careers.yaml", *SUMMER, "--kind", "annual", "--year", "Year 3"),
    "inquiry": (YEARS / "inquiry.yaml", *SUMMER, "--for", "officer"),
    "inquiry, scrutiny": (
        YEARS / "inquiry.yaml", *SUMMER, "--kind", "scrutiny", "--for", "scrutiny",
    ),
    "moving up": (YEARS / "moving-up.yaml", *SUMMER, "--for", "officer"),
    "promises, a year": (YEARS / "promises.yaml", *SUMMER, "--kind", "annual", "--year", "Year 3"),
    "first term": (ROOT / "examples/first-term", "--term", "2017-18 autumn", "--for", "officer"),
    "first term, public": (
        ROOT / "examples/first-term", "--term", "2017-18 autumn", "--for", "public",
    ),
    "programme": (
        ROOT / "plans", "--kind", "programme", "--term", "2017-18 autumn",
        "--as-of", "2018-01-01", "--for", "board",
    ),
    "strategy": (ROOT / "examples/herefordshire", "--as-of", "2019-01-01", "--for", "officer"),
    "recommendations": (ROOT / "examples/stockton", "--for", "officer"),
}  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of an example, laid out once."""
    laid = {}

    def of(name):
        if name not in laid:
            laid[name] = leaves(page_of(EXAMPLES[name], tmp_path_factory.mktemp("example")))
        return laid[name]

    return of


def page_of(options, folder):
    asked = [*map(str, options), "--format", "html", "-o", str(folder)]
    run([sys.executable, "-m", "planctl", "report", *asked], cwd=ROOT, check=True)
    (page,) = folder.glob("*.html")
    return page.read_text(encoding="utf-8")


LINE = "<p>line</p>"
NEXT = '<p style="break-before: page">next</p>'
PART = '<h2 style="break-before: page">next</h2>'


@pytest.mark.parametrize(
    ("style", "body", "faults"),
    [
        ("", f"{LINE * 8}<h3>Alone</h3>{NEXT}", [(1, "alone", "Alone")]),
        ("", f"{LINE * 7}<h3>Near</h3>{LINE}{NEXT}", [(1, "alone", "Near")]),
        ("", f"{LINE * 7}<h3>Whole</h3>{LINE}{PART}", []),
        ("", f'{LINE * 8}<p class="title">Focus</p>{PART}', [(1, "alone", "Focus")]),
        ("", f"{LINE * 8}<dl><dt>Key</dt><dd>{NEXT}</dd></dl>", [(1, "alone", "Key")]),
        (
            "tfoot { display: table-row-group; break-before: page }",
            f"<table><tbody><tr><td>{LINE * 6}<tfoot><tr><td>Sum</tfoot></table>",
            [(1, "alone", "Sum")],
        ),
        ("", f"{LINE}{NEXT}", [(1, "empty", "0.18")]),
        ("", f"{LINE}{PART}", []),
        (
            ".tag { display: inline-block; width: 30px }",
            '<p><span class="tag">N Needs</span></p>',
            [(1, "broken", "NNeeds")],
        ),
        (
            "p { white-space: nowrap }",
            f"<p>{'far ' * 30}</p>",
            [(1, "sticks out", " ".join(["far"] * 30))],
        ),
    ],
)
def test_what_lies_as_it_should_not_is_told(style, body, faults):
    paper = "@page { size: 400px; margin: 50px } * { margin: 0; padding: 0; font-size: 20px }"
    assert list(faults_of_layout(leaves(small(style=f"{paper} {style}", body=body)))) == faults


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_no_fault_of_layout(pages, name):
    assert list(faults_of_layout(pages(name))) == []


@pytest.mark.parametrize("audience", Audience)
def test_the_full_plan_has_no_fault_of_layout(audience):
    assert list(faults_of_layout(leaves(render_html(full_report(audience))))) == []


@pytest.mark.parametrize("name", ["first term", "first term, public", "attendance", "careers"])
def test_the_front_page_of_an_example_is_one_page(pages, name):
    first, second = pages(name)[:2]
    assert any(one.words == "Other states" for one in first.texts)
    assert second.begins_a_part()
