"""`planctl report` over a whole workspace: in one process or several, remembered or made anew."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planctl.printing.finished import sheet_of
from planctl.report.attachments import Attachment
from planctl.report.html import template_text

pytestmark = pytest.mark.thorough

PLAN = """\
format: planctl/1
id: {name}
title: About {name}
period: {{from: 2017-09-01, to: 2018-08-31}}
themes:
  - title: Clubs
    actions:
      - {{ref: 1a, text: Open a {name} club, schedule: [Year 1]}}
"""
NAMES = ("art", "maths", "reading")
AUTUMN = ("--term", "2017-18 autumn")
FOUND = "build/{}-2017-18-autumn-delivery-officer.{}"
SAID = "".join(f"{FOUND.format(name, form)}\n" for name in NAMES for form in ("html", "pdf"))


@pytest.fixture
def many(workspace):
    """A workspace of three plans."""
    plans = {f"plans/{name}.yaml": PLAN.format(name=name) for name in NAMES}
    return workspace(plans)


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def entries():
    return sorted(Path(os.environ["XDG_CACHE_HOME"]).glob("planctl/reports/??/*"))


@pytest.mark.usefixtures("many")
def test_one_process_or_two_remembered_or_not_the_bytes_are_the_same(planctl):
    runs = {
        "one": ("-j", "1", "--no-cache"),
        "two": ("-j", "2", "--no-cache"),
        "first": ("-j", "2"),
        "again": ("-j", "2"),
        "alone": ("-j", "1"),
    }
    said = {name: planctl("report", *AUTUMN, "-o", name, *more) for name, more in runs.items()}
    assert {(one.err, one.code) for one in said.values()} == {("", 0)}
    assert said["one"].out == (SAID + "build/index.html\n").replace("build/", "one/")
    first = contents("one")
    assert [name for name in runs if contents(name) != first] == []
    assert len(first) == 2 * len(NAMES) + 1


def test_what_is_remembered_is_found_without_the_libraries_that_make_it(process, many):
    command = ("report", "plans", *AUTUMN, "-j", "1")
    first = process(*command, cwd=many)
    again = process(*command, cwd=many, PYTHONPROFILEIMPORTTIME="1")
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0]
        for line in again.stderr.decode().splitlines()
    }
    assert (first.returncode, again.returncode, again.stdout) == (0, 0, first.stdout)
    assert imported & {"weasyprint", "fontTools", "cffi"} == set()


@pytest.mark.usefixtures("many")
def test_without_the_cache_nothing_is_kept(planctl):
    assert planctl("report", *AUTUMN, "--no-cache").code == 0
    assert entries() == []


def test_one_plan_that_changed_is_one_sheet_and_one_pdf_more(planctl, many):
    planctl("report", *AUTUMN)
    before = entries()
    plan = many / "plans/art.yaml"
    plan.write_text(plan.read_text("utf-8").replace("a art club", "an art club"), "utf-8")
    assert planctl("report", *AUTUMN).code == 0
    assert (len(before), len(entries()) - len(before)) == (2 * len(NAMES), 2)
    assert "an art club" in (many / FOUND.format("art", "html")).read_text("utf-8")


@pytest.mark.usefixtures("many")
def test_a_damaged_entry_is_made_again(planctl):
    planctl("report", *AUTUMN)
    before = contents("build")
    for path in entries():
        path.write_bytes(path.read_bytes()[:-1])
    assert (planctl("report", *AUTUMN).code, contents("build")) == (0, before)


@pytest.mark.parametrize(
    "change",
    [
        {"plans/programme.yaml": "format: planctl/1\nid: p\ntitle: P\npartnership: Ours\n"},
        {"templates/parts/grid.css": "td { color: var(--ink) }"},
        {"planctl.toml": "[theme]\nname = 'Ours'\n"},
    ],
)
def test_after_a_change_what_was_remembered_is_not_taken(change, planctl, workspace):
    workspace()
    html = ("report", *AUTUMN, "--format", "html")
    planctl(*html, "-o", "before")
    workspace(change)
    assert planctl(*html, "-o", "after").code == 0
    assert planctl(*html, "-o", "anew", "--no-cache").code == 0
    assert contents("after") == contents("anew")
    assert contents("after") != contents("before")


def test_after_a_change_of_the_style_for_print_the_pdf_is_another(planctl, workspace):
    style = template_text("print.css")
    workspace()
    pdf = ("report", *AUTUMN, "--format", "pdf")
    planctl(*pdf, "-o", "before")
    workspace({"templates/print.css": f"{style}h1 {{ letter-spacing: 1pt }}"})
    assert planctl(*pdf, "-o", "after").code == 0
    assert contents("after") != contents("before")


FAULTY = "{% if 'maths' in report.title %}{{ 1 / 0 }}{% endif %}{% include 'planctl/report.html' %}"
ASKS = (
    "{% extends 'planctl/report.html' %}{% block style %}"
    "{% if 'maths' in report.title %}body { background: url(https://example.org/x.png) }{% endif %}"
    "{% endblock %}"
)


@pytest.mark.parametrize(("template", "jobs"), [(FAULTY, "1"), (ASKS, "2")])
def test_a_plan_that_cannot_be_printed_does_not_lose_the_others(template, jobs, planctl, many):
    (many / "templates").mkdir()
    (many / "templates/report.html").write_text(template, "utf-8")
    said = planctl("report", *AUTUMN, "-j", jobs)
    left = "".join(f"{line}\n" for line in SAID.splitlines() if "/maths" not in line)
    assert (said.out, said.code) == (f"{left}build/index.html\n", 2)
    assert said.err.splitlines()[-1] == (
        "For this reason no report is written of plans/maths.yaml."
    )
    assert "maths" not in (many / "build/index.html").read_text("utf-8")


@pytest.mark.usefixtures("many")
def test_a_worker_that_dies_does_not_lose_the_others(planctl, monkeypatch):
    def deadly(press, templates):
        sheet = sheet_of(press, templates)
        if press.id != "maths":
            return sheet
        end = End("a", b"", "text/plain", "Data", "")
        return type(sheet)(sheet.page, sheet.templates, (end,))

    monkeypatch.setattr("planctl.printing.batch.sheet_of", deadly)
    said = planctl("report", *AUTUMN, "-j", "2", "--no-cache")
    left = "".join(f"{line}\n" for line in SAID.splitlines() if "/maths" not in line)
    assert (said.out, said.code) == (f"{left}build/index.html\n", 3)
    assert said.err == (
        "planctl: The system ended the process that printed the PDF (signal 9): most often the "
        "machine lacks memory. Print fewer at once, with -j 1.\n"
        "For this reason no report is written of plans/maths.yaml.\n"
    )


class End(Attachment):
    """An attachment that ends the process which receives it."""

    def __reduce__(self):
        return signal.raise_signal, (signal.SIGKILL,)


def test_broken_plans_beside_those_that_cannot_be_printed_give_the_graver_code(planctl, many):
    (many / "plans/broken.yaml").write_text("format: planctl/1\nid: broken\ntitle: B\nkid: x\n")
    (many / "templates").mkdir()
    (many / "templates/report.html").write_text(FAULTY, "utf-8")
    said = planctl("report", *AUTUMN, "--format", "html")
    assert said.code == 2
    assert "kid is not a field of the plan" in said.err


def test_an_interruption_says_what_is_written_and_leaves_whole_files_alone(many, surroundings):
    command = [sys.executable, "-m", "planctl", "report", "plans", *AUTUMN, "-j", "2", "--no-cache"]
    running = subprocess.Popen(
        command, cwd=many, env=surroundings(), text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert running.stdout is not None
    first = [running.stdout.readline() for _ in range(2)]
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    written = [*first, *out.splitlines(keepends=True)]
    assert running.returncode == 130
    assert "".join(written) == SAID[: len("".join(written))]
    done = len(written) // 2
    named = ", ".join(f"plans/{name}.yaml" for name in NAMES[done:])
    assert err in {f"Interrupted: {done} of 3 reports are written. Not written: {named}.\n", ""}
    pages = contents(many / "build")
    assert all(content.rstrip().endswith((b"%%EOF", b"</html>")) for content in pages.values())
    assert still_running(running.pid) == []


def still_running(session):
    """The processes of the session that have not ended; those that nobody waited for have."""
    for _ in range(50):
        found = [one for one in map(status, Path("/proc").glob("[0-9]*")) if one == str(session)]
        if not found:
            break
        time.sleep(0.1)
    return found


def status(process):
    """The session of a process, or nothing for one that has ended."""
    try:
        state, _, _, session = (process / "stat").read_text().rpartition(")")[2].split()[:4]
    except OSError:
        return ""
    return "" if state == "Z" else session


def test_an_index_of_somebody_elses_is_left_alone(planctl, many):
    (many / "build").mkdir()
    (many / "build/index.html").write_text("<title>Ours</title>", "utf-8")
    said = planctl("report", *AUTUMN, "--format", "html")
    assert said.err == (
        "build/index.html is not planctl's own: it is left as it is, and leads to no report.\n"
    )
    assert (many / "build/index.html").read_text("utf-8") == "<title>Ours</title>"


def test_the_index_also_lists_what_another_run_has_written(planctl, many):
    planctl("report", *AUTUMN, "--format", "html")
    said = planctl("report", "plans/art.yaml", "--term", "2017-18 spring", "--format", "html")
    assert said.out.splitlines() == [
        "build/art-2017-18-spring-delivery-officer.html",
        "build/index.html",
    ]
    page = (many / "build/index.html").read_text("utf-8")
    links = [part.partition('"')[0] for part in page.split('<a href="')[1:]]
    files = [link for link in links if link.endswith(".html")]
    assert files == [
        "art-2017-18-spring-delivery-officer.html",
        *(f"{name}-2017-18-autumn-delivery-officer.html" for name in NAMES),
    ]
    assert all((many / "build" / link).is_file() for link in files)


def test_the_index_has_the_look_of_the_reports(planctl, many):
    (many / "planctl.toml").write_text('[theme]\nname = "Anytown"\n', "utf-8")
    planctl("report", *AUTUMN, "--format", "html")
    page = (many / "build/index.html").read_text("utf-8")
    assert '<span class="organisation">Anytown</span>' in page


def test_a_dry_run_names_the_index_too(planctl, many):
    said = planctl("report", *AUTUMN, "--dry-run")
    assert (said.out, (many / "build").exists()) == (SAID + "build/index.html\n", False)


@pytest.mark.usefixtures("many")
def test_a_year_is_for_annual_plans_alone(planctl):
    said = planctl("report", "--year", "2017-18")
    assert (said.code, said.err) == (
        2,
        (
            "planctl: --year '2017-18' cannot be used. Only an annual delivery plan has a year: "
            "--kind annual.\n"
        ),
    )
