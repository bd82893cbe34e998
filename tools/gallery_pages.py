"""Draws pages of reports on the shipped examples into docs/gallery, and lists them on one page.

Usage: python tools/gallery_pages.py. Needs pdftoppm.
"""

import io
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from PIL import Image
from pypdf import PdfReader

ROOT: Final = Path(__file__).parents[1]
GALLERY: Final = ROOT / "docs" / "gallery"
DOTS: Final = "76"
"""To the inch: small letters can still be read."""
COLOURS: Final = 96
MOST_BYTES: Final = 120_000
RICH: Final = "examples/three-years/plans"
SUMMER: Final = ("--term", "2023-24 summer")
HEAD: Final = """\
# Pages of reports

Written by `make gallery`. Wexcombe, its plans and its figures are invented; the plan of
Middlesbrough is the one in [plans](../../plans). What each part holds, and for whom, stands in
[reports](../reports.md).
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: what its picture is called, what is said of it, and the heading that it begins."""

    name: str
    caption: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A report: its title here, what is asked of planctl for it, and the pages that are shown."""

    title: str
    asked: tuple[str, ...]
    shown: tuple[Shown, ...]


PAPERS: Final = (
    Paper(
        "For a board",
        (f"{RICH}/attendance.yaml", *SUMMER, "--for", "board"),
        (
            Shown("board-front", "The front page: what is asked, the counts, what went well."),
            Shown("board-exceptions", "Decisions and exceptions.", "Decisions and exceptions"),
            Shown("board-grid", "Every action on one line.", "All actions at a glance"),
            Shown("board-questions", "Questions members may ask.", "Questions members may ask"),
        ),
    ),
    Paper(
        "For scrutiny",
        (f"{RICH}/reading.yaml", *SUMMER, "--for", "scrutiny"),
        (Shown("scrutiny-measures", "KPIs and money.", "KPIs and money"),),
    ),
    Paper(
        "For the public",
        (f"{RICH}/careers.yaml", *SUMMER, "--for", "public"),
        (
            Shown("public-front", "The front page, without names of persons."),
            Shown("public-impact", "What difference it makes.", "Impact"),
        ),
    ),
    Paper(
        "For officers",
        (f"{RICH}/reading.yaml", *SUMMER),
        (
            Shown("officer-since", "What has changed, and promises kept.", "Since the last report"),
            Shown("officer-progress", "Progress by theme.", "Progress by theme"),
            Shown("officer-next", "Overdue, and next.", "Overdue, and what comes next"),
            Shown("officer-themes", "Every action in full.", "Themes in full"),
            Shown("officer-impact", "Impact, risks and links.", "Impact, risks and links"),
            Shown(
                "officer-sources", "Sources and findings.",
                "Sources, findings and how to check this report",
            ),
            Shown("officer-annex", "The annex.", "Annex"),
        ),
    ),
    Paper(
        "An annual delivery plan",
        (f"{RICH}/moving-up.yaml", *SUMMER, "--kind", "annual", "--year", "Year 3"),
        (Shown("annual-year", "The year, term by term.", "The year, term by term"),),
    ),
    Paper(
        "A scrutiny report",
        (f"{RICH}/inquiry.yaml", *SUMMER, "--kind", "scrutiny", "--for", "scrutiny"),
        (
            Shown("recommendations-front", "Recommendations by grade."),
            Shown("recommendations", "How far each has come.", "Recommendations"),
        ),
    ),
    Paper(
        "A programme report",
        (RICH, *SUMMER, "--kind", "programme", "--for", "board"),
        (
            Shown("programme-front", "All plans on one page."),
            Shown("programme-coverage", "Coverage, and its gaps.", "From commitment to evidence"),
        ),
    ),
    Paper(
        "A plan that nobody has reported on",
        ("plans", "--term", "2017-18 autumn", "--as-of", "2018-01-01"),
        (Shown("real-front", "Middlesbrough, 2017: what is not known is counted."),),
    ),
)  # fmt: skip


def main() -> int:
    """Draws every page anew and says how large all are together."""
    if shutil.which("pdftoppm") is None:
        print("pdftoppm is missing: install poppler-utils", file=sys.stderr)
        return 3
    shutil.rmtree(GALLERY, ignore_errors=True)
    GALLERY.mkdir(parents=True)
    lines = [HEAD]
    with TemporaryDirectory() as folder:
        for number, paper in enumerate(PAPERS):
            lines += _drawn(paper, Path(folder) / str(number))
    (GALLERY / "README.md").write_text("\n".join(lines), encoding="utf-8")
    pictures = {one.name: one.stat().st_size for one in GALLERY.glob("*.png")}
    print(f"{len(pictures)} pages, {sum(pictures.values()) / 1e6:.1f} MB")
    large = [name for name, size in pictures.items() if size > MOST_BYTES]
    print(*(f"{name} is larger than {MOST_BYTES:,} bytes" for name in large), sep="\n", end="")
    return 1 if large else 0


def _drawn(paper: Paper, folder: Path) -> Iterator[str]:
    """The lines of the page on a paper, whose pictures are drawn meanwhile."""
    command = ["report", *paper.asked]
    subprocess.run(
        [sys.executable, "-m", "planctl", *command, "--format", "pdf", "-o", folder],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    (pdf,) = folder.glob("*.pdf")
    document = PdfReader(pdf)
    yield f"## {paper.title}\n\n    {shlex.join(['planctl', *command])}\n"
    for one in paper.shown:
        (GALLERY / f"{one.name}.png").write_bytes(_picture(pdf, _page_of(one, document)))
        yield f"{one.caption}\n\n![{one.caption}]({one.name}.png)\n"


def _page_of(one: Shown, document: PdfReader) -> int:
    """The number of the page, from 1, on which the heading stands."""
    if not one.heading:
        return 1
    waiting: list[Any] = list(document.outline)
    while waiting:
        entry = waiting.pop(0)
        if isinstance(entry, list):
            waiting += entry
        elif entry.title == one.heading:
            return (document.get_destination_page_number(entry) or 0) + 1
    raise SystemExit(f"{one.name}: no page begins with {one.heading}")


def _picture(pdf: Path, number: int) -> bytes:
    """The page as a small picture of few colours."""
    page = ["-f", str(number), "-l", str(number)]
    drawn = subprocess.run(
        ["pdftoppm", "-r", DOTS, *page, "-png", pdf], check=True, capture_output=True
    ).stdout
    small = (
        Image.open(io.BytesIO(drawn)).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
    )
    held = io.BytesIO()
    small.save(held, "PNG", optimize=True)
    return held.getvalue()


if __name__ == "__main__":
    sys.exit(main())
