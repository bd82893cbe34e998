"""Which reports a command asks for, from which templates, and into which folder they go."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planctl.cli.options import plans_at
from planctl.cli.output import note
from planctl.errors import PathNotFoundError, SameNameError, UnreadableError
from planctl.settings.choices import ReportFormat

if TYPE_CHECKING:
    from planctl.printing import Printable
    from planctl.report.request import Audience, ReportKind
    from planctl.workspace import Group, SettingsFound

_MOST_JOBS: Final = 8
"""Of itself planctl takes no more of a machine than this many processes' memory."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks for; None where it leaves the choice to settings or planctl."""

    paths: list[Path] | None
    kind: "ReportKind"
    audience: "Audience"
    term: str
    year: str
    as_of: date | None
    since: str
    formats: ReportFormat | None
    output: Path | None
    templates: Path | None
    jobs: int | None
    is_cached: bool
    is_dry: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The reports, the groups that their plans are from, and where and as what they are written."""

    groups: "tuple[Group, ...]"
    presses: "tuple[Printable, ...]"
    folder: Path
    formats: ReportFormat
    own: tuple[Path, ...]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The formats that are written, the page first."""
        every = (ReportFormat.HTML, ReportFormat.PDF)
        return tuple(one.value for one in every if self.formats in {one, ReportFormat.BOTH})

    def paths(self, press: "Printable") -> dict[str, Path]:
        """The files of a report by their formats."""
        from planctl.printing.listed import stem_of  # noqa: PLC0415 - not for help

        return {one: self.folder / f"{stem_of(press)}.{one}" for one in self.suffixes}

    def templates(self, press: "Printable") -> tuple[Path, ...]:
        """The folders of own templates for a report, those of the command line first."""
        beside = press.group.root / "templates"
        return (*self.own, beside) if beside.is_dir() else self.own


def asked_for(order: Order) -> Asked:
    """All that the order means, found before the first report is made.

    A wrong term must not leave half of the reports behind. Raises what the parts of the order do.
    """
    found, settings = plans_at(order.paths)
    own = _own_templates(order.templates)
    presses = tuple(_presses(found, order))
    _must_differ(presses)
    folder = order.output or _folder(settings)
    return Asked(found, presses, folder, order.formats or settings.settings.report.format, own)


def jobs_for(order: Order, asked: Asked) -> int:
    """In how many processes PDFs are printed: as many as there are processors free for us."""
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    wanted = order.jobs or min(free or 1, _MOST_JOBS)
    return max(1, min(wanted, len(asked.presses)))


def _presses(found: "tuple[Group, ...]", order: Order) -> "Iterator[Printable]":
    from planctl.printing import Press, programme_press  # noqa: PLC0415 - help needs no model
    from planctl.printing.press import is_told  # noqa: PLC0415 - as above
    from planctl.report.request import ReportKind  # noqa: PLC0415 - as above

    if order.kind is ReportKind.PROGRAMME:
        programme = programme_press(found, order.term, order.as_of, order.since, order.audience)
        if programme is not None:
            yield programme
        return
    for group in found:
        for plan in group.sound_plans():
            if not is_told(plan, order.kind):
                note(f"{plan.id}: no recommendations; left out")
        yield from Press.presses(
            group,
            order.term,
            order.as_of,
            order.since,
            order.audience,
            kind=order.kind,
            year=order.year,
        )


def _must_differ(presses: "tuple[Printable, ...]") -> None:
    first: dict[tuple[str, str], str] = {}
    for press in presses:
        name = (press.id, press.term.slug)
        if name in first:
            raise SameNameError(press.id, first[name], press.file)
        first[name] = press.file


def _folder(found: "SettingsFound") -> Path:
    """The folder of the settings, which stands in their file as seen from there; else build."""
    chosen = found.settings.report
    if found.file is None or "output" not in chosen.model_fields_set:
        return Path(chosen.output)
    if Path(chosen.output).is_absolute():
        return Path(chosen.output)
    return Path(os.path.relpath(found.file.parent / chosen.output))


def _own_templates(folder: Path | None) -> tuple[Path, ...]:
    if folder is None or folder.is_dir():
        return (folder,) if folder else ()
    raise (
        UnreadableError(folder, "it is not a folder")
        if folder.exists()
        else PathNotFoundError(folder)
    )
