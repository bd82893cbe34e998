"""`planctl update`: what happened to one action in a term, recorded in its plan."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planctl.cli.action_called import Called, action_called
from planctl.cli.answers import Given, asked, is_on_terminal, option, reading, update_said
from planctl.cli.output import difference, note, say
from planctl.errors import PlanctlError

if TYPE_CHECKING:
    from planctl.model import Period, Scale, Update
    from planctl.source import Document

_ABOUT: Final = frozenset({"by", "date"})
"""The fields that tell of the update itself."""


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
    plan_name: Annotated[
        str | None,
        typer.Option(
            "--plan",
            metavar="ID|PATH",
            help="The plan, where several have such an action. Default: all of the workspace.",
        ),
    ] = None,
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
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT", help="An id of its evidence, or plain words. May be repeated."
        ),
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
            help="The day it was written, whose term is the current one. Default: today.",
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
      planctl update 2.1f --term last --next-step 'Visit the school by 30 April 2018'
      planctl update 2.1f --stage complete --dry-run  what would change
    """
    typed = {
        "rating": rating, "stage": stage, "percent": percent, "comment": comment, "cause": cause,
        "path_to_green": path_to_green, "expected": expected, "next_steps": next_step or None,
        "decision_needed": decision_needed, "evidence": evidence or None, "by": by,
        "date": written_on,
    }  # fmt: skip
    given = {name: value for name, value in typed.items() if value is not None}
    called = action_called(ref, plan_name)
    _record(called, term_name, given, dry_run=dry_run)


def _record(called: Called, term_name: str, given: "Given", *, dry_run: bool) -> None:
    from planctl.editing import UpdateWanted, with_update  # noqa: PLC0415 - not for help
    from planctl.progress import term_asked  # noqa: PLC0415 - as above

    plan = called.plan
    said = update_said(given, plan)
    today = date.today()  # noqa: DTZ011 - the user's own day
    term = term_asked(term_name, plan.timeline, said.date or today)
    before = called.row.action.updates.get(term)
    heading = f"{called.row.label}, {term}"
    if not given.keys() - _ABOUT:
        given = {**given, **_answers(called, heading, before)}
        if not given.keys() - _ABOUT:
            note("Nothing was said, and nothing written.")
            return
    said = update_said(given, plan)
    wanted = UpdateWanted(called.row.path, term, said, reading(plan))
    new = with_update(called.document, wanted)
    if new is not called.document and not said.date:
        said = update_said({**given, "date": today.isoformat()}, plan)
        new = with_update(called.document, replace(wanted, said=said))
    recorded = _recorded(called, term, new)
    _tell(called, new, f"{heading}: {', '.join(_in_words(said))}", dry_run=dry_run)
    if lacking := _lacking(recorded, plan.rating_scale):
        note(f"The report would still lack: {', '.join(map(option, lacking))}.")


def _answers(called: Called, heading: str, before: "Update | None") -> "Given":
    from planctl.console.terminal import printable  # noqa: PLC0415 - only for questions

    if not is_on_terminal():
        raise NothingSaidError(called.row.label)
    action = called.row.action
    say(f"{printable(f'{heading}: {action.title or action.text}')}\n")
    say("Enter leaves a field out; Ctrl-C ends without writing.\n")
    return asked(called.plan, before)


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


def _in_words(said: "Update") -> Iterator[str]:
    """What was recorded: short values, and the names of the others."""
    for name in type(said).model_fields:
        value = getattr(said, name)
        if name in _ABOUT or (not value and value != 0):
            continue
        if name == "next_steps":
            yield from (f"next step by {s.due}" if s.due else "next step" for s in value)
        elif name in {"rating", "stage"}:
            yield str(value).replace("_", " ")
        elif name in {"cause", "expected"}:
            yield f"{name} {value}"
        else:
            yield f"{value}%" if name == "percent" else name.replace("_", " ")


def _lacking(recorded: "Update", scale: "Scale") -> tuple[str, ...]:
    """The fields that a reader of the report will miss, most wanted first."""
    from planctl.model import State  # noqa: PLC0415 - help does not need it
    from planctl.progress import ENDED, state_said  # noqa: PLC0415 - as above

    state = state_said(recorded, scale)
    wanted = {
        State.UNKNOWN: ("rating", "comment", "next_steps"),
        State.AT_RISK: ("comment", "path_to_green", "expected", "next_steps"),
        State.OFF_TRACK: ("comment", "path_to_green", "expected", "next_steps"),
    }.get(state, ("comment",) if state in ENDED else ("comment", "next_steps"))
    return tuple(name for name in wanted if not getattr(recorded, name))
