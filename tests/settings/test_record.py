"""What a settings file may hold, and what is said of the rest."""

import tomllib

import pytest

from planctl.settings.record import Settings, read_settings

THEME = {
    "name": None,
    "logo": None,
    "accent": "#12436d",
    "heading": "#0b0c0c",
    "link": "#144e81",
    "footer": None,
}
THRESHOLDS = {
    "overloaded-party": 33,
    "crowded-period": 60,
    "near-duplicate": 90,
    "unmoved-terms": 2,
}


def settings(written):
    found = read_settings(tomllib.loads(written))
    assert isinstance(found, Settings)
    return found.model_dump(mode="json", by_alias=True)


def test_an_empty_file_leaves_everything_at_its_default():
    assert settings("") == {
        "validate": {
            "select": [],
            "ignore": [],
            "fail-on": "error",
            "strict": False,
            "profile": "analyst",
            "severity": {},
            "per-file": {},
            "thresholds": THRESHOLDS,
        },
        "report": {"format": "both", "output": "build"},
        "theme": THEME,
        "workspace": {"exclude": []},
    }


def test_every_setting_is_read():
    written = """
        [validate]
        select = ["PLN301", "no-timeline"]
        ignore = ["no-lead"]
        fail-on = "warning"
        strict = true
        profile = "auditor"
        severity = {no-lead = "warning"}
        per-file = {"plans/old-*.yaml" = ["PLN301"]}
        thresholds = {unmoved-terms = 3}
        [report]
        format = "pdf"
        output = "papers"
        [theme]
        accent = "#6B1F5C"
        [workspace]
        exclude = ["archive/*"]
    """
    assert settings(written) == {
        "validate": {
            "select": ["PLN301", "no-timeline"],
            "ignore": ["no-lead"],
            "fail-on": "warning",
            "strict": True,
            "profile": "auditor",
            "severity": {"no-lead": "warning"},
            "per-file": {"plans/old-*.yaml": ["PLN301"]},
            "thresholds": {**THRESHOLDS, "unmoved-terms": 3},
        },
        "report": {"format": "pdf", "output": "papers"},
        "theme": {**THEME, "accent": "#6b1f5c"},
        "workspace": {"exclude": ["archive/*"]},
    }


RULES = "It takes a list of rules in square brackets, each in quotes."
FOLDER = "It takes the name of a folder, in quotes."


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("valdate = 1", "valdate is not a setting. Did you mean validate?"),
        ("colour = 1", "colour is not a setting. Known are validate, report, theme, workspace."),
        ("strict = true", "strict is not a setting. Did you mean validate.strict?"),
        ("checks = {}", "checks is not a setting. Known are validate, report, theme, workspace."),
        ("validate.fail_on = 'error'", "validate.fail_on is not a setting. Did you mean fail-on?"),
        ("report.fromat = 'pdf'", "report.fromat is not a setting. Did you mean format?"),
        ("report.strict = true", "report.strict is not a setting. Did you mean validate.strict?"),
        ("[report.pages]", "report.pages is not a setting. Known are format, output."),
        ("report = 5", "report is a table. It takes format, output, each on its own line."),
        (
            "validate.fail-on = 'fatal'",
            "validate.fail-on = 'fatal' cannot be used. It takes error, warning, info or never.",
        ),
        ("validate.select = 'PLN301'", f"validate.select = 'PLN301' cannot be used. {RULES}"),
        (
            "validate.severity.no-lead = 'fatal'",
            (
                "validate.severity.no-lead = 'fatal' cannot be used. "
                "It takes a table in which each rule has error, warning or info."
            ),
        ),
        (
            "validate.thresholds.unmoved-terms = 1",
            (
                "validate.thresholds.unmoved-terms = 1 cannot be used. "
                "It takes a whole number from 2 to 12."
            ),
        ),
        (
            "validate.thresholds.crowded = 1",
            "validate.thresholds.crowded is not a setting. Did you mean crowded-period?",
        ),
        ("validate.ignore = ['no-lead', 301]", f"validate.ignore = 301 cannot be used. {RULES}"),
        (
            "validate.strict = 'yes'",
            "validate.strict = 'yes' cannot be used. It takes true or false.",
        ),
        ("validate.strict = 1", "validate.strict = 1 cannot be used. It takes true or false."),
        (
            "report.format = 'docx'",
            "report.format = 'docx' cannot be used. It takes html, pdf or both.",
        ),
        ("report.output = ''", f"report.output = '' cannot be used. {FOLDER}"),
        ("report.output = 5", f"report.output = 5 cannot be used. {FOLDER}"),
    ],
)
def test_what_a_file_may_not_hold_is_said_with_what_to_write(written, reason):
    assert read_settings(tomllib.loads(written)) == reason


def test_the_shortest_name_of_a_folder_is_one():
    assert settings("report.output = '.'")["report"]["output"] == "."


@pytest.mark.parametrize("written", [5, "strict", [], True])
def test_what_is_no_table_holds_no_settings(written):
    names = "validate, report, theme, workspace"
    assert read_settings(written) == f"planctl is a table. It takes {names}, each on its own line."
