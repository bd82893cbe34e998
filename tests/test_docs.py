"""The documentation is true: its examples run, its excerpts are what planctl prints."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import planctl
from planctl.cli.app import app
from planctl.rules import CATALOGUE

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
PARTS = (("", app), *((one.name, one.typer_instance) for one in app.registered_groups))
COMMANDS = sorted(
    " ".join(filter(None, (group, command.name or command.callback.__name__)))
    for group, part in PARTS
    if part
    for command in part.registered_commands
    if command.callback
)


def blocks(page, language):
    return re.findall(
        rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


def console_lines(program):
    return [
        pytest.param(line, id=f"{page.stem}: {line}")
        for page in PAGES
        for block in blocks(page, "console")
        for line in block.splitlines()
        if line.startswith(f"{program} ")
    ]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "planctl.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_has_its_section():
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"\n## planctl {name}\n" not in page] == []


def test_every_rule_has_its_section():
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert [r.code for r in CATALOGUE if f"\n## {r.code} {r.name}\n" not in page] == []


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("line", console_lines("planctl"))
def test_a_command_in_the_docs_runs(line):
    result = CliRunner().invoke(app, shlex.split(line)[1:])
    assert (result.exit_code, result.exception) == (0, None)


@pytest.mark.parametrize("line", console_lines("make"))
def test_a_make_target_in_the_docs_is_there(line):
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert line.split()[1] in targets


@pytest.mark.usefixtures("workspace")
def test_the_finding_shown_in_the_readme_is_what_planctl_prints():
    (excerpt,) = blocks(ROOT / "README.md", "text")
    arguments = ["validate", "plans", "--as-of", "2018-01-01", "--format", "full"]
    result = CliRunner().invoke(app, arguments)
    assert excerpt in f"{result.stdout}\n"


@pytest.mark.parametrize("number", range(len(blocks(ROOT / "docs/writing-a-plan.md", "yaml"))))
def test_a_plan_in_the_docs_has_no_errors(number, tmp_path):
    path = tmp_path / "reading.yaml"
    path.write_text(blocks(ROOT / "docs/writing-a-plan.md", "yaml")[number], "utf-8")
    findings = planctl.check(path)
    assert [f.message for f in findings if f.severity is planctl.Severity.ERROR] == []


@pytest.mark.thorough
def test_the_python_in_the_docs_runs(workspace):
    (example,) = blocks(ROOT / "docs" / "python.md", "python")
    exec(compile(example, "python.md", "exec"), {})  # noqa: S102 - our own page
    assert (workspace / "paper.pdf").read_bytes().startswith(b"%PDF-")


def test_every_public_name_is_documented():
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    assert [name for name in planctl.__all__ if f"`{name}" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_in_the_docs_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
