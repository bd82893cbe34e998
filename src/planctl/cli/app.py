"""The commands together, and the one place where trouble becomes an exit code."""

import platform
import sys
import traceback
from io import TextIOWrapper
from typing import Annotated

import typer

from planctl import __version__
from planctl.cli.anonymise import anonymise
from planctl.cli.approve import approve
from planctl.cli.chase import chase
from planctl.cli.collect import collect
from planctl.cli.config import config
from planctl.cli.diff import diff
from planctl.cli.doctor import doctor
from planctl.cli.export import export
from planctl.cli.extract import extract
from planctl.cli.fmt import fmt
from planctl.cli.git import git
from planctl.cli.import_plan import import_plan
from planctl.cli.init import init
from planctl.cli.log import log
from planctl.cli.output import drop_output, note, say
from planctl.cli.questions import questions
from planctl.cli.report import report
from planctl.cli.rules import rules
from planctl.cli.sample import sample
from planctl.cli.schema import schema
from planctl.cli.sign import sign
from planctl.cli.status import status
from planctl.cli.templates import templates
from planctl.cli.term import term
from planctl.cli.update import update
from planctl.cli.validate import validate
from planctl.cli.verify import verify
from planctl.errors import ExitCode, PlanctlError, reason_of

EXIT_CODES = """\b
Exit codes: 0 done, nothing at or above the threshold; 1 the plans say no;
2 wrong use; 3 something needed is missing; 4 a bug; 130 interrupted."""

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command()(init)
app.command("import")(import_plan)  # Python keeps the word to itself
for command in (
    validate, rules, status, diff, log, update, chase, approve, report, questions, verify, extract,
    sign, sample, export, anonymise, fmt, schema, config, doctor,
):  # fmt: skip
    app.command()(command)
app.add_typer(collect, name="collect")
app.add_typer(term, name="term")
app.add_typer(templates, name="templates")
app.add_typer(git, name="git")


def _tell_version(asked: bool) -> None:
    if asked:
        say(f"planctl {__version__}\n")
        raise typer.Exit


@app.callback()
def planctl(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=_tell_version,
            is_eager=True,
            help="Show the version and leave.",
        ),
    ] = False,
) -> None:
    """Check plain-text action plans and print their reports.

    \b
    Examples:
      planctl validate                          check the plans of this workspace
      planctl status --as-of 2018-01-01         where things stood on that day
      planctl report --term '2017-18 autumn'    the term's report as HTML and PDF
    """


def run() -> None:
    """Runs the command line. Every way it can end has its exit code here."""
    for stream in (sys.stdout, sys.stderr):
        _take_every_letter(stream)
    try:
        app(prog_name="planctl")
    except PlanctlError as error:
        note(f"planctl: {_safe(str(error))}")
        sys.exit(error.exit_code)
    except OSError as error:
        drop_output()
        note(f"planctl: {_safe(_refusal(error))}")
        sys.exit(ExitCode.USAGE)
    except Exception:  # noqa: BLE001 - the one boundary: what is left is a bug of planctl
        note(_bug_report())
        sys.exit(ExitCode.BUG)


def _take_every_letter(stream: object) -> None:
    """Makes the stream print any text: as UTF-8, or with a mark for what a terminal lacks."""
    if not isinstance(stream, TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refusal(error: OSError) -> str:
    """Why the system did not do what was asked, where no command has foreseen it."""
    what = f"{error.filename}: " if error.filename else ""
    return f"{what}{reason_of(error)}. Mend that, and try again."


def _bug_report() -> str:
    lines = traceback.format_exc().rstrip()
    where = f"planctl {__version__}, Python {platform.python_version()}, {platform.system()}"
    return (
        f"planctl has met a bug of its own. Nothing in your plans is at fault.\n"
        f"Report these lines, with the command you typed:\n{where}\n{_safe(lines)}"
    )


def _safe(text: str) -> str:
    from planctl.console.terminal import printable  # noqa: PLC0415 - only when something went wrong

    return "\n".join(printable(line) for line in text.split("\n"))
