"""What was found in an earlier version of the same files."""

from collections.abc import Iterable
from datetime import date

from planctl.findings import Finding
from planctl.gitio import needed_commit
from planctl.rules import Policy
from planctl.workspace.checking import check_run
from planctl.workspace.group import Group
from planctl.workspace.version import version_of


def findings_at(
    found: Iterable[Group], revision: str, policy: Policy, as_of: date
) -> tuple[Finding, ...]:
    """What would have been found in the groups' files at the revision, judged as they are now.

    Raises GitMissingError, NoRevisionError.
    """
    versions = [_version(group, revision) for group in found]
    return check_run((one for one in versions if one), policy, as_of).findings


def _version(group: Group, revision: str) -> Group | None:
    return version_of(group, *needed_commit(group.root, revision))
