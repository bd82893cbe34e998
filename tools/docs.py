"""Writes what the program itself can tell, pages and schemas, or says what is out of date.

Usage: python tools/docs.py [--check]. Exits 1 when a page is out of date and --check is given.
"""

import os
import subprocess
import sys
from pathlib import Path

from comparing import history_page, kinds_page
from gallery import errors_page
from real_plan import page as real_plan_page
from reference import plan_format_page
from templates_page import templates_page

from examples import pages as example_pages

ROOT = Path(__file__).parents[1]
COMMANDS = (
    "init", "import", "validate", "rules", "status", "diff", "log", "update",
    "collect", "collect prepare", "collect status", "collect merge", "chase",
    "approve", "term", "term list", "term close", "term amend", "report", "questions",
    "templates", "templates list", "templates copy", "verify", "extract", "sign", "sample",
    "export", "anonymise", "fmt", "schema", "config",
    "git", "git setup", "git remove", "git check", "git textconv", "git merge-driver", "doctor",
)  # fmt: skip
WIDTH = "96"

CLI_HEAD = """\
# The command line

This page is what `planctl --help` and `planctl COMMAND --help` print.

What other programs read goes to standard output, messages to standard error. `NO_COLOR`,
`TERM=dumb`, `--no-color` or a pipe turn colour off.
"""

RULES_HEAD = """\
# What the validator finds

A code never changes and is never used for something else. Every rule has a name besides, and both
are understood wherever a rule is named. `planctl rules CODE` prints the same as this page.

- PLN001 to PLN015: the file itself. After some of them the rest of it cannot be read.
- PLN101 to PLN116: the shape of what is written. All of a file's are found in one run.
- The others are rules, which run on plans that load; `--select` and `--ignore` choose among them.
"""


def main() -> int:
    """Writes each page, or compares it. Gives the exit code."""
    stale = []
    for name, page in pages().items():
        path = ROOT / name
        if "--check" not in sys.argv[1:]:
            path.write_text(page, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != page:
            stale.append(name)
    for name in stale:
        print(f"{name} is out of date. make docs writes it.")
    return 1 if stale else 0


def pages() -> dict[str, str]:
    """What is generated, by its place in the repository."""
    return {
        "docs/cli.md": cli_page(),
        "docs/plan-format.md": plan_format_page(),
        "docs/templates.md": templates_page(),
        "docs/rules.md": rules_page(),
        "docs/real-plan.md": real_plan_page(said),
        "docs/errors.md": errors_page(),
        "docs/kinds-of-change.md": kinds_page(),
        "docs/history.md": history_page(),
        **example_pages(said),
        "schema/changes.schema.json": said("schema", "--kind", "changes"),
        "schema/findings.schema.json": said("schema", "--kind", "findings"),
        "schema/status.schema.json": said("schema", "--kind", "status"),
        "schema/questions.schema.json": said("schema", "--kind", "questions"),
        **{
            f"schema/{kind}.schema.json": said("schema", "--kind", kind)
            for kind in ("terms", "collect-status", "collect-merge")
        },
        "schema/plan.schema.json": said("schema", "--kind", "plan"),
        "schema/programme.schema.json": said("schema", "--kind", "programme"),
    }


def cli_page() -> str:
    """What every command says of itself."""
    parts = [CLI_HEAD, *_block("planctl", said("--help"))]
    for command in COMMANDS:
        parts += _block(f"planctl {command}", said(*command.split(), "--help"))
    return "\n".join(parts)


def rules_page() -> str:
    """Every code, with what it asks, why, and what to write."""
    return f"{RULES_HEAD}\n{said('rules', '--format', 'markdown').rstrip()}\n"


def said(*arguments: str) -> str:
    """What planctl prints."""
    environment = {**os.environ, "COLUMNS": WIDTH, "TERMINAL_WIDTH": WIDTH, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "planctl", *arguments]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT
    )
    return done.stdout


def _block(title: str, text: str) -> list[str]:
    return [f"## {title}", "", "```text", text.rstrip(), "```", ""]


if __name__ == "__main__":
    sys.exit(main())
