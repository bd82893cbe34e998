"""The files that reports come from, and which have changed."""

from pathlib import Path

import pytest

from planctl.printing.watched import changed, seen_now
from planctl.workspace import groups

FILES = (
    "planctl.toml", "plans/programme.yaml", "plans/reading.yaml", "templates/parts/front.html",
)  # fmt: skip


@pytest.fixture
def now(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    return lambda: seen_now(groups([Path("plans")]), [tmp_path / "templates"])


def named(before, after, root):
    return [path.resolve().relative_to(root).as_posix() for path in changed(before, after)]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_written_has_changed(name, now, tmp_path):
    before = now()
    Path(name).write_text("# x", "utf-8")
    assert named(before, now(), tmp_path) == [name]


def test_a_file_that_comes_or_goes_has_changed(now, tmp_path):
    before = now()
    Path("plans/reading.yaml").rename("plans/writing.yaml")
    Path("templates/parts/grid.html").touch()
    assert named(before, now(), tmp_path) == [
        "templates/parts/grid.html", "plans/reading.yaml", "plans/writing.yaml",
    ]  # fmt: skip


def test_a_file_that_takes_the_place_of_its_like_has_changed(now, tmp_path):
    before = now()
    Path("new").touch()
    Path("new").replace("plans/reading.yaml")
    assert named(before, now(), tmp_path) == ["plans/reading.yaml"]


def test_what_is_written_elsewhere_is_none_of_them(now):
    before = now()
    Path("build").mkdir()
    Path("build/report.html").touch()
    assert changed(before, now()) == ()
