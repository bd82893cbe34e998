"""Files for other people's CI: of the shape that their hosts and tools read."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "examples/ci/github-workflow.yml"),
        ("vendor.github-workflows", "examples/ci/github-inbox.yml"),
        ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml"),
    ],
)
def test_a_file_is_of_the_shape_that_its_host_reads(schema, file):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, ROOT / file],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.stdout, done.returncode) == ("ok -- validation done\n", 0)


def test_every_hook_runs_a_command_that_planctl_has():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        program, command, *_ = hook["entry"].split()
        assert (program, hook["language"], hook["pass_filenames"]) == ("planctl", "python", False)
        help_text = subprocess.run(
            [sys.executable, "-m", program, command, "--help"],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        assert f"Usage: planctl {command}" in help_text
