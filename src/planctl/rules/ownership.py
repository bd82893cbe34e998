"""Rules on who is responsible."""

from collections.abc import Iterator

from planctl.findings import Path, did_you_mean
from planctl.model import (
    ANSWERING,
    LEADING,
    Assignment,
    Party,
    PartyKind,
    Plan,
    Row,
)
from planctl.progress import lacks_responsible
from planctl.rules.rule import Case, Problem, Weight, named, rule


@rule(
    "PLN301",
    "no-responsible",
    Weight.ERROR_ONCE_LIVE,
    question="Who is responsible for {subject}?",
    together="{hits} actions have nobody responsible",
)
def no_responsible(case: Case) -> Iterator[Problem]:
    """Every action has somebody who answers for it.

    A lead, an accountable party and one that coordinates count; partners, supporters, funders and
    those consulted or informed do not. A sub-action takes its parent's. While the name is to
    follow, say by when: the finding returns on the day after.

    Why:
        A row that belongs to nobody is the one that is not done, and a meeting has nobody to ask.

    Bad:
        - {ref: 1a, text: Open a homework club}

    Good:
        - {ref: 1a, text: Open a homework club, responsible: [library-service]}
        - {ref: 1b, text: Print a calendar, responsible_to_follow_by: 2099-12-31}
    """
    for row in case.rows:
        stood_in = row.parent is not None or bool(_answering(row.responsible))
        if stood_in or not lacks_responsible(row):
            continue
        promised = row.action.responsible_to_follow_by
        if promised is not None and promised >= case.as_of:
            continue
        what = "nobody responsible"
        if row.responsible:
            what = "nobody who answers for it, only others with a part in it"
        late = f", though a name was to follow by {promised}" if promised else ""
        yield Problem(
            case.written(row.path, "responsible", "responsible_to_follow_by"),
            f"{named(row)} has {what}{late}",
            "Add responsible: [party], or say when it will be known: responsible_to_follow_by.",
        )


@rule(
    "PLN302",
    "unknown-party",
    Weight.ERROR,
    question="Who is meant where {subject} names a body that the plan does not list?",
    on_programme=True,
)
def unknown_party(case: Case) -> Iterator[Problem]:
    """Whoever is named is one of the parties of the plan or its programme.

    Ids, names and aliases are all understood. Where neither plan nor programme lists parties, names
    stand as they are written.

    Why:
        One body under two spellings is counted twice, and nobody notices a misspelt owner.

    Bad:
        parties: [{id: library-service, kind: team, name: Library service}]
        themes:
          - title: Reading
            actions: [{ref: 1a, text: Open a club, responsible: [libary-service]}]

    Good:
        parties: [{id: library-service, kind: team, name: Library service}]
        themes:
          - title: Reading
            actions: [{ref: 1a, text: Open a club, responsible: [library-service]}]
    """
    parties = case.subject.parties
    known = [name for party in parties for name in (party.id, party.name, *party.aliases)]
    for path, name in unknown_names(case):
        near = did_you_mean(name, known)
        hint = f"Did you mean {near}? " if near else ""
        yield Problem(
            path,
            f"{name} is not among the parties",
            f"{hint}Use a party's id, or add it to parties.",
        )


@rule(
    "PLN303",
    "collective-owner",
    Weight.WARNING,
    question="Which body among those responsible for {subject} will report on it?",
    together="{hits} actions are left to a collective",
)
def collective_owner(case: Case) -> Iterator[Problem]:
    """An action is not left to a collective alone.

    Why:
        What everybody is responsible for, nobody is: there is no one to ask for an update.

    Bad:
        parties: [{id: schools, kind: collective, name: All schools}]
        themes:
          - title: Reading
            actions: [{ref: 1a, text: Open a club, responsible: [schools]}]

    Good:
        parties:
          - {id: schools, kind: collective, name: All schools}
          - {id: library-service, kind: team, name: Library service}
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Open a club
                responsible: [schools, {party: library-service, role: lead}]
    """
    for row in case.rows:
        owners = [case.party(given.party) for given in _answering(row.action.responsible)]
        if owners and all(_is_collective(owner) for owner in owners):
            names = " and ".join(owner.name for owner in owners if owner)
            what = "which is a collective" if len(owners) == 1 else "which are collectives"
            yield Problem(
                (*row.path, "responsible"),
                f"{named(row)} is left to {names}, {what}",
                "Name one body of it that answers for the action, with role: lead.",
            )


@rule(
    "PLN304",
    "no-lead",
    Weight.INFO,
    question="Which of those responsible for {subject} leads?",
    together="{hits} actions name several parties and no lead",
)
def no_lead(case: Case) -> Iterator[Problem]:
    """Where several are responsible, one of them leads.

    Why:
        The term's update is asked of one body; of several equals each waits for the other.

    Bad:
        - {ref: 1a, text: Open a club, responsible: [library-service, youth-service]}

    Good:
        - ref: 1a
          text: Open a club
          responsible: [{party: library-service, role: lead}, youth-service]
    """
    for row in case.rows:
        answering = _answering(row.action.responsible)
        if len(answering) > 1 and not any(given.role in LEADING for given in answering):
            yield Problem(
                (*row.path, "responsible"),
                f"{named(row)} has {len(answering)} parties responsible and none that leads",
                "Give one of them role: lead.",
            )


def unknown_names(case: Case) -> Iterator[tuple[Path, str]]:
    """The names of the file that no party has, where there are parties."""
    for path, name in _named_parties(case) if case.subject.parties else ():
        if case.party(name) is None:
            yield path, name


def _answering(assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    return tuple(given for given in assignments if given.role in ANSWERING)


def _is_collective(party: Party | None) -> bool:
    return party is not None and party.kind is PartyKind.COLLECTIVE


def _named_parties(case: Case) -> Iterator[tuple[Path, str]]:
    """Every place of the file where a party is named, with the name."""
    # A plan takes the coordinator from its programme; that name is judged where it is written.
    if case.subject.coordinator and case.document.holds(("coordinator",)):
        yield ("coordinator",), case.subject.coordinator
    if isinstance(case.subject, Plan):
        yield from _named_in_plan(case.subject)
        for row in case.rows:
            yield from _named_in_row(row)


def _named_in_plan(plan: Plan) -> Iterator[tuple[Path, str]]:
    single: list[tuple[Path, str | None]] = [
        (("group",), plan.group),
        *((("links", at, "group"), link.group) for at, link in enumerate(plan.links)),
        *((("kpis", at, "owner"), kpi.owner) for at, kpi in enumerate(plan.kpis)),
        *(
            (("reports", str(term), "prepared_by"), n.prepared_by)
            for term, n in plan.reports.items()
        ),
    ]
    yield from ((path, name) for path, name in single if name)
    for at, theme in enumerate(plan.themes):
        yield from _assigned(("themes", at, "responsible"), theme.responsible)


def _named_in_row(row: Row) -> Iterator[tuple[Path, str]]:
    yield from _assigned((*row.path, "responsible"), row.action.responsible)
    if row.action.respondent:
        yield (*row.path, "respondent"), row.action.respondent
    for at, link in enumerate(row.action.links):
        if link.group:
            yield (*row.path, "links", at, "group"), link.group
    for at, milestone in enumerate(row.action.milestones):
        yield from _assigned((*row.path, "milestones", at, "responsible"), milestone.responsible)
    for period, update in row.action.updates.items():
        if update.by:
            yield (*row.path, "updates", str(period), "by"), update.by


def _assigned(path: Path, assignments: tuple[Assignment, ...]) -> Iterator[tuple[Path, str]]:
    for number, given in enumerate(assignments):
        yield (*path, number, "party"), given.party


RULES = (no_responsible, unknown_party, collective_owner, no_lead)
