"""What a seal keeps of a term, and what is amended later."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from planctl.audit.altered import Altered, altered, amended
from planctl.audit.chain import Chain
from planctl.audit.kept import term_values
from planctl.audit.sealing import Sourced, amending, closing, since_closing, unnamed
from planctl.fingerprint import agreed, check_code, fingerprint, progress
from planctl.model import Seal
from planctl.model.seal import Amended

made = runpy.run_path(str(Path(__file__).with_name("sealed_plans.py")))
plan, chain, decided, term, sourced = (
    made[name] for name in ("plan", "chain", "decided", "term", "sourced")
)
AUTUMN, SPRING, CLUB = made["AUTUMN"], made["SPRING"], made["CLUB"]
GREEN = CLUB.replace("red", "green")
MANY = """\
kpis:
  - {ref: K1, uid: members, title: Members, actuals: {2017-10: 61%, 2017-18: 64%}}
themes:
  - title: Clubs
    uid: clubs
    actions:
      - ref: 1a
        uid: club
        text: Open a club
        source: {line: 1}
        updates:
          autumn 2017:
            rating: red
            next_steps: [Ask., {text: Look., due: 2018-01-31, kept: part}]
            source: {line: 3}
        sub_actions:
          - {uid: room, text: Find a room, updates: {December 2017: {percent: 40}}}
risks: [{ref: R1, text: They leave., reviews: {2017-18 autumn: {likelihood: 2, impact: 3}}}]
recommendations: [{ref: "4", text: Write., assessments: {2017-18 autumn: {rating: slipped}}}]
"""


def test_a_seal_keeps_what_ends_in_the_term_by_uid():
    assert term_values(plan(MANY), term()) == {
        "members": {"2017-10": {"value": "61"}},
        "club": {AUTUMN: {
            "rating": "red",
            "next_steps": [{"text": "Ask."}, {"text": "Look.", "due": "2018-01-31"}],
            "kept": ["", "part"],
        }},
        "room": {"2017-12": {"percent": 40}},
        "recommendation 4": {AUTUMN: {"rating": "slipped"}},
        "risk R1": {AUTUMN: {"likelihood": 2, "impact": 3}},
    }  # fmt: skip


def test_steps_of_which_nobody_knows_whether_they_were_kept_stand_alone():
    text = CLUB.replace("comment: No room", "next_steps: [Ask.]")
    assert term_values(plan(text), term()) == {
        "club": {AUTUMN: {"rating": "red", "next_steps": [{"text": "Ask."}]}}
    }


def test_a_year_is_said_in_its_last_term():
    summer = term("2017-18 summer")
    assert term_values(plan(MANY), summer) == {"members": {"2017-18": {"value": "64"}}}


def test_a_seal_says_who_decided_and_which_files_it_is_of():
    one = plan()
    content = closing(sourced(one), term(), Chain(), decided())
    head = {name: content[name] for name in content if name != "plans"}
    digest = fingerprint({n: content[n] for n in content if n not in {"sha256", "check_code"}})
    assert head == {
        "format_version": 1,
        "kind": "close",
        "number": 1,
        "term": AUTUMN,
        "date": "2018-01-12",
        "by": "board",
        "minute": "Item 3",
        "sha256": digest,
        "check_code": check_code(bytes.fromhex(digest)),
    }
    assert content["plans"]["reading"] == {
        "title": "Reading",
        "sources": {"plans/reading.yaml": "0" * 64},
        "agreed_sha256": fingerprint(agreed(one)),
        "progress_sha256": fingerprint(progress(one)),
        "values": {"club": {AUTUMN: {"rating": "red", "comment": "No room"}}},
        "agreed": {
            "reading": {"title": ["Reading"], "period": ["from: 2017-09-01", "to: 2018-08-31"]},
            "clubs": {"title": ["Clubs"]},
            "club": {"text": ["Open a club"]},
        },
    }
    assert Seal.model_validate(content).date == date(2018, 1, 12)


def test_who_decided_may_be_left_out():
    content = closing([Sourced(plan())], term(), Chain(), made["Decided"](date(2018, 1, 12)))
    assert ({"by", "minute", "reason", "previous"} & {*content}) == set()


def test_an_amendment_lists_what_was_and_what_is():
    closed = chain(("close", AUTUMN, plan()))
    added = GREEN.replace(", comment: No room", ", percent: 40")
    content = amending(sourced(plan(added)), term(), closed, decided("A slip"))
    assert content is not None
    assert (content["kind"], content["number"], content["reason"], content["previous"]) == (
        "amend", 2, "A slip", closed.seals[0].sha256,
    )  # fmt: skip
    about = {"plan": "reading", "uid": "club", "period": AUTUMN}
    assert content["changes"] == [
        {**about, "field": "rating", "was": "red", "is": "green"},
        {**about, "field": "comment", "was": "No room"},
        {**about, "field": "percent", "is": 40},
    ]
    assert "values" not in content["plans"]["reading"]


def test_what_was_amended_holds_until_it_is_amended_again():
    found = chain(("close", AUTUMN, plan()), ("amend", AUTUMN, plan(GREEN)))
    assert since_closing(plan(GREEN), term(), found) == ()
    assert since_closing(plan(), term(), found) == (
        Altered("club", AUTUMN, "rating", "green", "red"),
    )


def test_nothing_is_amended_where_all_is_as_it_was():
    closed = chain(("close", AUTUMN, plan()))
    assert amending(sourced(plan()), term(), closed, decided("A slip")) is None
    assert amending(sourced(plan(GREEN)), term(SPRING), closed, decided("A slip")) is None


def test_the_state_of_other_terms_makes_no_difference():
    closed = chain(("close", AUTUMN, plan()))
    more = CLUB.rstrip() + "\n          2017-18 spring: {rating: green}\n"
    assert since_closing(plan(more), term(), closed) == ()


def test_what_was_sealed_is_held_though_the_calendar_says_another_day():
    closed = chain(("close", AUTUMN, plan(MANY)))
    other = plan(MANY, period="period: {from: 2017-09-01, to: 2018-08-31}\ncalendars: calendar\n")
    assert since_closing(other, term(), closed) == ()


def test_an_update_taken_out_and_put_in_elsewhere_is_two_things():
    closed = chain(("close", AUTUMN, plan()))
    moved = CLUB.replace("uid: club\n", "uid: other\n")
    assert since_closing(plan(moved), term(), closed) == (
        Altered("club", AUTUMN, "rating", "red", None),
        Altered("club", AUTUMN, "comment", "No room", None),
        Altered("other", AUTUMN, "rating", None, "red"),
        Altered("other", AUTUMN, "comment", None, "No room"),
    )


def test_a_provisional_figure_may_become_another_but_not_none():
    held = {"k": {"t": {"value": "1", "provisional": True}}}
    assert list(altered(held, {"k": {"t": {"value": "2"}}})) == []
    assert len(list(altered(held, {}))) == 2


def test_changes_can_take_an_entry_away_and_bring_one():
    changes = (
        Amended.model_validate({"plan": "p", "uid": "a", "period": "t", "field": "x", "was": "1"}),
        Amended.model_validate({"plan": "p", "uid": "b", "period": "t", "field": "y", "is": "2"}),
    )
    assert amended({"a": {"t": {"x": "1"}}}, changes) == {"a": {}, "b": {"t": {"y": "2"}}}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (CLUB, []),
        (CLUB.replace("        uid: club\n", ""), ["1a"]),
        ("kpis: [Members]\n" + CLUB, ["‘Members’"]),
        ("kpis: [{title: Members, uid: club}]\n" + CLUB, ["‘Members’", "1a"]),
        ("risks: [They leave.]\nrecommendations: [Write.]\n" + CLUB, []),
        (
            "risks: [{text: They leave., reviews: {2017-18: {likelihood: 2, impact: 1}}}]\n" + CLUB,
            ["the risk ‘They leave.’"],
        ),
    ],
)
def test_what_has_no_uid_of_its_own_is_named(text, labels):
    assert [one.label for one in unnamed(plan(text))] == labels
