"""What belongs together: a workspace's settings, programme and plans, and the check of them."""

from planctl.workspace.checking import check_run
from planctl.workspace.group import Group, groups
from planctl.workspace.places import (
    PLANS,
    PROGRAMME,
    WAIVERS,
    default_path,
    links_left_out,
    plan_files,
    workspace_of,
)
from planctl.workspace.settings_file import SETTINGS, SettingsFound, settings_of
from planctl.workspace.since import findings_at
from planctl.workspace.waiving import save_waivers, written_waivers

__all__ = [
    "PLANS",
    "PROGRAMME",
    "SETTINGS",
    "WAIVERS",
    "Group",
    "SettingsFound",
    "check_run",
    "default_path",
    "findings_at",
    "groups",
    "links_left_out",
    "plan_files",
    "save_waivers",
    "settings_of",
    "workspace_of",
    "written_waivers",
]
