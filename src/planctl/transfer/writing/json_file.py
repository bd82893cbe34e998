"""A plan as JSON, for other programs."""

import json
from typing import Any

from planctl.errors import ExitCode, PlanctlError
from planctl.model import Plan
from planctl.model.plain import plain
from planctl.source import Value
from planctl.transfer.writing.leaves import as_written


class NotOurJsonError(PlanctlError):
    """JSON that is no export of a plan."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"This JSON is no plan that planctl exported: {reason}. "
            'It has the form {"format_version": 1, "plan": {...}}.'
        )


def as_json(plan: Plan) -> bytes:
    """The plan under `plan`; texts, whole numbers and truth values."""
    written = {"format_version": 1, "plan": plain(plan)}
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


def from_json(content: bytes) -> Value:
    """The plan as a file has it. Raises NotOurJsonError."""
    try:
        found: Any = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotOurJsonError(f"it cannot be read ({error})") from error
    if not isinstance(found, dict) or not isinstance(found.get("plan"), dict):
        raise NotOurJsonError("it holds no plan")
    return as_written(found["plan"])
