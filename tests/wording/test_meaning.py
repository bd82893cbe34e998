"""Two wordings mean the same when only spelling, punctuation and small words differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.wording.meaning import is_another_meaning

WORDS = st.lists(
    st.sampled_from(["Pupils", "pupil", "of", "5-16", "twelve", "12", "the", "&", "not", "-3", "%"])
)
TEXTS = st.one_of(st.text(max_size=40), WORDS.map(" ".join))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pupils aged 5-16 who read", "pupils aged 5 to 16, who read"),
        ("Children aged between 5 and 16", "children aged 5–16"),
        ("Ages 5 - 16", "ages 5-16"),
        ("Twelve schools", "12 schools"),
        ("1,200 pupils", "1200 pupils"),
        ("95 per cent of pupils", "95% of the pupils"),
        ("% of pupils", "Percentage of pupils"),
        ("Clubs organised & run", "Clubs organized and run"),
        ("Schools analysed", "Schools analyzed"),
        ("Organisations", "the organization"),
        ("Parents’ evenings", "“Parents' evening”"),
        ("The school's lead", "schools' lead"),
        ("Families in classes", "Family in a class"),
        ("Follow-up visits", "follow up visits"),
        ("1st visits in each school", "First visits in every school"),
        ("5.0 hours", "5 hours"),
        ("Schools with parents", "Parents with schools"),
        ("", " - "),
    ],
)
def test_spelling_and_small_words_do_not_change_what_is_meant(one, other):
    assert not is_another_meaning(one, other)
    assert not is_another_meaning(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Share of pupils", "Share of all pupils"),
        ("Pupils in school", "Pupils not in school"),
        ("Pupils aged 5-16", "Pupils aged 5-18"),
        ("Change of -5%", "Change of 5%"),
        ("5 hours", "5.5 hours"),
        ("Schools with 5+ visits", "Schools with 5 visits"),
        ("Up to 5 visits", "5 visits"),
        ("£5 a pupil", "5 a pupil"),
        ("Schools and colleges", "Schools or colleges"),
        ("Pupils", "%"),
        ("", "Pupils"),
        ("Bus passes", "Bu passes"),
        ("Press visits", "Pres visits"),
        ("size", "sizes of clubs"),
    ],
)
def test_a_telling_word_or_number_that_came_or_went_changes_what_is_meant(one, other):
    assert is_another_meaning(one, other)
    assert is_another_meaning(other, one)


@given(TEXTS, TEXTS)
def test_which_text_is_older_makes_no_difference(one, other):
    assert is_another_meaning(one, other) == is_another_meaning(other, one)


@given(TEXTS)
def test_a_text_means_what_it_means(text):
    assert not is_another_meaning(text, f" {text}. ")
