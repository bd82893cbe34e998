"""The questions that members may ask: chosen and ordered by worry."""

from dataclasses import replace
from datetime import date

import pytest

from planctl.diff import Change, Direction, Level
from planctl.findings import Finding, Severity
from planctl.model import Period, PeriodKind
from planctl.report import ReportRequest
from planctl.report.asking import MOST, MOST_OF_ONE, Question, asked_of
from planctl.report.occasion import occasion
from planctl.report.parts import Part
from planctl.report.request import Since
from planctl.report.words import ENGLISH
from planctl.report.worries import Worry

DROPPED = Change(
    "action-dropped", Level.AUDIT, Direction.WORSE, "1z is no longer in the plan",
    "Who decided that 1z is not done?", kind="action", ref="1z", label="1z",
)  # fmt: skip
LOST = Finding(
    "PLN999", "document-missing", Severity.WARNING, "the guide is not in the workspace",
    question="Where can the documents be read?", subject="the plan",
)  # fmt: skip


@pytest.fixture
def asked(plan):
    """`asked(action, ..., changes=..., findings=...)`: the questions of the spring report."""

    def made(*actions, changes=(), findings=()):
        since = Since("abc1234", date(2017, 12, 31), tuple(changes))
        request = ReportRequest(
            Period(PeriodKind.TERM, 2017, "spring"), date(2018, 4, 30), since=since
        )
        return asked_of(occasion(plan(*actions), request, ENGLISH, tuple(findings)))

    return made


def red(ref, **fields):
    update = {"rating": "red"}
    return {"ref": ref, "text": "Do.", "updates": {"2017-18 spring": update}, **fields}


def of_kpi(number, rule="kpi-removed", level=Level.AUDIT):
    label = f"KPI K{number}"
    said = f"Why is {label} no longer measured? ({rule}, {number})"
    return replace(DROPPED, rule=rule, level=level, ref=f"K{number}", label=label, question=said)


def said(questions):
    return [one.question for one in questions]


def test_one_question(asked):
    assert asked(changes=[DROPPED]) == (
        Question(
            "Who decided that 1z is not done?", "1z", "1z", "1z is no longer in the plan",
            "action-dropped", Worry.UNDECIDED, Part.SINCE, "since",
        ),
    )  # fmt: skip


def test_nothing_to_ask(asked):
    assert asked() == ()


def test_of_two_entries_each_is_asked_about(asked):
    assert said(asked(red("1a"), red("1b"))) == [
        "What will bring 1a back on track, and by when?",
        "What will bring 1b back on track, and by when?",
    ]


def test_what_is_asked_of_three_is_one_question(asked):
    assert asked(red("1a"), red("1b"), red("1c")) == (
        Question(
            "What will bring each of 1a, 1b and 1c back on track, and by when?", "1a",
            "1a, 1b and 1c", "3 entries; of the first: 1a is red", "off-track", Worry.OFF_TRACK,
            Part.THEMES, "themes",
        ),
    )  # fmt: skip


def test_of_many_five_are_named_and_the_label_names_all(asked):
    (one,) = asked(*(red(f"1.{number}") for number in range(7)))
    assert one.question == (
        "What will bring each of 1.0, 1.1, 1.2, 1.3, 1.4 and 2 more back on track, and by when?"
    )
    assert one.label == "1.0, 1.1, 1.2, 1.3, 1.4, 1.5 and 1.6"


def test_where_some_are_asked_about_otherwise_it_is_said_of_how_many(asked):
    unproven = [
        replace(LOST, ref=ref, subject=ref, question=f"What shows that {ref} works?",
                message=f"{ref} has no success measure")
        for ref in ("1a", "1b", "1c", "1d")
    ]  # fmt: skip
    (_, one) = asked(red("1a"), findings=unproven)
    assert (one.question, one.why) == (
        "What shows that each of 1b, 1c and 1d works?",
        "3 of 4 entries; of the first: 1b has no success measure",
    )


def test_recommendations_are_called_so(asked):
    open_ones = [
        replace(
            LOST, code="PLN803", name="recommendation-without-action", ref=str(n), subject=str(n),
            question=f"What is done about {n}?",
        )
        for n in (1, 2, 3)
    ]  # fmt: skip
    assert said(asked(findings=open_ones)) == [
        "What is done about each of the recommendations 1, 2 and 3?"
    ]
    assert said(asked(findings=open_ones[:1])) == ["What is done about recommendation 1?"]


def test_an_entry_without_a_reference_begins_with_a_capital(asked):
    update = {"rating": "amber", "comment": "No room."}
    updates = {"2017-18 autumn": update, "2017-18 spring": update}
    (one,) = asked({"text": "Do.", "updates": updates})
    assert (one.ref, one.label) == ("", "action 1 of 1")
    assert one.question.startswith("Action 1 of 1 has been amber for two terms")
    assert one.why.startswith("Action 1 of 1 has been amber")


def test_the_gravest_comes_first(asked):
    findings = [LOST]
    changes = [of_kpi(1, "kpi-target-changed", Level.WARNING), DROPPED]
    assert [one.worry for one in asked(red("1a"), changes=changes, findings=findings)] == [
        Worry.UNDECIDED, Worry.OFF_TRACK, Worry.CHANGE, Worry.CHECK
    ]  # fmt: skip


def test_of_one_entry_two_are_asked_only_where_both_are_grave(asked):
    dropped = replace(DROPPED, rule="date-moved", ref="1a", label="1a")
    softened = replace(dropped, rule="scope-softened", level=Level.WARNING, question="Less?")
    found = replace(LOST, ref="1a", subject="1a")
    made = asked(red("1a", due="2018-03-29"), changes=[dropped, softened], findings=[found])
    assert [one.rule for one in made] == ["date-moved", "off-track", "overdue"]


def test_the_same_question_is_put_once(asked):
    other = replace(LOST, subject="the programme", message="another is not there")
    assert said(asked(findings=[LOST, other])) == ["Where can the documents be read?"]


def test_at_most_four_have_one_worry_behind_them_and_ten_are_put(asked):
    changes = [
        *(of_kpi(number) for number in range(6)),
        *(of_kpi(number, "tick-removed", Level.WARNING) for number in range(10, 16)),
    ]
    made = asked(red("1a"), red("1b"), changes=changes, findings=[LOST])
    assert len(made) == MOST
    worries = [one.worry for one in made]
    assert worries.count(Worry.UNDECIDED) == worries.count(Worry.CHANGE) == MOST_OF_ONE
    assert worries.count(Worry.CHECK) == 0
