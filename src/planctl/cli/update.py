"""`planctl update`: what happened to one action in a term, recorded in its plan."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.action_called import Called, action_called
from planctl.cli.answers import Given, asked, is_on_terminal, option, reading, update_said
from planctl.cli.kept import kept_asked, kept_said, promised, with_kept_said
from planctl.cli.options import PlanNamed
from planctl.cli.output import difference, note, say
from planctl.cli.update_words import ABOUT, in_words, kept_in_words, lacking
from planctl.errors import ExitCode, PlanctlError, WrongValueError

if TYPE_CHECKING:
    from planctl.model import NextStep, Period, Update
    from planctl.source import Document


class NothingSaidError(PlanctlError):
    """Neither options nor anybody to ask."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nothing is said of {name}. Give at least one option, such as --rating or --comment; "
            "on a terminal, planctl asks."
        )


def update(  # noqa: PLR0913 - one parameter for each option of the command line
    ref: Annotated[
        str,
        typer.Argument(metavar="REF", help="The action or sub-action: its reference or its uid."),
    ],
    *,
    term_name: Annotated[
        str,
        typer.Option(
            "--term",
            metavar="TERM",
            help="The term it is about, such as '2017-18 autumn', current or last.",
        ),
    ] = "current",
    plan_name: PlanNamed = None,
    rating: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="How it is going: id, label or letter of a level."),
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option(metavar="STAGE", help="not_started, in_progress, complete or paused."),
    ] = None,
    percent: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="The share that is done, 0 to 100.")
    ] = None,
    comment: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What has happened this term.")
    ] = None,
    cause: Annotated[
        str | None,
        typer.Option(metavar="WORD", help="Why it is late or at risk, such as funding."),
    ] = None,
    path_to_green: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What brings it back on track.")
    ] = None,
    expected: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it will be finished.")
    ] = None,
    next_step: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="What comes next; its day behind 'by': 'Visit the school by 30 April 2018'. "
            "May be repeated.",
        ),
    ] = None,
    kept: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD",
            help="Whether last term's next steps were done: done, part or not_done; 2=part for "
            "the second of several. May be repeated.",
        ),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT", help="An id of its evidence, or plain words. May be repeated."
        ),
    ] = None,
    impact: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Whether it makes a difference.")
    ] = None,
    spend: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="How its money stands.")
    ] = None,
    risk: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="How exposed it is to what may go wrong.")
    ] = None,
    verified: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="What someone else found who checked the rating."),
    ] = None,
    verified_by: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Who checked it: not its owner.")
    ] = None,
    verified_note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What was seen, or was missing.")
    ] = None,
    decision_needed: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What a meeting has to decide.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Who says so: a party's id or name.")
    ] = None,
    written_on: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help="The day it was written; `--term current` is the term of it. Default: today.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")
    ] = False,
) -> None:
    """Record how one action stands in a term. All else in the file stays as it is.

    On a terminal, and without options that say anything, it asks. What an update says already is
    replaced; next steps and evidence are added to.

    \b
    Examples:
      planctl update 2.1f                             asks, for the current term
      planctl update 2.1f --rating amber --comment 'One of two schools has begun.'
      planctl update 2.1f --term last --next-step 'Visit it by 30 April 2018'
      planctl update 2.1f --stage complete --dry-run  what would change
    """
    typed = {
        "rating": rating, "stage": stage, "percent": percent, "comment": comment, "cause": cause,
        "path_to_green": path_to_green, "expected": expected, "next_steps": next_step or None,
        "decision_needed": decision_needed, "evidence": evidence or None, "by": by,
        "date": written_on, "impact": impact, "spend": spend, "risk": risk, "verified": verified,
        "verified_by": verified_by, "verified_note": verified_note,
    }  # fmt: skip
    given = {name: value for name, value in typed.items() if value is not None}
    called = action_called(ref, plan_name)
    _record(called, term_name, given, tuple(kept or ()), dry_run=dry_run)


def _record(
    called: Called, term_name: str, given: "Given", kept: tuple[str, ...], *, dry_run: bool
) -> None:
    from planctl.editing import UpdateWanted, with_update  # noqa: PLC0415 - not for help
    from planctl.progress import term_asked  # noqa: PLC0415 - as above

    plan = called.plan
    said = update_said(given, plan)
    today = date.today()  # noqa: DTZ011 - the user's own day
    term = term_asked(term_name, plan.timeline, said.date or today)
    before = called.row.action.updates.get(term)
    heading = f"{called.row.label}, {term}"
    earlier, steps = promised(called, term)
    told = kept_said(kept, steps, called.row.label)
    if not given.keys() - ABOUT and not told:
        told, answers = _answers(called, heading, before, steps)
        given = {**given, **answers}
        if not given.keys() - ABOUT and not told:
            note("Nothing was said, and nothing written.")
            return
    _must_be_another(called, given)
    kept_in = with_kept_said(called, called.document, earlier, told) if earlier else called.document
    if not given.keys() - ABOUT:
        _tell(called, kept_in, f"{heading}: {kept_in_words(told)}", dry_run=dry_run)
        return
    said = update_said(given, plan)
    wanted = UpdateWanted(called.row.path, term, said, reading(plan))
    new = with_update(kept_in, wanted)
    if new is not kept_in and not said.date:
        said = update_said({**given, "date": today.isoformat()}, plan)
        new = with_update(kept_in, replace(wanted, said=said))
    recorded = _recorded(called, term, new)
    words = ", ".join([*in_words(said), *([kept_in_words(told)] if told else [])])
    _tell(called, new, f"{heading}: {words}", dry_run=dry_run)
    if missing := lacking(recorded, plan.rating_scale):
        note(f"The report would still lack: {', '.join(map(option, missing))}.")


def _must_be_another(called: Called, given: "Given") -> None:
    """A rating is not verified by whoever answers for the work. Raises WrongValueError."""
    from planctl.model import party_called  # noqa: PLC0415 - help does not need it
    from planctl.model.party import ANSWERING  # noqa: PLC0415 - as above

    name = given.get("verified_by")
    party = party_called(name, called.plan.parties) if isinstance(name, str) else None
    owners = {
        (owner.id if (owner := party_called(one.party, called.plan.parties)) else one.party)
        for one in called.row.responsible
        if one.role in ANSWERING
    }
    if party and party.id in owners:
        remedy = "A check is somebody else's: name who looked at the evidence."
        problem = f"answers for {called.row.label}"
        raise WrongValueError("--verified-by", str(name), remedy, problem)


def _answers(
    called: Called, heading: str, before: "Update | None", steps: "tuple[NextStep, ...]"
) -> "tuple[Mapping[int, str], Given]":
    from planctl.console.terminal import printable  # noqa: PLC0415 - only for questions

    if not is_on_terminal():
        raise NothingSaidError(called.row.label)
    action = called.row.action
    say(f"{printable(f'{heading}: {action.title or action.text}')}\n")
    say("Enter leaves a field out; Ctrl-C ends without writing.\n")
    try:
        told = kept_asked(steps)
    except (typer.Abort, KeyboardInterrupt):
        say("\n")
        note("Nothing was written.")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    return told, asked(called.plan, before)


def _recorded(called: Called, term: "Period", new: "Document") -> "Update":
    """The whole update as the new file has it, which must load. Raises UnsafeEditError."""
    from planctl.loading import load_plan  # noqa: PLC0415 - help does not need it
    from planctl.model import rows  # noqa: PLC0415 - as above
    from planctl.source import UnsafeEditError  # noqa: PLC0415 - as above

    programme = called.group.programme.record if called.group.programme else None
    loaded = load_plan(new, called.file.stem, programme)
    if loaded.record is None:
        raise UnsafeEditError(new.file, loaded.findings[0].message)
    row = next(row for row in rows(loaded.record) if row.path == called.row.path)
    return row.action.updates[term]


def _tell(called: Called, new: "Document", words: str, *, dry_run: bool) -> None:
    """Writes the file and says so, or shows what would change."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.source import save  # noqa: PLC0415 - as above

    old, file = called.document, printable(called.file.as_posix())
    if new is old:
        say(f"{printable(words)}. All of that stands in {file} already.\n")
    elif dry_run:
        say(difference(old.text, new.text, file))
        note("Nothing was written.")
    else:
        save(called.file, old, new)
        say(f"{printable(words)}. Written to {file}.\n")
