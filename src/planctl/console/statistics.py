"""How often each rule found something: an overview before the findings themselves."""

from collections import Counter
from collections.abc import Iterator

from planctl.console.closing import closing_line, tally
from planctl.console.let_stand import standing
from planctl.console.terminal import Paint
from planctl.findings import Severity
from planctl.rules import CheckRun


def render_statistics(run: CheckRun, paint: Paint) -> str:
    """A line for each code and severity, the most frequent first; then tally and closing line.

    Every place counts, also where people are told once for all.
    """
    ending = f"{tally(run, paint)}\n{closing_line(run)}\n"
    lines = "\n".join(_lines(run, paint))
    return f"{lines}\n\n{ending}" if lines else ending


def _lines(run: CheckRun, paint: Paint) -> Iterator[str]:
    found = Counter(
        (finding.code, finding.name, finding.severity, finding.is_preview)
        for finding in standing(run.findings)
    )
    digits = max((len(f"{number:,}") for number in found.values()), default=0)
    width = max((len(name) for _, name, _, _ in found), default=0)
    for (code, name, severity, is_preview), number in sorted(found.items(), key=_place):
        mark = ", preview" if is_preview else ""
        yield f"{number:{digits},}  {code}  {name:{width}}  {paint(severity, severity)}{mark}"


def _place(counted: tuple[tuple[str, str, Severity, bool], int]) -> tuple[int, str, int, bool]:
    (code, _, severity, is_preview), number = counted
    return (-number, code, severity.rank, is_preview)
