"""Finding and loading what belongs together: settings, programme and plans of a workspace."""

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from planctl.errors import NoPlansError, PathNotFoundError, SettingsError, UnreadableError
from planctl.findings import Finding
from planctl.loading import Loaded, load_plan, load_programme
from planctl.model import Plan, Programme, within
from planctl.rules import Case, Checked, CheckRun, Rule, by_place, check, grouped
from planctl.settings.record import Settings, read_settings
from planctl.source import Document, read_file

PROGRAMME: Final = "programme.yaml"
PLANS: Final = "plans"
SETTINGS: Final = "planctl.toml"
_SUFFIXES: Final = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class SettingsFound:
    """The settings in force, the file they came from, and what that file sets."""

    settings: Settings
    file: Path | None = None
    written: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Group:
    """The plans that share a programme: those asked for, and their neighbours in the workspace."""

    root: Path
    programme_file: Path | None
    asked: tuple[Path, ...]
    neighbours: tuple[Path, ...]

    @cached_property
    def programme(self) -> Loaded[Programme] | None:
        """The programme's file as it loaded; None when there is none."""
        if self.programme_file is None:
            return None
        return load_programme(read_file(self.programme_file, self.programme_file.as_posix()))

    @cached_property
    def plans(self) -> tuple[Loaded[Plan], ...]:
        """The plans asked for, as they loaded."""
        return tuple(self._load(path) for path in self.asked)

    @cached_property
    def known(self) -> tuple[Plan, ...]:
        """All plans of the workspace that load, each with what it takes from its programme."""
        asked = [loaded.record for loaded in self.plans]
        others = [self._load(path).record for path in self.neighbours]
        return tuple(self.joined(plan) for plan in (*asked, *others) if plan is not None)

    @property
    def is_sound(self) -> bool:
        """Whether plans can be judged: their programme, where there is one, has loaded."""
        return self.programme is None or self.programme.record is not None

    def sound_plans(self) -> tuple[Plan, ...]:
        """The plans asked for that loaded, with what they take from their programme."""
        if not self.is_sound:
            return ()
        return tuple(self.joined(loaded.record) for loaded in self.plans if loaded.record)

    def broken(self) -> tuple[Finding, ...]:
        """What kept the programme or plans asked for from loading."""
        files = (*((self.programme,) if self.programme else ()), *self.plans)
        return tuple(f for loaded in files if loaded.record is None for f in loaded.findings)

    def joined(self, plan: Plan) -> Plan:
        """The plan with what it takes from the programme."""
        return within(plan, self.programme.record if self.programme else None)

    def _load(self, path: Path) -> Loaded[Plan]:
        programme = self.programme.record if self.programme else None
        return load_plan(read_file(path, path.as_posix()), path.stem, programme)


def groups(paths: Iterable[Path]) -> tuple[Group, ...]:
    """The plans at the paths, with those that share a programme together.

    A path is a plan's file or a folder; a workspace stands for its plans folder. Raises
    PathNotFoundError, NoPlansError, UnreadableError.
    """
    asked: dict[tuple[Path, Path | None], list[Path]] = {}
    for path in paths:
        for file in plan_files(path):
            root = workspace_of(file)
            together = asked.setdefault((root, _programme_for(file, root)), [])
            if file not in together and file.name != PROGRAMME:
                together.append(file)
    return tuple(
        Group(root, programme, tuple(files), tuple(_neighbours(root, programme, files)))
        for (root, programme), files in asked.items()
    )


def default_path(folder: Path) -> Path:
    """The plans folder of the workspace that the folder is in. Raises NoPlansError."""
    plans = workspace_of(folder) / PLANS
    if not plans.is_dir():
        raise NoPlansError(folder)
    return Path(os.path.relpath(plans, folder)) if folder.is_absolute() else plans


def plan_files(path: Path) -> tuple[Path, ...]:
    """The plan files at the path, in order of their names; a programme is not a plan."""
    if not path.exists():
        raise PathNotFoundError(path)
    if not path.is_dir():
        return (path,)
    found = tuple(_walk(_plans_folder(path), path.resolve()))
    if not found:
        raise NoPlansError(path)
    return found


def workspace_of(path: Path) -> Path:
    """The nearest folder above that holds settings, else the one that holds the plans folder."""
    folder = path if path.is_dir() else path.parent
    resolved = folder.resolve()
    for above in (resolved, *resolved.parents):
        if (above / SETTINGS).is_file() or _has_tool_table(above / "pyproject.toml"):
            return above
    return resolved.parent if resolved.name == PLANS else resolved


def settings_of(root: Path) -> SettingsFound:
    """The settings of a workspace. Raises SettingsError for what they may not hold."""
    for file in (root / SETTINGS, root / "pyproject.toml"):
        if not file.is_file():
            continue
        written = _toml(file)
        if file.name != SETTINGS:
            written = written.get("tool", {}).get("planctl", {})
        settings = read_settings(written)
        if isinstance(settings, str):
            raise SettingsError(file, settings)
        return SettingsFound(settings, file, written)
    return SettingsFound(Settings())


def check_run(found: Iterable[Group], rules: tuple[Rule, ...], as_of: date) -> CheckRun:
    """What reading, loading and the rules find in the groups' plans and programmes."""
    parts = [part for group in found for part in _checked(group, rules, as_of)]
    findings = sorted((f for _, checked, _ in parts for f in checked.findings), key=by_place)
    said = [
        finding
        for _, checked, _ in parts
        for finding in grouped(checked.findings, checked.populations, rules)
    ]
    plans = [was_run for _, _, was_run in parts if was_run is not None]
    return CheckRun(
        findings=tuple(findings),
        said=tuple(sorted(said, key=by_place)),
        documents={document.file: document for document, _, _ in parts},
        checked=len(plans),
        not_run=plans.count(False),
    )


def _checked(
    group: Group, rules: tuple[Rule, ...], as_of: date
) -> Iterator[tuple[Document, Checked, bool | None]]:
    """Each file's document and findings; for plans, whether the rules could look at it."""
    programme = group.programme
    if programme is not None:
        found = Checked(programme.findings)
        if programme.record is not None:
            record = programme.record
            found = check(Case(programme.document, record, record, group.known, as_of), rules)
        yield programme.document, found, None
    for loaded in group.plans:
        if loaded.record is None or not group.is_sound:
            yield loaded.document, Checked(loaded.findings), False
            continue
        shared = programme.record if programme else None
        plan = group.joined(loaded.record)
        case = Case(loaded.document, plan, shared, group.known, as_of)
        yield loaded.document, check(case, rules), True


def _plans_folder(folder: Path) -> Path:
    is_workspace = (folder / SETTINGS).is_file() and (folder / PLANS).is_dir()
    return folder / PLANS if is_workspace else folder


def _walk(folder: Path, top: Path) -> Iterator[Path]:
    """The plan files below a folder; what a link leads out of it is left alone."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise UnreadableError(folder, (error.strerror or "unknown reason").lower()) from error
    for entry in entries:
        if entry.name.startswith(".") or not entry.resolve().is_relative_to(top):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(_plans_folder(entry), top)
        elif entry.suffix.lower() in _SUFFIXES and entry.name != PROGRAMME and entry.is_file():
            yield entry


def _programme_for(file: Path, root: Path) -> Path | None:
    """The programme beside the plan, else the workspace's, named as the plan is named."""
    beside = file.parent / PROGRAMME
    if beside.is_file():
        return beside
    for place in (root / PLANS / PROGRAMME, root / PROGRAMME):
        if place.is_file():
            return Path(os.path.relpath(place)) if not file.is_absolute() else place
    return None


def _neighbours(root: Path, programme: Path | None, asked: list[Path]) -> Iterator[Path]:
    """The other plans of the workspace that share the programme."""
    folder = root / PLANS
    if not folder.is_dir():
        return
    taken = {file.resolve() for file in asked}
    shared = programme.resolve() if programme else None
    for file in _walk(folder, root):
        other = _programme_for(file, root)
        if file not in taken and (other.resolve() if other else None) == shared:
            yield file


def _has_tool_table(file: Path) -> bool:
    return file.is_file() and "planctl" in _toml(file).get("tool", {})


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        raise UnreadableError(file, (error.strerror or "unknown reason").lower()) from error
    except UnicodeDecodeError as error:
        raise SettingsError(file, "it is not UTF-8. Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(file, f"it is not TOML: {error}.") from error
