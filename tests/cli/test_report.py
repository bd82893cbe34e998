"""`planctl report`: which files are written, and where."""

from datetime import date

import pytest

import planctl as package

WRITING = (
    "format: planctl/1\nid: writing\ntitle: Writing\nperiod: {from: 2017-09-01, to: 2018-08-31}\n"
)
AUTUMN = ("--term", "2017-18 autumn")
HTML = (*AUTUMN, "--format", "html")
NAME = "reading-2017-18-autumn-delivery-officer"


@pytest.fixture
def at(workspace, monkeypatch):
    """`at("docs", "output = 'x'")` goes to a folder of a workspace with that setting."""

    def go(start, setting):
        settings = f"[report]\nformat = 'html'\n{setting}\n"
        root = workspace({"planctl.toml": settings, "docs/a.yaml": ""})
        monkeypatch.chdir(root / start)
        return root

    return go


def files(root):
    kept = {"planctl.toml", "pyproject.toml"}
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path.suffix != ".yaml" and path.name not in kept
    )


def test_each_plan_has_its_report_as_html_and_pdf_in_build(planctl, workspace):
    root = workspace()
    said = planctl("report", *AUTUMN)
    assert (said.out, said.err, said.code) == (f"build/{NAME}.html\nbuild/{NAME}.pdf\n", "", 0)
    assert files(root) == [f"build/{NAME}.html", f"build/{NAME}.pdf"]
    assert (root / f"build/{NAME}.pdf").read_bytes().startswith(b"%PDF-")


def test_a_dry_run_says_the_same_and_writes_nothing(planctl, workspace):
    root = workspace()
    said = planctl("report", *AUTUMN, "--dry-run")
    assert (said.out, said.err, said.code) == (f"build/{NAME}.html\nbuild/{NAME}.pdf\n", "", 0)
    assert files(root) == []


def test_one_format_can_be_asked_for(planctl, workspace):
    root = workspace({"plans/writing.yaml": WRITING})
    assert planctl("report", "plans/writing.yaml", *AUTUMN, "--format", "pdf").code == 0
    assert planctl("report", "plans/reading.yaml", *AUTUMN, "--format", "html").code == 0
    assert files(root) == [
        f"build/{NAME}.html",
        "build/writing-2017-18-autumn-delivery-officer.pdf",
    ]


@pytest.mark.parametrize(
    ("arguments", "day"),
    [
        (["--term", "2017-18 autumn"], date(2017, 12, 31)),
        (["--term", "autumn 2017", "--as-of", "2018-01-01"], date(2018, 1, 1)),
    ],
)
def test_it_is_judged_on_the_last_day_of_the_term_unless_a_day_is_given(
    arguments, day, planctl, workspace
):
    root = workspace()
    planctl("report", "plans/reading.yaml", "--format", "html", *arguments)
    assert (root / f"build/{NAME}.html").read_text("utf-8") == package.render_html(
        "plans/reading.yaml", term="2017-18 autumn", as_of=day
    )


@pytest.mark.parametrize(
    ("arguments", "term"),
    [
        (["--as-of", "2018-05-01"], "2017-18-spring"),
        (["--as-of", "2018-05-01", "--term", "last"], "2017-18-spring"),
        (["--as-of", "2018-05-01", "--term", "current"], "2017-18-summer"),
        (["--as-of", "2018-05-01", "--term", "autumn 2017"], "2017-18-autumn"),
    ],
)
def test_the_file_is_named_after_plan_term_kind_and_audience(arguments, term, planctl, workspace):
    root = workspace()
    planctl("report", "--format", "html", *arguments)
    assert files(root) == [f"build/reading-{term}-delivery-officer.html"]


@pytest.mark.parametrize(
    ("start", "arguments", "written"),
    [
        ("", ["-o", "papers/spring"], f"papers/spring/{NAME}.html"),
        ("docs", [], f"docs/build/{NAME}.html"),
        ("docs", ["--output", "mine"], f"docs/mine/{NAME}.html"),
    ],
)
def test_it_is_written_where_the_command_line_says(start, arguments, written, at, planctl):
    root = at(start, "")
    said = planctl("report", *AUTUMN, *arguments)
    assert (files(root), said.code) == ([written], 0)
    assert (root / start / said.out.strip()).samefile(root / written)


@pytest.mark.parametrize(
    ("start", "arguments", "written"),
    [
        ("", [], f"papers/{NAME}.html"),
        ("docs", [], f"papers/{NAME}.html"),
        ("docs", ["--output", "mine"], f"docs/mine/{NAME}.html"),
    ],
)
def test_a_folder_in_the_settings_stands_beside_them(start, arguments, written, at, planctl):
    root = at(start, "output = 'papers'")
    said = planctl("report", *AUTUMN, *arguments)
    assert (files(root), said.code) == ([written], 0)
    assert (root / start / said.out.strip()).samefile(root / written)


def test_an_absolute_folder_in_the_settings_stays_as_it_is(planctl, workspace):
    root = workspace()
    workspace({"planctl.toml": f"[report]\noutput = '{root / 'far'}'\n"})
    assert planctl("report", *HTML).out == f"{root}/far/{NAME}.html\n"


def test_plans_that_do_not_load_are_named_and_the_others_written(planctl, workspace):
    root = workspace({"plans/broken.yaml": "format: planctl/1\nid: broken\ntitle: B\nkid: x\n"})
    said = planctl("report", *HTML)
    assert (said.out, said.code) == (f"build/{NAME}.html\n", 1)
    assert said.err.splitlines() == [
        "plans/broken.yaml:4:1: error PLN101 kid is not a field of the plan",
        "No report is written of these plans. `planctl validate` says what to do.",
    ]
    assert files(root) == [f"build/{NAME}.html"]


def test_without_its_programme_no_plan_is_reported_on(planctl, workspace):
    root = workspace({"plans/programme.yaml": "format: planctl/1\nid: p\ntitle: P\nkid: x\n"})
    said = planctl("report", *HTML)
    assert (said.out, said.code, files(root)) == ("", 1, [])
    assert said.err.splitlines()[0] == (
        "plans/programme.yaml:4:1: error PLN101 kid is not a field of the programme"
    )


def test_a_term_that_one_plan_does_not_have_leaves_no_report_behind(planctl, workspace):
    later = WRITING.replace("2017", "2019").replace("2018", "2020")
    root = workspace({"plans/writing.yaml": later})
    said = planctl("report", *HTML)
    assert (said.out, said.code, files(root)) == ("", 2, [])
    assert "its terms are 2019-20 autumn to 2019-20 summer" in said.err


def test_two_plans_of_one_name_are_not_written_into_one_file(planctl, workspace):
    root = workspace()
    workspace({"plans/old/reading.yaml": (root / "plans/reading.yaml").read_text("utf-8")})
    said = planctl("report", *HTML)
    assert (said.out, said.code, files(root)) == ("", 2, [])
    assert said.err == (
        "planctl: plans/old/reading.yaml and plans/reading.yaml are both called reading: "
        "the report on one would replace that on the other. "
        "Report on them one at a time, each into its own folder: -o DIR.\n"
    )


def test_a_folder_of_ones_own_templates_comes_first(planctl, workspace):
    root = workspace({
        "mine/report.html": "from the command line",
        "templates/report.html": "from the workspace",
    })  # fmt: skip
    planctl("report", *HTML)
    planctl("report", *HTML, "--templates", "mine", "-o", "papers")
    pages = [(root / name).read_text("utf-8") for name in files(root) if NAME in name]
    # What follows are the files that travel in each report.
    assert [page.partition("<script")[0] for page in pages] == [
        "from the workspace",
        "from the command line",
    ]


NAME_ONE = "Name a plan's .yaml file, or a folder that has some."
CHECK = "Check the spelling, or the folder you are in."
SPELT = "Write a day as 2018-01-31, 31/01/2018 or 31 January 2018."
KEPT = "What was there before is unchanged."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["plans/programme.yaml"],
            f"plans/programme.yaml holds no plans. {NAME_ONE}",
        ),
        (["--templates", "gone"], f"gone is not there. {CHECK}"),
        (["--templates", "planctl.toml"], "planctl.toml cannot be read: it is not a folder."),
        (["--as-of", "soon"], f"--as-of 'soon' is not a day. {SPELT}"),
        (
            [*HTML, "-o", "planctl.toml"],
            f"planctl.toml/{NAME}.html cannot be written: file exists. {KEPT}",
        ),
        (
            [*HTML, "-o", "planctl.toml/x"],
            f"planctl.toml/x/{NAME}.html cannot be written: not a directory. {KEPT}",
        ),
    ],
)
def test_wrong_use_is_said_in_one_line_and_nothing_is_written(
    arguments, message, planctl, workspace
):
    root = workspace({"plans/programme.yaml": "format: planctl/1\nid: p\ntitle: P\n"})
    said = planctl("report", *arguments)
    assert (said.out, said.err, said.code, files(root)) == ("", f"planctl: {message}\n", 2, [])


def test_letters_that_the_fonts_lack_are_named(planctl, workspace):
    root = workspace()
    plan = (root / "plans/reading.yaml").read_text("utf-8")
    workspace({"plans/reading.yaml": plan.replace("title: Clubs", "title: 日本")})
    said = planctl("report", *AUTUMN, "--format", "pdf")
    assert (said.out, said.code) == (f"build/{NAME}.pdf\n", 0)
    assert said.err == (
        f"build/{NAME}.pdf: the report's fonts lack U+65E5, U+672C; the PDF prints these codes "
        "instead. The HTML shows the characters.\n"
    )
