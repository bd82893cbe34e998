"""`planctl import`: a plan out of Word, Excel or pasted text, every character accounted for."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.output import note, say
from planctl.errors import ExitCode, PlanctlError, WrongValueError

if TYPE_CHECKING:
    from planctl.model import Party, Period, Programme
    from planctl.source import Document
    from planctl.transfer import Doubt, Imported, Wanted


class Track(StrEnum):
    """Which text counts where Word has recorded changes."""

    ACCEPT = "accept"
    REJECT = "reject"


class ExistsError(PlanctlError):
    """A plan that would be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already, and was not touched. Name another file with -o, or say "
            "--force to replace it."
        )


def import_plan(  # noqa: PLR0913 - one parameter for each option of the command line
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Documents: .docx, .xlsx, .csv, .tsv, .txt, .md or .html; planctl's own exports "
            "(.json too) and reports.",
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PLAN",
            help="Where the plan goes: a .yaml file, or a folder. Without it nothing is written.",
        ),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="HEADING=FIELD",
            help="What a column or row is: 'Who=responsible', 'Ward=own', 'Notes=ignore'; or a "
            "file of such lines. May be repeated.",
        ),
    ] = None,
    save_map: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep what --map and answers said, for later."),
    ] = None,
    parties: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Who there is: a programme, a plan, or a file with parties. Owners are held "
            "against them. Default: the programme beside the plan.",
        ),
    ] = None,
    term: Annotated[
        str | None,
        typer.Option(
            metavar="TERM", help="The term of ratings and comments, such as 'autumn 2017'."
        ),
    ] = None,
    track: Annotated[
        Track | None,
        typer.Option(help="Which text counts where Word has recorded changes."),
    ] = None,
    allow_unmapped: Annotated[
        bool, typer.Option("--allow-unmapped", help="Write the plan though text is left over.")
    ] = False,
    plan_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The plan's id. Default: by its title.")
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The plan's title. Default: the document's.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a plan that is there.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the import report, and write nothing.")
    ] = False,
) -> None:  # fmt: skip
    """Make a plan from a document. Its words stay; what is missing is not filled in.

    It first shows what it read: rows, themes, ticks, money, and what became of every character.
    With text left over nothing is written, unless you allow that. Several documents become several
    plans.

    \b
    Examples:
      planctl import plan.docx                            look only
      planctl import plan.docx -o plans/                  write the plan
      planctl import plan.xlsx --map 'Who=responsible' --term 'autumn 2017' -o plans/reading.yaml
    """
    from planctl.transfer import Wanted, wishes_in  # noqa: PLC0415 - help does not need it

    files = _without_reports(files, None if dry_run else output)
    if len(files) > 1 and output and not _is_folder(output):
        raise WrongValueError("-o", str(output), "Name a folder for several documents.")
    wanted = Wanted(
        wishes=wishes_in(mapping or ()),
        programme=_programme_beside(output),
        parties=_parties_in(parties),
        track=track.value if track else "",
        term=_period(term),
        plan_id=plan_id or _stem(output),
        title=title or "",
    )
    target = None if dry_run else output
    files = _without_exports(files, wanted, target, force=force)
    done = [_import(file, wanted, allow_unmapped=allow_unmapped) for file in files]
    if save_map:
        _save_map(save_map, done, dry_run=dry_run)
    is_whole = all(
        found.loaded.record and (allow_unmapped or found.is_complete) for found, _ in done
    )
    if not is_whole:
        note(
            "Nothing was written. Answer what is asked above, or say --allow-unmapped to leave it."
        )
        raise typer.Exit(ExitCode.FINDINGS)
    for found, _ in done:
        _write(found.document, target, force=force)


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


def _without_exports(
    files: list[Path], wanted: "Wanted", output: Path | None, *, force: bool
) -> list[Path]:
    """The documents that are to be mapped; what planctl exported is read back as it stands."""
    from planctl.cli.import_export import exported_in, tell_exported  # noqa: PLC0415 - not for help

    others = []
    for file in files:
        loaded = exported_in(file, wanted.programme, wanted.plan_id)
        if loaded is None:
            others.append(file)
        elif tell_exported(file, loaded):
            _write(loaded.document, output, force=force)
        else:
            raise typer.Exit(ExitCode.FINDINGS)
    return others


def _import(file: Path, wanted: "Wanted", *, allow_unmapped: bool) -> "tuple[Imported, Wanted]":
    """The document imported, and its report printed; on a terminal what is unclear is asked."""
    from planctl.cli.answers import is_on_terminal  # noqa: PLC0415 - help does not need it
    from planctl.console.terminal import printable  # noqa: PLC0415 - as above
    from planctl.transfer import imported, told  # noqa: PLC0415 - as above

    found = imported(file, wanted)
    if found.doubts and is_on_terminal() and not allow_unmapped:
        wanted = _asked(found, wanted)
        found = imported(file, wanted)
    say("".join(f"{printable(line)}\n" for line in told(found)))
    return found, wanted


def _asked(found: "Imported", wanted: "Wanted") -> "Wanted":
    """The same with an answer for each column that nothing settles."""
    from planctl.transfer import wishes_in  # noqa: PLC0415 - help does not need it

    wishes = dict(wanted.wishes)
    for heading, doubt in {doubt.column.heading: doubt for doubt in found.doubts}.items():
        if answer := _answer(doubt):
            wishes |= wishes_in([f"{heading}={answer}"])
    return replace(wanted, wishes=wishes)


def _answer(doubt: "Doubt") -> str:
    from planctl.console.terminal import printable  # noqa: PLC0415 - help does not need it
    from planctl.transfer import wishes_in  # noqa: PLC0415 - as above

    samples = [cell.text for cell in doubt.column.filled[:3]]
    say(f"\nWhat is the column '{printable(doubt.column.heading)}'?\n")
    say("".join(f"  {printable(one[:90])}\n" for one in samples))
    offered = ", ".join(dict.fromkeys((*map(str, doubt.candidates), "own", "notes", "ignore")))
    while True:
        try:
            said = typer.prompt(f"One of {offered} (Enter leaves it out)", default="",
                                show_default=False)  # fmt: skip
        except typer.Abort:
            note("Nothing was written.")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        try:
            return str(said) if not said or wishes_in([f"{doubt.column.heading}={said}"]) else ""
        except WrongValueError as error:
            note(str(error))


def _write(document: "Document", output: Path | None, *, force: bool) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it

    name = f"{document.value(('id',))}.yaml"
    if output is None:
        note(f"Nothing was written. Add -o plans/{name} to write the plan.")
        return
    target = output / name if _is_folder(output) else output
    if target.exists() and not force:
        raise ExistsError(target)
    write_atomic(target, document.text.encode())
    say(f"\nWritten to {target}. Next: planctl validate {target}\n")


def _save_map(target: Path, done: "list[tuple[Imported, Wanted]]", *, dry_run: bool) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it
    from planctl.transfer import saved  # noqa: PLC0415 - as above

    wishes = {name: wish for _, wanted in done for name, wish in wanted.wishes.items()}
    if not dry_run:
        write_atomic(target, saved(wishes).encode())


def _period(term: str | None) -> "Period | None":
    from planctl.transfer import period_called  # noqa: PLC0415 - help does not need it

    if term is None or (found := period_called(term)):
        return found if term else None
    raise WrongValueError("--term", term, "Write a term such as 'autumn 2017' or '2017-18 Q2'.")


def _is_folder(output: Path) -> bool:
    return output.is_dir() or output.suffix not in {".yaml", ".yml"}


def _stem(output: Path | None) -> str:
    """The id that the name of the plan's file gives."""
    return "" if output is None or _is_folder(output) else output.stem


def _programme_beside(output: Path | None) -> "Programme | None":
    """The programme of the folder that the plan goes to, where it has one that loads."""
    from planctl.loading import load_programme  # noqa: PLC0415 - help does not need it
    from planctl.source import read_file  # noqa: PLC0415 - as above
    from planctl.workspace.places import programme_for, workspace_of  # noqa: PLC0415 - as above

    if output is None:
        return None
    target = output / "plan.yaml" if _is_folder(output) else output
    if not target.parent.is_dir():
        return None
    path = programme_for(target, workspace_of(target))
    return load_programme(read_file(path, path.as_posix())).record if path else None


def _parties_in(path: Path | None) -> "tuple[Party, ...]":
    from planctl.transfer import parties_in  # noqa: PLC0415 - help does not need it

    return parties_in(path) if path else ()
