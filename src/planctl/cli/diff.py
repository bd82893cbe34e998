"""`planctl diff`: what changed between two versions, and whether it is better or worse."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.changes_chosen import chosen, fail_on_called, only_called
from planctl.cli.options import NoColor, day
from planctl.cli.output import note, paint, say
from planctl.errors import ExitCode, UnwritableError, WrongValueError

if TYPE_CHECKING:
    from planctl.console import Paint
    from planctl.diff import Compared
    from planctl.workspace.comparing import Comparison, Days


class ChangesFormat(StrEnum):
    """How changes are printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    GITHUB = "github"


class Grouping(StrEnum):
    """What stands together."""

    CHANGE = "change"
    ACTION = "action"
    OWNER = "owner"
    THEME = "theme"


def diff(  # noqa: PLR0913 - one parameter for each option of the command line
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD..NEW | OLD...NEW | OLD NEW] [PATH]...",
            help="Two revisions of git, files, or folders, and the plans that are looked at. What "
            "is there as a path is a path. Default: HEAD and the files as they are.",
        ),
    ] = None,
    *,
    cached: Annotated[
        bool,
        typer.Option(
            "--cached", help="Compare with what git add has gathered.", show_default=False
        ),
    ] = False,
    terms: Annotated[
        str | None,
        typer.Option(
            metavar="OLD..NEW",
            help="Two terms of the same files, such as 2017-18-autumn..2017-18-spring.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day on which the sides are judged, or two: OLD..NEW. Default: a commit's "
            "own day, the last day of a term, else today.",
        ),
    ] = None,
    output_format: Annotated[
        ChangesFormat, typer.Option("--format", help="How it is printed.")
    ] = ChangesFormat.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it to a file instead."),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="KIND|LEVEL",
            help="Only these kinds of change, or audit, warning, info; commas between.",
        ),
    ] = None,
    by: Annotated[
        Grouping, typer.Option(help="How changes are grouped in the text.")
    ] = Grouping.CHANGE,
    stat: Annotated[
        bool, typer.Option("--stat", help="Only how much has changed, as text.")
    ] = False,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="LEVEL|KIND",
            help="What makes the exit code 1: audit, warning, worse, kinds of change with commas "
            "between, or never.",
        ),
    ] = "never",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit code 1 if there is any change.")
    ] = False,
    budget: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="How many characters the Markdown may have. Default: 60000."
        ),
    ] = None,
    format_changes: Annotated[
        bool,
        typer.Option("--format-changes", help="Name also files that differ in layout alone."),
    ] = False,
    no_color: NoColor = False,
) -> None:
    """Say what changed between two versions, for better or worse.

    \b
    Examples:
      planctl diff                                    since the last commit
      planctl diff main...HEAD                        what this branch brought
      planctl diff v1 v2 plans/reading.yaml           one plan between two tags
      planctl diff HEAD:plans/reading.yaml new.yaml   a committed file and another
      planctl diff --terms 2017-18-autumn..2017-18-spring
      planctl diff main...HEAD --fail-on audit --format github
    """
    if (stat or by is not Grouping.CHANGE) and output_format is not ChangesFormat.TEXT:
        raise _for_another_format("--stat" if stat else "--by", "text")
    if budget is not None and output_format is not ChangesFormat.MARKDOWN:
        raise _for_another_format("--budget", "markdown")
    if stat and by is not Grouping.CHANGE:
        raise WrongValueError("--by", by.value, "Leave out --by: --stat counts by plan and kind.")
    _must_not_be_read(output)
    wanted, is_hit = only_called(only), fail_on_called(fail_on)
    found = _comparison(tuple(words or ()), terms, _days(as_of), cached=cached)
    compared = chosen(found.compared, wanted)
    render = _renderer(output_format, by, budget, stat=stat)
    _show(render, compared, output, no_color=no_color)
    if format_changes:
        tell = say if output_format is ChangesFormat.TEXT and output is None else note
        _tell_format_changes(found, tell)
    if not compared.is_complete:
        raise typer.Exit(ExitCode.USAGE)
    if any(map(is_hit, compared.told)) or (exit_code and compared.changes):
        raise typer.Exit(ExitCode.FINDINGS)


def _comparison(
    words: tuple[str, ...], terms: str | None, days: "Days", *, cached: bool
) -> "Comparison":
    from planctl.workspace.comparing import Means, comparison  # noqa: PLC0415 - not for help

    means = Means(Path.cwd(), date.today())  # noqa: DTZ011 - the user's own day
    if terms is None:
        return comparison(words, means, days, cached=cached)
    from planctl.workspace import default_path  # noqa: PLC0415 - as above
    from planctl.workspace.comparing_terms import terms_comparison  # noqa: PLC0415 - as above

    if cached:
        raise WrongValueError("--terms", terms, "Leave out --cached: terms are of the files.")
    paths = tuple(map(Path, words)) or (default_path(Path.cwd()),)
    return terms_comparison(terms, paths, means, days)


def _days(as_of: str | None) -> "Days":
    """The day of each side: none, one for both, or one for each."""
    if as_of is None:
        return None, None
    old, dots, new = as_of.partition("..")
    return day(old), day(new if dots else old)


def _renderer(
    output_format: ChangesFormat, by: Grouping, budget: int | None, *, stat: bool
) -> "Callable[[Compared, Paint], str]":
    from planctl import console  # noqa: PLC0415 - help does not need it

    group = console.ChangesBy(by.value)

    def html(compared: "Compared", _paint: "Paint") -> str:
        # jinja2 takes a while to import, and no other format needs it.
        from planctl.report import render_changes_html  # noqa: PLC0415

        return render_changes_html(compared)

    def markdown(compared: "Compared", _paint: "Paint") -> str:
        limit = {} if budget is None else {"budget": budget}
        return console.render_changes_markdown(compared, **limit)

    renderers: dict[ChangesFormat, Callable[[Compared, Paint], str]] = {
        ChangesFormat.TEXT: lambda compared, paint: console.render_changes_text(
            compared, paint, by=group, stat=stat
        ),
        ChangesFormat.MARKDOWN: markdown,
        ChangesFormat.JSON: lambda compared, _: console.render_changes_json(compared),
        ChangesFormat.HTML: html,
        ChangesFormat.GITHUB: lambda compared, _: console.render_changes_github(compared),
    }
    return renderers[output_format]


def _show(
    render: "Callable[[Compared, Paint], str]",
    compared: "Compared",
    output: Path | None,
    *,
    no_color: bool,
) -> None:
    """Prints it, or writes it to the file and says its name."""
    if output is None:
        say(render(compared, paint(no_color=no_color)))
        return
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it

    text = render(compared, paint(no_color=True))
    write_atomic(output, text.encode("utf-8", "backslashreplace"))
    say(f"{output}\n")


def _must_not_be_read(output: Path | None) -> None:
    """Raises UnwritableError for a file that a workspace or its repository is made of."""
    if output is None:
        return
    from planctl.workspace.places import is_source  # noqa: PLC0415 - help does not need it

    if is_source(output):
        raise UnwritableError(output, "a file of that name holds a plan or settings, or is git's")


def _tell_format_changes(found: "Comparison", tell: Callable[[str], None]) -> None:
    from planctl.console import printable  # noqa: PLC0415 - help does not need it

    end = "\n" if tell is say else ""
    for file in found.format_only:
        tell(f"{printable(file)} differs in form alone{end}")


def _for_another_format(option: str, name: str) -> WrongValueError:
    return WrongValueError(
        "--format", name, f"Ask for --format {name}.", f"is what {option} is for"
    )
