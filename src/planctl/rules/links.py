"""Rules on what a plan points at: other plans, groups, KPIs, documents."""

from collections.abc import Iterator

from planctl.findings import Path, did_you_mean
from planctl.model import (
    Document,
    DocumentRole,
    Link,
    Plan,
    PlanKind,
    PlanStatus,
    Programme,
    party_called,
    rows,
)
from planctl.rules.rule import Case, Problem, Weight, rule

_GENERATED = frozenset({DocumentRole.ANNUAL_DELIVERY_PLAN})
"""planctl prints these from the plan, so they are always there."""

_ROLE_WORDS = {
    DocumentRole.THREE_YEAR_PLAN: ("the three-year plan", "three-year plans"),
    DocumentRole.PRIORITY_ACTION_PLAN: ("the priority action plan", "priority action plans"),
    DocumentRole.ANNUAL_DELIVERY_PLAN: ("the annual delivery plan", "annual delivery plans"),
    DocumentRole.STRATEGY: ("the strategy", "strategies"),
    DocumentRole.MINUTES: ("the record of a meeting", "records of meetings"),
    DocumentRole.EVIDENCE: ("the evidence", "pieces of evidence"),
}
"""What one is called, and what several are."""


@rule(
    "PLN205",
    "broken-link",
    Weight.ERROR,
    question="What does {subject} refer to, where what it names is not in the plan?",
)
def broken_link(case: Case) -> Iterator[Problem]:
    """What a plan, action or criterion refers to is there.

    Plans by id, KPIs and actions by reference or uid.

    Why:
        A pointer into nothing promises a reader something that cannot be found.

    Bad:
        - {ref: 1a, text: Open a homework club, depends_on: [1z]}

    Good:
        - {ref: 1a, text: Open a homework club, depends_on: [1b]}
        - {ref: 1b, text: Find a room}
    """
    plans = {plan.id for plan in case.plans} | case.unread
    plans |= set(case.programme.priorities if case.programme else ())
    kpis = {name for kpi in case.plan.kpis for name in (kpi.ref, kpi.uid) if name}
    actions = {name for row in case.rows for name in (row.action.ref, row.action.uid) if name}
    wanted = (
        (_plan_links(case.plan), plans, "plan"),
        (_kpi_names(case.plan), kpis, "KPI"),
        (_needed_actions(case.plan), actions, "action"),
        (_carried_into(case.plan), actions | plans, "action or plan"),
    )
    for entries, known, kind in wanted:
        for path, name in entries:
            if name not in known:
                near = did_you_mean(name, known)
                hint = f"Did you mean {near}? " if near else ""
                yield Problem(
                    path, f"no {kind} is called {name}", f"{hint}Correct it, or add the {kind}."
                )


@rule(
    "PLN206",
    "self-link",
    Weight.WARNING,
    question="Why does the plan list its own group among those it links to?",
)
def self_link(case: Case) -> Iterator[Problem]:
    """A plan does not link to itself or to its own group.

    Why:
        Links say whom else the plan depends on; its own name among them is a slip of copying.

    Bad:
        group: reading-group
        links: [{group: reading-group}]

    Good:
        group: reading-group
        links: [{group: transition-group}]
    """
    plan = case.plan
    for number, link in enumerate(plan.links):
        if link.plan == plan.id:
            yield Problem(("links", number, "plan"), "the plan links to itself", "Delete the link.")
        elif _is_own_group(link, plan):
            yield Problem(
                ("links", number, "group"),
                f"the plan links to {_party_name(link.group or '', plan)}, its own group",
                "Delete the link, or name the group that was meant.",
            )


@rule(
    "PLN207",
    "one-way-link",
    Weight.INFO,
    question="Do those that {subject} links to know of it?",
)
def one_way_link(case: Case) -> Iterator[Problem]:
    """A plan that this one links to links back, and so does the plan of a group.

    A group without a plan cannot, nor can a plan that is closed or does not load.

    Why:
        Two groups work together only when both know of it; a link in one plan alone is a wish.

    Bad:
        links: [{plan: attendance}]

    Good:
        links: [{group: a-group-without-a-plan}]
    """
    plan = case.plan
    said: set[str] = set()
    for path, link in _every_link(plan):
        for other in case.plans:
            if other.id in {plan.id, *said} or not _leads_to(link, plan, other):
                continue
            said.add(other.id)
            if other.status is not PlanStatus.CLOSED and not _links_back(other, plan):
                yield Problem(
                    path,
                    f"the plan links to {other.id}, which does not link back",
                    f"Add links: [{{plan: {plan.id}}}] to {other.id}, or take this link out.",
                )


@rule(
    "PLN208",
    "document-missing",
    Weight.WARNING,
    question="Where can the promised documents be read?",
    on_programme=True,
)
def document_missing(case: Case) -> Iterator[Problem]:
    """Promised documents and plans are there.

    A document is there when it has a locator, or is a plan of the workspace. The annual delivery
    plan counts as there: it is printed from the plan.

    Why:
        A plan that rests on papers which nobody can find cannot be checked against them.

    Bad:
        documents: [{id: strategy, role: strategy, title: Reading strategy}]

    Good:
        documents: [{id: strategy, role: strategy, title: Reading strategy, locator: strategy.pdf}]
    """
    for number, document in enumerate(case.subject.documents):
        missing = document.expected - _present(document, case)
        if missing > 0:
            yield _not_there(("documents", number), document, missing)
    if isinstance(case.subject, Programme):
        known = {plan.id for plan in case.plans} | case.unread
        for number, plan_id in enumerate(case.subject.priorities):
            if plan_id not in known:
                yield Problem(
                    ("priorities", number),
                    f"the priority {plan_id} has no plan file",
                    f"Add {plan_id}.yaml to the folder of plans, or take it out of priorities.",
                )


def _not_there(path: Path, document: Document, missing: int) -> Problem:
    name, plural = _ROLE_WORDS[document.role]
    if document.expected > 1:
        message = f"{missing} of {document.expected} {plural} are not in the workspace"
        return Problem(path, message, "Add their files, or lower expected.")
    title = f" '{document.title}'" if document.title else ""
    message = f"{name}{title} is promised, but not in the workspace"
    return Problem(path, message, "Add locator: with its path or address, or drop the promise.")


def _present(document: Document, case: Case) -> int:
    if document.locator or document.role in _GENERATED:
        return document.expected
    if document.role is DocumentRole.PRIORITY_ACTION_PLAN:
        plans = sum(plan.kind is PlanKind.PRIORITY_ACTION_PLAN for plan in case.plans)
        return plans + len(case.unread)
    return 0


def _is_own_group(link: Link, plan: Plan) -> bool:
    if link.group is None or plan.group is None:
        return False
    return _party_name(link.group, plan).casefold() == _party_name(plan.group, plan).casefold()


def _party_name(name: str, plan: Plan) -> str:
    party = party_called(name, plan.parties)
    return party.name if party else name


def _every_link(plan: Plan) -> Iterator[tuple[Path, Link]]:
    """The links of the plan and of its actions, each with the place of whom it names."""
    holders = [((), plan.links), *((row.path, row.action.links) for row in rows(plan))]
    for path, links in holders:
        for number, link in enumerate(links):
            yield (*path, "links", number, "plan" if link.plan else "group"), link


def _leads_to(link: Link, plan: Plan, other: Plan) -> bool:
    """Whether the link of a plan names another plan or its group."""
    if link.plan is not None:
        return link.plan == other.id
    if link.group is None or other.group is None or _is_own_group(link, plan):
        return False
    return _party_name(link.group, plan).casefold() == _party_name(other.group, other).casefold()


def _links_back(other: Plan, plan: Plan) -> bool:
    return any(_leads_to(link, other, plan) for _, link in _every_link(other))


def _plan_links(plan: Plan) -> Iterator[tuple[Path, str]]:
    for number, link in enumerate(plan.links):
        if link.plan:
            yield ("links", number, "plan"), link.plan
    for row in rows(plan):
        for number, link in enumerate(row.action.links):
            if link.plan:
                yield (*row.path, "links", number, "plan"), link.plan


def _kpi_names(plan: Plan) -> Iterator[tuple[Path, str]]:
    for row in rows(plan):
        for number, name in enumerate(row.action.kpis):
            yield (*row.path, "kpis", number), name
        for number, success in enumerate(row.action.success):
            if success.kpi:
                yield (*row.path, "success", number, "kpi"), success.kpi


def _needed_actions(plan: Plan) -> Iterator[tuple[Path, str]]:
    for row in rows(plan):
        for number, name in enumerate(row.action.depends_on):
            yield (*row.path, "depends_on", number), name


def _carried_into(plan: Plan) -> Iterator[tuple[Path, str]]:
    for row in rows(plan):
        if row.action.closure and row.action.closure.into:
            yield (*row.path, "closure", "into"), row.action.closure.into


RULES = (broken_link, self_link, one_way_link, document_missing)
