"""PDF/UA-1 and PDF/A-3a in one file, whatever the plan."""

import zlib
from xml.etree import ElementTree as ET

import pytest
from weasyprint.pdf import pydyf

from planctl.errors import RenderError
from planctl.report import render_html, render_pdf
from planctl.report.conformance import conform, end_clearly
from tests.report.odd_plans import odd_plans, odd_report
from tests.report.pdf_parts import elements, faults, reader, small

pytestmark = pytest.mark.thorough


# The others are for `make conformance`.
FEW = (
    "empty", "empty-theme", "one-action", "long-comment", "right-to-left", "symbols", "markup",
    "no-ratings", "all-red", "kpis-alone", "40-themes", "recommendations-alone", "chance-0",
    "chance-1",
)  # fmt: skip

ODD = odd_plans()


def metadata(pdf):
    return reader(pdf).root_object["/Metadata"]


@pytest.mark.parametrize("name", FEW)
def test_a_report_on_an_odd_plan_passes_every_check(name):
    assert faults(render_pdf(render_html(odd_report(ODD[name])))) == []


def test_there_are_fifty_odd_plans():
    assert len(ODD) == 50


def test_the_metadata_claims_both_and_describes_what_pdf_a_does_not_know():
    told = ET.fromstring(metadata(render_pdf(small())).get_data())  # noqa: S314 - ours
    claims = {
        name.partition("}")[2]: value
        for element in told.iter()
        for name, value in element.attrib.items()
        if "/ns/id/" in name
    }
    described = [element.text for element in told.iter() if element.tag.endswith("}namespaceURI")]
    (pdf_ua,) = {name for element in told.iter() for name in element.attrib if "pdfua/" in name}
    assert claims == {"part": "1", "conformance": "A"}
    assert described == [pdf_ua[1:].partition("}")[0]]


def test_the_metadata_lies_open():
    pdf = render_pdf(small())
    assert "/Filter" not in metadata(pdf)
    assert b'pdfuaid:part="1"' in pdf
    assert b'pdfaid:part="3" pdfaid:conformance="A"' in pdf


def test_colours_are_those_of_the_embedded_profile():
    (intent,) = reader(render_pdf(small())).root_object["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"]["/N"] == 3


def test_each_heading_cell_says_what_it_heads(printed):
    (pdf,) = printed("one.pdf")
    scopes = {
        cell["/A"]["/Scope"]: cell["/P"].get_object()["/P"].get_object()["/S"]
        for cell in elements(pdf, "/TH")
    }
    assert scopes == {"/Column": "/THead", "/Row": "/TBody"}


def test_paragraphs_of_a_list_stand_in_the_body_of_their_item():
    pdf = render_pdf(small(body="<ol><li><p>Read.</p><p>Again.</p></li></ol>"))
    (item,) = elements(pdf, "/LI")
    kids = [kid.get_object() for kid in item["/K"]]
    assert [kid["/S"] for kid in kids] == ["/Lbl", "/LBody"]
    assert [kid.get_object()["/S"] for kid in kids[1]["/K"]] == ["/P", "/P"]
    assert faults(pdf) == []


def test_a_stream_that_would_end_in_a_carriage_return_stays_uncompressed():
    """A deflated stream ends with a checksum, so one content in 256 does."""
    ends: dict[int, bytes] = {}
    for number in range(256):
        content = b"a" * number
        ends.setdefault(zlib.compress(content, 9)[-1], content)
    pdf = pydyf.PDF()
    streams = [pydyf.Stream([ends[byte]], compress=True) for byte in b"\r\nx"]
    metadata = pydyf.Stream([b"<x/>"], compress=True)
    for one in (*streams, metadata):
        pdf.add_object(one)
    pdf.catalog = pydyf.Dictionary({"Metadata": metadata.reference})

    conform(pdf)

    assert [one.compress for one in streams] == [False, True, True]


def test_a_table_of_objects_that_ends_in_a_carriage_return_gets_a_line_end_of_its_own():
    """Where the stream that is written last ends so is chance."""
    told = b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    before = b"1 0 obj stream\nx\r\nendstream\n"
    assert end_clearly(before + b"y\r" + told) == before + b"y\r\r" + told
    assert end_clearly(before + b"y" + told) == before + b"y" + told


def test_a_page_that_cannot_be_parted_anywhere_is_refused_in_words():
    page = render_html(odd_report(ODD["40-themes"]))
    whole = "@media print { .group + tr, tr.group { break-after: avoid !important } }</style>"
    with pytest.raises(RenderError, match="finds no way to set this page"):
        render_pdf(page.replace("</style>", whole, 1))
