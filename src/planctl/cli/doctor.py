"""`planctl doctor`: what this machine lacks, and how to get it."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from planctl.cli.options import Printed, TextOrJson
from planctl.cli.output import say
from planctl.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planctl.starting.machine import Need


def doctor(
    *,
    output_format: Printed = TextOrJson.TEXT,
) -> None:
    """Say what this machine lacks for planctl, and how to get it.

    Exit code 3 where something is missing that planctl cannot do without; what only some commands
    need, such as Word and Excel files, does not count.

    \b
    Examples:
      planctl doctor
      planctl doctor --format json
    """
    from planctl.starting.machine import needs  # noqa: PLC0415 - help does not need it

    found = needs()
    if output_format is TextOrJson.JSON:
        written = {"format_version": 1, "needs": [asdict(need) for need in found]}
        say(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
    else:
        say("".join(f"{line}\n" for line in _lines(found)))
    if any(need.found is None and not need.is_optional for need in found):
        raise typer.Exit(ExitCode.MISSING)


def _lines(found: "tuple[Need, ...]") -> "Iterator[str]":
    width = max(len(need.name) for need in found)
    for need in found:
        yield f"{need.name:<{width}}  {need.found or 'missing'}"
        if need.found is None:
            yield f"{'':<{width}}    for {need.used_for}"
            yield f"{'':<{width}}    {need.remedy}"
    missing = [need.name for need in found if need.found is None]
    if not missing:
        yield "Nothing is missing."
        return
    yield f"{len(missing)} of {len(found)} missing: {', '.join(missing)}."
