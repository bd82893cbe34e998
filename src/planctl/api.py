"""The public functions: a plan from Python, loaded, checked and reported."""

from datetime import date
from os import PathLike
from pathlib import Path
from typing import Final

from planctl.console import concise_line
from planctl.diff import Change, Version
from planctl.diff import compare as compare_versions
from planctl.errors import ExitCode, NoPlansError, PlanctlError, SeveralPlansError
from planctl.findings import Finding
from planctl.loading import load_plan
from planctl.model import Plan, Programme, within
from planctl.printing import Press
from planctl.printing.finished import sheet_of
from planctl.rules import CATALOGUE, Policy, Rule, usual
from planctl.settings.choices import Profile
from planctl.source import read, write_atomic
from planctl.workspace import Group, check_run, groups

USUAL: Final = usual(CATALOGUE, Profile.ANALYST)
"""The rules that run where none is chosen."""

AnyPath = str | PathLike[str]


class UnsoundPlanError(PlanctlError):
    """A plan that cannot be loaded; `findings` say why."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(concise_line(finding) for finding in findings))
        self.findings = findings


def load(path: AnyPath) -> Plan:
    """The plan in the file, with what it takes from its programme.

    Raises UnsoundPlanError; NoPlansError, SeveralPlansError, PathNotFoundError, UnreadableError for
    a path that is not one plan's.
    """
    group = _only(path)
    for plan in group.sound_plans():
        return plan
    raise UnsoundPlanError(group.broken())


def loads(text: str, programme: Programme | None = None) -> Plan:
    """The plan that the text holds, with what it takes from the programme, if one is given.

    Raises UnsoundPlanError.
    """
    # Half of a surrogate pair is no text; reading says so with its place.
    document = read(text.encode("utf-8", "surrogatepass"), "text")
    loaded = load_plan(document, str(document.value(("id",))), programme)
    if loaded.record is None:
        raise UnsoundPlanError(loaded.findings)
    return within(loaded.record, programme)


def check(
    path: AnyPath, *, as_of: date | None = None, rules: tuple[Rule, ...] = USUAL
) -> tuple[Finding, ...]:
    """What is wrong in the plans at the path, a file or a folder; judged as of today by default."""
    day = as_of or date.today()  # noqa: DTZ011 - the local day
    return check_run(groups([Path(path)]), Policy(rules), day).findings


def compare(old: Plan, new: Plan, *, as_of: tuple[date, date] | None = None) -> tuple[Change, ...]:
    """What changed from the old version of a plan to the new one, the weightiest first.

    `as_of` are the days on which the two are judged, for what is late or overdue on one of them;
    today for both by default. `apply(compare(old, new), old)` says the same as `new`.
    """
    today = date.today()  # noqa: DTZ011 - the local day
    then, now = as_of or (today, today)
    return compare_versions(Version(old, old, then), Version(new, new, now))


def render_html(path: AnyPath, *, term: str = "last", as_of: date | None = None) -> str:
    """The term's delivery report on the plan in the file, as one HTML page.

    Without `as_of` it is judged as on the term's last day. Raises UnsoundPlanError,
    WrongValueError.
    """
    return sheet_of(_press(path, term, as_of)).html().decode()


def write_pdf(
    path: AnyPath, target: AnyPath, *, term: str = "last", as_of: date | None = None
) -> None:
    """Writes the same report as a tagged PDF. Raises besides: MissingLibraryError, RenderError."""
    write_atomic(Path(target), sheet_of(_press(path, term, as_of)).printed().pdf)


def _press(path: AnyPath, term: str, as_of: date | None) -> Press:
    group = _only(path)
    for press in Press.presses(group, term, as_of):
        return press
    raise UnsoundPlanError(group.broken())


def _only(path: AnyPath) -> Group:
    """The group of the one plan at the path."""
    found = [group for group in groups([Path(path)]) if group.asked]
    files = tuple(file for group in found for file in group.asked)
    if not files:
        raise NoPlansError(Path(path))
    if len(files) > 1:
        raise SeveralPlansError(Path(path), files)
    return found[0]
