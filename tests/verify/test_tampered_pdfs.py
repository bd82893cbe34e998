"""PDFs that somebody has changed: each is found out, and said to be what it is."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, TextStringObject

pytestmark = pytest.mark.thorough
NOT_THE_SAME = ("bytes", "It is not what the source inside it gives: it was changed after it was")
UNSAID = ("data", "The source gives ‘1a G ●’, which it does not say.")
SAYS = ("text", "It says ‘")
MORE = ("text", "The words are the same, and something else on its pages is not.")
CHANGED = ("files", "plans/reading.yaml is not what the record names: it was changed.")
NO_PDF = ("readable", "It is no PDF that can be read: ")


@pytest.fixture(scope="module")
def kept():
    """Reports that were made already, by their audience."""
    return {}


@pytest.fixture
def content(report, kept):
    """A fresh report for officers."""
    if "officer" not in kept:
        kept["officer"] = report("officer", "pdf").read_bytes()
    return kept["officer"]


@pytest.fixture
def wrong(tmp_path, looked_at):
    """`wrong(content)`: the checks that failed of it, with what they say."""

    def found(content):
        path = tmp_path / "report.pdf"
        path.write_bytes(content)
        verdict = looked_at(path)
        assert not verdict.is_sound
        return {one.name: one.detail for one in verdict.checks if one.result == "failed"}

    return found


def is_told(wrong, expected):
    """Whether exactly these checks failed, and begin what they say so."""
    return wrong.keys() == dict(expected).keys() and all(
        wrong[name].startswith(words) for name, words in expected
    )


def inside(content, number):
    """A byte in the middle of the stream of the object, or of the stream that it is packed in."""
    reader = PdfReader(BytesIO(content))
    if number in reader.xref_objStm:
        number = reader.xref_objStm[number][0]
    return middle(content, reader.xref[0][number])


def middle(content, begin):
    stream, end = content.index(b"stream", begin), content.index(b"endstream", begin)
    return (stream + end) // 2


def first(content, key, value=None):
    """The number of the first object that has the key, with that value if one is given."""
    reader = PdfReader(BytesIO(content))
    for number in sorted({*reader.xref[0], *reader.xref_objStm}):
        found = reader.get_object(number)
        if (
            isinstance(found, DictionaryObject)
            and key in found
            and value in {None, str(found[key])}
        ):
            return number
    raise LookupError(key)


def of_page(content):
    return PdfReader(BytesIO(content)).pages[0].raw_get("/Contents").idnum


def of_font(content):
    reader = PdfReader(BytesIO(content))
    found: Any = reader.get_object(first(content, "/Type", "/FontDescriptor"))
    return next(found.raw_get(key) for key in found if key.startswith("/FontFile")).idnum


FLIPPED = {
    "words of a page": lambda pdf: inside(pdf, of_page(pdf)),
    "a font": lambda pdf: inside(pdf, of_font(pdf)),
    "a colour profile": lambda pdf: inside(pdf, first(pdf, "/N", "3")),
    "the table of objects": lambda pdf: middle(pdf, int(pdf.split()[-2])),
    "the number of the file": lambda pdf: pdf.rindex(b"/ID") + 8,
    "who made it": lambda pdf: inside(pdf, first(pdf, "/Producer")),
    "its description": lambda pdf: inside(pdf, first(pdf, "/Type", "/Metadata")),
    "what is read aloud": lambda pdf: inside(pdf, first(pdf, "/S", "/P")),
    "a file inside": lambda pdf: inside(pdf, first(pdf, "/Type", "/EmbeddedFile")),
    "the list of files": lambda pdf: inside(pdf, first(pdf, "/Type", "/Filespec")),
    "a page": lambda pdf: inside(pdf, first(pdf, "/Type", "/Page")),
    "the version": lambda _: 7,
}
"""Where a bit is turned over, by what it belongs to."""
HEADS = (
    NOT_THE_SAME,
    NO_PDF,
    ("readable", "The file '"),
    ("files", "assurance.json is not what the record names"),
)
"""How a report is refused in which one bit is another: which of them depends on the bit."""


def flipped(content, place):
    """The content with one bit of a byte turned over."""
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def rewritten(content, change):
    """The PDF as another program writes it after the change."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def attached(writer, name):
    """The stream of the file of that name inside."""
    listed = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    place = list(listed).index(name)
    return listed, place, listed[place + 1].get_object()["/EF"]["/F"].get_object()


def swapped(writer):
    stream = attached(writer, "plans/reading.yaml")[2]
    stream.set_data(stream.get_data().replace(b"Nobody came", b"All came"))


def removed(writer):
    listed, place, _ = attached(writer, "findings.json")
    del listed[place : place + 2]


def renamed(writer):
    listed, place, _ = attached(writer, "changes.json")
    listed[place] = TextStringObject("changed.json")


def said_anew(writer):
    page = writer.pages[0]
    stream = page.get_contents()
    words = stream.get_data()
    begin, end = words.index(b"BT"), words.index(b"ET") + 2
    stream.set_data(words[:end] + b"\n" + words[begin:end] + words[end:])
    page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - as others do


def opens_something(writer):
    action = {"/S": NameObject("/Launch"), "/F": TextStringObject("other.pdf")}
    made = DictionaryObject({NameObject(key): value for key, value in action.items()})
    writer.root_object[NameObject("/OpenAction")] = made


def runs_something(writer):
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('all green')")}
    made = DictionaryObject({NameObject(key): value for key, value in action.items()})
    writer.root_object[NameObject("/OpenAction")] = made


def noted(writer):
    note = FreeText(text="All came.", rect=(50, 50, 200, 90))
    writer.add_annotation(page_number=0, annotation=note)


def linked(writer):
    box = RectangleObject((50, 50, 200, 90))
    writer.add_annotation(page_number=0, annotation=Link(rect=box, url="https://example.org"))


def reordered(writer):
    pages = writer.root_object["/Pages"]["/Kids"]
    pages[0], pages[1] = pages[1], pages[0]


def cropped(writer):
    writer.pages[0].mediabox = RectangleObject((0, 300, 595, 842))


CHANGES = {
    "saved by another program": (lambda _: None, [NOT_THE_SAME]),
    "a word said twice": (said_anew, [NOT_THE_SAME, SAYS]),
    "a page taken out": (lambda writer: writer.remove_page(1), [NOT_THE_SAME, SAYS, UNSAID]),
    "a page put in": (lambda writer: writer.add_blank_page(595, 842), [NOT_THE_SAME, MORE]),
    "a page turned": (lambda writer: writer.pages[0].rotate(90), [NOT_THE_SAME, MORE]),
    "a page cut off": (cropped, [NOT_THE_SAME, MORE]),
    "pages in another order": (reordered, [NOT_THE_SAME, SAYS]),
    "a note": (noted, [NOT_THE_SAME, MORE]),
    "a link": (linked, [NOT_THE_SAME, MORE]),
    "a script": (runs_something, [NOT_THE_SAME]),
    "something that opens": (opens_something, [NOT_THE_SAME]),
    "another title": (
        lambda writer: writer.add_metadata({"/Title": "Autumn 2018"}), [NOT_THE_SAME]
    ),
    "another plan inside": (swapped, [CHANGED]),
    "no findings inside": (removed, [("files", "findings.json is missing.")]),
    "a file renamed": (
        renamed,
        [("files", "changes.json is missing. changed.json is inside, and the record does not")],
    ),
    "a file put in": (
        lambda writer: writer.add_attachment("plans/other.yaml", b"id: other"),
        [("files", "plans/other.yaml is inside, and the record does not name it.")],
    ),
    "two of one name": (
        lambda writer: writer.add_attachment("plans/reading.yaml", b"id: reading"),
        [("readable", "It holds two files that are called 'plans/reading.yaml'.")],
    ),
    "a password": (
        lambda writer: writer.encrypt("", "owner", algorithm="RC4-128"),
        [("readable", "It is locked with a password. Ask for one that is not.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FLIPPED)
def test_one_bit_is_found(content, wrong, what):
    found = wrong(flipped(content, FLIPPED[what](content)))
    name, sentence = next(iter(found.items()))
    assert any(name == one and sentence.startswith(words) for one, words in HEADS)


@pytest.mark.parametrize("what", CHANGES)
def test_what_another_program_has_changed_is_found(content, wrong, what):
    change, expected = CHANGES[what]
    found = wrong(rewritten(content, change))
    assert is_told(found, expected), found
