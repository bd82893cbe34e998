"""What a command loads: nothing heavy that it does not need."""

import pytest

WATCHED = ("typer", "pydantic", "yaml", "rich", "jinja2", "weasyprint", "ruamel", "fontTools")


MODEL = ["pydantic", "typer", "yaml"]


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["--version"], []),
        (["--help"], ["typer"]),
        (["validate", "plans"], MODEL),
        (["status", "plans"], MODEL),
        (["diff", "plans/programme.yaml", "plans/programme.yaml"], MODEL),
        (["rules"], MODEL),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments, needed, process):
    done = process(*arguments, PYTHONPROFILEIMPORTTIME="1")
    names = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert sorted({name.partition(".")[0] for name in names} & {*WATCHED}) == needed
    assert done.returncode == 0
