"""What goes out with `planctl export` comes back with `planctl import`."""

from pathlib import Path

import openpyxl
import pytest

import planctl as package

READING = Path("plans/reading.yaml")


@pytest.fixture(autouse=True)
def _workspace(workspace):
    workspace()


@pytest.mark.parametrize("form", ["xlsx", "docx", "csv", "json"])
def test_a_plan_comes_back_as_it_went_out(planctl, form):
    planctl("export", READING, "--format", form, "-o", f"out.{form}")
    said = planctl("import", f"out.{form}", "-o", "back/reading.yaml")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        f"out.{form} was exported by planctl: Reading, 1 action.\n"
        "\nWritten to back/reading.yaml. Next: planctl validate back/reading.yaml\n"
    )
    assert package.loads(Path("back/reading.yaml").read_text("utf-8")) == package.loads(
        READING.read_text("utf-8")
    )


def test_without_a_target_nothing_is_written(planctl):
    planctl("export", READING, "--format", "json", "-o", "out.json")
    said = planctl("import", "out.json")
    assert (said.code, said.err) == (
        0, "Nothing was written. Add -o plans/reading.yaml to write the plan.\n"
    )  # fmt: skip


def test_an_export_that_no_longer_makes_a_plan_is_said(planctl):
    planctl("export", READING, "--format", "json", "-o", "out.json")
    text = Path("out.json").read_text("utf-8")
    Path("out.json").write_text(text.replace('"Reading"', "null"), "utf-8")
    said = planctl("import", "out.json", "-o", "back/reading.yaml")
    assert said.code == 1
    assert said.err.endswith("out.json was exported by planctl, but is no plan as it stands now.\n")
    assert not Path("back/reading.yaml").exists()


def test_what_is_wrong_in_a_workbook_is_said_with_its_sheet_and_cell(planctl):
    planctl("export", READING, "--format", "xlsx", "-o", "out.xlsx")
    book = openpyxl.load_workbook("out.xlsx")
    page = book["Actions"]
    headings = [cell.value for cell in page[1]]
    due = page.cell(2, headings.index("Due") + 1)
    due.value = "whenever"
    page.cell(2, headings.index("Action") + 1).value = None
    book.save("out.xlsx")
    said = planctl("import", "out.xlsx", "-o", "back/reading.yaml")
    assert said.code == 1
    first, second, last = said.err.splitlines()
    assert {first.partition(": ")[0], second.partition(": ")[0]} == {
        f"  Actions!{due.coordinate} (themes[0].actions[0].due)",
        "  Actions, row 2 (themes[0].actions[0])",
    }
    assert last == "out.xlsx was exported by planctl, but is no plan as it stands now."
