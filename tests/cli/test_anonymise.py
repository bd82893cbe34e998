"""`planctl anonymise`: a copy to send, its key, what it refuses."""

import re
from pathlib import Path

import pytest

PLAN = """\
# The reading plan of Hillside Borough, written by Mrs Jane Tolley
format: planctl/1
id: reading-hillside
title: Reading in Hillside
period: {from: 2017-09-01, to: 2018-08-31}
parties:
  - {id: jane-tolley, kind: person, name: Jane Tolley}
themes:
  - title: Clubs
    actions:
      - {ref: 1a, text: Support schools to open clubs by September 2018, responsible: [jane-tolley]}
      - ref: 1b
        text: "Call 01642 555 019 or write to jane.tolley@hillside.example"
        # planctl: ignore[PLN301] Hillside knows (by Jane, until 2018-06-01)
        cost: to be agreed
"""
NAMES = ("Tolley", "Jane", "Hillside", "555 019", "tolley")


def copied(workspace, planctl, *options):
    folder = workspace({"plans/reading-hillside.yaml": PLAN})
    (folder / "plans/reading.yaml").unlink(missing_ok=True)
    said = planctl("anonymise", "plans/reading-hillside.yaml", "-o", "out/shown.yaml", *options)
    return said, folder / "out/shown.yaml"


def test_the_copy_has_no_name_of_the_plan_and_the_same_is_found_in_it(workspace, planctl):
    said, path = copied(workspace, planctl, "--key", "a")
    assert (said.code, said.out) == (0, "out/shown.yaml\n")
    assert said.err == "The same is found in the copy as in the plan, at the same places.\n"
    text = path.read_text()
    assert [name for name in NAMES if name in text] == []
    assert "\nid: shown\n" in text
    assert "# planctl: ignore[PLN301]" in text
    assert "until 2018-06-01)" in text
    assert text.count("\n") == PLAN.count("\n")


def test_the_same_key_gives_the_same_bytes_and_another_other_words(workspace, planctl):
    texts = [
        copied(workspace, planctl, "--key", key, "--force")[1].read_text()
        for key in ("a", "a", "b")
    ]
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def test_without_a_key_the_drawn_one_is_told_and_gives_the_same_again(workspace, planctl):
    said, path = copied(workspace, planctl)
    (key,) = re.findall(r"--key (\w+)", said.err)
    before = path.read_text()
    assert copied(workspace, planctl, "--force", "--key", key)[1].read_text() == before


def test_a_dry_run_names_the_files_and_writes_none(workspace, planctl):
    said, path = copied(workspace, planctl, "--key", "a", "--dry-run")
    assert (said.code, said.out, path.exists()) == (0, "out/shown.yaml\n", False)


def test_the_programme_comes_with_the_plan(workspace, planctl):
    programme = "format: planctl/1\nid: together\ntitle: Together\n"
    workspace({"plans/programme.yaml": programme})
    said = planctl("anonymise", "plans/reading.yaml", "-o", "out/shown.yaml", "--key", "a")
    assert (said.code, said.out) == (0, "out/shown.yaml\nout/programme.yaml\n")
    assert said.err.startswith("Send all 2 files: ")
    assert "ogether" not in Path("out/programme.yaml").read_text()


def test_what_is_there_is_not_replaced(workspace, planctl):
    copied(workspace, planctl, "--key", "a")
    said, _ = copied(workspace, planctl, "--key", "b")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("planctl: out/shown.yaml is there already, so nothing was")


def test_a_copy_is_not_put_where_a_programme_would_be_read_with_it(workspace, planctl):
    programme = "format: planctl/1\nid: together\ntitle: Together\n"
    workspace({"out/programme.yaml": programme})
    said, _ = copied(workspace, planctl, "--key", "a")
    assert (said.code, said.out, said.err) == (
        2,
        "",
        (
            "planctl: out/programme.yaml is there already, so nothing was written. The copy would "
            "be taken for a part of it: name an empty folder with -o.\n"
        ),
    )


def test_a_name_that_gives_the_plan_away_is_refused(workspace, planctl):
    workspace({"plans/reading-hillside.yaml": PLAN})
    for name in ("hillside.yaml", "Not an id.yaml", "shown.txt"):
        said = planctl("anonymise", "plans/reading-hillside.yaml", "-o", f"out/{name}")
        assert (said.code, Path("out").exists()) == (2, False)


def test_a_file_that_is_not_yaml_is_not_copied(workspace, planctl):
    workspace({"plans/reading.yaml": "format: planctl/1\nid: [reading\n"})
    said = planctl("anonymise", "plans/reading.yaml", "-o", "out/shown.yaml")
    assert (said.code, Path("out").exists()) == (1, False)
    assert said.err.startswith("planctl: plans/reading.yaml cannot be read as YAML")


def test_a_plan_with_mistakes_is_copied_with_them(workspace, planctl):
    workspace({"plans/reading.yaml": "format: planctl/1\nid: reading\ntitel: Books\nkind: novel\n"})
    said = planctl("anonymise", "plans/reading.yaml", "-o", "out/shown.yaml", "--key", "a")
    assert said.code == 0
    text = Path("out/shown.yaml").read_text()
    assert text.startswith("format: planctl/1\nid: shown\ntitel: ")
    assert "Books" not in text


@pytest.mark.parametrize("name", ["a.yaml", "shown.yaml"])
def test_what_the_copy_is_made_from_is_never_replaced(name, workspace, planctl):
    plan = PLAN.replace("id: reading-hillside", "id: a")
    programme = "format: planctl/1\nid: programme\ntitle: Hillside\n"
    folder = workspace({"plans/a.yaml": plan, "plans/programme.yaml": programme})
    (folder / "plans/reading.yaml").unlink(missing_ok=True)
    said = planctl("anonymise", "plans/a.yaml", "-o", f"plans/{name}", "--key", "a", "--force")
    assert (said.code, "It is a file of the plan itself" in said.err) == (2, True)
    assert (folder / "plans/a.yaml").read_text() == plan
    assert (folder / "plans/programme.yaml").read_text() == programme
