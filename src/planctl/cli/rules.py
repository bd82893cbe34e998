"""`planctl rules`: the catalogue, or one rule explained."""

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.output import say
from planctl.errors import WrongValueError
from planctl.findings import did_you_mean


class CatalogueFormat(StrEnum):
    """How the catalogue is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def rules(
    rule: Annotated[
        str | None, typer.Argument(metavar="[RULE]", help="A code or name; without it, all.")
    ] = None,
    *,
    output_format: Annotated[
        CatalogueFormat, typer.Option("--format", help="How the catalogue is printed.")
    ] = CatalogueFormat.TEXT,
) -> None:
    """List what validate looks for, or explain one rule.

    \b
    Examples:
      planctl rules                     every code, in a line each
      planctl rules no-responsible      what it finds, why, and what to write
      planctl rules PLN301              the same, by its code
    """
    from planctl.console import (  # noqa: PLC0415 - help does not need the rules
        catalogue,
        render_catalogue_json,
        render_catalogue_markdown,
        render_catalogue_text,
    )
    from planctl.rules import is_called  # noqa: PLC0415 - as above

    entries = catalogue()
    if rule is not None:
        entries = tuple(entry for entry in entries if is_called(rule, entry.code, entry.name))
        if not entries:
            near = did_you_mean(rule, [entry.name for entry in catalogue()])
            hint = f"Did you mean {near}? " if near else ""
            remedy = f"{hint}`planctl rules` lists the codes and names."
            raise WrongValueError("RULE", rule, remedy, "is not a rule")
    renderers = {
        CatalogueFormat.TEXT: render_catalogue_text,
        CatalogueFormat.JSON: render_catalogue_json,
        CatalogueFormat.MARKDOWN: render_catalogue_markdown,
    }
    say(renderers[output_format](entries))
