"""A changed file takes the place of the one that it was made from, or nothing is written."""

import pytest

from planctl.source import ChangedMeanwhileError, UnsafeEditError, read
from planctl.source.saving import is_read_alike, save


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"aim: One\n")
    return path


def document(text):
    return read(text.encode(), "plan.yaml")


def test_a_changed_file_is_written(file):
    save(file, document("aim: One\n"), document("aim: Two\n"))
    assert file.read_bytes() == b"aim: Two\n"


def test_what_somebody_else_has_changed_is_kept(file):
    file.write_bytes(b"aim: Three\n")
    with pytest.raises(ChangedMeanwhileError):
        save(file, document("aim: One\n"), document("aim: Two\n"))
    assert file.read_bytes() == b"aim: Three\n"


def test_what_another_reader_would_read_otherwise_is_not_written(file):
    with pytest.raises(UnsafeEditError, match="another YAML reader would see something else"):
        save(file, document("aim: One\n"), document("aim: One\ttwo\n"))
    assert file.read_bytes() == b"aim: One\n"


def test_a_file_that_was_read_otherwise_before_can_still_be_changed(file):
    file.write_bytes(b"aim: One\ttwo\n")
    save(file, document("aim: One\ttwo\n"), document("aim: One\ttwo\nid: x\n"))
    assert file.read_bytes() == b"aim: One\ttwo\nid: x\n"


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("a: 2.10\nb: no\nc: ~\nd:\ne: null\n", True),
        ("a: [x, {b: 1}]\nc: |\n  One\n\n  Two\n", True),
        ('a: ""\n', True),
        ("a: x\ty\n", False),
    ],
)
def test_a_second_reader_tells_whether_it_sees_the_same(text, alike):
    assert is_read_alike(document(text)) is alike


def test_of_several_files_all_are_written_or_none(tmp_path):
    from planctl.source import read_file, save_all  # noqa: PLC0415 - only this test needs them

    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in paths:
        path.write_text("title: One\n", "utf-8")
    old = [read_file(path, path.name) for path in paths]
    new = [read(b"title: Two\n", path.name) for path in paths]
    paths[1].write_text("title: Somebody else's\n", "utf-8")
    changes = tuple(zip(paths, old, new, strict=True))
    with pytest.raises(ChangedMeanwhileError):
        save_all(changes)
    assert [path.read_text("utf-8") for path in paths] == [
        "title: One\n", "title: Somebody else's\n",
    ]  # fmt: skip


def test_a_blank_that_another_reader_takes_for_a_list_is_not_read_alike(monkeypatch):
    monkeypatch.setattr("planctl.source.saving.read_by_another", lambda _: {"a": []})
    assert is_read_alike(document("a:\n")) is False
