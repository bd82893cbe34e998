"""The same plan, term and version give the same files, whatever the process that makes them."""

import shutil
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

EXAMPLE = Path(__file__).parents[2] / "examples" / "three-years"
SUMMER = ("--term", "2023-24 summer", "--format", "both", "--no-cache")
ASKED = (
    ("plans/careers.yaml", "--for", "board"),
    ("plans/careers.yaml", "--for", "public"),
    ("plans", "--kind", "programme"),
)
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0"}


def made(process, folder, environment):
    """The files by name; the plans lie in another folder, on a machine without a font."""
    root = folder / "town"
    shutil.copytree(EXAMPLE, root)
    for asked in ASKED:
        run = process("report", *asked, *SUMMER, "-o", "out", cwd=root, **environment)
        assert run.returncode == 0, run.stderr.decode()
    return {one.name: one.read_bytes() for one in (root / "out").iterdir()}


def test_two_processes_with_little_in_common_give_the_same_files(process, tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f"<fontconfig><cachedir>{tmp_path}/cache</cachedir></fontconfig>", "utf-8")
    one = made(process, tmp_path / "here", HERE)
    other = made(process, tmp_path / "further" / "there", THERE | {"FONTCONFIG_FILE": str(fonts)})
    assert sorted(one) == sorted(other)
    assert {name.rpartition(".")[2] for name in one} == {"html", "pdf"}
    assert [name for name in one if one[name] != other[name]] == []
