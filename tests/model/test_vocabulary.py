"""Closed sets of words, whatever the case and the joiner."""

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Phase, PlanKind
from planctl.model.vocabulary import Vocabulary

VOCABULARIES = sorted(Vocabulary.__subclasses__(), key=lambda kind: kind.__name__)


@pytest.mark.parametrize(
    "written",
    ["roll-out", "Roll-out", "ROLL OUT", "roll_out", " roll  out ", "roll - out", Phase.ROLL_OUT],
)
def test_a_word_is_read_in_any_case_and_with_any_joiner(written):
    assert TypeAdapter(Phase).validate_python(written) is Phase.ROLL_OUT


def test_a_schema_takes_a_word_in_any_case_and_with_any_joiner():
    pattern = TypeAdapter(PlanKind).json_schema()["anyOf"][1]["pattern"]
    said = ("Strategy", " IMPROVEMENT  plan ", "delivery_-plan", "deliveryplan", "-strategy")
    assert [bool(re.search(pattern, word)) for word in said] == [True, True, True, False, False]


@pytest.mark.parametrize("kind", VOCABULARIES)
def test_each_word_of_a_vocabulary_reads_as_itself(kind):
    words = TypeAdapter(kind)
    assert [words.validate_python(word.value) for word in kind] == list(kind)
    assert words.json_schema()["anyOf"][0] == {"enum": [word.value for word in kind]}


@pytest.mark.parametrize("written", ["rollout", "pilot!", "", "ROLL", ["pilot"], None, 1])
def test_another_word_is_refused(written):
    with pytest.raises(ValidationError):
        TypeAdapter(Phase).validate_python(written)


def test_a_word_that_is_not_known_is_refused_with_those_that_are():
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(PlanKind).validate_python("plan")
    assert [(error["type"], error["ctx"]) for error in refused.value.errors()] == [
        ("not_in_vocabulary", {"written": "plan", "allowed": list(PlanKind)})
    ]


def test_a_word_is_written_as_text():
    assert TypeAdapter(Phase).dump_json(Phase.ROLL_OUT) == b'"roll-out"'
