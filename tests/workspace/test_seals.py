"""Seals are read as they stand, and added to, never written over."""

import json
import runpy
from pathlib import Path

import pytest

from planctl.audit.chain import chain_of
from planctl.audit.sealing import closing
from planctl.errors import UnreadableError
from planctl.workspace import groups
from planctl.workspace.closing import sourced_plans
from planctl.workspace.seals import SealThereError, save_seal, seal_files

made = runpy.run_path(str(Path(__file__).parents[1] / "audit" / "sealed_plans.py"))
plan, term, sourced, decided = (made[name] for name in ("plan", "term", "sourced", "decided"))
NAME = "2017-18-autumn.json"
TEXT = "format: planctl/1\nid: reading\ntitle: Reading\n"


@pytest.fixture
def content():
    return closing(sourced(plan()), term(), chain_of({}), decided())


def test_a_workspace_without_the_folder_has_none(tmp_path):
    assert seal_files(tmp_path) == {}
    (tmp_path / "seals").write_text("", "utf-8")
    assert seal_files(tmp_path) == {}


def test_a_seal_is_written_and_read_again(tmp_path, content):
    path = save_seal(tmp_path, content, chain_of({}))
    assert path == tmp_path / "seals" / NAME
    files = seal_files(tmp_path)
    assert json.loads(files[NAME]) == content
    assert [one.check_code for one in chain_of(files).seals] == [content["check_code"]]


def test_a_seal_is_never_written_over(tmp_path, content):
    empty = chain_of({})
    save_seal(tmp_path, content, empty)
    before = (tmp_path / "seals" / NAME).read_bytes()
    with pytest.raises(SealThereError, match="somebody else wrote it meanwhile"):
        save_seal(tmp_path, content, empty)
    assert (tmp_path / "seals" / NAME).read_bytes() == before


def test_a_seal_is_not_added_to_a_chain_that_has_grown_meanwhile(tmp_path, content):
    save_seal(tmp_path, content, chain_of({}))
    spring = closing(sourced(plan()), term(made["SPRING"]), chain_of({}), decided())
    with pytest.raises(SealThereError):
        save_seal(tmp_path, spring, chain_of({}))
    assert [path.name for path in (tmp_path / "seals").iterdir()] == [NAME]


def test_other_files_are_left_alone_and_links_are_empty(tmp_path, content):
    save_seal(tmp_path, content, chain_of({}))
    folder = tmp_path / "seals"
    (folder / "README.md").write_text("What is this?", "utf-8")
    (folder / ".hidden.json").write_text("{}", "utf-8")
    (folder / "folder.json").mkdir()
    (folder / "link.json").symlink_to(folder / NAME)
    found = seal_files(tmp_path)
    assert sorted(found) == [NAME, "folder.json", "link.json"]
    assert (found["link.json"], found["folder.json"]) == (b"", b"")


def test_a_folder_that_cannot_be_read_is_said(tmp_path, monkeypatch):
    (tmp_path / "seals").mkdir()

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(UnreadableError, match="seals cannot be read: permission denied"):
        seal_files(tmp_path)


def test_a_plan_comes_with_the_hashes_of_its_files(tmp_path):
    for name, text in (
        ("planctl.toml", ""),
        ("plans/programme.yaml", "format: planctl/1\nid: all\ntitle: All\n"),
        ("plans/reading.yaml", TEXT),
        ("plans/broken.yaml", "format: planctl/1\n"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    found = list(sourced_plans(groups([tmp_path / "plans"])))
    assert [(one.plan.id, list(one.sources)) for one in found] == [
        ("reading", ["plans/reading.yaml", "plans/programme.yaml"])
    ]
