"""The pages on what changed: the kinds of change, and the example's history term by term."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from planctl.diff import CHANGE_RULES, Level

ROOT = Path(__file__).parents[1]
TAGS = ("2017-18-autumn", "2017-18-spring", "2017-18-summer", "2018-19-autumn")

KINDS_HEAD = """\
# Kinds of change

What `planctl diff` tells of a plan, by how much it weighs. The mirror of a change is what it is
seen from the other side: what one comparison calls dropped is added when the sides are swapped.
Whether a change is better or worse is left open where that depends on the values, or where nobody
can tell.
"""

NEEDS_A_DECISION = """\
What nobody may do without one. A record that is new, and says who decided and where that is
minuted, turns each of them into a note for the record."""

LEVELS = {
    Level.AUDIT: ("Needs a decision", NEEDS_A_DECISION),
    Level.WARNING: ("Worth asking", "What a member may want to hear more about."),
    Level.INFO: ("For the record", "What happened besides."),
}

HISTORY_HEAD = """\
# The example's history, term by term

[examples/history](../examples/history/README.md) is an invented partnership with two plans and
four terms. This is what `planctl diff` tells of each term, each plan judged on the day of its
commit, and what `planctl log` tells of one action that went by two references. All of it is printed
by the commands that stand above it, in a repository that `python examples/history/build.py` makes.
"""


def kinds_page() -> str:
    """Every kind of change in a table."""
    return "\n".join([KINDS_HEAD, *_levels()])


def _levels() -> Iterator[str]:
    for level, (title, words) in LEVELS.items():
        yield from (f"## {title}", "", words, "")
        yield from ("| change | what it is | leans | mirror |", "|---|---|---|---|")
        for rule in CHANGE_RULES:
            if rule.level is level:
                leans = rule.direction.value if rule.direction else "by the values"
                yield f"| `{rule.name}` | {rule.summary} | {leans} | `{rule.mirror}` |"
        yield ""


def history_page() -> str:
    """What the commands print in the example's repository."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "aldermere"
        build = [sys.executable, str(ROOT / "examples/history/build.py"), str(home)]
        subprocess.run(build, check=True, capture_output=True)
        return "\n".join([HISTORY_HEAD, *_terms(home)])


def _terms(home: Path) -> Iterator[str]:
    for old, new in pairwise(TAGS):
        yield from (f"## {old} to {new}", "", *_said(home, "diff", f"{old}..{new}"))
    yield from ("## The life of one action", "", *_said(home, "log", "2.1f"))


def _said(home: Path, *arguments: str) -> Iterator[str]:
    command = [sys.executable, "-m", "planctl", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=home)
    yield from ("```console", f"$ planctl {' '.join(arguments)}", done.stdout.rstrip(), "```", "")
