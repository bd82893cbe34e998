"""`planctl export`: plans as Excel, Word, csv, Markdown, JSON or calendar files."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import DryRun, Force, PlanPaths, plans_at
from planctl.cli.output import leave_if_broken, say, with_progress
from planctl.cli.replacing import must_be_free
from planctl.errors import PathNotFoundError, WrongValueError

if TYPE_CHECKING:
    from planctl.model import Plan


class FormatChoice(StrEnum):
    """What kind of file."""

    XLSX = "xlsx"
    DOCX = "docx"
    CSV = "csv"
    MD = "md"
    JSON = "json"
    ICS = "ics"


def export(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: PlanPaths = None,
    *,
    output_format: Annotated[
        FormatChoice, typer.Option("--format", help="What kind of file.")
    ] = FormatChoice.XLSX,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="The file; of several plans, the folder. Default: the plan's name, in this "
            "folder.",
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="DOCX",
            help="For docx: a Word document of your own, whose styles, header and footer are "
            "used. The plan goes where a paragraph says {{plan}}, else at its end.",
        ),
    ] = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:
    """Write plans as Excel, Word and other files.

    xlsx (Excel), docx (Word), csv and json hold everything that the plan says, and planctl import
    reads them back, changed or not; comments in the plan's file stay behind. md (Markdown) is for
    reading, ics for the deadlines in a diary.

    \b
    Examples:
      planctl export plans/reading.yaml             reading.xlsx, in this folder
      planctl export --format docx -o papers/       each plan of this workspace
      planctl export plans/reading.yaml --format docx --template council.docx
      planctl export --format ics -o deadlines/
    """
    if template is not None:
        _must_fit(template, output_format)
    found, _ = plans_at(paths)
    leave_if_broken(found, "Nothing was exported. `planctl validate` says what to do.")
    plans = [
        (own, whole)
        for group in found
        for own, whole in zip(
            (loaded.record for loaded in group.plans if loaded.record), group.sound_plans(),
            strict=True,
        )
    ]  # fmt: skip
    targets = _targets([own.id for own, _ in plans], output_format, output)
    if not force:
        must_be_free(targets)
    for (own, whole), path in with_progress(list(zip(plans, targets, strict=True)), "Exporting"):
        content = _content(own, whole, output_format, template)
        if not dry_run:
            _write(path, content)
        say(f"{path}\n")


def _must_fit(template: Path, output_format: FormatChoice) -> None:
    if output_format is not FormatChoice.DOCX:
        remedy = "Add --format docx, or leave it out."
        raise WrongValueError("--template", str(template), remedy, "is for Word documents alone")
    if not template.is_file():
        raise PathNotFoundError(template)


def _targets(ids: list[str], output_format: FormatChoice, output: Path | None) -> tuple[Path, ...]:
    """The file of each plan."""
    is_folder = output is not None and (output.is_dir() or not output.suffix)
    if output is not None and not is_folder:
        if len(ids) > 1:
            remedy = "Name a folder, or one plan."
            problem = f"is one file, and there are {len(ids)} plans"
            raise WrongValueError("-o", str(output), remedy, problem)
        return (output,)
    folder = output or Path()
    return tuple(folder / f"{one}.{output_format}" for one in ids)


def _content(own: "Plan", whole: "Plan", form: FormatChoice, template: Path | None) -> bytes:
    from planctl.transfer.writing.exporting import (  # noqa: PLC0415 - help does not need it
        ExportFormat,
        exported,
    )

    return exported(own, whole, ExportFormat(form.value), template)


def _write(path: Path, content: bytes) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it

    write_atomic(path, content)
