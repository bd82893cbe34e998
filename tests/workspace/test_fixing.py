"""Fixes made in files: the safe ones, or all; what would do harm is left."""

from datetime import date

import pytest

from planctl.rules import CATALOGUE, Policy
from planctl.workspace import groups
from planctl.workspace.fixing import fixed_files

HEAD = (
    "format: planctl/1\nid: reading\ntitle: Reading\nperiod: {from: 2017-09-01, to: 2018-08-31}\n"
)


@pytest.fixture
def fixed(tmp_path):
    """`fixed(text)`: the text after its fixes, how many were made, and how many were left."""

    def after(text, *, unsafe=False):
        (tmp_path / "planctl.toml").touch()
        (tmp_path / "plans").mkdir(exist_ok=True)
        path = tmp_path / "plans/reading.yaml"
        path.write_bytes(text.encode())
        found = fixed_files(groups([path]), Policy(CATALOGUE), date(2018, 1, 1), unsafe=unsafe)
        results = [(one.new.text, one.count, one.left) for one in found]
        assert path.read_bytes() == text.encode()
        return results

    return after


def actions(text):
    return f"{HEAD}themes:\n  - title: Clubs\n    actions:\n{text}"


def test_a_text_that_others_misread_gets_its_quotes(fixed):
    text = actions("      - {ref: 2.10, text: Read}\n      - ref: 2.20  # late\n        text: no\n")
    wanted = text.replace("2.10", '"2.10"').replace("2.20", '"2.20"').replace("no\n", '"no"\n')
    assert fixed(text) == [(wanted, 3, 0)]


def test_a_misspelt_field_and_word_are_mended_only_when_that_is_asked_for(fixed):
    text = actions("      - {ref: 1a, txt: Read, kind: generik}\n")
    assert fixed(text) == []
    wanted = text.replace("txt", "text").replace("generik", "generic")
    assert fixed(text, unsafe=True) == [(wanted, 2, 0)]


def test_what_is_mended_may_make_room_for_more(fixed):
    text = actions("      - {ref: 2.10, txt: Read}\n")
    wanted = text.replace("2.10", '"2.10"').replace("txt", "text")
    assert fixed(text, unsafe=True) == [(wanted, 2, 0)]


def test_a_fix_that_would_do_harm_is_left(fixed):
    text = actions("      - {ref: 1a, text: Read, txt: Read it}\n")
    assert fixed(text, unsafe=True) == [(text, 0, 1)]


def test_a_file_keeps_its_mark_and_line_ends(fixed):
    text = "\ufeff" + actions("      - {ref: 2.10, text: Read}\n").replace("\n", "\r\n")
    ((new, count, left),) = fixed(text)
    assert (new, count, left) == (text[1:].replace("2.10", '"2.10"'), 1, 0)


def test_without_fixes_nothing_is_given(fixed):
    assert fixed(actions("      - {ref: 1a, text: Read}\n")) == []
