"""Reports held against their own source."""

import json
import re
from hashlib import sha256

import pytest

from planctl.audit.manifest import read_manifest
from planctl.printing.assembling import proven
from planctl.printing.carried import Carried
from planctl.printing.embedding import MARK
from planctl.printing.proof import Proven, printed
from planctl.verify import Anchor, Asked, Level, Result, opened, verify

pytestmark = pytest.mark.thorough
AUDIENCES = ("officer", "board", "scrutiny", "public")


def results(verdict):
    return {check.name: check.result.value for check in verdict.checks}


def details(verdict):
    return {check.name: check.detail for check in verdict.checks}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_report_is_byte_for_byte_what_the_source_inside_it_gives(report, looked_at, audience):
    verdict = looked_at(report(audience))
    assert (verdict.level, verdict.anchored, verdict.is_current) == (Level.BYTES, Anchor.NONE, None)
    assert verdict.is_sound
    assert results(verdict) == {
        "manifest": "passed", "files": "passed", "check-code": "passed", "bytes": "passed",
        "findings": "passed" if audience == "officer" else "not-checked",
    }  # fmt: skip


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_repository_that_holds_the_source_anchors_it(report, workspace, audience):
    verdict = verify(report(audience), Asked(repository=workspace))
    assert (verdict.level, verdict.anchored) == (Level.BYTES, Anchor.REPOSITORY)
    assert results(verdict)["repository"] == "passed"


def test_another_repository_does_not_anchor_it(report, git, tmp_path):
    path = report()
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    verdict = verify(path, Asked(repository=other))
    assert (verdict.is_sound, verdict.anchored) == (True, Anchor.NONE)
    assert details(verdict)["repository"] == (
        f"The repository at {other} does not hold plans/reading.yaml, plans/programme.yaml as the "
        "report has it."
    )


def test_an_edition_that_the_repository_does_not_bear_out_fails(workspace, press):
    made = proven(press("public"))
    files = dict(made.carried.files)
    name = "plans/reading.yaml"
    files[name] = files[name].replace(b"Nobody came", b"All came")
    manifest = made.carried.manifest
    records = tuple(
        one.model_copy(
            update={
                "sha256": sha256(files[one.name]).hexdigest(),
                "size": len(files[one.name]),
            }
        )
        for one in manifest.files
    )
    forged = Carried(manifest.model_copy(update={"files": records}).coded(), files)
    path = workspace.parent / "forged.html"
    path.write_bytes(printed(forged).html())
    assert verify(path, Asked(here=path.parent)).is_sound
    verdict = verify(path, Asked(repository=workspace))
    assert (verdict.level, verdict.is_sound) == (Level.BYTES, False)
    assert details(verdict)["repository"] == (
        "plans/reading.yaml inside the report is not what taking out gives for its readers, done "
        "again from the repository's file."
    )


def test_a_source_that_is_not_committed_has_no_anchor(report, workspace):
    plan = workspace / "plans/reading.yaml"
    plan.write_text(plan.read_text("utf-8").replace("Nobody came", "All came"), "utf-8")
    verdict = verify(report(), Asked(repository=workspace))
    assert (verdict.is_sound, verdict.anchored) == (True, Anchor.NONE)
    assert details(verdict)["repository"] == (
        "plans/reading.yaml: by the report's own record, not as committed when it was made."
    )


def test_a_changed_word_fails_and_is_quoted(report, looked_at):
    path = report()
    page = path.read_text("utf-8")
    body, files = page.split("<script", 1)
    path.write_text(f"{body.replace('Nobody came', 'Everybody came')}<script{files}", "utf-8")
    verdict = looked_at(path)
    assert (verdict.level, verdict.is_sound) == (Level.DATA, False)
    assert results(verdict) | {"bytes": "failed", "text": "failed"} == results(verdict)
    assert "Everybody came." in details(verdict)["text"]
    assert looked_at(path, level=Level.DATA).is_sound


def test_a_changed_figure_fails_at_every_level(report, looked_at):
    path = report()
    page = path.read_text("utf-8")
    changed = re.sub(r'(<span class="number">)\d+', r"\g<1>9", page)
    assert changed != page
    path.write_text(changed, "utf-8")
    verdict = looked_at(path, level=Level.DATA)
    assert (verdict.level, verdict.is_sound) == (None, False)
    assert results(verdict)["data"] == "failed"


def test_a_changed_rating_in_the_list_of_all_actions_fails_at_every_level(report, looked_at):
    path = report("board")
    page = path.read_text("utf-8")
    grid = page.index('<table class="grid"')
    changed = page[:grid] + page[grid:].replace("■", "●", 1)
    assert changed != page
    path.write_text(changed, "utf-8")
    verdict = looked_at(path, level=Level.DATA)
    assert (verdict.level, verdict.is_sound) == (None, False)


def test_a_changed_source_inside_fails(report, looked_at):
    path = report()
    page = path.read_text("utf-8")
    path.write_text(page.replace('Nobody came.}}\\n"', 'All came.}}\\n"'), "utf-8")
    verdict = looked_at(path)
    assert (verdict.level, verdict.is_sound) == (None, False)
    assert details(verdict)["files"] == (
        "plans/reading.yaml is not what the record names: it was changed. "
        "plans/reading.yaml has not the SHA-256 that the record gives its source."
    )


def test_a_changed_record_fails(report, looked_at):
    path = report()
    page = path.read_text("utf-8")
    changed = page.replace('\\"audience\\":\\"officer\\"', '\\"audience\\":\\"board\\"')
    assert changed != page
    path.write_text(changed, "utf-8")
    verdict = looked_at(path)
    assert results(verdict)["check-code"] == "failed"


def test_one_file_more_or_less_fails(report, looked_at):
    path = report()
    page = path.read_text("utf-8")
    more = json.dumps({"name": "more.txt", "text": "more"})
    element = f'<script type="application/json" {MARK}="file">{more}</script>'
    path.write_text(page.replace("</body>", f"{element}</body>"), "utf-8")
    assert details(looked_at(path))["files"] == (
        "more.txt is inside, and the record does not name it."
    )
    less = re.sub(r'<script[^>]*>\{"name": "findings.*?</script>', "", page)
    path.write_text(less, "utf-8")
    assert details(looked_at(path))["files"] == "findings.json is missing."


def test_two_files_of_one_name_fail(report, looked_at):
    path = report()
    page = path.read_text("utf-8")
    twice = re.sub(r'(<script[^>]*>\{"name": "findings.*?</script>)', r"\1\1", page)
    path.write_text(twice, "utf-8")
    assert details(looked_at(path)) == {
        "readable": "It holds two files that are called 'findings.json'."
    }


def test_a_copy_without_source_is_told_by_its_code(report, looked_at):
    path = report()
    code = read_manifest(opened(path).files["manifest.json"]).check_code
    page = path.read_text("utf-8")
    path.write_text(re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL), "utf-8")
    verdict = looked_at(path, code=code.lower().replace("-", " "))
    assert details(verdict) == {
        "source": f"This copy carries no source; ask for the original, check code {code}.",
        "code": f"The check code {code} stands in it.",
    }
    assert not verdict.is_sound
    other = looked_at(path, code="0000-0000-0000")
    assert details(other)["code"] == "The check code 0000-0000-0000 does not stand in it."


def test_a_code_ties_a_report_to_a_minute(report, looked_at):
    path = report()
    code = read_manifest(opened(path).files["manifest.json"]).check_code
    assert looked_at(path, code=code).is_sound
    other = looked_at(path, code="0000-0000-0000")
    assert not other.is_sound
    assert results(other)["code"] == "failed"


def test_a_signature_may_be_asked_for(report, tmp_path):
    bare = verify(report(), Asked(here=tmp_path, must_be_signed=True))
    assert (bare.is_sound, details(bare)["signature"]) == (False, "It is not signed.")


def test_the_same_report_comes_from_a_clone_elsewhere(report, press, workspace, git, monkeypatch):
    here = report().read_bytes()
    clone = workspace.parent / "clone"
    git(workspace, "clone", "-q", str(workspace), str(clone))
    monkeypatch.chdir(clone)
    assert proven(press()).html() == here


def test_own_templates_are_followed_where_the_workspace_has_them(report, workspace, looked_at):
    own = workspace / "templates"
    own.mkdir()
    (own / "report.html").write_text(
        '{% extends "planctl/report.html" %}{% block style %}h1 { color: #123456 }{% endblock %}',
        "utf-8",
    )
    (own / "unused.html").write_text("not used", "utf-8")
    path = report(folders=(own,))
    verdict = verify(path, Asked(here=workspace))
    assert (verdict.level, verdict.is_sound) == (Level.BYTES, True)
    assert "templates/report.html" in opened(path).files
    assert "templates/unused.html" not in opened(path).files
    assert results(verdict)["templates"] == Result.REMARK
    elsewhere = looked_at(path)
    assert (elsewhere.level, elsewhere.is_sound) == (Level.DATA, False)
    assert details(elsewhere)["templates"].startswith(
        "It is printed with templates of its makers' own (report.html), which this workspace has "
        "not: planctl does not follow those of strangers"
    )
    assert looked_at(path, level=Level.DATA).is_sound


def test_a_template_of_a_stranger_that_goes_on_for_ever_is_never_begun(
    press, forged, workspace, looked_at
):
    own = workspace / "templates"
    own.mkdir()
    (own / "report.html").write_text('{% extends "planctl/report.html" %}', "utf-8")
    made = proven(press(), (own,))
    hostile = b"{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    files = {**made.carried.files, "templates/report.html": hostile}
    path = workspace.parent / "hostile.html"
    path.write_bytes(Proven(forged(made.carried, files), made.page).html())
    verdict = looked_at(path)
    assert (verdict.level, verdict.is_sound) == (Level.DATA, False)


def test_the_public_is_told_nothing_that_its_report_does_not_say(report):
    files = opened(report("public")).files
    inside = b"".join(files.values()).decode()
    assert [word for word in ("Jo Sample", "reading.pdf") if word in inside] == []
    assert json.loads(files["findings.json"])["plans/reading.yaml"][0]["message"] == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "It is neither a PDF nor a page of HTML."),
        (b"plain words", "It is neither a PDF nor a page of HTML."),
        (b"<p>\xff</p>", "It is not UTF-8 text, as the pages of planctl are."),
        (
            b'<script type="application/json" data-planctl="file">{</script>',
            "A file inside it is not as planctl writes it.",
        ),
        (
            b'<script type="application/json" data-planctl="file">{"name":1,"text":""}</script>',
            "A file inside it has no name.",
        ),
        (
            b'<script data-planctl="file">{"name":"a","base64":"*"}</script>',
            "A file inside it is not as planctl writes it.",
        ),
    ],
)
def test_what_is_no_report_is_said_to_be_none(tmp_path, looked_at, content, said):
    path = tmp_path / "report.html"
    path.write_bytes(content)
    verdict = looked_at(path)
    assert (verdict.is_sound, details(verdict)) == (False, {"readable": said})
