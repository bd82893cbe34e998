"""Bytes to text: what a file is when it is not the text that a plan is."""

import pytest

from planctl.findings import Severity, Span
from planctl.source import read
from planctl.source.decode import decoded

SAVE = "Save it as UTF-8 (in most editors: Save as, Encoding: UTF-8)."


def said(raw: bytes) -> tuple[str, str, str, Span | None]:
    (finding,) = read(raw, "plan.yaml").findings
    assert finding.severity is Severity.ERROR
    return finding.code, finding.message, finding.help, finding.span


def test_text_is_given_without_its_byte_order_mark():
    assert decoded(b"\xef\xbb\xbftitle: caf\xc3\xa9\n", "plan.yaml") == "title: café\n"


def test_a_windows_file_is_told_by_the_character_it_would_hold():
    assert said("title: Parents’ voice\n".encode("cp1252")) == (
        "PLN002",
        "the file is not saved as UTF-8 (byte 14 is 0x92)",
        f"It looks like a Windows (cp1252) file, in which that byte is ’. {SAVE}",
        Span(1, 15, 1, 16),
    )


def test_bytes_of_no_known_file_are_only_named():
    assert said("title: caf\u00e9\nref: ".encode() + b"\x81\n") == (
        "PLN002",
        "the file is not saved as UTF-8 (byte 18 is 0x81)",
        SAVE,
        Span(2, 6, 2, 7),
    )


def test_a_wrong_byte_behind_a_byte_order_mark_is_counted_from_the_first_byte_of_the_file():
    assert said(b"\xef\xbb\xbfa: \xff\n")[1:] == (
        "the file is not saved as UTF-8 (byte 6 is 0xFF)",
        f"It looks like a Windows (cp1252) file, in which that byte is ÿ. {SAVE}",
        Span(1, 4, 1, 5),
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_named(encoding):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    raw = mark + "title: Parenting\n".encode(encoding)
    assert said(raw) == (
        "PLN002",
        f"the file is not saved as UTF-8 (byte 0 is 0x{raw[0]:02X})",
        f"It is UTF-16. {SAVE}",
        Span(1, 1, 1, 2),
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04rest of a document of Word",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"{\\rtf1\\ansi Parenting}",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        b"title: \x00\n",
    ],
)
def test_a_document_or_picture_is_no_text_file(raw):
    assert said(raw) == (
        "PLN015",
        "this is not a text file",
        (
            "A plan is plain text: a Word document, a PDF or a picture stays one under another "
            "name. Name the file that holds the plan."
        ),
        Span(1, 1, 1, 1),
    )


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x07", "a control character (U+0007)"),
        ("\x1b", "a terminal escape (U+001B)"),
        ("\x7f", "a delete character (U+007F)"),
        ("\x9b", "a control character (U+009B)"),
        ("\u202e", "a text-direction character (U+202E)"),
        ("\u2066", "a text-direction character (U+2066)"),
        ("\u200f", "a text-direction character (U+200F)"),
        ("\ufeff", "a byte order mark (U+FEFF)"),
        ("\ufffe", "a code that is no character (U+FFFE)"),
    ],
)
def test_a_character_that_acts_unseen_is_refused_where_it_stands(character, name):
    assert said(f"title: Parenting\naim: e\u0301{character}\n".encode()) == (
        "PLN003",
        f"the text holds {name}, which cannot be seen",
        "Delete the word at the mark and type it again; pasted text brings such characters along.",
        Span(2, 8, 2, 9),
    )


def test_a_nul_far_down_a_text_is_an_unseen_character():
    raw = b"# " + b"-" * 5000 + b"\naim: \x00\n"
    assert said(raw)[1] == "the text holds a NUL (U+0000), which cannot be seen"


@pytest.mark.parametrize("character", ["\t", "\u0085", "\u2028", "\u00ad", "\u200d", "😀", "é"])
def test_what_belongs_to_texts_is_kept(character):
    assert decoded(f"aim: a{character}b\n".encode(), "plan.yaml") == f"aim: a{character}b\n"


def test_a_file_over_the_limit_is_not_read():
    assert said(b"#" * (3 * 1024 * 1024)) == (
        "PLN011",
        "the file has 3.0 MiB; planctl reads up to 2 MiB",
        "Split the plan, one file for each priority.",
        Span(1, 1, 1, 1),
    )


def test_a_file_at_the_limit_is_read():
    assert read(b"a: b\n" + b"#" * (2 * 1024 * 1024 - 5), "plan.yaml").root == {"a": "b"}
