"""`planctl validate`: what is let stand, and what is new."""

import json
import subprocess

import pytest

SCOPE = ("--as-of", "2018-01-01", "--select", "301,401,901,902,903,904")
CLOSING = "1 plan checked, {} ({} waived), rules not run on 0"


def closing(said):
    return said.out.splitlines()[-1].partition(", 0 checks")[0]


def test_findings_are_let_stand_with_a_reason_and_no_longer_fail(planctl, workspace):
    root = workspace()
    before = planctl("validate", "--strict", *SCOPE)
    assert (closing(before), before.code) == (CLOSING.format("1 finding", 0), 1)
    said = planctl("validate", "--strict", "--write-waivers", "Later (by Head)", *SCOPE)
    assert (closing(said), said.code) == (CLOSING.format("1 finding", 1), 0)
    assert said.err == "waivers.yaml: 1 finding now let stand\n"
    entry = json.loads(planctl("validate", "--format", "json", *SCOPE).out)
    assert [(one["waived"], one["waiver"]) for one in entry["findings"]] == [
        (True, {"reason": "Later", "by": "Head", "until": None, "where": "waivers.yaml:3"})
    ]
    assert entry["summary"]["warnings"] == 0
    assert (root / "waivers.yaml").exists()


def test_a_dry_run_writes_nothing(planctl, workspace):
    root = workspace()
    said = planctl("validate", "--write-waivers", "Later", "--dry-run", *SCOPE)
    assert (said.err, closing(said)) == (
        "waivers.yaml: 1 finding would be let stand\n", CLOSING.format("1 finding", 0),
    )  # fmt: skip
    assert not (root / "waivers.yaml").exists()


def test_where_nothing_is_found_nothing_is_written(planctl, workspace):
    root = workspace()
    said = planctl("validate", "--write-waivers", "Later", "--select", "904")
    assert said.err == "Nothing was found that could be let stand; no waivers were written.\n"
    assert not (root / "waivers.yaml").exists()


@pytest.mark.parametrize(
    ("reason", "problem"),
    [
        ("", "'' gives no reason. Say in a few words why the findings may stand."),
        (
            "(by Head)",
            "'(by Head)' gives no reason. Say in a few words why the findings may stand.",
        ),
        (
            "Later (until May)",
            "'Later (until May)' names no day. Write a day such as 2018-12-31 behind until.",
        ),
    ],
)
def test_a_reason_is_needed(reason, problem, planctl, workspace):
    workspace()
    said = planctl("validate", "--write-waivers", reason, *SCOPE)
    assert (said.out, said.err, said.code) == ("", f"planctl: --write-waivers {problem}\n", 2)


def test_a_reason_holds_nothing_that_cannot_be_seen(planctl, workspace):
    root = workspace()
    said = planctl("validate", "--write-waivers", "Later\x1b[2J", *SCOPE)
    assert ("which cannot be seen" in said.err, said.code) == (True, 2)
    assert not (root / "waivers.yaml").exists()


def test_what_is_new_is_shown_alone_and_the_closing_line_counts_the_rest(planctl, workspace):
    root = workspace()
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "x"]):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *command], check=True, cwd=root)
    said = planctl("validate", "--strict", "--new-from", "HEAD", *SCOPE)
    assert said.out.splitlines()[-1] == (
        f"{CLOSING.format('0 findings', 0)}, 0 checks not made for want of an earlier version, "
        "1 older finding not shown"
    )
    assert said.code == 0


@pytest.mark.parametrize("revision", ["HEAD", "--output=x"])
def test_without_the_revision_something_is_missing(revision, planctl, workspace):
    root = workspace()
    said = planctl("validate", f"--new-from={revision}", *SCOPE)
    assert (said.out, said.code) == ("", 3)
    assert said.err.startswith(f"planctl: {root} has no history")
