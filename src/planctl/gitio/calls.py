"""The calls of the git program: what it is told, and what keeps it from doing anything else."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

_SAFE: Final = (
    "--no-optional-locks", "--literal-pathspecs", "--no-pager",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
)  # fmt: skip
"""A repository's own configuration can name programs; none of these calls starts one."""

_HARDENED: Final = MappingProxyType({
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
})  # fmt: skip
"""No question on the terminal, no network, and no commit that stands in for another."""

_LONGEST: Final = 250
"""Characters of a revision; the name of a branch has no more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program said; `code` is its exit code."""

    code: int
    out: bytes


Runner = Callable[[tuple[str, ...], Path, bytes], Answer | None]
"""Runs git with the arguments, in the folder, on that input; None where there is no git."""


def run_git(arguments: tuple[str, ...], folder: Path, given: bytes) -> Answer | None:
    """What the git program of this machine says."""
    import subprocess  # noqa: PLC0415 - slow to import, and most checks look at no history

    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run(  # noqa: S603 - no shell, and no word of a plan among the options
        [program, *_SAFE, *arguments],
        cwd=folder,
        input=given,
        env=_environment(os.environ),
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout)


def can_be_revision(name: str) -> bool:
    """Whether git may be asked what the word names."""
    return name.isprintable() and 0 < len(name) <= _LONGEST


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """The environment without what turns git to another repository or to other programs."""
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_")}
    return {**kept, **_HARDENED}
