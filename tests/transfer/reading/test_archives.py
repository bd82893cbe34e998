"""Files that could do harm are not opened, and are told off within a second."""

import io
import time
import zipfile

import pytest

from planctl.transfer import Wanted, imported
from planctl.transfer.reading.archives import check_archive
from planctl.transfer.reading.refused import RefusedFileError, UnknownFormatError

_RELATION = (
    '<Relationships><Relationship Id="r1" Type="http://x/relationships/{0}" '
    'Target="file:///elsewhere" TargetMode="External"/></Relationships>'
)


def archive(*entries, ratio=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", ratio) as file:
        for name, content in entries:
            file.writestr(name, content)
    return buffer.getvalue()


BOMBS = {
    "unpacked": (archive(("word/document.xml", b"\0" * (60 << 20))), "unpack to 60 MiB"),
    "ratio": (archive(("word/document.xml", b"\0" * (40 << 20))), "times its size"),
    "parts": (archive(*((f"{n}.xml", b"") for n in range(2001))), "2,001 parts"),
    "upwards": (archive(("../../evil.xml", b"<a/>")), "leads out of the file"),
    "absolute": (archive(("/etc/evil.xml", b"<a/>")), "leads out of the file"),
    "drive": (archive(("C:/evil.xml", b"<a/>")), "leads out of the file"),
    "entities": (
        archive(("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
        "declares a document type",
    ),
    "entities in utf-16": (
        archive(("word/document.xml", '<?xml version="1.0"?><!DOCTYPE a []><a/>'.encode("utf-16"))),
        "declares a document type",
    ),
    "linked workbook": (
        archive(("xl/externalLinks/_rels/a.rels", _RELATION.format("externalLinkPath"))),
        "takes content from another file",
    ),
    "links that never end": (
        archive(("a.txt", b"a"), ("_rels/.rels", b"<Relationship " * 20_000)), "damaged",
    ),
    "linked picture": (
        archive(("word/_rels/document.xml.rels", _RELATION.format("image"))),
        "takes content from another file",
    ),
    "old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "protected by a password"),
    "no archive": (b"PK\x03\x04 and then nothing", "damaged"),
    "text": (b"Ref\tAction", "damaged"),
    "empty": (b"", "it is empty"),
    "no document": (archive(("a.txt", b"a")), "damaged"),
    "other content": (
        archive(("[Content_Types].xml", b"<Types/>"), ("_rels/.rels", b"<Relationships/>")),
        "damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("name", BOMBS)
def test_it_is_not_opened(name, kind, tmp_path):
    content, reason = BOMBS[name]
    path = tmp_path / f"bomb.{kind}"
    path.write_bytes(content)
    begun = time.perf_counter()
    with pytest.raises(RefusedFileError, match=reason) as refused:
        imported(path, Wanted())
    assert time.perf_counter() - begun < 1
    assert str(refused.value).startswith(f"bomb.{kind} was not opened: ")


def test_a_link_to_a_web_page_is_harmless(tmp_path):
    content = archive(("word/_rels/document.xml.rels", _RELATION.format("hyperlink")))
    check_archive(tmp_path / "plan.docx", content)


@pytest.mark.parametrize(("name", "remedy"), [
    ("plan.doc", "save it as .docx"), ("plan.xls", "save it as .xlsx"),
    ("plan.pdf", "Only PDFs that planctl made"), ("plan.odt", "It reads .docx"),
])  # fmt: skip
def test_another_kind_of_file_is_named_with_what_to_do(name, remedy, tmp_path):
    path = tmp_path / name
    path.write_bytes(b"content")
    with pytest.raises(UnknownFormatError, match=remedy):
        imported(path, Wanted())


@pytest.mark.parametrize(("part", "name", "kind", "right"), [
    ("xl/workbook.xml", "plan.docx", "an Excel workbook with the ending .docx", ".xlsx"),
    ("word/document.xml", "plan.xlsx", "a Word document with the ending .xlsx", ".docx"),
])  # fmt: skip
def test_the_ending_of_another_program_is_to_be_renamed(part, name, kind, right, tmp_path):
    path = tmp_path / name
    with pytest.raises(RefusedFileError) as told:
        check_archive(path, archive((part, b"<a/>")))
    said = f"{name} was not opened: it is {kind}. Rename it to {right}."
    assert (str(told.value), told.value.exit_code) == (said, 1)


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx"])
def test_an_empty_file_is_said_to_be_empty(name, tmp_path):
    with pytest.raises(RefusedFileError) as told:
        check_archive(tmp_path / name, b"")
    assert str(told.value) == (
        f"{name} was not opened: it is empty. Save it again, or name another file."
    )
