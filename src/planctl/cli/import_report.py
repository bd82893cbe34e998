"""Plans out of planctl's own reports: the files that travel inside, as they were."""

from pathlib import Path
from typing import Final

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


def take_out(file: Path, files: dict[str, bytes], output: Path | None) -> None:
    """Writes the files into the folder, byte for byte; without one, only says what there is.

    None that is there is replaced: raises UnwritableError before any is written, and NoFolderError.
    """
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.source import write_atomic  # noqa: PLC0415 - as above
    from planctl.verify.extracting import targets  # noqa: PLC0415 - as above

    say(f"{printable(file.name)} is a report of planctl, and carries what it was made from:\n")
    say("".join(f"  {printable(name)}, {len(files[name]):,} bytes\n" for name in sorted(files)))
    if output is None:
        note("Nothing was written. Add -o FOLDER to take the files out, byte for byte.")
        return
    if output.suffix in {".yaml", ".yml"}:
        raise NoFolderError(output)
    for path, content in targets(files, output):
        write_atomic(path, content)
        say(f"Written to {printable(str(path))}\n")
