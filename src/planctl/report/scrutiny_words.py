"""The words of the report on recommendations, and on the inquiry behind them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "label_inquiry": "The inquiry behind them",
    "inquiry_focus": "Focus areas",
    "scrutiny_kind": "Scrutiny report on recommendations",
    "scrutiny_asked.one": "Sign-off is asked for recommendation {refs}.",
    "scrutiny_asked.other": "Sign-off is asked for recommendations {refs}.",
    "scrutiny_lead.one": "{n} of {of} recommendation has been assessed by now.",
    "scrutiny_lead.other": "{n} of {of} recommendations have been assessed by now.",
    "scrutiny_points.one": "{n} point stands below them.",
    "scrutiny_points.other": "{n} points stand below them.",
    "scrutiny_complete": "achieved",
    "scrutiny_on_track": "on track",
    "scrutiny_behind": "slipped or not achieved",
    "scrutiny_unknown": "not graded",
    "scrutiny_overdue": "past the date expected",
    "scrutiny_ungraded": "graded",
    "scrutiny_none_dated": "no new date is given",
    "scrutiny_shown.one": "{n} recommendation in the plan, {printed} in this report",
    "scrutiny_shown.other": "{n} recommendations in the plan, {printed} in this report",
    "scrutiny_no_owner.one": "{n} with nobody responsible",
    "scrutiny_no_owner.other": "{n} with nobody responsible",
    "scrutiny_no_grade": "{n} without a grade",
    "scrutiny_no_evidence": "{n} of the {of} achieved or on track without evidence",
    "scrutiny_none_well": "none achieved or on track",
    "scrutiny_actions.one": "the plan’s {n} action stands in its delivery report",
    "scrutiny_actions.other": "the plan’s {n} actions stand in its delivery report",
    "scrutiny_first": "There is no earlier term to compare with.",
})  # fmt: skip
