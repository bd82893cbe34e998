"""Whether a report is what its own source gives: as bytes, else as text, else as data."""

from collections.abc import Iterator

from planctl import __version__
from planctl.audit.manifest import MadeWithRecord, Manifest
from planctl.errors import RenderError
from planctl.printing.assembling import values_of
from planctl.printing.carried import Carried, UnusableSourceError
from planctl.printing.proof import Proven, context_of, printed_again
from planctl.printing.toolchain import fonts_shipped, made_with, templates_shipped
from planctl.verify import html_files, pdf_files
from planctl.verify.figures import unsaid
from planctl.verify.opened import DamagedReportError, Opened, ReportFormat, Shown
from planctl.verify.verdict import Check, Level, failed, passed

_EXACT = "It is, byte for byte, what the source inside it gives."
_WORDS = "Each word on each page is what the source inside it gives; how it looks may differ."
_FIGURES = (
    "Each figure of its first page and each rating in its list of all actions is what the source "
    "inside it gives."
)


def level_held(
    report: Opened, carried: Carried, asked: Level, *, may_print: bool = True, signed_to: int = 0
) -> tuple[Level | None, list[Check]]:
    """The most exact level that holds, and what was found on the way; no further than is asked.

    Unless it may be printed again, its figures alone are looked at. `signed_to` is how many bytes
    of it signatures cover.
    Raises MissingLibraryError where a PDF cannot be made here and bytes or text are asked for.
    """
    checks: list[Check] = []
    try:
        if may_print and (asked is not Level.DATA or report.kind is ReportFormat.HTML):
            level, found = _printed_again(report, carried, signed_to)
            checks += found
            if level is not None:
                return level, checks
        found = list(_data_checks(report, carried))
    except (UnusableSourceError, RenderError) as error:
        return None, [*checks, failed("source", str(error))]
    except DamagedReportError as error:
        return None, [*checks, failed("data", str(error))]
    checks += found
    return (None if any(one.result == "failed" for one in found) else Level.DATA), checks


def _printed_again(
    report: Opened, carried: Carried, signed_to: int
) -> tuple[Level | None, list[Check]]:
    """Whether what is made anew from the report's own source is the same, or reads the same."""
    with printed_again(carried) as again:
        made = _made(again, report.kind)
    if made == report.content:
        return Level.BYTES, [passed("bytes", _EXACT)]
    checks = [failed("bytes", _unlike_bytes(report, made, carried.manifest, signed_to))]
    try:
        theirs = report.shown()
    except DamagedReportError as error:
        return None, [*checks, failed("text", f"Its words cannot be read. {error}")]
    ours = _shown(made, report.kind)
    if _told(theirs, carried) == _told(ours, None):
        return Level.TEXT, [*checks, passed("text", _WORDS)]
    return None, [*checks, failed("text", _unlike_words(theirs, ours))]


def _made(again: Proven, kind: ReportFormat) -> bytes:
    return again.pdf() if kind is ReportFormat.PDF else again.html()


def _shown(content: bytes, kind: ReportFormat) -> Shown:
    if kind is ReportFormat.PDF:
        return pdf_files.shown_in(content)
    return html_files.shown_in(content)


def _unlike_bytes(report: Opened, made: bytes, manifest: Manifest, signed_to: int) -> str:
    if report.content.startswith(made):
        return _added(len(report.content), len(made), signed_to)
    other = _other_tools(manifest)
    if other:
        return (
            f"It is not the same bytes, which can only be told with what it was made with: {other}."
        )
    return (
        "It is not what the source inside it gives: it was changed after it was made, first "
        f"{_first_difference(report, made)}."
    )


def _added(whole: int, made: int, signed_to: int) -> str:
    """What was added, in numbers of bytes; what signatures cover is none of it."""
    if made < signed_to < whole:
        return (
            f"{whole - signed_to:,} bytes were added behind the last signature on the report. What "
            "was made and signed stands before them unchanged."
        )
    return (
        f"{whole - made:,} bytes were added behind the end of the report. What was made stands "
        "before them unchanged."
    )


def _first_difference(report: Opened, made: bytes) -> str:
    """Where the one and the other part: a line of a page, a byte of a PDF."""
    pairs = enumerate(zip(report.content, made, strict=False))
    shorter = min(len(report.content), len(made))
    place = next((at for at, (one, other) in pairs if one != other), shorter)
    if report.kind is ReportFormat.HTML:
        line = made.count(b"\n", 0, place) + 1
        return f"in line {line:,}"
    return f"at byte {place + 1:,} of {len(made):,}"


def _other_tools(manifest: Manifest) -> str:
    """What this machine has in other versions than the report was made with."""
    here, recorded = made_with(), manifest.made_with
    told = [
        f"{name} {was or 'unknown'} (here {now or 'none'})"
        for name in MadeWithRecord.model_fields
        if (was := getattr(recorded, name)) != (now := getattr(here, name))
    ]
    if manifest.templates != templates_shipped():
        told.append("other templates of planctl")
    if manifest.fonts != fonts_shipped():
        told.append("other fonts of planctl")
    return ", ".join(told)


def _told(shown: Shown, carried: Carried | None) -> tuple[str, tuple[str, ...]]:
    """The words, and what else is on the pages; our own version stands for theirs."""
    version = carried.manifest.made_with.planctl if carried else __version__
    return shown.letters.replace(f"planctl{version}", f"planctl{__version__}"), shown.marks


def _unlike_words(theirs: Shown, ours: Shown) -> str:
    was, now = theirs.text.split(" "), ours.text.split(" ")
    pairs = zip(was, now, strict=False)
    place = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
    if place is None:
        if was == now:
            return "The words are the same, and something else on its pages is not."
        place = min(len(was), len(now)) - 1
    start = max(0, place - 3)
    here, there = " ".join(was[start : place + 6]), " ".join(now[start : place + 6])
    return f"It says ‘{here}’ where the source inside it gives ‘{there}’."


def _data_checks(report: Opened, carried: Carried) -> Iterator[Check]:
    """Whether the figures in the record and on the page are those that the source gives."""
    context = context_of(carried)
    values = values_of(carried, context)
    if values != carried.manifest.values:
        yield failed("data", "The record holds other figures or ratings than the source gives.")
        return
    letters = report.shown().letters
    wrong = list(unsaid(context, letters))
    if wrong:
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        yield failed("data", f"The source gives ‘{wrong[0]}’, which it does not say{more}.")
        return
    yield passed("data", _FIGURES)
