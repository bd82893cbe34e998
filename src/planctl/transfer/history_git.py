"""Versions of a plan as the commits of a new repository, each on its paper's day."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from planctl.errors import ExitCode, PlanctlError
from planctl.gitio import Runner, run_git
from planctl.transfer.history import Dated

_BRANCH: Final = "main"
_NAME, _MAIL = "planctl import", "import@planctl.invalid"
_UNSAFE: Final = str.maketrans("", "", "<>\n\r\0")


class NoGitError(PlanctlError):
    """A repository that is asked for where there is no git."""

    exit_code = ExitCode.MISSING

    def __init__(self) -> None:
        super().__init__("git is not installed here, and --git needs it. Leave --git out.")


class GitRefusedError(PlanctlError):
    """A repository that git did not make."""

    def __init__(self, folder: Path, step: str) -> None:
        super().__init__(f"git could not make a repository in {folder} (git {step} failed).")


def must_have_git(folder: Path, run: Runner = run_git) -> None:
    """Raises NoGitError where there is no git."""
    if run(("--version",), folder, b"") is None:
        raise NoGitError


def committed(folder: Path, versions: Sequence[Dated], run: Runner = run_git) -> tuple[str, ...]:
    """Makes the folder a repository with a commit for each version; gives the tags of the terms.

    The author is whoever git knows here, else planctl. Raises GitRefusedError.
    """
    tags = _tags(versions)
    _told(run, folder, ("init", "--quiet", "--template="))
    _told(run, folder, ("symbolic-ref", "HEAD", f"refs/heads/{_BRANCH}"))
    who = _who(run, folder)
    stream = b"".join(
        piece for version, tag in zip(versions, tags, strict=True)
        for piece in _commit(version, tag, who)
    )  # fmt: skip
    _told(run, folder, ("fast-import", "--quiet"), stream)
    _told(run, folder, ("reset", "--quiet", "--hard"))
    return tags


def _tags(versions: Sequence[Dated]) -> tuple[str, ...]:
    """The terms' names; where a term has two papers, with the papers' numbers."""
    terms = [version.paper.term.slug for version in versions]
    is_clear = len({*terms}) == len(terms)
    return tuple(terms) if is_clear else tuple(version.name for version in versions)


def _commit(version: Dated, tag: str, who: str) -> Iterator[bytes]:
    moment = datetime.combine(version.on, time(12), UTC)
    signed = f"{who} {int(moment.timestamp())} +0000\n"
    paper = version.paper
    message = f"{version.plan.title}, as {paper.path.name} tells it for {paper.term}"
    yield f"commit refs/heads/{_BRANCH}\n".encode()
    yield f"author {signed}committer {signed}".encode()
    yield _sized(message.encode("utf-8", "replace"))
    yield f"M 100644 inline plans/{version.plan.id}.yaml\n".encode()
    yield _sized(version.loaded.document.text.encode())
    yield f"reset refs/tags/{tag}\nfrom refs/heads/{_BRANCH}\n\n".encode()


def _sized(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _who(run: Runner, folder: Path) -> str:
    name, mail = (
        _told(run, folder, ("config", "--get", "--default", unsaid, key)).translate(_UNSAFE)
        for key, unsaid in (("user.name", _NAME), ("user.email", _MAIL))
    )
    return f"{name} <{mail}>"


def _told(run: Runner, folder: Path, arguments: tuple[str, ...], given: bytes = b"") -> str:
    answer = run(arguments, folder, given)
    if answer is None:
        raise NoGitError
    if answer.code != 0:
        raise GitRefusedError(folder, arguments[0])
    return answer.out.decode("utf-8", "replace").strip()
