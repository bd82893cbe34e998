"""Which periods are past: what was said of them then is history."""

from planctl.diff.both import Both
from planctl.model import Period


def is_closed_for_both(both: Both, period: Period) -> bool:
    """Whether the period had ended by the day of either version."""
    ends = both.new.timeline.ends(period) or both.old.timeline.ends(period)
    return ends is not None and ends < min(both.old.on, both.new.on)


def is_past(both: Both, name: str) -> bool:
    """The same of a period by its name."""
    period = both.new.timeline.period(name) or both.old.timeline.period(name)
    return period is not None and is_closed_for_both(both, period)
