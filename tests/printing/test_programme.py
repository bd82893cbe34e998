"""All plans found at a place on their way to one report."""

from datetime import date
from pathlib import Path

import pytest

from planctl.errors import WrongValueError
from planctl.printing import programme_press
from planctl.report import Audience
from planctl.report.programme_members import Workspace
from planctl.workspace import groups

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
