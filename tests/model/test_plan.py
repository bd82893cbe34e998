"""A plan's head: what it is without, and what it is read with."""

from datetime import date

import pytest
from pydantic import ValidationError

from planctl.model import Plan, PlanKind, PlanStatus, Scale, Timeline

HEAD = {"format": "planctl/1", "id": "plan", "title": "Reading"}


def test_a_plan_needs_its_format_its_id_and_its_title():
    with pytest.raises(ValidationError) as refused:
        Plan.model_validate({})
    assert [error["loc"] for error in refused.value.errors()] == [("format",), ("id",), ("title",)]
    plan = Plan.model_validate(HEAD)
    assert (plan.kind, plan.status) == (PlanKind.PRIORITY_ACTION_PLAN, PlanStatus.DRAFT)


def test_a_plan_without_a_scale_is_rated_red_amber_green():
    assert Plan.model_validate(HEAD).rating_scale == Scale()
    assert Plan.model_validate({**HEAD, "scale": "brag"}).rating_scale.level("blue") is not None


def test_a_plan_has_the_days_of_its_period():
    period = {"from": "01/09/2017", "to": "31 August 2020"}
    assert Plan.model_validate({**HEAD, "period": period}).timeline == Timeline(
        date(2017, 9, 1), date(2020, 8, 31)
    )
    assert Plan.model_validate(HEAD).timeline == Timeline()


def test_a_plan_reads_back_what_it_writes():
    written = {
        **HEAD,
        "period": {"from": "2017-09-01", "to": "2020-08-31"},
        "themes": [
            {
                "title": "At home",
                "actions": [
                    {
                        "text": "Open a club",
                        "schedule": {"Year 1": "pilot"},
                        "due": "early 2018",
                        "updates": {"autumn 2017": {"rating": "green", "stage": "in progress"}},
                    }
                ],
            }
        ],
    }
    plan = Plan.model_validate(written)
    again = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert Plan.model_validate(again) == plan
