"""Reports with their proof, made in a workspace that is a repository of its own."""

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from planctl.printing import Press
from planctl.printing.assembling import proven, values_of
from planctl.printing.carried import Carried
from planctl.printing.proof import context_of
from planctl.report.request import Audience
from planctl.verify import Asked, verify
from planctl.workspace import groups

READING = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
source: {file: reading.pdf, page: 3}
themes:
  - ref: "1"
    title: Clubs
    actions:
      - ref: 1a
        text: Open a homework club.
        responsible: [{party: jo}]
        schedule: [Year 1]
        updates: {2017-18 autumn: {rating: green, comment: Jo Sample has opened it.}}
      - ref: 1b
        text: Train the volunteers.
        responsible: [library]
        schedule: [Year 1]
        updates: {2017-18 autumn: {rating: red, comment: Nobody came.}}
"""
PROGRAMME = """\
format: planctl/1
id: programme
title: Programme
partnership: The Partnership
parties:
  - {id: jo, kind: person, name: Jo Sample}
  - {id: library, kind: organisation, name: Library}
"""


def run_git(folder, *arguments, day="2018-01-02"):
    ended = subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments],
        cwd=folder, check=True, capture_output=True,
        env={"PATH": "/usr/bin:/bin", "GIT_AUTHOR_DATE": f"{day}T09:00:00Z",
             "GIT_COMMITTER_DATE": f"{day}T09:00:00Z", "HOME": str(folder)},
    )  # fmt: skip
    return ended.stdout.decode().strip()


@pytest.fixture
def git():
    """`git(folder, ...)` runs git there."""
    return run_git


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """The folder of a workspace, all of it committed; the working directory."""
    folder = tmp_path / "workspace"
    (folder / "plans").mkdir(parents=True)
    (folder / "planctl.toml").touch()
    (folder / "plans/reading.yaml").write_text(READING, "utf-8")
    (folder / "plans/programme.yaml").write_text(PROGRAMME, "utf-8")
    run_git(folder, "init", "-q", "-b", "main")
    run_git(folder, "add", ".")
    run_git(folder, "commit", "-q", "-m", "First")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def press():
    """`press(audience)`: the reading plan of the working directory on its way to paper."""

    def made(audience="officer", term="2017-18 autumn"):
        (group,) = groups([Path("plans")])
        (found,) = Press.presses(group, term, None, "", Audience(audience))
        return found

    return made


@pytest.fixture
def report(workspace, press):
    """`report(audience, kind)`: the file of such a report, made in the workspace."""

    def made(audience="officer", kind="html", folders=()):
        ready = proven(press(audience), folders)
        path = workspace.parent / f"{audience}.{kind}"
        path.write_bytes(ready.html() if kind == "html" else ready.pdf())
        return path

    return made


@pytest.fixture
def forged():
    """`forged(files, **fields)`: what is carried, with other files or fields in its record.

    Nothing in it speaks against itself: hashes, figures and check code are those of the forgery.
    """

    def made(carried, files=None, values=None, **fields):
        held = dict(carried.files if files is None else files)
        records = tuple(
            one.model_copy(update={"sha256": sha256(held[one.name]).hexdigest(),
                                   "size": len(held[one.name])})
            for one in carried.manifest.files
        )  # fmt: skip
        sources = tuple(
            one
            if one.name not in held or carried.manifest.edition
            else one.model_copy(update={"sha256": sha256(held[one.name]).hexdigest()})
            for one in carried.manifest.sources
        )
        update = {"files": records, "sources": sources, **fields}
        draft = Carried(carried.manifest.model_copy(update=update), held)
        told = values_of(draft, context_of(draft)) if values is None else values
        draft = Carried(draft.manifest.model_copy(update={"values": told}), held)
        return Carried(draft.manifest.coded(), held)

    return made


@pytest.fixture
def looked_at(tmp_path):
    """`looked_at(path)`: the verdict on it, without a repository around."""
    alone = tmp_path / "alone"
    alone.mkdir()

    def made(path, **asked):
        return verify(path, Asked(here=alone, **asked))

    return made
