"""Why a plan is not copied: words that stay, a file that cannot be read, a layout."""

from collections.abc import Iterable

from planctl.errors import ExitCode, PlanctlError


class NotReplacedError(PlanctlError):
    """Words that could not be replaced."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(
            f"these words could not be replaced: {', '.join(sorted(words))}. Nothing was written. "
            "Try again with another --key."
        )


class NotReadableError(PlanctlError):
    """A file in which nothing can be told apart."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} cannot be read as YAML, so its words cannot be told from its fields. Nothing "
            "was written. `planctl validate` says where it breaks off."
        )


class LayoutChangedError(PlanctlError):
    """A file whose layout would not stay."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} would not keep its layout with other words in it. Nothing was written. Write "
            "its texts in the usual way with `planctl fmt`, and try again."
        )
