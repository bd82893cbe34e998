"""The PDF: accessible, the same everywhere, and made from nothing but what planctl ships."""

import sys
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from planctl.errors import ExitCode, MissingLibraryError, RenderError
from planctl.report import render_html, render_pdf
from tests.report.pdf_parts import faults, reader, small, text_of

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("name", ["real", "example", "rich", "empty", "one", "many"])
def test_it_passes_every_check_of_pdf_ua_and_of_pdf_a(printed, name):
    for pdf in printed(f"{name}.pdf"):
        assert faults(pdf) == []


def test_processes_with_little_in_common_give_the_same_bytes(printed, pages):
    """Not the hash seed, time zone, locale or folder, nor the fonts of the machine."""
    one, *others = printed("rich.pdf")
    assert others == [one, one]
    assert printed("rich.html") == (pages["rich"].encode(),) * 3


def test_its_dates_are_the_as_of_day(printed):
    (pdf,) = printed("real.pdf")
    told = reader(pdf).metadata
    assert told is not None
    assert told.creation_date == told.modification_date == datetime(2018, 1, 1, tzinfo=UTC)


def test_it_says_what_it_is(printed):
    (pdf,) = printed("real.pdf")
    document = reader(pdf)
    catalogue = document.root_object
    assert document.metadata is not None
    assert (
        document.metadata.title,
        document.metadata.author,
        catalogue["/Lang"],
        catalogue["/MarkInfo"]["/Marked"].value,
        catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value,
    ) == (
        "Parental partnership: delivery report, Autumn term 2017-18",
        "Middlesbrough Achievement Partnership",
        "en-GB",
        True,
        True,
    )


def test_its_outline_is_that_of_the_report(printed):
    (pdf,) = printed("empty.pdf")
    (title, parts) = reader(pdf).outline
    assert title.title == "Reading"
    assert [one.title for one in parts if not isinstance(one, list)] == [
        "What the meeting is asked to do",
        "Where the plan stands",
        "Since the last report",
        "Sources, findings and how to check this report",
        "Annex",
    ]


@pytest.mark.parametrize("name", ["real", "rich", "example"])
def test_only_shipped_fonts_are_in_it(printed, name):
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for one in reader(printed(f"{name}.pdf")[0]).pages
        for font in one["/Resources"]["/Font"].values()
    }
    assert fonts == {"planctl-Sans", "planctl-Sans-Bold", "planctl-Sans-Italic"}


def test_each_pages_foot_says_where_it_belongs(printed):
    (pdf,) = printed("real.pdf")
    pages = [one.extract_text() for one in reader(pdf).pages]
    foot = "2 Parental partnership · Autumn term 2017-18 · as at 1 January 2018 · Draft"
    for number, text in enumerate(pages, start=1):
        assert foot in text
        assert f"Page {number} of {len(pages)}" in text


def test_the_theme_tables_lie_on_their_side(printed):
    (pdf,) = printed("real.pdf")
    sides = [one.mediabox.width > one.mediabox.height for one in reader(pdf).pages]
    assert [wide for wide, after in pairwise([*sides, not sides[-1]]) if wide != after] == [
        False,
        True,
        False,
    ]


def test_nothing_of_a_row_longer_than_a_page_is_lost(context, plan):
    words = [f"word{number}" for number in range(400)]
    made = context(plan({"text": " ".join(words)}))
    pdf = render_pdf(render_html(made))
    said = text_of(pdf)
    assert [word for word in words if word not in said] == []
    assert faults(pdf) == []


def test_a_character_without_a_shipped_glyph_is_printed_as_its_code():
    pdf = render_pdf(small(body="<p>Read 読む ✓ \N{GRINNING FACE}</p>"))
    assert "Read U+8AADU+3080 ✓ U+1F600" in text_of(pdf)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://127.0.0.1:1/x.png",
        "https://example.org/x.png",
        "ftp://example.org/x.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "planctl:fonts/../report.html",
        "planctl:secret",
    ],
)
@pytest.mark.parametrize(
    "part",
    [
        {"body": '<img alt="x" src="{}">'},
        {"body": '<p style="background: url({})">x</p>'},
        {"head": "<style>@import '{}';</style>"},
        {"style": "li {{ list-style-image: url({}) }}", "body": "<ul><li>x</li></ul>"},
        {"head": '<link rel="stylesheet" href="{}">'},
        {"head": '<link rel="attachment" href="{}">'},
        {"body": '<svg viewBox="0 0 9 9"><title>x</title><image href="{}"/></svg>'},
        {"body": '<object data="{}">x</object>'},
        {"style": "@font-face {{ font-family: x; src: url({}) }} p {{ font-family: x }}"},
    ],
)
def test_whatever_asks_for_another_file_stops_the_run(address, part, monkeypatch):
    monkeypatch.setattr("urllib.request.OpenerDirector.open", unopened)
    html = small(**{name: text.format(address) for name, text in part.items()})
    with pytest.raises(RenderError, match=r"A template asks for .* fetches nothing|SVG image"):
        render_pdf(html)


def unopened(*_args: object, **_more: object) -> None:
    pytest.fail("something was opened")


def test_an_own_template_that_asks_for_a_picture_stops_the_run(context, plan, tmp_path):
    (tmp_path / "parts").mkdir()
    logo = '<img alt="Our logo" src="file:///etc/hostname">'
    (tmp_path / "parts" / "grid.html").write_text(logo, encoding="utf-8")
    html = render_html(context(plan({"text": "Read aloud."})), (tmp_path,))
    with pytest.raises(RenderError, match="asks for file:///etc/hostname"):
        render_pdf(html)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"style": "p { colour: red }"}, "unknown property"),
        ({"body": '<a href="other.html">x</a><img src="logo.png" alt="x">'}, "without a base URI"),
        ({"body": '<p><a href="#nowhere">x</a></p>'}, "nowhere"),
    ],
)
def test_what_weasyprint_warns_of_stops_the_run(part, said):
    with pytest.raises(
        RenderError, match=rf"(?s)would not be what the template asks for: .*{said}"
    ):
        render_pdf(small(**part))


@pytest.mark.parametrize(
    "part",
    [
        {"style": "p { font-family: monospace }", "body": "<p>x</p>"},
        {"style": "p::before { content: '\\8AAD' }", "body": "<p>x</p>"},
        {"body": "<p>&#x8AAD;</p>"},
    ],
)
def test_a_font_of_this_machine_stops_the_run(part):
    """Where the machine has no font for the character, WeasyPrint warns of it."""
    with pytest.raises(RenderError, match=r"which planctl does not ship|unsupported by fonts"):
        render_pdf(small(**part))


def test_an_own_print_style_takes_the_shipped_ones_place(tmp_path):
    fonts = (
        '@font-face { font-family: "planctl Sans"; src: url("planctl:fonts/SourceSans3-It.ttf") }'
    )
    (tmp_path / "print.css").write_text(f"{fonts} @page {{ size: A5 }}", encoding="utf-8")
    pdf = render_pdf(small(), (tmp_path,))
    assert round(reader(pdf).pages[0].mediabox.width) == 420


def test_without_pango_the_message_names_the_ways_out(monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\\nand more\")",
        encoding="utf-8",
    )
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(MissingLibraryError) as raised:
        render_pdf(small())

    assert raised.value.exit_code is ExitCode.MISSING
    assert str(raised.value) == (
        "The PDF needs the libraries Pango and HarfBuzz, and this machine lacks them "
        "(cannot load library 'libpango-1.0-0': no such file).\n"
        "Ways out:\n"
        "  Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
        "  Fedora: dnf install pango harfbuzz\n"
        "  macOS: brew install pango\n"
        "  in CI: let a job on a Debian or Ubuntu runner install them and make the PDF\n"
        "  without them: --format html, then print the page from a browser"
    )
