"""`planctl sample`: claims drawn for somebody else to check, and what they found taken back."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import PlanPaths, TermNamed, TextOrJson, plans_at
from planctl.cli.output import difference, leave_if_broken, note, say
from planctl.errors import (
    ExitCode,
    ThereAlreadyError,
    WrongValueError,
)

if TYPE_CHECKING:
    from planctl.audit.sampling import Claim
    from planctl.transfer.sampling.merging import Finding, Outcome
    from planctl.workspace import Group


def sample(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: PlanPaths = None,
    *,
    number: Annotated[
        int | None,
        typer.Option("--n", metavar="N", help="How many to draw.", show_default=False),
    ] = None,
    seed: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="What decides the draw. Name it only once the ratings are in.",
            show_default=False,
        ),
    ] = "",
    term_name: TermNamed = "last",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE.xlsx",
            help="A workbook for whoever checks. Default: print the list.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        TextOrJson, typer.Option("--format", help="How the list is printed.")
    ] = TextOrJson.TEXT,
    merge: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.xlsx",
            help="Take what was found in this workbook into the plans.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="PARTY",
            help="With --merge: who has checked, where a row names nobody.",
            show_default=False,
        ),
    ] = "",
    write: Annotated[
        bool | None,
        typer.Option(
            "--write/--dry-run",
            help="With --merge, nothing is written without --write; with -o, --dry-run prints the "
            "list in its place.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Draw actions said to be on track, for somebody else to check.

    Complete ones count as well. Anybody can repeat the draw, and nobody can foretell it who does
    not know the seed: each action has a rank, the SHA-256 check sum of seed/plan/uid, and the
    lowest are drawn. What was found goes back into the plan beside the rating that it is of, and
    the report tells how many stood.

    \b
    Examples:
      planctl sample --n 10 --seed 'lottery 12 January 2018' --term last
      planctl sample --n 10 --seed 'lottery 12 January 2018' -o sample.xlsx
      planctl sample --merge sample.xlsx --by audit           what would change
      planctl sample --merge sample.xlsx --by audit --write
    """
    found, _ = plans_at(paths)
    leave_if_broken(found, "Nothing was drawn or written. Mend that first.")
    if merge is not None:
        if number is not None or seed or output:
            raise WrongValueError("--merge", str(merge), "Draw a sample first, merge it later.")
        _merge(found, merge, by, write=bool(write))
        return
    if by:
        raise WrongValueError("--by", by, "It belongs to --merge FILE.xlsx.")
    target = None if write is False else output
    _draw(found, _asked(number, seed), term_name, (target, output_format))


def _asked(number: int | None, seed: str) -> tuple[int, str]:
    if number is None or number < 1:
        said = "" if number is None else str(number)
        raise WrongValueError("--n", said, "Say how many to draw: 1 or more.")
    if not seed.strip():
        remedy = "Name what nobody could know before, such as the day's lottery numbers."
        raise WrongValueError("--seed", seed, remedy, "is empty")
    return number, seed


def _draw(
    found: "tuple[Group, ...]",
    asked: tuple[int, str],
    term_name: str,
    way: tuple[Path | None, TextOrJson],
) -> None:
    """Prints the sample, or writes it. Raises NoUidsError, ThereAlreadyError."""
    from planctl.audit.sampling import sample as drawn  # noqa: PLC0415 - not for help
    from planctl.console.terminal import printable  # noqa: PLC0415 - as above
    from planctl.source import write_atomic  # noqa: PLC0415 - as above
    from planctl.transfer.sampling.shown import as_json, as_text, heading  # noqa: PLC0415
    from planctl.transfer.sampling.workbook import as_workbook  # noqa: PLC0415 - as above

    (number, seed), (output, output_format) = asked, way
    every = _claims(found, term_name)
    result = drawn(every, seed, number)
    if not result.drawn:
        note(f"No action is said to be on track or complete in {term_name}: nothing to draw.")
    if output is None:
        told = as_json(result) if output_format is TextOrJson.JSON else as_text(result)
        say("".join(f"{printable(line)}\n" for line in told.splitlines()))
        return
    if os.path.lexists(output):
        raise ThereAlreadyError(output, "Name another file with -o.")
    write_atomic(output, as_workbook(result))
    say(f"{printable(heading(result))}. Written to {printable(str(output))}.\n")


def _claims(found: "tuple[Group, ...]", term_name: str) -> "list[Claim]":
    """What there is to draw from. Raises NoUidsError where an action has no name that stays."""
    from planctl.audit.sampling import claims  # noqa: PLC0415 - help does not need the model
    from planctl.cli.decided import NoUidsError  # noqa: PLC0415 - as above
    from planctl.cli.round import plan_terms  # noqa: PLC0415 - as above

    today = date.today()  # noqa: DTZ011 - the user's own day
    every = [
        claim for one in plan_terms(found, term_name, today) for claim in claims(one.plan, one.term)
    ]
    if bare := [claim for claim in every if not claim.row.action.uid]:
        raise NoUidsError(bare[0].plan.id, tuple(claim.row.label for claim in bare))
    return every


def _merge(found: "tuple[Group, ...]", path: Path, by: str, *, write: bool) -> None:
    """Takes in what was found; all of it, or nothing where something is in the way."""
    from planctl.cli.round import plan_files  # noqa: PLC0415 - help does not need the model
    from planctl.console.terminal import printable  # noqa: PLC0415 - as above
    from planctl.source import save_all  # noqa: PLC0415 - as above
    from planctl.transfer.sampling.merging import Finding, Trouble, changed_files  # noqa: PLC0415

    outcomes = _outcomes(found, path, by)
    troubles = [one for one in outcomes if isinstance(one, Trouble)]
    for trouble in troubles:
        note(printable(f"{path}: {trouble.place}: {trouble.message}"))
    if troubles:
        note("Nothing was written. Mend that, and merge again.")
        raise typer.Exit(ExitCode.FINDINGS)
    told = [one for one in outcomes if isinstance(one, Finding)]
    changes = tuple(changed_files(plan_files(found), told))
    if write:
        save_all(changes)
    else:
        for file, old, new in changes:
            say(difference(old.text, new.text, printable(file.as_posix())))
    say(f"{_counted(told)}\n")
    if changes and not write:
        note("Nothing was written; add --write.")


def _outcomes(found: "tuple[Group, ...]", path: Path, by: str) -> "tuple[Outcome, ...]":
    from planctl.audit.sampling import Claim, claims  # noqa: PLC0415 - not for help
    from planctl.cli.decided import party_named  # noqa: PLC0415 - as above
    from planctl.source import file_bytes  # noqa: PLC0415 - as above
    from planctl.transfer.sampling.merging import Checker, findings  # noqa: PLC0415 - as above
    from planctl.transfer.sampling.returned import rows_returned  # noqa: PLC0415 - as above

    if not by.strip():
        remedy = "Name who has checked: a party's id, name or alias."
        raise WrongValueError("--by", by, remedy, "is empty")
    plans = [plan for group in found for plan in group.sound_plans()]
    checker = Checker(party_named(by, plans), date.today())  # noqa: DTZ011 - the user's own day
    filled = rows_returned(path, file_bytes(path))
    every: dict[str, list[Claim]] = {}
    for plan in plans:
        for name in dict.fromkeys(row["term"].text for row in filled):
            if (term := plan.timeline.period(name)) is None:
                continue
            for claim in claims(plan, term):
                every.setdefault(f"{claim.key} {name}", []).append(claim)
    return tuple(findings(filled, every, checker))


def _counted(told: "list[Finding]") -> str:
    """How many of the claims stood, and how many of the findings are new."""
    stood = sum(one.stood for one in told)
    new = sum(not one.is_there for one in told)
    actions = f"{len(told)} action" if len(told) == 1 else f"{len(told)} actions"
    return f"{actions} checked, {stood} stood; {new} new to the plans."
