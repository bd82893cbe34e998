"""Single objects taken out of streams: the same that pypdf finds when it reads all of them."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from planctl.verify.pdf_objects import SparingReader

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>"
PAGES = b"<< /Type /Pages /Kids [] /Count 0 >>"


def packed(head, first=None, kind="/ObjStm", count=2):
    """A PDF of two objects in a stream, whose head is as given."""
    first = len(head) if first is None else first
    content = head + CATALOGUE + b" " + PAGES
    stream = (
        f"3 0 obj\n<< /Type {kind} /N {count} /First {first} /Length {len(content)} >>\nstream\n"
    ).encode() + content + b"\nendstream\nendobj\n"  # fmt: skip
    start = b"%PDF-1.7\n"
    table = b"\x00\x00\x00\x02\x03\x00\x02\x03\x01" + bytes([1, len(start), 0])
    table += bytes([1, 0, 0])
    at = len(start) + len(stream)
    table = b"".join([
        bytes([0, 0, 0, 0]), bytes([2, 0, 3, 0]), bytes([2, 0, 3, 1]),
        bytes([1, 0, len(start), 0]), bytes([1, *at.to_bytes(2, "big"), 0]),
    ])  # fmt: skip
    listed = (
        f"4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Length {len(table)} >>\nstream\n"
    ).encode() + table + b"\nendstream\nendobj\n"  # fmt: skip
    return start + stream + listed + f"startxref\n{at}\n%%EOF\n".encode()


SOUND = b"1 0 2 %d " % (len(CATALOGUE) + 1)


def language(reader):
    return reader.root_object.get("/Lang")


def test_an_object_is_read_and_its_neighbours_are_not():
    reader = SparingReader(BytesIO(packed(SOUND)))
    assert language(reader) == "en"
    assert (0, 2) not in reader.resolved_objects
    assert plain(reader.get_object(2)).split() == PAGES.replace(b"[]", b"[ ]").split()


@pytest.mark.parametrize(
    "content",
    [
        packed(SOUND, kind="/Other"),
        packed(SOUND, first=5000),
        packed(SOUND, count=3),
        packed(b"1 0 2 x "),
        packed(b"1 9 2 0 "),
        packed(b"5 0 2 %d " % (len(CATALOGUE) + 1)),
        packed(b"1 0 2 5000 "),
        packed(b"1 0 1 %d " % (len(CATALOGUE) + 1)),
    ],
    ids=["kind", "first", "count", "letters", "order", "missing", "outside", "twice"],
)
def test_what_is_not_in_order_is_read_as_pypdf_reads_it(content):
    def found(kind):
        try:
            return repr(kind(BytesIO(content)).root_object.get("/Lang"))
        except (PdfReadError, AssertionError, AttributeError, KeyError, ValueError) as error:
            return f"{type(error).__name__} {error}"

    assert found(SparingReader) == found(PdfReader)


@pytest.mark.thorough
def test_all_objects_of_a_report_are_those_that_pypdf_reads(report):
    content = report("officer", "pdf").read_bytes()
    theirs, ours = PdfReader(BytesIO(content)), SparingReader(BytesIO(content))
    numbers = list(theirs.xref_objStm)
    assert len(numbers) > 1000
    for number in numbers:
        assert plain(ours.get_object(number)) == plain(theirs.get_object(number))


def plain(found):
    """What the object says, in writing: references by their numbers."""
    written = BytesIO()
    found.write_to_stream(written)
    return written.getvalue()
