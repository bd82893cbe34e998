"""An update in its plan: what was there stays byte for byte, wherever and however it is written."""

from datetime import date

import pytest

from planctl.editing import UpdateWanted, with_update
from planctl.loading import Reading
from planctl.model import Scale, Timeline, Update
from planctl.source import raw_of, read
from planctl.source.edits import UnsafeEditError

TIMELINE = Timeline(date(2017, 9, 1), date(2020, 8, 31))
READING = Reading(scale=Scale(), timeline=TIMELINE, knows_calendars=True)
FIRST = ("themes", 0, "actions", 0)
AMBER = {"rating": "amber", "comment": "One school has begun."}
HEAD = """\
format: planctl/1
id: reading
title: Reading
themes:
  - title: Clubs
    actions:
"""


def written(text, given, *, path=FIRST, term="2017-18 spring", reading=READING):
    """The file's bytes once the update is in it."""
    raw = text if isinstance(text, bytes) else text.encode()
    said = Update.model_validate(given, context=dict(reading))
    wanted = UpdateWanted(path, reading["timeline"].period(term), said, reading)
    return raw_of(with_update(read(raw, "reading.yaml"), wanted))


def changed(below, given, **where):
    """What stands below the head once the update is in it."""
    return written(HEAD + below, given, **where).decode().removeprefix(HEAD)


def test_the_first_update_stands_at_its_canonical_place_with_days_and_words_spelt_as_one():
    before = """\
      - ref: 1a   # as printed
        text: Open a club
        schedule: {Year 1: pilot}

        # from the minutes
        closure:   {reason:  Done}
"""
    given = {
        "date": "23/3/18",
        "rating": "A",
        "stage": "In Progress",
        "percent": "40",
        "comment": "No. 1: begun",
        "expected": "25 May 2018",
        "next_steps": [{"text": "Visit it", "due": "30/4/18"}, {"text": "Send the list"}],
        "evidence": ["2018"],
    }
    assert (
        changed(before, given)
        == """\
      - ref: 1a   # as printed
        text: Open a club
        schedule: {Year 1: pilot}
        updates:
          2017-18 spring:
            rating: amber
            stage: in_progress
            percent: 40
            comment: "No. 1: begun"
            expected: 2018-05-25
            next_steps:
              - text: Visit it
                due: 2018-04-30
              - Send the list
            evidence:
              - "2018"
            date: 2018-03-23

        # from the minutes
        closure:   {reason:  Done}
"""
    )


@pytest.mark.parametrize(
    "blank", ["updates:", "updates: {}", "updates: ~", "updates:   # none yet"]
)
def test_blank_updates_are_filled(blank):
    before = f"      - text: Open a club\n        {blank}\n        closure: {{reason: done}}\n"
    mark = "   # none yet" if "#" in blank else ""
    assert (
        changed(before, AMBER)
        == f"""\
      - text: Open a club
        updates:{mark}
          2017-18 spring:
            rating: amber
            comment: One school has begun.
        closure: {{reason: done}}
"""
    )


def test_an_update_that_is_blank_is_filled_under_the_name_it_has():
    before = "      - text: Open a club\n        updates:\n          Spring 2018:\n"
    assert (
        changed(before, AMBER)
        == """\
      - text: Open a club
        updates:
          Spring 2018:
            rating: amber
            comment: One school has begun.
"""
    )


def test_what_was_given_is_replaced_or_added_and_the_rest_stays():
    before = """\
      - text: Open a club
        updates:
          # as sent by e-mail
          Spring 2018:
            rating: R   # provisional
            comment: >-
              Neither school
              has begun.
            next_steps: Visit it
            evidence: [E1]
            by: library
            own: {room: "2"}
"""
    given = {
        **AMBER,
        "path_to_green": "A date is set.",
        "next_steps": [{"text": "Visit it"}, {"text": "Ask again", "due": "May 2018"}],
        "evidence": ["E1", "E2"],
    }
    assert (
        changed(before, given)
        == """\
      - text: Open a club
        updates:
          # as sent by e-mail
          Spring 2018:
            rating: amber   # provisional
            comment: One school has begun.
            path_to_green: A date is set.
            next_steps:
              - Visit it
              - text: Ask again
                due: May 2018
            evidence: [E1, E2]
            by: library
            own: {room: "2"}
"""
    )


def test_what_stands_there_in_another_spelling_stays_as_it_is():
    before = """\
      - text: Open a club
        updates:
          spring 2018: {rating: A, expected: 25/5/18, next_steps: [{text: Go, due: 30/4/18}, Ask]}
"""
    given = {
        "rating": "amber", "expected": "2018-05-25",
        "next_steps": [{"text": "Go", "due": "2018-04-30"}],
    }  # fmt: skip
    assert changed(before, given) == before


def test_a_promise_that_was_judged_is_not_made_again():
    before = """\
      - text: Open a club
        updates:
          2017-18 spring:
            next_steps: [{text: Go, due: 30/4/18, kept: part}]
"""
    given = {"next_steps": [{"text": "Go", "due": "2018-04-30"}]}
    assert changed(before, given) == before


@pytest.mark.parametrize("blank", ["next_steps:", "next_steps: []", "next_steps: ~"])
def test_a_blank_list_is_filled(blank):
    before = f"      - text: Go\n        updates:\n          2017-18 spring:\n            {blank}\n"
    assert changed(before, {"next_steps": [{"text": "Ask"}]}).splitlines()[3:] == (
        ["            next_steps: [Ask]"]
        if "[" in blank
        else ["            next_steps:", "              - Ask"]
    )


@pytest.mark.parametrize(
    ("there", "after"),
    [
        (["2017-18 autumn", "2017-18 summer"], ["2017-18 autumn", "NEW", "2017-18 summer"]),
        (["autumn 2017"], ["autumn 2017", "NEW"]),
        (["summer 2018"], ["NEW", "summer 2018"]),
        (["summer 2018", "autumn 2017"], ["summer 2018", "NEW", "autumn 2017"]),
        (["autumn 2017", "2017-12", "2018-04"], ["autumn 2017", "2017-12", "NEW", "2018-04"]),
        (["2017-18"], ["NEW", "2017-18"]),
    ],
)
def test_a_new_update_stands_among_the_others_in_the_order_of_time(there, after):
    names = {name: f"          {name}: {{rating: green}}\n" for name in there}
    names["NEW"] = "          2017-18 spring: {rating: amber}\n"
    head = "      - text: Open a club\n        updates:\n"
    before = head + "".join(names[name] for name in there)
    assert changed(before, {"rating": "amber"}) == head + "".join(names[name] for name in after)


def test_an_action_in_braces_stays_in_braces():
    before = "      - {ref: 1a, text: Open a club, closure: {reason: done}} # short\n"
    given = {**AMBER, "next_steps": [{"text": "Go", "due": "2018-04-30"}], "date": "2018-03-23"}
    assert changed(before, given) == (
        "      - {ref: 1a, text: Open a club, updates: {2017-18 spring: {rating: amber, comment: "
        "One school has begun., next_steps: [{text: Go, due: 2018-04-30}], date: 2018-03-23}}, "
        "closure: {reason: done}} # short\n"
    )


def test_an_update_in_braces_gets_its_fields_in_order():
    before = (
        "      - text: Go\n        updates: {spring 2018: {comment: x, by: y}, summer 2018: }\n"
    )
    given = {"rating": "green", "evidence": ["E1"], "date": "2018-03-23"}
    assert changed(before, given) == (
        "      - text: Go\n"
        "        updates: {spring 2018: {rating: green, comment: x, evidence: [E1], by: y, "
        "date: 2018-03-23}, summer 2018: }\n"
    )


def test_a_sub_action_has_updates_of_its_own():
    before = """\
      - text: Open a club
        sub_actions:
          - text: Find a room
          - ref: i
            text: Find a leader
        updates: {2017-18 spring: {rating: red}}
"""
    after = changed(before, {"rating": "green"}, path=(*FIRST, "sub_actions", 1))
    assert after == before.replace(
        "Find a leader\n",
        "Find a leader\n            updates:\n              2017-18 spring:\n"
        "                rating: green\n",
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("last", ["\n", ""], ids=["line break at the end", "none"])
def test_line_ends_and_a_byte_order_mark_stay(mark, end, last):
    comment = f"        # to be discussed{last}"
    before = f"{HEAD}      - text: Open a club\n{comment}"
    after = f"""\
{HEAD}      - text: Open a club
        updates:
          2017-18 spring:
            comment: |-
              Two lines
              of text
{comment}"""
    raw, expected = (mark + text.encode().replace(b"\n", end) for text in (before, after))
    assert written(raw, {"comment": "Two lines\nof text"}) == expected


@pytest.mark.parametrize("last", ["\n", ""], ids=["line break at the end", "none"])
def test_the_last_action_of_a_file_gets_its_update_with_a_line_break(last):
    after = changed(f"      - text: Open a club{last}", {"rating": "green"})
    below = "        updates:\n          2017-18 spring:\n            rating: green"
    assert after == f"      - text: Open a club\n{below}\n"


def test_a_plan_that_counts_by_quarters_names_them_as_it_does():
    quarterly = Timeline(date(2018, 4, 1), date(2020, 3, 31), ("financial",))
    reading = Reading(scale=Scale(), timeline=quarterly, knows_calendars=True)
    before = "      - text: Go\n        updates:\n          Q1 2018-19: {rating: green}\n"
    after = changed(before, {"rating": "red"}, term="2018-19 Q2", reading=reading)
    assert after == f"{before}          2018-19 Q2: {{rating: red}}\n"


def test_a_level_of_the_plans_own_is_written_by_its_id():
    levels = [{"id": "1", "label": "Going well", "state": "on_track"}]
    scale = Scale.model_validate({"levels": levels})
    reading = Reading(scale=scale, timeline=TIMELINE, knows_calendars=True)
    after = changed("      - text: Go\n", {"rating": "going WELL"}, reading=reading)
    assert after.splitlines()[-1] == '            rating: "1"'


def test_what_a_file_may_not_hold_is_not_written():
    with pytest.raises(UnsafeEditError, match=r"^reading\.yaml:\d+ cannot be changed safely: .* "):
        written(f"{HEAD}      - text: Go\n", {"comment": "x" * 70_000})
