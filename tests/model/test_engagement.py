"""Whom a plan's makers asked: events and those who took part."""

import pytest

from planctl.model import Audience, AudienceKind, Engagement, read_deadline


@pytest.mark.parametrize(
    ("written", "audience"),
    [
        ("headteachers", (Audience(group="headteachers"),)),
        (
            [{"group": "parents", "count": "1,800", "kind": "invited"}, "pupils"],
            (
                Audience(group="parents", count=1800, kind=AudienceKind.INVITED),
                Audience(group="pupils"),
            ),
        ),
    ],
)
def test_an_audience_is_a_group_or_several_counted_where_that_is_known(written, audience):
    assert Engagement.model_validate({"event": "Fair", "audience": written}).audience == audience


@pytest.mark.parametrize("written", ["May 2017", "2017-05-03"])
def test_an_event_has_a_day_or_a_time(written):
    event = Engagement.model_validate({"event": "Fair", "date": written})
    assert event.date == read_deadline(written)
