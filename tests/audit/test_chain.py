"""A chain of seals holds, or says where it does not."""

import json
import runpy
from pathlib import Path

import pytest

from planctl.audit.chain import Chain, chain_of, file_of, seal_text, sealed

made = runpy.run_path(str(Path(__file__).with_name("sealed_plans.py")))
files_of, plan, AUTUMN, SPRING, CLUB = (
    made[name] for name in ("files_of", "plan", "AUTUMN", "SPRING", "CLUB")
)
GREEN = CLUB.replace("red", "green")
FIRST, SECOND, THIRD = "2017-18-autumn.json", "2017-18-spring.json", "2017-18-autumn-2.json"
EDITED = "the seal of 2017-18 autumn was edited: what it holds no longer has the hash that it names"


@pytest.fixture
def files():
    """Two terms that were closed, and an amendment of the first."""
    return files_of(
        ("close", AUTUMN, plan()), ("close", SPRING, plan()), ("amend", AUTUMN, plan(GREEN))
    )


def faults(files):
    return [(fault.file, fault.message) for fault in chain_of(files).faults]


def edited(raw, **fields):
    """The seal with other fields and a hash that fits: what a careful forger writes."""
    content = json.loads(raw) | fields
    kept = {name: content[name] for name in content if name not in {"sha256", "check_code"}}
    return seal_text(sealed(kept)).encode()


def test_each_link_names_the_one_before(files):
    chain = chain_of(files)
    assert [(one.number, one.kind, one.term) for one in chain.seals] == [
        (1, "close", AUTUMN), (2, "close", SPRING), (3, "amend", AUTUMN),
    ]  # fmt: skip
    assert [one.previous for one in chain.seals] == [None, *(s.sha256 for s in chain.seals[:2])]
    assert chain.faults == ()
    assert sorted(files) == sorted([FIRST, SECOND, THIRD])


def test_an_amendment_leaves_the_seal_and_changes_what_is_held(files):
    chain = chain_of(files)
    closed = chain.closing("reading", AUTUMN)
    assert closed is not None
    assert closed.plans["reading"].values["club"] == {
        AUTUMN: {"rating": "red", "comment": "No room"}
    }
    assert chain.held("reading", AUTUMN) == {
        "club": {AUTUMN: {"rating": "green", "comment": "No room"}}
    }
    assert chain.held("other", AUTUMN) is None
    assert chain.terms("reading") == (AUTUMN, SPRING)


def test_a_seal_is_read_from_lines_of_a_value_each(files):
    assert b'\n  "term": "2017-18 autumn",\n' in files[FIRST]
    assert files[FIRST].endswith(b"}\n")


def test_layout_of_a_seal_makes_no_difference(files):
    files[FIRST] = json.dumps(json.loads(files[FIRST]), sort_keys=True).encode()
    assert faults(files) == []


def test_an_edited_seal_is_found(files):
    files[FIRST] = files[FIRST].replace(b'"red"', b'"green"')
    assert faults(files) == [(FIRST, EDITED)]
    assert [one.number for one in chain_of(files).seals] == [2, 3]


def test_an_edited_check_code_is_found(files):
    content = json.loads(files[SECOND]) | {"check_code": "0000-0000-0000"}
    files[SECOND] = seal_text(content).encode()
    assert [file for file, _ in faults(files)] == [SECOND]


def test_an_edited_seal_with_a_hash_that_fits_cuts_the_chain(files):
    files[FIRST] = edited(files[FIRST], minute="Item 30")
    assert faults(files) == [
        (SECOND, "the chain of seals is cut: seal 2 is not the one that follows seal 1")
    ]


def test_a_seal_taken_away_from_between_others_is_found(files):
    del files[SECOND]
    assert faults(files) == [
        (THIRD, "the chain of seals is cut: this is seal 3, and seal 2 is not there")
    ]


def test_a_first_seal_taken_away_is_found(files):
    del files[FIRST]
    assert faults(files)[0] == (
        SECOND, "the chain of seals is cut: this is seal 2, and seal 1 is not there",
    )  # fmt: skip


def test_a_first_seal_that_follows_another_is_found(files):
    files = {FIRST: edited(files[FIRST], previous="0" * 64)}
    assert faults(files) == [(FIRST, "the chain of seals is cut: seal 1 follows another")]


def test_a_renamed_seal_is_found(files):
    files["2017-18-summer.json"] = files.pop(SECOND)
    (fault,) = chain_of(files).faults
    assert (fault.file, fault.message, fault.help) == (
        "2017-18-summer.json",
        "the seal of 2017-18 spring was renamed: its file was called 2017-18-spring.json",
        "Rename it to 2017-18-spring.json.",
    )


def test_two_seals_of_one_number_are_a_fork(files):
    other = files_of(("close", AUTUMN, plan()), ("close", SPRING, plan(GREEN)))
    files["2017-18-spring-2.json"] = other[SECOND]
    assert ("the chain of seals forks: this is seal 2, and so is another") in [
        message for _, message in faults(files)
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "the seal cannot be read: it is not JSON, or a name in it stands twice"),
        (b"\xff", "the seal cannot be read: it is not JSON, or a name in it stands twice"),
        (b"[" * 100_000, "the seal cannot be read: it is not JSON, or a name in it stands twice"),
        (
            b'{"term": "a", "term": "b"}',
            "the seal cannot be read: it is not JSON, or a name in it stands twice",
        ),
        (b"[]", "the seal is damaged: the whole cannot be right"),
        (b"{}", "the seal is damaged: check_code, date, format_version cannot be right"),
    ],
)
def test_a_damaged_seal_is_found(files, raw, message):
    files[FIRST] = raw
    assert faults(files) == [(FIRST, message)]


@pytest.mark.parametrize("value", [b"NaN", b'"\\ud800"'])
def test_a_value_that_no_seal_can_have_is_found(files, value):
    files[FIRST] = files[FIRST].replace(b'"red"', value)
    assert faults(files) == [(FIRST, "the seal is damaged: it holds a value that no seal can have")]


def test_a_seal_of_a_later_version_or_with_an_unknown_field_is_found(files):
    files[FIRST] = edited(files[FIRST], format_version=2)
    files[SECOND] = edited(files[SECOND], extra="x")
    assert faults(files) == [
        (FIRST, "the seal is damaged: format_version cannot be right"),
        (SECOND, "the seal is damaged: extra cannot be right"),
    ]


def test_a_file_is_named_after_its_term_and_its_place_among_those_of_the_term():
    assert [file_of(AUTUMN, 0), file_of(AUTUMN, 2), file_of("Bonfire to Easter", 0)] == [
        FIRST, "2017-18-autumn-3.json", "bonfire-to-easter.json",
    ]  # fmt: skip


def test_no_files_are_an_empty_chain():
    assert chain_of({}) == Chain()
