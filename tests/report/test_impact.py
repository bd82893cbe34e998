"""Impact, risks and links: what is evident and what is not, for each reader what is theirs."""

from datetime import date

import pytest

from planctl.model import read_period
from planctl.report import ReportRequest, build_context
from planctl.report.marks import Tag
from planctl.report.request import ActionAbroad, Audience
from planctl.report.tables import Cell, Line

FIGURES = {"id": "E1", "title": "Sign-in sheets", "method": "quantitative", "perspective": "staff"}
ACCOUNTS = {"id": "E2", "title": "Talks", "method": "qualitative", "perspective": "pupil"}
RISK = {"ref": "R1", "text": "Volunteers leave.", "residual": {"likelihood": 3, "impact": 3}}
FULL = {
    "risks": [RISK],
    "links": [{"plan": "attendance", "relation": "works_with"}],
    "outcomes": ["Families read together."],
    "engagement": [{"event": "Reading fair"}],
    "commitments": [{"ref": "P1", "statement": "Every family is welcome.", "type": "promise"}],
}


def report_for(plan, audience):
    term = read_period("2017-18 spring")
    assert term is not None
    return build_context(plan, ReportRequest(term, date(2018, 4, 30), audience), (), ())


def made_for(plan, audience=Audience.OFFICER):
    return report_for(plan, audience).impact


def sections_abroad(plan, abroad):
    term = read_period("2017-18 spring")
    assert term is not None
    request = ReportRequest(term, date(2018, 4, 30), abroad=abroad)
    made = build_context(plan, request, (), ()).impact
    assert made is not None
    return {section.key: section for section in made.sections}


def sections(plan, audience=Audience.OFFICER):
    made = made_for(plan, audience)
    assert made is not None
    return {section.key: section for section in made.sections}


def texts(section):
    return [f"{line.label}: {line.text}" if line.label else line.text for line in section.lines]


def cells(section):
    return [row.cells for group in section.table.groups for row in group.rows]


def judged_action(ref, *evidence, **update):
    given = {"rating": "green", "impact": "green", **update}
    return {
        "ref": ref,
        "text": "Read aloud.",
        "evidence": list(evidence),
        "updates": {"2017-18 spring": given},
    }


@pytest.mark.parametrize(
    ("audience", "heading", "keys"),
    [
        (Audience.BOARD, "Promises and risks", ["outcomes", "commitments", "risks"]),
        (Audience.PUBLIC, "Impact", ["judged", "outcomes", "commitments", "engagement"]),
        (
            Audience.SCRUTINY,
            "Impact, risks and links",
            ["judged", "outcomes", "commitments", "risks", "links", "engagement"],
        ),
        (
            Audience.OFFICER,
            "Impact, risks and links",
            ["judged", "outcomes", "commitments", "risks", "links", "engagement"],
        ),
    ],
)
def test_each_reader_has_what_is_theirs(plan, audience, heading, keys):
    report = report_for(plan({"text": "Read aloud."}, **FULL), audience)
    made = report.impact
    assert (made.heading, [section.key for section in made.sections]) == (heading, keys)
    assert [part.heading for part in report.parts if part.name == "impact"] == [heading]


@pytest.mark.parametrize("audience", Audience)
def test_a_plan_that_says_nothing_of_it_has_no_such_part(plan, audience):
    assert made_for(plan({"text": "Read aloud."}), audience) is None


def test_impact_that_is_borne_out_from_two_sides_and_impact_that_is_not(plan):
    made = sections(
        plan(
            judged_action("1a", FIGURES, ACCOUNTS),
            judged_action("1b", FIGURES, ACCOUNTS, evidence=["E1"]),
            judged_action("1c"),
            {"ref": "1d", "text": "Rest.", "updates": {"2017-18 spring": {"stage": "complete"}}},
        )
    )["judged"]
    green = Cell(tag=Tag("Green", "G", "●", "on-track"))
    term = Cell((Line("Spring 2017-18"),))
    assert texts(made) == [
        (
            "1 of 3 judgements of impact rests on figures and on accounts, each from another "
            "perspective."
        ),
        (
            "Impact has not been judged, so it is not yet evident, for 1 of 4 actions. With "
            "evidence in the plan: 0 of 1."
        ),
        "Complete, and impact not judged: 1d",
    ]
    assert cells(made) == [
        (
            Cell((Line("1a"),)),
            term,
            green,
            Cell((Line("2 pieces of evidence, figures and accounts: pupils and staff"),)),
        ),
        (
            Cell((Line("1b"),)),
            term,
            green,
            Cell((Line("1 piece of evidence: staff; not yet triangulated"),)),
        ),
        (Cell((Line("1c"),)), term, green, Cell((Line("no evidence in the plan"),))),
    ]


def test_a_judgement_of_a_later_term_does_not_count(plan):
    action = judged_action("1a", FIGURES)
    later = {**action, "updates": {"2018-19 autumn": {"impact": "green"}}}
    assert sections(plan(later))["judged"].table is None


def test_evidence_is_counted_by_method_and_perspective(plan):
    made = sections(
        plan(
            {"text": "Read.", "evidence": [FIGURES, "Minutes"], "success": []},
            {"text": "Write.", "success": [{"text": "More write.", "evidence": [ACCOUNTS]}]},
        )
    )["evidence"]
    assert texts(made) == [
        "3 pieces of evidence stand in the plan, for 2 of 2 actions; 3 of 3 without a day."
    ]
    assert [column.heading for column in made.table.columns] == [
        "Method", "Pupils", "Staff", "Not said", "All",
    ]  # fmt: skip
    assert [[cell.lines[0].text for cell in row] for row in (*cells(made), made.table.total)] == [
        ["quantitative", "0", "1", "0", "1"],
        ["qualitative", "1", "0", "0", "1"],
        ["research", "0", "0", "0", "0"],
        ["method not said", "0", "0", "1", "1"],
        ["All evidence", "1", "1", "1", "3"],
    ]


def test_criteria_of_success_are_counted_by_state(plan):
    criteria = [
        {"text": "One.", "state": "met"},
        {"text": "Two.", "state": "partially_met"},
        {"text": "Three.", "state": "not_met"},
        "Four.",
    ]
    assert texts(
        sections(plan({"ref": "1a", "text": "Read.", "success": criteria}))["success"]
    ) == [
        "Of 4 criteria: 1 met, 1 partly met, 1 not met and 1 not reported on.",
        "Met: 1a",
        "Not met: 1a",
    ]


def test_outcomes_stand_with_the_kpis_that_show_them(plan):
    made = sections(
        plan(
            kpis=[{"ref": "K1", "title": "Families in clubs"}],
            outcomes=[
                {"ref": "O1", "text": "Families read.", "kpis": ["K1", "K9"]},
                "They like it.",
            ],
        )
    )["outcomes"]
    assert texts(made) == ["1 of 2 outcomes has a KPI that shows it."]
    assert cells(made) == [
        (
            Cell((Line("O1"),)),
            Cell((Line("Families read."),)),
            Cell((Line("K1 Families in clubs"), Line("K9"))),
        ),
        (
            Cell((Line("(2)"),)),
            Cell((Line("They like it."),)),
            Cell((Line("No KPI", kind="gap"),)),
        ),
    ]


def test_commitments_that_nothing_delivers_are_named(plan):
    commitments = [
        {"ref": "V", "statement": "Every child reads.", "type": "vision"},
        {"ref": "P1", "statement": "All are welcome.", "type": "promise", "delivered_by": ["1a"],
         "children": [{"ref": "P1a", "statement": "We answer.", "type": "we_will"}]},
        {"ref": "P2", "statement": "All are heard.", "type": "promise"},
        {"ref": "P3", "statement": "All are seen.", "type": "promise"},
    ]  # fmt: skip
    action = {"ref": "1b", "text": "Look.", "links": [{"commitment": "P3"}]}
    made = plan(action, commitments=commitments)
    said = [
        "2 of 3 promises, objectives and ‘we will’ have something to deliver them.",
        "Nothing delivers: P2",
        "2 of 5 commitments are visions, aims or the like, or are made of others.",
    ]
    every = [sections(made, audience)["commitments"] for audience in Audience]
    assert [texts(one) for one in every] == [said] * len(Audience)
    delivered = [[], ["1a"], ["1a"], ["Nothing"], ["1b"]]
    assert [[[line.text for line in row[2].lines] for row in cells(one)] for one in every] == [
        delivered
    ] * len(Audience)


@pytest.mark.parametrize("audience", Audience)
def test_a_strategy_is_in_its_report_whomever_it_is_for(plan, audience):
    promise = "Every family is met, in its own language, by somebody who knows the school well."
    commitments = [{"statement": promise, "type": "promise"}, "A town that reads."]
    made = made_for(plan(themes=[], commitments=commitments), audience)
    section = made.sections[-1]
    assert [tuple(line.text for cell in row for line in cell.lines) for row in cells(section)] == [
        ("(1)", promise, "promise", "Nothing"),
        ("(2)", "A town that reads."),
    ]
    # Nothing delivers any of them, as the count says: they need no naming one by one.
    assert texts(section) == [
        "0 of 1 promise, objective or ‘we will’ has something to deliver it.",
        "1 of 2 commitments is a vision, an aim or the like, or is made of others.",
    ]
    headings = [column.heading for column in section.table.columns]
    assert headings == ["Ref", "Commitment", "Delivered by"]


def test_a_board_reads_one_thing_under_its_own_heading(plan):
    made = made_for(plan(themes=[], commitments=["A town that reads."]), Audience.BOARD)
    assert (made.heading, made.sections[0].heading) == ("Commitments", "")


def test_what_delivers_a_commitment_is_called_as_people_call_it(plan):
    commitments = [
        {
            "statement": "All are met.",
            "delivered_by": ["partners", "van", "3c", "writing", "nobody"],
            "targets": ["K1", "late", "unheard"],
        },
    ]
    made = plan(
        {"ref": "1a", "uid": "partners", "text": "Meet."},
        commitments=commitments,
        kpis=[{"ref": "K1", "title": "Families met"}],
    )
    abroad = {
        "van": ActionAbroad("Writing", "2b", "Drive out"),
        "3c": ActionAbroad("Writing", "3c", "Write back"),
        "writing": ActionAbroad("Writing", "", ""),
        "late": ActionAbroad("Writing", "K2", "Letters late"),
    }
    section = sections_abroad(made, abroad)["commitments"]
    assert [line.text for cell in cells(section)[0][2:] for line in cell.lines] == [
        "1a, nobody; Writing (2b and 3c)",
        "K1 Families met",
        "K2 of Writing: Letters late",
        "unheard",
    ]


def test_a_risk_with_its_scores_before_and_after_and_its_trend(plan):
    risk = {
        **RISK,
        "cause": "Clubs close.",
        "consequence": "Nobody reads.",
        "inherent": {"likelihood": 4, "impact": 5},
        "response": "Train more.",
        "owner": "Library",
        "review_by": "2018-07-20",
        "reviews": {
            "2017-18 spring": {"likelihood": 3, "impact": 4, "note": "Two left."},
            "2018-19 autumn": {"likelihood": 1, "impact": 1},
        },
    }
    assert cells(sections(plan(risks=[risk]))["risks"]) == [
        (
            Cell((Line("R1"),)),
            Cell((
                Line("Volunteers leave."),
                Line("Clubs close.", "Cause", "note"),
                Line("Nobody reads.", "What would follow", "note"),
            )),
            Cell((Line("4 × 5 = 20, very high"),)),
            Cell((Line("Train more."),)),
            Cell(
                (
                    Line("3 × 4"),
                    Line("Two left.", kind="note"),
                    Line("as planned 9, Spring 2017-18 12", "Rising", "note"),
                ),
                Tag("high", "12", "■", "off-track"),
            ),
            Cell((Line("Library"), Line("20 July 2018", "Review by"))),
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("likelihood", "impact", "tag"),
    [
        (1, 5, Tag("low", "5", "●", "on-track")),
        (2, 3, Tag("medium", "6", "▲", "at-risk")),
        (3, 4, Tag("high", "12", "■", "off-track")),
        (4, 5, Tag("very high", "20", "■", "off-track")),
    ],
)
def test_a_score_has_a_word_and_a_shape(plan, likelihood, impact, tag):
    risk = {"text": "It rains.", "residual": {"likelihood": likelihood, "impact": impact}}
    assert cells(sections(plan(risks=[risk]))["risks"])[0][4].tag == tag


def test_risks_stand_by_score_and_closed_ones_are_only_counted(plan):
    risks = [
        {"ref": "R1", "text": "One.", "residual": {"likelihood": 1, "impact": 1}},
        {"ref": "R2", "text": "Two.", "status": "closed"},
        {"ref": "R3", "text": "Three.", "residual": {"likelihood": 5, "impact": 5}},
        {"ref": "R4", "text": "Four.", "status": "happened"},
    ]
    made = sections(plan(risks=risks), Audience.BOARD)["risks"]
    assert [row[0].lines[0].text for row in cells(made)] == ["R3", "R1", "R4"]
    assert texts(made)[:3] == [
        "2 of 4 risks are open.", "1 of 4 has happened: R4.", "1 of 4 is closed: R2.",
    ]  # fmt: skip


def test_scores_are_explained_only_where_one_is_shown(plan):
    closed = {"ref": "R2", "text": "Two.", "status": "closed", "residual": RISK["residual"]}
    made = sections(plan(risks=[closed]), Audience.SCRUTINY)["risks"]
    assert (texts(made), made.table) == (
        ["0 of 1 risk is open.", "1 of 1 is closed: R2."], None,
    )  # fmt: skip


def test_a_board_reads_eight_risks_and_the_names_of_the_others(plan):
    risks = [
        {"ref": f"R{n}", "text": "It rains.", "residual": {"likelihood": 1 + n % 5, "impact": 5}}
        for n in range(10)
    ]
    made = sections(plan(risks=risks), Audience.BOARD)["risks"]
    assert len(cells(made)) == 8
    assert texts(made)[-1] == "The 8 with the highest scores are shown; 2 more: R0, R5."


def test_links_say_what_is_linked_with_what(plan):
    made = sections(
        plan(
            {"ref": "1a", "text": "Read.", "links": [{"group": "Library", "note": "Books"}]},
            links=[{"plan": "attendance", "relation": "works_with"}],
        )
    )["links"]
    assert texts(made) == ["2 links to other plans, groups and commitments."]
    assert cells(made) == [
        (
            Cell((Line("the whole plan"),)),
            Cell((Line("attendance", "Plan"),)),
            Cell((Line("works with"),)),
            Cell(),
        ),
        (Cell((Line("1a"),)), Cell((Line("Library"),)), Cell(), Cell((Line("Books"),))),
    ]


def test_engagement_says_how_many_were_asked_and_how_many_answered(plan):
    survey = {
        "event": "Survey",
        "date": {"from": "2017-05-03", "to": "2017-05-05"},
        "audience": [
            {"group": "parents", "count": "1200", "kind": "invited"},
            {"group": "parents", "count": "87", "kind": "responded"},
            "headteachers",
        ],
        "themes": ["1"],
    }
    made = sections(plan(engagement=[survey, {"event": "Fair"}]))["engagement"]
    assert texts(made) == [
        "2 events; people were counted at 1 of 2: 1,200 invited and 87 answered."
    ]
    assert cells(made)[0] == (
        Cell((Line("Survey"),)),
        Cell((Line("3 May to 5 May 2017"),)),
        Cell((
            Line("parents: 1,200 invited"),
            Line("parents: 87 answered"),
            Line("headteachers: number not known"),
        )),
        Cell((Line("1"),)),
    )  # fmt: skip
