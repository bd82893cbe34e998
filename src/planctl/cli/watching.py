"""Reports written again whenever what they come from changes."""

from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Final, NoReturn

import typer

from planctl.cli.output import note
from planctl.cli.reports_asked import Order, asked_for
from planctl.cli.reports_written import write_reports
from planctl.errors import PlanctlError

if TYPE_CHECKING:
    from planctl.printing.watched import Seen

_PAUSE: Final = 0.4
"""Seconds between two looks at the files."""
_NAMED: Final = 3


def watch_reports(order: Order, *, opens: bool) -> NoReturn:
    """Writes the reports, and again after each change, until the user interrupts.

    Neither a finding nor a mistake in a template ends it: it is said, and the next change may mend
    it. Raises what cannot be mended by a change of the files: a path that is not there.
    """
    from planctl.printing.watched import changed  # noqa: PLC0415 - not for help

    seen = _seen(order)
    made = _write(order)
    if opens and made:
        from planctl.cli.opening import open_in_browser  # noqa: PLC0415 - seldom asked for

        open_in_browser(made)
    note("Watching the plans and templates. Ctrl-C ends it.")
    while True:
        sleep(_PAUSE)
        now = _seen_or(seen, order)
        files = changed(seen, now)
        if files:
            note(_told(files))
            seen = now
            _write(order)


def _seen(order: Order) -> "Seen":
    """The files as they are now; looked for anew, for plans may come and go."""
    from planctl.printing.watched import seen_now  # noqa: PLC0415 - not for help
    from planctl.workspace import default_path, groups  # noqa: PLC0415 - as above

    found = groups(order.paths or [default_path(Path.cwd())])
    beside = [group.root / "templates" for group in found]
    return seen_now(found, [*beside, *([order.templates] if order.templates else [])])


def _seen_or(before: "Seen", order: Order) -> "Seen":
    """The same, or what was seen before while an editor has a file away for a moment."""
    try:
        return _seen(order)
    except PlanctlError:
        return before


def _write(order: Order) -> tuple[Path, ...]:
    try:
        return write_reports(order, asked_for(order))
    except typer.Exit:
        return ()
    except PlanctlError as error:
        note(f"planctl: {error}")
        return ()


def _told(files: tuple[Path, ...]) -> str:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it

    named = ", ".join(printable(str(path)) for path in files[:_NAMED])
    more = f" and {len(files) - _NAMED} more files" if len(files) > _NAMED else ""
    have = "has" if len(files) == 1 else "have"
    return f"{named}{more} {have} changed."
