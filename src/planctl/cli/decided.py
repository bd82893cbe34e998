"""Who decided, on which day and where it is minuted: options that approvals and seals share."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from planctl.cli.options import day, plans_at, workspace_at
from planctl.errors import ExitCode, PlanctlError, WrongValueError
from planctl.findings import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.model import Plan
    from planctl.workspace import Group

_NAMED: Final = 8

On = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="The day it was decided. Default: today."),
]


class NoUidsError(PlanctlError):
    """Entries that go by nothing that stays."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, file: str, labels: tuple[str, ...]) -> None:
        named = ", ".join(dict.fromkeys(labels[:_NAMED]))
        more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
        super().__init__(
            f"{file}: {named}{more} have no uid of their own, so that nothing could be held against"
            " them once they are renumbered. Nothing was written. planctl fmt --add-ids gives uids;"
            " a recommendation or a risk needs a ref of its own."
        )


def decided_on(written: str | None) -> date:
    """The day that --date names, else today. Raises WrongValueError."""
    if written is None:
        return date.today()  # noqa: DTZ011 - the user's own day
    return day(written, "--date")


def party_named(name: str, plans: "Iterable[Plan]") -> str:
    """The id of the party that goes by the name; the name where plans declare no parties.

    Raises WrongValueError.
    """
    from planctl.model.party import parties_by_name  # noqa: PLC0415 - help does not need the model

    parties = [party for plan in plans for party in plan.parties]
    known = parties_by_name(parties)
    found = known.get(name.strip().casefold())
    if found is not None:
        return found.id
    if not parties:
        return name.strip()
    near = did_you_mean(name, known)
    remedy = f"Did you mean {near}?" if near else "Add it under parties: in the plan or programme."
    raise WrongValueError("--by", name, remedy, "is none of the parties")


def plans_called(names: list[str] | None) -> "tuple[Group, ...]":
    """The plans of those ids or paths; all of the workspace where none is named.

    Raises WrongValueError, PathNotFoundError, NoPlansError.
    """
    if not names:
        return workspace_at(None)[0]
    return plans_at([_file(name) for name in names])[0]


def _file(name: str) -> Path:
    from planctl.model.values import is_id  # noqa: PLC0415 - help does not need the model

    if not is_id(name.casefold()) or Path(name).exists():
        return Path(name)
    files = {file.stem.casefold(): file for group in workspace_at(None)[0] for file in group.asked}
    if found := files.get(name.casefold()):
        return found
    near = did_you_mean(name, files)
    remedy = f"Did you mean {near}?" if near else f"Its plans are {', '.join(sorted(files))}."
    raise WrongValueError("PLAN", name, remedy, "is no plan of this workspace")
