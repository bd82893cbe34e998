"""Recommendations, their points to any depth, and what became of them."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import (
    Assessment,
    Decision,
    Recommendation,
    Response,
    SignOff,
    Stage,
    SubPoint,
    read_period,
)
from planctl.model.recommendation import Recommendations


def test_points_nest_to_any_depth():
    written = {"text": "A", "sub_points": ["B", {"ref": "c", "text": "C", "sub_points": "D"}]}
    assert Recommendation.model_validate(written) == Recommendation(
        text="A",
        sub_points=(
            SubPoint(text="B"),
            SubPoint(ref="c", text="C", sub_points=(SubPoint(text="D"),)),
        ),
    )


def test_a_recommendation_may_be_a_text():
    assert TypeAdapter(Recommendations).validate_python(["A"]) == (Recommendation(text="A"),)


def test_a_word_stands_for_a_response_and_a_name_for_a_sign_off():
    written = {"text": "A", "response": "accepted", "signed_off": "committee"}
    assert Recommendation.model_validate(written) == Recommendation(
        text="A", response=Response(decision=Decision.ACCEPTED), signed_off=SignOff(by="committee")
    )


def test_a_recommendation_is_assessed_by_period():
    assessment = {"rating": "anything", "stage": "in progress", "evidence": "A letter"}
    written = {"text": "A", "assessments": {"autumn 2018": assessment}}
    assert Recommendation.model_validate(written).assessments == {
        read_period("2018-19 autumn"): Assessment(
            rating="anything", stage=Stage.IN_PROGRESS, evidence=("A letter",)
        )
    }


def test_a_full_sign_off_has_its_day():
    written = {"text": "A", "signed_off": {"by": "committee", "date": "20 June 2019"}}
    assert Recommendation.model_validate(written).signed_off == SignOff(
        by="committee", date=date(2019, 6, 20)
    )


@pytest.mark.parametrize("wrong", [{"response": "agreed"}, {"response": {}}, {"signed_off": {}}])
def test_what_does_not_say_what_was_decided_is_refused(wrong):
    with pytest.raises(ValidationError):
        Recommendation.model_validate({"text": "A", **wrong})
