"""Part 7: the questions on the page."""

from datetime import date

import pytest

from planctl.model import Period, PeriodKind
from planctl.report import Audience, ReportRequest, build_context, render_html
from planctl.report.questions import Questions, QuestionShown, ended

RED = {"ref": "1a", "text": "Do.", "updates": {"2017-18 spring": {"rating": "red"}}}


@pytest.fixture
def context_for(plan):
    def made(audience, *actions):
        request = ReportRequest(
            Period(PeriodKind.TERM, 2017, "spring"), date(2018, 4, 30), audience
        )
        return build_context(plan(*actions), request, (), ())

    return made


def test_each_question_says_why_and_where_to_look(context_for):
    assert context_for(Audience.OFFICER, RED).questions == Questions(
        note=(
            "10 at most, in this order: changes without a decision; what is off track, overdue or "
            "waits for a decision; what stands still; promises not kept; other changes; what the "
            "checks found. At most 4 of each; two on the same action only from the first two."
        ),
        see="See",
        page=", page ",
        asked=(
            QuestionShown(
                "What will bring 1a back on track, and by when?",
                "1a is red.",
                "Themes in full",
                "action-0-0",
            ),
        ),
    )


def test_without_a_question_there_is_no_such_part(context_for):
    made = context_for(Audience.OFFICER)
    assert made.questions is None
    assert "questions" not in [part.name for part in made.parts]


@pytest.mark.parametrize("audience", [Audience.BOARD, Audience.SCRUTINY])
def test_members_are_led_to_a_part_that_they_have(context_for, audience):
    (one,) = context_for(audience, RED).questions.asked
    assert (one.where, one.anchor) == ("Decisions and exceptions", "exceptions")


def test_the_public_build_has_none(context_for):
    assert context_for(Audience.PUBLIC, RED).questions is None


def test_on_the_page_the_link_bears_the_words_for_the_printed_page(context_for):
    page = render_html(context_for(Audience.OFFICER, RED))
    link = '<a class="where" href="#action-0-0" data-page=", page ">Themes in full</a>'
    assert link in page
    assert 'id="action-0-0"' in page


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        ("1a is red", "1a is red."),
        ("Which school?", "Which school?"),
        ("1b was a part of it: ‘Sing.’", "1b was a part of it: ‘Sing.’"),
        ("1b was a part of it: ‘Sing’", "1b was a part of it: ‘Sing’."),
    ],
)
def test_a_reason_ends_as_a_sentence_does(clause, sentence):
    assert ended(clause) == sentence
