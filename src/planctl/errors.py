"""What stops planctl: errors that word themselves, each with its exit code."""

from enum import IntEnum
from pathlib import Path


def reason_of(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or type(error).__name__).lower()


class ExitCode(IntEnum):
    """What a command's exit code says; the same for every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    MISSING = 3
    BUG = 4
    INTERRUPTED = 130


class PlanctlError(Exception):
    """Something that stops planctl and that the user can mend."""

    exit_code = ExitCode.USAGE


class PathNotFoundError(PlanctlError):
    """A path on the command line that is not there."""

    def __init__(self, path: Path, near: Path | None = None) -> None:
        hint = f"Did you mean {near}?" if near else "Check the spelling, or the folder you are in."
        super().__init__(f"{path} is not there. {hint}")


class NoPlansError(PlanctlError):
    """A path at which no plan was found."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} holds no plans. Name a plan's .yaml file, or a folder that has some."
        )


class NoPlansFolderError(PlanctlError):
    """No path was named, and there is no folder that would stand for it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"No path was named, and {folder} has no folder called plans. "
            "Name a plan's file, or a folder that holds some."
        )


class SeveralPlansError(PlanctlError):
    """More plans than one where one is wanted."""

    def __init__(self, path: Path, plans: tuple[Path, ...]) -> None:
        named = ", ".join(map(str, plans))
        super().__init__(f"{path} holds {len(plans)} plans: {named}. Name one of them.")


class SameNameError(PlanctlError):
    """Two plans whose reports would be written into one file."""

    def __init__(self, plan_id: str, first: str, second: str) -> None:
        super().__init__(
            f"{first} and {second} are both called {plan_id}: the report on one would replace "
            "that on the other. Report on them one at a time, each into its own folder: -o DIR."
        )


class UnreadableError(PlanctlError):
    """A file or folder that the system does not let planctl read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}.")


class UnwritableError(PlanctlError):
    """A file or folder that the system does not let planctl write."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be written: {reason}. What was there before is unchanged.")


class ThereAlreadyError(PlanctlError):
    """A file or folder that a command would replace, and that nobody said may be replaced.

    The remedy is for a command that has both -o and --force; any other says its own.
    """

    def __init__(
        self, path: Path, remedy: str = "Name another place with -o, or replace it with --force."
    ) -> None:
        super().__init__(f"{path} is there already, so nothing was written. {remedy}")


class SettingsError(PlanctlError):
    """A settings file that planctl cannot follow."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


class WrongValueError(PlanctlError):
    """A value that an option or setting does not take."""

    def __init__(
        self, option: str, value: str, remedy: str, problem: str = "cannot be used"
    ) -> None:
        super().__init__(f"{option} {value!r} {problem}. {remedy}")


class MissingLibraryError(PlanctlError):
    """Something that this machine lacks and the command needs."""

    exit_code = ExitCode.MISSING


class RenderError(PlanctlError):
    """A report that a template of one's own keeps from being made; nothing of it is written."""
