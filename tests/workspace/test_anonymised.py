"""Copies with other words: the same is found at the same places, and no word is left."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from planctl.findings import Finding
from planctl.loading import load_plan
from planctl.rules import CATALOGUE, Policy
from planctl.settings.choices import Profile
from planctl.source import read
from planctl.source.decode import UNSEEN
from planctl.workspace import check_run, groups
from planctl.workspace.anonymised import anonymised
from tests.diff.plans_strategy import writers

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
PLANS = (
    ROOT / "plans/parental-partnership.yaml",
    *sorted(
        path
        for path in ROOT.glob("examples/*/plans/*.yaml")
        if path.name not in {"programme.yaml", "waivers.yaml"}
    ),
    *sorted(ROOT.glob("tests/demands/*.yaml")),
)
TODAY = date(2026, 11, 22)
DAYS = (date(2018, 2, 1), date(2022, 5, 1))
EVERY = Policy(tuple(CATALOGUE), Profile.AUDITOR)
TEXTS = frozenset({
    "aim", "comment", "definition", "description", "text", "title", "name", "note", "notes",
    "narrative", "statement", "strategic_priority", "summary", "vision",
})  # fmt: skip
"""Fields that hold prose and nothing else."""
_CONTROL = re.compile(r"\\u[0-9a-f]{4}")


def places(path: Path, stem: str, day: date) -> Counter[tuple[bool, str, str, tuple[int, int]]]:
    """Each finding on the plan and its programme, by kind of file, code and place."""
    said = check_run(groups([path]), EVERY, day).findings
    return Counter(
        (Path(one.file).stem == stem, one.code, one.part, _place(one))
        for one in said
        if Path(one.file).stem in {stem, "programme"}
    )


def _place(one: Finding) -> tuple[int, int]:
    return (one.span.line, one.span.column) if one.span else (0, 0)


def prose(found, *, is_text=False) -> set[str]:
    """The words of four letters or more in the fields of prose, in small letters."""
    if isinstance(found, str):
        return (
            {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", found)} if is_text else set()
        )
    if isinstance(found, dict):
        return set().union(
            *(prose(below, is_text=is_text or key in TEXTS) for key, below in found.items())
        )
    if isinstance(found, list):
        return set().union(*(prose(below, is_text=is_text) for below in found))
    return set()


def _declared(found):
    """The plan without values of fields that it does not declare: it would not load."""
    if isinstance(found, dict):
        return {
            key: _declared(below) for key, below in found.items() if key not in {"own", "fields"}
        }
    return [_declared(below) for below in found] if isinstance(found, list) else found


def written(path: Path, folder: Path, key: str) -> Path:
    made = anonymised(groups([path])[0], "shown", key, TODAY)
    for name, text in made.files:
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "planctl.toml").touch()
    return folder / "shown.yaml"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_the_same_is_found_in_the_copy_and_no_word_of_the_prose_is_left(path, tmp_path):
    copy = written(path, tmp_path, "a key")
    for day in DAYS:
        assert places(copy, "shown", day) == places(path, path.stem, day)
    before, after = (read(one.read_bytes(), "plan").root for one in (path, copy))
    assert prose(before) & prose(after) - {"http", "https", "kpis"} == set()


def test_a_key_with_which_two_texts_come_out_too_alike_is_drawn_from_again():
    made = anonymised(groups([PLANS[0]])[0], "shown", "d7210dff076ce2ef", TODAY)
    assert (made.copies.left, made.copies.changed) == (frozenset(), ())


def test_a_person_who_is_called_by_what_is_to_be_done_is_still_found(tmp_path):
    """A cell of a table that became a party."""
    plan = tmp_path / "plan.yaml"
    (tmp_path / "planctl.toml").touch()
    plan.write_text(
        "format: planctl/1\nid: plan\ntitle: Reading\n"
        "parties:\n  - {id: cell, kind: person, name: Appoint a link governor for attendance}\n"
        "themes:\n  - title: Clubs\n    actions:\n"
        "      - {ref: 1a, text: Open a club, responsible: [cell]}\n"
    )
    made = anonymised(groups([plan])[0], "shown", "a key", TODAY)
    assert "PLN306" in {code for _, code, *_ in places(plan, "plan", TODAY)}
    assert (made.copies.left, made.copies.changed) == (frozenset(), ())


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(writers())
def test_any_plan_that_loads_can_be_copied(tmp_path_factory, writer):
    folder = tmp_path_factory.mktemp("any")
    plan = folder / "plan.yaml"
    (folder / "planctl.toml").touch()
    text = json.dumps(_declared(writer.plan()), ensure_ascii=False, indent=1)
    plan.write_text(UNSEEN.sub("", _CONTROL.sub("", text)), encoding="utf-8")
    if load_plan(read(plan.read_bytes(), "plan"), "plan", None).record is None:
        return
    (folder / "copy").mkdir()
    made = anonymised(groups([plan])[0], "shown", "a key", TODAY)
    assert (made.copies.left, made.copies.changed) == (frozenset(), ())
    copy = folder / "copy/shown.yaml"
    copy.write_text(made.files[0][1], encoding="utf-8")
    assert load_plan(read(copy.read_bytes(), "shown"), "shown", None).record is not None
