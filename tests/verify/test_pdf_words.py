"""The short way to the words of a page: the same letters as the long way, or none at all."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
)

from planctl.verify.opened import DamagedReportError
from planctl.verify.pdf_words import Faces, WrittenOtherwiseError, words_on

LETTERS = b"3 beginbfchar\n<0001> <0041>\n<0002> <0062>\n<000c> <00660069>\nendbfchar\n"
TEXT = b"q BT /F 10 Tf [<0001>-5<>3<0002000C>] TJ ET Q"


def stream(content, **fields):
    found = DecodedStreamObject()
    found.set_data(content)
    for name, value in fields.items():
        found[NameObject(f"/{name}")] = value
    return found


def page(content, letters=LETTERS, encoding="/Identity-H", **drawn):
    """A page with a typeface F, and what may be drawn into it."""
    writer = PdfWriter()
    added = writer._add_object  # noqa: SLF001 - the only way to an object that is referred to
    made = writer.add_blank_page(100, 100)
    face = DictionaryObject({
        NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type0"),
        NameObject("/Encoding"): NameObject(encoding),
        NameObject("/ToUnicode"): added(stream(letters)),
    })  # fmt: skip
    resources = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F"): added(face)})}
    )
    forms = DictionaryObject()
    for name, (kind, inside) in drawn.items():
        form = stream(inside, Subtype=NameObject(kind), Resources=resources)
        forms[NameObject(f"/{name}")] = added(form)
    resources[NameObject("/XObject")] = forms
    made[NameObject("/Resources")] = resources
    made[NameObject("/Contents")] = added(stream(content))
    written = BytesIO()
    writer.write(written)
    return PdfReader(written).pages[0]


def words(*given, **named):
    return words_on(page(*given, **named), Faces())


def test_codes_are_the_letters_that_the_typeface_says():
    assert words(TEXT) == "Abfi"
    assert words(TEXT + b" " + TEXT) == "Abfi\nAbfi"
    assert words(b"/P <</MCID 0>> BDC " + TEXT + b" EMC 0 0 m 5 5 l S [] 0 d") == "Abfi"


def test_a_typeface_ends_where_it_is_put_away():
    inside = b"BT /F 1 Tf q [<0001>] TJ Q [<0002>] TJ ET"
    assert words(inside) == "Ab"
    with pytest.raises(WrittenOtherwiseError):
        words(b"q /F 1 Tf Q BT [<0002>] TJ ET")


def test_what_is_drawn_into_a_page_is_read_in_its_place():
    content = b"BT /F 1 Tf [<0001>] TJ ET /X Do BT /F 1 Tf [<0002>] TJ ET /P Do"
    assert words(content, X=("/Form", TEXT), P=("/Image", b"(")).split() == ["A", "Abfi", "b"]
    with pytest.raises(WrittenOtherwiseError):
        words(b"/X Do", X=("/Form", b"/Y Do"), Y=("/Form", TEXT))


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F 1 Tf (A) Tj ET",
        b"BT /F 1 Tf <0001> Tj ET",
        b"BT /F 1 Tf <0001> ' ET",
        b"% BT /F 1 Tf [<0001>] TJ ET",
        b"BT /F 1 Tf [<00>] TJ ET",
        b"BT /F 1 Tf [<0009>] TJ ET",
        b"BT /G 1 Tf [<0001>] TJ ET",
        b"BT [<0001>] TJ ET",
        b"/Span <</ActualText <0041>>> BDC " + TEXT + b" EMC",
        b"/Nothing Do",
        TEXT + b" /F 1 Tf/F 1 Tf/G 5 5 Tf",
        TEXT + b" /G 1.e0 Tf",
        b"BT /F 1 Tf /G 1\x00Tf [<0001>] TJ ET",
        b"BT /F 1 Tf [<0001>]\x0bTJ ET",
        b"BT /F 1 Tf q q[] 0 d Q [<0001>] TJ ET",
        b"BT /F 1 Tf [<<0001>>] TJ <0002> Tj ET",
        b"BI /W 1 /H 1 ID x EI",
    ],
)
def test_a_page_that_is_written_otherwise_takes_the_long_way(content):
    with pytest.raises(WrittenOtherwiseError):
        words(content)


@pytest.mark.parametrize(
    ("letters", "encoding"),
    [
        (LETTERS, "/Identity-V"),
        (b"1 beginbfrange\n<0001> <0002> <0041>\nendbfrange\n" + LETTERS, "/Identity-H"),
        (b"/Other usecmap\n" + LETTERS, "/Identity-H"),
        (b"nothing", "/Identity-H"),
        (LETTERS.replace(b"<0041>", b"<41>"), "/Identity-H"),
        (LETTERS.replace(b"<0041>", b"<d800>"), "/Identity-H"),
    ],
)
def test_a_typeface_that_says_it_otherwise_takes_the_long_way(letters, encoding):
    with pytest.raises(WrittenOtherwiseError):
        words(TEXT, letters=letters, encoding=encoding)


def test_content_in_several_streams_takes_the_long_way():
    made = page(TEXT)
    made[NameObject("/Contents")] = ArrayObject([NumberObject(1)])
    with pytest.raises(WrittenOtherwiseError):
        words_on(made, Faces())


def test_a_page_of_more_words_than_reports_have_takes_the_long_way():
    most = len("\n\nAbfi\n")
    assert words_on(page(b"/X Do", X=("/Form", TEXT)), Faces(), most) == "Abfi"
    with pytest.raises(WrittenOtherwiseError):
        words_on(page(b"/X Do /X Do", X=("/Form", TEXT)), Faces(), most)


@pytest.mark.thorough
@pytest.mark.parametrize("audience", ["officer", "public"])
def test_each_page_of_a_report_has_the_letters_that_the_long_way_finds(report, audience):
    faces = Faces()
    for one in PdfReader(report(audience, "pdf")).pages:
        assert "".join(words_on(one, faces).split()) == "".join(one.extract_text().split())


@pytest.mark.parametrize("drawing", [b"/X Do/F 1 Tf", b"/X 5 Do", b"/X 5Do"])
def test_nothing_is_drawn_in_a_way_that_is_not_seen(drawing):
    with pytest.raises(WrittenOtherwiseError):
        words(TEXT + b" " + drawing, X=("/Form", TEXT))


def test_what_is_drawn_again_and_again_counts_each_time():
    drawn = page(b"/X Do " * 10, X=("/Form", TEXT))
    assert words_on(drawn, Faces(60 + 10 * len(TEXT))).count("Abfi") == 10
    with pytest.raises(DamagedReportError):
        words_on(drawn, Faces(60 + 10 * len(TEXT) - 1))
