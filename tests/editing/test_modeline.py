"""Editors are told where the schema is, once."""

import pytest

from planctl.editing import with_modelines
from planctl.source import read

SCHEMA = "../schema/plan.schema.json"
SERVER = f"# yaml-language-server: $schema={SCHEMA}\n"
JETBRAINS = f"# $schema: {SCHEMA}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: plan\n", f"{SERVER}{JETBRAINS}id: plan\n"),
        ("# Ours.\nid: plan\n", f"{SERVER}{JETBRAINS}# Ours.\nid: plan\n"),
        (f"{SERVER}#\n# Ours.\nid: plan\n", f"{SERVER}{JETBRAINS}#\n# Ours.\nid: plan\n"),
        (f"{JETBRAINS}id: plan\n", f"{SERVER}{JETBRAINS}id: plan\n"),
        (f"{SERVER}{JETBRAINS}id: plan\n", f"{SERVER}{JETBRAINS}id: plan\n"),
        ("# $schema: other.json\nid: plan\n", f"{SERVER}# $schema: other.json\nid: plan\n"),
        ("id: plan\r\naim: x\r\n", f"{SERVER}{JETBRAINS}id: plan\naim: x\n".replace("\n", "\r\n")),
    ],
)
def test_the_lines_that_are_lacking_are_written_at_the_top(before, after):
    document = with_modelines(read(before.encode(), "plan.yaml"), SCHEMA)
    assert document.text == after
    assert with_modelines(document, SCHEMA) is document
