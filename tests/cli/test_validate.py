"""`planctl validate`: which plans, which rules, which exit code."""

import json
from dataclasses import replace

import pytest

import planctl as package
from planctl.rules import CATALOGUE

SMALL = "format: planctl/1\nid: {0}\ntitle: {0}\n"
FOUND = [
    ("PLN301", "warning"), ("PLN505", "warning"), ("PLN711", "warning"),
]  # fmt: skip
SCOPE = ("--as-of", "2018-01-01", "--format", "json")


def codes(said):
    return [code for code, _ in severities(said)]


def severities(said):
    """Those of the rules that look at one action; others find more in as small a plan."""
    found = [(entry["code"], entry["severity"]) for entry in json.loads(said.out)["findings"]]
    return [(code, severity) for code, severity in found if code in dict(FOUND)]


def test_without_a_path_the_plans_of_the_workspace_are_checked(planctl, workspace):
    workspace()
    said = planctl("validate", *SCOPE)
    assert (severities(said), said.err, said.code) == (FOUND, "", 0)
    assert {entry["file"] for entry in json.loads(said.out)["findings"]} == {"plans/reading.yaml"}


def test_people_get_each_finding_with_its_line(planctl, workspace):
    workspace()
    said = planctl("validate", "--as-of", "2018-01-01", "--select", "no-responsible")
    assert said.out == (
        "warning[PLN301 no-responsible] 1a has nobody responsible\n"
        "  --> plans/reading.yaml:8:9\n"
        "  |\n"
        "8 |       - {ref: 1a, text: Open a homework club, schedule: [Year 1]}\n"
        f"  |         {'^' * 57}\n"
        "  = Add responsible: [party], or say when it will be known: responsible_to_follow_by.\n"
        "\n"
        "0 errors, 1 warning, 0 info\n"
        "1 plan checked, 1 finding (0 waived), rules not run on 0, "
        "0 checks not made for want of an earlier version\n"
    )


def test_from_a_folder_below_they_are_named_as_seen_from_there(planctl, workspace, monkeypatch):
    root = workspace({"docs/notes.txt": ""})
    monkeypatch.chdir(root / "docs")
    found = json.loads(planctl("validate", *SCOPE).out)["findings"]
    assert {entry["file"] for entry in found} == {"../plans/reading.yaml"}


@pytest.mark.parametrize("path", ["plans/reading.yaml", "plans", ".", "plans/../plans"])
def test_a_path_is_a_plan_a_folder_or_a_workspace(path, planctl, workspace):
    workspace({"compose.yaml": "services: {}"})
    assert codes(planctl("validate", path, *SCOPE)) == [code for code, _ in FOUND]


def test_an_absolute_path_is_shown_as_it_was_given(planctl, workspace):
    file = workspace() / "plans/reading.yaml"
    arguments = ("--as-of", "2018-01-01", "--select", "PLN301", "--format", "concise")
    (line, *_) = planctl("validate", file, *arguments).out.splitlines()
    assert line == f"{file}:8:9: warning PLN301 1a has nobody responsible"


def test_a_plan_named_twice_is_checked_once(planctl, workspace):
    root = workspace()
    said = planctl("validate", "plans", root / "plans", "./plans/reading.yaml", *SCOPE)
    assert (json.loads(said.out)["checked"], codes(said)) == (1, [code for code, _ in FOUND])


def test_plans_of_several_workspaces_follow_the_settings_of_the_first(planctl, workspace):
    workspace({
        "other/planctl.toml": "[validate]\nignore = ['PLN301', 'PLN505', 'PLN711']",
        "other/plans/writing.yaml": SMALL.format("writing"),
    })  # fmt: skip
    assert codes(planctl("validate", "plans", "other", *SCOPE)) == [code for code, _ in FOUND]
    assert codes(planctl("validate", "other", "plans", *SCOPE)) == []


def test_plans_of_two_programmes_are_checked_each_with_its_own(planctl, workspace):
    programme = "format: planctl/1\nid: p\ntitle: P\nperiod: {{from: {0}-09-01, to: {0}-12-31}}\n"
    action = "themes: [{title: T, actions: [{text: A, schedule: [Year 1], responsible: m}]}]\n"
    workspace({
        "plans/north/programme.yaml": programme.format(2017),
        "plans/north/a.yaml": SMALL.format("a") + action,
        "plans/south/programme.yaml": programme.format(2018),
        "plans/south/b.yaml": SMALL.format("b") + action,
    })  # fmt: skip
    said = planctl("validate", "plans/north", "plans/south", "--select", "missed-update", *SCOPE)
    (finding,) = json.loads(said.out)["findings"]
    assert (finding["file"], finding["message"]) == (
        "plans/north/a.yaml", "Action 1 of T has no update for 2017-18 autumn",
    )  # fmt: skip


def test_a_programme_by_itself_is_checked(planctl, workspace):
    workspace({"plans/programme.yaml": "format: planctl/1\nid: p\ntitle: P\npriorities: [gone]\n"})
    said = planctl("validate", "plans/programme.yaml", "--format", "concise")
    assert said.out == (
        "plans/programme.yaml:4:14: warning PLN208 the priority gone has no plan file\n"
        "0 plans checked, 1 finding (0 waived), rules not run on 0, "
        "0 checks not made for want of an earlier version\n"
    )


def test_a_link_that_leaves_the_workspace_is_left_out_and_named(planctl, workspace):
    (workspace() / "plans/evil.yaml").symlink_to("/etc/passwd")
    said = planctl("validate", "plans", *SCOPE)
    assert (json.loads(said.out)["checked"], said.code) == (1, 0)
    assert said.err == (
        "plans/evil.yaml is left out: it is a link that leads out of the workspace, or nowhere. "
        "Put the file itself there, or name it on the command line.\n"
    )


@pytest.mark.parametrize(
    ("settings", "arguments", "expected"),
    [
        ("", ["--select", "PLN301"], ["PLN301"]),
        ("", ["--select", "301,no-success-measure"], ["PLN301", "PLN711"]),
        ("", ["--select", "301", "--select", "711"], ["PLN301", "PLN711"]),
        ("", ["--ignore", "missed-update"], ["PLN301", "PLN711"]),
        ("", ["--select", "301, 505", "--ignore", "505"], ["PLN301"]),
        ("", ["--select", ""], ["PLN301", "PLN505", "PLN711"]),
        ("select = ['PLN301']", [], ["PLN301"]),
        ("select = ['PLN301']", ["--select", "PLN505"], ["PLN505"]),
        ("select = ['PLN301']", ["--ignore", "PLN301"], []),
        ("ignore = ['PLN301']", [], ["PLN505", "PLN711"]),
        ("ignore = ['PLN301']", ["--ignore", "PLN505"], ["PLN711"]),
        ("ignore = ['PLN301']", ["--select", "PLN301"], ["PLN301"]),
        ("ignore = ['PLN301']", ["--select", "PLN301", "--ignore", "PLN301"], []),
    ],
)
def test_rules_are_chosen_in_the_settings_and_the_command_line_comes_first(
    settings, arguments, expected, planctl, workspace
):
    workspace({"planctl.toml": f"[validate]\n{settings}\n"})
    assert codes(planctl("validate", *arguments, *SCOPE)) == expected


@pytest.mark.parametrize(
    ("settings", "arguments", "code"),
    [
        ("", [], 0),
        ("", ["--strict"], 1),
        ("", ["--fail-on", "warning"], 1),
        ("", ["--fail-on", "info"], 1),
        ("", ["--strict", "--fail-on", "never"], 0),
        ("", ["--strict", "--ignore", "301,505,711"], 0),
        ("strict = true", [], 1),
        ("strict = true", ["--no-strict"], 0),
        ("strict = true", ["--fail-on", "never"], 0),
        ("fail-on = 'warning'", [], 1),
        ("fail-on = 'warning'", ["--fail-on", "error"], 0),
        ("fail-on = 'never'", ["--fail-on", "info"], 1),
    ],
)
def test_the_exit_code_says_whether_anything_weighs_as_much_as_the_threshold(
    settings, arguments, code, planctl, workspace
):
    workspace({"planctl.toml": f"[validate]\n{settings}\n"})
    assert planctl("validate", *arguments, *SCOPE).code == code


def test_a_table_of_the_project_file_is_followed_as_well(planctl, workspace):
    root = workspace({"pyproject.toml": "[tool.planctl.validate]\nstrict = true\nselect = ['301']"})
    (root / "planctl.toml").unlink()
    said = planctl("validate", *SCOPE)
    assert (severities(said), said.code) == ([("PLN301", "error")], 1)


def test_a_live_plan_with_gaps_fails(planctl, workspace):
    root = workspace()
    plan = (root / "plans/reading.yaml").read_text("utf-8")
    workspace(
        {"plans/reading.yaml": plan.replace("title: Reading", "title: Reading\nstatus: live")}
    )
    said = planctl("validate", *SCOPE)
    assert (severities(said)[0], said.code) == (("PLN301", "error"), 1)


def test_strict_says_error_where_it_counts_one(planctl, workspace):
    workspace()
    assert severities(planctl("validate", "--strict", *SCOPE)) == [
        (code, "error") for code, _ in FOUND
    ]


@pytest.mark.parametrize("day", ["2018-01-01", "1 January 2018", "01/01/2018", "1.1.18"])
def test_a_day_is_read_as_people_write_it(day, planctl, workspace):
    workspace()
    arguments = ("--select", "missed-update", "--format", "json", "--as-of")
    assert codes(planctl("validate", *arguments, day)) == ["PLN505"]
    assert codes(planctl("validate", *arguments, "2017-12-31")) == []


LISTS = "`planctl rules` lists the codes and names."
ALWAYS = "Rules can only run on a file that loads, so this one is always looked for."
SPELT = "Write a day as 2018-01-31, 31/01/2018 or 31 January 2018."


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ["--select", "no-respnsible"],
            f"'no-respnsible' is not a rule. Did you mean no-responsible? {LISTS}",
        ),
        (["--ignore", "PLN999"], f"'PLN999' is not a rule. {LISTS}"),
        (["--select", "PLN101"], f"'PLN101' can be neither chosen nor left out. {ALWAYS}"),
        (["--as-of", "31/02/2018"], f"'31/02/2018' is not a day. {SPELT}"),
        (["--as-of", ""], f"'' is not a day. {SPELT}"),
    ],
)
def test_a_value_that_an_option_does_not_take_is_wrong_use(arguments, problem, planctl, workspace):
    workspace()
    said = planctl("validate", *arguments)
    assert (said.out, said.err, said.code) == ("", f"planctl: {arguments[0]} {problem}\n", 2)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("gone.yaml", "is not there. Check the spelling, or the folder you are in."),
        ("empty", "holds no plans. Name a plan's .yaml file, or a folder that has some."),
        ("x" * 300, "cannot be read: file name too long."),
        ("dangling.yaml", "cannot be read: it is a link that leads nowhere."),
    ],
)
def test_a_path_without_a_plan_is_wrong_use(path, problem, planctl, workspace):
    root = workspace()
    (root / "empty").mkdir()
    (root / "dangling.yaml").symlink_to("gone")
    said = planctl("validate", "plans", path)
    assert (said.out, said.err, said.code) == ("", f"planctl: {path} {problem}\n", 2)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--format", "jsn"], ["--format", "'jsn'", "full", "json", "sarif", "github", "junit"]),
        (["--fail-on", "fatal"], ["--fail-on", "'fatal'", "error", "warning", "info", "never"]),
        (["--frmat", "json"], ["--frmat", "--format"]),
    ],
)
def test_a_choice_that_is_none_is_answered_with_those_there_are(
    arguments, named, planctl, workspace
):
    workspace()
    said = planctl("validate", *arguments)
    # The sentence is the library's; what it has to name is not.
    assert [word for word in named if word not in said.err.splitlines()[-1]] == []
    assert (said.out, said.code) == ("", 2)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[validate]\nselct = []", "validate.selct is not a setting. Did you mean select?"),
        (
            "[validate]\nstrict = 'x'",
            "validate.strict = 'x' cannot be used. It takes true or false.",
        ),
        ("strict =", "it is not TOML: Invalid value (at end of document)."),
        ("[validate]\nselect = ['PLN000']", f"validate.select 'PLN000' is not a rule. {LISTS}"),
        (
            "[validate]\nignore = ['no-leed']",
            f"validate.ignore 'no-leed' is not a rule. Did you mean no-lead? {LISTS}",
        ),
    ],
)
def test_settings_that_cannot_be_followed_are_wrong_use(text, reason, planctl, workspace):
    root = workspace({"planctl.toml": text})
    said = planctl("validate")
    assert (said.out, said.err, said.code) == (
        "", f"planctl: {root / 'planctl.toml'}: {reason}\n", 2,
    )  # fmt: skip


def test_outside_of_any_workspace_a_path_is_asked_for(planctl, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = planctl("validate")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        f"planctl: No path was named, and {tmp_path} has no folder called plans. "
        "Name a plan's file, or a folder that holds some.\n"
    )


CLOSING = (
    "1 plan checked, 3 findings (0 waived), rules not run on 0, "
    "0 checks not made for want of an earlier version\n"
)
ON_ACTIONS = ("validate", "--as-of", "2018-01-01", "--select", "301,505,711")
FORMATS = ("json", "jsonl", "sarif", "github", "gitlab", "junit")
BROKEN_DOWN = (
    "A rule has met a bug of its own. Nothing in your plans is at fault, and the other rules have "
    "said what they found."
)


@pytest.mark.parametrize(
    ("output_format", "begins"),
    [
        ("jsonl", '{"code": "PLN301", '),
        ("sarif", '{\n  "$schema": '),
        ("gitlab", '[\n  {"description": '),
        ("junit", "<?xml "),
    ],
)
def test_where_a_format_holds_no_counts_the_closing_line_goes_to_the_messages(
    output_format, begins, planctl, workspace
):
    workspace()
    said = planctl(*ON_ACTIONS, "--format", output_format)
    assert (said.out[: len(begins)], said.err, said.code) == (begins, CLOSING, 0)


def test_every_format_has_the_same_exit_code(planctl, workspace):
    workspace()
    for output_format in ("full", "concise", *FORMATS):
        said = planctl("validate", *SCOPE[:2], "--strict", "--format", output_format)
        assert (output_format, said.code) == (output_format, 1)


def with_actions(number):
    """A plan in which so many actions have nobody responsible."""
    rows = "".join(f"      - {{ref: 1.{n}, text: Do it}}\n" for n in range(number))
    others = "      - {ref: z, text: Do it, responsible: m}\n" * number
    head = "format: planctl/1\nid: long\ntitle: Long\nparties: [{id: m, name: M}]\n"
    return f"{head}themes:\n  - title: T\n    actions:\n{rows}{others}"


@pytest.mark.parametrize(("number", "is_full"), [(30, True), (31, False)])
def test_more_than_thirty_findings_are_shown_in_a_line_each(number, is_full, planctl, workspace):
    workspace({"plans/long.yaml": with_actions(number)})
    arguments = ("validate", "plans/long.yaml", "--select", "no-responsible")
    lines = planctl(*arguments).out.splitlines()
    assert (lines[0].startswith("warning[PLN301"), len(lines) == number + 2) == (
        is_full, not is_full,
    )  # fmt: skip
    if not is_full:
        assert lines[-2] == "--format full shows the line of each, and what to do about it."


def test_a_format_that_is_asked_for_is_given_however_much_there_is(planctl, workspace):
    workspace({"plans/long.yaml": with_actions(31)})
    arguments = ("validate", "plans/long.yaml", "--select", "no-responsible", "--format")
    assert planctl(*arguments, "full").out.startswith("warning[PLN301 no-responsible] 1.0 has")
    assert len(planctl(*arguments, "concise").out.splitlines()) == 31 + 1


@pytest.mark.parametrize("output_format", [(), ("--format", "full"), ("--format", "concise")])
def test_statistics_take_the_place_of_the_findings(output_format, planctl, workspace):
    workspace()
    said = planctl(*ON_ACTIONS, "--statistics", *output_format)
    assert said.out == (
        "1  PLN301  no-responsible      warning\n"
        "1  PLN505  missed-update       warning\n"
        "1  PLN711  no-success-measure  warning\n"
        f"\n0 errors, 3 warnings, 0 info\n{CLOSING}"
    )


@pytest.mark.parametrize("output_format", ["json", "jsonl", "sarif", "gitlab", "junit"])
def test_programs_get_the_same_with_statistics_as_without(output_format, planctl, workspace):
    workspace()
    arguments = (*ON_ACTIONS, "--format", output_format)
    assert planctl(*arguments, "--statistics") == planctl(*arguments)


def test_a_job_on_github_gets_notes_beside_the_lines_and_the_usual_report(planctl, workspace):
    workspace()
    arguments = ("validate", *SCOPE[:2], "--select", "no-responsible")
    report = planctl(*arguments).out
    note, pause, rest = planctl(*arguments, "--format", "github").out.split("\n", 2)
    word = pause.removeprefix("::stop-commands::")
    assert note == (
        "::warning file=plans/reading.yaml,line=8,endLine=8,col=9,endColumn=66,"
        "title=PLN301 no-responsible::1a has nobody responsible%0A"
        "Add responsible: [party], or say when it will be known: responsible_to_follow_by."
    )
    assert rest == f"{report}::{word}::\n"


def test_a_summary_page_is_added_to_and_only_in_the_format_of_github(
    planctl, workspace, monkeypatch
):
    page = workspace({"summary.md": "# Before\n"}) / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    planctl("validate", "--format", "concise")
    assert page.read_text("utf-8") == "# Before\n"
    planctl("validate", "--format", "github", "--select", "no-responsible")
    before, heading, *_ = page.read_text("utf-8").splitlines()
    assert (before, heading) == ("# Before", "## planctl validate")
    assert "| plans/reading.yaml\\:8\\:9 | warning | PLN301 no-responsible |" in page.read_text(
        "utf-8"
    )


def test_a_summary_page_that_cannot_be_written_is_named_and_changes_nothing(
    planctl, workspace, monkeypatch
):
    root = workspace()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root))
    said = planctl("validate", "--format", "github", "--as-of", "2018-01-01")
    assert (said.code, said.err) == (
        0,
        f"planctl: {root} cannot be written: is a directory. What was there before is unchanged.\n",
    )


def test_a_rule_that_breaks_down_is_reported_after_what_the_others_found(
    planctl, workspace, monkeypatch
):
    workspace()
    broken = replace(next(rule for rule in CATALOGUE if rule.code == "PLN301"), check=breaks)
    others = tuple(broken if rule.code == "PLN301" else rule for rule in CATALOGUE)
    monkeypatch.setattr("planctl.rules.CATALOGUE", others)
    said = planctl(*ON_ACTIONS, "--format", "json")
    found = [entry["code"] for entry in json.loads(said.out)["findings"]]
    assert found == ["PLN905", "PLN505", "PLN711"]
    first, *_, last = said.err.splitlines()
    assert (first, last, said.code) == (
        f"planctl: {BROKEN_DOWN}",
        "ZeroDivisionError: on purpose",
        4,
    )
    assert f"planctl {package.__version__}, Python " in said.err


def breaks(_):
    raise ZeroDivisionError("on purpose")
