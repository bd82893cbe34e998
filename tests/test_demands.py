"""Small plans, each around one awkward thing that other bodies' plans have: the format holds it."""

from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

import planctl
from planctl.diff import apply
from planctl.editing import formatted
from planctl.findings import Severity
from planctl.loading import load_plan
from planctl.model import Plan
from planctl.model.plain import plain
from planctl.printing import Press
from planctl.rules import CATALOGUE, Policy, usual
from planctl.settings.choices import Profile
from planctl.source import read, read_file
from planctl.transfer.writing.back import plan_back
from planctl.transfer.writing.exporting import ExportFormat, exported
from planctl.workspace import check_run, groups

FOLDER = Path(__file__).parent / "demands"
PLANS = sorted(FOLDER.glob("*.yaml"))
DAY = date(2019, 1, 1)
USUAL = Policy(usual(CATALOGUE, Profile.ANALYST))

each = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)


def actions(name):
    return [action for theme in planctl.load(FOLDER / name).themes for action in theme.actions]


def due(name):
    """Each deadline: its kind, its first and its last day."""
    return [
        (deadline.kind.value, str(deadline.earliest or ""), str(deadline.latest or ""))
        for action in actions(name)
        if (deadline := action.due)
    ]


def targets(name):
    """Each target of the first KPI: its period, kind, value, and what a change is counted from."""
    kpi = planctl.load(FOLDER / name).kpis[0]
    return [
        (str(period), target.kind.value, target.value, target.of and target.of.value)
        for period, target in kpi.targets.items()
    ]


def test_there_are_as_many_demands_as_are_told():
    assert len(PLANS) == 36


@each
def test_a_plan_says_what_it_is_about_in_its_first_line(path):
    first, second, *_ = path.read_text("utf-8").splitlines()
    assert first.startswith("# Demand: ")
    assert first.endswith(". Its content is invented.")
    assert second == "format: planctl/1"


@each
def test_a_plan_has_no_errors(path):
    found = check_run(groups([path]), USUAL, DAY).findings
    assert [one.message for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.thorough
@each
def test_a_plan_is_reported(path):
    (group,) = groups([path])
    (press,) = Press.presses(group, "last", DAY)
    assert press.plan.title in press.html()


@each
def test_a_plan_is_the_same_as_itself(path):
    plan = planctl.load(path)
    assert planctl.compare(plan, plan, as_of=(DAY, DAY)) == ()


def without_the_last_action(made):
    actions = made["themes"][-1]["actions"]
    made["themes"][-1]["actions"] = actions[:-1]
    return "action-dropped"


def with_another_action(made):
    made["themes"][0]["actions"].insert(0, {"text": "Ask the caretakers which doors stay locked."})
    return "action-added"


def with_another_title(made):
    made["title"] = f"{made['title']}, and what came of it"
    return "reworded"


def without_a_target(made):
    targets = made["kpis"][0]["targets"]
    del targets[next(reversed(targets))]
    return "kpi-target-removed"


def with_an_update(made):
    action = made["themes"][0]["actions"][0]
    action["updates"] = {
        **action.get("updates", {}),
        "2018-19 summer": {"comment": "Nobody was asked before.", "by": "clerk"},
    }
    return "update-added"


EDITS = (
    without_the_last_action,
    with_another_action,
    with_another_title,
    without_a_target,
    with_an_update,
)


def edited(path, edit):
    """The plan, the same after the edit, and the rule for it; skipped where it has no place."""
    plan = planctl.load(path)
    made = deepcopy(plain(plan))
    try:
        rule = edit(made)
    except (KeyError, IndexError):
        return None
    made.pop("assertions", None)
    loaded = load_plan(read(yaml.safe_dump(made).encode(), path.name), path.stem, None)
    assert loaded.record is not None, [finding.message for finding in loaded.findings]
    return plan, loaded.record, rule


@pytest.mark.thorough
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@each
def test_an_edit_of_a_plan_is_told_and_leads_from_one_to_the_other(path, edit):
    found = edited(path, edit)
    if found is None:
        return
    old, new, rule = found
    changes = planctl.compare(old, new, as_of=(DAY, DAY))
    assert rule in {change.rule for change in changes}
    assert apply(changes, old) == new
    assert apply(planctl.compare(new, old, as_of=(DAY, DAY)), new) == old


def test_each_edit_has_a_place_in_many_of_the_plans():
    places = {edit.__name__: sum(bool(edited(path, edit)) for path in PLANS) for edit in EDITS}
    assert places == {
        "without_the_last_action": 29,
        "with_another_action": 29,
        "with_another_title": 36,
        "without_a_target": 8,
        "with_an_update": 29,
    }


@pytest.mark.thorough
@pytest.mark.parametrize("form", [ExportFormat.JSON, ExportFormat.XLSX], ids=str)
@each
def test_a_plan_comes_back_from_an_office_file(path, form):
    plan = planctl.load(path)
    content = exported(plan, plan, form)
    back = plan_back(Path(f"{path.stem}.{form}"), content)
    assert back is not None
    assert ([finding.message for finding in back.findings], back.record) == ([], plan)


@each
def test_a_plan_survives_its_plain_form(path):
    plan = planctl.load(path)
    text = yaml.safe_dump(plain(plan), allow_unicode=True)
    loaded = load_plan(read(text.encode(), path.name), path.stem, None)
    assert ([finding.message for finding in loaded.findings], loaded.record) == ([], plan)


@each
def test_a_plan_is_in_form(path):
    document = read_file(path, path.name)
    timeline = planctl.load(path).timeline
    assert formatted(document, Plan, timeline) is document


def test_a_month_is_a_deadline():
    assert due("deadline-month.yaml") == [
        ("fuzzy", "2019-03-01", "2019-03-31"),
        ("fuzzy", "2019-05-21", "2019-05-31"),
    ]


def test_a_season_is_a_deadline():
    assert due("deadline-season.yaml") == [
        ("fuzzy", "2019-01-01", "2019-04-30"),
        ("fuzzy", "2019-01-01", "2019-04-30"),
        ("fuzzy", "2019-09-01", "2019-12-31"),
    ]


def test_a_quarter_is_a_deadline():
    assert due("deadline-quarter.yaml") == [("fuzzy", "2019-07-01", "2019-09-30")]


def test_a_deadline_may_come_round_again():
    assert due("deadline-recurring.yaml") == [
        ("recurring", "", ""),
        ("recurring", "", "2020-07-31"),
        ("recurring", "", ""),
    ]


def test_a_deadline_may_wait_for_something():
    name = "deadline-event.yaml"
    assert due(name) == [
        ("exact", "2019-02-01", "2019-02-01"),
        ("relative", "", ""),
        ("relative", "", ""),
    ]
    assert [one.due.event for one in actions(name)] == ["", "the report", "1b is done"]


def test_work_may_go_on():
    assert due("deadline-ongoing.yaml") == [
        ("ongoing", "", "2020-07-31"),
        ("ongoing", "", ""),
        ("ongoing", "2018-09-01", ""),
    ]


def test_an_agency_and_a_post_are_two_owners():
    (action,) = actions("agency-and-post.yaml")
    assert [(one.party, one.role.value, one.note) for one in action.responsible] == [
        ("health-trust", "accountable", None),
        ("health-visitor-lead", "lead", None),
        ("council", "supporter", "Rooms only"),
    ]


def test_a_milestone_has_an_owner_and_a_date():
    (action,) = actions("milestones-with-owners.yaml")
    assert [
        (one.text, str(one.due or ""), [party.party for party in one.responsible])
        for one in action.milestones
    ] == [
        ("The kitchens are inspected", "2018-10-12", ["health-visitor-lead"]),
        ("The first club opens", "January 2019", ["attendance-lead"]),
        ("The last club opens", "", []),
    ]


def test_a_cost_is_money_days_words_or_nothing():
    names = ("cost-nil.yaml", "cost-in-days.yaml", "cost-in-words.yaml")
    assert [action.cost and plain(action.cost) for name in names for action in actions(name)] == [
        {"nil": True},
        None,
        {"days": "3"},
        {"amount": "450", "days": "12.5", "of": "the attendance team", "text": "Travel"},
        {"text": "Within the budget of the team"},
    ]


def test_targets_of_terms_add_up():
    kpi = planctl.load(FOLDER / "targets-adding-up.yaml").kpis[0]
    added = sum(target.value or Decimal(0) for target in kpi.targets.values())
    assert (added, kpi.declared_total) == (Decimal(150), Decimal(150))


def test_a_target_may_be_to_be_set_or_grow_by_per_cent():
    assert targets("target-to-be-set.yaml") == [
        ("2018-19", "establish", None, None),
        ("2019-20", "at_least", Decimal(70), None),
    ]
    assert targets("growth-in-per-cent.yaml") == [
        ("2018-19", "change_pct", Decimal(5), "baseline"),
        ("2019-20", "change_pct", Decimal(3), "previous"),
    ]
    assert targets("baseline-to-be-set.yaml") == [("2019-20", "change", Decimal(10), "baseline")]


def test_an_action_may_be_paused():
    (action,) = actions("action-paused.yaml")
    assert [plain(update) for update in action.updates.values()] == [
        {
            "stage": "paused",
            "comment": "The building is closed until the roof is mended.",
            "cause": "dependency",
            "expected": "summer 2019",
        }
    ]


def test_rows_are_numbered_as_they_are_printed():
    names = ("numbering-gaps.yaml", "numbering-mixed.yaml", "without-numbering.yaml")
    assert [[action.ref for action in actions(name)] for name in names] == [
        ["1.1", "1.2", "1.5", "1.10"],
        ["A1(i)", "7", "§ 3 b"],
        [None, None, None],
    ]


def test_an_action_has_several_criteria():
    (action,) = actions("success-several.yaml")
    assert [plain(one) for one in action.success] == [
        {"text": "Fewer sessions are missed.", "kpi": "K1"},
        {
            "text": "All schools ring by ten.",
            "state": "met",
            "evidence": [{"title": "Logs of the calls"}],
        },
        {"text": "Families say that it helps.", "state": "partially_met"},
    ]
