"""What a plan is: frozen records of pydantic, no reading and no writing."""

from planctl.model.action import Action, ClosureReason, Cost, Milestone, Success
from planctl.model.dates import Day, FuzzyDate, read_day, read_deadline
from planctl.model.evidence import Evidence
from planctl.model.funding import FundingLine
from planctl.model.kpi import Kpi, KpiStatus
from planctl.model.link import DaySpan, Document, DocumentRole, Link
from planctl.model.party import (
    ANSWERING,
    LEADING,
    Assignment,
    Party,
    PartyKind,
    Role,
    party_called,
)
from planctl.model.period import Period, PeriodKind, read_period
from planctl.model.plan import (
    Evaluation,
    Frequency,
    Paragraph,
    Plan,
    PlanKind,
    PlanStatus,
    ReportNote,
    ReportStatus,
    Theme,
    ThemeKind,
)
from planctl.model.programme import Programme, within
from planctl.model.rows import Row, rows
from planctl.model.scale import Level, Scale, State
from planctl.model.schedule import Certainty, Phase, Schedule, ScheduleEntry
from planctl.model.timeline import Timeline, term_before, term_of
from planctl.model.update import Cause, Kept, NextStep, Stage, Update
from planctl.model.vocabulary import Vocabulary

__all__ = [
    "ANSWERING",
    "LEADING",
    "Action",
    "Assignment",
    "Cause",
    "Certainty",
    "ClosureReason",
    "Cost",
    "Day",
    "DaySpan",
    "Document",
    "DocumentRole",
    "Evaluation",
    "Evidence",
    "Frequency",
    "FundingLine",
    "FuzzyDate",
    "Kept",
    "Kpi",
    "KpiStatus",
    "Level",
    "Link",
    "Milestone",
    "NextStep",
    "Paragraph",
    "Party",
    "PartyKind",
    "Period",
    "PeriodKind",
    "Phase",
    "Plan",
    "PlanKind",
    "PlanStatus",
    "Programme",
    "ReportNote",
    "ReportStatus",
    "Role",
    "Row",
    "Scale",
    "Schedule",
    "ScheduleEntry",
    "Stage",
    "State",
    "Success",
    "Theme",
    "ThemeKind",
    "Timeline",
    "Update",
    "Vocabulary",
    "party_called",
    "read_day",
    "read_deadline",
    "read_period",
    "rows",
    "term_before",
    "term_of",
    "within",
]
