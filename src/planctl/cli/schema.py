"""`planctl schema`: JSON Schema of plans, programmes and comparisons."""

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from planctl.cli.output import say


class KindChoice(StrEnum):
    """What the schema describes."""

    PLAN = "plan"
    PROGRAMME = "programme"
    CHANGES = "changes"


class DraftChoice(StrEnum):
    """The draft of JSON Schema."""

    DRAFT_7 = "7"
    DRAFT_2020_12 = "2020-12"


def schema(
    *,
    kind: Annotated[KindChoice, typer.Option(help="What it describes.")] = KindChoice.PLAN,
    draft: Annotated[
        DraftChoice, typer.Option(help="The draft of JSON Schema.")
    ] = DraftChoice.DRAFT_2020_12,
) -> None:
    """Print the JSON Schema of a plan, programme or comparison.

    \b
    Examples:
      planctl schema > plan.schema.json
      planctl schema --kind programme --draft 7
      planctl schema --kind changes > changes.schema.json
    """
    written = _written(kind, draft)
    say(json.dumps(written, ensure_ascii=False, indent=2) + "\n")


def _written(kind: KindChoice, draft: DraftChoice) -> dict[str, Any]:
    from planctl.loading.schema import (  # noqa: PLC0415 - help does not need the model
        Draft,
        SchemaKind,
        json_schema,
    )

    if kind is KindChoice.CHANGES:
        from planctl.console.changes_schema import changes_schema  # noqa: PLC0415 - it as well

        return changes_schema(Draft(draft.value))
    return json_schema(SchemaKind(kind.value), Draft(draft.value))
