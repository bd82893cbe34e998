"""Documents that become a plan each: looked at, asked about, and written where that was said."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from planctl.cli.import_asking import import_shown, save_map
from planctl.cli.import_given import (
    ExistsError,
    Target,
    is_folder,
    refuse_unheard,
    why_not_written,
)
from planctl.cli.output import note, say
from planctl.errors import ExitCode, WrongValueError

if TYPE_CHECKING:
    from planctl.source import Document
    from planctl.transfer import Wanted


def import_each(files: list[Path], wanted: "Wanted", target: Target) -> None:
    """Imports each document; nothing is written while one of them leaves something open."""
    files = _without_reports(files, target.written)
    if len(files) > 1 and target.output and not is_folder(target.output):
        raise WrongValueError("-o", str(target.output), "Name a folder for several documents.")
    files = _without_exports(files, wanted, target)
    done = [import_shown(file, wanted, allow_unmapped=target.allows_unmapped) for file in files]
    refuse_unheard([found for found, _ in done])
    if target.maps_to:
        save_map(target.maps_to, done, dry_run=target.is_trial)
    is_whole = all(
        found.loaded.record and (target.allows_unmapped or found.is_complete) for found, _ in done
    )
    if not is_whole:
        note(why_not_written([found for found, _ in done]))
        raise typer.Exit(ExitCode.FINDINGS)
    for found, _ in done:
        _write(found.document, target)


def _without_reports(files: list[Path], output: Path | None) -> list[Path]:
    """The documents that are to be read; from planctl's own reports, files are taken out."""
    from planctl.cli.import_report import carried_by, take_out  # noqa: PLC0415 - help needs it not

    others = []
    for file in files:
        if carried := carried_by(file):
            take_out(file, carried, output)
        else:
            others.append(file)
    return others


def _without_exports(files: list[Path], wanted: "Wanted", target: Target) -> list[Path]:
    """The documents that are to be mapped; what planctl exported is read back as it stands."""
    from planctl.cli.import_export import exported_in, tell_exported  # noqa: PLC0415 - not for help

    others = []
    for file in files:
        loaded = exported_in(file, wanted.programme, wanted.plan_id)
        if loaded is None:
            others.append(file)
        elif tell_exported(file, loaded):
            _write(loaded.document, target)
        else:
            raise typer.Exit(ExitCode.FINDINGS)
    return others


def _write(document: "Document", target: Target) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it

    name = f"{document.value(('id',))}.yaml"
    if target.written is None:
        hint = "" if target.output else f" Add -o plans/{name} to write the plan."
        note(f"Nothing was written.{hint}")
        return
    path = target.written / name if is_folder(target.written) else target.written
    if path.exists() and not target.replaces:
        raise ExistsError(path)
    write_atomic(path, document.text.encode())
    say(f"\nWritten to {path}. Next: planctl validate {path}\n")
