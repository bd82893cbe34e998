"""Where a workspace's settings are read from."""

import pytest

from planctl.errors import SettingsError, UnreadableError
from planctl.settings.choices import FailOn
from planctl.settings.record import Settings
from planctl.workspace import SettingsFound, settings_of


def test_without_a_file_the_defaults_hold(folder):
    assert settings_of(folder({})) == SettingsFound(Settings(), None, None)


def test_planctl_toml_comes_before_the_project_file(folder):
    root = folder({
        "planctl.toml": "[validate]\nfail-on = 'info'\n",
        "pyproject.toml": "[tool.planctl.validate]\nfail-on = 'never'\n",
    })  # fmt: skip
    found = settings_of(root)
    assert (found.settings.checks.fail_on, found.file) == (FailOn.INFO, root / "planctl.toml")


def test_a_table_of_the_project_file_is_read(folder):
    root = folder(
        {"pyproject.toml": "[project]\nname = 'x'\n[tool.planctl.validate]\nstrict = true"}
    )
    found = settings_of(root)
    assert found == SettingsFound(
        Settings.model_validate({"validate": {"strict": True}}),
        root / "pyproject.toml",
        {"validate": {"strict": True}},
    )


@pytest.mark.parametrize("text", ["", "[tool]\nruff = 1\n", "tool = 5\n", "[tool.ruff]\n"])
def test_a_project_file_without_the_table_sets_nothing(text, folder):
    assert settings_of(folder({"pyproject.toml": text})).file is None


def test_a_byte_order_mark_and_foreign_letters_are_no_obstacle(folder):
    root = folder({"planctl.toml": "\ufeff[report]\noutput = 'Berichte für März'\n"})
    assert settings_of(root).settings.report.output == "Berichte für März"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("planctl.toml", b"[validate\n", "it is not TOML: "),
        ("planctl.toml", b"output = '\xe9'\n", "it is not UTF-8. Save it as UTF-8."),
        ("planctl.toml", b"[valdate]\n", "valdate is not a setting. Did you mean validate?"),
        ("pyproject.toml", b"[tool]\nplanctl = 5\n", "planctl is a table. It takes validate, "),
        ("pyproject.toml", b"[tool.planctl]\nx = 5\n", "x is not a setting."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_followed_is_named_with_the_reason(name, content, reason, folder):
    root = folder({})
    (root / name).write_bytes(content)
    with pytest.raises(SettingsError) as refused:
        settings_of(root)
    assert str(refused.value).startswith(f"{root / name}: {reason}")


def test_a_file_that_the_system_does_not_let_be_read_is_named(folder):
    # Of this file Linux says that it is one, and then reads nothing from it.
    root = folder({"planctl.toml": "->/proc/self/mem"})
    with pytest.raises(UnreadableError) as refused:
        settings_of(root)
    assert str(refused.value) == f"{root / 'planctl.toml'} cannot be read: input/output error."
