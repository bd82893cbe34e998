"""`planctl report`: a term's reports as HTML and PDF."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import PlanPaths, day, plans_at
from planctl.cli.output import leave_if_broken, note, say, with_progress
from planctl.errors import PathNotFoundError, SameNameError, UnreadableError
from planctl.settings.choices import ReportFormat

if TYPE_CHECKING:
    from planctl.printing import Press
    from planctl.workspace import SettingsFound


class KindChoice(StrEnum):
    """What sort of report."""

    DELIVERY = "delivery"


class AudienceChoice(StrEnum):
    """Whom the report is for."""

    BOARD = "board"
    SCRUTINY = "scrutiny"
    PUBLIC = "public"
    OFFICER = "officer"


def report(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: PlanPaths = None,
    *,
    kind: Annotated[KindChoice, typer.Option(help="What sort of report.")] = KindChoice.DELIVERY,
    term_name: Annotated[
        str,
        typer.Option(
            "--term",
            metavar="TERM",
            help="The term to report on, such as '2017-18 autumn', current or last.",
        ),
    ] = "last",
    audience: Annotated[
        AudienceChoice, typer.Option("--for", help="Whom it is for.")
    ] = AudienceChoice.OFFICER,
    output_format: Annotated[
        ReportFormat | None, typer.Option("--format", help="What is written. Default: both.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="The folder to write to. Default: build."
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="The day on which due, ended and overdue are judged. Default: the term's last.",
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            metavar="TERM|REV",
            help="What the plans are held against: the last version by the end of a term, or a "
            "revision. Default: the last version by the end of the term before.",
            show_default=False,
        ),
    ] = "",
    templates: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of templates of your own.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
) -> None:
    """Write the term's report of each plan as HTML and PDF.

    \b
    Examples:
      planctl report --term '2017-18 autumn'        every plan of this workspace
      planctl report plans/reading.yaml --format html
      planctl report --term last -o papers/
      planctl report --for public                   names of persons taken out
    """
    from planctl.printing import Press  # noqa: PLC0415 - help does not need the model
    from planctl.report.request import Audience  # noqa: PLC0415 - as above

    found, settings = plans_at(paths)
    own = _own_templates(templates)
    on = day(as_of) if as_of is not None else None
    # All before the first is written: a wrong term must not leave half of the reports behind.
    reader = Audience(audience)
    presses = [
        press for group in found for press in Press.presses(group, term_name, on, since, reader)
    ]
    _must_differ(presses)
    folder = output or _folder(settings)
    formats = output_format or settings.settings.report.format
    for press in with_progress(presses, "Writing reports"):
        stem = folder / f"{press.plan.id}-{press.term.slug}-{kind}-{audience}"
        if dry_run:
            say("".join(f"{path}\n" for path in _paths(stem, formats).values()))
            continue
        folders = (*own, *_own_templates(press.group.root / "templates", may_miss=True))
        _write(press, _paths(stem, formats), folders)
    leave_if_broken(
        found, "No report is written of these plans. `planctl validate` says what to do."
    )


def _must_differ(presses: "list[Press]") -> None:
    first: dict[tuple[str, str], str] = {}
    for press in presses:
        name, file = (press.plan.id, press.term.slug), press.document.file
        if name in first:
            raise SameNameError(press.plan.id, first[name], file)
        first[name] = file


def _folder(found: "SettingsFound") -> Path:
    """The folder of the settings, which stands in their file as seen from there; else build."""
    chosen = found.settings.report
    if found.file is None or "output" not in chosen.model_fields_set:
        return Path(chosen.output)
    if Path(chosen.output).is_absolute():
        return Path(chosen.output)
    return Path(os.path.relpath(found.file.parent / chosen.output))


def _own_templates(folder: Path | None, *, may_miss: bool = False) -> tuple[Path, ...]:
    if folder is None or folder.is_dir():
        return (folder,) if folder else ()
    if may_miss:
        return ()
    raise (
        UnreadableError(folder, "it is not a folder")
        if folder.exists()
        else PathNotFoundError(folder)
    )


def _paths(stem: Path, formats: ReportFormat) -> dict[ReportFormat, Path]:
    """The files by their formats."""
    every = (ReportFormat.HTML, ReportFormat.PDF)
    return {
        one: stem.with_name(f"{stem.name}.{one}")
        for one in every
        if formats in {one, ReportFormat.BOTH}
    }


def _write(press: "Press", paths: dict[ReportFormat, Path], folders: tuple[Path, ...]) -> None:
    """Writes the files and says their names."""
    from planctl.report import render_pdf, unprintable  # noqa: PLC0415 - help does not need jinja2
    from planctl.source import write_atomic  # noqa: PLC0415 - as above

    html = press.html(folders)
    # Both before either is written: a template that stops the PDF must not leave a new page alone.
    files = {
        path: html.encode() if kind is ReportFormat.HTML else render_pdf(html, folders)
        for kind, path in paths.items()
    }
    for path, content in files.items():
        write_atomic(path, content)
        say(f"{path}\n")
    missing = unprintable(html) if ReportFormat.PDF in paths else ()
    if missing:
        marks = ", ".join(f"U+{ord(character):04X}" for character in missing)
        note(
            f"{paths[ReportFormat.PDF]}: the report's fonts lack {marks}; the PDF prints these "
            "codes instead. The HTML shows the characters."
        )
