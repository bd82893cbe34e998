"""`planctl init`, as whoever begins runs it."""

import pytest


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_workspace_is_begun_in_a_new_folder_and_validates(planctl, tmp_path):
    said = planctl("init", "partnership")
    assert said.code == 0
    assert said.out.splitlines() == [
        f"partnership/{name}" for name in files(tmp_path / "partnership")
    ]
    assert "  cd partnership\n  planctl validate\n" in said.err
    assert planctl("validate", "partnership", "--as-of", "2026-09-02").code == 0
    assert planctl("fmt", "--check", "partnership").code == 0


def test_a_dry_run_writes_nothing(planctl, tmp_path):
    said = planctl("init", "--dry-run")
    assert "plans/first-plan.yaml\n" in said.out
    assert files(tmp_path) == []


def test_what_is_there_stays_as_it_is(planctl, tmp_path):
    (tmp_path / ".gitignore").write_text("mine\n")
    said = planctl("init")
    assert ".gitignore is there already and stays as it is.\n" in said.err
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


def test_a_workspace_is_not_begun_twice(planctl, tmp_path):
    planctl("init")
    before = files(tmp_path)
    said = planctl("init", "--example")
    assert (said.code, files(tmp_path)) == (2, before)
    assert said.err == (
        "planctl: planctl.toml is there already, so nothing was written. It belongs to a workspace."
        " Name another folder: planctl init DIR.\n"
    )


def test_a_file_is_no_folder(planctl, tmp_path):
    (tmp_path / "papers").write_text("")
    said = planctl("init", "papers")
    assert said.code == 2
    assert said.err.startswith("planctl: papers cannot be written: it is a file, not a folder.")


def test_the_example_validates_and_holds_three_years(planctl):
    planctl("init", "trial", "--example")
    said = planctl("validate", "trial", "--as-of", "2024-08-31")
    assert said.code == 0


def test_ci_files_come_when_they_are_asked_for(planctl, tmp_path):
    assert planctl("init", "--ci", "github").code == 0
    assert (tmp_path / ".github" / "workflows" / "plans.yml").is_file()
