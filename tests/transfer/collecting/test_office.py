"""A form in LibreOffice: it opens as it is, and is saved with its drop-downs and locks.

Run by `make office-test`; needs LibreOffice.
"""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.transfer.collecting.round_made import Round, addresses, filled

pytestmark = pytest.mark.office
SHEET = "Reading at home"


def saved(folder, content, suffix="xlsx"):
    """The form as LibreOffice saves it."""
    soffice = shutil.which("soffice")
    assert soffice is not None, "LibreOffice is not installed"
    (folder / "form.xlsx").write_bytes(content)
    out = folder / "saved"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", suffix, "--outdir", str(out),
         str(folder / "form.xlsx")], check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return Path(out / f"form.{suffix}").read_bytes()


@pytest.fixture(scope="module")
def round_(tmp_path_factory):
    return Round(tmp_path_factory.mktemp("round"))


@pytest.fixture(scope="module")
def form(round_):
    answers = {"rating": "Amber", "comment": "One\ntwo", "next_steps": "Ask by 30 June 2018"}
    return filled(round_.forms()["team-0"], {"0.1": answers})


@pytest.fixture(scope="module")
def again(form, tmp_path_factory):
    return saved(tmp_path_factory.mktemp("office"), form)


def test_drop_downs_survive(again):
    rules = openpyxl.load_workbook(io.BytesIO(again))[SHEET].data_validations.dataValidation
    lists = sorted(str(one.sqref) for one in rules if one.type == "list")
    assert lists == ["H4:H5", "I4:I5", "N4:N5"]
    rating = next(one for one in rules if str(one.sqref) == "I4:I5")
    assert rating.formula1.replace("'", "").replace("$", "") == "planctl!I1:I3"


def test_locks_and_hidden_columns_survive(again):
    book = openpyxl.load_workbook(io.BytesIO(again))
    page = book[SHEET]
    cells = addresses(page)["0.0"]
    opened = {name for name, address in cells.items() if not page[address].protection.locked}
    assert opened == {
        "kept", "rating", "comment", "path_to_green", "next_steps", "evidence", "stage", "not_mine",
    }  # fmt: skip
    assert (page.protection.sheet, page.column_dimensions["A"].hidden) == (True, True)
    assert book["planctl"].sheet_state in {"hidden", "veryHidden"}


def test_what_was_filled_in_is_merged_as_from_excel(round_, form, again):
    one, other = (round_.merged(content) for content in (form, again))
    assert [(said.key, said.answer) for said in other.changes] == [
        (said.key, said.answer) for said in one.changes
    ]
    assert (other.remarks, other.proposals, other.conflicts) == ((), (), ())


def test_it_prints(form, tmp_path):
    assert saved(tmp_path, form, "pdf").startswith(b"%PDF-")
