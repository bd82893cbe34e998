"""Changes that the workspace's waivers.yaml lets stand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from planctl.diff import Change
from planctl.findings import Waiver
from planctl.rules import CATALOGUE
from planctl.workspace.waivers_file import WaiversFile

_CHECKS: Final = MappingProxyType({rule.name: rule.code for rule in CATALOGUE})
"""The codes of the checks that share their names with kinds of change."""

_NO_REASON: Final = "no reason is given"


def waived_changes(
    changes: Iterable[Change], files: Iterable[WaiversFile], on: date
) -> tuple[Change, ...]:
    """The changes, those with the reason that a waiver in force on the day lets stand."""
    waivers = [ignore.waiver for file in files for ignore in file.ignores]
    standing = [waiver for waiver in waivers if waiver.is_in_force(on)]
    return tuple(_waived(change, standing) for change in changes)


def further_waivers(old: Iterable[WaiversFile], new: Iterable[WaiversFile]) -> int:
    """How many waivers the new files have that the old ones have not."""
    return len(_keys(new) - _keys(old))


def _waived(change: Change, waivers: list[Waiver]) -> Change:
    for waiver in waivers:
        names = {change.rule, _CHECKS.get(change.rule, change.rule)}
        is_meant = (waiver.plan, waiver.fingerprint) == (change.plan, change.fingerprint)
        if is_meant and names.intersection(waiver.codes):
            return replace(change, waived=waiver.reason or _NO_REASON)
    return change


def _keys(files: Iterable[WaiversFile]) -> set[tuple[str, tuple[str, ...], str]]:
    waivers = (ignore.waiver for file in files for ignore in file.ignores)
    return {(waiver.plan, waiver.codes, waiver.fingerprint) for waiver in waivers}
