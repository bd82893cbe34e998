"""`planctl fmt`: files in one form, or what would change."""

import errno
import os

import pytest

UNTIDY = """\
# A plan of a test.
title:  Reading
format: planctl/1
id: reading   # the file's name
themes:
- title: Clubs
  actions:
  -  text: Open a homework club
     ref: 2.10
     # Agreed in June.
     due: 25/01/18
"""
TIDY = """\
# A plan of a test.
format: planctl/1
id: reading   # the file's name
title: Reading
themes:
  - title: Clubs
    actions:
      - ref: "2.10"
        text: Open a homework club
        # Agreed in June.
        due: 2018-01-25
"""
DIFFERENCE = """\
--- plans/reading.yaml
+++ plans/reading.yaml
@@ -1,11 +1,11 @@
 # A plan of a test.
-title:  Reading
 format: planctl/1
 id: reading   # the file's name
+title: Reading
 themes:
-- title: Clubs
-  actions:
-  -  text: Open a homework club
-     ref: 2.10
-     # Agreed in June.
-     due: 25/01/18
+  - title: Clubs
+    actions:
+      - ref: "2.10"
+        text: Open a homework club
+        # Agreed in June.
+        due: 2018-01-25
"""
PROGRAMME = "title: Schools\nid: schools\nformat: planctl/1\n"
PLAN = "plans/reading.yaml"


@pytest.fixture
def plan(workspace):
    return workspace({PLAN: UNTIDY}) / PLAN


def test_a_plan_is_written_in_its_form(planctl, plan):
    done = planctl("fmt")
    assert (done.out, done.err, done.code) == (
        f"{PLAN}: written anew\n",
        "1 file written anew\n",
        0,
    )
    assert plan.read_text("utf-8") == TIDY


def test_what_is_in_form_is_not_written(planctl, plan):
    planctl("fmt")
    plan.chmod(0o444)
    before = (plan.stat().st_ino, plan.stat().st_mtime_ns)
    done = planctl("fmt")
    assert (done.out, done.err, done.code) == ("", "1 file already in form\n", 0)
    assert (plan.stat().st_ino, plan.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    ("option", "out", "code"),
    [
        ("--check", f"{PLAN}: would be written anew\n", 1),
        ("--diff", DIFFERENCE, 1),
        ("--dry-run", f"{PLAN}: would be written anew\n", 0),
    ],
)
def test_what_would_change_can_be_asked_first(planctl, plan, option, out, code):
    done = planctl("fmt", option)
    assert (done.out, done.err, done.code) == (out, "1 file would change\n", code)
    assert plan.read_text("utf-8") == UNTIDY


def test_nothing_to_change_passes_the_check(planctl, workspace):
    workspace({PLAN: TIDY})
    done = planctl("fmt", "--check")
    assert (done.out, done.err, done.code) == ("", "1 file already in form\n", 0)


def test_the_programme_is_formatted_with_its_plans(planctl, workspace):
    folder = workspace({"plans/programme.yaml": PROGRAMME, PLAN: TIDY})
    done = planctl("fmt")
    assert done.out == "plans/programme.yaml: written anew\n"
    assert done.err == "1 file written anew, 1 file already in form\n"
    written = (folder / "plans/programme.yaml").read_text("utf-8")
    assert written == "format: planctl/1\nid: schools\ntitle: Schools\n"


def test_only_the_file_that_is_named_is_formatted(planctl, workspace):
    folder = workspace({"plans/programme.yaml": PROGRAMME, PLAN: UNTIDY})
    assert planctl("fmt", PLAN).out == f"{PLAN}: written anew\n"
    assert (folder / "plans/programme.yaml").read_text("utf-8") == PROGRAMME


def test_a_file_with_windows_line_ends_and_a_mark_keeps_both(planctl, workspace):
    raw = b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode()
    folder = workspace({PLAN: raw})
    planctl("fmt")
    wanted = b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()
    assert (folder / PLAN).read_bytes() == wanted


def test_a_file_that_cannot_be_read_is_left_alone_and_the_others_are_not(planctl, workspace):
    folder = workspace({PLAN: UNTIDY, "plans/broken.yaml": "title: Reading: a plan\n"})
    done = planctl("fmt")
    assert (done.out, done.code) == (f"{PLAN}: written anew\n", 1)
    assert done.err.splitlines()[0].startswith("plans/broken.yaml:1:")
    assert done.err.splitlines()[1:] == [
        "1 file written anew, 1 file left alone: mend what is said above"
    ]
    assert (folder / PLAN).read_text("utf-8") == TIDY


def test_a_plan_with_a_mistake_of_shape_is_formatted_all_the_same(planctl, workspace):
    folder = workspace({PLAN: "tilte: Reading\nid: reading\nformat: planctl/1\n"})
    assert planctl("fmt").code == 0
    written = (folder / PLAN).read_text("utf-8")
    assert written == "format: planctl/1\nid: reading\ntilte: Reading\n"


def test_entries_without_a_uid_are_given_one(planctl, workspace):
    folder = workspace({PLAN: TIDY + "      - {ref: 2b, text: Open a homework club}\n"})
    assert planctl("fmt", "--add-ids").code == 0
    assert (folder / PLAN).read_text("utf-8") == (
        TIDY.replace("  - title: Clubs\n", "  - uid: clubs\n    title: Clubs\n").replace(
            '- ref: "2.10"\n', '- ref: "2.10"\n        uid: open-homework-club\n'
        )
        + "      - {ref: 2b, uid: open-homework-club-2, text: Open a homework club}\n"
    )
    assert planctl("fmt", "--add-ids").err == "1 file already in form\n"


def test_a_file_of_the_newest_format_needs_no_upgrade(planctl, workspace):
    workspace({PLAN: TIDY})
    done = planctl("fmt", "--upgrade")
    assert (done.out, done.err, done.code) == ("", "1 file already in form\n", 0)


def test_a_plan_behind_a_link_is_written_and_the_link_stays(planctl, workspace):
    folder = workspace({"kept/reading.yaml": UNTIDY})
    (folder / PLAN).unlink()
    (folder / PLAN).symlink_to("../kept/reading.yaml")
    assert planctl("fmt").code == 0
    assert (folder / PLAN).is_symlink()
    assert (folder / "kept/reading.yaml").read_text("utf-8") == TIDY


def test_a_full_disk_leaves_the_file_as_it_was(planctl, plan, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    done = planctl("fmt")
    assert (done.out, done.code) == ("", 2)
    assert done.err == (
        f"planctl: {PLAN} cannot be written: no space left on device. "
        "What was there before is unchanged.\n"
    )
    assert plan.read_text("utf-8") == UNTIDY


def test_with_ids_come_the_lines_by_which_editors_find_the_schema(planctl, workspace):
    folder = workspace({PLAN: TIDY, "schema/plan.schema.json": "{}"})
    assert planctl("fmt", "--add-ids").code == 0
    assert (folder / PLAN).read_text("utf-8").splitlines()[:3] == [
        "# yaml-language-server: $schema=../schema/plan.schema.json",
        "# $schema: ../schema/plan.schema.json",
        "# A plan of a test.",
    ]
