"""`planctl report`: a term's reports as HTML and PDF."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import AsOf, PlanPaths, day, workspace_at
from planctl.errors import ExitCode, PathNotFoundError
from planctl.settings.choices import ReportFormat

if TYPE_CHECKING:
    from planctl.api import Press
    from planctl.findings import Finding


class KindChoice(StrEnum):
    """What sort of report."""

    DELIVERY = "delivery"


class AudienceChoice(StrEnum):
    """Whom the report is for."""

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
        typer.Option("--output", "-o", metavar="DIR", help="Where to. Default: build."),
    ] = None,
    as_of: AsOf = None,
    templates: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of templates of your own.")
    ] = None,
) -> None:
    """Write the term's report of each plan as HTML and PDF.

    Without --as-of, things are judged as on the term's last day.

    \b
    Examples:
      planctl report --term '2017-18 autumn'        every plan of this workspace
      planctl report plans/reading.yaml --format html
      planctl report --term last -o papers/
    """
    from planctl.api import Press  # noqa: PLC0415 - help does not need the model

    found, settings = workspace_at(paths)
    chosen = settings.settings.report
    if templates is not None and not templates.is_dir():
        raise PathNotFoundError(templates)
    formats = output_format or chosen.format
    on = day(as_of) if as_of else None
    folder = output or Path(chosen.output)
    for group in found:
        folders = _template_folders(templates, group.root)
        for press in Press.presses(group, term_name, on):
            stem = f"{press.plan.id}-{press.term.slug}-{kind}-{audience}"
            _write(press, folder / stem, formats, folders)
    broken = [finding for group in found for finding in group.broken()]
    _say_broken(broken)
    if broken:
        raise typer.Exit(ExitCode.FINDINGS)


def _write(press: "Press", stem: Path, formats: ReportFormat, folders: tuple[Path, ...]) -> None:
    """Writes the files and says their names."""
    from planctl.report import render_pdf, unprintable  # noqa: PLC0415 - help does not need jinja2
    from planctl.source import write_atomic  # noqa: PLC0415 - as above

    html = press.html(folders)
    if formats is not ReportFormat.PDF:
        path = stem.with_name(f"{stem.name}.html")
        write_atomic(path, html.encode())
        typer.echo(path)
    if formats is not ReportFormat.HTML:
        path = stem.with_name(f"{stem.name}.pdf")
        write_atomic(path, render_pdf(html))
        typer.echo(path)
        if missing := unprintable(html):
            marks = ", ".join(f"U+{ord(character):04X}" for character in missing)
            typer.echo(
                f"{path}: the report's fonts lack {marks}; the PDF prints these codes instead. "
                "The HTML shows the characters.",
                err=True,
            )


def _template_folders(given: Path | None, root: Path) -> tuple[Path, ...]:
    own = root / "templates"
    return tuple(folder for folder in (given, own) if folder is not None and folder.is_dir())


def _say_broken(broken: "list[Finding]") -> None:
    from planctl.console import concise_line  # noqa: PLC0415 - help does not need it

    for finding in broken:
        typer.echo(concise_line(finding), err=True)
    if broken:
        typer.echo("No report was written of plans that cannot be read.", err=True)
