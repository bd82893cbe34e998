"""The typeface: which characters it has."""

from planctl.report import unprintable
from planctl.report.marks import _SYMBOLS
from planctl.report.strip import TICK
from planctl.report.typeface import FACES, face_file, printable
from planctl.report.words import ENGLISH


def test_every_sign_and_word_of_a_report_is_printable():
    text = "".join([*_SYMBOLS.values(), TICK, "√→≥£…‘’", *ENGLISH.texts.values()])
    assert unprintable(text) == ()


def test_what_no_face_has_is_named_once_by_code_point():
    assert unprintable("b読a\N{GRINNING FACE}読\n\t") == ("読", "\N{GRINNING FACE}")


def test_it_is_written_as_its_code():
    assert printable("a読\N{GRINNING FACE}\n") == "aU+8AADU+1F600\n"


def test_only_shipped_faces_have_a_file():
    assert [face_file(name) is not None for name in (*FACES, "OFL.txt", "../print.css")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert all((file := face_file(name)) and file.is_file() for name in FACES)
