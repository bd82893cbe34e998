"""Whether git shows and merges plans by their facts; what to write so that it does, or no more."""

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planctl.errors import PlanctlError, UnreadableError, UnwritableError, reason_of
from planctl.gitio import Answer, GitMissingError, Runner, run_git
from planctl.source import write_atomic
from planctl.workspace.git_attributes import marked, unmarked
from planctl.workspace.git_settings import DRIVER, TEXTCONV, interpreter_of, is_own, settings
from planctl.workspace.places import PLANS, workspace_of

_PROBES: Final = (f"{PLANS}/a.yaml", f"{PLANS}/a/b.yml")
"""Names such as plans have; git tells what it would do with them, whether they are there or not."""


class GitRefusedError(PlanctlError):
    """A setting that git did not write."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"git did not write {key}: the file of its settings is locked or protected, or HOME is "
            "not set. Run git config --list --show-origin to see the files."
        )


@dataclass(frozen=True, slots=True)
class State:
    """How one part of the setup stands."""

    what: str
    said: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One part to be written: arguments for `git config`, or what the attributes file is to hold.

    `done` and `planned` say it after and before.
    """

    what: str
    done: str
    planned: str
    arguments: tuple[str, ...] = ()
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """The setup of one repository, or with `is_global` that of all the user's repositories.

    `folder` is where git is asked, `attributes` the file in which plans are marked. `is_bare` says
    that the repository has no files of its own.
    """

    folder: Path
    attributes: Path
    is_global: bool = False
    is_bare: bool = False
    interpreter: str = sys.executable
    run: Runner = run_git

    def missing(self) -> tuple[Step, ...]:
        """What is to be written; nothing where all is as it should be."""
        held = self._held()
        content = marked(held, anywhere=self.is_global or self.is_bare)
        return (*self._to_set(), *self._to_mark(held, content, "plans are marked"))

    def present(self) -> tuple[Step, ...]:
        """What is to be taken away: all that setup has written, with whatever interpreter."""
        held = self._held()
        return (*self._to_unset(), *self._to_mark(held, unmarked(held), "marks taken away"))

    def states(self) -> tuple[State, ...]:
        """How the parts stand that nothing works without, wherever they were set."""
        scope = (self._scope,) if self.is_global else ()
        commands = [_command_state(key, self._values(key, *scope)) for key in (TEXTCONV, DRIVER)]
        return (*commands, self._marks_state())

    def take(self, step: Step) -> None:
        """Writes the one part. Raises GitRefusedError, UnwritableError."""
        if step.content is None:
            if _said(self.run(("config", self._scope, *step.arguments), self.folder, b"")) is None:
                raise GitRefusedError(step.what)
        elif step.content:
            before = self._held()
            digest = hashlib.sha256(before).hexdigest() if self.attributes.exists() else None
            write_atomic(self.attributes, step.content, unless_changed=digest)
        else:
            self.attributes.unlink()

    @property
    def _scope(self) -> str:
        return "--global" if self.is_global else "--local"

    def _to_set(self) -> Iterator[Step]:
        for key, value in settings(self.interpreter).items():
            if self._values(key, self._scope) != [value]:
                arguments = ("--replace-all", key, value)
                yield Step(key, "set", f"would be set to {value}", arguments)

    def _to_unset(self) -> Iterator[Step]:
        for key in settings(self.interpreter):
            held = self._values(key, self._scope)
            if held and all(is_own(key, value) for value in held):
                yield Step(key, "taken away", "would be taken away", ("--unset-all", key))

    def _to_mark(self, held: bytes, content: bytes, done: str) -> Iterator[Step]:
        if held == content:
            return
        if self.attributes.is_symlink() and not self.is_global:
            raise UnwritableError(self.attributes, "it is a link, which git does not follow")
        shorter, longer = sorted((held, content), key=len)
        changed = [line for line in longer.splitlines() if line not in shorter.splitlines()]
        lines = "".join(f"\n  {line.decode('utf-8', 'replace')}" for line in changed)
        verb = "would get" if longer is content else "would lose"
        yield Step(str(self.attributes), done, f"{verb}{lines}", content=content)

    def _values(self, key: str, *scope: str) -> list[str]:
        """What git holds under the key, in that scope alone or in the one that counts."""
        which = "--get-all" if scope else "--get"
        found = _said(self.run(("config", *scope, "-z", which, key), self.folder, b""))
        return os.fsdecode(found or b"").split("\0")[:-1]

    def _held(self) -> bytes:
        try:
            return self.attributes.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise UnreadableError(self.attributes, reason_of(error)) from error

    def _marks_state(self) -> State:
        what = "plans marked as such"
        if not (self.is_global or self.is_bare):
            asked = ("check-attr", "-z", "diff", "merge", "--", *_PROBES)
            answer = _said(self.run(asked, self.attributes.parent, b"")) or b""
            is_right = answer.split(b"\0")[2::3] == [b"planctl"] * 2 * len(_PROBES)
        else:
            held = self._held()
            is_right = bool(held) and marked(held, anywhere=True) == held
        said = "yes" if is_right else f"no, not in {self.attributes}"
        return State(what, said, is_right)


def setup_of(
    folder: Path,
    *,
    is_global: bool = False,
    interpreter: str = sys.executable,
    run: Runner = run_git,
) -> Setup:
    """The setup of the repository that the folder is in, or of all. Raises GitMissingError.

    A workspace that does not begin at the repository's top has an attributes file of its own.
    """
    if is_global:
        own = _own_attributes(folder, run)
        return Setup(folder, own, is_global=True, interpreter=interpreter, run=run)
    is_bare = _said(run(("rev-parse", "--is-bare-repository"), folder, b""))
    asked = ("--git-path", "info/attributes") if is_bare == b"true\n" else ("--show-toplevel",)
    found = _said(run(("rev-parse", *asked), folder, b""))
    if not found:
        raise GitMissingError(folder)
    place = folder / os.fsdecode(found.removesuffix(b"\n"))
    if is_bare == b"true\n":
        return Setup(folder, place, is_bare=True, interpreter=interpreter, run=run)
    root = workspace_of(folder)
    is_inside = (root / PLANS).is_dir() and root.is_relative_to(place)
    attributes = (root if is_inside else place) / ".gitattributes"
    return Setup(folder, attributes, interpreter=interpreter, run=run)


def _own_attributes(folder: Path, run: Runner) -> Path:
    """The user's own attributes file, where git looks for it."""
    answer = run(("config", "--global", "-z", "--type=path", "--get", "core.attributesFile"),
                 folder, b"")  # fmt: skip
    if answer is None:
        raise GitMissingError(folder)
    if answer.code == 0:
        return folder / os.fsdecode(answer.out.removesuffix(b"\0"))
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "git" / "attributes"


def _command_state(key: str, values: list[str]) -> State:
    if not values:
        return State(key, "not set", is_right=False)
    interpreter = interpreter_of(key, values[-1])
    if interpreter is None:
        return State(key, "set to something else than this planctl would", is_right=False)
    if not os.access(interpreter, os.X_OK):
        return State(key, f"set, but {interpreter} is not there any more", is_right=False)
    return State(key, f"set, run by {interpreter}", is_right=True)


def _said(answer: Answer | None) -> bytes | None:
    """What git printed; None where it failed, or is not there."""
    return answer.out if answer is not None and answer.code == 0 else None
