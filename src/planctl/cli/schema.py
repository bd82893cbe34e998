"""`planctl schema`: JSON Schema of plans and programmes."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.output import say


class KindChoice(StrEnum):
    """What the schema describes."""

    PLAN = "plan"
    PROGRAMME = "programme"


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
    """Print the JSON Schema of a plan or programme, for editors.

    \b
    Examples:
      planctl schema > plan.schema.json
      planctl schema --kind programme --draft 7
    """
    from planctl.loading.schema import (  # noqa: PLC0415 - help does not need the model
        Draft,
        SchemaKind,
        json_schema,
    )

    written = json_schema(SchemaKind(kind.value), Draft(draft.value))
    say(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
