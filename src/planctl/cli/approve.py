"""`planctl approve`: who agreed to a plan, with what was agreed."""

from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.decided import NoUidsError, On, decided_on, party_named, plans_called
from planctl.cli.options import DryRun
from planctl.cli.output import difference, leave_if_broken, note, say
from planctl.errors import WrongValueError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planctl.model import Approval, Plan
    from planctl.source import Document
    from planctl.workspace import Group


def approve(  # noqa: PLR0913 - one parameter for each option of the command line
    plan_name: Annotated[str, typer.Argument(metavar="PLAN", help="The plan: its id or its file.")],
    *,
    role: Annotated[
        str,
        typer.Option(metavar="ROLE", help="In which role they approve: board, sponsor or another."),
    ],
    by: Annotated[
        str, typer.Option(metavar="PARTY", help="Who approves: a party's id, name or alias.")
    ],
    minute: Annotated[
        str, typer.Option(metavar="REF", help="Where it is minuted, such as 'Item 3'.")
    ],
    on: On = None,
    remark: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="A condition or remark.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Record that a plan was approved, and what it said that day.

    The plan keeps its texts, owners, times, measures and money as they were approved, entry by
    entry; planctl validate says later what is no longer so. All else in the file stays as it is.
    Whoever prepared a report on the plan cannot approve it.

    \b
    Examples:
      planctl approve attendance --role Board --by board --minute 'Item 3'
      planctl approve attendance --role Board --by board --minute 18/14 --dry-run
    """
    day = decided_on(on)
    (group, *others) = [one for one in plans_called([plan_name]) if one.asked]
    if others or len(group.asked) > 1:
        remedy = "Approve one plan at a time: name its id or its file."
        raise WrongValueError("PLAN", plan_name, remedy, "holds several plans")
    leave_if_broken([group], "Nothing was written. Mend that first.")
    (plan,), (loaded,), (file,) = group.sound_plans(), group.plans, group.asked
    party = _other_party(plan, by)
    _has_uids(plan, loaded.document.file)
    approval = _approval(role, party, (day, minute), remark)
    new = _written(group, plan, approval)
    _tell((file, loaded.document, new), plan, approval, dry_run=dry_run)


def _other_party(plan: "Plan", by: str) -> str:
    """The party that approves, which is not the one that prepared. Raises WrongValueError."""
    from planctl.audit.approving import is_same_party, preparers  # noqa: PLC0415 - not for help

    party = party_named(by, [plan])
    prepared = preparers(plan)
    if any(is_same_party(plan, party, one) for one in prepared):
        remedy = "A plan is approved by another party than the one that prepares its reports."
        raise WrongValueError("--by", by, remedy, "prepared a report on this plan")
    if not prepared:
        note(
            "No report of the plan says who prepared it (reports: prepared_by), so that nobody can "
            "tell whether that was somebody else."
        )
    return party


def _has_uids(plan: "Plan", file: str) -> None:
    from planctl.audit.agreed import without_uid  # noqa: PLC0415 - help does not need it

    if lacking := without_uid(plan):
        raise NoUidsError(file, tuple(entry.label for entry in lacking))


def _approval(role: str, by: str, where: "tuple[date, str]", remark: str | None) -> "Approval":
    """The approval as the model reads it. Raises WrongValueError for words that are blank."""
    from pydantic import ValidationError  # noqa: PLC0415 - help does not need it

    from planctl.model import Approval  # noqa: PLC0415 - as above

    day, minute = where
    given = {"role": role, "by": by, "minute": minute, "note": remark}
    try:
        return Approval.model_validate({**given, "date": day})
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise WrongValueError(f"--{name}", given.get(name) or "", "Write what it is.") from error


def _written(group: "Group", plan: "Plan", approval: "Approval") -> "Document":
    """The plan's file with the approval, which must load as before. Raises UnsafeEditError."""
    from planctl.audit.approving import with_approval  # noqa: PLC0415 - help does not need it
    from planctl.audit.outgrown import outgrown  # noqa: PLC0415 - as above
    from planctl.loading import load_plan  # noqa: PLC0415 - as above
    from planctl.source import UnsafeEditError  # noqa: PLC0415 - as above

    (loaded,), (file,) = group.plans, group.asked
    new = with_approval(loaded.document, plan, approval)
    programme = group.programme.record if group.programme else None
    record = load_plan(new, file.stem, programme).record
    whole = group.joined(record) if record else None
    if whole is None or outgrown(whole, whole.approvals[-1]):
        raise UnsafeEditError(new.file, "the approval would not be read as it is meant")
    return new


def _tell(
    change: "tuple[Path, Document, Document]", plan: "Plan", approval: "Approval", *, dry_run: bool
) -> None:
    """Writes the file and says so, or shows what would change."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.console.terms import spoken  # noqa: PLC0415 - as above
    from planctl.source import save  # noqa: PLC0415 - as above

    path, old, new = change
    file = printable(path.as_posix())
    if dry_run:
        say(difference(old.text, new.text, file))
        note("Nothing was written.")
        return
    from planctl.audit.agreed import agreed_by_uid  # noqa: PLC0415 - as above

    save(path, old, new)
    day = spoken(approval.date) if approval.date else ""
    said = f"{plan.id} is approved: {approval.role}, by {approval.by}, {day}, {approval.minute}"
    kept = len(agreed_by_uid(plan)) - 1
    say(
        f"{printable(said)}. What was agreed is kept: the plan's own fields, and those of"
        f" {kept:,} themes, actions and KPIs. Written to {file}.\n"
    )
