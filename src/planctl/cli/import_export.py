"""Plans out of what `planctl export` wrote, whether or not somebody has worked in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.output import note, say

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def _lines(file: Path, loaded: "Loaded[Plan]") -> "Iterator[str]":
    """The findings, each with its place in the plan, and its cell or row in a workbook."""
    from planctl.transfer.writing.back import origins_in  # noqa: PLC0415 - only for such a file
    from planctl.transfer.writing.leaves import place_said  # noqa: PLC0415 - as above

    origins = origins_in(file, file.read_bytes())
    for finding in loaded.findings[:_SHOWN]:
        path = finding.path or ()
        cell = origins.said(path)
        place = f"{cell} ({place_said(path)})" if cell else place_said(path)
        yield f"{place}: {finding.message}"


def tell_exported(file: Path, loaded: "Loaded[Plan]") -> bool:
    """Says what the file holds; whether it loads as a plan."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.model import rows  # noqa: PLC0415 - as above

    plan = loaded.record
    if plan is None:
        for line in _lines(file, loaded):
            note(f"  {printable(line)}")
        if loaded.findings[_SHOWN:]:
            note(f"  and {len(loaded.findings) - _SHOWN} more")
        note(f"{printable(file.name)} was exported by planctl, but is no plan as it stands now.")
        return False
    count = sum(1 for _ in rows(plan))
    actions = "1 action" if count == 1 else f"{count} actions"
    say(f"{printable(file.name)} was exported by planctl: {printable(plan.title)}, {actions}.\n")
    return True
