"""What is missing where a revision was named, and how to get it."""

from pathlib import Path
from typing import Final

from planctl.errors import MissingLibraryError

FETCH_ALL: Final = "git fetch --unshallow --tags"
"""What makes a shallow clone whole; planctl itself never fetches."""


class GitMissingError(MissingLibraryError):
    """No git program, or no repository, where a revision was named."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} has no history: git is not installed, or nobody has made the folder a "
            "repository that git trusts. Run git status there to see which."
        )


class NoRevisionError(MissingLibraryError):
    """A revision that the repository does not have."""

    def __init__(self, revision: str, *, is_shallow: bool = True) -> None:
        remedy = f"; in a shallow clone, fetch more of the history: {FETCH_ALL}"
        if revision == "HEAD":
            super().__init__("There is no commit yet to compare with: git commit makes the first.")
            return
        super().__init__(
            f"{revision!r} is not a revision of this repository. Name a branch, a tag or a commit"
            f"{remedy if is_shallow else ''}."
        )


class NoMergeBaseError(MissingLibraryError):
    """Two revisions of which nothing is known that both come from."""

    def __init__(self, old: str, new: str, *, is_shallow: bool) -> None:
        remedy = (
            f"This clone is shallow; fetch more of the history: {FETCH_ALL}."
            if is_shallow
            else f"Compare them as they stand: {old}..{new}."
        )
        super().__init__(f"{old!r} and {new!r} have no commit that both come from. {remedy}")


class NoContentError(MissingLibraryError):
    """A file of a revision whose content the repository does not hold."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The content of {path} is not in this repository, which holds only a part of its "
            "history. Fetch it: git fetch --refetch --no-filter."
        )
