"""Files inside a PDF: found by every reader, and the same bytes every time."""

import pytest

from planctl.report import render_pdf
from planctl.report.attachments import Attachment
from tests.report.pdf_parts import faults, reader, small

pytestmark = pytest.mark.thorough


DATED = '<meta name="dcterms.modified" content="2018-01-01T00:00:00Z">'
PLAN = Attachment("reading.yaml", b"id: reading\n", "application/yaml", "Source", "The plan")
FIGURES = Attachment(
    "f\N{LATIN SMALL LETTER I WITH DIAERESIS}gures.json", b"{}", "application/json", "Data", "√"
)
EMPTY = Attachment("(a) b.txt", b"", "text/plain", "Data", "")


def attached(pdf):
    """Name, content, kind, relationship, description and date of each, as its list has them."""
    names = reader(pdf).root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    for name, entry in zip(names[::2], names[1::2], strict=True):
        file = entry.get_object()
        content = file["/EF"]["/F"]
        yield (
            str(name),
            file["/F"],
            file["/UF"],
            content.get_data(),
            content["/Subtype"],
            file["/AFRelationship"],
            file["/Desc"],
            content["/Params"].get("/ModDate"),
        )


def test_a_report_without_any_has_no_list_of_them():
    catalogue = reader(render_pdf(small())).root_object
    assert "/AF" not in catalogue
    assert "/EmbeddedFiles" not in catalogue.get("/Names", {})


def test_each_is_there_with_all_that_is_said_of_it():
    pdf = render_pdf(small(head=DATED), attachments=(PLAN, FIGURES, EMPTY))
    day = "D:20180101000000Z"
    assert list(attached(pdf)) == [
        (one.name, one.name, one.name, one.content, kind, relationship, one.description, day)
        for one, kind, relationship in (
            (EMPTY, "/text/plain", "/Data"),
            (PLAN, "/application/yaml", "/Source"),
            (FIGURES, "/application/json", "/Data"),
        )
    ]


def test_each_is_associated_with_the_document_once():
    pdf = render_pdf(small(head=DATED), attachments=(PLAN, FIGURES))
    associated = [one.get_object()["/F"] for one in reader(pdf).root_object["/AF"]]
    assert associated == [PLAN.name, FIGURES.name]


def test_a_page_without_a_date_gives_them_none():
    assert [told[-1] for told in attached(render_pdf(small(), attachments=(PLAN,)))] == [None]


@pytest.mark.parametrize("attachments", [(PLAN,), (PLAN, FIGURES, EMPTY)])
def test_the_file_still_passes_every_check(attachments):
    assert faults(render_pdf(small(head=DATED), attachments=attachments)) == []


def test_the_same_files_in_another_order_give_the_same_bytes():
    one, other = (
        render_pdf(small(head=DATED), attachments=given)
        for given in ((PLAN, FIGURES), (FIGURES, PLAN))
    )
    assert one == other


def test_links_inside_the_report_still_lead_somewhere():
    page = small(head=DATED, body='<p id="here"><a href="#here">Here</a></p>')
    names = reader(render_pdf(page, attachments=(PLAN,))).root_object["/Names"]
    assert sorted(names) == ["/Dests", "/EmbeddedFiles"]
