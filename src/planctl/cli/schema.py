"""`planctl schema`: JSON Schema of plans and programmes, and of the JSON that commands print."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planctl.cli.output import say

if TYPE_CHECKING:
    from planctl.loading.schema import Draft


class KindChoice(StrEnum):
    """What the schema describes."""

    PLAN = "plan"
    PROGRAMME = "programme"
    CHANGES = "changes"
    FINDINGS = "findings"
    STATUS = "status"
    QUESTIONS = "questions"
    VERIFY = "verify"
    MANIFEST = "manifest"
    TERMS = "terms"
    COLLECT_STATUS = "collect-status"
    COLLECT_MERGE = "collect-merge"


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
    """Print the JSON Schema of plans, or of what a command prints.

    \b
    Examples:
      planctl schema > plan.schema.json
      planctl schema --kind programme --draft 7
      planctl schema --kind changes       what diff --format json prints
      planctl schema --kind findings      the same of validate
      planctl schema --kind terms         the same of term list
    """
    written = _written(kind, draft)
    say(json.dumps(written, ensure_ascii=False, indent=2) + "\n")


def _written(kind: KindChoice, draft: DraftChoice) -> dict[str, Any]:
    from planctl.loading.schema import (  # noqa: PLC0415 - help does not need the model
        Draft,
        SchemaKind,
        json_schema,
    )

    if kind.value in set(SchemaKind):
        return json_schema(SchemaKind(kind.value), Draft(draft.value))
    return _printed()[kind](Draft(draft.value))


def _printed() -> "Mapping[KindChoice, Callable[[Draft], dict[str, Any]]]":
    """The schemas of what commands print."""
    from planctl.console.changes_schema import changes_schema  # noqa: PLC0415 - as above
    from planctl.console.collected_schema import (  # noqa: PLC0415 - as above
        collect_merge_schema,
        collect_status_schema,
    )
    from planctl.console.findings_schema import findings_schema  # noqa: PLC0415 - as above
    from planctl.console.questions_schema import questions_schema  # noqa: PLC0415 - as above
    from planctl.console.status_schema import status_schema  # noqa: PLC0415 - as above
    from planctl.console.terms_schema import terms_schema  # noqa: PLC0415 - as above
    from planctl.verify.schema import manifest_schema, verify_schema  # noqa: PLC0415 - as above

    return {
        KindChoice.CHANGES: changes_schema,
        KindChoice.FINDINGS: findings_schema,
        KindChoice.STATUS: status_schema,
        KindChoice.QUESTIONS: questions_schema,
        KindChoice.VERIFY: verify_schema,
        KindChoice.MANIFEST: manifest_schema,
        KindChoice.TERMS: terms_schema,
        KindChoice.COLLECT_STATUS: collect_status_schema,
        KindChoice.COLLECT_MERGE: collect_merge_schema,
    }
