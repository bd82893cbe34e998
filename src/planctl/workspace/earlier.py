"""A plan as it was at the end of the last term, for rules that hold it against what it is now."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from planctl.gitio import Commit, Repository, repository_at
from planctl.model import Plan
from planctl.rules import Earlier
from planctl.workspace.group import Group
from planctl.workspace.version import version_of

EarlierOf = Callable[[Path, Plan], Earlier | None]
"""The earlier version of the plan, which is in that file now; None where there is none."""


def earlier_of(group: Group, as_of: date) -> EarlierOf:
    """What gives the earlier versions of the group's plans; git is asked when it is called first.

    It is the last commit dated on or before the last day of the last term that has ended on the
    day. None without git, without such a commit, and where the plan was not there or did not load.
    """
    return _History(group, as_of).earlier


class _History:
    """The group in the commits that were asked for."""

    def __init__(self, group: Group, as_of: date) -> None:
        self.group, self.as_of = group, as_of
        self.repositories: list[Repository | None] = []
        self.versions: dict[date, tuple[Commit, Group] | None] = {}

    def earlier(self, path: Path, plan: Plan) -> Earlier | None:
        ended = plan.timeline.terms_ended(self.as_of)
        day = plan.timeline.ends(ended[-1]) if ended else None
        version = self._version(day) if day else None
        if version is None:
            return None
        commit, group = version
        before = _plan_in(group, path)
        return Earlier(before, commit.short, commit.day) if before else None

    def _version(self, day: date) -> tuple[Commit, Group] | None:
        if day not in self.versions:
            self.versions[day] = self._found(day)
        return self.versions[day]

    def _found(self, day: date) -> tuple[Commit, Group] | None:
        if not self.repositories:
            self.repositories.append(repository_at(self.group.root))
        (repository,) = self.repositories
        commit = repository.last_commit(day) if repository else None
        if repository is None or commit is None:
            return None
        group = version_of(self.group, repository, commit)
        return (commit, group) if group else None


def _plan_in(group: Group, path: Path) -> Plan | None:
    """The plan that the file held, with what it took from its programme."""
    if path not in group.asked or not group.is_sound:
        return None
    record = group.plans[group.asked.index(path)].record
    return group.joined(record) if record else None
