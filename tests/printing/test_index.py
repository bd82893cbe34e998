"""The page that leads to reports."""

from types import MappingProxyType

import pytest

from planctl.printing import Press, programme_press
from planctl.printing.index import is_ours, render_index, theme_shared
from planctl.printing.index_words import ENGLISH
from planctl.printing.listed import Count, Listed
from planctl.report.pictures import Picture
from planctl.report.request import Audience, ReportKind
from planctl.report.theme import SHIPPED_LOOK, Theme
from planctl.report.words import Words
from planctl.workspace import groups

BRACKETED = Words(
    "en-GB", MappingProxyType({key: f"[{text}]" for key, text in ENGLISH.texts.items()})
)


def listed(title, term, audience=Audience.BOARD, **more):
    name = f"{title.lower()}-{term.replace(' ', '-')}-delivery-{audience}"
    files = (("html", f"{name}.html", 143_001), ("pdf", f"{name}.pdf", 999))
    return Listed(name, title, term, ReportKind.DELIVERY, audience, files=files, **more)


REPORTS = (
    listed("Reading", "2017-18 autumn", counts=(Count("7", "of 16", "complete"),)),
    listed("Writing", "2017-18 spring"),
    listed("reading", "2017-18 spring", Audience.PUBLIC),
)


def test_its_page_is_as_it_was_last_read(golden):
    # The style sheets are those of the reports.
    golden("index.html", render_index(REPORTS).partition("<body>")[2])


def test_the_order_of_the_reports_does_not_matter():
    assert render_index(REPORTS[::-1]) == render_index(REPORTS)


def test_each_file_has_a_link_that_says_by_itself_where_it_leads():
    page = render_index(REPORTS[:1])
    assert (
        '<a href="reading-2017-18-autumn-delivery-board.html" aria-label="HTML, 144 KB: Reading, '
        'Delivery report, for the board, Autumn term 2017-18">HTML, 144 KB</a>'
    ) in page


def test_all_its_words_stand_in_the_catalogue():
    page = render_index((listed("T", "t"),), words=BRACKETED)
    body = page.partition("<body>")[2]
    shown = [one.partition(">")[2].strip() for one in body.split("<")]
    assert [
        text for text in shown if text and not text.startswith("[") and text not in {"T", "t"}
    ] == []


def test_what_a_plan_is_called_is_only_text():
    page = render_index((listed("<script>", "t"),))
    assert ("<script>" in page, "&lt;script&gt;" in page) == (False, True)


@pytest.mark.parametrize(
    ("content", "expected"),
    [(None, True), (render_index(REPORTS), True), ("<title>Ours</title>", False)],
)
def test_another_page_of_that_name_is_known(tmp_path, content, expected):
    path = tmp_path / "index.html"
    if content is not None:
        path.write_text(content, "utf-8")
    assert is_ours(path) is expected


def test_an_own_template_comes_first(tmp_path):
    (tmp_path / "index.html").write_text("{{ page.terms | length }} terms", "utf-8")
    assert render_index(REPORTS, (tmp_path,)) == "2 terms"


def test_it_has_the_look_of_the_organisation():
    logo = Picture("image/png", b"x")
    look = Theme("Anytown", logo, accent="#123456", link="#00573c", footer="Town <Hall>")
    page = render_index(REPORTS, theme=look)
    assert "--accent: #123456;" in page
    assert "--link: #00573c;" in page
    assert '<span class="organisation">Anytown</span> Delivery of plans</span>' in page
    assert f'<img src="{logo.address}" alt="Anytown">' in page
    assert "; img-src data:" in page
    assert "made.<br>Town &lt;Hall&gt;</footer>" in page


def test_without_a_logo_it_may_load_no_picture():
    page = render_index(REPORTS, theme=Theme("Anytown"))
    assert ("img-src" in page, "<img" in page, "Anytown" in page) == (False, False, True)


@pytest.fixture
def workspaces(tmp_path):
    """`workspaces(a="Anytown", b="")`: folders with a plan each, and whose they are."""

    def made(**names):
        for folder, name in names.items():
            (tmp_path / folder).mkdir()
            chosen = f'[theme]\nname = "{name}"\n' if name else ""
            (tmp_path / folder / "planctl.toml").write_text(chosen, "utf-8")
            plan = f"format: planctl/1\nid: {folder}\ntitle: {folder}\n"
            (tmp_path / folder / f"{folder}.yaml").write_text(plan, "utf-8")
        return tmp_path

    return made


@pytest.mark.parametrize(
    ("names", "whose"),
    [
        ({"a": "Anytown"}, "Anytown"),
        ({"a": "Anytown", "b": "Anytown"}, "Anytown"),
        ({"a": "Anytown", "b": "Bigtown"}, ""),
        ({"a": "Anytown", "b": ""}, ""),
    ],
)
def test_it_has_the_look_that_all_reports_share(workspaces, names, whose):
    found = groups([workspaces(**names)])
    presses = [press for group in found for press in Press.presses(group, "2017-18 autumn", None)]
    assert len(presses) == len(names)
    assert theme_shared(presses) == (Theme(whose) if whose else SHIPPED_LOOK)


def test_a_programme_has_the_look_of_the_folder_that_holds_all(workspaces):
    folder = workspaces(a="Anytown", b="Bigtown")
    (folder / "planctl.toml").write_text('[theme]\nname = "County"\n', "utf-8")
    press = programme_press(groups([folder]), "2017-18 autumn", None)
    assert press is not None
    assert theme_shared([press]) == Theme("County")
