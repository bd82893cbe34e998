"""Writes the reports that `make conformance` checks, and says what page-validation finds in them.

Usage: python tools/conformance/pages.py DIR. Ends with 1 when anything is found.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from typing import Final

from planctl.errors import RenderError
from planctl.report import Audience, ReportContext, render_html, render_pdf

ROOT: Final = Path(__file__).parents[2]
# Run as a script, it would not find the invented plans of the tests.
sys.path.insert(0, str(ROOT))

from tests.report.full_plan import full_report  # noqa: E402 - as above
from tests.report.odd_plans import odd_plans, odd_report  # noqa: E402 - as above
from tests.report.pdf_parts import faults  # noqa: E402 - as above

HISTORY_SAYS: Final = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def main(folder: Path) -> int:
    """Writes every report as HTML and PDF into the folder and checks each PDF."""
    rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    problems = [*write_examples(folder), *write_made_up(folder)]
    files = sorted(folder.rglob("*.pdf"))
    problems += [f"{file}: {said}" for file in files for said in faults(file.read_bytes())]
    for problem in problems:
        print(f"  {problem}")
    print(f"page-validation: {len(files)} PDFs, {len(problems)} problems")
    return 1 if problems or not files else 0


def write_examples(folder: Path) -> Iterator[str]:
    """The reports that planctl writes of the shipped plans; says what stops it."""
    history = folder.parent / "history"
    rmtree(history, ignore_errors=True)
    subprocess.run(
        [sys.executable, ROOT / "examples/history/build.py", history],
        check=True,
        env=os.environ | HISTORY_SAYS,
    )
    for name, place, term in (
        ("real", ROOT / "plans", "2017-18 autumn"),
        ("first-term", ROOT / "examples/first-term/plans", "2017-18 autumn"),
        ("history", history, "last"),
    ):
        asked = ["--term", term, "--format", "both", "-o", str(folder / name)]
        run = subprocess.run(
            [sys.executable, "-m", "planctl", "report", str(place), *asked],
            check=False,
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        if run.returncode:
            yield f"{name}: planctl report ended with {run.returncode}: {run.stderr.strip()}"


def write_made_up(folder: Path) -> Iterator[str]:
    """The reports on the plans that the tests make up; says what stops one."""
    for name, context in made_up():
        html = render_html(context)
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
        try:
            (folder / f"{name}.pdf").write_bytes(render_pdf(html))
        except RenderError as error:
            yield f"{name}: {error}"


def made_up() -> Iterator[tuple[str, ReportContext]]:
    """Each report by name: the full plan's for every audience, then those on odd plans."""
    for audience in Audience:
        yield f"full-{audience}", full_report(audience)
    for name, plan in odd_plans().items():
        yield f"odd-{name}", odd_report(plan)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
