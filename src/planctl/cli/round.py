"""What the commands of the term's round share: plans with their terms, forms, what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from planctl.errors import PathNotFoundError, UnreadableError, WrongValueError, reason_of

if TYPE_CHECKING:
    from planctl.transfer.collecting.asked import PlanTerm
    from planctl.transfer.collecting.gathered import PlanFile
    from planctl.transfer.collecting.merging import Settled
    from planctl.transfer.collecting.outcome import Remark
    from planctl.transfer.collecting.returned import Returned
    from planctl.workspace import Group

Plans = Annotated[
    list[Path] | None,
    typer.Option(
        "--plans",
        metavar="PATH",
        help="The plans that are asked about. Default: those of the workspace. May be repeated.",
    ),
]

_SIDES: Final[Mapping[str, Literal["theirs", "ours"]]] = {"theirs": "theirs", "ours": "ours"}
_LOCK: Final = ("~$", ".")
"""How the names of files begin that Excel and other programs leave beside one that is open."""


def plan_terms(
    found: "Iterable[Group]", name: str, on: date, known: Mapping[str, str] | None = None
) -> "tuple[PlanTerm, ...]":
    """The plans with the term that the name means in each; `known` has terms by plan.

    Raises WrongValueError.
    """
    from planctl.progress import term_asked  # noqa: PLC0415 - help does not need it
    from planctl.transfer.collecting.asked import PlanTerm  # noqa: PLC0415 - as above

    return tuple(
        PlanTerm(plan, term_asked((known or {}).get(plan.id, name), plan.timeline, on))
        for group in found
        for plan in group.sound_plans()
        if plan.themes
    )


def plan_files(found: "Iterable[Group]") -> "tuple[PlanFile, ...]":
    """The plans asked for, as files."""
    from planctl.transfer.collecting.gathered import PlanFile  # noqa: PLC0415 - not for help

    return tuple(
        PlanFile(
            path,
            loaded.document,
            group.joined(loaded.record),
            group.programme.record if group.programme else None,
        )
        for group in found
        for path, loaded in zip(group.asked, group.plans, strict=True)
        if loaded.record is not None and group.is_sound
    )


def closed_terms(found: "Iterable[Group]") -> "Iterator[tuple[str, str]]":
    """The id of each plan with the terms that were closed for it."""
    for group in found:
        for plan in group.sound_plans():
            yield from ((plan.id, term) for term in group.seals.terms(plan.id))


def forms_at(
    paths: Sequence[Path], *, may_be_empty: bool = False
) -> "tuple[tuple[Returned, ...], tuple[Remark, ...]]":
    """The forms at the paths, in the order of their names, and why others were not opened.

    Raises PathNotFoundError, UnreadableError; WrongValueError where there are none at all.
    """
    from planctl.transfer.collecting.outcome import Remark  # noqa: PLC0415 - help does not need it
    from planctl.transfer.collecting.returned import read_form  # noqa: PLC0415 - as above
    from planctl.transfer.reading.refused import RefusedFileError  # noqa: PLC0415 - as above

    files = [file for path in paths for file in _files(path)]
    if not files and not may_be_empty:
        remedy = "Name the workbooks that came back, or their folder."
        raise WrongValueError("INBOX", str(paths[0]), remedy, "holds no .xlsx file")
    forms: list[Returned] = []
    refused: list[Remark] = []
    for file in dict.fromkeys(files):
        try:
            forms.append(read_form(file, _content(file)))
        except RefusedFileError as error:
            refused.append(Remark("not-opened", file.as_posix(), str(error)))
    return tuple(forms), tuple(refused)


def settled_by(takes: Sequence[str], only: Sequence[str]) -> "Settled":
    """What --take and --only say. Raises WrongValueError."""
    from planctl.transfer.collecting.merging import Settled  # noqa: PLC0415 - not for help

    found: dict[str, Literal["theirs", "ours"]] = {}
    for one in takes:
        side, equals, key = one.partition("=")
        if side.strip() not in _SIDES or not equals or not key.strip():
            remedy = "Write theirs=KEY or ours=KEY, such as theirs=1.1a.rating."
            raise WrongValueError("--take", one, remedy)
        found[key.strip()] = _SIDES[side.strip()]
    return Settled(found, tuple(only))


def today() -> date:
    """The user's own day."""
    return date.today()  # noqa: DTZ011 - not that of a server


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise PathNotFoundError(path)
    if not path.is_dir():
        return [path]
    found = (one for one in path.iterdir() if one.suffix.casefold() == ".xlsx" and one.is_file())
    return sorted(one for one in found if not one.name.startswith(_LOCK))


def _content(file: Path) -> bytes:
    from planctl.transfer.reading.archives import MAX_UNPACKED  # noqa: PLC0415 - not for help
    from planctl.transfer.reading.refused import RefusedFileError  # noqa: PLC0415 - as above

    try:
        if file.stat().st_size > MAX_UNPACKED:
            raise RefusedFileError(file, "it is too large", "A form takes less than a megabyte.")
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(file, reason_of(error)) from error
