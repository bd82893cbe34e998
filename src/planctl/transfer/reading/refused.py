"""What stops an import before anything is read."""

from pathlib import Path

from planctl.errors import ExitCode, PlanctlError


class RefusedFileError(PlanctlError):
    """A file that is not opened, because it could do harm or is not what it seems."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        super().__init__(f"{path.name} was not opened: {reason}. {remedy}")


class TrackedChangesError(PlanctlError):
    """A Word document with changes that nobody has accepted or rejected yet."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, path: Path, count: int) -> None:
        changes = "1 tracked change" if count == 1 else f"{count} tracked changes"
        super().__init__(
            f"{path.name} has {changes}. Accept or reject them in Word (Review), or say which text "
            "counts: --track accept for the new one, --track reject for the old one."
        )


class UnknownFormatError(PlanctlError):
    """A file of a kind that cannot be read."""

    def __init__(self, path: Path) -> None:
        old = {".doc": "Open it in Word and save it as .docx.",
               ".xls": "Open it in Excel and save it as .xlsx.",
               ".pdf": "Only PDFs that planctl made can be read back; import the Word or Excel "
               "file, or copy the table into a text file."}  # fmt: skip
        remedy = old.get(
            path.suffix.casefold(), "It reads .docx, .xlsx, .csv, .tsv, .txt, .md and .html."
        )
        super().__init__(f"{path} is of a kind that planctl does not import. {remedy}")
