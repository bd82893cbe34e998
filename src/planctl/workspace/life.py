"""The life of one action: every change to it, commit by commit, whatever it was called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from planctl.diff import Change, Version, compare
from planctl.diff.delta import delta
from planctl.diff.life import Event, Life
from planctl.findings import Path
from planctl.gitio import PastCommit
from planctl.model import Action, rows
from planctl.workspace.archive import Archive

_BY_TIME: Final = frozenset({
    "carried-over", "carried-over-no-more", "newly-overdue", "overdue-no-more", "missed-update",
    "update-received", "approval-stale", "possible-renumbering", "ref-reused",
})  # fmt: skip
"""What the days or other entries bring about: no commit has done it to the action."""

_PARTS: Final = frozenset({"evidence", "milestone", "success"})
"""The kinds of entries that are told of with the action that they belong to."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An action in one version of a plan: where in the plan, and in which file."""

    version: Version
    place: Path
    file: str

    @property
    def action(self) -> Action:
        """The action itself."""
        return next(row.action for row in rows(self.version.plan) if row.path == self.place)


def life_of(standing: Standing, archive: Archive) -> Life:
    """The life of an action that stands in the files of today."""
    newest = archive.commits[:1]
    head = next((one for new in newest for one in archive.sound(new, standing.file)), None)
    found = _before(archive, head, standing) if head else None
    events = tuple(_walked(archive, head, found)) if head and found else ()
    since = _changes(found, standing) if found else _came(standing)
    if since:
        events = (*events, Event(standing.action.ref or "", since))
    return _life(archive, standing, events)


def life_named(name: str, archive: Archive, stem: str = "") -> Life | None:
    """The life of the last action that went by that reference or uid, if there ever was one.

    It may have been dropped since, or go by another reference. It is looked for in all plans, or
    in files of that name alone.
    """
    for commit in archive.commits:
        for standing in _called(archive, commit, name.strip().casefold()):
            if stem in {"", PurePosixPath(standing.file).stem}:
                last, here = _last(archive, commit, standing)
                events = (*_walked(archive, last, here), *_dropped(archive, last, here))
                return _life(archive, here, events)
    return None


def _last(archive: Archive, commit: PastCommit, standing: Standing) -> tuple[PastCommit, Standing]:
    """The newest commit in which the action stands, whatever it is called there, and where."""
    standings = {commit.id: standing}
    last = commit, standing
    for later in reversed(archive.commits):
        before = next((standings[one] for one in later.parents if one in standings), None)
        here = _after(archive, later, before) if before else None
        if here is not None:
            standings[later.id] = here
            last = later, here
    return last


def _after(archive: Archive, commit: PastCommit, before: Standing) -> Standing | None:
    """Where the action stands in the later commit."""
    files = [before.file]
    if archive.version(commit, before.file) is None:
        files = sorted(archive.files(commit))
    for file in files:
        version = archive.version(commit, file)
        place = _place_after(before, version) if version else None
        if version is not None and place is not None:
            return Standing(version, place, file)
    return None


def _place_after(before: Standing, version: Version) -> Path | None:
    found = delta(before.version.plan, version.plan)
    old = next(node for node in found.old.nodes["action"] if node.path == before.place)
    new = found.pairs.new_of.get(old)
    return new.path if new is not None else None


def _life(archive: Archive, last: Standing, events: tuple[Event, ...]) -> Life:
    action, plan = last.action, last.version.plan
    names = action.ref or "", action.uid or ""
    cut_off = archive.history.is_shallow
    return Life(plan.id, last.file, *names, action.text, events, cut_off)


def _event(commit: PastCommit, standing: Standing, changes: tuple[Change, ...]) -> Event:
    said = commit.id, commit.author, commit.day, commit.subject
    return Event(standing.action.ref or "", changes, *said)


def _called(archive: Archive, commit: PastCommit, wanted: str) -> Iterator[Standing]:
    for file in sorted(archive.files(commit)):
        version = archive.version(commit, file)
        for row in rows(version.plan) if version else ():
            names = {each.casefold() for each in (row.action.ref, row.action.uid) if each}
            if version and wanted in names:
                yield Standing(version, row.path, file)


def _dropped(archive: Archive, commit: PastCommit, standing: Standing) -> Iterator[Event]:
    """The commit after that one, in which the action is not there any more."""
    for later in reversed(archive.commits):
        if commit.id not in later.parents:
            continue
        version = archive.version(later, standing.file)
        changes = compare(standing.version, version) if version else ()
        gone = tuple(change for change in changes if change.old_path == standing.place)
        if version is None or gone:
            yield _event(later, standing, gone)
            return


@dataclass(slots=True)
class _Walk:
    """Where the action stands in each commit that is still to be looked at."""

    archive: Archive
    standings: dict[str, Standing] = field(default_factory=dict)

    def event(self, commit: PastCommit, here: Standing) -> Event | None:
        """What the commit itself changed: what differs from all that came before it."""
        parents = dict.fromkeys(self.archive.parents(commit, here.file))
        told = [self._since(parent, commit, here) for parent in parents]
        if not told:
            return _event(commit, here, _came(here))
        common = set.intersection(*({_said(change) for change in changes} for changes in told))
        changes = tuple(change for change in told[0] if _said(change) in common)
        return _event(commit, here, changes) if changes else None

    def _since(self, parent: PastCommit, commit: PastCommit, here: Standing) -> tuple[Change, ...]:
        identity = self.archive.identity
        if identity(parent, here.file) == identity(commit, here.file):
            version = replace(here.version, on=parent.day)
            self.standings.setdefault(parent.id, replace(here, version=version))
            return ()
        before = _before(self.archive, parent, here)
        if before is None:
            return _came(here)
        self.standings.setdefault(parent.id, before)
        return _changes(before, here)


def _walked(archive: Archive, commit: PastCommit, standing: Standing) -> Iterator[Event]:
    """What the commits up to that one did, the oldest first."""
    walk = _Walk(archive, {commit.id: standing})
    events: list[Event] = []
    for one in archive.commits:
        here = walk.standings.pop(one.id, None)
        event = walk.event(one, here) if here else None
        if event is not None:
            events.append(event)
    yield from reversed(events)


def _before(archive: Archive, commit: PastCommit, here: Standing) -> Standing | None:
    """Where the action stood in the commit: in the same file, or in one that is not there now."""
    found = _found_in(archive, commit, here.file, here)
    if found is not None or archive.version(commit, here.file) is not None:
        return found
    others = (_found_in(archive, commit, file, here) for file in sorted(archive.files(commit)))
    return next(filter(None, others), None)


def _found_in(archive: Archive, commit: PastCommit, file: str, here: Standing) -> Standing | None:
    version = archive.version(commit, file)
    if version is None:
        return None
    found = delta(version.plan, here.version.plan)
    node = next(node for node in found.new.nodes["action"] if node.path == here.place)
    old = found.pairs.old_of.get(node)
    return Standing(version, old.path, file) if old is not None else None


def _changes(before: Standing, here: Standing) -> tuple[Change, ...]:
    every = compare(before.version, here.version)
    return tuple(change for change in every if _is_of(change, before, here))


def _is_of(change: Change, before: Standing, here: Standing) -> bool:
    if change.rule in _BY_TIME:
        return False
    if change.kind == "action":
        return change.new_path == here.place
    return change.kind in _PARTS and (
        _is_below(change.new_path, here.place) or _is_below(change.old_path, before.place)
    )


def _is_below(path: Path | None, place: Path) -> bool:
    """Whether the path leads to a part of the action itself, and not of a sub-action."""
    own = path[len(place) :] if path and path[: len(place)] == place else ()
    return bool(own) and "sub_actions" not in own


def _came(here: Standing) -> tuple[Change, ...]:
    """The change that the action's first appearance is."""
    emptied = here.version.plan.model_copy(update={"themes": ()})
    version = Version(emptied, emptied, here.version.on)
    changes: Sequence[Change] = compare(version, here.version)
    return tuple(c for c in changes if c.kind == "action" and c.new_path == here.place)


def _said(change: Change) -> tuple[str, str, str]:
    return change.rule, change.field, repr(change.new)
