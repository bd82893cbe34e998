"""`planctl status`: where things stand."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import AsOf, NoColor, PlanPaths, Printed, TextOrJson, day, plans_at
from planctl.cli.output import leave_if_broken, paint, say

if TYPE_CHECKING:
    from planctl.console import PlanStatus
    from planctl.model import Period, Plan
    from planctl.workspace import Group


def status(
    paths: PlanPaths = None,
    *,
    term_name: Annotated[
        str | None,
        typer.Option(
            "--term",
            metavar="TERM",
            help="The term whose updates are counted, such as '2017-18 autumn', current or last. "
            "Default: the last one that has ended.",
        ),
    ] = None,
    as_of: AsOf = None,
    output_format: Printed = TextOrJson.TEXT,
    no_color: NoColor = False,
) -> None:
    """Count where things stand: due, overdue, missing updates, gaps.

    \b
    Examples:
      planctl status                                today
      planctl status --as-of 2018-01-01             on an earlier day
      planctl status --format json plans/           for other programs
    """
    from planctl.console import (  # noqa: PLC0415 - help does not need them
        render_status_json,
        render_status_text,
    )

    found, _ = plans_at(paths)
    on = day(as_of) if as_of is not None else date.today()  # noqa: DTZ011 - the user's own day
    statuses = _statuses(found, on, term_name)
    if output_format is TextOrJson.JSON:
        say(render_status_json(statuses, on))
    elif statuses:
        say(render_status_text(statuses, paint(no_color=no_color)))
    leave_if_broken(found, "These plans are not counted. `planctl validate` says what to do.")


def _statuses(
    found: "Iterable[Group]", on: date, term_name: str | None
) -> "tuple[PlanStatus, ...]":
    from planctl.console import PlanStatus  # noqa: PLC0415 - help does not need it
    from planctl.progress import summarise  # noqa: PLC0415 - as above

    plans = [plan for group in found for plan in group.sound_plans()]
    return tuple(
        PlanStatus(plan, summarise(plan, on, _term(plan, on, term_name))) for plan in plans
    )


def _term(plan: "Plan", on: date, name: str | None) -> "Period | None":
    from planctl.progress import term_asked  # noqa: PLC0415 - help does not need it

    if name is not None:
        return term_asked(name, plan.timeline, on)
    ended = plan.timeline.terms_ended(on)
    return ended[-1] if ended else None
