"""Reports on a term that is closed."""

from datetime import date
from pathlib import Path

import pytest

from planctl.audit.chain import chain_of
from planctl.audit.manifest import read_manifest
from planctl.audit.sealing import Decided, amending, closing
from planctl.model import read_period
from planctl.verify import Anchor, Asked, opened, verify
from planctl.workspace import groups
from planctl.workspace.closing import sourced_plans
from planctl.workspace.seals import save_seal, seal_files

pytestmark = pytest.mark.thorough
TERM = read_period("2017-18 autumn")
DECIDED = Decided(date(2018, 1, 20), "library", "Board, item 4", "A slip.")


@pytest.fixture
def plan(workspace):
    """The plan's file, with what a seal needs: names that stay."""
    path = workspace / "plans/reading.yaml"
    text = path.read_text("utf-8")
    for ref in ("1a", "1b"):
        text = text.replace(f"- ref: {ref}\n", f"- ref: {ref}\n        uid: uid-of-{ref}\n")
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def seal(workspace):
    """`seal(closing)` or `seal(amending)` writes the next seal."""

    def made(kind):
        chain = chain_of(seal_files(workspace))
        content = kind(tuple(sourced_plans(groups([Path("plans")]))), TERM, chain, DECIDED)
        return save_seal(workspace, content, chain)

    return made


def told(verdict):
    return {check.name: (check.result.value, check.detail) for check in verdict.checks}


@pytest.mark.parametrize("audience", ["officer", "public"])
@pytest.mark.usefixtures("plan")
def test_a_report_on_a_closed_term_bears_the_code_of_the_seal(report, seal, workspace, audience):
    seal(closing)
    (sealed,) = chain_of(seal_files(workspace)).seals
    path = report(audience)
    manifest = read_manifest(opened(path).files["manifest.json"])
    assert manifest.check_code == sealed.check_code
    verdict = verify(path, Asked(here=workspace, code=sealed.check_code))
    assert (verdict.is_sound, verdict.anchored, verdict.is_current) == (True, Anchor.SEAL, True)


def test_a_later_seal_takes_its_place(report, plan, seal, workspace):
    seal(closing)
    path = report()
    plan.write_text(plan.read_text("utf-8").replace("rating: red", "rating: amber"), "utf-8")
    seal(amending)
    verdict = verify(path, Asked(here=workspace))
    # It was right when it was made.
    assert (verdict.is_sound, verdict.anchored, verdict.is_current) == (True, Anchor.SEAL, False)
    assert told(verdict)["current"] == ("remark", "A later seal of its term has taken its place.")
    later = verify(report(), Asked(here=workspace))
    assert (later.is_sound, later.anchored, later.is_current) == (True, Anchor.SEAL, True)


@pytest.mark.usefixtures("plan")
def test_a_seal_that_is_elsewhere_is_asked_for(report, seal, tmp_path):
    seal(closing)
    verdict = verify(report(), Asked(here=tmp_path))
    assert (verdict.is_sound, verdict.anchored, verdict.is_current) == (True, Anchor.NONE, None)
    assert told(verdict)["seal"] == (
        "not-checked",
        "It names the seal seals/2017-18-autumn.json, which is not here: see --repo.",
    )


def test_what_was_changed_behind_the_seal_does_not_stand_on_it(report, plan, seal, workspace):
    seal(closing)
    plan.write_text(plan.read_text("utf-8").replace("rating: red", "rating: green"), "utf-8")
    verdict = verify(report(), Asked(here=workspace))
    assert (verdict.is_sound, verdict.anchored) == (False, Anchor.NONE)
    assert told(verdict)["seal"] == (
        "failed", "Its source says something else of the term than the seal that it names."
    )  # fmt: skip


def test_an_edition_of_a_file_that_has_gone_on_is_not_held_against_the_seal(
    report, plan, seal, workspace
):
    seal(closing)
    plan.write_text(plan.read_text("utf-8") + "# more since\n", "utf-8")
    verdict = verify(report("public"), Asked(here=workspace))
    assert (verdict.is_sound, verdict.anchored, verdict.is_current) == (True, Anchor.NONE, None)
    assert told(verdict)["seal"] == (
        "not-checked",
        (
            "The files that it is an edition of have changed since they were sealed. Whether they "
            "still say of the term what the seal holds is seen in an officers' report alone."
        ),
    )


@pytest.fixture
def sealed_twice(report, seal, plan):
    """A report on a term that was amended, and the file of the seal that closed it."""
    first = seal(closing)
    plan.write_text(plan.read_text("utf-8").replace("rating: red", "rating: amber"), "utf-8")
    seal(amending)
    return report(), first


def test_a_seal_that_was_edited_is_told(sealed_twice, workspace):
    path, first = sealed_twice
    first.write_text(first.read_text("utf-8").replace("red", "green"), "utf-8")
    verdict = verify(path, Asked(here=workspace))
    assert (verdict.is_sound, verdict.anchored) == (False, Anchor.NONE)
    assert told(verdict)["seal"] == (
        "failed",
        "the seal of 2017-18 autumn was edited: what it holds no longer has the hash that it names",
    )


def test_a_chain_of_seals_that_was_cut_is_told(sealed_twice, workspace):
    path, first = sealed_twice
    first.unlink()
    verdict = verify(path, Asked(here=workspace))
    assert (verdict.is_sound, verdict.anchored) == (False, Anchor.NONE)
    assert told(verdict)["seal"] == (
        "failed",
        "the chain of seals is cut: this is seal 2, and seal 1 is not there",
    )
