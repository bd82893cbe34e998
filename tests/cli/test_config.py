"""`planctl config`: the settings in force, and where each came from."""

import tomllib

DEFAULTS = """\
[validate]
select = []  # default
ignore = []  # default
fail-on = "error"  # default
strict = false  # default
profile = "analyst"  # default
[validate.thresholds]
overloaded-party = 33  # default
crowded-period = 60  # default
near-duplicate = 90  # default
unmoved-terms = 2  # default
[report]
format = "both"  # default
output = "build"  # default
[theme]
# name is not set
# logo is not set
accent = "#12436d"  # default
heading = "#0b0c0c"  # default
link = "#144e81"  # default
# footer is not set
[workspace]
exclude = []  # default
"""


def test_without_settings_everything_is_a_default(planctl, workspace):
    workspace()
    said = planctl("config")
    assert (said.out, said.err, said.code) == (DEFAULTS, "", 0)


def test_what_the_file_sets_bears_its_name(planctl, workspace):
    chosen = "fail-on = 'info'\nselect = ['PLN301', 'no-lead']\nstrict = false"
    workspace({"planctl.toml": f"[validate]\n{chosen}\n"})
    assert planctl("config", "plans/reading.yaml").out.splitlines()[:5] == [
        "[validate]",
        'select = ["PLN301", "no-lead"]  # planctl.toml',
        "ignore = []  # default",
        'fail-on = "info"  # planctl.toml',
        "strict = false  # planctl.toml",
    ]


def test_from_a_folder_below_the_file_is_named_as_seen_from_there(planctl, workspace, monkeypatch):
    root = workspace({"planctl.toml": "[validate]\nstrict = true"})
    monkeypatch.chdir(root / "plans")
    assert "strict = true  # ../planctl.toml" in planctl("config").out.splitlines()


def test_a_table_of_the_project_file_is_shown_as_well(planctl, workspace):
    root = workspace({"pyproject.toml": "[tool.planctl.report]\nformat = 'pdf'"})
    (root / "planctl.toml").unlink()
    assert 'format = "pdf"  # pyproject.toml' in planctl("config").out.splitlines()


def test_what_is_shown_could_stand_in_the_file(planctl, workspace):
    odd = 'a "b" \\ c é'
    workspace({"planctl.toml": f"[report]\noutput = '{odd}'"})
    shown = planctl("config").out
    assert tomllib.loads(shown)["report"] == {"format": "both", "output": odd}
    assert "é" in shown


def test_a_path_that_is_not_there_is_refused(planctl, workspace):
    workspace()
    said = planctl("config", "gone")
    assert (said.out, said.code) == ("", 2)
    assert said.err == "planctl: gone is not there. Check the spelling, or the folder you are in.\n"


def test_settings_that_cannot_be_followed_are_not_shown(planctl, workspace):
    root = workspace({"planctl.toml": "[repotr]"})
    said = planctl("config")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        f"planctl: {root / 'planctl.toml'}: repotr is not a setting. Did you mean report?\n"
    )


def test_tables_inside_a_section_stand_below_it(planctl, workspace):
    written = """
        [validate.severity]
        no-lead = "warning"
        [validate.per-file]
        "plans/old-*.yaml" = ["PLN301"]
        [validate.thresholds]
        crowded-period = 80
    """
    workspace({"planctl.toml": written})
    said = planctl("config")
    assert (said.err, said.code) == ("", 0)
    assert said.out.splitlines()[6:15] == [
        "[validate.severity]",
        'no-lead = "warning"  # planctl.toml',
        "[validate.per-file]",
        '"plans/old-*.yaml" = ["PLN301"]  # planctl.toml',
        "[validate.thresholds]",
        "overloaded-party = 33  # default",
        "crowded-period = 80  # planctl.toml",
        "near-duplicate = 90  # default",
        "unmoved-terms = 2  # default",
    ]
