"""What stops planctl: errors that word themselves, each with its exit code."""

from enum import IntEnum
from pathlib import Path


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

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not there. Check the spelling, or the folder you are in.")


class NoPlansError(PlanctlError):
    """A folder in which no plan file was found."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds no plans. A plan is a .yaml file; name one, or a folder that has some."
        )


class UnreadableError(PlanctlError):
    """A file or folder that the system does not let planctl read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}.")


class UnwritableError(PlanctlError):
    """A file or folder that the system does not let planctl write."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be written: {reason}. What was there before is unchanged.")


class SettingsError(PlanctlError):
    """A settings file that planctl cannot follow."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


class WrongValueError(PlanctlError):
    """An option's value that is not one of those it takes."""

    def __init__(self, option: str, value: str, remedy: str) -> None:
        super().__init__(f"{option} {value!r} is not known. {remedy}")


class MissingLibraryError(PlanctlError):
    """Something that this machine lacks and the command needs."""

    exit_code = ExitCode.MISSING


class RenderError(PlanctlError):
    """A report that could not be made as it must be; nothing is written."""

    exit_code = ExitCode.BUG
