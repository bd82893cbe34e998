"""How alike texts are, and which of many are compared at all."""

from planctl.pairing.likeness import Likeness
from planctl.pairing.tree import tree_of
from tests.diff.plans_strategy import plan_of


def actions(*texts, ref=""):
    """The actions of a plan that has these texts."""
    rows = [{"text": text} | ({"ref": ref} if ref else {}) for text in texts]
    themes = [{"title": "Theme", "actions": rows}]
    written = {"format": "planctl/1", "id": "plan", "title": "Plan", "themes": themes}
    return tree_of(plan_of(written)).nodes["action"]


def scores(old, new, least=60):
    """The scores by the numbers of the texts."""
    found = Likeness.between(old, new, least).pairs()
    return {(old.index(one), new.index(other)): round(score) for one, other, score in found}


def test_letters_in_common_count_twice_among_all_letters():
    old, new = actions("aaaaaaaaaa"), actions("aaaaaaaabb", "aaaaaabbbb", "aaaaabbbbb")
    assert scores(old, new) == {(0, 0): 80, (0, 1): 60}


def test_neither_order_nor_case_nor_signs_count():
    assert scores(actions("Read, at home"), actions("home: AT (read)")) == {(0, 0): 100}


def test_a_text_without_words_is_like_nothing():
    assert scores(actions("…", "one"), actions("…", "one")) == {(1, 1): 100}


def test_what_is_not_alike_enough_has_no_score():
    old, new = actions("aaaaaaaaaa"), actions("aaaaabbbbb")
    likeness = Likeness.between(old, new, 60)
    assert likeness.score(old[0], new[0]) == 0
    assert likeness.best(old[0], new[0]) == 0


def test_the_best_is_the_highest_score_of_either():
    old, new = actions("aaaaaaaaaa", "aaaaaaabbb"), actions("aaaaaaaabb", "aaaaaaaaab")
    likeness = Likeness.between(old, new, 60)
    assert likeness.score(old[0], new[0]) == 80
    assert likeness.best(old[0], new[0]) == 90
    assert likeness.best(old[1], new[0]) == 90
    assert Likeness.between(old[1:], new[:1], 60).best(old[1], new[0]) == 90


def test_of_many_texts_those_that_share_rare_words_are_compared():
    places = [f"ward{number:03}x{number % 7}" for number in range(240)]
    old = actions(*(f"visit each family in {place}" for place in places))
    new = actions(*(f"visit every family in {place}" for place in reversed(places)))
    found = scores(old, new, least=80)
    assert {(number, 239 - number) for number in range(240)} <= found.keys()
    assert len(found) < 240 * 50


def test_of_many_texts_those_of_one_reference_are_compared_whatever_their_words():
    many = [f"w{number} x{number} y{number}" for number in range(240)]
    old = [*actions(*many), *actions("aaaaaaaaaa", ref="2.1a")]
    new = [*actions(*many), *actions("aaaaaaaabb", ref="2.1a")]
    assert scores(old, new)[240, 240] == 80
