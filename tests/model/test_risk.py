"""Risks and their scores."""

import pytest
from pydantic import TypeAdapter, ValidationError

from planctl.model import Risk, RiskScore, RiskStatus, read_period
from planctl.model.risk import Risks


def test_a_risk_may_be_a_text_and_is_open_then():
    assert TypeAdapter(Risks).validate_python("The volunteers leave.") == (
        Risk(text="The volunteers leave.", status=RiskStatus.OPEN),
    )


def test_scores_stand_by_review():
    written = {"text": "A", "reviews": {"autumn 2017": {"likelihood": "3", "impact": " 5 "}}}
    assert Risk.model_validate(written).reviews == {
        read_period("2017-18 autumn"): RiskScore(likelihood=3, impact=5)
    }


@pytest.mark.parametrize("written", ["0", "6", "high", "2.5", "", "33", ["3"], 0, 6])
def test_a_score_is_one_to_five(written):
    with pytest.raises(ValidationError) as refused:
        RiskScore.model_validate({"likelihood": written, "impact": "3"})
    found = [(error["type"], error["ctx"]["allowed"]) for error in refused.value.errors()]
    assert found == [("not_in_vocabulary", ["1", "2", "3", "4", "5"])]
