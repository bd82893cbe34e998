"""Which plans a kind of report is made of, and when they are looked at."""

from datetime import date
from pathlib import Path

import pytest

from planctl.errors import WrongValueError
from planctl.printing import Press
from planctl.report import Audience, ReportKind
from planctl.workspace import groups

HEAD = "format: planctl/1\nid: {0}\ntitle: T\nperiod: {{from: {1}-09-01, to: {2}-08-31}}\n"


def presses(folder: Path, kind: ReportKind, term: str = "last", year: str = "") -> list[Press]:
    (group,) = groups([folder])
    return list(Press.presses(group, term, None, "", Audience.OFFICER, kind, year))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, more in (("inquiry", "recommendations: [Write plainly.]\n"), ("reading", "")):
        (tmp_path / f"{name}.yaml").write_text(HEAD.format(name, 2017, 2019) + more, "utf-8")
    return tmp_path


def test_a_scrutiny_report_is_made_of_plans_with_recommendations(folder):
    found = presses(folder, ReportKind.SCRUTINY)
    assert [(one.id, one.kind, one.year) for one in found] == [
        ("inquiry", ReportKind.SCRUTINY, None)
    ]


def test_an_annual_plan_is_judged_at_the_end_of_its_year(folder):
    found = presses(folder, ReportKind.ANNUAL, year="2017-18")
    assert [(str(one.year), str(one.term), one.as_of) for one in found] == [
        ("Year 1", "2017-18 summer", date(2018, 8, 31))
    ] * 2


def test_a_plan_that_is_only_to_begin_is_judged_on_its_first_day(tmp_path):
    (tmp_path / "later.yaml").write_text(HEAD.format("later", 2140, 2142), "utf-8")
    (found,) = presses(tmp_path, ReportKind.ANNUAL)
    assert (str(found.year), str(found.term), found.as_of) == (
        "Year 1", "2140-41 autumn", date(2140, 9, 1),
    )  # fmt: skip


def test_a_year_in_which_a_plan_does_not_run_is_refused(folder):
    with pytest.raises(WrongValueError) as refused:
        presses(folder, ReportKind.ANNUAL, year="Year 3")
    assert "its years are Year 1 to Year 2" in str(refused.value)
