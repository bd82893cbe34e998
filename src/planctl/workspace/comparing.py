"""The comparison of two sides: their plans paired, each pair compared, all of it located."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from planctl.diff import Change, Compared, SideShown
from planctl.diff.comparison import compare as compare_plans
from planctl.gitio import Objects, Runner, run_git
from planctl.source import read
from planctl.workspace.change_waivers import further_waivers, waived_changes
from planctl.workspace.places import PROGRAMME, waivers_for
from planctl.workspace.plan_changes import (
    Compare,
    is_format_only,
    located,
    plan_change,
    programme_changes,
)
from planctl.workspace.plan_pairs import PlanPairs, plan_pairs
from planctl.workspace.side_finding import Sides, is_path_in, sides_of
from planctl.workspace.side_names import asked_by
from planctl.workspace.side_plans import Homes, Reader, Shelf
from planctl.workspace.sides import Side
from planctl.workspace.waivers_file import WaiversFile, waivers_in

Days = tuple[date | None, date | None]
"""The days on which the sides are judged; None for a side's own."""

_OWN_DAYS: Final[Days] = (None, None)
_Paths = tuple[frozenset[Path], frozenset[Path]]


@dataclass(frozen=True, slots=True)
class Means:
    """What a comparison works with: the folder that paths are seen from, the day, and its tools."""

    folder: Path
    today: date
    run: Runner = run_git
    read: Reader = read
    compare: Compare = compare_plans


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found; `format_only` are files that differ, and say the same."""

    compared: Compared
    format_only: tuple[str, ...] = ()


def comparison(
    words: Iterable[str], means: Means, days: Days = _OWN_DAYS, *, cached: bool = False
) -> Comparison:
    """What changed between the sides that the words name.

    A plan is compared where its file, or its programme's, differs; where the sides are judged on
    two given days, every plan is. A programme that differs is compared as well, unless only plans
    are asked for. Raises what `asked_by` and `sides_of` do, and NoContentError.
    """
    asked = asked_by(tuple(words), is_path_in(means.folder), cached=cached)
    return _run(sides_of(asked, means.folder, means.run), means, days).comparison()


def _run(sides: Sides, means: Means, days: Days) -> "_Run":
    """The comparison with all that is to be read of git, from one process."""
    both = sides.old, sides.new
    homes = (Homes(sides.old, sides.ground.root_of), Homes(sides.new, sides.ground.root_of))
    is_pair = sides.old.is_file and sides.new.is_file
    every = is_pair or (None not in days and days[0] != days[1])
    looked = _differing(homes, every=every)
    programmes = _programmes(homes)
    waivers = (_waivers(homes[0]), _waivers(homes[1]))
    wanted = {side.commit for side in both if side.commit}
    for number, side in enumerate(both):
        shared = {home for path in looked[number] if (home := homes[number].of(path))}
        files = looked[number] | shared | programmes[number] | waivers[number]
        wanted |= {side.files[path] for path in files if path not in side.contents}
    history = sides.ground.history
    found = history.repository.objects(sorted(wanted)) if history else Objects()
    own = [found.days.get(side.commit, means.today) for side in both]
    shelves = [
        Shelf(home.side, sides.called, prefix, home, means.read, found.blobs, day or its_own)
        for home, prefix, day, its_own in zip(homes, (sides.prefix, ""), days, own, strict=True)
    ]
    new = replace(shelves[1], programmes=shelves[0].programmes)
    unchanged = len(_keys(both[1], both[1].plans - looked[1]))
    return _Run(means.compare, (shelves[0], new), looked, programmes, waivers, unchanged)


@dataclass(frozen=True, slots=True)
class _Run:
    """One comparison: both shelves, and the files that are looked at on each."""

    compare: Compare
    shelves: tuple[Shelf, Shelf]
    looked: _Paths
    programmes: _Paths
    waivers: _Paths
    unchanged: int

    def comparison(self) -> Comparison:
        old, new = self.shelves
        pairs = self._pairs()
        every = (*self._of_programmes(), *self._of_plans(pairs))
        files = [self._waiver_files(number) for number in (0, 1)]
        plans = len(pairs.pairs) + len(pairs.added) + len(pairs.removed) + pairs.unknown
        compared = Compared(
            SideShown(old.side.name, old.on, old.side.commit),
            SideShown(new.side.name, new.on, new.side.commit),
            waived_changes(every, files[1], new.on),
            tuple(dict.fromkeys((*old.unread, *new.unread))),
            plans + self.unchanged,
            further_waivers(*files),
        )
        alike = (new.called(b.path) for a, b in pairs.pairs if is_format_only(a, b))
        return Comparison(compared, tuple(alike))

    def _pairs(self) -> PlanPairs:
        old, new = self.shelves
        files = list(old.plans(self.looked[0])), list(new.plans(self.looked[1]))
        if old.side.is_file and new.side.is_file and all(files):
            pair = files[0][0], files[1][0]
            broken = any(one.whole is None for one in pair)
            return PlanPairs(unknown=1) if broken else PlanPairs((pair,))
        return plan_pairs(*files, (old.side.key, new.side.key))

    def _of_plans(self, found: PlanPairs) -> Iterator[Change]:
        """The changes, plan by plan in the order of their files."""
        old, new = self.shelves
        told: list[tuple[Path, tuple[Change, ...]]] = []
        for before, after in found.pairs:
            versions = before.version(old.on), after.version(new.on)
            if versions[0] and versions[1]:
                found_here = located(self.compare(versions[0], versions[1]), before, after)
                told.append((new.side.key(after.path), tuple(found_here)))
        told += [
            (shelf.side.key(file.path), (plan_change(rule, file),))
            for rule, shelf, files in (
                ("plan-removed", old, found.removed),
                ("plan-added", new, found.added),
            )
            for file in files
        ]
        for _, changes in sorted(told, key=lambda one: one[0]):
            yield from changes

    def _of_programmes(self) -> Iterator[Change]:
        sides = [
            {shelf.side.key(path): (shelf, shelf.programme_as_plan(path)) for path in sorted(paths)}
            for shelf, paths in zip(self.shelves, self.programmes, strict=True)
        ]
        for key in sorted({*sides[0], *sides[1]}):
            old, new = (side.get(key) for side in sides)
            changes = programme_changes(old, new, self.compare)
            yield from located(changes, old[1], new[1]) if old and new else tuple(changes)

    def _waiver_files(self, number: int) -> list[WaiversFile]:
        shelf = self.shelves[number]
        return [waivers_in(shelf.document(path)) for path in sorted(self.waivers[number])]


def _differing(homes: tuple[Homes, Homes], *, every: bool) -> _Paths:
    """The plans of each side that have to be read: those that the other has not the very same.

    A file that only bears another name, or stands in another folder, is the same.
    """
    old, new = homes
    if every:
        return old.side.plans, new.side.plans
    before = {(old.side.key(path), old.identity(path)): path for path in old.side.plans}
    after = {(new.side.key(path), new.identity(path)): path for path in new.side.plans}
    gone = {path: old.identity(path) for key, path in before.items() if key not in after}
    came = {path: new.identity(path) for key, path in after.items() if key not in before}
    moved = Counter(gone.values()) & Counter(came.values())
    return _without(gone, Counter(moved)), _without(came, Counter(moved))


def _without(
    paths: dict[Path, tuple[str, str]], moved: Counter[tuple[str, str]]
) -> frozenset[Path]:
    kept = []
    for path in sorted(paths):
        if moved[paths[path]]:
            moved[paths[path]] -= 1
        else:
            kept.append(path)
    return frozenset(kept)


def _programmes(homes: tuple[Homes, Homes]) -> _Paths:
    """The programmes that differ: those asked for, and those of the plans of a folder."""
    sides = []
    for home in homes:
        among = home.side.plans - home.side.named
        asked = {path for path in home.side.named if path.name == PROGRAMME}
        asked |= {found for path in among if (found := home.of(path))}
        sides.append({home.side.key(path): path for path in asked})
    old, new = homes
    same = {
        key
        for key in sides[0].keys() & sides[1].keys()
        if old.side.files[sides[0][key]] == new.side.files[sides[1][key]]
    }
    kept = [frozenset(path for key, path in side.items() if key not in same) for side in sides]
    return kept[0], kept[1]


def _waivers(home: Homes) -> frozenset[Path]:
    """The files of waivers of the workspaces that the plans are in."""
    roots = {home.root_of(path): path for path in sorted(home.side.plans)}
    found = (waivers_for(path, root, home.side.files.__contains__) for root, path in roots.items())
    return frozenset(path for path in found if path is not None)


def _keys(side: Side, paths: Iterable[Path]) -> set[Path]:
    return {side.key(path) for path in paths}
