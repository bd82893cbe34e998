"""Sources, findings and missing updates: what the report rests on, and what is wrong with it."""

import re
from datetime import date

from planctl.findings import Finding, Severity, Span, Waiver
from planctl.progress import summarise
from planctl.report import Audience, ReportRequest, SourceFile, build_context, render_html
from planctl.report.tables import Cell, Line, TableRow
from tests.report.conftest import period_called

PLAN_FILE = "plans/reading.yaml"


def finding(message, *, code="PLN301", severity=Severity.WARNING, ref="", **more):
    span = Span(7, 3, 7, 9)
    return Finding(code, f"rule-{code[3:]}", severity, message, ref=ref, span=span, **more)


def rows(table):
    return [] if table is None else [row for group in table.groups for row in group.rows]


def said(row):
    return [(line.label, line.text) for cell in row.cells for line in cell.lines]


def test_findings_that_differ_by_reference_alone_are_said_once(context, plan):
    found = (
        finding("i has no time", ref="i", file=PLAN_FILE, help="Give it one."),
        finding("1a has no time", ref="1a", file="plans/other.yaml", help="Give it one."),
        finding("the plan has no owner", code="PLN100", severity=Severity.INFO, file=PLAN_FILE),
        finding("1b is late by 2 days", code="PLN302", ref="1b", file=PLAN_FILE),
        finding("1c is late by 3 days", code="PLN302", ref="1c", file=PLAN_FILE),
    )
    part = context(plan(), findings=found).sources

    assert part.findings_note == "The checks found 5 things, gathered here by rule."
    assert [said(row) for row in rows(part.findings)] == [
        [
            ("", "PLN301"),
            ("", "rule-301"),
            ("", "Warning"),
            ("", "2"),
            ("", "i has no time."),
            ("Places", "i, line 7; 1a, plans/other.yaml, line 7"),
            ("What to do", "Give it one."),
        ],
        [
            ("", "PLN302"),
            ("", "rule-302"),
            ("", "Warning"),
            ("", "2"),
            ("", "1b is late by 2 days."),
            ("Place", "1b, line 7"),
            ("", "1c is late by 3 days."),
            ("Place", "1c, line 7"),
        ],
        [
            ("", "PLN100"),
            ("", "rule-100"),
            ("", "Information"),
            ("", "1"),
            ("", "The plan has no owner."),
            ("Place", "line 7"),
        ],
    ]


def test_a_finding_without_a_place_is_its_message_alone(context, plan):
    bare = Finding("PLN900", "bare", Severity.ERROR, "Something is wrong…", subject="the plan")
    nowhere = Finding("PLN901", "nowhere", Severity.ERROR, "Where is it?")
    part = context(plan(), findings=(bare, nowhere)).sources
    assert [said(row)[4:] for row in rows(part.findings)] == [
        [("", "Something is wrong…"), ("Place", "the plan")],
        [("", "Where is it?")],
    ]


def test_no_findings_are_a_sentence(context, plan):
    part = context(plan()).sources
    assert (part.findings, part.findings_note) == (None, "The checks found nothing.")


def test_missing_updates_are_those_of_the_summary_with_their_owners(context, example_plan):
    made = context(example_plan)
    summary = summarise(example_plan, date(2017, 12, 31), period_called("2017-18 autumn"))
    assert rows(made.sources.missing) == [
        TableRow(
            (
                Cell((Line("2.1e"),)),
                Cell((Line("Head Start Community offer"),)),
                Cell((Line("Named officer 1, 2.1e; Named officer 2, 2.1e"),)),
            )
        ),
        TableRow(
            (
                Cell((Line("2.1i"),)),
                Cell((Line("A method for 5 years plus parenting programmes"),)),
                Cell((Line("Nobody named", kind="gap"),)),
            )
        ),
    ]
    assert summary.missing_updates == ("2.1e", "2.1i")
    assert made.sources.missing_note == (
        "2 of 22 updates due in the Autumn term 2017-18 are missing."
    )


def test_without_updates_owed_there_is_a_sentence(context, plan):
    part = context(plan({"text": "Read."})).sources
    assert (part.missing, part.missing_note) == (
        None,
        "No updates are due in the Autumn term 2017-18.",
    )


def test_the_files_and_the_command_that_makes_the_report_again(context, plan):
    files = (SourceFile("plans/it's.yaml", "0" * 64, 1200), SourceFile("programme.yaml", "f", 3))
    part = context(plan(), sources=files).sources
    assert [said(row) for row in rows(part.files)] == [
        [("", "plans/it's.yaml"), ("", "1,200"), ("", "0" * 64)],
        [("", "programme.yaml"), ("", "3"), ("", "f")],
    ]
    assert " ".join(part.command) == (
        "planctl report 'plans/it'\"'\"'s.yaml' --term '2017-18 autumn' --as-of 2017-12-31 "
        "--for officer"
    )


def test_a_plan_that_came_from_no_file_says_so(context, plan):
    part = context(plan(), sources=()).sources
    assert (part.files, part.files_note) == (
        None,
        "No file is recorded: the plan was not read from one.",
    )


def test_tables_are_numbered_in_the_order_of_reading(context, example_plan):
    made = context(example_plan, findings=(finding("the plan has no owner"),))
    page = render_html(made)
    numbers = [int(number) for number in re.findall(r"<caption>\s*Table (\d+):", page)]
    assert numbers == list(range(1, len(numbers) + 1))
    part = made.sources
    last = [table.caption for table in (part.files, part.missing, part.findings) if table]
    assert [caption.split(":")[0] for caption in last] == ["Table 16", "Table 17", "Table 18"]


def test_what_is_let_stand_is_listed_with_its_reason_apart_from_the_rest(context, plan):
    later = Waiver("The board decides", "Head", date(2018, 5, 31), "waivers.yaml:3")
    found = (
        finding("1a has no time", ref="1a", file=PLAN_FILE, waiver=later),
        finding("1b has no time", ref="1b", file=PLAN_FILE, waiver=later),
        finding("1c has no time", ref="1c", file=PLAN_FILE, waiver=Waiver()),
        finding("1d has no time", ref="1d", file=PLAN_FILE),
    )
    part = context(plan(), findings=found).sources

    assert part.findings_note == (
        "The checks found 4 things, gathered here by rule. "
        "3 of them are let stand, for the reasons given below."
    )
    assert [said(row)[3] for row in rows(part.findings)] == [("", "1")]
    assert [said(row)[2:] for row in rows(part.waived)] == [
        [
            ("", "1"),
            ("", "No reason is given."),
            ("", "1c has no time."),
            ("Place", "1c, line 7"),
        ],
        [
            ("", "2"),
            ("", "The board decides (said by Head, until 31 May 2018)"),
            ("Written in", "waivers.yaml:3"),
            ("", "1a has no time."),
            ("Places", "1a, line 7; 1b, line 7"),
        ],
    ]


def for_board(plan, *findings):
    term = period_called("2017-18 autumn")
    request = ReportRequest(term, plan.timeline.ends(term), Audience.BOARD)
    return build_context(plan, request, findings, ()).sources


def test_a_board_reads_three_messages_of_a_rule_and_the_others_by_ref(plan):
    found = [finding(f"1.{n} is late by {n} days", ref=f"1.{n}") for n in range(2, 8)]
    (row,) = rows(for_board(plan(), *found).findings)
    messages = [text for label, text in said(row)[4:] if not label]
    assert messages == [
        "1.2 is late by 2 days.",
        "1.3 is late by 3 days.",
        "1.4 is late by 4 days.",
        "3 more are about 1.5, 1.6, 1.7.",
    ]


def test_a_board_reads_ten_missing_updates_and_the_others_by_ref(plan):
    actions = [
        {"ref": f"1.{n}", "text": "Read.", "schedule": ["2017-18 autumn"]} for n in range(1, 13)
    ]
    part = for_board(plan(*actions))
    assert len(rows(part.missing)) == 10
    assert part.missing_note == (
        "12 of 12 updates due in the Autumn term 2017-18 are missing. "
        "The first 10 are named; 2 more: 1.11 and 1.12."
    )


def test_lines_of_the_file_and_what_to_do_there_are_for_officers(plan, context):
    late = finding("1.1 is late", ref="1.1", file=PLAN_FILE, help="Add a day.")
    action = {"ref": "1.1", "text": "Read."}
    (to_board,) = rows(for_board(plan(action), late).findings)
    (to_officer,) = rows(context(plan(action), findings=(late,)).sources.findings)
    assert said(to_board)[4:] == [("", "1.1 is late."), ("Place", f"1.1, {PLAN_FILE}")]
    assert said(to_officer)[4:] == [
        ("", "1.1 is late."), ("Place", "1.1, line 7"), ("What to do", "Add a day."),
    ]  # fmt: skip


def test_a_rule_found_in_very_many_places_may_be_parted_over_two_pages(context, plan):
    few = [finding("Say who.", ref=f"2.{number}") for number in range(3)]
    many = [finding("Say when.", code="PLN302", ref=f"2.{number}") for number in range(400)]
    part = context(plan(), findings=(*few, *many)).sources
    assert [row.tall for row in rows(part.findings)] == [False, True]
