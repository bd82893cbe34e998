"""`planctl collect`: the term's round: forms to owners, who has answered, and their answers in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.merge_forms import merge
from planctl.cli.options import (
    AsOf,
    DryRun,
    PlanPaths,
    Printed,
    TermNamed,
    TextOrJson,
    day,
    plans_at,
)
from planctl.cli.output import leave_if_broken, note, say, with_progress
from planctl.cli.replacing import must_be_free
from planctl.cli.round import Plans, forms_at, plan_terms, today

if TYPE_CHECKING:
    from planctl.transfer.collecting.asked import Form
    from planctl.transfer.collecting.cover import Wishes

By = Annotated[str | None, typer.Option(metavar="DATE", help="The day by which forms are wanted.")]
Gaps = Annotated[
    bool, typer.Option("--gaps", help="Ask only for owners and dates that the plan lacks.")
]

collect = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@collect.callback()
def collect_commands() -> None:
    """Ask owners how their actions go, and take their answers in.

    Nothing is sent: prepare writes files for you to send, merge reads those that come back.

    \b
    Examples:
      planctl collect prepare --term current -o outbox/ --by '12 January 2018'
      planctl collect status inbox/
      planctl collect merge inbox/              what would change
      planctl collect merge inbox/ --write
    """


@collect.command()
def prepare(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: PlanPaths = None,
    *,
    term_name: TermNamed = "current",
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="The folder that the forms go into."),
    ] = Path("outbox"),
    by: By = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="To whom they go back. Default: the plan's coordinator."),
    ] = None,
    gaps: Gaps = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace forms that are there already.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Write a workbook for each respondent, and a list for mail merge.

    Each has the respondent's actions alone. The respondent of an action is whoever leads; else who
    is named as its respondent; else the only one responsible; else the plan's coordinator. Others
    who are responsible get a copy to read. index.csv lists the files; addresses come from
    contacts.csv (party, email, name), which git ignores, where it is there.

    \b
    Examples:
      planctl collect prepare --term current -o outbox/ --by '12 January 2018'
      planctl collect prepare plans/reading.yaml --term last --to 'the library'
      planctl collect prepare --gaps -o outbox/
    """
    from planctl.transfer.collecting.asked import Kind, forms  # noqa: PLC0415 - not for help
    from planctl.transfer.collecting.contacts import as_index  # noqa: PLC0415 - as above
    from planctl.transfer.collecting.workbook import as_form  # noqa: PLC0415 - as above

    found, _ = plans_at(paths)
    leave_if_broken(found, "No form was written. Mend that first.")
    wishes = _wishes(by, to)
    wanted = forms(plan_terms(found, term_name, today()), Kind.GAPS if gaps else Kind.UPDATES)
    if not wanted:
        note("Nobody is asked anything: " + _nothing(gaps=gaps))
        return
    behind = "-gaps" if gaps else ""
    named = [(f"{form.respondent.id}{behind}.xlsx", form) for form in wanted]
    contents = [
        (output / name, as_form(form, wishes)) for name, form in with_progress(named, "Preparing")
    ]
    contents.append((output / f"index{behind}.csv", as_index(named, wishes, found[0].root)))
    if not force:
        must_be_free(path for path, content in contents if not _holds(path, content))
    for path, content in contents:
        _write(path, content, dry_run=dry_run)
    _say_prepared(named, output)


@collect.command()
def status(  # noqa: PLR0913 - one parameter for each option of the command line
    inbox: Annotated[
        list[Path], typer.Argument(metavar="INBOX...", help="Forms, or folders that hold some.")
    ],
    *,
    term_name: Annotated[
        str | None,
        typer.Option(
            "--term", metavar="TERM", help="The term. Default: that of the forms, else current."
        ),
    ] = None,
    by: By = None,
    gaps: Gaps = False,
    plans: Plans = None,
    as_of: AsOf = None,
    output_format: Printed = TextOrJson.TEXT,
) -> None:
    """Say which forms are back, missing or late, by respondent.

    \b
    Examples:
      planctl collect status inbox/
      planctl collect status inbox/ --term current --by '12 January 2018'
    """
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.transfer.collecting.asked import Kind, forms  # noqa: PLC0415 - as above
    from planctl.transfer.collecting.keyless import keyless_said  # noqa: PLC0415 - as above
    from planctl.transfer.collecting.round_status import (  # noqa: PLC0415 - as above
        Asking,
        as_json,
        as_text,
        round_status,
    )

    found, _ = plans_at(plans)
    leave_if_broken(found, "The forms cannot be counted. Mend that first.")
    on = day(as_of) if as_of is not None else today()
    returned, refused = forms_at(inbox, may_be_empty=True)
    terms = {plan: name for form in returned for plan, name in form.terms.items()}
    wanted = forms(
        plan_terms(found, term_name or "current", on, {} if term_name else terms),
        Kind.GAPS if gaps else Kind.UPDATES,
    )
    said_by = by or next((form.by for form in returned if form.by), None)
    asking = Asking(day(said_by, "--by") if said_by else None, on)
    standings = round_status([form for form in wanted if form.asked], returned, asking)
    asked = {one.respondent.id for one in standings}
    unknown = [form for form in returned if form.respondent.id not in asked]
    for remark in refused:
        note(printable(remark.message))
    for remark in (one for form in returned for one in keyless_said(form) if one.blocks):
        note(printable(f"{remark.place}: {remark.message}"))
    if output_format is TextOrJson.JSON:
        say(as_json(standings, unknown, asking))
        return
    for form in unknown:
        note(printable(f"{form.file} is from {form.respondent.name}, who is not asked this term."))
    say("".join(f"{printable(line)}\n" for line in as_text(standings, asking).splitlines()))


collect.command()(merge)


def _say_prepared(named: "list[tuple[str, Form]]", output: Path) -> None:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it

    width = max(len(name) for name, _ in named)
    for name, form in named:
        count = f"{len(form.asked):>3} to fill in" if form.asked else "    to read only"
        say(f"{printable(f'{name:<{width}}  {count}  {form.respondent.name}')}\n")
    say(f"{len(named)} forms and a list for mail merge in {printable(str(output))}.\n")


def _wishes(by: str | None, to: str | None) -> "Wishes":
    from planctl.transfer.collecting.cover import Wishes  # noqa: PLC0415 - not for help

    on = day(by, "--by") if by else None
    return Wishes(f"{on.day} {on:%B %Y}" if on else "", (to or "").strip())


def _nothing(*, gaps: bool) -> str:
    if gaps:
        return "every action has somebody responsible and a time."
    return "no action owes an update in that term."


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _write(path: Path, content: bytes, *, dry_run: bool) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it

    if not dry_run:
        write_atomic(path, content)
