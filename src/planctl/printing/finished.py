"""From a press to the bytes of a finished report: the one way, alone or in a worker process."""

from dataclasses import dataclass
from pathlib import Path

from planctl.printing.assembling import proven, sources_of
from planctl.printing.embedding import with_files
from planctl.printing.press import Press
from planctl.printing.programme import ProgrammePress
from planctl.report.attachments import Attachment
from planctl.report.pdf import render_pdf
from planctl.report.typeface import unprintable

Printable = Press | ProgrammePress
"""What a report can be printed of: one plan, or a programme with all of its plans."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a report is printed from: nothing but text and bytes, so that any process can take it.

    The PDF is made from the page, the style sheet for print of the templates, and the attachments
    alone.
    """

    page: str
    templates: tuple[Path, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    def html(self) -> bytes:
        """The page as it is written, with what is attached inside it."""
        return with_files(self.page, self.attachments).encode()

    def printed(self) -> "Printed":
        """The page as PDF. Raises RenderError and MissingLibraryError."""
        pdf = render_pdf(self.page, self.templates, self.attachments)
        return Printed(pdf, unprintable(self.page))


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the characters for which it has a code because the fonts lack them."""

    pdf: bytes
    unprintable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """The bytes of a report's files; `printed` is None where no PDF was wanted."""

    html: bytes
    printed: Printed | None = None


def basis(press: Printable) -> tuple[object, ...]:
    """All that the sheet of a press is made from, templates aside: the same basis, the same sheet.

    A sheet is remembered by what its basis looks like in `repr`. Whatever `sheet_of` comes to look
    at belongs in here; raises what that raises for the press.
    """
    if isinstance(press, Press):
        return (*press.given(), sources_of(press))
    return press.basis()


def sheet_of(press: Printable, templates: tuple[Path, ...] = ()) -> Sheet:
    """The sheet of a press; folders of own templates come before the shipped ones.

    It has its proof on every page, and what it was made from beside it.
    """
    made = proven(press, templates)
    return Sheet(made.page, templates, made.attachments())


def finished(press: Printable, templates: tuple[Path, ...] = (), *, pdf: bool = True) -> Finished:
    """The report in full, made here and now. Raises RenderError and MissingLibraryError."""
    sheet = sheet_of(press, templates)
    return Finished(sheet.html(), sheet.printed() if pdf else None)
