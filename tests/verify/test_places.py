"""Ratings and figures that name the line of the source from which they come."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planctl.printing import Press, programme_press
from planctl.printing.assembling import proven
from planctl.report.request import Audience, ReportKind
from planctl.verify import opened
from planctl.workspace import groups

pytestmark = pytest.mark.thorough
EXAMPLE = Path(__file__).parents[2] / "examples/three-years"


class _Cells(HTMLParser):
    """Each element that names a source: its tag, its class, the place and its words."""

    def __init__(self):
        super().__init__()
        self.found, self.inside = [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "data-source" in given:
            self.inside = [tag]
            self.found.append([tag, given.get("class", ""), given["data-source"], ""])
        elif self.inside:
            self.inside.append(tag)

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data):
        if self.inside:
            self.found[-1][3] += data


@pytest.fixture(params=["officer", "board", "public"])
def made(request, tmp_path, monkeypatch):
    """The report with its proof of a plan in which nothing is left out."""
    shutil.copytree(EXAMPLE, tmp_path / "workspace")
    monkeypatch.chdir(tmp_path / "workspace")
    (group,) = groups([Path("plans/attendance.yaml")])
    presses = Press.presses(group, "2023-24 spring", None, "", Audience(request.param))
    return proven(next(presses))


@pytest.fixture
def cells(made, tmp_path):
    """What names a source on the report's page, and the lines of the files inside it."""
    return named_in(made, tmp_path / "report.html")


def named_in(made, path):
    path.write_bytes(made.html())
    page = _Cells()
    page.feed(made.page)
    files = opened(path).files
    return [
        (tag, sort, [files[file].decode().splitlines()[int(line) - 1] for file, line in
                     places(source)], words.split())
        for tag, sort, source, words in page.found
    ]  # fmt: skip


def places(source):
    for one in source.split():
        file, _, lines = one.rpartition(":")
        yield from ((file, line) for line in lines.split(","))


def test_each_rating_leads_to_the_line_that_holds_it(made, cells):
    scale = made.carried.given()[0][0].rating_scale
    rated = [(lines, words) for tag, sort, lines, words in cells if (tag, sort) == ("td", "rating")]
    held = []
    for (line,), words in rated:
        said = re.search(r"\b(rating|stage): *([\w-]+)", line)
        if said is None:
            assert re.search(r"- *\{? *(ref|uid|title|text):", line), line
            continue
        level = scale.level(said[2])
        wanted = level.letter if level else said[2][0].upper()
        held.append((words[0], wanted))
    assert len(held) > 10
    assert [pair for pair in held if pair[0] != pair[1]] == []


def test_each_count_leads_to_as_many_lines_as_it_counts(cells):
    assert_counted(cells)


def of_programme(audience):
    press = programme_press(groups([Path("plans")]), "2022-23 summer", None, "", audience)
    assert press is not None
    return press


def of_scrutiny(audience):
    (group,) = groups([Path("plans/inquiry.yaml")])
    (press,) = Press.presses(
        group, "2022-23 summer", None, "", audience, kind=ReportKind.SCRUTINY
    )  # fmt: skip
    return press


@pytest.mark.parametrize("audience", [Audience.OFFICER, Audience.PUBLIC])
@pytest.mark.parametrize("press", [of_programme, of_scrutiny])
def test_the_counts_of_a_programme_and_of_recommendations_do_so_too(
    press, audience, tmp_path, monkeypatch
):
    shutil.copytree(EXAMPLE, tmp_path / "workspace")
    monkeypatch.chdir(tmp_path / "workspace")
    assert_counted(named_in(proven(press(audience)), tmp_path / "report.html"))


def assert_counted(cells):
    counts = [(sort, lines, words) for tag, sort, lines, words in cells if tag == "li"]
    assert {sort for sort, _, _ in counts} <= {
        "complete", "on-track", "behind", "unknown", "overdue"
    }  # fmt: skip
    assert [len(lines) for _, lines, _ in counts] == [int(words[0]) for _, _, words in counts]
    assert counts


def test_each_figure_of_a_kpi_leads_to_the_line_that_holds_it(cells):
    figures = [
        (line, words) for tag, sort, lines, words in cells if tag == "td" and sort == "actual"
        for line in lines
    ]  # fmt: skip
    digits = [(re.sub(r"\D", "", words[0]), re.sub(r"[^\d:]", "", line)) for line, words in figures]
    assert digits
    assert [pair for pair in digits if pair[0] not in pair[1]] == []


def test_charts_name_the_lines_that_they_are_drawn_from(made, cells):
    drawn = [lines for tag, _, lines, _ in cells if tag == "figure"]
    # Officers alone are shown progress by theme.
    assert bool(drawn) is (made.carried.manifest.audience == "officer")
    assert all(len(lines) > 1 for lines in drawn)
