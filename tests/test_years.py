"""The decisions of the invented example, taken again, give what lies in its folder."""

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from planctl.source import read_file

ROOT = Path(__file__).parents[1]
YEARS = ROOT / "examples" / "three-years"
sys.path.insert(0, str(ROOT / "tools"))

from three_years import as_on, decided  # noqa: E402 - a tool, found by the line above


def said(name, day):
    return as_on(read_file(YEARS / "plans" / name, name).root, day)


@pytest.mark.thorough
def test_seals_and_approvals_are_what_planctl_makes_of_the_decisions(tmp_path):
    made = decided(shutil.copytree(YEARS, tmp_path / "wexcombe"))
    assert [
        place for place, content in made.items() if (YEARS / place).read_bytes() != content
    ] == []
    assert sorted(place for place in made if place.startswith("seals/")) == sorted(
        f"seals/{path.name}" for path in (YEARS / "seals").iterdir()
    )


@pytest.mark.parametrize("name", ["attendance", "careers", "moving-up", "promises", "reading"])
def test_on_its_last_day_a_plan_says_all_but_its_approvals_and_criteria(name):
    now = read_file(YEARS / "plans" / f"{name}.yaml", name).root
    then = said(f"{name}.yaml", date(2025, 1, 1))
    assert [key for key in now if key not in then] == (["approvals"] if "approvals" in now else [])
    assert {key: len(then[key]) for key in then} == {key: len(now[key]) for key in then}


def test_on_the_day_of_its_approval_nothing_has_been_reported_yet():
    plan = said("reading.yaml", date(2021, 10, 14))
    actions = [action for theme in plan["themes"] for action in theme["actions"]]
    assert [name for action in actions for name in ("updates", "revised") if name in action] == []
    assert [kpi.get("actuals") for kpi in plan["kpis"]] == [None, None, None]
    assert [key for key in ("changes", "reports") if key in plan] == []


def test_what_was_decided_later_is_undone():
    was, became = (
        {kpi["uid"]: kpi for kpi in said("attendance.yaml", day)["kpis"]}["persistent-absence"]
        for day in (date(2023, 3, 15), date(2023, 10, 5))
    )
    assert (was["targets"]["2023-24"], became["targets"]["2023-24"]) == ("12", "14")
    before = said("attendance.yaml", date(2023, 10, 4))["kpis"][0]["actuals"]["2022-23 spring"]
    now = became["actuals"]["2022-23 spring"]
    assert (before["value"], now["value"]) == ("18.4", "18.9")


def test_a_plan_that_was_not_made_yet_says_nothing_of_its_recommendations():
    assert "recommendations" not in said("inquiry.yaml", date(2022, 11, 16))
    assert len(said("inquiry.yaml", date(2022, 11, 17))["recommendations"]) == 5
