"""`planctl report`: a term's reports as HTML and PDF."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.options import DryRun, PlanPaths, day
from planctl.errors import WrongValueError
from planctl.settings.choices import ReportFormat


class KindChoice(StrEnum):
    """What sort of report."""

    DELIVERY = "delivery"
    ANNUAL = "annual"
    PROGRAMME = "programme"
    SCRUTINY = "scrutiny"


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
    year: Annotated[
        str,
        typer.Option(
            metavar="YEAR",
            help="The year of an annual delivery plan, such as '2017-18' or 'Year 1'. "
            "Default: that of the term.",
            show_default=False,
        ),
    ] = "",
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
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="How many PDFs are printed at once. Default: one for each processor.",
        ),
    ] = None,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Make every report anew, also where nothing has changed."),
    ] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help="Stay, and write again whenever a plan, a template or a setting changes.",
        ),
    ] = False,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open what was written in the browser.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Write the term's report of each plan as HTML and PDF.

    Of the other kinds, annual is on one year, scrutiny on the recommendations that a plan answers,
    and programme on all plans together. A plan that has not changed is not printed again.

    \b
    Examples:
      planctl report --term '2017-18 autumn'        every plan of this workspace
      planctl report plans/reading.yaml --format html
      planctl report --term last -o papers/
      planctl report --for public                   names of persons taken out
      planctl report plans/reading.yaml --format html --watch --open
    """
    from planctl.cli.reports_asked import Order, asked_for  # noqa: PLC0415 - not for help
    from planctl.cli.reports_written import write_reports  # noqa: PLC0415 - as above
    from planctl.report.request import Audience, ReportKind  # noqa: PLC0415 - as above

    if year and kind is not KindChoice.ANNUAL:
        remedy = "Only an annual delivery plan has a year: --kind annual."
        raise WrongValueError("--year", year, remedy)
    order = Order(
        paths=paths,
        kind=ReportKind(kind),
        audience=Audience(audience),
        term=term_name,
        year=year,
        as_of=day(as_of) if as_of is not None else None,
        since=since,
        formats=output_format,
        output=output,
        templates=templates,
        jobs=jobs,
        is_cached=not no_cache,
        is_dry=dry_run,
    )
    if watch and not dry_run:
        from planctl.cli.watching import watch_reports  # noqa: PLC0415 - seldom asked for

        watch_reports(order, opens=open_it)
    made = write_reports(order, asked_for(order))
    if open_it:
        from planctl.cli.opening import open_in_browser  # noqa: PLC0415 - seldom asked for

        open_in_browser(made)
