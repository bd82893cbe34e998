"""The examples, retold and invented: what is in each, and that planctl can take them."""

import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

import planctl
from planctl.cli.app import app
from planctl.loading import load_plan
from planctl.model import CommitmentType, Evaluation, TargetKind, rows
from planctl.model.plain import plain
from planctl.printing import Press
from planctl.report.request import Audience
from planctl.rules import CATALOGUE, Policy, usual
from planctl.settings.choices import Profile
from planctl.source import read
from planctl.workspace import check_run, groups
from tests.report.pdf_parts import faults

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"

HEREFORDSHIRE = EXAMPLES / "herefordshire/plans/education-strategy.yaml"
STRATEGY = EXAMPLES / "middlesbrough-strategy/plans/learning-and-education.yaml"
DORSET = EXAMPLES / "dorset/plans/best-education-for-all.yaml"
STOCKTON = EXAMPLES / "stockton/plans/attainment-gap.yaml"
PLANS = (HEREFORDSHIRE, STRATEGY, DORSET, STOCKTON)

DAYS = {
    HEREFORDSHIRE: date(2019, 1, 1),
    STRATEGY: date(2019, 1, 1),
    DORSET: date(2024, 9, 1),
    STOCKTON: date(2024, 9, 1),
}
each = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parents[1].name)


def of(plan, kind):
    return [one for one in plan.commitments if one.type is kind]


def by_heading(commitments):
    """How many stand under each heading, in the order of the headings."""
    counts: dict[str, int] = {}
    for one in commitments:
        counts[one.group] = counts.get(one.group, 0) + 1
    return counts


def found(path):
    """How often each rule finds something."""
    policy = Policy(usual(CATALOGUE, Profile.ANALYST))
    counts: dict[str, int] = {}
    for finding in check_run(groups([path]), policy, DAYS[path]).findings:
        counts[finding.code] = counts.get(finding.code, 0) + 1
    return counts


# Herefordshire


def test_herefordshire_has_seven_priorities():
    plan = planctl.load(HEREFORDSHIRE)
    assert [theme.ref for theme in plan.themes] == ["1", "2", "3", "4", "5", "6", "7"]
    assert sum(len(theme.actions) for theme in plan.themes) == 0


def test_herefordshire_has_eighteen_objectives_under_its_priorities():
    plan = planctl.load(HEREFORDSHIRE)
    objectives = of(plan, CommitmentType.OBJECTIVE)
    counts = by_heading(objectives)
    assert len(objectives) == 18
    assert [*counts.values()] == [4, 1, 2, 4, 1, 2, 4]
    assert [*counts] == [f"{theme.ref} {theme.title}" for theme in plan.themes]
    assert [one for one in objectives if one.children] == []


def test_herefordshire_has_two_figures_to_reach():
    assert [
        (kpi.uid, kpi.unit, str(period), str(target.value))
        for kpi in planctl.load(HEREFORDSHIRE).kpis
        for period, target in kpi.targets.items()
        if target.kind is TargetKind.ABSOLUTE
    ] == [
        ("new-primary-places", "places", "2020-21", "249"),
        ("new-secondary-places", "places", "2020-21", "816"),
    ]


def test_herefordshire_has_three_benchmarks_without_a_figure():
    assert [
        (kpi.uid, target.value, target.text)
        for kpi in planctl.load(HEREFORDSHIRE).kpis
        for target in kpi.targets.values()
        if target.kind is TargetKind.BENCHMARK
    ] == [
        ("technical-outcomes", None, "The outcomes of A-level (to be matched)"),
        ("education-or-employment", None, "The national average (to be well exceeded)"),
        ("quartile", None, "The top quartile"),
    ]


def test_herefordshire_has_a_vision_a_core_purpose_and_principles():
    plan = planctl.load(HEREFORDSHIRE)
    aims = of(plan, CommitmentType.AIM)
    assert plan.vision is not None
    assert [(one.group, one.statement, len(one.children)) for one in aims] == [
        ("Core purpose", "Safety and well-being", 1),
        ("Core purpose", "High standards", 1),
        ("Core purpose", "Equity", 1),
        ("Core purpose", "Successful transition to adult life", 1),
    ]
    assert by_heading(of(plan, CommitmentType.PRINCIPLE)) == {"Principles": 4}
    assert len(plan.commitments) == 4 + 18 + 4


def test_herefordshire_asks_one_question_and_explains_its_abbreviations():
    plan = planctl.load(HEREFORDSHIRE)
    question = "are outcomes of children and young people better for the strategy?"
    said = f"Impact is measured by one question: {question}"
    assert plan.evaluation == Evaluation(questions=(said,))
    assert [*plan.glossary] == ["DfE", "HSIP", "NLE", "NMiTE", "RSC"]


def test_what_is_found_in_herefordshire():
    assert found(HEREFORDSHIRE) == {"PLN702": 5, "PLN709": 3, "PLN716": 18, "PLN810": 1}


# Middlesbrough


def test_middlesbrough_has_two_promises_made_of_three_and_of_one():
    plan = planctl.load(STRATEGY)
    assert [
        (one.statement, [part.type for part in one.children])
        for one in of(plan, CommitmentType.PROMISE)
    ] == [
        ("No child is left behind", [CommitmentType.WE_WILL] * 3),
        ("No school is left behind", [CommitmentType.WE_WILL]),
    ]


def test_middlesbrough_has_an_aim_a_context_and_five_principles():
    plan = planctl.load(STRATEGY)
    assert plan.aim is not None
    assert len(plan.diagnosis) == 2
    assert by_heading(of(plan, CommitmentType.PRINCIPLE)) == {
        "Core principles of the Partnership": 5
    }
    assert len(plan.commitments) == 2 + 5


def test_middlesbrough_links_to_the_partnership_that_informs_it():
    links = [plain(link) for link in planctl.load(STRATEGY).links]
    assert links == [{"group": "children-and-young-peoples-partnership", "relation": "informed_by"}]


def test_what_is_found_in_middlesbrough():
    assert found(STRATEGY) == {"PLN716": 4, "PLN810": 1}


# Dorset


def test_dorset_has_three_aims_of_which_the_third_is_made_of_four():
    aims = of(planctl.load(DORSET), CommitmentType.AIM)
    assert [len(one.children) for one in aims] == [0, 0, 4]


def test_dorset_has_sixteen_commitments_under_four_headings():
    plan = planctl.load(DORSET)
    counts = by_heading(of(plan, CommitmentType.WE_WILL))
    assert sum(counts.values()) == 16
    assert [*counts.values()] == [2, 3, 5, 6]
    assert [*counts] == [theme.title for theme in plan.themes]
    assert [theme.text is not None for theme in plan.themes] == [False, True, False, True]


def test_dorset_sends_its_readers_to_three_pages_and_names_two_strategies():
    plan = planctl.load(DORSET)
    assert [(link.group, link.relation) for link in plan.links] == [
        ("schools-in-dorset", "information"),
        ("inspiring-governance", "information"),
        ("dorset-council-local-offer", "information"),
    ]
    assert [document.title for document in plan.documents] == [
        "Education and Inclusion Strategy",
        "Post-16 Skills Plan",
    ]


def test_dorset_calls_on_the_public():
    plan = planctl.load(DORSET)
    (call,) = of(plan, CommitmentType.CALL)
    assert [len(part.children) for part in call.children] == [2, 1]
    assert len(plan.commitments) == 3 + 16 + 1


def test_what_is_found_in_dorset():
    assert found(DORSET) == {"PLN208": 2, "PLN716": 16, "PLN810": 1}


# Stockton


def test_stockton_keeps_the_numbers_of_its_passages():
    numbers = [passage.number for passage in planctl.load(STOCKTON).narrative]
    assert [number for number in numbers if number not in {None, "•"}] == [
        "1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.8",
    ]  # fmt: skip
    assert [numbers.count("•"), numbers.count(None)] == [2 + 5 + 8, 2]


def test_stockton_has_two_focus_areas_with_key_questions():
    themes = planctl.load(STOCKTON).themes
    assert [(theme.title, numbered(theme.text)) for theme in themes] == [
        ("Attendance", ["1", "2", "3", "4"]),
        ("Communication", ["1", "2", "3", "4"]),
    ]
    below = [re.findall(r"^ +- ", theme.text or "", re.MULTILINE) for theme in themes]
    assert [len(points) for points in below] == [0, 3]


def numbered(text):
    return re.findall(r"^(\d)\. .*\?$", text, re.MULTILINE)


def test_stockton_says_who_was_asked_and_what_they_did():
    assert [
        (event.event, str(event.date or ""), audience.group, audience.count, str(audience.kind))
        for event in planctl.load(STOCKTON).engagement
        for audience in event.audience
    ] == [
        ("Interviews on pupil voice and parent voice", "February 2024", "Pupils", 120, "responded"),
        (
            "Interviews on pupil voice and parent voice", "February 2024",
            "Parents and carers", 40, "responded",
        ),
        ("Stakeholder event", "2024-03-08", "Attendees", 50, "reached"),
        ("Stakeholder event", "2024-03-22", "Attendees", 47, "reached"),
        ("Stakeholder workshop", "2024-05-15", "Attendees", 10, "reached"),
        ("Digital survey", "", "Primary", 78, "responded"),
        ("Digital survey", "", "Secondary", 24, "responded"),
        ("Digital survey", "", "Parents and carers", 146, "responded"),
        ("Surveys of the Parent Carer Forum", "", "Members", 1800, "invited"),
    ]  # fmt: skip


def test_stockton_has_the_headline_feedback_of_three_voices():
    assert [(one.text, len(one.facts)) for one in planctl.load(STOCKTON).diagnosis] == [
        ("Headline feedback: the voice of pupils", 7),
        ("Headline feedback: the voice of parents and carers", 8),
        ("Headline feedback: the engagement of stakeholders", 9),
    ]


def test_stockton_has_seventeen_recommendations_with_their_points():
    made = planctl.load(STOCKTON).recommendations
    assert [one.ref for one in made] == [str(number) for number in range(1, 18)]
    assert [len(one.sub_points) for one in made] == [
        5, 3, 4, 2, 2, 0, 2, 3, 0, 1, 7, 3, 2, 1, 1, 8, 3,
    ]  # fmt: skip
    assert [
        (one.ref, at, [below.ref for below in point.sub_points])
        for one in made
        for at, point in enumerate(one.sub_points)
        if point.sub_points
    ] == [("5", 1, [None, None, None, "o"])]


def test_what_is_found_in_stockton():
    assert found(STOCKTON) == {"PLN803": 17, "PLN810": 1}


# Wexcombe: three years, invented

YEARS = EXAMPLES / "three-years"
LAST_DAY = date(2024, 8, 31)


def wexcombe():
    """The plans of the example by id, each with what it takes from the programme."""
    names = ("attendance", "careers", "inquiry", "moving-up", "promises", "reading")
    return {name: planctl.load(YEARS / "plans" / f"{name}.yaml") for name in names}


def test_wexcombe_has_six_plans_of_three_kinds():
    assert {
        name: (
            plan.kind.value,
            sum(1 for _ in rows(plan)),
            len(plan.kpis),
            len(plan.commitments),
            len(plan.recommendations),
            sum(int(line.amount) for line in plan.funding),
        )
        for name, plan in wexcombe().items()
    } == {
        "attendance": ("priority_action_plan", 8, 4, 0, 0, 148_000),
        "careers": ("priority_action_plan", 6, 4, 0, 0, 100_000),
        "inquiry": ("recommendations", 3, 1, 0, 5, 0),
        "moving-up": ("priority_action_plan", 7, 2, 0, 0, 90_000),
        "promises": ("strategy", 0, 0, 9, 0, 0),
        "reading": ("priority_action_plan", 8, 3, 0, 0, 170_000),
    }


def test_wexcombe_reports_on_nine_terms():
    plans = wexcombe().values()
    told = Counter(
        str(period) for plan in plans for row in rows(plan) for period in row.action.updates
    )
    assert told == {
        "2021-22 autumn": 16, "2021-22 spring": 16, "2021-22 summer": 19,
        "2022-23 autumn": 17, "2022-23 spring": 14, "2022-23 summer": 20,
        "2023-24 autumn": 17, "2023-24 spring": 15, "2023-24 summer": 18,
    }  # fmt: skip


def test_wexcombe_has_six_ratings_that_internal_audit_checked():
    assert [
        (row.action.ref, str(period), update.rating, update.verified.rating)
        for plan in wexcombe().values()
        for row in rows(plan)
        for period, update in row.action.updates.items()
        if update.verified
    ] == [
        ("2.1b", "2022-23 summer", "blue", "blue"),
        ("2.2a", "2022-23 autumn", "blue", "green"),
        ("4.1a", "2022-23 summer", "going", "going"),
        ("3.1c", "2022-23 summer", "green", "green"),
        ("1.1a", "2022-23 summer", "blue", "blue"),
        ("1.2a", "2022-23 summer", "green", "amber"),
    ]


def test_wexcombe_was_approved_twice_and_stands_as_it_was_approved():
    approved = {
        name: [str(one.date) for one in plan.approvals]
        for name, plan in wexcombe().items()
        if plan.approvals
    }
    assert approved == {
        "attendance": ["2021-10-14", "2024-01-18"],
        "careers": ["2021-10-14", "2022-10-06"],
        "moving-up": ["2021-10-14", "2022-10-06"],
        "reading": ["2021-10-14", "2024-01-18"],
    }


def test_wexcombe_has_closed_eight_terms_and_amended_one():
    (group,) = groups([YEARS])
    assert group.seals.faults == ()
    assert [(one.kind.value, one.term, len(one.plans)) for one in group.seals.seals] == [
        ("close", "2021-22 autumn", 5),
        ("close", "2021-22 spring", 5),
        ("close", "2021-22 summer", 5),
        ("close", "2022-23 autumn", 6),
        ("close", "2022-23 spring", 6),
        ("amend", "2022-23 spring", 1),
        ("close", "2022-23 summer", 6),
        ("close", "2023-24 autumn", 6),
        ("close", "2023-24 spring", 6),
    ]


def test_what_is_found_in_wexcombe():
    policy = Policy(usual(CATALOGUE, Profile.ANALYST))
    findings = check_run(groups([YEARS]), policy, LAST_DAY).findings
    assert Counter(one.code for one in findings if one.waiver is None) == {
        "PLN303": 1, "PLN307": 1, "PLN406": 15, "PLN410": 3, "PLN510": 5, "PLN602": 1,
        "PLN702": 1, "PLN712": 1, "PLN715": 4, "PLN716": 1, "PLN804": 2, "PLN810": 2,
        "PLN813": 1, "PLN814": 2,
    }  # fmt: skip
    assert [(one.code, one.plan) for one in findings if one.waiver] == [("PLN307", "moving-up")]


def test_a_rating_of_a_closed_term_cannot_be_changed_quietly(tmp_path):
    copy = shutil.copytree(YEARS, tmp_path / "wexcombe")
    path = copy / "plans" / "reading.yaml"
    text = path.read_text("utf-8")
    said = "rating: amber\n            comment: Three schools are rebuilding"
    assert said in text
    path.write_text(text.replace(said, said.replace("amber", "green")), "utf-8")
    found = [one.message for one in planctl.check(copy, as_of=LAST_DAY) if one.code == "PLN514"]
    (message,) = found
    assert message == (
        "1.1a had the rating amber for 2021-22 spring when it was closed on 19 May 2022, and has"
        " green now"
    )


def test_wexcombe_is_in_form_and_validates(monkeypatch):
    monkeypatch.chdir(YEARS)
    validated = CliRunner().invoke(app, ["validate", "--as-of", str(LAST_DAY)])
    formatted = CliRunner().invoke(app, ["fmt", "--check"])
    assert (validated.exit_code, formatted.exit_code) == (0, 0)


@pytest.mark.thorough
def test_a_command_in_the_readme_of_wexcombe_runs(tmp_path, monkeypatch):
    copy = shutil.copytree(YEARS, tmp_path / "three-years")
    monkeypatch.chdir(copy)
    asked = [line for line in commands(YEARS) if not line.startswith("init")]
    assert len(asked) == 8
    for line in asked:
        result = CliRunner().invoke(app, shlex.split(line))
        assert (line, result.exit_code, result.exception) == (line, 0, None)


# All of them


def commands(folder):
    """What the page of the example has people try."""
    page = (folder / "README.md").read_text("utf-8")
    return re.findall(r"^    planctl (.*)$", page, re.MULTILINE)


@each
def test_an_example_validates(path, monkeypatch):
    monkeypatch.chdir(path.parents[1])
    result = CliRunner().invoke(app, ["validate", "--as-of", DAYS[path].isoformat()])
    assert (result.exit_code, result.exception) == (0, None)


@each
def test_an_example_is_in_form(path, monkeypatch):
    monkeypatch.chdir(path.parents[1])
    result = CliRunner().invoke(app, ["fmt", "--check"])
    assert (result.exit_code, result.stderr) == (0, "1 file already in form\n")


@each
def test_an_example_names_its_schema(path):
    first, *_ = path.read_text("utf-8").splitlines()
    schema = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / schema).resolve() == ROOT / "schema" / "plan.schema.json"


def test_the_examples_are_of_the_shape_that_editors_check():
    schema = ROOT / "schema" / "plan.schema.json"
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *PLANS],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.stdout, done.returncode) == ("ok -- validation done\n", 0)


@each
def test_an_example_is_the_same_as_itself(path):
    plan = planctl.load(path)
    assert planctl.compare(plan, plan, as_of=(DAYS[path], DAYS[path])) == ()


@each
def test_an_example_survives_its_plain_form(path):
    plan = planctl.load(path)
    text = yaml.safe_dump(plain(plan), allow_unicode=True)
    loaded = load_plan(read(text.encode(), f"{path.stem}.yaml"), path.stem, None)
    assert ([finding.message for finding in loaded.findings], loaded.record) == ([], plan)


@each
@pytest.mark.parametrize("audience", Audience)
def test_an_example_is_reported_as_a_page(path, audience):
    (group,) = groups([path])
    (press,) = Press.presses(group, "last", DAYS[path], audience=audience)
    assert press.html().startswith("<!DOCTYPE html>")


@each
def test_each_example_has_its_readme_and_page(path):
    folder = path.parents[1]
    assert (folder / "README.md").is_file()
    assert (ROOT / "docs" / "examples" / f"{folder.name}.md").is_file()
    assert len(commands(folder)) == 2


@pytest.mark.thorough
@each
def test_a_command_in_the_readme_of_an_example_runs(path, tmp_path, monkeypatch):
    folder = path.parents[1]
    copy = shutil.copytree(folder, tmp_path / folder.name)
    monkeypatch.chdir(copy)
    for line in commands(folder):
        result = CliRunner().invoke(app, [*line.split()])
        assert (line, result.exit_code, result.exception) == (line, 0, None)


SOURCES = (ROOT / "plans", *(path.parents[1] for path in PLANS))


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["programme", "scrutiny"])
@pytest.mark.parametrize("folders", [SOURCES, (YEARS,)], ids=["the-five-sources", "three-years"])
def test_reports_over_whole_folders_are_conformant(folders, kind, tmp_path):
    asked = ["report", *map(str, folders), "--kind", kind, "--format", "pdf", "-o", str(tmp_path)]
    result = CliRunner().invoke(app, asked)
    printed = sorted(tmp_path.rglob("*.pdf"))
    assert (result.exit_code, len(printed)) == (0, 1)
    assert [fault for file in printed for fault in faults(file.read_bytes())] == []


@pytest.mark.thorough
@each
@pytest.mark.parametrize("audience", Audience)
def test_an_example_is_printed(path, audience, tmp_path, monkeypatch):
    monkeypatch.chdir(path.parents[1])
    asked = ["--as-of", DAYS[path].isoformat(), "--for", str(audience), "--format", "pdf"]
    result = CliRunner().invoke(app, ["report", *asked, "-o", str(tmp_path)])
    (printed,) = tmp_path.rglob("*.pdf")
    assert (result.exit_code, printed.read_bytes()[:5]) == (0, b"%PDF-")
