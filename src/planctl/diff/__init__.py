"""What changed between two versions of a plan, and whether that is better or worse."""

from planctl.diff.applying import OtherPlanError, apply
from planctl.diff.change import Change, Decision, Direction, Edit, Level, Match, Plain, Spot
from planctl.diff.compare import compare
from planctl.diff.compared import Compared, SideShown
from planctl.diff.table import BY_NAME, CHANGE_RULES, ChangeRule
from planctl.diff.version import Version

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
