"""Papers of one plan as versions that take along what earlier papers told. All are invented."""

from datetime import date

import pytest

from planctl.errors import WrongValueError
from planctl.model import rows
from planctl.transfer import Wanted, period_called
from planctl.transfer.history import NoPlanError, Paper, history, steps
from planctl.transfer.history_silences import silences
from tests.transfer.dated_papers import AUTUMN, SPRING, SUMMER, write_paper

TERMS = ("autumn 2017", "spring 2018", "summer 2018")


@pytest.fixture
def papers(tmp_path):
    """`papers(rows, rows, ...)` writes a paper for each term, and imports them."""

    def take(*every, headings=None):
        found = []
        for number, told in enumerate(every):
            path = tmp_path / f"{number}.docx"
            write_paper(path, told, *([headings] if headings else []))
            found.append(Paper(path, term_called(number)))
        return history(found, Wanted())

    return take


def term_called(number):
    return called(TERMS[number])


def called(name):
    return period_called(name)


def told(version):
    return {
        row.action.ref: {str(term): one.rating for term, one in row.action.updates.items()}
        for row in rows(version.plan)
    }


def found_in(versions):
    return {
        one.title: [said.message for said in one.found]
        for step in steps(versions, None) for one in silences(step)
    }  # fmt: skip


def test_the_last_version_has_what_all_papers_told_of_the_row_whatever_its_number(papers):
    versions = papers(AUTUMN, SPRING, SUMMER)
    assert told(versions[-1]) == {
        "1a": {"2017-18 autumn": "green", "2017-18 spring": "green", "2017-18 summer": "green"},
        "1b": {"2017-18 autumn": "amber", "2017-18 spring": "amber", "2017-18 summer": "green"},
        "1c": {"2017-18 autumn": "amber", "2017-18 spring": "amber", "2017-18 summer": "green"},
        "1d": {"2017-18 autumn": "green", "2017-18 spring": "green"},
    }
    assert [version.carried for version in versions] == [0, 4, 8]


def test_an_action_that_comes_back_has_its_past_again(papers):
    festival = AUTUMN[3]
    versions = papers(AUTUMN, SPRING, (*SUMMER, ("1x", *festival[1:])))
    assert told(versions[-1])["1x"] == {"2017-18 autumn": "red", "2017-18 summer": "red"}


def source_of(update):
    return update.source


def test_each_update_names_the_paper_that_it_stands_in(papers):
    last = papers(AUTUMN, SPRING)[-1]
    first = next(rows(last.plan)).action
    found = {str(term): source_of(one)["paper"] for term, one in first.updates.items()}
    assert found == {"2017-18 autumn": "0.docx", "2017-18 spring": "1.docx"}


def test_a_paper_is_of_the_day_after_its_term_unless_its_day_is_said(papers, tmp_path):
    versions = papers(AUTUMN, SPRING)
    assert [version.on for version in versions] == [date(2018, 1, 1), date(2018, 5, 1)]
    paper = Paper(tmp_path / "0.docx", term_called(0), date(2018, 1, 9))
    assert history((paper,), Wanted())[0].on == date(2018, 1, 9)


def test_papers_that_are_not_in_order_are_refused(papers, tmp_path):
    papers(AUTUMN, SPRING)
    late, early = (Paper(tmp_path / f"{number}.docx", called(TERMS[number]))
                   for number in (1, 0))  # fmt: skip
    with pytest.raises(WrongValueError, match="from the oldest to the newest"):
        history((late, early), Wanted())


def test_a_term_without_days_has_to_be_dated(papers, tmp_path):
    papers(AUTUMN)
    paper = Paper(tmp_path / "0.docx", called("Year 1"))
    with pytest.raises(WrongValueError, match="--dated"):
        history((paper,), Wanted())


def test_a_later_paper_that_tells_a_past_term_otherwise_is_found_out(papers):
    headings = ("Ref", "Action", "Autumn 2017 RAG", "Spring 2018 RAG")
    versions = papers(
        [("1", "Open six rooms", "Red", ""), ("2", "Train all parents", "Green", "")],
        [("1", "Open six rooms", "Amber", "Amber"), ("2", "Train all parents", "Green", "Green")],
        headings=headings,
    )
    assert told(versions[-1])["1"] == {"2017-18 autumn": "amber", "2017-18 spring": "amber"}
    messages = found_in(versions)["Told otherwise afterwards"]
    assert [message.partition(" ")[0] for message in messages] == ["1"]


def test_a_level_that_only_an_earlier_paper_used_keeps_its_scale(papers):
    row = ("1", "Open six rooms in the libraries", "Schools", "July 2019")
    versions = papers([(*row, "Blue", "Done.")], [(*row, "Green", "Open.")])
    assert versions[-1].plan.scale is not None
    assert told(versions[-1]) == {"1": {"2017-18 autumn": "blue", "2017-18 spring": "green"}}


def test_a_change_is_without_a_word_where_the_paper_has_no_new_comment(papers):
    row = ("Open six rooms in the libraries", "July 2019", "Green")
    other = ("Train twelve parents in each school", "July 2019", "Green")
    versions = papers(
        [("1", row[0], "Library", *row[1:], "Two open."), ("2", other[0], "A", *other[1:], "Six.")],
        [("1", row[0], "Museum", *row[1:], "Two open."), ("2", other[0], "B", *other[1:], "Nine.")],
    )
    assert found_in(versions) == {
        "Told in the same words as before": [
            "1 is told in the words of 2017-18 autumn: ‘Two open.’"
        ],
        "Changed without a word": ["1 was with Library, and is with Museum"],
    }


def test_a_paper_without_any_progress_is_said_once(papers):
    headings = ("Ref", "Action", "RAG")
    before = [("1", "Open six rooms", "Green"), ("2", "Train all parents", "Red")]
    after = [("1", "Open six rooms", ""), ("2", "Train all parents", "")]
    found = found_in(papers(before, after, headings=headings))
    assert found == {"Not told of any more": [
        "The paper tells of no action how it goes; 2 were told of before",
    ]}  # fmt: skip


def test_papers_that_leave_nothing_unsaid_give_an_empty_page(papers):
    row = ("1", "Open six rooms in the libraries", "Schools", "July 2019", "Green")
    assert found_in(papers([(*row, "Two open.")], [(*row, "Four open.")])) == {}


def test_a_paper_out_of_which_no_plan_comes_is_named(tmp_path):
    path = tmp_path / "a.docx"
    write_paper(path, AUTUMN)
    with pytest.raises(NoPlanError, match=r"a\.docx gives no plan that loads"):
        history((Paper(path, called(TERMS[0])),), Wanted(plan_id="no id"))


def test_figures_of_indicators_accumulate_as_well(tmp_path):
    text = (
        "Ref\tAction\tRAG\n1\tOpen six rooms\tGreen\n\n"
        "Indicator\tBaseline\tActual\nReaders at home\t41%\t{figure}\n"
    )
    found = []
    for number, figure in enumerate(("44%", "47%")):
        path = tmp_path / f"{number}.txt"
        path.write_text(text.format(figure=figure))
        found.append(Paper(path, called(TERMS[number])))
    (kpi,) = history(found, Wanted())[-1].plan.kpis
    assert {str(term): one.value for term, one in kpi.actuals.items()} == {
        "2017-18 autumn": 44, "2017-18 spring": 47,
    }  # fmt: skip


def test_rows_without_numbers_are_known_again_by_their_words(papers):
    headings = ("Action", "Who", "RAG")
    rooms, parents = "Open six rooms in the libraries", "Train parents as volunteers"
    versions = papers(
        [(rooms, "Library", "Green"), (parents, "Schools", "Red")],
        [(parents, "Schools", "Amber"), (rooms, "", "Green")],
        headings=headings,
    )
    assert [len(row.action.updates) for row in rows(versions[-1].plan)] == [2, 2]
    assert list(found_in(versions)) == [
        "Better rated, and nothing shows it", "Nobody answers for it any more",
    ]  # fmt: skip
