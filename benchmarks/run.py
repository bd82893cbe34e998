"""Measures what must be fast, as ratios of CPU time taken in one run; exits 1 where one is missed.

A ratio holds on any machine, a time does not. Each is the median of several pairs; a goal is missed
when the ratio is more than a tenth above it. Usage: python benchmarks/run.py
"""

import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from collected import Round
from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs leave it out

from planctl.loading import load_plan
from planctl.model import Period, PeriodKind
from planctl.report import ReportRequest, build_context, render_html, render_pdf
from planctl.rules import CATALOGUE, Case, check
from planctl.source import read

PLAN = Path(__file__).parents[1] / "examples/first-term/plans/parental-partnership.yaml"
ALLOWANCE = 1.1
PAIRS = 7
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing that must be fast: ours, against theirs, at most `target` times its CPU time."""

    name: str
    target: float
    ours: Work
    theirs: Work
    pairs: int = PAIRS


def main() -> int:
    """Prints the table. Gives the exit code."""
    missed = 0
    print(f"{'goal':62} {'target':>7} {'seen':>7}")
    folder = TemporaryDirectory()
    for goal in goals(Round(Path(folder.name))):
        seen = statistics.median(cpu(goal.ours) / cpu(goal.theirs) for _ in range(goal.pairs))
        is_missed = seen > goal.target * ALLOWANCE
        missed += is_missed
        print(f"{goal.name:62} {goal.target:7.2f} {seen:7.2f}{'  missed' if is_missed else ''}")
    return 1 if missed else 0


def goals(collected: Round) -> tuple[Goal, ...]:
    """What performance is promised of the parts that are built."""
    raw = PLAN.read_bytes()
    text = raw.decode()
    document = read(raw, "plan")
    plan = load_plan(document, PLAN.stem, None).record
    if plan is None:
        raise SystemExit(f"{PLAN} does not load.")
    case = Case(document, plan, None, (plan,), date(2018, 1, 1))
    request = ReportRequest(term=Period(PeriodKind.TERM, 2017, "autumn"), as_of=date(2018, 1, 1))
    html = render_html(build_context(plan, request, (), ()))
    nothing = [sys.executable, "-c", "pass"]
    itself = [sys.executable, "-m", "planctl"]
    return (
        Goal("read with places / CSafeLoader without", 0.45, lambda: read(raw, "plan"),
             lambda: yaml.load(text, Loader=yaml.CSafeLoader)),
        Goal("read with places / libyaml's events alone", 1.3, lambda: read(raw, "plan"),
             lambda: events(text)),
        Goal("all rules / read and load", 0.5, lambda: check(case, CATALOGUE),
             lambda: load_plan(read(raw, "plan"), PLAN.stem, None)),
        Goal("planctl --version / python -c pass", 1.5, ran(*itself, "--version"), ran(*nothing)),
        Goal("planctl --help / python -c pass", 7, ran(*itself, "--help"), ran(*nothing)),
        Goal("PDF / bare WeasyPrint on the same HTML", 1.1, lambda: render_pdf(html),
             lambda: bare_pdf(html)),
        Goal("collect merge of 40 forms / openpyxl and ruamel.yaml opening them", 1.0,
             collected.merge, collected.open_all, pairs=3),
    )  # fmt: skip


def events(text: str) -> int:
    """How many events libyaml gives for the text."""
    parser = CParser(text)
    return sum(1 for _ in iter(parser.get_event, None))


def bare_pdf(html: str) -> bytes:
    """What WeasyPrint makes of the page by itself, tagged."""
    import weasyprint  # noqa: PLC0415 - heavy, and in need of native libraries

    return bytes(weasyprint.HTML(string=html).write_pdf(pdf_tags=True))


def ran(*command: str) -> Work:
    """Running the command, its output thrown away."""
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def cpu(work: Work) -> float:
    """CPU seconds of this process and its ended children for one go, after one to warm up."""
    work()
    before = spent()
    work()
    return spent() - before


def spent() -> float:
    """CPU seconds so far, with those of ended children."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    sys.exit(main())
