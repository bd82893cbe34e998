"""Plans out of planctl's own reports, byte for byte."""

import pytest

from tests.cli.conftest import READING

pytestmark = pytest.mark.thorough


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    (tmp_path / "planctl.toml").touch()
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "reading.yaml").write_text(READING, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(params=["html", "pdf"])
def report(planctl, folder, request):
    said = planctl("report", "--term", "2017-18 autumn", "--format", request.param, "-o", "build")
    assert said.code == 0
    (found,) = (folder / "build").glob(f"*.{request.param}")
    return found


def test_the_plan_comes_out_as_it_went_in(planctl, folder, report):
    said = planctl("import", report, "-o", "out")
    assert said.code == 0
    assert (folder / "out" / "plans" / "reading.yaml").read_bytes() == READING.encode()


def test_without_a_folder_it_says_what_there_is(planctl, report):
    said = planctl("import", report)
    assert f"  plans/reading.yaml, {len(READING)} bytes\n" in said.out
    assert said.err.endswith(
        "Nothing was written. Add -o FOLDER to take the files out, byte for byte.\n"
    )


def test_what_is_there_is_not_replaced(planctl, folder, report):
    assert planctl("import", report, "-o", ".").code == 2
    assert (folder / "plans" / "reading.yaml").read_text("utf-8") == READING


def test_one_file_cannot_take_them_all(planctl, report):
    said = planctl("import", report, "-o", "plan.yaml")
    assert (said.code, "Name a folder with -o." in said.err) == (2, True)
