"""PDFs with their proof, and PDFs that are none of ours."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from planctl.verify import Level, opened
from planctl.verify.opened import DamagedReportError
from planctl.verify.pdf_files import opened_pdf

pytestmark = pytest.mark.thorough


@pytest.fixture
def pdf(report):
    return report("officer", "pdf")


def details(verdict):
    return {check.name: check.detail for check in verdict.checks}


def test_a_pdf_is_byte_for_byte_what_the_source_inside_it_gives(report, looked_at):
    for audience in ("officer", "public"):
        verdict = looked_at(report(audience, "pdf"))
        assert (verdict.level, verdict.is_sound) == (Level.BYTES, True)


def test_a_pdf_and_a_page_carry_the_same(report, pdf):
    assert opened(pdf).files == opened(report()).files


def test_bytes_behind_the_end_are_told(pdf, looked_at):
    pdf.write_bytes(pdf.read_bytes() + b"\n%%EOF\n")
    verdict = looked_at(pdf)
    assert (verdict.level, verdict.is_sound) == (Level.TEXT, False)
    assert details(verdict)["bytes"] == (
        "7 bytes were added behind the end of the report. What was made stands before them "
        "unchanged."
    )
    assert looked_at(pdf, level=Level.TEXT).is_sound


def test_another_writer_keeps_the_words_alone(pdf, looked_at):
    rewritten(pdf, lambda _: None)
    verdict = looked_at(pdf)
    assert (verdict.level, verdict.is_sound) == (Level.TEXT, False)
    assert looked_at(pdf, level=Level.TEXT).is_sound


def test_a_page_less_or_a_note_more_is_not_the_same_text(pdf, looked_at):
    whole = pdf.read_bytes()
    rewritten(pdf, lambda writer: writer.remove_page(0))
    assert looked_at(pdf, level=Level.TEXT).level is None
    pdf.write_bytes(whole)

    def note(writer):
        mark = DictionaryObject({NameObject("/Subtype"): NameObject("/FreeText")})
        writer.pages[0][NameObject("/Annots")] = ArrayObject([mark])

    rewritten(pdf, note)
    verdict = looked_at(pdf, level=Level.TEXT)
    assert (verdict.level, verdict.is_sound) == (Level.DATA, False)
    assert details(verdict)["text"] == (
        "The words are the same, and something else on its pages is not."
    )


def test_a_pack_that_leaves_the_files_out_is_told_by_its_code(pdf, looked_at):
    code = PdfReader(pdf).pages[0].extract_text().split("check ")[-1].split()[0]
    code = code.replace("\N{NON-BREAKING HYPHEN}", "-")
    pack = PdfWriter()
    for page in PdfReader(pdf).pages:
        pack.add_page(page)
    pack.write(pdf)
    verdict = looked_at(pdf, code=code)
    assert details(verdict) == {
        "source": f"This copy carries no source; ask for the original, check code {code}.",
        "code": f"The check code {code} stands in it.",
    }


def test_a_cut_or_broken_pdf_is_said_to_be_none(pdf, looked_at):
    whole = pdf.read_bytes()
    for part in (whole[: len(whole) // 2], whole[:20], b"%PDF-1.7\n" + b"\0" * 2000):
        pdf.write_bytes(part)
        verdict = looked_at(pdf)
        assert (verdict.is_sound, list(details(verdict))) in (
            (False, ["readable"]),
            (False, ["source"]),
        )


def test_a_locked_pdf_is_refused(pdf, looked_at):
    writer = PdfWriter(clone_from=str(pdf))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(pdf)
    assert details(looked_at(pdf)) == {
        "readable": "It is locked with a password. Ask for one that is not."
    }


def test_files_that_unpack_without_end_are_refused(tmp_path):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for number in range(3):
        writer.add_attachment(f"{number}.txt", b"\0" * 12 * 1024 * 1024)
    path = Path(tmp_path, "bomb.pdf")
    writer.compress_identical_objects()
    writer.write(path)
    with pytest.raises(DamagedReportError):
        opened(path)


def test_a_list_of_files_that_holds_itself_is_refused(tmp_path):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    node = DictionaryObject()
    reference = writer._add_object(node)  # noqa: SLF001 - pypdf writes no such file itself
    node[NameObject("/Kids")] = ArrayObject([reference])
    names = DictionaryObject({NameObject("/EmbeddedFiles"): reference})
    writer.root_object[NameObject("/Names")] = names
    path = Path(tmp_path, "circle.pdf")
    writer.write(path)
    with pytest.raises(DamagedReportError):
        opened(path)


def test_what_stands_in_the_place_of_a_file_is_refused(tmp_path):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for odd in (NumberObject(7), ArrayObject(), DictionaryObject(), StreamObject()):
        names = ArrayObject([NumberObject(1), odd])
        listed = DictionaryObject({NameObject("/Names"): names})
        held = DictionaryObject({NameObject("/EmbeddedFiles"): listed})
        writer.root_object[NameObject("/Names")] = held
        path = Path(tmp_path, "odd.pdf")
        writer.write(path)
        with pytest.raises(DamagedReportError):
            opened(path)


def rewritten(path, change):
    """The PDF as another program writes it after the change."""
    writer = PdfWriter(clone_from=str(path))
    change(writer)
    writer.write(path)


def test_a_list_of_files_that_names_its_parts_again_and_again_is_refused():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    node = writer._add_object(DictionaryObject())  # noqa: SLF001 - one that is referred to
    for _ in range(3):
        listed = DictionaryObject({NameObject("/Kids"): ArrayObject([node] * 20)})
        node = writer._add_object(listed)  # noqa: SLF001 - as above
    files = DictionaryObject({NameObject("/EmbeddedFiles"): node})
    writer.root_object[NameObject("/Names")] = files
    written = BytesIO()
    writer.write(written)
    with pytest.raises(DamagedReportError, match="more than 200 files"):
        opened_pdf(written.getvalue())


def test_a_file_that_is_another_on_other_computers_is_refused():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    specification = writer.add_attachment("a.txt", b"one").pdf_object
    streams: Any = specification["/EF"]
    other = StreamObject()
    other.set_data(b"other")
    streams[NameObject("/UF")] = writer._add_object(other)  # noqa: SLF001 - one that is referred to
    written = BytesIO()
    writer.write(written)
    with pytest.raises(DamagedReportError, match="two files that are called"):
        opened_pdf(written.getvalue())
