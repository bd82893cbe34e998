"""What the words of `planctl diff` name: two sides, and the paths that limit them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from planctl.errors import MissingLibraryError, WrongValueError

HEAD: Final = "HEAD"
_COMMAND: Final = "planctl diff"


class Standing(Enum):
    """A side that is there without being named."""

    FILES = "the files"
    INDEX = "the index"


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, by any of the names that git knows it by.

    `is_certain` says whether it can be nothing else; `may_be_path` whether it is a path where it is
    no revision.
    """

    word: str
    is_certain: bool = True
    may_be_path: bool = False


@dataclass(frozen=True, slots=True)
class InRevision:
    """A file or folder as a commit has it: `HEAD:plans/reading.yaml`."""

    revision: str
    path: str


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file or folder as it is."""

    path: str


Name = Revision | InRevision | OnDisk | Standing


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be compared, and the paths that it is limited to.

    `from_merge_base`: the old side is the commit that both revisions come from.
    """

    old: Name
    new: Name
    paths: tuple[str, ...] = ()
    from_merge_base: bool = False


class NeitherError(WrongValueError):
    """A word that is neither a path that is there nor a revision."""

    def __init__(self, word: str) -> None:
        remedy = (
            "Check the spelling of the path, or name a branch, a tag or a commit; write HEAD in "
            "front of the path of a plan that is gone."
        )
        problem = "is neither a file or folder here nor a revision of this repository"
        super().__init__(_COMMAND, word, remedy, problem)


class NeitherWithoutGitError(MissingLibraryError):
    """A word that is no path, where there is no history that it could name a revision of."""

    def __init__(self, word: str, reason: str) -> None:
        super().__init__(
            f"{word!r} is neither a file or folder here, nor can it be a revision: {reason}"
        )


def asked_by(words: Sequence[str], is_path: Callable[[str], bool], *, cached: bool) -> Asked:
    """What the words name; what is there as a path is a path, and so is all that follows it.

    Raises WrongValueError.
    """
    if cached:
        return _against_index(words, is_path)
    if any(_in_revision(word) and not is_path(word) for word in words[:2]):
        return _two_places(words, is_path)
    if not words or is_path(words[0]):
        return _paths(words, is_path)
    return _revisions(words, is_path)


def _against_index(words: Sequence[str], is_path: Callable[[str], bool]) -> Asked:
    if not words or is_path(words[0]):
        return Asked(Revision(HEAD), Standing.INDEX, tuple(words))
    if _range(words[0])[1] or _in_revision(words[0]):
        remedy = "Name one revision, or none: the index is the new side."
        raise WrongValueError("--cached with", words[0], remedy)
    return Asked(Revision(words[0], is_certain=False), Standing.INDEX, tuple(words[1:]))


def _revisions(words: Sequence[str], is_path: Callable[[str], bool]) -> Asked:
    old, dots, new = _range(words[0])
    if dots:
        ends = Revision(old or HEAD), Revision(new or HEAD)
        return Asked(*ends, tuple(words[1:]), from_merge_base=dots == "...")
    first = Revision(words[0], is_certain=False)
    if len(words) == 1 or is_path(words[1]):
        return Asked(first, Standing.FILES, tuple(words[1:]))
    second = Revision(words[1], is_certain=False, may_be_path=True)
    return Asked(first, second, tuple(words[2:]))


def _paths(words: Sequence[str], is_path: Callable[[str], bool]) -> Asked:
    """Two paths that are there are the sides, any other number limits what is compared."""
    if len(words) == 2 and all(map(is_path, words)):  # noqa: PLR2004 - one for each side
        return Asked(OnDisk(words[0]), OnDisk(words[1]))
    return Asked(Revision(HEAD), Standing.FILES, tuple(words))


def _two_places(words: Sequence[str], is_path: Callable[[str], bool]) -> Asked:
    """A file or folder of a revision, and what it is compared with."""
    if len(words) == 1:
        return Asked(_place(words[0], is_path), Standing.FILES)
    if len(words) > 2:  # noqa: PLR2004 - one for each side
        remedy = "Both sides have been named before it."
        raise WrongValueError(_COMMAND, words[2], remedy, "is one word too many")
    return Asked(_place(words[0], is_path), _place(words[1], is_path))


def _place(word: str, is_path: Callable[[str], bool]) -> InRevision | OnDisk:
    if is_path(word):
        return OnDisk(word)
    if found := _in_revision(word):
        return found
    remedy = "Write the path behind it as well, as in HEAD:plans/reading.yaml, or name a file."
    raise WrongValueError(_COMMAND, word, remedy, "is no file or folder")


def _in_revision(word: str) -> InRevision | None:
    revision, colon, path = word.partition(":")
    return InRevision(revision, path) if colon and revision and path else None


def _range(word: str) -> tuple[str, str, str]:
    """The word cut at its three or two dots, which come in the middle."""
    for dots in ("...", ".."):
        old, found, new = word.partition(dots)
        if found:
            return old, found, new
    return word, "", ""
