"""What is said of an action in a term."""

from datetime import date

from planctl.model import NextStep, Scale, Stage, Update, Verified


def test_delivery_impact_spend_and_risk_are_rated_apart_on_one_scale():
    written = {"rating": "G", "impact": "Amber", "spend": "r", "risk": "green", "stage": "paused"}
    assert Update.model_validate(written, context={"scale": Scale()}) == Update(
        rating="green", impact="amber", spend="red", risk="green", stage=Stage.PAUSED
    )


def test_what_a_check_found_stands_beside_what_the_owner_said():
    verified = {"rating": "A", "by": "audit", "date": "2018-05-02"}
    update = Update.model_validate(
        {"rating": "green", "verified": verified}, context={"scale": Scale()}
    )
    assert (update.rating, update.verified) == (
        "green",
        Verified(rating="amber", by="audit", date=date(2018, 5, 2)),
    )


def test_next_steps_and_evidence_may_be_plain_words():
    written = {"next_steps": "Ask the school", "evidence": "E1"}
    assert Update.model_validate(written) == Update(
        next_steps=(NextStep(text="Ask the school"),), evidence=("E1",)
    )
