"""What an auditor does, from a clone to a verdict, at the command line."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from planctl.__main__ import main
from planctl.audit.manifest import read_manifest
from planctl.verify import opened

pytestmark = pytest.mark.thorough
READING = Path("plans/reading.yaml")
TERM = ("--term", "2017-18 autumn", "-o", "build")


@pytest.fixture
def planctl(monkeypatch, capfd, tmp_path):
    """`planctl(folder, ...)` runs the command there, and gives what it says and its exit code."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def run(folder, *arguments):
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["planctl", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return out + err, int(ended.value.code or 0)

    return run


@pytest.fixture
def clone(workspace, git):
    """`clone(name)`: another copy of the repository, elsewhere."""

    def made(name):
        folder = workspace.parent / "elsewhere" / name
        folder.parent.mkdir(exist_ok=True)
        git(workspace.parent, "clone", "-q", str(workspace), str(folder))
        return folder

    return made


@pytest.fixture
def nowhere(tmp_path):
    """A folder without a repository around it."""
    folder = tmp_path / "nowhere"
    folder.mkdir()
    return folder


def test_a_report_of_a_tag_verifies_on_another_clone_and_without_any(
    workspace, clone, nowhere, git, planctl
):
    git(workspace, "tag", "autumn-report")
    first = clone("first")
    git(first, "checkout", "-q", "autumn-report")
    assert planctl(first, "report", *TERM, "--for", "officer")[1] == 0
    report = first / "build/reading-2017-18-autumn-delivery-officer.pdf"
    moved = nowhere / report.name
    report.rename(moved)
    said, code = planctl(clone("deeper/second"), "verify", moved)
    assert code == 0, said
    assert "  Consistent with its own source, byte for byte.\n" in said
    assert "  Anchored to the repository, which holds that source.\n" in said
    said, code = planctl(nowhere, "verify", moved)
    assert code == 0, said
    assert "  Consistent with its own source, byte for byte.\n" in said
    assert "  Not checked: that this source is the council's.\n" in said


def test_what_the_public_may_not_see_is_proved_by_whoever_has_the_whole_source(
    workspace, nowhere, planctl
):
    assert planctl(workspace, "report", *TERM, "--for", "public", "--format", "html")[1] == 0
    report = workspace / "build/reading-2017-18-autumn-delivery-public.html"
    said, code = planctl(nowhere, "verify", report)
    assert (code, "council's" in said) == (0, True)
    said, code = planctl(nowhere, "verify", report, "--repo", workspace)
    assert code == 0, said
    assert "What was taken out for its readers is the same." in said


def test_a_closed_term_that_is_edited_is_told_until_it_is_amended(workspace, git, planctl):
    plan = workspace / READING
    text = plan.read_text("utf-8")
    for ref in ("1a", "1b"):
        text = text.replace(f"- ref: {ref}\n", f"- ref: {ref}\n        uid: uid-of-{ref}\n")
    plan.write_text(text, "utf-8")
    decided = ("--by", "library", "--minute", "Item 4")
    said, code = planctl(workspace, "term", "close", "2017-18 autumn", *decided)
    assert code == 0, said
    git(workspace, "add", ".")
    git(workspace, "commit", "-q", "-m", "Closed", day="2018-01-20")
    plan.write_text(text.replace("rating: red", "rating: green"), "utf-8")
    said, code = planctl(workspace, "validate", "--select", "PLN514", "--format", "concise")
    assert (code, "PLN514" in said) == (1, True)
    assert re.search(r"‘?red’?.*‘?green’?", said), said
    said, _ = planctl(workspace, "diff", "HEAD", "--format", "json")
    (rewritten,) = (
        one for one in json.loads(said)["changes"] if one["rule"] == "history-rewritten"
    )
    assert rewritten["severity"] == "audit"
    assert "red" in rewritten["message"] + str(rewritten["old"])
    assert "green" in rewritten["message"] + str(rewritten["new"])
    later = ("report", "--term", "2017-18 spring", "-o", "build", "--format", "html")
    assert planctl(workspace, *later)[1] == 0
    page = workspace / "build/reading-2017-18-spring-delivery-officer.html"
    assert "sealed-value-changed" in page.read_text("utf-8").split("<script")[0]
    reason = ("--reason", "One school was counted twice", "--minute", "Item 5")
    said, code = planctl(workspace, "term", "amend", "2017-18 autumn", *reason)
    assert code == 0, said
    assert planctl(workspace, *later)[1] == 0
    printed = page.read_text("utf-8").split("<script")[0]
    assert "One school was counted twice" in printed
    assert "sealed-value-changed" not in printed


def test_a_pack_says_which_original_to_ask_for(workspace, planctl):
    assert planctl(workspace, "report", *TERM, "--for", "board")[1] == 0
    report = workspace / "build/reading-2017-18-autumn-delivery-board.pdf"
    code_of = read_manifest(opened(report).files["manifest.json"]).check_code
    pack = PdfWriter()
    pack.add_blank_page(595, 842)
    pack.append(PdfReader(report), import_outline=False)
    pack.write(workspace / "pack.pdf")
    said, code = planctl(workspace, "verify", "pack.pdf")
    assert code == 1
    assert f"This copy carries no source; ask for the original, check code {code_of}." in said
    said, code = planctl(workspace, "verify", "pack.pdf", "--code", code_of.lower())
    assert f"The check code {code_of} stands in it." in said
    said, code = planctl(workspace, "verify", "pack.pdf", "--code", "0000-0000-0000")
    assert "The check code 0000-0000-0000 does not stand in it." in said
    said, code = planctl(workspace, "verify", report, "--code", code_of)
    assert code == 0, said


def test_a_report_is_held_against_the_repository_without_planctl(workspace, git, planctl):
    page = (Path(__file__).parents[2] / "docs/audit.md").read_text("utf-8")
    (commands,) = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    assert planctl(workspace, "report", *TERM[:2], "-o", ".", "--for", "officer")[1] == 0
    ended = subprocess.run(
        ["bash", "-eu", "-c", commands], cwd=workspace, capture_output=True, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert (ended.stderr, ended.returncode) == ("", 0)
    inside, commit, there, blob = (line.split()[0] for line in ended.stdout.splitlines())
    manifest = json.loads((workspace / "inside/manifest.json").read_bytes())
    source = manifest["sources"][0]
    assert (inside, there) == (source["sha256"], source["sha256"])
    assert (commit, blob) == (source["commit"], source["blob"])
    assert commit == git(workspace, "rev-parse", "HEAD")
