"""What has changed in plans since they were last reported, by the history of their files."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from planctl.audit import Reader, edition_for
from planctl.diff import Change, Version
from planctl.diff.comparison import compare as compare_plans
from planctl.errors import PlanctlError, WrongValueError
from planctl.gitio import Commit, NoRevisionError, history_at, needed_commit, repository_at
from planctl.model import Period, Plan, Timeline, rows
from planctl.report.request import Since
from planctl.workspace.comparing import Means, comparison
from planctl.workspace.declaring import Declaring
from planctl.workspace.group import Group
from planctl.workspace.sealed_version import since_sealed
from planctl.workspace.term_sides import told_by

_OPTION: Final = "--since"
_FORMS: Final = "Write a term such as '2017-18 autumn', or name a branch, a tag or a commit."


@dataclass(frozen=True, slots=True)
class Reported:
    """A commit that plans are held against: what it is called, and the day they are judged on."""

    commit: str
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The term that a report is about, the day it is judged on, and what it is held against.

    That is None where there is no version of then.
    """

    term: Period
    as_of: date
    reported: Reported | None


@dataclass(frozen=True)
class EarlierVersions:
    """The group's plans as they were last reported.

    That is the last commit dated on or before the last day of the term before the one reported on;
    `asked` names another term, or a revision. Git is asked when a version is wanted first. Where it
    has none, and none was asked for, the seals of terms that are closed tell of ratings. What is
    compared are the editions of both versions that the reader may see; `declaring` are the files
    whose persons a reader may not see.
    """

    group: Group
    asked: str = ""
    reader: Reader = Reader.OFFICER
    declaring: tuple[Declaring, ...] = ()
    _found: dict[tuple[Occurrence, tuple[Path, ...]], "_Found | None"] = field(default_factory=dict)
    _commits: dict[date, Reported | None] = field(default_factory=dict)

    def reported(self, timeline: Timeline, term: Period, as_of: date) -> Reported | None:
        """The commit that a plan with that timeline is held against.

        None where none was asked for and there is none. Raises GitMissingError, WrongValueError for
        one that was asked for; NoRevisionError where a shallow clone may lack it.
        """
        if not self.asked:
            before = timeline.term_before(term)
            day = timeline.ends(before) if before else None
            return self._known(day) if day else None
        period = timeline.period(self.asked)
        day = timeline.ends(period) if period and timeline.is_term(period) else None
        if day is None:
            commit = self._revision()
            return Reported(commit.id, self.asked, min(commit.day, as_of))
        found = self._known(day)
        if found is None:
            needed_commit(self.group.root, "HEAD")
            remedy = "Name a later term, or a revision: a branch, a tag or a commit."
            problem = "has no version of the plans: nothing was committed by then"
            raise WrongValueError(_OPTION, self.asked, remedy, problem)
        return found

    def since(self, path: Path, plan: Plan, occurrence: Occurrence) -> Since | None:
        """What has changed in the plan, which is in that file; None where that is not known.

        It is not known of a plan that was not there, or could not be read, and had no term closed.
        Raises what comparing does where the version was asked for.
        """
        found = self._since_reported(path, plan, occurrence)
        if found is not None or self.asked:
            return found
        of_report = (occurrence.term, occurrence.as_of)
        return since_sealed(plan, self.group.seals, of_report, self._seen)

    def _since_reported(self, path: Path, plan: Plan, occurrence: Occurrence) -> Since | None:
        reported = occurrence.reported
        if reported is None:
            return None
        found = self._compared(occurrence, reported, self.group.asked)
        if found and found.is_new(plan.id):
            # A plan that has another name now is only found among the others of its folder.
            found = self._compared(occurrence, reported, (path.parent,))
        return found.since(plan.id, reported) if found else None

    def _revision(self) -> Commit:
        """The commit that was asked for by the name of a revision."""
        try:
            return needed_commit(self.group.root, self.asked)[1]
        except NoRevisionError as error:
            if history_at(self.group.root, ("HEAD",)).is_shallow:
                raise
            problem = "is neither a term nor a revision of this repository"
            raise WrongValueError(_OPTION, self.asked, _FORMS, problem) from error

    def _known(self, day: date) -> Reported | None:
        """The last commit by the day; None without one, and without git."""
        if day not in self._commits:
            repository = repository_at(self.group.root)
            commit = repository.last_commit(day) if repository else None
            self._commits[day] = Reported(commit.id, commit.short, day) if commit else None
        return self._commits[day]

    def _compared(
        self, occurrence: Occurrence, reported: Reported, paths: tuple[Path, ...]
    ) -> "_Found | None":
        key = (occurrence, paths)
        if key not in self._found:
            try:
                self._found[key] = self._compare(occurrence, reported, paths)
            except PlanctlError:
                if self.asked:
                    raise
                self._found[key] = None
        return self._found[key]

    def _compare(
        self, occurrence: Occurrence, reported: Reported, paths: tuple[Path, ...]
    ) -> "_Found":
        """The comparison of the commit with the files; neither side knows of later terms."""
        actions: dict[str, int] = {}

        def compared(old: Version, new: Version) -> tuple[Change, ...]:
            last = new.whole.timeline.ends(occurrence.term) or occurrence.as_of
            old, new = self._seen(old, new), self._seen(new, old)
            before = replace(_told(old, new.whole.timeline, last), on=reported.on)
            actions[new.plan.id] = len(tuple(rows(before.whole)))
            return compare_plans(before, _told(new, new.whole.timeline, last))

        as_of = occurrence.as_of
        # Two days that differ: then every plan is compared, also where its file is the same.
        days = (as_of - timedelta(days=1), as_of)
        words = (reported.commit, *(str(path.absolute()) for path in paths))
        found = comparison(words, Means(self.group.root, as_of, compare=compared), days)
        return _Found(found.compared.changes, actions)

    def _seen(self, version: Version, other: Version) -> Version:
        """The version as the reader may see it; persons of the other one are known too."""
        known = (*version.whole.parties, *other.whole.parties)
        elsewhere = [one.parties for one in self.declaring]
        plan, whole = (
            edition_for(one, self.reader, known, elsewhere).plan
            for one in (version.plan, version.whole)
        )
        return replace(version, plan=plan, whole=whole)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a comparison found, and how many actions each plan had that was on both sides."""

    changes: tuple[Change, ...]
    actions: dict[str, int]

    def is_new(self, plan: str) -> bool:
        """Whether the plan was not there under the name of its file."""
        return any(one.rule == "plan-added" and one.plan == plan for one in self.changes)

    def since(self, plan: str, reported: Reported) -> Since | None:
        if plan not in self.actions:
            return None
        changes = tuple(change for change in self.changes if change.plan == plan)
        return Since(reported.name, reported.on, changes, self.actions[plan], reported.commit)


def _told(version: Version, timeline: Timeline, last: date) -> Version:
    plan, whole = (told_by(one, timeline, last) for one in (version.plan, version.whole))
    return replace(version, plan=plan, whole=whole)
