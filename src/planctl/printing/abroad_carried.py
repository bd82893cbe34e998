"""What a report says of actions of other plans, as it carries that: JSON."""

import json
from collections.abc import Mapping
from typing import Final

from planctl.fingerprint import canonical
from planctl.report.request import ActionAbroad

ABROAD: Final = "abroad.json"

Named = Mapping[str, ActionAbroad]
"""The actions by the names that the plan writes."""


def abroad_content(named: Mapping[str, Named]) -> bytes:
    """The actions that each plan names, by its file, as a file of the report."""
    return canonical({
        source: {
            name: {"plan": one.plan, "action": one.action, "text": one.text}
            for name, one in of_plan.items()
        }
        for source, of_plan in named.items()
    })  # fmt: skip


def abroad_in(content: bytes) -> Mapping[str, Named]:
    """What such a file holds. Raises ValueError, KeyError, TypeError for any other."""
    return {
        str(source): {
            str(name): ActionAbroad(str(one["plan"]), str(one["action"]), str(one["text"]))
            for name, one in of_plan.items()
        }
        for source, of_plan in json.loads(content).items()
    }
