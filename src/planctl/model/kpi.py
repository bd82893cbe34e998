"""Key performance indicators: what is measured, from where, to where."""

from typing import ClassVar

from planctl.model.dates import Day
from planctl.model.record import Record
from planctl.model.values import Id, Ref, Text, Title
from planctl.model.vocabulary import Vocabulary


class KpiStatus(Vocabulary):
    """How far the indicator itself is defined."""

    DEFINED = "defined"
    TO_FOLLOW = "to_follow"
    ESTABLISH_BASELINE = "establish_baseline"
    WITHDRAWN = "withdrawn"


class Kpi(Record):
    """One indicator of a plan."""

    place: ClassVar[str] = "the KPI"

    ref: Ref | None = None
    uid: Id | None = None
    title: Title
    group: Text | None = None
    unit: Text | None = None
    status: KpiStatus = KpiStatus.DEFINED
    to_follow_by: Day | None = None
    definition: Text | None = None
    owner: Text | None = None
