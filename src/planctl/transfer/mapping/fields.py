"""The fields that a column can go to, and the headings that officers give them."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from planctl.transfer.mapping.folding import folded


class Field(StrEnum):
    """Where the cells of a column go."""

    REF = "ref"
    THEME = "theme"
    TEXT = "text"
    TITLE = "title"
    RESPONSIBLE = "responsible"
    LEAD = "lead"
    PARTNER = "partner"
    SCHEDULE = "schedule"
    DUE = "due"
    RATING = "rating"
    STAGE = "stage"
    COMMENT = "comment"
    PERCENT = "percent"
    NEXT_STEPS = "next_steps"
    PATH_TO_GREEN = "path_to_green"
    SUCCESS = "success"
    EVIDENCE = "evidence"
    COST = "cost"
    PRIORITY = "priority"
    NOTES = "notes"
    MILESTONES = "milestones"
    COMPLETED_ON = "completed_on"
    DEPENDS_ON = "depends_on"
    RISK = "risk"
    LIKELIHOOD = "likelihood"
    IMPACT = "impact"
    RESPONSE = "response"
    CAUSE = "cause"
    CONSEQUENCE = "consequence"
    REVIEW_BY = "review_by"
    KPI = "kpi"
    BASELINE = "baseline"
    TARGET = "target"
    ACTUAL = "actual"
    BENCHMARK = "benchmark"
    DEFINITION = "definition"
    PERIOD = "period"
    AMOUNT = "amount"
    SPENT = "spent"
    FORECAST = "forecast"
    SOURCE = "source"
    OWN = "own"
    IGNORE = "ignore"


MEANINGS: Final = MappingProxyType({
    Field.REF: "number",
    Field.THEME: "theme",
    Field.TEXT: "what is to be done",
    Field.TITLE: "short title",
    Field.RESPONSIBLE: "who is responsible",
    Field.LEAD: "who leads",
    Field.PARTNER: "partners",
    Field.SCHEDULE: "tick",
    Field.DUE: "when it is to be done",
    Field.RATING: "rating",
    Field.STAGE: "how far it has come",
    Field.COMMENT: "what has happened",
    Field.PERCENT: "percent done",
    Field.NEXT_STEPS: "what comes next",
    Field.PATH_TO_GREEN: "what brings it back on track",
    Field.SUCCESS: "how success will be known",
    Field.EVIDENCE: "evidence",
    Field.COST: "cost",
    Field.PRIORITY: "priority",
    Field.NOTES: "a note of the row",
    Field.MILESTONES: "milestones",
    Field.COMPLETED_ON: "when it was finished",
    Field.DEPENDS_ON: "what must come first",
    Field.RISK: "what may go wrong",
    Field.LIKELIHOOD: "how likely a risk is",
    Field.IMPACT: "how grave a risk would be",
    Field.RESPONSE: "what is done about a risk",
    Field.CAUSE: "what would bring a risk about",
    Field.CONSEQUENCE: "what would follow from a risk",
    Field.REVIEW_BY: "when a risk is looked at again",
    Field.KPI: "what is measured",
    Field.BASELINE: "where a KPI stood at first",
    Field.TARGET: "where a KPI is to be",
    Field.ACTUAL: "where a KPI is",
    Field.BENCHMARK: "what a KPI is held against",
    Field.DEFINITION: "how a KPI is counted",
    Field.PERIOD: "the period of an amount",
    Field.AMOUNT: "amount",
    Field.SPENT: "what has been spent",
    Field.FORECAST: "what will have been spent",
    Field.SOURCE: "where it comes from",
    Field.OWN: "a field of the plan's own",
    Field.IGNORE: "left out",
})  # fmt: skip
"""What each field holds, in words for people."""

OF_UPDATE: Final = frozenset({
    Field.RATING, Field.STAGE, Field.COMMENT, Field.PERCENT, Field.NEXT_STEPS, Field.PATH_TO_GREEN,
})  # fmt: skip
"""The fields that say something of a term."""

SINGLE: Final = frozenset({
    Field.REF, Field.THEME, Field.TEXT, Field.TITLE, Field.DUE, Field.PRIORITY, Field.COMPLETED_ON,
    Field.COST,
})  # fmt: skip
"""The fields that one column of a table can have, and no second."""

_HEADINGS: Final = MappingProxyType({
    Field.REF: "ref, reference, ref no, ref number, no, nr, number, id, item, item no, action no, "
    "action ref, action number, action id, #, code, unique id",
    Field.THEME: "theme, strand, work stream, workstream, priority area, focus area, key priority, "
    "strategic objective, strategic priority, improvement priority, area for improvement, "
    "outcome area, pillar, ambition, theme area, objective theme, area of focus, key area",
    Field.TEXT: "action, actions, key action, key actions, activity, activities, task, tasks, "
    "what, "
    "what we will do, what will we do, what will be done, what needs to be done, action required, "
    "actions required, action to be taken, actions to be taken, agreed action, agreed actions, "
    "specific action, specific actions, planned action, planned actions, action description, "
    "description, detail, details, action detail, steps to be taken, intervention, "
    "key activity, key activities, key tasks, improvement action, description of action, how",
    Field.TITLE: "short title, action title, action name, headline",
    Field.RESPONSIBLE: "responsible, responsibility, responsibilities, who, by who, by whom, "
    "owner, "
    "owners, action owner, action owners, who is responsible, who will do it, person responsible, "
    "persons responsible, people responsible, responsible person, responsible officer, officer, "
    "responsible officers, officer responsible, assigned to, allocated to, named officer, "
    "who will do this, staff responsible, owner name, post responsible, responsible party, "
    "accountable officer, accountable, delivered by, responsible team, service area responsible",
    Field.LEAD: "lead, lead officer, lead person, lead agency, lead organisation, led by, "
    "project lead, action lead, lead partner, lead officers, who leads, lead professional, leads, "
    "lead responsibility, responsible lead, lead owner, lead service, lead name, lead body",
    Field.PARTNER: "partner, partners, key partners, partner agencies, supported by, "
    "supporting partners, other agencies, working with, partners involved, support officers, "
    "other partners, who else, delivery partners, partner organisations, supporting officers",
    Field.SCHEDULE: "timeline, time line, timetable, delivery timetable, phasing, years, "
    "delivery period, year, term",
    Field.DUE: "due, due date, date due, by when, when, when by, deadline, target date, timescale, "
    "timescales, timeframe, time frame, time scale, end date, finish, finish date, to be done by, "
    "target completion date, completion target, complete by, due by, completed by when, "
    "target end date, planned completion date, delivery date, implementation date, "
    "target deadline, "
    "expected completion, expected completion date, target completion, by date, "
    "date for completion",
    Field.RATING: "rag, rag rating, rating, rag status, brag, brag rating, brag status, "
    "rag rated progress, progress rag, r a g, rag rated, traffic light, current rag, "
    "progress rating, "
    "delivery confidence, action rag, rag score, current rating, status rag",
    Field.STAGE: "stage, stage reached",
    Field.COMMENT: "comment, comments, progress comments, progress review comments, "
    "progress review comment, review, reviews, commentary, progress update, update, updates, "
    "latest position, current position, position, review comments, progress notes, latest update, "
    "progress to date, progress made, progress report, status update, status comments, "
    "what has happened, update on progress, review of progress, progress against action, "
    "progress commentary, summary of progress, narrative, update comment, rag commentary, "
    "position statement, latest progress, notes on progress, progress and comments",
    Field.PERCENT: "% complete, percent complete, percentage complete, percent, completion %, "
    "% completion, % done",
    Field.NEXT_STEPS: "next steps, next step, next actions, what next, what happens next, "
    "planned next steps, next steps planned, next key steps, activity next period",
    Field.PATH_TO_GREEN: "path to green, mitigating action, mitigation, mitigating actions, "
    "corrective action, recovery action, what will get it back on track, remedial action, "
    "action to get back on track",
    Field.SUCCESS: "success criteria, success criterion, success measure, success measures, "
    "measure of success, measures of success, how will we know, how we will know, impact, "
    "how will we know it has worked, how will we know we have succeeded, intended impact, "
    "intended outcome, intended outcomes, expected outcome, expected outcomes, outcome measure, "
    "what will success look like, what success looks like, desired outcome, expected impact, "
    "performance measure, performance measures, measure, measures, performance indicator, "
    "performance indicators, success indicators, kpi, kpis, indicator, indicators, "
    "key performance indicators, outcomes and impact, target outcome, "
    "desired outcomes, outcome measures, how will we measure success, expected result, "
    "anticipated outcome, anticipated impact, difference it will make, measurable outcome, "
    "what difference will it make, benefits, expected benefit, evidence of success",
    Field.EVIDENCE: "evidence, evidence of impact, source of evidence, evidence source, "
    "evidence of completion, supporting evidence, evidence base, how will it be evidenced, "
    "evidence of progress, evidence and monitoring, sources of evidence",
    Field.COST: "cost, costs, resource, resources, budget, funding, resource implications, "
    "resources required, cost resources, resources needed, cost implications, resourcing, "
    "financial implications, resource requirements, estimated cost, funding source, "
    "resources and costs, cost and resources, time and cost, staffing and cost",
    Field.PRIORITY: "priority, priority level, priority rating, priority order, rank",
    Field.NOTES: "notes, note, remarks, additional information, other information, "
    "further information, additional notes, background, rationale, why, reason, context, "
    "additional comments",
    Field.MILESTONES: "milestone, milestones, key milestone, key milestones, steps, key steps, "
    "interim milestones, milestones and dates, sub tasks, sub actions",
    Field.COMPLETED_ON: "date completed, completed on, date complete, actual completion date, "
    "actual completion, date of completion, actual date, completed date, date achieved, "
    "actual end date, date closed, completed",
    Field.DEPENDS_ON: "dependencies, depends on, dependency, dependent on, interdependencies",
    Field.OWN: "start, start date, date started, risk, risks, barriers, barriers and risks, "
    "issues, "
    "risks and barriers, revised date, revised due date, revised target date, date added, ward, "
    "governance, reporting to, reports to, monitored by, monitoring, source, origin, "
    "link to strategy, links, links to other plans, strategic link, ofsted area, category, "
    "recommendation, cqc domain, directorate, service, department, team, committee, cohort, "
    "target group, location, board, reports into, scrutiny committee, corporate priority",
})  # fmt: skip

UNSURE: Final = MappingProxyType({
    "status": (Field.RATING, Field.STAGE, Field.COMMENT),
    "current status": (Field.RATING, Field.STAGE, Field.COMMENT),
    "action status": (Field.RATING, Field.STAGE, Field.COMMENT),
    "progress": (Field.COMMENT, Field.RATING, Field.STAGE),
    "progress status": (Field.RATING, Field.STAGE, Field.COMMENT),
    "completion date": (Field.DUE, Field.COMPLETED_ON),
    "date": (Field.DUE, Field.COMPLETED_ON),
    "dates": (Field.DUE, Field.COMPLETED_ON),
    "complete": (Field.COMPLETED_ON, Field.STAGE),
    "completed": (Field.COMPLETED_ON, Field.STAGE),
    "objective": (Field.THEME, Field.SUCCESS, Field.TEXT),
    "objectives": (Field.THEME, Field.SUCCESS, Field.TEXT),
    "outcome": (Field.THEME, Field.SUCCESS),
    "outcomes": (Field.THEME, Field.SUCCESS),
    "aim": (Field.THEME, Field.SUCCESS),
    "goal": (Field.THEME, Field.SUCCESS),
    "area": (Field.THEME, Field.OWN),
    "issue": (Field.THEME, Field.NOTES),
    "priority": (Field.PRIORITY, Field.THEME, Field.OWN),
    "priorities": (Field.THEME, Field.PRIORITY),
    "target": (Field.SUCCESS, Field.DUE),
    "targets": (Field.SUCCESS, Field.DUE),
    "section": (Field.THEME, Field.REF),
    "monitoring": (Field.EVIDENCE, Field.OWN),
})  # fmt: skip
"""Headings that mean one thing at one council and another at the next: the cells decide."""

HEADINGS: Final = MappingProxyType({
    folded(name): field for field, names in _HEADINGS.items() for name in names.split(",")
})  # fmt: skip
"""The field of each heading, as `folded` writes it."""


def field_called(name: str) -> Field | None:
    """The field of that name, as `--map` gives it."""
    return next((one for one in Field if folded(one) == folded(name)), None)
