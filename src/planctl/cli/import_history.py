"""`planctl import --history`: dated papers of one plan, and what they did not tell."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from planctl.cli.import_given import Target, is_folder, refuse_unheard, why_not_written
from planctl.cli.options import day
from planctl.cli.output import note, say
from planctl.errors import ExitCode, PlanctlError, ThereAlreadyError, WrongValueError

if TYPE_CHECKING:
    from planctl.model import Period
    from planctl.transfer import Imported, Wanted
    from planctl.transfer.history import Dated, Paper, Step
    from planctl.transfer.history_page import HistoryPage, StepShown

PAGE: Final = "what-your-papers-did-not-tell-you"
"""The name of the page's files, without their endings."""

_FEW: Final = 2
_MOST_SHOWN: Final = 5
"""Of one kind, on the terminal."""


class NoTermsError(PlanctlError):
    """Papers of which nobody has said the terms."""

    def __init__(self, count: int) -> None:
        super().__init__(
            "--history needs the term of each paper. Say --term once for each of the "
            f"{count} papers, in their order, such as --term 'autumn 2017'."
        )


def papers_of(
    files: Sequence[Path], terms: "Sequence[Period]", days: Sequence[str]
) -> "tuple[Paper, ...]":
    """Each document with its term and day. Raises WrongValueError where they do not match."""
    from planctl.transfer.history import Paper  # noqa: PLC0415 - help does not need it

    if len(files) < _FEW:
        named = str(files[0]) if files else ""
        raise WrongValueError("--history", named, "Name two papers or more.", "is one paper")
    if not terms:
        raise NoTermsError(len(files))
    if len(terms) != len(files):
        remedy = f"Say --term once for each of the {len(files)} papers, in their order."
        said = ", ".join(map(str, terms))
        raise WrongValueError("--term", said, remedy, "is not a term for each paper")
    if days and len(days) != len(files):
        remedy = f"Say --dated once for each of the {len(files)} papers, or not at all."
        raise WrongValueError("--dated", ", ".join(days), remedy, "is not a day for each paper")
    dates: Sequence[date | None] = [day(one, "--dated") for one in days] or [None] * len(files)
    return tuple(map(Paper, files, terms, dates))


def refuse_options(*, dated: list[str] | None, git: bool) -> None:
    """Raises WrongValueError for options that mean something only for papers of one plan."""
    for option, value in (("--dated", ", ".join(dated or ())), ("--git", "on" if git else "")):
        if value:
            raise WrongValueError(option, value, "Add --history.", "is for papers of one plan")


def import_history(
    papers: "tuple[Paper, ...]", wanted: "Wanted", target: Target, *, with_git: bool
) -> None:
    """Shows what the papers did not tell; writes the versions and the pages where that was said."""
    from planctl.transfer.history import history, steps  # noqa: PLC0415 - help does not need it
    from planctl.transfer.history_page import history_page  # noqa: PLC0415 - as above

    _refuse_place(target, with_git=with_git)
    versions = history(papers, wanted)
    refuse_unheard([version.found for version in versions])
    _refuse_open(versions, target)
    every = steps(versions, wanted.programme)
    page = history_page(versions, every)
    say("".join(f"{line}\n" for line in _told(page)))
    if target.written is None:
        hint = "" if target.output else " Add -o FOLDER for the page, the versions and the plan."
        note(f"\nNothing was written.{hint}")
        return
    _write(target.written, versions, every, page)
    tags = _commit(target.written, versions) if with_git else ()
    say("".join(f"{line}\n" for line in _next(target.written, versions, tags)))


def _refuse_place(target: Target, *, with_git: bool) -> None:
    """Raises what keeps the folder from being written, before anything is read."""
    if with_git:
        from planctl.transfer.history_git import must_have_git  # noqa: PLC0415 - seldom asked for

        must_have_git(Path.cwd())
    output = target.output
    if output is None:
        return
    if not is_folder(output) or output.is_file():
        remedy = "Name a new folder: it takes the page, the versions and the plan."
        raise WrongValueError("-o", str(output), remedy, "is one file")
    if output.is_dir() and any(output.iterdir()):
        raise ThereAlreadyError(output, "Name a new folder with -o, or an empty one.")


def _refuse_open(versions: "tuple[Dated, ...]", target: Target) -> None:
    """Ends with the import reports of papers that leave something open."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.transfer import told  # noqa: PLC0415 - as above

    left = [version.found for version in versions if _is_open(version.found, target)]
    for found in left:
        say("".join(f"{printable(line)}\n" for line in told(found)) + "\n")
    if left:
        note(why_not_written(left))
        raise typer.Exit(ExitCode.FINDINGS)


def _is_open(found: "Imported", target: Target) -> bool:
    return not (found.is_complete or (target.allows_unmapped and found.has_actions))


def _told(page: "HistoryPage") -> Iterator[str]:
    """The page in short, for the terminal."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it

    yield printable(page.plan)
    wide = max(len(one.term) for one in page.papers)
    for one in page.papers:
        counts = f"{one.actions} actions, {one.ratings} ratings, {one.comments} comments"
        yield f"  {one.number}  {one.term.ljust(wide)}  {counts}  ({printable(one.name)})"
    yield ""
    yield page.heading
    yield f"  {page.verdict}"
    for step in page.steps:
        yield ""
        yield f"  {step.heading}"
        yield from _of_step(step) if step.silences else (f"    {step.verdict}",)


def _of_step(step: "StepShown") -> Iterator[str]:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it

    for silence in step.silences:
        yield f"    {silence.title}{', needs a decision' if silence.needs_decision else ''}"
        for one in silence.found[:_MOST_SHOWN]:
            yield f"      {printable(one.message)}"
        if silence.found[_MOST_SHOWN:]:
            yield f"      and {len(silence.found) - _MOST_SHOWN} more"


def _write(
    folder: Path, versions: "tuple[Dated, ...]", every: "tuple[Step, ...]", page: "HistoryPage"
) -> None:
    from planctl.cli.import_pages import pages  # noqa: PLC0415 - help does not need it
    from planctl.source import write_atomic  # noqa: PLC0415 - as above

    last = versions[-1]
    files = {f"plans/{last.plan.id}.yaml": last.loaded.document.text}
    for version in versions:
        place = f"versions/{version.name}/plans/{version.plan.id}.yaml"
        files[place] = version.loaded.document.text
    files |= pages(page, every, PAGE)
    for name, text in files.items():
        write_atomic(folder / name, text.encode("utf-8", "backslashreplace"))


def _commit(folder: Path, versions: "tuple[Dated, ...]") -> tuple[str, ...]:
    from planctl.transfer.history_git import committed  # noqa: PLC0415 - seldom asked for

    return committed(folder, versions)


def _next(folder: Path, versions: "tuple[Dated, ...]", tags: tuple[str, ...]) -> Iterator[str]:
    """What was written, and what to do with it."""
    last = versions[-1].plan.id
    yield ""
    yield f"Written to {folder}"
    files = {
        f"{PAGE}.html": "this page, with what to ask; also as .md",
        "changes/": "all that changed between the papers",
        f"plans/{last}.yaml": "the plan, with what all papers tell",
        "versions/": "the plan as it stood in each paper",
    }
    wide = max(map(len, files))
    yield from (f"  {name.ljust(wide)}  {words}" for name, words in files.items())
    yield ""
    yield "Next"
    yield f"  planctl validate {folder / 'plans'}"
    first, second = (folder / "versions" / one.name for one in versions[-2:])
    yield f"  planctl diff {first} {second}"
    if tags:
        yield f"  cd {folder}    then: planctl diff {tags[-2]}..{tags[-1]}, planctl log REF"
