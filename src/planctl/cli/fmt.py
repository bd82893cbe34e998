"""`planctl fmt`: plan files in one form, so that what changes is what somebody meant to change."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import DryRun, PlanPaths, workspace_at
from planctl.cli.output import difference, note, say, with_progress
from planctl.errors import ExitCode

if TYPE_CHECKING:
    from planctl.model.record import Record
    from planctl.source import Document
    from planctl.workspace import Group

Change = tuple[Path, "Document", "Document"]
"""A file, what it holds, and what it would hold."""


def fmt(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: PlanPaths = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit code 1 where a file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="The same, and print what would change.")
    ] = False,
    add_ids: Annotated[
        bool,
        typer.Option(
            "--add-ids",
            help="Give a uid to each theme, action and KPI without one; name the schema.",
        ),
    ] = False,
    upgrade: Annotated[
        bool, typer.Option("--upgrade", help="Bring files to the newest version of the format.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Bring plan files into one form: order, layout, exact dates.

    Comments stay where they belong.

    \b
    Examples:
      planctl fmt                    plans and programme of this workspace
      planctl fmt plans/reading.yaml one plan
      planctl fmt --diff             what would change
      planctl fmt --check            whether anything would, for automatic checks
      planctl fmt --add-ids          ids that stay when actions are renumbered
    """
    found, _ = workspace_at(paths)
    files = list(_files(found, paths or []))
    changes, broken = [], 0
    for group, path in with_progress(files, "Formatting"):
        change = _formed(group, path, add_ids=add_ids, upgrade=upgrade)
        changes += [change] if change else []
        broken += change is None
    changed = [change for change in changes if change[1] is not change[2]]
    writes = not (check or diff or dry_run)
    for change in changed:
        _tell(change, writes=writes, shows=diff)
    note(_closing(len(changed), len(changes) - len(changed), broken, writes=writes))
    if broken or (changed and (check or diff)):
        raise typer.Exit(ExitCode.FINDINGS)


def _files(found: "tuple[Group, ...]", paths: list[Path]) -> "Iterator[tuple[Group, Path]]":
    """The plans asked for, and their programme unless only certain plans are."""
    folders = [path.resolve() for path in paths if path.is_dir()]
    for group in found:
        programme = group.programme_file
        is_asked = programme and (
            not paths
            or programme.resolve() in {path.resolve() for path in paths}
            or any(programme.resolve().is_relative_to(folder) for folder in folders)
        )
        if programme and is_asked:
            yield group, programme
        yield from ((group, path) for path in group.asked)


def _formed(group: "Group", path: Path, *, add_ids: bool, upgrade: bool) -> Change | None:
    """The file as it is and as it is to be; None when it could not be read, which is said."""
    from planctl.console import concise_line  # noqa: PLC0415 - help does not need it
    from planctl.editing import formatted, upgraded  # noqa: PLC0415 - as above
    from planctl.loading import reading_of  # noqa: PLC0415 - as above
    from planctl.model import Plan, Programme, Timeline  # noqa: PLC0415 - as above
    from planctl.source import UnsafeEditError, read_file  # noqa: PLC0415 - as above

    document = read_file(path, path.as_posix())
    if document.findings:
        for finding in document.findings:
            note(concise_line(finding))
        return None
    programme = group.programme.record if group.programme else None
    model = Programme if path == group.programme_file else Plan
    timeline = reading_of(document.root, programme)["timeline"] or Timeline()
    try:
        newest = upgraded(document) if upgrade else document
        known = _with_ids(newest, model, _schema(group, path)) if add_ids else newest
        return path, document, formatted(known, model, timeline)
    except UnsafeEditError as error:
        note(str(error))
        return None


def _with_ids(document: "Document", model: "type[Record]", schema: str) -> "Document":
    """The file with the ids that it lacks, and with the lines by which editors find its schema."""
    from planctl.editing import with_ids, with_modelines  # noqa: PLC0415 - help does not need them

    known = with_ids(document, model)
    return with_modelines(known, schema) if schema else known


def _schema(group: "Group", path: Path) -> str:
    """The path from the file to its schema, where the workspace has one."""
    kind = "programme" if path == group.programme_file else "plan"
    schema = group.root / "schema" / f"{kind}.schema.json"
    return Path(os.path.relpath(schema, path.parent)).as_posix() if schema.is_file() else ""


def _tell(change: Change, *, writes: bool, shows: bool) -> None:
    """Writes the file where that is wanted, and says so or shows what would change."""
    from planctl.source import save  # noqa: PLC0415 - help does not need it

    path, old, new = change
    if shows:
        say(difference(old.text, new.text, path.as_posix()))
        return
    if writes:
        save(path, old, new)
    say(f"{path}: {'written anew' if writes else 'would be written anew'}\n")


def _closing(changed: int, kept: int, broken: int, *, writes: bool) -> str:
    said = [
        f"{_counted(changed)} {'written anew' if writes else 'would change'}" if changed else "",
        f"{_counted(kept)} already in form" if kept else "",
        f"{_counted(broken)} left alone: mend what is said above" if broken else "",
    ]
    return ", ".join(part for part in said if part)


def _counted(count: int) -> str:
    return f"{count} {'file' if count == 1 else 'files'}"
