"""What a workspace begins with."""

from datetime import date

import pytest

import planctl
from planctl.starting import example, new_workspace


def written(files, folder):
    for file in files:
        path = folder / file.place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def test_a_new_workspace_has_what_plans_git_and_editors_need():
    assert [str(file.place) for file in new_workspace()] == [
        ".editorconfig", ".gitattributes", ".gitignore", ".pre-commit-config.yaml", "planctl.toml",
        "plans/first-plan.yaml", "plans/programme.yaml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ci", "place"),
    [("github", ".github/workflows/plans.yml"), ("gitlab", ".gitlab-ci.yml")],
)
def test_what_a_service_needs_comes_with_it_when_it_is_asked_for(ci, place):
    *usual, last = new_workspace(ci)
    assert tuple(usual) == new_workspace()
    assert str(last.place) == place
    assert b"planctl validate" in last.content or b"planctl@" in last.content


def test_of_the_first_plan_only_approval_and_risks_are_asked_for(tmp_path):
    written(new_workspace(), tmp_path)
    found = planctl.check(tmp_path / "plans", as_of=date(2026, 9, 2))
    assert sorted({(one.severity.value, one.code) for one in found}) == [
        ("info", "PLN810"),
        ("info", "PLN813"),
    ]


def test_the_example_is_a_whole_partnership(tmp_path):
    written(example(), tmp_path)
    plans = sorted(path.stem for path in (tmp_path / "plans").glob("*.yaml"))
    assert plans == [
        "attendance", "careers", "inquiry", "moving-up", "programme", "promises", "reading",
    ]  # fmt: skip
    loaded = planctl.load(tmp_path / "plans" / "reading.yaml")
    assert loaded.title == "Every child a reader"


def test_no_file_of_the_example_leads_editors_to_a_schema_that_is_not_there():
    assert [file.place for file in example() if b"yaml-language-server" in file.content] == []
