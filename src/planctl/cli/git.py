"""`planctl git`: git shows and merges plans as facts; setting that up, and what git calls."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.merge_driver import merge_driver
from planctl.cli.options import DryRun
from planctl.cli.output import drop_output, note, say
from planctl.errors import ExitCode

if TYPE_CHECKING:
    from planctl.workspace.git_setup import Setup, Step

Everywhere = Annotated[
    bool,
    typer.Option("--global", help="For all your repositories, in your own settings of git."),
]

git = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@git.callback()
def git_commands() -> None:
    """Have git show and merge plans fact by fact.

    \b
    Examples:
      planctl git setup          for the repository that this folder is in
      git diff                   then reads: -2.1a due: 2018-07-31
                                             +2.1a due: 2018-12-21
      git diff --no-textconv     the lines of the file, as before
    """


@git.command()
def setup(*, everywhere: Everywhere = False, dry_run: DryRun = False) -> None:
    """Set git up for plans.

    It writes settings of git, which are this machine's, and marks plans in .gitattributes, which
    the repository's readers share: commit that. The settings name the planctl that runs this;
    after it has moved, run it again. Where git has not been set up the marks make no difference,
    and where planctl is gone git compares and merges the lines of the files as it always did.

    \b
    Examples:
      planctl git setup
      planctl git setup --dry-run
      planctl git setup --global
    """
    found = _setup(everywhere=everywhere)
    _take(found, found.missing(), writes=not dry_run, nothing="Nothing to do: git is set up.")


@git.command()
def remove(*, everywhere: Everywhere = False, dry_run: DryRun = False) -> None:
    """Take away what setup wrote, and nothing else.

    \b
    Examples:
      planctl git remove
      planctl git remove --global --dry-run
    """
    found = _setup(everywhere=everywhere)
    _take(found, found.present(), writes=not dry_run, nothing="Nothing to do: git is not set up.")


@git.command()
def check(*, everywhere: Everywhere = False) -> None:
    """Say whether git is set up for plans.

    Exit code 3 where something is missing.

    \b
    Examples:
      planctl git check
      planctl git check --global
    """
    found = _setup(everywhere=everywhere)
    states = found.states()
    say("".join(f"{state.what}: {state.said}\n" for state in states))
    if not all(state.is_right for state in states):
        note(f"Run planctl git setup{' --global' if everywhere else ''}.")
        raise typer.Exit(ExitCode.MISSING)


@git.command()
def textconv(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A plan, as git hands it over.")],
) -> None:
    """Print a plan as facts, for git.

    Each fact is a line, and begins with the ref of its row. What is not a plan is printed as it is.

    \b
    Examples:
      planctl git textconv plans/reading.yaml
    """
    from planctl.console.facts import as_facts  # noqa: PLC0415 - help does not need the model
    from planctl.source import file_bytes  # noqa: PLC0415 - as above

    content = file_bytes(file)
    try:
        typer.echo(as_facts(content), nl=False)
    except BrokenPipeError:
        drop_output()


git.command("merge-driver")(merge_driver)


def _setup(*, everywhere: bool) -> "Setup":
    from planctl.workspace.git_setup import setup_of  # noqa: PLC0415 - help does not need it

    return setup_of(Path.cwd(), is_global=everywhere)


def _take(found: "Setup", steps: "tuple[Step, ...]", *, writes: bool, nothing: str) -> None:
    """Takes the steps, or says what they would be."""
    for step in steps:
        if writes:
            found.take(step)
        say(f"{step.what}: {step.done if writes else step.planned}\n")
    if not steps:
        note(nothing)
