"""Plans out of planctl's own reports: the files that travel inside, as they were."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from planctl.cli.import_given import SamePlaceError, Target
from planctl.cli.output import note, say
from planctl.errors import PlanctlError

_ENDINGS: Final = frozenset({".pdf", ".html", ".htm"})
_DATA: Final = "manifest.json"


class NoFolderError(PlanctlError):
    """A report whose files are to go into one file."""

    def __init__(self, output: Path) -> None:
        super().__init__(
            f"{output} is to be a file, but a report carries its plan and its programme. "
            "Name a folder with -o."
        )


def carried_by(file: Path) -> dict[str, bytes]:
    """The plans and the programme that a report of planctl carries; none for any other file."""
    from planctl.verify import DamagedReportError, opened  # noqa: PLC0415 - only for such a file

    if file.suffix.casefold() not in _ENDINGS or not file.is_file():
        return {}
    try:
        files = opened(file).files
    except DamagedReportError:
        return {}
    if _DATA not in files:
        return {}
    return {name: content for name, content in files.items() if name.endswith((".yaml", ".yml"))}


def parts_of(reports: Mapping[Path, dict[str, bytes]], target: Target) -> dict[Path, bytes]:
    """Says what the reports carry, and gives it by the places in the folder where it is to go.

    None that is there is replaced. Raises ThereAlreadyError, UnwritableError, NoFolderError, and
    SamePlaceError for two reports that differ in a file.
    """
    from planctl.verify.extracting import targets  # noqa: PLC0415 - help does not need it

    parts: dict[Path, bytes] = {}
    for report, files in reports.items():
        _tell(report, files)
        if target.written is None:
            hint = " Add -o FOLDER to take the files out, byte for byte."
            note(f"Nothing was written.{'' if target.output else hint}")
            continue
        if target.written.suffix in {".yaml", ".yml"}:
            raise NoFolderError(target.written)
        for path, content in targets(files, target.written):
            if parts.setdefault(path, content) != content:
                raise SamePlaceError(path)
    return parts


def _tell(report: Path, files: Mapping[str, bytes]) -> None:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it

    say(f"{printable(report.name)} is a report of planctl, and carries what it was made from:\n")
    say("".join(f"  {printable(name)}, {len(files[name]):,} bytes\n" for name in sorted(files)))
