"""All plans found at a place on their way to one report."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from planctl.errors import WrongValueError
from planctl.printing import programme_press
from planctl.printing.assembling import proven
from planctl.printing.proof import context_of
from planctl.report import Audience
from planctl.report.programme_members import Workspace
from planctl.workspace import groups

files_of = runpy.run_path(str(Path(__file__).parents[1] / "audit" / "sealed_plans.py"))["files_of"]
HEAD = "format: planctl/1\nid: {id}\ntitle: {id}\n"
PLAN = (
    HEAD + "period: {{from: 2017-09-01, to: {to}}}\n"
    "themes: [{{title: A, actions: [{{ref: 1a, text: Read., responsible: [ann],"
    " updates: {{2017-18 autumn: {{rating: red}}}}}}]}}]\n"
    "parties: [{{id: ann, kind: person, name: Ann Ely, public_label: a librarian}}]\n"
)
STRATEGY = HEAD + "commitments: [{{ref: P1, statement: Read., type: promise}}]\n"
PROGRAMME = """\
format: planctl/1
id: together
title: Together for reading
partnership: The Partnership
priorities: [writing, reading, counting]
documents: [{id: plans, role: priority_action_plan, title: One for each, expected: 3}]
funding: [{period: Year 1, amount: 500}]
"""


def plans(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text.format(id=name, to="2018-08-31"), "utf-8")
    return folder


@pytest.fixture
def together(tmp_path: Path) -> Path:
    folder = plans(tmp_path / "plans", reading=PLAN, writing=PLAN)
    (folder / "programme.yaml").write_text(PROGRAMME, "utf-8")
    (tmp_path / "planctl.toml").write_text("", "utf-8")
    return folder


def pressed(*paths: Path, term: str = "2017-18 autumn", audience: Audience = Audience.OFFICER):
    found = programme_press(groups(paths), term, None, audience=audience)
    assert found is not None
    return found


def test_a_programme_names_its_report_and_orders_its_plans(together):
    press = pressed(together)
    assert (press.id, str(press.term), press.as_of) == (
        "together", "2017-18 autumn", date(2017, 12, 31),
    )  # fmt: skip
    assert [one.plan.id for one in press.presses] == ["writing", "reading"]
    assert press.file == str(together / "writing.yaml")
    head, given = press.given()
    assert (head.title, head.folder, head.workspaces) == (
        "Together for reading",
        together.parent.name,
        (
            Workspace(
                title="Together for reading",
                partnership="The Partnership",
                priorities=("writing", "reading", "counting"),
                absent=("counting",),
                promised=(("One for each", 3, 2),),
                money=head.workspaces[0].money,
                findings=head.workspaces[0].findings,
            ),
        ),
    )
    assert [one.name for one in given[0].sources] == ["plans/writing.yaml", "plans/programme.yaml"]
    assert head.command == (
        "planctl", "report", "plans", "--kind", "programme", "--term", "'2017-18 autumn'",
        "--as-of", "2017-12-31", "--for", "officer",
    )  # fmt: skip


def test_a_plan_that_was_not_asked_for_is_named(together):
    head, given = pressed(together / "reading.yaml").given()
    assert [one.report.plan.id for one in given] == ["reading"]
    (space,) = head.workspaces
    assert (space.absent, space.not_asked) == (("counting",), ("writing",))


def test_several_workspaces_are_called_by_their_folder(tmp_path):
    one, other = (plans(tmp_path / "Our plans" / name, strategy=STRATEGY) for name in ("a", "b"))
    for folder in (one, other):
        (folder / "planctl.toml").write_text("", "utf-8")
    press = pressed(tmp_path / "Our plans")
    assert press.id == "our-plans"
    assert [given.workspace for given in press.given()[1]] == ["a", "b"]
    assert "All plans under Our plans" in press.html()


def test_a_plan_that_does_not_run_in_the_term_is_left_out_and_named(together):
    later = PLAN.replace("2017-09-01", "2018-09-01").replace("{to}", "2019-08-31")
    plans(together, counting=later)
    press = pressed(together)
    assert press.not_running == ("counting",)
    assert "1 plan does not run in that term and is left out: counting." in press.html()


def test_a_term_in_which_no_plan_runs_is_refused(together):
    with pytest.raises(WrongValueError) as refused:
        pressed(together, term="2030-31 autumn")
    assert "The plan does not run then" in str(refused.value)


def test_the_last_term_of_a_plan_without_days_is_that_of_the_others(together):
    plans(together, strategy=STRATEGY)
    press = pressed(together, term="last")
    assert [(one.plan.id, str(one.term)) for one in press.presses] == [
        ("writing", "2017-18 summer"),
        ("reading", "2017-18 summer"),
        ("strategy", "2017-18 summer"),
    ]


def test_the_public_reads_no_persons_name(together):
    html = pressed(together, audience=Audience.PUBLIC).html()
    assert "Ely" not in html
    assert "Ely" in pressed(together).html()


def test_without_a_plan_that_loads_there_is_no_report(tmp_path):
    plans(tmp_path, broken="themes: 3\n")
    assert programme_press(groups([tmp_path]), "last", None) is None


def test_the_basis_changes_with_what_the_report_says(together):
    before = repr(pressed(together).basis())
    assert repr(pressed(together).basis()) == before
    plans(together, counting=PLAN)
    assert repr(pressed(together / "writing.yaml", together / "reading.yaml").basis()) != before


def closed(folder: Path, *ids: str) -> None:
    """Closes the autumn for the plans."""
    known = {press.plan.id: press.plan for press in pressed(folder).presses}
    seals = folder.parent / "seals"
    seals.mkdir()
    made = files_of(("close", "2017-18 autumn", *(known[one] for one in ids)))
    for name, content in made.items():
        (seals / name).write_bytes(content)


def with_uids(folder: Path) -> Path:
    text = PLAN.replace("title: A,", "title: A, uid: {id}-a,")
    return plans(
        folder,
        reading=text.replace("ref: 1a", "ref: 1a, uid: read"),
        writing=text.replace("ref: 1a", "ref: 1b, uid: write"),
    )


def test_a_programme_that_is_closed_for_all_plans_stands_on_the_seal(together):
    closed(with_uids(together), "reading", "writing")
    press = pressed(together)
    (seal,) = press.group.seals.seals
    manifest = proven(press).carried.manifest
    assert manifest.seal is not None
    assert (manifest.seal.name, manifest.check_code) == (
        "seals/2017-18-autumn.json", seal.check_code,
    )  # fmt: skip
    assert "the check code is that of the term’s last seal" in press.html()


def test_a_plan_that_is_open_leaves_the_report_a_check_code_of_its_own(together):
    closed(with_uids(together), "reading")
    press = pressed(together)
    assert proven(press).carried.manifest.seal is None
    assert "For 1 of 2 plans; their seals have check codes of their own." in press.html()


def test_what_a_report_carries_gives_its_assurance_again(together):
    closed(with_uids(together), "reading", "writing")
    report = proven(pressed(together))
    again = {fact.key: fact.text for fact in context_of(report.carried).front.facts}
    assert again["accounted"].startswith("Who prepared it is recorded for 0 of 2 plans")
    assert again["sealed"] in report.page


def test_the_public_reads_no_name_in_how_far_it_is_assured(together):
    approved = PLAN + "approvals: [{{role: Chair, by: ann, minute: Item 3}}]\n"
    plans(together, reading=approved)
    officer, public = (
        pressed(together, audience=audience).html()
        for audience in (Audience.OFFICER, Audience.PUBLIC)
    )
    assert "1 of 2 plans approved (Ann Ely), 0 signed and 1 with a minute" in officer
    assert "1 of 2 plans approved (a librarian), 0 signed and 1 with a minute" in public


def test_findings_bear_the_name_that_the_plan_has_in_the_report(tmp_path):
    for name in "ab":
        folder = plans(tmp_path / name, strategy=STRATEGY)
        (folder / "planctl.toml").write_text("", "utf-8")
    _, given = pressed(tmp_path).given()
    for one in given:
        assert {found.file for found in one.report.findings} == {one.sources[0].name}
