"""Reports made anew after something was changed: nothing in them speaks against itself."""

import json

import pytest

from planctl.fingerprint import canonical
from planctl.printing.assembling import proven
from planctl.printing.proof import Proven, printed
from planctl.printing.told import CHANGES, FINDINGS
from planctl.verify import Anchor, Asked, Level, verify
from planctl.verify.shown import verdict_text

pytestmark = pytest.mark.thorough
PLAN = "plans/reading.yaml"


@pytest.fixture
def saved(workspace):
    """`saved(carried)`: the path of the report that comes of it."""

    def made(carried, name="report.html"):
        path = workspace.parent / name
        path.write_bytes(printed(carried).html())
        return path

    return made


def told(verdict, name):
    (found,) = (one for one in verdict.checks if one.name == name)
    return found.result.value, found.detail


def with_json(files, name, change):
    held = json.loads(files[name])
    change(held)
    return {**files, name: canonical(held)}


def edited(files):
    return {**files, PLAN: files[PLAN].replace(b"rating: red", b"rating: green")}


def test_a_source_that_was_edited_is_nobodys(press, forged, saved, workspace, looked_at):
    made = proven(press("public")).carried
    path = saved(forged(made, edited(made.files)))
    alone = looked_at(path)
    assert (alone.level, alone.is_sound, alone.anchored) == (Level.BYTES, True, Anchor.NONE)
    assert "  Not checked: that this source is the council's.\n" in verdict_text(alone)
    there = verify(path, Asked(repository=workspace))
    assert (there.is_sound, there.anchored) == (False, Anchor.NONE)
    assert told(there, "repository") == (
        "failed",
        (
            f"{PLAN} inside the report is not what taking out gives for its readers, done again "
            "from the repository's file."
        ),
    )


def test_an_officers_source_that_was_edited_has_no_anchor(press, workspace, saved, looked_at):
    plan = workspace / PLAN
    plan.write_bytes(edited({PLAN: plan.read_bytes()})[PLAN])
    path = saved(proven(press()).carried)
    assert looked_at(path).is_sound
    there = verify(path, Asked(repository=workspace))
    assert (there.is_sound, there.anchored) == (True, Anchor.NONE)
    assert told(there, "repository") == (
        "not-checked",
        f"{PLAN}: by the report's own record, not as committed when it was made.",
    )


def test_a_dirty_tree_that_is_called_clean_is_found(press, workspace, forged, saved):
    clean = proven(press()).carried.manifest.sources
    plan = workspace / PLAN
    plan.write_bytes(edited({PLAN: plan.read_bytes()})[PLAN])
    path = saved(forged(proven(press()).carried, sources=tuple(clean)))
    there = verify(path, Asked(repository=workspace))
    assert told(there, "files")[1].startswith(f"{PLAN} has not the SHA-256 that the record gives")


@pytest.fixture(params=["of no repository", "without the plan"])
def other_commit(request, workspace, git):
    """A commit that does not hold the source, though others do."""
    if request.param == "of no repository":
        return "1" * 40
    git(workspace, "rm", "-q", PLAN)
    git(workspace, "commit", "-q", "-m", "Second")
    git(workspace, "checkout", "-q", "HEAD~1", "--", PLAN)
    git(workspace, "commit", "-q", "-m", "Third")
    return git(workspace, "rev-parse", "HEAD~1")


def test_a_commit_without_the_source_anchors_nothing(press, workspace, forged, saved, other_commit):
    made = proven(press()).carried
    sources = tuple(
        one.model_copy(update={"commit": other_commit}) for one in made.manifest.sources
    )
    there = verify(saved(forged(made, sources=sources)), Asked(repository=workspace))
    assert (there.is_sound, there.anchored) == (True, Anchor.NONE)
    assert told(there, "repository")[1].startswith(f"The repository at {workspace} does not hold")


def test_a_finding_that_was_taken_out_is_found_again(press, forged, saved, looked_at):
    made = proven(press()).carried
    first = json.loads(made.files[FINDINGS])[PLAN][0]
    files = with_json(made.files, FINDINGS, lambda held: held[PLAN].pop(0))
    verdict = looked_at(saved(forged(made, files)))
    assert (verdict.level, verdict.is_sound) == (Level.BYTES, False)
    line = first["span"]["line"]
    assert told(verdict, "findings") == (
        "failed",
        (
            f"{first['file']}:{line} {first['name']}: {first['message']}, which findings.json "
            "leaves out."
        ),
    )


def test_a_finding_that_was_put_in_is_not_found_again(press, forged, saved, looked_at):
    made = proven(press()).carried
    other = json.loads(made.files[FINDINGS])[PLAN][0] | {"message": "all is well"}
    files = with_json(made.files, FINDINGS, lambda held: held[PLAN].append(other))
    verdict = looked_at(saved(forged(made, files)))
    assert told(verdict, "findings") == (
        "failed",
        (
            f"{other['file']}:{other['span']['line']} {other['name']}: all is well: so says "
            "findings.json, and the rules do not."
        ),
    )


@pytest.fixture
def later(workspace, git):
    """The plan as it was in the term before, and one change since."""
    plan = workspace / PLAN
    text = plan.read_text("utf-8").replace("library]", "jo]").replace("2017-09-01", "2016-09-01")
    plan.write_text(text, "utf-8")
    git(workspace, "commit", "-q", "-a", "-m", "Second", day="2018-05-02")
    return workspace


@pytest.mark.parametrize("audience", ["officer", "public"])
def test_a_change_that_was_taken_out_is_known_to_the_repository(
    press, forged, saved, later, audience
):
    made = proven(press(audience, "2017-18 summer")).carried
    assert json.loads(made.files[CHANGES])[PLAN]["changes"]
    honest = verify(saved(made), Asked(repository=later))
    assert told(honest, "repository-changes") == (
        "passed", "changes.json tells what the repository gives."
    )  # fmt: skip
    files = with_json(made.files, CHANGES, lambda held: held[PLAN]["changes"].clear())
    verdict = verify(saved(forged(made, files)), Asked(repository=later))
    result, detail = told(verdict, "repository-changes")
    assert (result, verdict.is_sound) == ("failed", False)
    assert detail.startswith("changes.json is not what the repository gives: ")


def test_what_others_may_have_done_is_a_remark(press, forged, saved, later, git):
    made = proven(press("officer", "2017-18 summer")).carried
    files = with_json(made.files, CHANGES, lambda held: held[PLAN]["changes"].clear())
    (later / "plans/other.yaml").write_text("format: planctl/1\nid: other\ntitle: O\n", "utf-8")
    git(later, "add", ".")
    git(later, "commit", "-q", "-m", "Third", day="2018-06-02")
    verdict = verify(saved(forged(made, files)), Asked(repository=later))
    assert told(verdict, "repository-changes")[0] == "remark"
    assert verdict.is_sound


def test_an_edition_of_another_plan_is_not_that_of_the_source(press, forged, saved, workspace):
    made = proven(press("board")).carried
    other = made.files[PLAN].replace(b"Train the volunteers", b"Train the teachers")
    verdict = verify(saved(forged(made, {**made.files, PLAN: other})), Asked(repository=workspace))
    assert told(verdict, "repository")[1].startswith(f"{PLAN} inside the report is not what taking")


def test_an_older_report_under_a_newer_name_is_told(press, workspace, saved, looked_at):
    path = saved(proven(press("board")).carried, "reading-2017-18-summer-delivery-board.html")
    verdict = looked_at(path)
    assert not verdict.is_sound
    assert told(verdict, "name") == (
        "failed",
        (
            "It is called reading-2017-18-summer-delivery-board.html, and is "
            "reading-2017-18-autumn-delivery-board.html: a report on 2017-18 autumn."
        ),
    )
    assert looked_at(path.rename(workspace.parent / "for the board.html")).is_sound


def test_figures_in_the_record_that_its_source_does_not_give_are_told(press, forged, workspace,
                                                                      looked_at):  # fmt: skip
    made = proven(press())
    values = made.carried.manifest.values
    other = (values[0].model_copy(update={"ratings": {"1a": {"2017-18 autumn": "red"}}}),)
    path = workspace.parent / "report.html"
    carried = forged(made.carried, values=other)
    path.write_bytes(Proven(carried, made.page).html())
    verdict = looked_at(path, level=Level.DATA)
    assert told(verdict, "data") == (
        "failed", "The record holds other figures or ratings than the source gives."
    )  # fmt: skip
