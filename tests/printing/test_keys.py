"""What pages and PDFs are remembered by: whatever changes them changes their key."""

import importlib.metadata
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from planctl.printing import keys
from planctl.printing.finished import Sheet
from planctl.printing.keys import pdf_key, sheet_key
from planctl.report.attachments import Attachment
from planctl.report.request import Audience
from planctl.report.shipped import SHIPPED

READING = Path("plans/reading.yaml")
FILE = Attachment("a", b"one", "text/plain", "Data", "A file")
SHEET = Sheet("<p>x</p>", (), (FILE,))


@pytest.fixture
def forgetful():
    """What is the same for a whole run is looked at again for each key."""

    def forget():
        keys.made_with.cache_clear()

    forget()
    yield forget
    forget()


def key(presses, templates=()):
    return sheet_key(presses()[0], templates)


def test_the_same_plan_has_the_same_key(presses):
    assert key(presses) == key(presses)


def test_another_plan_of_the_workspace_leaves_it_as_it_is(presses):
    before = key(presses)
    other = READING.read_text("utf-8").replace("reading", "writing").replace("Clubs", "Pens")
    presses(writing=other)
    assert key(presses) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda: READING.write_text(READING.read_text("utf-8") + "# a remark\n", "utf-8"),
        lambda: READING.write_text(READING.read_text("utf-8").replace("1a", "1b"), "utf-8"),
        lambda: Path("plans/programme.yaml").write_text(
            "format: planctl/1\nid: p\ntitle: P\npartnership: The Partnership\n", "utf-8"
        ),
        lambda: Path("planctl.toml").write_text("[theme]\nname = 'Ours'\n", "utf-8"),
        lambda: Path("planctl.toml").write_text("[theme]\naccent = '#801650'\n", "utf-8"),
    ],
)
def test_what_a_page_is_made_from_changes_its_key(presses, change):
    before = key(presses)
    change()
    assert key(presses) != before


def test_term_day_and_audience_change_it(presses):
    (press,) = presses()
    others = [*presses("2017-18 spring"), replace(press, audience=Audience.PUBLIC)]
    others.append(replace(press, as_of=press.as_of.replace(day=1)))
    found = {sheet_key(one, ()) for one in (press, *others)}
    assert (len(found), None in found) == (4, False)


def test_own_templates_change_it_by_name_and_content_and_order(presses):
    for name, file in (("one", "report.html"), ("two", "report.html"), ("three", "front.html")):
        Path(name).mkdir()
        Path(name, file).write_text("x", "utf-8")
    Path("two/report.html").write_text("y", "utf-8")
    one, two, three = Path("one"), Path("two"), Path("three")
    orders = [(), (one,), (two,), (three,), (one, two), (two, one)]
    assert len({key(presses, order) for order in orders}) == len(orders)


def test_a_folder_that_holds_half_a_disk_is_not_looked_through(presses, monkeypatch):
    Path("own").mkdir()
    for number in range(3):
        Path("own", str(number)).write_text("x", "utf-8")
    assert key(presses, (Path("own"),)) is not None
    monkeypatch.setattr(keys, "_MOST_FILES", 2)
    assert key(presses, (Path("own"),)) is None


def test_a_link_to_a_folder_among_templates_is_not_followed(presses):
    Path("own").mkdir()
    Path("own/round").symlink_to(Path("own").resolve())
    assert key(presses, (Path("own"),)) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(SHEET, page="<p>y</p>"),
        replace(SHEET, attachments=()),
        replace(SHEET, attachments=(replace(FILE, content=b"two"),)),
        replace(SHEET, attachments=(replace(FILE, name="b"),)),
        replace(SHEET, attachments=(replace(FILE, description="Another file"),)),
    ],
)
def test_what_a_pdf_is_made_from_changes_its_key(other):
    assert pdf_key(SHEET) not in {pdf_key(other), None}


def test_of_own_templates_only_the_style_for_print_changes_a_pdf(tmp_path):
    own = replace(SHEET, templates=(tmp_path,))
    (tmp_path / "report.html").write_text("x", "utf-8")
    assert pdf_key(own) == pdf_key(SHEET)
    (tmp_path / "print.css").write_text("p { color: red }", "utf-8")
    assert pdf_key(own) not in {pdf_key(SHEET), None}


@pytest.mark.parametrize("name", ["weasyprint", "pydyf", "fonttools"])
def test_another_version_of_a_library_changes_it(name, monkeypatch, forgetful):
    before, known = pdf_key(SHEET), importlib.metadata.version
    monkeypatch.setattr(
        "planctl.printing.keys.version", lambda one: "99" if one == name else known(one)
    )
    forgetful()
    assert pdf_key(SHEET) not in {before, None}


def test_another_native_library_changes_it_and_none_gives_none(monkeypatch):
    before = pdf_key(SHEET)
    monkeypatch.setattr(keys, "native_libraries", lambda: ("libpango-1.0 99",))
    assert pdf_key(SHEET) not in {before, None}
    monkeypatch.setattr(keys, "native_libraries", lambda: None)
    assert pdf_key(SHEET) is None


@pytest.mark.parametrize("name", ["fonts/SourceSans3-Bold.ttf", "parts/front.html", "report.css"])
def test_another_font_or_shipped_template_changes_it(name, tmp_path, monkeypatch, forgetful):
    shipped = shutil.copytree(SHIPPED, tmp_path / "templates")
    monkeypatch.setattr(keys, "SHIPPED", shipped)
    before = pdf_key(SHEET)
    (shipped / name).write_bytes((shipped / name).read_bytes() + b" ")
    forgetful()
    assert pdf_key(SHEET) not in {before, None}
