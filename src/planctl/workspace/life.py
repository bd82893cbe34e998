"""The life of one action: every change to it, commit by commit, whatever it was called."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from planctl.diff import Change, Version, compare
from planctl.diff.delta import delta
from planctl.diff.life import Event, Life
from planctl.findings import Path
from planctl.gitio import PastCommit
from planctl.model import Action, rows
from planctl.wording.words import normalised
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
    found = _before(archive, head, standing, _on_disk(archive)) if head else None
    events = _walked(archive, head, found) if head and found else ()
    since = _changes(found, standing) if found else _came(standing)
    if not found:
        events = _earlier(archive, archive.commits, standing)
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
        parent = next((one for one in later.parents if one in standings), None)
        here = _after(archive, parent, later, standings[parent]) if parent else None
        if here is not None:
            standings[later.id] = here
            last = later, here
    return last


def _after(archive: Archive, parent: str, commit: PastCommit, before: Standing) -> Standing | None:
    """Where the action stands in the later commit, after the one of that id."""
    files = [before.file]
    if archive.version(commit, before.file) is None:
        # In a plan that was there before, it would be an action of that plan's own.
        files = sorted(archive.paths(commit.id) - archive.paths(parent))
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
        version = archive.version(later, standing.file)
        is_broken = version is None and standing.file in archive.paths(later.id)
        if is_broken or commit not in archive.parents(later, standing.file):
            continue
        changes = compare(standing.version, version or _emptied(standing))
        gone = tuple(change for change in changes if change.old_path == standing.place)
        if gone:
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
        before = _before(self.archive, parent, here, lambda: self.archive.paths(commit.id))
        if before is None:
            return _came(here)
        self.standings.setdefault(parent.id, before)
        return _changes(before, here)


def _walked(archive: Archive, commit: PastCommit, standing: Standing) -> tuple[Event, ...]:
    """What the commits up to that one did, the oldest first."""
    walk = _Walk(archive, {commit.id: standing})
    events: list[Event] = []
    oldest, older = standing, archive.commits
    for number, one in enumerate(archive.commits, start=1):
        here = walk.standings.pop(one.id, None)
        event = walk.event(one, here) if here else None
        if event is not None:
            events.append(event)
        if here is not None:
            oldest, older = here, archive.commits[number:]
    return (*_earlier(archive, older, oldest), *reversed(events))


def _earlier(archive: Archive, commits: Iterable[PastCommit], here: Standing) -> tuple[Event, ...]:
    """What had become of an action that was dropped, and came again: in those commits."""
    for commit in commits:
        if not archive.may_hold(commit, here.file, here.action.uid or here.action.text):
            continue
        version = archive.version(commit, here.file)
        for row in rows(version.plan) if version else ():
            if version and _is_same(row.action, here.action):
                last, there = _last(archive, commit, Standing(version, row.path, here.file))
                return (*_walked(archive, last, there), *_dropped(archive, last, there))
    return ()


def _is_same(one: Action, other: Action) -> bool:
    """Whether they go by one uid; without uids, by one reference and the same words."""
    if one.uid or other.uid:
        return one.uid == other.uid
    return one.ref == other.ref and normalised(one.text) == normalised(other.text)


def _before(
    archive: Archive, commit: PastCommit, here: Standing, now: Callable[[], Container[str]]
) -> Standing | None:
    """Where the action stood in the commit: in the same file, else rather in one that is gone."""
    found = _found_in(archive, commit, here.file, here)
    if found is not None or archive.version(commit, here.file) is not None:
        return found
    there = now()
    files = sorted(archive.files(commit), key=lambda file: (file in there, file))
    others = (_found_in(archive, commit, file, here) for file in files)
    return next(filter(None, others), None)


def _on_disk(archive: Archive) -> Callable[[], Container[str]]:
    """The plan files of today."""

    def files() -> frozenset[str]:
        past = archive.paths(archive.commit)
        return frozenset(path for path in past if (archive.history.top / path).exists())

    return files


def _found_in(archive: Archive, commit: PastCommit, file: str, here: Standing) -> Standing | None:
    version = archive.version(commit, file)
    if version is None:
        return None
    found = delta(version.plan, here.version.plan)
    node = next(node for node in found.new.nodes["action"] if node.path == here.place)
    old = found.pairs.old_of.get(node)
    return Standing(version, old.path, file) if old is not None else None


def _changes(before: Standing, here: Standing) -> tuple[Change, ...]:
    every = compare(before.version, here.version, asks_for_updates=False)
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
    changes: Sequence[Change] = compare(_emptied(here), here.version)
    return tuple(c for c in changes if c.kind == "action" and c.new_path == here.place)


def _emptied(here: Standing) -> Version:
    """The plan without its actions."""
    plan = here.version.plan.model_copy(update={"themes": ()})
    return Version(plan, plan, here.version.on)


def _said(change: Change) -> tuple[str, str, str]:
    return change.rule, change.field, repr(change.new)
