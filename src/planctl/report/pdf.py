"""The report as an accessible PDF: the only place that knows WeasyPrint."""

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from planctl.errors import MissingLibraryError, RenderError
from planctl.report.attachments import Attachment, attach
from planctl.report.conformance import VARIANT, Press, conform, declare_both, end_clearly
from planctl.report.html import template_text
from planctl.report.phrases import shortened
from planctl.report.pictures import Picture, taken_out
from planctl.report.typeface import face_file, printable

FONT_SCHEME: Final = "planctl:fonts/"
PICTURE_SCHEME: Final = "planctl:pictures/"
FAMILY: Final = "planctl Sans"
"""What print.css calls the shipped typeface: no font of the machine goes by that name."""

_IDENTIFIER_LENGTH: Final = 16
_SHOWN: Final = 3
_LONGEST_URL: Final = 80
_WAYS_OUT: Final = """\
The PDF needs the libraries Pango and HarfBuzz, and this machine lacks them ({reason}).
Ways out:
  Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora: dnf install pango harfbuzz
  macOS: brew install pango
  in CI: let a job on a Debian or Ubuntu runner install them and make the PDF
  without them: --format html, then print the page from a browser\
"""
_OTHER_FONT: Final = (
    "The PDF would need the font {fonts}, which planctl does not ship: it would look different "
    "on every machine. Take the font-family, or the character that the shipped fonts lack, out of "
    "the template."
)
_NO_LAYOUT: Final = (
    "WeasyPrint finds no way to set this page: something that may not be parted is taller than "
    "the paper. Where templates of your own are used, look there for break-inside, break-before "
    "and break-after; where not, --format html is whole, and prints from a browser."
)


def render_pdf(
    html: str, templates: tuple[Path, ...] = (), attachments: tuple[Attachment, ...] = ()
) -> bytes:
    """The page as PDF/UA-1 and PDF/A-3a in one: the same bytes wherever and whenever it is made.

    What the page asks for is fetched from nowhere: the shipped fonts, and pictures that the page
    itself carries and that `read_picture` lets pass, are all there is.
    Characters that the fonts lack are printed as U+XXXX (`typeface.unprintable` names them).
    RenderError when anything at all had to be left out or refused; MissingLibraryError without
    the native libraries.
    """
    weasyprint = _weasyprint()
    page = printable(html)
    laid, pictures = taken_out(page, PICTURE_SCHEME)
    fetcher = _closed_fetcher(weasyprint, pictures)
    with _complaints() as complaints, _silent_about_profile():
        try:
            document = _laid_out(weasyprint, laid, fetcher, templates)
            declare_both(document)
            written: bytes = document.write_pdf(
                pdf_variant=VARIANT,
                pdf_identifier=sha256(page.encode()).digest()[:_IDENTIFIER_LENGTH],
                finisher=_finisher(attachments),
            )
        except weasyprint.urls.FatalURLFetchingError as error:
            raise RenderError(str(error)) from error
        except AssertionError as error:
            raise RenderError(_NO_LAYOUT) from error
    if complaints:
        raise RenderError(_complained(complaints))
    return end_clearly(written)


def _weasyprint() -> Press:
    # Its import costs as much as checking dozens of plans, and fails without Pango.
    try:
        with warnings.catch_warnings():
            # A machine without fonts: the shipped ones are all that is needed.
            warnings.filterwarnings("ignore", "No fonts configured", UserWarning)
            import weasyprint  # noqa: PLC0415
    except OSError as error:
        reason = str(error).splitlines()[0]
        raise MissingLibraryError(_WAYS_OUT.format(reason=reason)) from error
    return weasyprint


def _laid_out(weasyprint: Press, page: str, fetcher: Press, templates: tuple[Path, ...]) -> Press:
    fonts = weasyprint.text.fonts.FontConfiguration()
    print_style = weasyprint.CSS(
        string=template_text("print.css", templates), font_config=fonts, url_fetcher=fetcher
    )
    source = weasyprint.HTML(string=page, url_fetcher=fetcher, media_type="print")
    return source.render(stylesheets=[print_style], font_config=fonts)


def _closed_fetcher(weasyprint: Press, pictures: Mapping[str, Picture]) -> Press:
    """A fetcher of shipped fonts and these pictures; it stops the run at any other address."""
    urls = weasyprint.urls

    def fetch(fetcher: Press, url: str, headers: object = None) -> Press:
        del fetcher, headers
        if url in pictures:
            given = pictures[url]
            return urls.URLFetcherResponse(url, given.content, {"Content-Type": given.mime})
        face = face_file(url.removeprefix(FONT_SCHEME)) if url.startswith(FONT_SCHEME) else None
        if face is None:
            raise urls.FatalURLFetchingError(_refused(url))
        return urls.URLFetcherResponse(url, face.read_bytes(), {"Content-Type": "font/ttf"})

    closed = type("ClosedFetcher", (urls.URLFetcher,), {"fetch": fetch})
    return closed(allowed_protocols=("planctl",), allow_redirects=False, fail_on_errors=True)


def _refused(url: str) -> str:
    return (
        f"A template asks for {shortened(url, _LONGEST_URL)}. A report is made from its source "
        "alone and fetches nothing: take the picture, style sheet or link out of the template."
    )


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What WeasyPrint warns of while the context is open: it goes on where a record must not."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


@contextmanager
def _silent_about_profile() -> Iterator[None]:
    """No word of the colour profile's file, which WeasyPrint leaves to Python to close."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"unclosed file .*\.icc", ResourceWarning)
        yield


def _complained(complaints: list[str]) -> str:
    shown = "; ".join(complaints[:_SHOWN])
    more = f" (and {len(complaints) - _SHOWN} more)" if len(complaints) > _SHOWN else ""
    return f"The PDF would not be what the template asks for: {shown}{more}. Correct the template."


def _finisher(attachments: tuple[Attachment, ...]) -> Callable[[Press, Press], None]:
    """What is done to the PDF once its objects are there and before they are written."""

    def finish(document: Press, pdf: Press) -> None:
        _refuse_other_fonts(document)
        attach(pdf, attachments)
        conform(pdf)

    return finish


def _refuse_other_fonts(document: Press) -> None:
    others = sorted({font.family for font in document.fonts.values()} - {FAMILY})
    if others:
        raise RenderError(_OTHER_FONT.format(fonts=", ".join(others)))
