"""What belongs together: a workspace's settings, programme and plans, and the check of them."""

from planctl.workspace.checking import check_run
from planctl.workspace.group import Group, groups
from planctl.workspace.places import (
    PLANS,
    PROGRAMME,
    default_path,
    links_left_out,
    plan_files,
    workspace_of,
)
from planctl.workspace.settings_file import SETTINGS, SettingsFound, settings_of

__all__ = [
    "PLANS",
    "PROGRAMME",
    "SETTINGS",
    "Group",
    "SettingsFound",
    "check_run",
    "default_path",
    "groups",
    "links_left_out",
    "plan_files",
    "settings_of",
    "workspace_of",
]
