"""What a report over several plans is called and made for, as it carries that: JSON."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from planctl.fingerprint import canonical
from planctl.model import Period
from planctl.printing.told import finding_in, finding_plain, told_to
from planctl.report.programme_members import ProgrammeHead, Workspace
from planctl.report.request import Audience
from planctl.report.theme import Theme

HEAD: Final = "programme.json"

_NAMES: Final = ("priorities", "absent", "not_asked", "unread")


def head_content(head: ProgrammeHead, places: Mapping[str, str]) -> bytes:
    """The head as a file of the report; `places` are the workspaces of plans by their files."""
    return canonical({
        "term": str(head.term),
        "as_of": head.as_of.isoformat(),
        "workspaces": [_workspace(one, head.audience) for one in head.workspaces],
        "title": head.title,
        "folder": head.folder,
        "not_running": list(head.not_running),
        "command": list(head.command),
        "places": dict(places),
    })  # fmt: skip


def places_in(content: bytes) -> Mapping[str, str]:
    """The workspaces of plans by their files. Raises ValueError, KeyError for any other content."""
    return {str(name): str(place) for name, place in json.loads(content)["places"].items()}


def term_in(content: bytes) -> str:
    """The term as it is written. Raises as above."""
    return str(json.loads(content)["term"])


def head_in(content: bytes, term: Period, audience: Audience, theme: Theme) -> ProgrammeHead:
    """The head. Raises ValueError, KeyError, TypeError, ArithmeticError for any other content."""
    found = json.loads(content)
    return ProgrammeHead(
        term=term,
        as_of=date.fromisoformat(found["as_of"]),
        audience=audience,
        workspaces=tuple(_read_workspace(one) for one in found["workspaces"]),
        title=found["title"],
        folder=found["folder"],
        not_running=tuple(found["not_running"]),
        command=tuple(found["command"]),
        theme=theme,
    )


def _workspace(one: Workspace, audience: Audience) -> dict[str, Any]:
    return {
        "title": one.title,
        "partnership": one.partnership,
        **{name: list(getattr(one, name)) for name in _NAMES},
        "promised": [list(promise) for promise in one.promised],
        "money": None if one.money is None else str(one.money),
        "findings": [finding_plain(told_to(found, audience)) for found in one.findings],
    }


def _read_workspace(found: dict[str, Any]) -> Workspace:
    names: dict[str, Any] = {name: tuple(found[name]) for name in _NAMES}
    return Workspace(
        title=found["title"],
        partnership=found["partnership"],
        promised=tuple((title, wanted, here) for title, wanted, here in found["promised"]),
        money=None if found["money"] is None else Decimal(found["money"]),
        findings=tuple(finding_in(one) for one in found["findings"]),
        **names,
    )
