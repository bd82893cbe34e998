"""`planctl verify`: whether reports are what their own source gives."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.options import TextOrJson
from planctl.cli.output import say
from planctl.errors import ExitCode, PlanctlError


class LevelChoice(StrEnum):
    """How exact a report has to be."""

    BYTES = "bytes"
    TEXT = "text"
    DATA = "data"


class NoReportError(PlanctlError):
    """Nothing was named that could be verified."""

    def __init__(self) -> None:
        super().__init__("No report was named, but lists of reports alone. Name the reports.")


def verify(  # noqa: PLR0913 - one parameter for each option of the command line
    reports: Annotated[
        list[Path], typer.Argument(metavar="REPORT...", help="Reports, as PDF or HTML.")
    ],
    *,
    level: Annotated[
        LevelChoice, typer.Option(help="How exactly a report must be what its source gives.")
    ] = LevelChoice.BYTES,
    signed: Annotated[
        bool,
        typer.Option(
            "--signed", help="Fail reports that nobody has signed for whom --trust vouches."
        ),
    ] = False,
    trust: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PEM",
            help="Certificates that you rely on to say who a signer is. May be repeated.",
            show_default=False,
        ),
    ] = None,
    code: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help="The check code that the report must have, from its foot or from a minute.",
            show_default=False,
        ),
    ] = "",
    repo: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="A folder of the repository that should hold its source. Default: this one.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        TextOrJson, typer.Option("--format", help="How it is printed; JSON is one line a report.")
    ] = TextOrJson.TEXT,
) -> None:
    """Tell whether reports are just what their own source gives.

    Each is made again from the files that travel inside it, and compared: byte for byte, else word
    for word, else figure by figure. It passes at the level asked for. No repository is needed; with
    one it says as well whether that holds the source. Exit code 1: a report failed.

    \b
    Examples:
      planctl verify build/reading-2017-18-autumn-delivery-board.pdf
      planctl verify build/*.pdf --level text         printed by other versions
      planctl verify pack.pdf --code 4F7K-0ZQ2-M8HD   the code in a minute
      planctl verify report.pdf --signed --trust council.pem
    """
    from planctl.errors import PathNotFoundError  # noqa: PLC0415 - beside the others
    from planctl.verify import Asked, Level  # noqa: PLC0415 - help does not need the model
    from planctl.verify import verify as verified  # noqa: PLC0415 - as above
    from planctl.verify.shown import verdict_json, verdict_text  # noqa: PLC0415 - as above

    roots = tuple(trust or ())
    for path in (*reports, *([repo] if repo else []), *roots):
        if not path.exists():
            raise PathNotFoundError(path)
    asked = Asked(Level(level), code, repo, Path.cwd(), signed, roots)
    told = verdict_json if output_format is TextOrJson.JSON else verdict_text
    verdicts = []
    for path in reports:
        verdicts.append(verified(path, asked))
        say(told(verdicts[-1]))
    if all(verdict.is_list for verdict in verdicts):
        raise NoReportError
    if not all(verdict.is_sound or verdict.is_list for verdict in verdicts):
        raise typer.Exit(ExitCode.FINDINGS)
