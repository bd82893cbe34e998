"""The scales hold each word once, in the form in which a text is read."""

from planctl.wording.phrases import phrases
from planctl.wording.scales import ALSO_NOUNS, CEILINGS, ESCAPES, FLOORS, SCALES, VERBS


def test_every_word_of_a_scale_is_read_as_one():
    every = {word for scale in SCALES for word in scale} | ESCAPES | FLOORS | CEILINGS
    assert {word: phrases(word) for word in every} == {word: (word,) for word in every}


def test_no_verb_is_written_with_two_endings():
    assert [word for word in VERBS if word.endswith("eded")] == []
    assert VERBS["built"] == VERBS["set up"] > VERBS["drafted"] > VERBS["looked at"]


def test_what_may_be_a_noun_is_a_verb_too():
    assert ALSO_NOUNS - VERBS.keys() == frozenset()
