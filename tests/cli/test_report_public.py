"""`planctl report --for public`: no file that it writes tells who anybody is."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

pytestmark = pytest.mark.thorough

PERSONS = Path(__file__).parent / "persons"
TRACES = re.compile(
    r"carl|invented|dora|exemplar|\bDEX\b|CARLINV|@council|%40council|496 ?0000|900 ?123",
    re.IGNORECASE,
)
AUTUMN = ("--term", "2017-18 autumn", "--for", "public", "--no-cache")
KINDS = {
    "delivery": ("plans/reading.yaml", *AUTUMN),
    "annual": ("plans/reading.yaml", "--kind", "annual", *AUTUMN),
    "scrutiny": ("plans/reading.yaml", "--kind", "scrutiny", *AUTUMN),
    "programme": ("plans", "--kind", "programme", *AUTUMN),
}


def told(pdf):
    """All that a PDF says and holds: text, outline, both kinds of metadata, and its files."""
    document = PdfReader(BytesIO(pdf))
    yield from (sheet.extract_text() for sheet in document.pages)
    yield f"{dict(document.metadata or {})} {document.outline}"
    metadata = document.root_object["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    yield metadata.get_data().decode()
    for name, contents in document.attachments.items():
        yield name
        yield from (content.decode() for content in contents)
    yield from (str(one.get_object().get("/Desc")) for one in document.root_object.get("/AF", ()))


@pytest.fixture
def town(workspace):
    return workspace({f"plans/{one.name}": one.read_text("utf-8") for one in PERSONS.iterdir()})


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_for_the_public_tells_who_anybody_is(planctl, town, kind):
    run = planctl("report", *KINDS[kind], "--format", "both", "-o", "out")
    assert run.code == 0, run.err
    page, pdf = sorted((town / "out").iterdir(), key=lambda file: file.suffix)
    assert (page.suffix, pdf.suffix) == (".html", ".pdf")
    assert [TRACES.findall(file.name) for file in (page, pdf)] == [[], []]
    assert TRACES.findall(page.read_text("utf-8")) == []
    assert {one for text in told(pdf.read_bytes()) for one in TRACES.findall(text)} == set()


def test_officers_are_told(planctl, town):
    asked = ("plans/reading.yaml", "--term", "2017-18 autumn", "--no-cache", "--format", "html")
    assert planctl("report", *asked, "-o", "out").code == 0
    (page,) = (town / "out").iterdir()
    found = {one.casefold() for one in TRACES.findall(page.read_text("utf-8"))}
    assert found == {
        "carl", "invented", "dora", "exemplar", "dex", "@council", "496 0000", "900123",
    }  # fmt: skip
