"""The front page: what it says of the real plan, and of plans that have more or less to say."""

from datetime import date

import pytest

from planctl.model import State
from planctl.progress import summarise
from planctl.report.counts import Count
from planctl.report.front import Fact

AUTUMN = "2017-18 autumn"


def facts(context):
    return {fact.key: fact.text for fact in context.front.facts}


def counts(context):
    return {
        one.key: (one.number, one.of, one.note, one.before) for one in context.front.standing.counts
    }


def test_the_real_plan_says_honestly_that_nothing_is_rated(context, real_plan):
    front = context(real_plan, as_of=date(2018, 1, 1)).front

    assert (front.over, front.kind, front.title, front.subtitle) == (
        "Middlesbrough Achievement Partnership",
        "Priority action plan 2",
        "Parental partnership",
        "Autumn term 2017-18 (1 September to 31 December 2017)",
    )
    assert front.asks_note == "No request to the meeting is recorded for this term."
    assert front.standing.lead == "No action has been rated yet: 5 not due and 28 not known."
    assert front.standing.rest == "Not among the first four counts: 5 not due."
    assert front.facts == (
        Fact(
            "money",
            "Money",
            "£95,000 over 3 years: £40,000 in Year 1, £30,000 in Year 2 and £25,000 in Year 3. "
            "The plan states no total; this one is added up.",
        ),
        Fact(
            "complete",
            "Completeness",
            "33 actions in the plan, 33 in this report; 12 with nobody responsible; 5 without "
            "dates; 22 of 22 updates due this term are missing.",
        ),
        Fact("kpis", "KPIs", "1 KPI is still to follow."),
    )


def test_the_real_plans_five_counts(context, real_plan):
    nothing = "nothing was due by the close of 1 January 2018"
    assert context(real_plan, as_of=date(2018, 1, 1)).front.standing.counts == (
        Count("complete", 0, 33, "reported", "complete", "", "", shown="none"),
        Count("on-track", 0, 33, "reported", "on track", "", "", shown="none"),
        Count("behind", 0, 33, "reported", "at risk or off track", "", "", shown="none"),
        Count("unknown", 28, 33, "of 33", "not known", "no rating", ""),
        Count("overdue", 0, 0, "", "overdue", nothing, "", shown="none"),
    )


@pytest.mark.parametrize("term", [AUTUMN, "2017-18 spring", "2018-19 autumn"])
def test_the_counts_are_those_of_the_summary(context, example_plan, term):
    made = context(example_plan, term)
    day = date.fromisoformat(made.stamp[:10])
    summary = summarise(example_plan, day, None)

    numbers = {one.key: (one.number, one.of) for one in made.front.standing.counts}
    assert numbers == {
        "complete": (summary.count(State.COMPLETE), summary.rows),
        "on-track": (summary.count(State.ON_TRACK), summary.rows),
        "behind": (summary.count(State.AT_RISK, State.OFF_TRACK), summary.rows),
        "unknown": (summary.count(State.UNKNOWN), summary.rows),
        "overdue": (len(summary.overdue), summary.due),
    }


def test_the_title_block_of_a_report_for_a_meeting(context, example_plan):
    front = context(example_plan).front
    assert front.details == (
        Fact("as-at", "As at", "31 December 2017 (updates taken until 15 December 2017)"),
        Fact("status", "Status of this report", "Final"),
        Fact("prepared-by", "Prepared by", "Parental and family engagement group"),
        Fact(
            "meeting",
            "Meeting",
            "Parental and family engagement group, January meeting, 17 January 2018",
        ),
    )
    assert len(front.asks) == 2
    assert front.asks_note == (
        "Decisions are needed on 2.1f, 2.2d and 2.6d: see ‘Decisions and exceptions’."
    )


def test_the_first_term_has_nothing_to_compare(context, plan):
    standing = context(plan({"ref": "1a", "text": "Read."})).front.standing
    assert standing.compared == (
        "First term of the plan: there is no earlier term to compare with."
    )
    assert {one.before for one in standing.counts} == {""}


def test_what_was_merged_is_complete_and_named(context, plan):
    done = {AUTUMN: {"rating": "green", "stage": "complete"}}
    made = context(
        plan(
            {"ref": "1a", "text": "Read.", "due": "2017-12-01", "updates": done},
            {"ref": "1b", "text": "Write.", "due": "2017-12-01",
             "closure": {"reason": "merged", "into": "1a", "date": "2017-11-01"}},
        )
    )  # fmt: skip
    standing = made.front.standing
    assert [(one.key, one.number, one.of) for one in standing.counts] == [
        ("complete", 2, 2), ("on-track", 0, 2), ("behind", 0, 2), ("unknown", 0, 2),
        ("overdue", 0, 2),
    ]  # fmt: skip
    assert standing.rest == "1 of those complete was merged into another."
    tags = [row.cells[-1].tag for row in made.grid.table.groups[0].rows]
    assert [(tag.symbol, tag.word, tag.state) for tag in tags] == [
        ("◆", "Complete", "complete"), ("◆", "Merged into 1a", "complete"),
    ]  # fmt: skip


def test_a_later_term_stands_beside_the_one_before(context, plan):
    rated = {
        "ref": "1a",
        "text": "Read.",
        "due": "2018-02-01",
        "updates": {AUTUMN: {"rating": "green"}, "2017-18 spring": {"rating": "amber"}},
    }
    made = context(plan(rated, {"ref": "1b", "text": "Write."}), "2017-18 spring")

    assert made.front.standing.compared == (
        "‘Last term’ is the Autumn term 2017-18, as it stood on its last day."
    )
    assert counts(made) == {
        "complete": (0, 2, "", "last term 0 of 2"),
        "on-track": (0, 2, "", "last term 1 of 2"),
        "behind": (1, 2, "1 at risk", "last term 0 of 2"),
        "unknown": (1, 2, "no rating", "last term 1 of 2"),
        "overdue": (1, 1, "1 was due by the close of 30 April 2018", "last term 0 of 0"),
    }


def test_a_rating_of_an_earlier_term_is_counted_and_said_to_be_one(context, plan):
    rated = {"text": "Read.", "updates": {AUTUMN: {"rating": "green"}}}
    made = context(plan(rated, {"text": "Write."}), "2017-18 spring")
    assert made.front.standing.lead == (
        "0 of 2 actions have an update for this term. "
        "1 more is counted with the rating of an earlier term."
    )
    assert counts(made)["on-track"][0] == 1


def test_a_plan_without_actions_says_so(context, plan):
    front = context(plan(themes=[])).front
    assert front.standing.lead == "The plan has no actions yet."
    assert (front.standing.counts, front.standing.compared) == ((), "")
    assert front.facts == (Fact("kpis", "KPIs", "The plan names no KPI."),)
    assert (front.key, front.other_key) == ((), ())


def test_a_plan_of_recommendations_alone_counts_those(context, plan):
    given = [{"ref": "1", "text": "That all read."}, {"ref": "2", "text": "That all write."}]
    standing = context(plan(themes=[], recommendations=given)).front.standing
    assert standing.lead == (
        "0 of 2 recommendations have been assessed by now. The plan has no actions yet."
    )
    assert [(one.label, one.number, one.of) for one in standing.counts] == [
        ("achieved", 0, 2),
        ("on track", 0, 2),
        ("slipped or not achieved", 0, 2),
        ("not graded", 2, 2),
        ("past the date expected", 0, 0),
    ]


def test_a_day_is_told_once(context, plan):
    told = {"meeting": "Board, 17 January 2018", "date": "2018-01-17", "cut_off": "2017-12-31"}
    front = context(plan({"text": "Read."}, reports={AUTUMN: {"status": "draft", **told}})).front
    assert [fact.text for fact in front.details] == [
        "31 December 2017", "Draft", "Not recorded", "Board, 17 January 2018",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "The plan states no total; this one is added up."),
        ({"declared_total": "1,000.50"}, "The plan states the same total."),
        ({"declared_total": 900}, "The plan itself states £900."),
    ],
)
def test_the_total_of_the_money_is_held_against_what_the_plan_states(context, plan, fields, said):
    funding = [
        {"period": "2017-18 autumn", "amount": "600.50"},
        {"period": "2017-18 autumn", "amount": "100", "source": "A trust"},
        {"period": "Year 2", "amount": "300"},
    ]
    made = context(plan(funding=funding, **fields))
    assert facts(made)["money"] == (
        f"£1,000.50 over 2 periods: £700.50 in Autumn term 2017-18 and £300 in Year 2. {said}"
    )


def test_kpis_are_counted_by_status(context, plan):
    kpis = [
        {"title": "One"},
        {"title": "Two"},
        {"title": "Three", "status": "establish_baseline"},
        {"title": "Four", "status": "withdrawn"},
    ]
    assert facts(context(plan(kpis=kpis)))["kpis"] == (
        "4 KPIs in all: 2 KPIs are defined; 1 KPI is waiting for its baseline; 1 KPI is withdrawn."
    )


def test_the_key_is_that_of_the_plans_own_scale(context, plan):
    levels = [
        {"id": "fine", "label": "As hoped", "state": "on_track", "symbol": "✓"},
        {"id": "late", "label": "Late", "state": "off_track", "letter": "L", "meaning": "too late"},
    ]
    front = context(plan({"text": "Read."}, scale={"levels": levels})).front
    said = [
        (entry.tag.letter, entry.tag.symbol, entry.tag.word, entry.meaning) for entry in front.key
    ]
    assert said == [("A", "✓", "As hoped", "on track"), ("L", "■", "Late", "too late")]
    assert [entry.tag.word for entry in front.other_key] == [
        "Complete",
        "Not started",
        "Paused",
        "Not due",
        "Dropped",
        "Not known",
    ]


def test_a_year_can_be_reported_on(context, plan):
    front = context(plan({"text": "Read."}), "Year 1").front
    assert front.subtitle == "Year 1 (1 September 2017 to 31 August 2018)"


def test_a_plan_without_days_names_its_year_alone(context, plan):
    made = context(plan({"text": "Read."}, period=None), "Year 1", as_of=date(2018, 1, 1))
    assert made.front.subtitle == "Year 1"
