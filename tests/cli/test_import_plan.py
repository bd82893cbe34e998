"""`planctl import` as people and scripts run it."""

import sys
from pathlib import Path

import pytest

DOCUMENTS = Path(__file__).parents[1] / "transfer" / "documents"
MUSIC = DOCUMENTS / "music-for-all.txt"
UNCLEAR = "Ref\tAction\tZone\n1\tVisit a theatre\tNorth\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "planctl.toml").touch()
    (tmp_path / "unclear.txt").write_text(UNCLEAR)
    return tmp_path


def test_without_a_place_to_go_nothing_is_written(planctl, folder):
    said = planctl("import", MUSIC)
    assert said.code == 0
    assert said.err == "Nothing was written. Add -o plans/music-for-all.yaml to write the plan.\n"
    assert list(folder.rglob("*.yaml")) == []


def test_the_plan_is_written_and_passes_validation(planctl):
    said = planctl("import", MUSIC, "-o", "plans/")
    assert said.out.endswith(
        "Written to plans/music-for-all.yaml. Next: planctl validate plans/music-for-all.yaml\n"
    )
    assert planctl("validate", "plans", "--fail-on", "error").code == 0
    assert planctl("fmt", "--check", "plans").code == 0


def test_the_name_of_the_file_is_the_plans_id(planctl, folder):
    assert planctl("import", MUSIC, "-o", "plans/music.yaml", "--title", "Music").code == 0
    assert "\nid: music\n" in (folder / "plans" / "music.yaml").read_text("utf-8")


def test_a_plan_that_is_there_is_not_replaced_unless_forced(planctl, folder):
    target = folder / "music.yaml"
    target.write_text("mine")
    said = planctl("import", MUSIC, "-o", "music.yaml")
    assert (said.code, target.read_text()) == (2, "mine")
    assert "music.yaml is there already, so nothing was written." in said.err
    assert planctl("import", MUSIC, "-o", "music.yaml", "--force").code == 0


def test_a_dry_run_writes_nothing(planctl, folder):
    assert planctl("import", MUSIC, "-o", "plans/", "--dry-run").code == 0
    assert list(folder.rglob("*.yaml")) == []


def test_what_is_unmapped_stops_it_with_the_option_to_type(planctl, folder):
    said = planctl("import", "unclear.txt", "-o", "plans/")
    assert (said.code, list(folder.rglob("*.yaml"))) == (1, [])
    assert "    --map Zone=own " in said.out
    assert said.err.startswith("Nothing was written.")
    assert planctl("import", "unclear.txt", "-o", "plans/", "--map", "Zone=own").code == 0
    assert planctl("import", "unclear.txt", "-o", "b.yaml", "--allow-unmapped").code == 0


def test_what_was_said_can_be_kept_for_the_next_document(planctl, folder):
    planctl("import", "unclear.txt", "--map", "Zone=own", "--save-map", "our.map")
    assert (folder / "our.map").read_text() == "Zone=own\n"
    assert planctl("import", "unclear.txt", "--map", "our.map").code == 0


def test_the_parties_of_the_programme_beside_are_known(planctl, folder):
    (folder / "plans").mkdir()
    parties = (DOCUMENTS / "parties.yaml").read_text("utf-8")
    head = "format: planctl/1\nid: fernvale\ntitle: Fernvale\n"
    (folder / "plans" / "programme.yaml").write_text(head + parties, "utf-8")
    assert planctl("import", MUSIC, "-o", "plans/").code == 0
    plan = (folder / "plans" / "music-for-all.yaml").read_text("utf-8")
    assert ("responsible: [fsp, music-lead]" in plan, "parties:" in plan) == (True, False)


def test_several_documents_need_a_folder(planctl):
    said = planctl("import", "unclear.txt", MUSIC, "-o", "plan.yaml")
    assert (said.code, "Name a folder for several documents." in said.err) == (2, True)


def test_where_one_of_several_plans_is_there_none_is_written(planctl, folder):
    (folder / "clear.txt").write_text("Ref\tAction\n1\tSing\n")
    (folder / "plans").mkdir()
    (folder / "plans" / "music-for-all.yaml").write_text("mine")
    said = planctl("import", "clear.txt", MUSIC, "-o", "plans/", "--save-map", "our.map")
    assert (said.code, said.err) == (
        2,
        (
            "planctl: plans/music-for-all.yaml is there already, so nothing was written. Name "
            "another place with -o, or replace it with --force.\n"
        ),
    )
    assert [path.name for path in (folder / "plans").iterdir()] == ["music-for-all.yaml"]
    assert not (folder / "our.map").exists()


def test_two_documents_do_not_become_one_file(planctl, folder):
    (folder / "other.txt").write_text("Ref\tAction\n1\tSing\n")
    options = ("--id", "music", "-o", "plans/", "--force")
    said = planctl("import", "other.txt", MUSIC, *options)
    assert (said.code, said.err) == (
        2,
        (
            "planctl: Two of the documents would be written to plans/music.yaml. Nothing was "
            "written: import them one at a time, each with an --id of its own or into its own "
            "folder.\n"
        ),
    )
    assert list(folder.rglob("*.yaml")) == []


def test_a_missing_library_is_named_with_what_to_install(planctl, folder, monkeypatch):
    from tests.transfer.layouts import LAYOUTS, write_docx, write_xlsx  # noqa: PLC0415 - before they go

    write_docx(LAYOUTS[0], folder / "plan.docx")
    write_xlsx(LAYOUTS[0], folder / "plan.xlsx")
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for name in ("plan.docx", "plan.xlsx"):
        said = planctl("import", name)
        assert (said.code, "pip install 'planctl[office]'" in said.err) == (3, True)


@pytest.mark.parametrize(("option", "value", "message"), [
    ("--term", "soon", "--term 'soon' cannot be used"),
    ("--parties", "planctl.toml", "gives no parties"),
    ("--map", "Zone", "has no = and is no file"),
])  # fmt: skip
def test_an_option_that_cannot_be_used_is_named(planctl, option, value, message):
    said = planctl("import", MUSIC, option, value)
    assert (said.code in {1, 2}, message in said.err) == (True, True)


def test_a_wish_for_a_heading_that_is_not_there_is_refused(planctl, folder):
    said = planctl("import", "unclear.txt", "--map", "Zon=own", "-o", "plans/")
    assert (said.code, said.err, list(folder.rglob("*.yaml"))) == (
        2,
        (
            "planctl: --map 'Zon=own' names a heading that is not there. Did you mean 'Zone'? "
            "The headings are 'Ref', 'Action', 'Zone'.\n"
        ),
        [],
    )


def test_a_wish_is_heard_where_one_of_the_documents_has_its_heading(planctl, folder):
    (folder / "other.txt").write_text("Ref\tAction\n1\tSing\n")
    assert planctl("import", "other.txt", "unclear.txt", "--map", "Zone=own").code == 0


@pytest.mark.parametrize(("options", "message"), [
    (("-o", "semi.csv"), "-o 'semi.csv' cannot be used. -o takes a .yaml file or a folder."),
    (("--id", "Bad Id"), ("--id 'Bad Id' is not an id. Did you mean bad-id? Use small letters, "
     "digits and single hyphens, such as parental-partnership.")),
])  # fmt: skip
def test_a_place_or_id_that_no_plan_can_have_is_refused(planctl, folder, options, message):
    (folder / "semi.csv").touch()
    said = planctl("import", MUSIC, *options)
    assert (said.code, said.out, said.err) == (2, "", f"planctl: {message}\n")


def test_papers_without_terms_are_told_how_to_give_them(planctl):
    said = planctl("import", "--history", MUSIC, MUSIC)
    assert (said.code, said.err) == (
        2,
        (
            "planctl: --history needs the term of each paper. Say --term once for each of the 2 "
            "papers, in their order, such as --term 'autumn 2017'.\n"
        ),
    )
