"""The parties that a file declares, whatever else it holds."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from planctl.errors import ExitCode, PlanctlError
from planctl.model import Party
from planctl.source import read_file


class PartiesFileError(PlanctlError):
    """A file of parties that cannot be used."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} gives no parties: {reason}. It holds parties: with a list of "
            "{id: reading-board, name: Reading Board, kind: partnership}, as a programme does."
        )


def parties_in(path: Path) -> tuple[Party, ...]:
    """The parties of a programme, of a plan, or of a file that holds nothing else.

    Raises UnreadableError, PartiesFileError.
    """
    document = read_file(path, path.as_posix())
    if document.findings:
        raise PartiesFileError(path, document.findings[0].message)
    declared = document.value(("parties",)) if isinstance(document.root, dict) else None
    if not declared:
        raise PartiesFileError(path, "it has no parties")
    try:
        return TypeAdapter(tuple[Party, ...]).validate_python(declared)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = " of entry ".join([str(first["loc"][-1]), str(int(first["loc"][0]) + 1)])
        raise PartiesFileError(path, f"{place} is not as it should be") from error
