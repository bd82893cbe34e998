"""What changed between two versions of a plan, and whether that is better or worse."""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from planctl.diff.change import Change, Decision, Direction, Edit, Level, Plain, Spot
from planctl.diff.compared import Compared, SideShown
from planctl.diff.table import BY_NAME, CHANGE_RULES, ChangeRule
from planctl.diff.version import Version
from planctl.pairing import Match

if TYPE_CHECKING:
    from planctl.diff.applying import OtherPlanError, apply
    from planctl.diff.comparison import compare

_HOMES: Final = MappingProxyType(
    {"OtherPlanError": "applying", "apply": "applying", "compare": "comparison"}
)
"""Where the parts are that do the work, imported on first use: many only show what was found."""

__all__ = [
    "BY_NAME",
    "CHANGE_RULES",
    "Change",
    "ChangeRule",
    "Compared",
    "Decision",
    "Direction",
    "Edit",
    "Level",
    "Match",
    "OtherPlanError",
    "Plain",
    "SideShown",
    "Spot",
    "Version",
    "apply",
    "compare",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
