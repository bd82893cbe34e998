"""`planctl export`, as officers run it."""

import json
from pathlib import Path

import pytest

READING = Path("plans/reading.yaml")


@pytest.fixture(autouse=True)
def _workspace(workspace):
    workspace()


def test_each_plan_becomes_a_file_of_its_name(planctl, tmp_path):
    said = planctl("export", "--format", "json", "-o", tmp_path / "out")
    assert (said.code, said.err) == (0, "")
    written = sorted((tmp_path / "out").iterdir())
    assert said.out.splitlines() == [str(path) for path in written]
    assert json.loads(written[0].read_text("utf-8"))["plan"]["id"] == written[0].stem


def test_one_plan_becomes_the_file_that_is_named(planctl):
    said = planctl("export", READING, "--format", "md", "-o", "club.md")
    assert (said.code, said.out) == (0, "club.md\n")
    assert Path("club.md").read_text("utf-8").startswith("# Reading\n")


def test_a_file_that_is_there_is_not_replaced_unless_it_is_meant(planctl):
    Path("club.md").write_text("mine\n")
    said = planctl("export", READING, "--format", "md", "-o", "club.md")
    assert (said.code, said.err) == (
        2,
        (
            "planctl: club.md is there already, so nothing was written. Name another place with -o,"
            " or replace it with --force.\n"
        ),
    )
    assert Path("club.md").read_text() == "mine\n"
    assert planctl("export", READING, "--format", "md", "-o", "club.md", "--force").code == 0
    assert Path("club.md").read_text() != "mine\n"


def test_a_dry_run_writes_nothing(planctl):
    said = planctl("export", READING, "--format", "xlsx", "--dry-run")
    assert (said.code, said.out) == (0, "reading.xlsx\n")
    assert not Path("reading.xlsx").exists()


def test_a_template_is_for_word_alone(planctl):
    said = planctl("export", READING, "--template", "council.docx")
    assert (said.code, said.err) == (
        2,
        (
            "planctl: --template 'council.docx' is for Word documents alone. Add --format docx, or "
            "leave it out.\n"
        ),
    )


def test_a_template_that_is_no_word_document_is_said(planctl):
    Path("council.docx").write_text("no document")
    said = planctl("export", READING, "--format", "docx", "--template", "council.docx")
    assert said.code == 2
    assert said.err.startswith("planctl: council.docx cannot be read: it is no Word document")


def test_a_councils_own_document_keeps_what_stands_around_the_plan(planctl):
    import docx  # noqa: PLC0415 - only this test makes one by hand

    own = docx.Document()
    own.add_paragraph("Wexcombe Council")
    own.add_paragraph("{{plan}}")
    own.add_paragraph("Signed")
    own.save("council.docx")
    said = planctl(
        "export", READING, "--format", "docx", "--template", "council.docx", "-o", "out.docx"
    )
    assert said.code == 0
    texts = [paragraph.text for paragraph in docx.Document("out.docx").paragraphs]
    assert (texts[0], texts[1], texts[-1]) == ("Wexcombe Council", "Reading", "Signed")
    assert "{{plan}}" not in texts


def test_a_plan_that_does_not_load_is_not_exported(planctl):
    READING.write_text(READING.read_text("utf-8") + "nonsense: 1\n", "utf-8")
    said = planctl("export", READING)
    assert said.code == 1
    assert said.err.endswith("Nothing was exported. `planctl validate` says what to do.\n")
