"""`planctl chase`: who owes what in a term."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.options import AsOf, PlanPaths, TermNamed, day, plans_at
from planctl.cli.output import leave_if_broken, say
from planctl.cli.round import plan_terms


class ChaseFormat(StrEnum):
    """For an e-mail, for a table, or for a diary."""

    TEXT = "text"
    CSV = "csv"
    ICS = "ics"


def chase(
    paths: PlanPaths = None,
    *,
    term_name: TermNamed = "current",
    as_of: AsOf = None,
    output_format: Annotated[
        ChaseFormat, typer.Option("--format", help="How it is printed.")
    ] = ChaseFormat.TEXT,
) -> None:
    """List who owes what: updates, word on promises, owners, dates.

    The text is for an e-mail to each; it has addresses only where contacts.csv does.

    \b
    Examples:
      planctl chase --term last
      planctl chase --term '2017-18 autumn' --format csv > owed.csv
      planctl chase --format ics > owed.ics
    """
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.transfer.collecting.contacts import contacts_in  # noqa: PLC0415 - as above
    from planctl.transfer.collecting.owing import (  # noqa: PLC0415 - as above
        as_diary,
        as_table,
        as_text,
        owing,
    )

    found, _ = plans_at(paths)
    leave_if_broken(found, "Nobody can be chased. Mend that first.")
    on = day(as_of) if as_of is not None else date.today()  # noqa: DTZ011 - the user's own day
    debtors = owing(plan_terms(found, term_name, on))
    contacts = contacts_in(found[0].root)
    match output_format:
        case ChaseFormat.CSV:
            say(as_table(debtors, contacts).decode())
        case ChaseFormat.ICS:
            say(as_diary(debtors).decode())
        case ChaseFormat.TEXT:
            lines = as_text(debtors, contacts).split("\n")
            say("\n".join(printable(line) for line in lines))
