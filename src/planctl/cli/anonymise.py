"""`planctl anonymise`: a plan to show, with the same structure and findings and other words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.options import DryRun, Force
from planctl.cli.output import note, say
from planctl.cli.replacing import must_be_free
from planctl.errors import (
    ExitCode,
    NoPlansError,
    SeveralPlansError,
    ThereAlreadyError,
    WrongValueError,
)

if TYPE_CHECKING:
    from planctl.workspace import Group
    from planctl.workspace.anonymised import Anonymised

_KEY_BYTES = 8


def anonymise(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="The plan's file.")],
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE",
            help="The copy: a .yaml file, best in an empty folder. Its name becomes the plan's id.",
        ),
    ],
    key: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Words drawn with the same key are the same. Default: a new one each time. Who "
            "has it can find words out by trying, so keep it.",
        ),
    ] = None,
    force: Force = False,
    dry_run: DryRun = False,
) -> None:  # fmt: skip
    """Copy a plan with its words and names replaced, to show it.

    It is for reports of bugs. The copy has the same structure, dates, figures and layout, and the
    same findings at the same places. What the findings rest on comes with it, in the same folder:
    the programme, and plans that it is linked to. Comments lose their words too. Look at the copy
    before you send it: numbers and dates stay as they are.

    \b
    Examples:
      planctl anonymise plans/reading.yaml -o report/example.yaml
      planctl anonymise plans/reading.yaml -o report/example.yaml --key 'my words'
    """
    import secrets  # noqa: PLC0415 - as below
    from datetime import date  # noqa: PLC0415 - as below

    from planctl.workspace.anonymised import anonymised  # noqa: PLC0415 - help needs no rules

    group = _group_of(plan)
    _must_fit(output, group)
    drawn = key if key is not None else secrets.token_hex(_KEY_BYTES)
    made = anonymised(group, output.stem, drawn, date.today())  # noqa: DTZ011 - the local day
    targets = [output.parent / name for name, _ in made.files]
    targets[0] = output
    _must_spare(targets, group)
    if not force:
        must_be_free(targets)
        _must_stand_alone(targets)
    for path, (_, text) in zip(targets, made.files, strict=True):
        if not dry_run:
            _write(path, text)
        say(f"{path}\n")
    if key is None:
        note(f"Key: {drawn} (--key {drawn} gives the same words again; do not send it)")
    _tell(made, len(targets))


def _group_of(plan: Path) -> "Group":
    from planctl.workspace import groups  # noqa: PLC0415 - help needs no model

    found = [group for group in groups([plan]) if group.asked]
    if not found:
        raise NoPlansError(plan)
    files = tuple(file for group in found for file in group.asked)
    if len(files) > 1:
        raise SeveralPlansError(plan, files)
    return found[0]


def _must_fit(output: Path, group: "Group") -> None:
    """Raises where the copy's name cannot be its id, says too much, or is that of the plan."""
    import re  # noqa: PLC0415 - as elsewhere here

    from planctl.model.values import is_id  # noqa: PLC0415 - help needs no model
    from planctl.transfer.anonymising.refusals import NotReadableError  # noqa: PLC0415 - as above

    own = group.plans[0].document
    remedy = "Name a file such as report/example.yaml."
    if output.suffix.lower() not in {".yaml", ".yml"} or not is_id(output.stem):
        problem = "is no name for a plan: small letters, digits and hyphens, then .yaml"
        raise WrongValueError("-o", str(output), remedy, problem)
    said = str(own.value(("id",)))
    same = [word for word in re.findall(r"[a-z]{4,}", output.stem) if word in said]
    if same:
        raise WrongValueError(
            "-o", str(output), remedy, f"has '{same[0]}', a word of the plan's id"
        )
    documents = (own, *((group.programme.document,) if group.programme else ()))
    for document in documents:
        if not document.is_readable:
            raise NotReadableError(document.file)


def _must_spare(targets: list[Path], group: "Group") -> None:
    """Raises ThereAlreadyError where the copy would replace a file that it is made from."""
    programme = (group.programme_file,) if group.programme_file else ()
    own = {file.resolve() for file in (*group.asked, *group.neighbours, *programme)}
    for path in targets:
        if path.resolve() in own:
            remedy = "It is a file of the plan itself: name one in another folder with -o."
            raise ThereAlreadyError(path, remedy)


def _must_stand_alone(targets: list[Path]) -> None:
    """Raises ThereAlreadyError where a programme would be read with a copy that has none."""
    from planctl.workspace.places import PROGRAMME, programme_for, workspace_of  # noqa: PLC0415

    first = targets[0]
    if first.parent.is_dir() and not any(path.name == PROGRAMME for path in targets):
        other = programme_for(first, workspace_of(first))
        if other is not None:
            remedy = "The copy would be taken for a part of it: name an empty folder with -o."
            raise ThereAlreadyError(other, remedy)


def _write(path: Path, text: str) -> None:
    from planctl.source import write_atomic  # noqa: PLC0415 - help needs no YAML

    write_atomic(path, text.encode())


def _tell(made: "Anonymised", files: int) -> None:
    """How many files belong together, and what could not be kept; ends with 1 where that is."""
    if files > 1:
        note(f"Send all {files} files: what is found in the plan rests on the others too.")
    changed = made.copies.changed
    if not changed:
        note("The same is found in the copy as in the plan, at the same places.")
        return
    for (number, code, _, line, column), is_lost in changed:
        where = f"{made.files[number][0]}:{line}:{column}"
        note(f"{where}: {code} {'is no longer found' if is_lost else 'is found in the copy alone'}")
    note("Where that matters to your report, say so in it; another --key may do better.")
    raise typer.Exit(ExitCode.FINDINGS)
