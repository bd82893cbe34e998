"""Documents that become a plan each: looked at, asked about, and written where that was said."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from planctl.cli.import_asking import import_shown, save_map
from planctl.cli.import_given import (
    SamePlaceError,
    Target,
    is_folder,
    refuse_unheard,
    why_not_written,
)
from planctl.cli.output import note, say
from planctl.cli.replacing import must_be_free
from planctl.errors import ExitCode, WrongValueError

if TYPE_CHECKING:
    from planctl.source import Document
    from planctl.transfer import Wanted


def import_each(files: list[Path], wanted: "Wanted", target: Target) -> None:
    """Imports each document; nothing is written while one of them leaves something open.

    Raises ThereAlreadyError, SamePlaceError; nothing is written then either.
    """
    from planctl.cli.import_report import carried_by, parts_of  # noqa: PLC0415 - not for help

    reports = {file: carried for file in files if (carried := carried_by(file))}
    files = [file for file in files if file not in reports]
    if len(files) > 1 and target.output and not is_folder(target.output):
        raise WrongValueError("-o", str(target.output), "Name a folder for several documents.")
    parts = parts_of(reports, target)
    files, plans = _without_exports(files, wanted)
    done = [import_shown(file, wanted, allow_unmapped=target.allows_unmapped) for file in files]
    refuse_unheard([found for found, _ in done])
    is_whole = all(
        found.loaded.record and (target.allows_unmapped or found.is_complete) for found, _ in done
    )
    plans += [found.document for found, _ in done]
    placed = _placed(plans, target, parts) if is_whole else {}
    if target.maps_to:
        save_map(target.maps_to, done, dry_run=target.is_trial)
    if not is_whole:
        note(why_not_written([found for found, _ in done]))
        raise typer.Exit(ExitCode.FINDINGS)
    _write(parts, placed)
    if target.written is None:
        _tell_unwritten(plans, target)


def _without_exports(files: list[Path], wanted: "Wanted") -> "tuple[list[Path], list[Document]]":
    """The documents that are to be mapped, and the plans of those that planctl exported."""
    from planctl.cli.import_export import exported_in, tell_exported  # noqa: PLC0415 - not for help

    others: list[Path] = []
    plans: list[Document] = []
    for file in files:
        loaded = exported_in(file, wanted.programme, wanted.plan_id)
        if loaded is None:
            others.append(file)
        elif tell_exported(file, loaded):
            plans.append(loaded.document)
        else:
            raise typer.Exit(ExitCode.FINDINGS)
    return others, plans


def _placed(plans: "list[Document]", target: Target, parts: dict[Path, bytes]) -> dict[Path, bytes]:
    """Where each plan goes, with its bytes; nowhere where nothing is to be written."""
    if target.written is None:
        return {}
    placed: dict[Path, bytes] = {}
    for plan in plans:
        path = target.written / _name(plan) if is_folder(target.written) else target.written
        if path in placed or path in parts:
            raise SamePlaceError(path)
        placed[path] = plan.text.encode()
    if not target.replaces:
        must_be_free(placed)
    return placed


def _name(plan: "Document") -> str:
    return f"{plan.value(('id',))}.yaml"


def _write(parts: dict[Path, bytes], plans: dict[Path, bytes]) -> None:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.source import write_atomic  # noqa: PLC0415 - as above

    for path, content in parts.items():
        write_atomic(path, content)
        say(f"Written to {printable(str(path))}\n")
    for path, content in plans.items():
        write_atomic(path, content)
        where = printable(str(path))
        say(f"\nWritten to {where}. Next: planctl validate {where}\n")


def _tell_unwritten(plans: "list[Document]", target: Target) -> None:
    for plan in plans:
        hint = "" if target.output else f" Add -o plans/{_name(plan)} to write the plan."
        note(f"Nothing was written.{hint}")
