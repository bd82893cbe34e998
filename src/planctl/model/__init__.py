"""What a plan is: frozen records of pydantic, no reading and no writing."""

from planctl.model.action import Action, ActionKind
from planctl.model.approval import Approval
from planctl.model.assertions import Assertions
from planctl.model.calendar import Calendar, DaySpan
from planctl.model.change import Change, Revised
from planctl.model.closure import Closure, ClosureReason
from planctl.model.commitment import Commitment, CommitmentType
from planctl.model.cost import Cost
from planctl.model.dates import FuzzyDate, read_deadline
from planctl.model.days import Day, read_day
from planctl.model.engagement import Audience, AudienceKind, Engagement
from planctl.model.entity import Entity
from planctl.model.evaluation import Evaluation, Frequency
from planctl.model.evidence import Evidence, Method, Perspective
from planctl.model.figure import Actual, ChangeOf, Figure, Target, TargetKind, Trend
from planctl.model.funding import FundingLine, Secured
from planctl.model.kpi import Basis, Better, Kpi, KpiStatus, KpiType
from planctl.model.link import Document, DocumentRole, Link
from planctl.model.milestone import Milestone
from planctl.model.outcome import Outcome
from planctl.model.own_field import EntityKind, FieldType, OwnField
from planctl.model.party import ANSWERING, LEADING, Assignment, Party, PartyKind, Role, party_called
from planctl.model.period import Period, PeriodKind, read_period
from planctl.model.plan import Plan, PlanKind, PlanStatus
from planctl.model.programme import Programme, within
from planctl.model.prose import Fact, Paragraph, Passage
from planctl.model.recommendation import (
    Assessment,
    Decision,
    Recommendation,
    Response,
    SignOff,
    SubPoint,
)
from planctl.model.report_note import ReportNote, ReportStatus
from planctl.model.risk import Risk, RiskScore, RiskStatus
from planctl.model.rows import Row, rows
from planctl.model.scale import Level, Scale, State
from planctl.model.schedule import Certainty, Phase, Schedule, ScheduleEntry
from planctl.model.seal import Seal
from planctl.model.success import Success, SuccessState
from planctl.model.theme import Theme, ThemeKind
from planctl.model.timeline import Timeline
from planctl.model.update import Cause, Kept, NextStep, Stage, Update, Verified
from planctl.model.vocabulary import Vocabulary

__all__ = [
    "ANSWERING",
    "LEADING",
    "Action",
    "ActionKind",
    "Actual",
    "Approval",
    "Assertions",
    "Assessment",
    "Assignment",
    "Audience",
    "AudienceKind",
    "Basis",
    "Better",
    "Calendar",
    "Cause",
    "Certainty",
    "Change",
    "ChangeOf",
    "Closure",
    "ClosureReason",
    "Commitment",
    "CommitmentType",
    "Cost",
    "Day",
    "DaySpan",
    "Decision",
    "Document",
    "DocumentRole",
    "Engagement",
    "Entity",
    "EntityKind",
    "Evaluation",
    "Evidence",
    "Fact",
    "FieldType",
    "Figure",
    "Frequency",
    "FundingLine",
    "FuzzyDate",
    "Kept",
    "Kpi",
    "KpiStatus",
    "KpiType",
    "Level",
    "Link",
    "Method",
    "Milestone",
    "NextStep",
    "Outcome",
    "OwnField",
    "Paragraph",
    "Party",
    "PartyKind",
    "Passage",
    "Period",
    "PeriodKind",
    "Perspective",
    "Phase",
    "Plan",
    "PlanKind",
    "PlanStatus",
    "Programme",
    "Recommendation",
    "ReportNote",
    "ReportStatus",
    "Response",
    "Revised",
    "Risk",
    "RiskScore",
    "RiskStatus",
    "Role",
    "Row",
    "Scale",
    "Schedule",
    "ScheduleEntry",
    "Seal",
    "Secured",
    "SignOff",
    "Stage",
    "State",
    "SubPoint",
    "Success",
    "SuccessState",
    "Target",
    "TargetKind",
    "Theme",
    "ThemeKind",
    "Timeline",
    "Trend",
    "Update",
    "Verified",
    "Vocabulary",
    "party_called",
    "read_day",
    "read_deadline",
    "read_period",
    "rows",
    "within",
]
