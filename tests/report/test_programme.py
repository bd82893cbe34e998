"""The programme report: counts with what they are out of, the worst news, coverage, sources."""

from datetime import date

import pytest

from planctl.findings import Finding, Severity, Span, Waiver
from planctl.model import Period, PeriodKind
from planctl.report import Audience, ReportKind, ReportRequest, SourceFile
from planctl.report.occasion import occasion
from planctl.report.programme_context import build_programme_context, render_programme_html
from planctl.report.programme_members import PlanGiven, ProgrammeHead, Workspace
from planctl.report.words import ENGLISH

TERM = Period(PeriodKind.TERM, 2017, "spring")
ON = date(2018, 4, 30)
FOUND = Finding("PLN716", "x", Severity.WARNING, "m", "h", span=Span(1, 1, 1, 2))
READING = {
    "id": "reading",
    "ref": "1",
    "title": "Reading",
    "funding": [{"period": "Year 1", "amount": 900, "spent": 100}],
    "kpis": [{"ref": "K1", "title": "Books lent"}],
    "commitments": [
        {
            "ref": "P1",
            "statement": "Every child reads.",
            "type": "promise",
            "delivered_by": ["van"],
        },
        {"ref": "P2", "statement": "Every child sings.", "type": "promise"},
    ],
}


def update(rating, **more):
    return {"2017-18 spring": {"rating": rating, **more}}


RED = {"ref": "1a", "text": "Open a club.", "due": "2018-03-31", "updates": update("red"),
       "schedule": ["Year 1"], "responsible": ["Library"]}  # fmt: skip
VAN = {"ref": "1b", "uid": "van", "text": "Drive a van.", "schedule": ["Year 1"],
       "updates": update("green"), "evidence": ["Log"]}  # fmt: skip


def given(plan, *actions, workspace="", findings=(), as_of=ON, term=TERM, **fields):
    request = ReportRequest(term, as_of, kind=ReportKind.PROGRAMME)
    shown = plan(*actions, **fields)
    report = occasion(shown, request, ENGLISH, tuple(findings))
    source = SourceFile(f"plans/{shown.id}.yaml", "ab" * 32, 9)
    return PlanGiven(report, (source,), workspace)


def made(*plans, **head):
    space = {"workspaces": (Workspace("Together"),), "title": "Together", **head}
    return build_programme_context(ProgrammeHead(TERM, ON, Audience.OFFICER, **space), plans)


def part(context, key):
    return next(one for one in context.body if one.key == key).sections


def cells(table):
    return [
        [" / ".join(line.text for line in cell.lines) for cell in row.cells]
        for group in table.groups
        for row in group.rows
    ]


def two(plan):
    return (
        given(plan, RED, VAN, findings=[FOUND], **READING),
        given(plan, {"ref": "2a", "text": "Sing."}, id="songs", ref="2", title="Songs"),
    )


def test_the_front_page_adds_up_all_plans(plan):
    front = made(*two(plan)).front
    assert (front.title, front.subtitle) == (
        "Together", "Spring term 2017-18 (1 January to 30 April 2018)",
    )  # fmt: skip
    assert front.lead == "3 actions in 2 plans: 1 on track, 1 off track and 1 not known."
    assert [(one.key, one.number, one.of) for one in front.counts] == [
        ("complete", 0, 3), ("on-track", 1, 3), ("behind", 1, 3), ("unknown", 1, 3),
        ("overdue", 1, 1),
    ]  # fmt: skip
    assert [(fact.key, fact.text) for fact in front.facts] == [
        ("due", "0 of 1 action that was due is done; 1 is overdue."),
        ("promises", "No step was promised the term before."),
        ("money", "£900 in 1 of 2 plans."),
        (
            "complete",
            (
                "3 actions in 2 plans, 3 here; 2 with nobody responsible; 1 without dates; 0 of 2 "
                "updates that are owed are missing."
            ),
        ),
    ]


def test_what_is_not_in_the_report_is_said(plan):
    space = Workspace(
        "Together",
        priorities=("reading", "sums"),
        absent=("sums",),
        not_asked=("songs",),
        unread=("broken",),
        promised=(("One for each", 4, 1),),
    )
    front = made(given(plan, RED, **READING), workspaces=(space,), not_running=("later",)).front
    assert front.missing == (
        "Together names 2 plans as its priorities; for 1 of them there is no plan: sums.",
        "‘One for each’: Together expects 4, and 1 of them is in this report.",
        "1 more plan of Together was not asked for: songs.",
        "1 plan cannot be read and is left out: broken.",
        "1 plan does not run in that term and is left out: later.",
    )


def test_each_plan_has_a_line_with_its_counts(plan):
    states, dates = part(made(*two(plan)), "plans")[1:]
    assert cells(states.table) == [
        ["1 Reading / Draft", "2", "0", "1", "0", "1", "0", "0"],
        ["2 Songs / Draft", "1", "0", "0", "0", "0", "1", "0"],
    ]
    assert [cell.lines[0].text for cell in states.table.total] == [
        "All plans", "3", "0", "1", "0", "1", "1", "0",
    ]  # fmt: skip
    assert cells(dates.table) == [
        ["1 Reading", "0 of 1", "1 of 1", "0 of 2", "0 of 2", "none"],
        ["2 Songs", "none", "none", "0 of 1", "none", "none"],
    ]


@pytest.mark.parametrize(
    ("actions", "fields", "news"),
    [
        ([RED], {}, "1a Open a club is off track, 30 days late"),
        (
            [RED, {**RED, "ref": "1c", "due": "2018-04-20"}],
            {},
            "1a Open a club is off track, 30 days late; 2 actions off track in all",
        ),
        ([{**RED, "updates": update("green")}], {}, "The one that was due is overdue: 1a"),
        ([{**VAN, "updates": update("amber")}], {}, "Its one action is at risk: 1b"),
        ([{**VAN, "updates": {}}], {}, "The one update is missing: 1b"),
        (
            [],
            {"recommendations": [
                {"text": "Write.", "assessments": {"2017-18 spring": {"rating": "4"}}},
            ]},
            "The one recommendation is slipped or not achieved: (1)",
        ),
        ([{"text": "Read."}], {}, "Nothing has been said yet of its 1 action"),
        ([], {}, "It has no actions, so nobody can say whether it is kept"),
        ([VAN], {}, "None of these"),
    ],
)  # fmt: skip
def test_the_worst_news_of_a_plan_is_the_first_that_is_so(plan, actions, fields, news):
    (worst, *_) = part(made(given(plan, *actions, **fields)), "plans")
    assert cells(worst.table) == [["Reading", news]]


def test_off_track_actions_of_all_plans_stand_in_one_table(plan):
    (section,) = part(made(*two(plan)), "off_track")
    assert section.lines[0].text == "1 of 3 actions is off track, and 0 at risk."
    assert [group.heading for group in section.table.groups] == ["1 Reading"]
    assert cells(section.table) == [
        ["1a", "Open a club.", "Library", "", "31 March 2018", "None given; 30 days late"]
    ]


def test_without_one_off_track_a_line_says_so(plan):
    (section,) = part(made(given(plan, VAN)), "off_track")
    assert (section.lines[0].text, section.table) == (
        "No action is off track; 0 of 1 are at risk.", None,
    )  # fmt: skip


def test_what_has_no_rating_is_not_said_to_be_on_track(plan):
    silent = {"ref": "2a", "text": "Sing."}
    amber = {**RED, "updates": update("amber")}

    def said(*actions):
        (line,) = part(made(given(plan, *actions)), "off_track")[0].lines
        return line.text

    assert said(silent, silent) == (
        "None of 2 actions is known to be off track or at risk; 2 have no rating."
    )
    assert said(silent, amber, VAN) == (
        "None of 3 actions is known to be off track, and 1 at risk; 1 has no rating."
    )
    tiles = [
        [(one.shown, one.number, one.out_of) for one in made(given(plan, *actions)).front.counts]
        for actions in ((silent,), (silent, VAN))
    ]
    none = ("none", 0, "reported")
    assert tiles == [
        [none, none, none, ("", 1, "of 1"), ("none", 0, "")],
        [("", 0, "of 2"), ("", 1, "of 2"), ("", 0, "of 2"), ("", 1, "of 2"), ("none", 0, "")],
    ]


def test_each_gap_has_its_number_and_what_that_is_out_of(plan):
    gaps, *_ = part(made(*two(plan)), "coverage")
    assert cells(gaps.table) == [
        ["Commitments that no action delivers / PLN716", "1 of 2", "P2"],
        ["Recommendations that no action carries out / PLN803", "none", "None"],
        ["KPIs that no action is meant to move / PLN712", "1 of 1", "K1"],
        ["KPIs of which no figure is known yet", "1 of 1", "K1"],
        ["Actions without a success measure / PLN711", "3 of 3", "1a, 1b / 2a"],
        ["Actions that serve no commitment and no recommendation", "1 of 2", "1a"],
        ["Actions for which no evidence is named", "2 of 3", "1a / 2a"],
    ]
    assert gaps.lines[0].text.startswith(
        "2 Songs names neither commitments nor recommendations: what its 1 action serves cannot "
        "be said."
    )


def test_the_chain_goes_down_and_back_up(plan):
    _, down, up = part(made(*two(plan)), "coverage")
    assert cells(down.table) == [
        ["P1", "Every child reads.", "1b", "No KPI", "1 of 1 action"],
        ["P2", "Every child sings.", "No action", "", ""],
    ]
    assert cells(up.table) == [["K1 Books lent", "No action", "none yet"]]


def test_a_figure_that_is_held_back_is_not_said_to_be_known(plan):
    figure = {"2017-18 autumn": {"value": 4, "suppressed": True}}
    kpis = [{"ref": "K1", "title": "Books", "actuals": figure}]
    *_, up = part(made(given(plan, VAN, kpis=kpis)), "coverage")
    assert cells(up.table) == [["K1 Books", "No action", "held back"]]


def test_a_commitment_may_name_actions_and_plans_beside_its_own(plan):
    promises = [
        {"statement": "A van.", "delivered_by": ["van"]},
        {"statement": "All.", "delivered_by": ["reading", "gone"]},
    ]
    one = given(plan, themes=[], id="promises", title="Promises", commitments=promises)
    other = given(plan, VAN, id="reading", ref="1", title="Reading")
    _, down = part(made(one, other), "coverage")
    assert cells(down.table) == [
        ["(1)", "A van.", "1b of Reading", "No KPI", "1 of 1 action"],
        ["(2)", "All.", "Reading, not among these plans: gone", "", ""],
    ]


def test_plans_of_other_workspaces_are_not_beside_it(plan):
    promises = [{"statement": "A van.", "delivered_by": ["van"]}]
    one = given(plan, themes=[], id="a", title="Promises", commitments=promises, workspace="x")
    other = given(plan, VAN, id="b", title="Reading", workspace="y")
    _, down = part(made(one, other, title="", folder="examples"), "coverage")
    assert [group.heading for group in down.table.groups] == ["Promises (x)"]
    assert cells(down.table)[0][2] == "not among these plans: van"


def test_plans_that_are_shown_for_other_terms_say_so(plan):
    later = given(plan, VAN, term=Period(PeriodKind.TERM, 2017, "autumn"), as_of=date(2017, 12, 31))
    context = made(given(plan, VAN, id="other"), later)
    assert context.front.subtitle == (
        "Each plan at a term of its own, the last of them the Spring term 2017-18"
    )
    assert cells(part(context, "plans")[1].table)[1][0] == (
        "Reading / Draft, Autumn term 2017-18, as at 31 December 2017"
    )


def test_the_last_part_names_files_findings_and_the_command(plan):
    waived = Finding(
        "PLN810", "x", Severity.INFO, "m", "h", waiver=Waiver("so", "who", None, "w.yaml:1")
    )
    one = given(plan, RED, findings=[FOUND, waived], **READING)
    space = Workspace("Together", findings=(FOUND,))
    files, again, found = part(made(one, workspaces=(space,), command=("planctl", "x")), "sources")
    assert cells(files.table) == [["plans/reading.yaml", "9", "ab" * 32]]
    assert again.lines[-1].text == "planctl x"
    assert cells(found.table) == [
        ["1 Reading", "0", "1", "1", "1"],
        ["The programme itself, Together", "0", "1", "0", "0"],
    ]


def test_plans_without_anything_give_a_report_all_the_same(plan):
    context = made(given(plan, themes=[]))
    assert [one.key for one in context.body] == ["plans", "money", "coverage", "sources"]
    assert "there is nothing that could be followed down" in render_programme_html(context)
