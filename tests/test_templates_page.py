"""The page on templates: it tells all that a template is given, and its example runs."""

import re
from datetime import date
from pathlib import Path
from runpy import run_path

import pytest

from planctl.model import Plan, Scale, read_period
from planctl.report import Audience, ReportContext, ReportRequest, build_context, render_html

ROOT = Path(__file__).parents[1]
TOOL = run_path(str(ROOT / "tools" / "templates_page.py"))
BLOCKS, descriptions = TOOL["BLOCKS"], TOOL["descriptions"]
RECORDS = TOOL["reachable"](ReportContext)


@pytest.fixture(scope="module")
def page():
    return TOOL["templates_page"]()


def test_every_field_that_a_template_is_given_is_told():
    lacking = {one.__name__: TOOL["undescribed"](one) for one in RECORDS}
    assert {name: fields for name, fields in lacking.items() if fields} == {}


def test_what_stands_below_a_field_does_not_only_repeat_its_name():
    poor = [
        (one.__name__, name)
        for one in RECORDS
        for name, said in descriptions(one).items()
        if said.casefold().strip("the .").replace(" ", "_") == name
    ]
    assert poor == []


def test_every_block_of_the_report_is_told():
    report = (ROOT / "templates" / "report.html").read_text(encoding="utf-8")
    assert re.findall(r"{% block (\w+) %}", report) == list(BLOCKS)


def test_records_have_names_of_their_own():
    names = [one.__name__ for one in RECORDS]
    assert len(names) == len(set(names))


def test_the_example_does_what_the_page_says(page, tmp_path):
    report, grid = re.findall(r"^```jinja\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "parts").mkdir()
    (tmp_path / "report.html").write_text(report, encoding="utf-8")
    (tmp_path / "parts" / "grid.html").write_text(grid, encoding="utf-8")
    shown = {one: rendered(one, tmp_path) for one in (Audience.BOARD, Audience.OFFICER)}
    note = '<p class="members">For members: 1 of 1 action has an update for this term.</p>'
    assert [note in shown[one] for one in shown] == [True, False]
    assert ["h2 { text-transform: uppercase; }" in html for html in shown.values()] == [True, True]
    told = "<p>Actions without an owner are set in italics. ✓"
    assert [told in html for html in shown.values()] == [True, True]
    assert ['<table class="grid">' in html for html in shown.values()] == [True, True]


def rendered(audience, folder):
    given = {
        "format": "planctl/1",
        "id": "reading",
        "title": "Reading",
        "period": {"from": "2017-09-01", "to": "2018-08-31"},
        "themes": [{
            "title": "Clubs",
            "actions": [{
                "ref": "1a",
                "text": "Read aloud",
                "schedule": ["Year 1"],
                "updates": {"2017-18 autumn": {"rating": "green"}},
            }],
        }],
    }  # fmt: skip
    plan = Plan.model_validate(given, context={"scale": Scale()})
    term = read_period("2017-18 autumn")
    assert term is not None
    request = ReportRequest(term, date(2017, 12, 31), audience)
    return render_html(build_context(plan, request, (), ()), (folder,))
