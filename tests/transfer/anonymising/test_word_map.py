"""One word in place of each: of its length and case, alike where the words were alike."""

import pytest

from planctl.transfer.anonymising.word_map import WordMap, split

TEXTS = ("Schools and the school; ESOL for Parents of Ann Lee, and NHS staff in Year II.", "esol")


@pytest.fixture
def words():
    return WordMap("a key", TEXTS, {"ann", "lee"})


@pytest.mark.parametrize("run", ["school", "School", "SCHOOL", "Parents", "staff", "Ann"])
def test_a_word_keeps_its_length_and_its_capitals(words, run):
    made = words.word(run)
    assert [one.isupper() for one in made] == [one.isupper() for one in run]
    assert made.casefold() != run.casefold()


def test_forms_of_one_word_stay_alike(words):
    assert words.word("schools") == f"{words.word('school')}s"
    assert words.word("School").casefold() == words.word("school")


def test_an_abbreviation_is_the_same_in_small_letters(words):
    assert words.word("esol") == words.word("ESOL").casefold() != "esol"


@pytest.mark.parametrize("run", ["the", "of", "NHS", "II", "KPI"])
def test_what_everybody_knows_stays(words, run):
    assert words.word(run) == run


def test_no_word_of_the_texts_stands_for_another(words):
    made = {words.word(run).casefold() for run in words.originals if len(run) > 3}
    assert made & words.originals == set()


def test_a_word_can_be_drawn_again(words):
    before = words.word("school"), words.word("staff")
    words.redrawn({"schools"})
    assert words.word("school") != before[0]
    assert words.word("staff") == before[1]


@pytest.mark.parametrize(
    ("word", "parts"),
    [("schools", ("school", "s")), ("classes", ("class", "es")), ("families", ("famil", "ies")),
     ("family", ("famil", "y")), ("class", ("class", "")), ("bus", ("bus", ""))],
)  # fmt: skip
def test_common_endings_are_kept_apart(word, parts):
    assert split(word) == parts
