"""planctl from Python: plans loaded, checked and reported."""

from datetime import date
from pathlib import Path

import pytest

import planctl
from planctl.api import UnsoundPlanError
from planctl.errors import NoPlansError, PathNotFoundError, SeveralPlansError, WrongValueError
from planctl.model import Programme
from planctl.rules import CATALOGUE

READING = """\
format: planctl/1
id: reading
title: Reading
themes:
  - title: Clubs
    actions: [{ref: 1a, text: Open a homework club, schedule: [Year 1]}]
"""
PROGRAMME = """\
format: planctl/1
id: programme
title: Programme
partnership: The Partnership
period: {from: 2017-09-01, to: 2018-08-31}
scale: {levels: [{id: fine, label: Fine, state: on track}]}
"""
BROKEN = "format: planctl/1\nid: broken\ntitle: Broken\nkid: x\n"


@pytest.fixture
def plans(tmp_path, monkeypatch):
    """`plans(name=text, ...)` writes plans beside a programme and one called reading."""
    monkeypatch.chdir(tmp_path)

    def write(**files):
        for name, text in {"reading": READING, "programme": PROGRAMME, **files}.items():
            Path(f"{name}.yaml").write_text(text, "utf-8")

    return write


def test_a_plan_is_loaded_with_what_it_takes_from_its_programme(plans):
    plans()
    plan = planctl.load("reading.yaml")
    assert isinstance(plan, planctl.Plan)
    assert (plan.id, plan.partnership, plan.period and plan.period.to) == (
        "reading", "The Partnership", date(2018, 8, 31),
    )  # fmt: skip


@pytest.mark.parametrize("path", [".", Path(), Path("reading.yaml")])
def test_a_path_is_text_or_path_and_a_folder_of_one_plan_will_do(path, plans):
    plans()
    assert planctl.load(path).id == "reading"


def test_a_plan_that_does_not_load_says_why_with_its_findings(plans):
    plans(broken=BROKEN)
    with pytest.raises(UnsoundPlanError) as refused:
        planctl.load("broken.yaml")
    assert str(refused.value) == ("broken.yaml:4:1: error PLN101 kid is not a field of the plan")
    assert [finding.code for finding in refused.value.findings] == ["PLN101"]
    assert isinstance(refused.value, planctl.PlanctlError)


def test_a_plan_is_not_loaded_without_its_programme(plans):
    plans(programme=f"{PROGRAMME}kid: x\n")
    with pytest.raises(UnsoundPlanError, match=r"^programme\.yaml:7:1: error PLN101 kid"):
        planctl.load("reading.yaml")


@pytest.mark.parametrize(
    ("path", "error", "problem"),
    [
        ("gone.yaml", PathNotFoundError, "is not there. "),
        ("programme.yaml", NoPlansError, "holds no plans. "),
        (".", SeveralPlansError, "holds 2 plans: reading.yaml, writing.yaml. "),
    ],
)
@pytest.mark.parametrize("call", [planctl.load, planctl.render_html])
def test_what_is_not_one_plan_is_refused(call, path, error, problem, plans):
    plans(writing=READING.replace("reading", "writing"))
    with pytest.raises(error) as refused:
        call(path)
    assert str(refused.value).startswith(f"{path} {problem}")


def test_a_text_is_a_plan(plans):
    plans()
    assert planctl.loads(READING).title == "Reading"


def test_a_text_takes_what_it_leaves_to_the_programme_as_a_file_does(plans):
    plans()
    programme = Programme.model_validate(
        {
            "format": "planctl/1",
            "id": "programme",
            "title": "Programme",
            "partnership": "The Partnership",
            "period": {"from": "2017-09-01", "to": "2018-08-31"},
            "scale": {"levels": [{"id": "fine", "label": "Fine", "state": "on track"}]},
        }
    )
    rated = READING.replace("}]\n", ", updates: {autumn 2017: {rating: Fine}}}]\n")
    Path("reading.yaml").write_text(rated, "utf-8")
    assert planctl.loads(rated, programme) == planctl.load("reading.yaml")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ["text:1:1: error PLN014"]),
        ("- a list", ["text:1:3: error PLN113"]),
        (BROKEN, ["text:4:1: error PLN101"]),
        ("title: No id\nformat: planctl/1\n", ["text:1:1: error PLN102"]),
        ("a: \ud800", ["text:1:4: error PLN002"]),
    ],
)
def test_a_text_that_is_no_plan_says_why(text, places):
    with pytest.raises(UnsoundPlanError) as refused:
        planctl.loads(text)
    lines = str(refused.value).splitlines()
    assert [" ".join(line.split()[:3]) for line in lines] == places


def test_a_check_gives_an_entry_a_place_in_the_order_of_the_files(plans):
    plans(broken=BROKEN)
    found = planctl.check(".", as_of=date(2018, 1, 1))
    assert all(isinstance(finding, planctl.Finding) for finding in found)
    assert [(f.file, f.code, f.severity) for f in found] == [
        ("broken.yaml", "PLN101", planctl.Severity.ERROR),
        ("reading.yaml", "PLN810", planctl.Severity.INFO),
        ("reading.yaml", "PLN813", planctl.Severity.INFO),
        ("reading.yaml", "PLN301", planctl.Severity.WARNING),
        ("reading.yaml", "PLN505", planctl.Severity.WARNING),
        ("reading.yaml", "PLN711", planctl.Severity.WARNING),
    ]
    assert isinstance(found[0].span, planctl.Span)


def test_a_check_can_be_of_some_rules_only(plans):
    plans()
    rules = tuple(rule for rule in CATALOGUE if rule.name == "no-responsible")
    found = planctl.check("reading.yaml", as_of=date(2018, 1, 1), rules=rules)
    assert [finding.code for finding in found] == ["PLN301"]


def test_a_check_of_today_is_one_of_a_day_after_the_plan(plans):
    plans()
    terms = "2017-18 autumn, 2017-18 spring, 2017-18 summer"
    messages = [finding.message for finding in planctl.check("reading.yaml")]
    assert f"1a has no update for {terms}" in messages


def test_a_report_is_a_page_judged_on_the_terms_last_day(plans):
    plans()
    page = planctl.render_html("reading.yaml", term="2017-18 autumn")
    assert page.startswith("<!DOCTYPE html>")
    assert page == planctl.render_html("reading.yaml", term="autumn 2017", as_of=date(2017, 12, 31))
    assert page != planctl.render_html("reading.yaml", term="autumn 2017", as_of=date(2018, 5, 1))


def test_a_report_on_the_last_term_is_that_of_the_plans_last_one_once_it_has_ended(plans):
    plans()
    assert planctl.render_html("reading.yaml") == planctl.render_html(
        "reading.yaml", term="2017-18 summer"
    )


def test_a_report_is_written_as_pdf_to_a_path_of_text_or_path(plans):
    plans()
    planctl.write_pdf("reading.yaml", Path("papers/reading.pdf"), term="2017-18 autumn")
    assert Path("papers/reading.pdf").read_bytes().startswith(b"%PDF-")


def test_a_term_that_the_plan_does_not_have_is_refused(plans):
    plans()
    with pytest.raises(WrongValueError, match=r"^--term '2030-31 autumn' cannot"):
        planctl.render_html("reading.yaml", term="2030-31 autumn")


def test_a_report_on_a_plan_that_does_not_load_is_refused(plans):
    plans(broken=BROKEN)
    with pytest.raises(UnsoundPlanError, match=r"^broken\.yaml:4:1"):
        planctl.render_html("broken.yaml")


def test_a_plan_without_days_is_reported_on_as_of_the_terms_last_day(plans):
    plans(programme=PROGRAMME.replace("period", "# period"))
    assert planctl.render_html("reading.yaml", term="autumn 2017") == planctl.render_html(
        "reading.yaml", term="autumn 2017", as_of=date(2017, 12, 31)
    )


def test_only_the_names_that_are_promised_are_there():
    assert {name: getattr(planctl, name).__name__ for name in planctl.__all__} == {
        name: name for name in planctl.__all__
    }
    with pytest.raises(AttributeError, match="module 'planctl' has no attribute 'Plans'"):
        _ = planctl.Plans


def test_a_report_is_the_same_from_wherever_it_is_made(tmp_path, plans, monkeypatch):
    plans()
    Path("planctl.toml").touch()
    here = planctl.render_html("reading.yaml", term="2017-18 autumn")
    monkeypatch.chdir(tmp_path.parent)
    assert planctl.render_html(tmp_path / "reading.yaml", term="2017-18 autumn") == here


def test_two_versions_of_a_plan_are_compared_each_on_its_own_day(plans):
    plans()
    old = planctl.load("reading.yaml")
    plans(reading=READING.replace("Year 1", "Year 2"))
    new = planctl.load("reading.yaml")
    changes = planctl.compare(old, new, as_of=(date(2018, 1, 1), date(2018, 1, 1)))
    assert [(change.rule, change.message) for change in changes] == [
        ("date-moved", "1a was planned for Year 1, and is planned for Year 2"),
        ("action-slipped", "1a ends 31 August 2019 and not 31 August 2018, 365 days later"),
    ]
    assert planctl.apply(changes, old) == new
    assert planctl.compare(old, old) == ()
