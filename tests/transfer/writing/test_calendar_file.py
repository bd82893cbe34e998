"""Deadlines of a plan, as a diary takes them."""

from planctl.api import loads
from planctl.transfer.writing.calendar_file import as_calendar

PLAN = """\
format: planctl/1
id: reading
title: Reading
period: {from: 2017-09-01, to: 2018-08-31}
parties: [{id: library, name: "Library; the town's", kind: team}]
themes:
  - title: Clubs
    actions:
      - ref: 1a
        text: Open a homework club
        responsible: library
        due: 2018-01-31
        milestones:
          - {text: "Find a room, with chairs", due: January 2018}
          - {text: Ask, due: 2017-10-01, done_on: 2017-10-01}
          - Tell all
      - {ref: 1b, text: Lend books, due: 2018-02-28, completed_on: 2018-02-01}
      - {ref: 1c, text: Sing, due: termly}
"""


def test_days_that_are_still_to_come_stand_in_the_calendar():
    assert as_calendar(loads(PLAN)).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//planctl//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:reading-0-0-due@planctl",
        "DTSTAMP:20180131T000000Z",
        "DTSTART;VALUE=DATE:20180131",
        "DTEND;VALUE=DATE:20180201",
        "SUMMARY:1a is due",
        r"DESCRIPTION:Reading\nOpen a homework club\nLibrary\; the town's",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:reading-0-0-step-0@planctl",
        "DTSTAMP:20180131T000000Z",
        "DTSTART;VALUE=DATE:20180131",
        "DTEND;VALUE=DATE:20180201",
        r"SUMMARY:1a: Find a room\, with chairs",
        r"DESCRIPTION:Reading\nOpen a homework club\nLibrary\; the town's",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_long_line_is_folded_between_characters():
    plan = loads(PLAN.replace("Open a homework club", "Öffnungszeiten " * 12))
    lines = as_calendar(plan).decode().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    whole = "\r\n".join(lines).replace("\r\n ", "")
    assert whole.count("Öffnungszeiten") == 24
