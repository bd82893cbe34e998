"""Writes the reports that `make conformance` checks, and says what page-validation finds in them.

Usage: python tools/conformance/pages.py DIR. Ends with 1 when anything is found. Those that slower
checks look at as well are named in DIR/chosen.txt.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
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

EXAMPLES: Final = ROOT / "examples"
ODD: Final = "odd"
SLOWLY_TOO: Final = frozenset({
    "empty", "one-action", "long-comment", "right-to-left", "symbols", "markup", "no-ratings",
    "recommendations-alone", "risks-alone", "money-alone", "chance-0", "chance-1", "chance-2",
})  # fmt: skip
"""The odd plans that the slower checks look at as well: the others take them ten minutes."""
HISTORY_SAYS: Final = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@dataclass(frozen=True, slots=True)
class Asked:
    """A run of `planctl report`: the folder that it writes to, its plans, and its options."""

    name: str
    plans: Path
    options: tuple[str, ...]


def main(folder: Path) -> int:
    """Writes every report as HTML and PDF into the folder and checks each PDF."""
    rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    problems = [*write_examples(folder), *write_made_up(folder)]
    files = sorted(folder.rglob("*.pdf"))
    problems += [f"{file}: {said}" for file in files for said in faults(file.read_bytes())]
    chosen = [file for file in files if file.parent.name != ODD or file.stem in SLOWLY_TOO]
    (folder / "chosen.txt").write_text("".join(f"{file}\n" for file in chosen), encoding="utf-8")
    for problem in problems:
        print(f"  {problem}")
    print(f"page-validation: {len(files)} PDFs, {len(problems)} problems")
    return 1 if problems or not files else 0


def write_examples(folder: Path) -> Iterator[str]:
    """The reports that planctl writes of the shipped plans; says what stops it."""
    for asked in (*of_history(folder.parent / "history"), *of_examples()):
        run = subprocess.run(
            [
                sys.executable, "-m", "planctl", "report", str(asked.plans), *asked.options,
                "--format", "both", "-o", str(folder / asked.name),
            ],
            check=False,
            cwd=ROOT,
            capture_output=True,
            text=True,
        )  # fmt: skip
        if run.returncode:
            yield f"{asked.name}: planctl report ended with {run.returncode}: {run.stderr.strip()}"


def of_history(folder: Path) -> Iterator[Asked]:
    """The example that has versions in git, which is built for it."""
    rmtree(folder, ignore_errors=True)
    subprocess.run(
        [sys.executable, ROOT / "examples/history/build.py", folder],
        check=True,
        env=os.environ | HISTORY_SAYS,
    )
    yield Asked("history", folder, ("--term", "last"))


def of_examples() -> Iterator[Asked]:
    """Every shipped plan for its officers and the public, and one for all, of every kind."""
    autumn = ("--term", "2017-18 autumn")
    yield Asked("real", ROOT / "plans", autumn)
    yield Asked("first-term", EXAMPLES / "first-term/plans", autumn)
    yield Asked("start", EXAMPLES / "start/plans", ("--term", "2026-27 autumn"))
    for name in ("dorset", "herefordshire", "middlesbrough-strategy", "stockton"):
        for audience in (Audience.OFFICER, Audience.PUBLIC):
            yield Asked(name, EXAMPLES / name / "plans", ("--for", audience))
    rich = EXAMPLES / "three-years/plans"
    summer = ("--term", "2023-24 summer")
    yield Asked("three-years", rich, summer)
    for audience in Audience:
        told = (*summer, "--for", audience)
        yield Asked("three-years", rich / "attendance.yaml", told)
        yield Asked("kinds", rich / "reading.yaml", ("--kind", "annual", "--year", "Year 2", *told))
        yield Asked("kinds", rich / "inquiry.yaml", ("--kind", "scrutiny", *told))
        yield Asked("kinds", rich, ("--kind", "programme", *told))


def write_made_up(folder: Path) -> Iterator[str]:
    """The reports on the plans that the tests make up; says what stops one."""
    for name, context in made_up():
        html = render_html(context)
        file = folder / f"{name}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(html, encoding="utf-8")
        try:
            file.with_suffix(".pdf").write_bytes(render_pdf(html))
        except RenderError as error:
            yield f"{name}: {error}"


def made_up() -> Iterator[tuple[str, ReportContext]]:
    """Each report by name: the full plan's for every audience, then those on odd plans."""
    for audience in Audience:
        yield f"full/{audience}", full_report(audience)
    for name, plan in odd_plans().items():
        yield f"{ODD}/{name}", odd_report(plan)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
