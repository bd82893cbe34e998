"""What validate prints of its findings: in which format, and where each part of it goes."""

import os
import platform
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planctl import __version__
from planctl.cli.output import note, say
from planctl.errors import ExitCode, PlanctlError, UnwritableError

if TYPE_CHECKING:
    from planctl.console import Paint
    from planctl.rules import CheckRun

MANY: Final = 30
"""More findings than these are shown in a line each, unless a format is asked for."""

_HINT: Final = "--format full shows the line of each, and what to do about it."


class FindingsFormat(StrEnum):
    """How findings are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


_WITHOUT_COUNTS: Final = frozenset(
    {FindingsFormat.JSONL, FindingsFormat.SARIF, FindingsFormat.GITLAB, FindingsFormat.JUNIT}
)
"""Formats for programs in which nothing says how much was checked."""


class RuleCrashedError(PlanctlError):
    """A rule that broke down, after all that the others found was printed."""

    exit_code = ExitCode.BUG

    def __init__(self, crashes: tuple[str, ...]) -> None:
        where = f"planctl {__version__}, Python {platform.python_version()}, {platform.system()}"
        super().__init__(
            "A rule has met a bug of its own. Nothing in your plans is at fault, and the other "
            "rules have said what they found.\n"
            "Report these lines, with the command you typed:\n"
            + "\n".join((where, *(crash.rstrip() for crash in crashes)))
        )


def show(
    run: "CheckRun", output_format: FindingsFormat | None, paint: "Paint", *, statistics: bool
) -> None:
    """Prints the findings; in the log of a GitHub job, its summary page gets them as well."""
    say(_text(run, output_format, paint, statistics=statistics))
    if output_format in _WITHOUT_COUNTS:
        from planctl.console import closing_line  # noqa: PLC0415 - help does not need it

        note(closing_line(run))
    if output_format is FindingsFormat.GITHUB and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        _add_to_job_summary(run, Path(page))


def _text(
    run: "CheckRun", output_format: FindingsFormat | None, paint: "Paint", *, statistics: bool
) -> str:
    from planctl.console import render_github, render_statistics  # noqa: PLC0415 - not for help

    if output_format is FindingsFormat.GITHUB:
        return render_github(run, _text(run, None, paint, statistics=statistics))
    if statistics and output_format in {None, FindingsFormat.FULL, FindingsFormat.CONCISE}:
        return render_statistics(run, paint)
    return _renderer(output_format)(run, paint) if output_format else _fitting(run, paint)


def _fitting(run: "CheckRun", paint: "Paint") -> str:
    """Everything about few findings, a line for each of many."""
    from planctl.console import render_concise, render_full, standing  # noqa: PLC0415 - as above

    is_much = len(standing(run.said)) > MANY
    return render_concise(run, paint, _HINT) if is_much else render_full(run, paint)


def _renderer(output_format: FindingsFormat) -> "Callable[[CheckRun, Paint], str]":
    from planctl import console  # noqa: PLC0415 - help does not need it

    renderers: dict[FindingsFormat, Callable[[CheckRun, Paint], str]] = {
        FindingsFormat.FULL: console.render_full,
        FindingsFormat.CONCISE: console.render_concise,
        FindingsFormat.JSON: console.render_json,
        FindingsFormat.JSONL: console.render_jsonl,
        FindingsFormat.SARIF: console.render_sarif,
        FindingsFormat.GITLAB: console.render_gitlab,
        FindingsFormat.JUNIT: console.render_junit,
    }
    return renderers[output_format]


def _add_to_job_summary(run: "CheckRun", page: Path) -> None:
    """Appends to the summary page; that it cannot be written is said, and changes nothing else."""
    from planctl.console import render_job_summary  # noqa: PLC0415 - help does not need it

    try:
        with page.open("a", encoding="utf-8", errors="replace") as file:
            file.write(render_job_summary(run))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        note(f"planctl: {UnwritableError(page, reason)}")
