"""Plans for reports, and their PDFs, made once in two processes that have little in common."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from planctl.findings import Finding
from planctl.model import Period, Plan, Programme, Scale, read_period, within
from planctl.report import ReportContext, ReportRequest, SourceFile, build_context, render_html

ROOT = Path(__file__).parents[2]
PERIOD = {"from": "2017-09-01", "to": "2020-08-31"}
SOURCES = (SourceFile("plans/reading.yaml", "ab" * 32, 40),)

FONTS = ROOT / "templates" / "fonts"
RICH = Path(__file__).parent / "rich.yaml"

# Makes the page of rich.yaml, and each page that is named as a PDF beside it.
PRINTER = """
import sys
from datetime import date
from pathlib import Path
import yaml
from planctl.model import Plan, Scale, read_period
from planctl.report import ReportRequest, build_context, render_html, render_pdf

source, made, *pages = map(Path, sys.argv[1:])
given = yaml.load(source.read_bytes(), yaml.BaseLoader)
plan = Plan.model_validate(given, context={"scale": Scale()})
asked = ReportRequest(read_period("2017-18 spring"), date(2018, 4, 30))
made.write_text(render_html(build_context(plan, asked, (), ())), encoding="utf-8")
for page in (made, *pages):
    page.with_suffix(".pdf").write_bytes(render_pdf(page.read_text(encoding="utf-8")))
"""

MakePlan = Callable[..., Plan]
MakeContext = Callable[..., ReportContext]


@pytest.fixture(scope="session")
def plan() -> MakePlan:
    """`plan(*actions, **fields)`: a plan of three years with one theme that holds the actions."""

    def made(*actions: Mapping[str, Any], **fields: Any) -> Plan:
        given = {
            "format": "planctl/1",
            "id": "reading",
            "title": "Reading",
            "period": PERIOD,
            "themes": [{"ref": "1", "title": "Schools", "actions": list(actions)}],
            **fields,
        }
        return Plan.model_validate(given, context={"scale": scale_of(given)})

    return made


@pytest.fixture(scope="session")
def context() -> MakeContext:
    """`context(plan, term, as_of, findings, sources)`: by default of the first term, at its end."""

    def made(
        plan: Plan,
        term: str = "2017-18 autumn",
        as_of: date | None = None,
        findings: tuple[Finding, ...] = (),
        sources: tuple[SourceFile, ...] = SOURCES,
    ) -> ReportContext:
        return build_context(plan, asked(plan, term, as_of), findings, sources)

    return made


@pytest.fixture(scope="session")
def real_plan() -> Plan:
    return joined(ROOT / "plans")


@pytest.fixture(scope="session")
def example_plan() -> Plan:
    return joined(ROOT / "examples" / "first-term" / "plans")


@dataclass(frozen=True)
class Rich:
    """A plan that says everything once, in the words MINE; `term` is its second."""

    plan: Plan
    term: Period


@pytest.fixture(scope="session")
def rich_plan(plan: MakePlan) -> Rich:
    return Rich(
        plan(**parsed(Path(__file__).parent / "rich.yaml")), period_called("2017-18 spring")
    )


@pytest.fixture(scope="session")
def pages(
    plan: MakePlan, context: MakeContext, real_plan: Plan, example_plan: Plan, rich_plan: Rich
) -> dict[str, str]:
    """The pages that are printed, by name."""
    contexts = {
        "real": context(real_plan, as_of=date(2018, 1, 1)),
        "example": context(example_plan),
        "rich": context(rich_plan.plan, "2017-18 spring", sources=()),
        "empty": context(plan(themes=[])),
        "one": context(plan({"text": "Read aloud."})),
        "many": context(many_actions(plan)),
    }
    return {name: render_html(one) for name, one in contexts.items()}


@pytest.fixture(scope="session")
def printed(
    pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], tuple[bytes, ...]]:
    """`printed(file)`: the file from each process that made it; all made the rich page."""
    folders = here, there, else_where = tuple(
        tmp_path_factory.mktemp(name) for name in ("here", "there", "elsewhere")
    )
    plain = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    other = {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0"}
    third = {"PYTHONHASHSEED": "0", "TZ": "America/St_Johns", "LC_ALL": "C"}
    runs = [
        start_printing(pages, here, ("many",), plain),
        # A machine without any font, and one that has the shipped typeface as its own.
        start_printing(pages, there, ("real", "example", "empty", "one"), other | fonts_in(there)),
        start_printing(pages, else_where, (), third | fonts_in(else_where, FONTS)),
    ]
    for run in runs:
        said, _ = run.communicate()
        assert (run.returncode, said.decode()) == (0, "")

    def made(name: str) -> tuple[bytes, ...]:
        files = (folder / name for folder in folders)
        return tuple(path.read_bytes() for path in files if path.exists())

    return made


def fonts_in(folder: Path, *fonts: Path) -> dict[str, str]:
    """Makes these folders of fonts the only ones that the machine has."""
    listed = "".join(f"<dir>{place}</dir>" for place in fonts)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        f"<fontconfig>{listed}<cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(configuration)}


def start_printing(
    pages: dict[str, str], folder: Path, names: tuple[str, ...], environment: dict[str, str]
) -> subprocess.Popen[bytes]:
    files = [folder / f"{name}.html" for name in names]
    for file in files:
        file.write_text(pages[file.stem], encoding="utf-8")
    inherited = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", PRINTER, RICH, folder / "rich.html", *files],
        cwd=folder,
        env=inherited | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def asked(plan: Plan, term: str, as_of: date | None) -> ReportRequest:
    period = period_called(term)
    day = as_of or plan.timeline.ends(period)
    assert day is not None
    return ReportRequest(period, day)


def period_called(name: str) -> Period:
    period = read_period(name)
    assert period is not None
    return period


def scale_of(given: Mapping[str, Any]) -> Scale:
    written = given.get("scale", {})
    return Scale.model_validate({"preset": written} if isinstance(written, str) else written)


def joined(folder: Path) -> Plan:
    given = {path.stem: parsed(path) for path in folder.glob("*.yaml")}
    programme = Programme.model_validate(given.pop("programme"))
    (own,) = given.values()
    return within(Plan.model_validate(own, context={"scale": Scale()}), programme)


def parsed(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text alone


def many_actions(plan: MakePlan) -> Plan:
    """120 actions in six themes, each with a comment of 50 words."""
    themes = [
        {
            "ref": str(theme),
            "title": f"Theme {theme}",
            "actions": [one_of_many(f"{theme}.{number}", number) for number in range(1, 21)],
        }
        for theme in range(1, 7)
    ]
    return plan(themes=themes)


def one_of_many(ref: str, number: int) -> dict[str, Any]:
    comment = "A comment that is long and says nothing new at all, " * 4 + "and then ends."
    update = {"rating": ("green", "amber", "red")[number % 3], "comment": comment}
    return {
        "ref": ref,
        "text": f"Do what {ref} asks for.",
        "responsible": ["The reading group"],
        "schedule": ["Year 1", "Year 2"],
        "updates": {"2017-18 autumn": update},
    }
