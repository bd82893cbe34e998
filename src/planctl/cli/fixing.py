"""`planctl validate --fix`: fixes written into the files, or shown."""

from datetime import date
from typing import TYPE_CHECKING

from planctl.cli.output import difference, note, say
from planctl.errors import PlanctlError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.rules import Policy
    from planctl.workspace import Group


class UnsafeAloneError(PlanctlError):
    """Fixes of one kind asked for, but no fixes."""

    def __init__(self) -> None:
        super().__init__(
            "--unsafe says which fixes to make, and none are made. Write --fix --unsafe."
        )


def mend(
    found: "Iterable[Group]", policy: "Policy", on: date, *, unsafe: bool, dry_run: bool
) -> None:
    """Writes what fixes make of each file, and says how many were made; or shows the changes."""
    from planctl.source import save  # noqa: PLC0415 - help does not need it
    from planctl.workspace.fixing import fixed_files  # noqa: PLC0415 - as above

    made = left = 0
    for result in fixed_files(found, policy, on, unsafe=unsafe):
        made, left = made + result.count, left + result.left
        file = result.path.as_posix()
        if result.count and dry_run:
            say(difference(result.old.text, result.new.text, file))
        elif result.count:
            save(result.path, result.old, result.new)
            note(f"{file}: {result.count} mended")
        if result.left:
            they = "it" if result.left == 1 else "they"
            note(f"{file}: {result.left} left, for {they} would break something else")
    if not made and not left:
        note("Nothing here can be mended by itself.")
    elif made and dry_run:
        note(f"{made} would be mended. Nothing was written.")
