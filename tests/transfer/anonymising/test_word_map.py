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


def test_a_verb_can_be_drawn_again_too(words):
    before = words.in_class("support", ("arrange", "collect"))
    seen = set()
    for _ in range(8):
        words.redrawn({"support"})
        seen.add(words.in_class("support", ("arrange", "collect")))
    assert before in seen
    assert seen == {"arrange", "collect"}


def test_a_map_made_afresh_has_other_words_and_is_the_same_each_time(words):
    made = [words.afresh(number).word("school") for number in (1, 1, 2)]
    assert made[0] == made[1]
    assert len({words.word("school"), *made}) == 3


@pytest.mark.parametrize("run", ["школа", "УЧЕБА", "μαθητές", "学校全体的"])
def test_a_word_of_another_alphabet_stays_in_it(run):
    made = WordMap("a key", (run,)).word(run)
    assert made != run
    assert [one.isupper() for one in made] == [one.isupper() for one in run]
    assert not any(map(str.isascii, made))


def test_of_a_word_with_accents_the_plain_letters_stay_plain():
    made = WordMap("a key", ("Château",)).word("Château")
    assert [one.isascii() for one in made] == [True, True, False, True, True, True, True]


def test_a_fraction_among_letters_stays():
    assert WordMap("a key", ("½mile",)).word("½mile")[0] == "½"
