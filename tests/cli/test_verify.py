"""`planctl verify` and `planctl extract`."""

import json
import os
import re
from pathlib import Path

import pytest

from planctl.audit.manifest import read_manifest
from planctl.printing.index import render_index
from planctl.verify import opened
from tests.cli.conftest import READING


@pytest.fixture
def page(planctl, tmp_path, monkeypatch):
    """A report as HTML, in the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("reading.yaml").write_text(READING, "utf-8")
    asked = ("--term", "2017-18 autumn", "--format", "html", "-o", ".")
    said = planctl("report", "reading.yaml", *asked)
    assert (said.err, said.code) == ("", 0)
    return said.out.strip()


def test_a_report_that_is_what_its_source_gives_passes(planctl, page):
    said = planctl("verify", page)
    code = read_manifest(opened(Path(page)).files["manifest.json"]).check_code
    assert (said.err, said.code) == ("", 0)
    assert said.out == (
        f"{page}: passed\n"
        "  Consistent with its own source, byte for byte.\n"
        "  Not checked: that this source is the council's.\n"
        "  Not checked: whether a later report has taken its place.\n"
        "  yes          manifest: The record of its making is whole.\n"
        "  yes          files: The 4 files inside are those that the record names.\n"
        f"  yes          check-code: Its check code is {code}, as its record gives.\n"
        "  yes          bytes: It is, byte for byte, what the source inside it gives.\n"
        "  yes          findings: The rules find in its source what it tells. Not asked again were "
        "those that look at more than its source: broken-link, date-moved-without-change, "
        "kpi-target-changed, last-period-restated, redefined-under-same-ref, "
        "sealed-value-changed, unused-ignore.\n"
    )


def test_programs_get_a_line_of_json_for_each_report(planctl, page):
    broken = Path("broken.html")
    broken.write_text("<p>Nothing", "utf-8")
    said = planctl("verify", page, broken, "--format", "json")
    first, second = map(json.loads, said.out.splitlines())
    assert said.code == 1
    manifest = json.loads(opened(Path(page)).files["manifest.json"])
    assert (first["manifest"], first["consistent"]) == (
        manifest, {"result": "passed", "level": "bytes"}
    )  # fmt: skip
    assert second == {
        "format_version": 1,
        "report": "broken.html",
        "consistent": {"result": "failed", "level": None},
        "anchored": "none",
        "current": None,
        "checks": [{
            "name": "source",
            "result": "failed",
            "detail": "This copy carries no source; ask for the original, it shows no check code "
            "either.",
        }],
        "manifest": None,
    }  # fmt: skip


def test_wrong_use_is_told_from_a_report_that_fails(planctl, page):
    Path(page).write_text(Path(page).read_text("utf-8").replace("homework", "cooking", 1), "utf-8")
    assert planctl("verify", page).code == 1
    assert planctl("verify", page, "--code", "nonsense").code == 2
    missing = planctl("verify", "nowhere.pdf")
    assert (missing.code, missing.err) == (
        2, "planctl: nowhere.pdf is not there. Check the spelling, or the folder you are in.\n"
    )  # fmt: skip
    assert planctl("verify", page, "--repo", "nowhere").code == 2
    # A repository was asked for, and there is none.
    assert planctl("verify", page, "--repo", ".").code == 3


def test_a_list_of_reports_neither_passes_nor_fails(planctl, page):
    Path("index.html").write_text(render_index(()), "utf-8")
    said = planctl("verify", page, "index.html")
    assert (said.err, said.code) == ("", 0)
    assert said.out.endswith(
        "index.html: not a report\n"
        "  not checked  source: It is planctl's list of reports, which carries nothing to verify: "
        "verify the reports that it leads to.\n"
    )
    alone = planctl("verify", "index.html", "--format", "json")
    found = json.loads(alone.out)["consistent"]
    assert (alone.code, found) == (2, {"result": "not-checked", "level": None})
    assert alone.err == (
        "planctl: No report was named, but lists of reports alone. Name the reports.\n"
    )


def test_a_page_that_only_says_to_be_a_list_is_none(planctl, page):
    Path("index.html").write_text(render_index(()), "utf-8")
    listed = Path("index.html").read_text("utf-8")
    Path("other.html").write_text(listed, "utf-8")
    (inside,) = re.findall(r'<script type="application/json" data-planctl.*?</script>',
                           Path(page).read_text("utf-8"), re.DOTALL)[:1]  # fmt: skip
    Path("index.html").write_text(f"{listed}{inside}", "utf-8")
    assert planctl("verify", "other.html").code == 1
    assert planctl("verify", "index.html").code == 1


def test_the_files_inside_are_written_once(planctl, page):
    names = ["assurance.json", "changes.json", "findings.json", "manifest.json", "reading.yaml"]
    told = "".join(f"source/{name}\n" for name in names)
    said = planctl("extract", page, "-o", "source", "--dry-run")
    assert (said.out, said.code, os.path.lexists("source")) == (told, 0, False)
    said = planctl("extract", page, "-o", "source")
    assert (said.out, said.code) == (told, 0)
    assert sorted(path.name for path in Path("source").iterdir()) == names
    assert Path("source/reading.yaml").read_text("utf-8") == READING
    again = planctl("extract", page, "-o", "source")
    assert (again.out, again.code) == ("", 2)


def test_a_page_without_files_has_nothing_to_extract(planctl, tmp_path):
    path = tmp_path / "bare.html"
    path.write_text("<p>Words", "utf-8")
    said = planctl("extract", path, "-o", tmp_path / "source")
    assert (said.code, said.err) == (
        1, f"{path}: This copy carries no source; ask for the original.\n"
    )  # fmt: skip
    path.write_text("words", "utf-8")
    assert planctl("extract", path, "-o", tmp_path / "source").code == 1
