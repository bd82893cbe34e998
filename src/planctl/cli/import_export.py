"""Plans out of what `planctl export` wrote, whether or not somebody has worked in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.output import note, say

if TYPE_CHECKING:
    from planctl.loading import Loaded
    from planctl.model import Plan, Programme

_SHOWN = 10
_ENDINGS = frozenset({".xlsx", ".docx", ".csv", ".json"})


def exported_in(file: Path, programme: "Programme | None", plan_id: str) -> "Loaded[Plan] | None":
    """The plan of such a file; None for any other document."""
    from planctl.transfer.writing.back import plan_back  # noqa: PLC0415 - only for such a file

    if file.suffix.casefold() not in _ENDINGS or not file.is_file():
        return None
    return plan_back(file, file.read_bytes(), programme, plan_id)


def tell_exported(file: Path, loaded: "Loaded[Plan]") -> bool:
    """Says what the file holds; whether it loads as a plan."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.model import rows  # noqa: PLC0415 - as above
    from planctl.transfer.writing.leaves import place_said  # noqa: PLC0415 - as above

    plan = loaded.record
    if plan is None:
        for finding in loaded.findings[:_SHOWN]:
            note(f"  {printable(place_said(finding.path or ()))}: {printable(finding.message)}")
        if loaded.findings[_SHOWN:]:
            note(f"  and {len(loaded.findings) - _SHOWN} more")
        note(f"{printable(file.name)} was exported by planctl, but is no plan as it stands now.")
        return False
    count = sum(1 for _ in rows(plan))
    actions = "1 action" if count == 1 else f"{count} actions"
    say(f"{printable(file.name)} was exported by planctl: {printable(plan.title)}, {actions}.\n")
    return True
