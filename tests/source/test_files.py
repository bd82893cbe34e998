"""Files on the disk: read within limits, written whole or not at all."""

import os
from pathlib import Path

import pytest

from planctl.errors import UnreadableError, UnwritableError
from planctl.source import read_file, write_atomic


def test_a_file_is_read_under_the_name_that_findings_use(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"title: Parenting\r\n")
    document = read_file(path, "plans/plan.yaml")
    assert (document.file, document.root, document.sha256[:12]) == (
        "plans/plan.yaml",
        {"title": "Parenting"},
        "7c9a6eef8645",
    )


def test_a_large_file_is_a_finding_and_is_not_read(tmp_path):
    path = tmp_path / "plan.yaml"
    with path.open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    document = read_file(path, "plan.yaml")
    assert [(finding.code, finding.message) for finding in document.findings] == [
        ("PLN011", "the file has 40.0 MiB; planctl reads up to 2 MiB")
    ]


@pytest.mark.parametrize("name", ["folder", "pipe"])
def test_what_is_no_file_cannot_be_read(tmp_path, name):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match=rf"{name} cannot be read: it is not a file\.$"):
        read_file(tmp_path / name, name)


def test_a_file_that_is_gone_cannot_be_read(tmp_path):
    with pytest.raises(UnreadableError, match=r"cannot be read: no such file or directory\.$"):
        read_file(tmp_path / "plan.yaml", "plan.yaml")


def test_a_file_is_written_with_the_folders_it_needs(tmp_path):
    path = tmp_path / "build" / "reports" / "plan.html"
    write_atomic(path, b"report")
    assert (path.read_bytes(), mode(path), names(path.parent)) == (b"report", 0o644, ["plan.html"])


def test_a_file_that_is_there_keeps_its_permissions(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomic(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", 0o600)


@pytest.mark.parametrize("name", ["n" * 250 + ".yaml", "é" * 120 + ".yaml"])
def test_a_name_may_be_as_long_as_the_system_allows(tmp_path, name):
    write_atomic(tmp_path / name, b"plan")
    assert names(tmp_path) == [name]


def test_what_cannot_be_replaced_is_left_as_it_was(tmp_path):
    (tmp_path / "plan.yaml" / "inside").mkdir(parents=True)
    with pytest.raises(UnwritableError, match="cannot be written: is a directory"):
        write_atomic(tmp_path / "plan.yaml", b"plan")
    assert names(tmp_path) == ["plan.yaml"]


def test_a_folder_that_is_a_file_cannot_be_written_to(tmp_path):
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(UnwritableError, match="cannot be written: file exists"):
        write_atomic(tmp_path / "build" / "plan.html", b"report")


def test_content_of_the_wrong_kind_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_atomic(path, "text")  # type: ignore[arg-type] # an error no system makes
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["plan.yaml"])


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
