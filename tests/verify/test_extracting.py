"""Where the files inside a report go."""

import pytest

from planctl.errors import ThereAlreadyError, UnwritableError
from planctl.verify.extracting import safe_parts, targets


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("plans/reading.yaml", ("plans", "reading.yaml")),
        ("../../etc/passwd", ("etc", "passwd")),
        ("/etc/passwd", ("etc", "passwd")),
        ("C:\\Windows\\system.ini", ("C_", "Windows", "system.ini")),
        ("..\\..\\up.yaml", ("up.yaml",)),
        ("a/./b/../c.yaml", ("a", "b", "c.yaml")),
        ("con.yaml", ("_con.yaml",)),
        ("LPT1", ("_LPT1",)),
        ("", ("file",)),
        ("..", ("file",)),
        ("a\x00b\nc\x1b[2J.yaml", ("a_b_c__2J.yaml",)),
        ("\u202egnp.yaml", ("_gnp.yaml",)),
        ("x" * 400, ("x" * 100,)),
        ("/".join("abcdefghijkl"), tuple("efghijkl")),
        (".git/config", ("git", "config")),
    ],
)
def test_no_name_leads_anywhere_else(name, parts):
    assert safe_parts(name) == parts


def test_each_file_has_its_place_in_the_folder(tmp_path):
    found = targets({"b/c.yaml": b"2", "a.yaml": b"1"}, tmp_path)
    assert found == ((tmp_path / "a.yaml", b"1"), (tmp_path / "b/c.yaml", b"2"))


def test_nothing_that_is_there_is_replaced(tmp_path):
    (tmp_path / "a.yaml").touch()
    with pytest.raises(ThereAlreadyError, match=r"\. Name another folder with -o"):
        targets({"a.yaml": b"1"}, tmp_path)
    (tmp_path / "b.yaml").symlink_to("nowhere")
    with pytest.raises(ThereAlreadyError):
        targets({"b.yaml": b"1"}, tmp_path)


def test_two_names_that_come_to_one_place_are_refused(tmp_path):
    with pytest.raises(UnwritableError):
        targets({"a.yaml": b"1", "../A.yaml": b"2"}, tmp_path)


def test_no_link_is_followed_out_of_the_folder(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "plans").symlink_to(tmp_path)
    with pytest.raises(UnwritableError):
        targets({"plans/a.yaml": b"1"}, folder)
