"""Options of validate on what is let stand, and on what is new."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.output import note
from planctl.errors import WrongValueError

if TYPE_CHECKING:
    from planctl.rules import CheckRun, Reason
    from planctl.workspace import Group

NewFrom = Annotated[
    str | None,
    typer.Option(
        "--new-from",
        metavar="REV",
        help="Only what has come since that commit, branch or tag.",
    ),
]
WriteWaivers = Annotated[
    str | None,
    typer.Option(
        "--write-waivers",
        metavar="REASON",
        help="Let all that is found stand: add it to the workspace's waivers.yaml. "
        "The reason may end in (by NAME, until DATE).",
    ),
]

_REMEDY = "Say in a few words why the findings may stand."


def write_waivers(
    found: "Iterable[Group]", run: "CheckRun", written: str, *, dry_run: bool
) -> None:
    """Adds what was found to the waivers, and says so. Raises WrongValueError, SettingsError."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.workspace import save_waivers, written_waivers  # noqa: PLC0415 - as above

    files = tuple(written_waivers(found, run, _reason(written)))
    for path, old, new, count in files:
        if not dry_run:
            save_waivers(path, old, new)
        number = f"{count:,} {'finding' if count == 1 else 'findings'}"
        would = "would be" if dry_run else "now"
        note(f"{printable(str(path))}: {number} {would} let stand")
    if not files:
        note("Nothing was found that could be let stand; no waivers were written.")


def _reason(written: str) -> "Reason":
    from planctl.rules import reason_of  # noqa: PLC0415 - help does not need the rules
    from planctl.source.decode import UNSEEN, name_of  # noqa: PLC0415 - as above

    if unseen := UNSEEN.search(written):
        problem = f"holds {name_of(unseen[0])}, which cannot be seen"
        raise WrongValueError("--write-waivers", written, "Type it anew.", problem)
    reason = reason_of(written)
    if not reason.text:
        raise WrongValueError("--write-waivers", written, _REMEDY, "gives no reason")
    if reason.bad_day:
        remedy = "Write a day such as 2018-12-31 behind until."
        raise WrongValueError("--write-waivers", written, remedy, "names no day")
    return reason
