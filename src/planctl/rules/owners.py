"""Rules on those who are named as responsible: whether they are there, real, and free."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from planctl.findings import Path
from planctl.model import ANSWERING, Party, PartyKind, Row
from planctl.progress import effective_due, is_open
from planctl.rules.rule import Case, Problem, Weight, rule

_FEWEST: Final = 5
_HEAVY: Final = 4
"""So many actions are a load, whatever their share."""

"""With fewer rows than these no party has many."""
_WAS: Final = (("is", "are"), ("was", "were"))
"""The verb by whether it is over, and whether they are several."""


@rule(
    "PLN305",
    "owner-left",
    Weight.ERROR,
    question="Who takes over {subject} from those who leave before it is done?",
)
def owner_left(case: Case) -> Iterator[Problem]:
    """Somebody responsible is there until an open action is due, and as long as it is open.

    A party is there from its from: to its to:. Of several, one that stays is enough. What is taken
    from a theme is said of the theme.

    Why:
        When a post ends the work goes on the shelf with it, unless it was handed over in time.

    Bad:
        parties: [{id: reading-officer, kind: post, name: Reading officer, to: 2017-12-31}]
        themes:
          - title: Reading
            actions:
              - {ref: 1a, text: Open a club, responsible: [reading-officer], due: 2018-03-29}

    Good:
        parties:
          - {id: reading-officer, kind: post, name: Reading officer, to: 2017-12-31}
          - {id: library-service, kind: team, name: Library service, from: 2018-01-01}
        themes:
          - title: Reading
            actions:
              - ref: 1a
                text: Open a club
                responsible: [reading-officer, library-service]
                due: 2018-03-29
    """
    if not any(party.to for party in case.plan.parties):
        return
    said: set[Path] = set()
    for row in case.rows:
        path, until = _held_at(row), _last_day(row, case)
        if path is None or path in said or not _is_open(row, case):
            continue
        left = _those_gone(row, case, until)
        if left:
            said.add(path)
            latest = max(party.to for party in left if party.to)
            names = " and ".join(party.name for party in left)
            verb = _WAS[latest < case.as_of][len(left) > 1]
            open_until = f"is due by {until}" if until > case.as_of else "is still open"
            yield Problem(
                path,
                f"{names} {verb} there until {latest}, and {row.label} {open_until}",
                "Name who takes it over beside them, or correct to: in parties.",
            )


@rule(
    "PLN306",
    "owner-is-instruction",
    Weight.INFO,
    question="Who is responsible for {subject}, where an instruction stands in place of a name?",
)
def owner_is_instruction(case: Case) -> Iterator[Problem]:
    """Whoever is responsible is named; what they are to do stands elsewhere.

    Why:
        Tables have cells such as 'Library to ask schools' under Responsible. Copied as they are,
        they become the name of somebody whom nobody can ask.

    Bad:
        - {ref: 1a, text: Open a homework club, responsible: [Library service to ask the schools]}

    Good:
        - ref: 1a
          text: Open a homework club
          responsible: [{party: Library service, note: Asks the schools}]
    """
    parties = case.plan.parties
    for row in case.rows:
        for number, given in enumerate(row.action.responsible):
            party = case.party(given.party)
            name = party.name if party else given.party
            # A name that no party has is said to be unknown already.
            if (party or not parties) and _can_be_instruction(name):
                yield Problem(
                    (*row.path, "responsible", number, "party"),
                    f"'{name}' says what is to be done, where a name is expected",
                    "Name the party alone, and put the rest into its note:.",
                )


@rule(
    "PLN307",
    "overloaded-party",
    Weight.INFO,
    question="Can one party carry as many of the actions as {subject} gives it?",
)
def overloaded_party(case: Case) -> Iterator[Problem]:
    """No party is responsible for more of the actions than it can carry.

    More than a third is too many, unless the workspace sets another threshold. Fewer than four
    actions, plans of fewer than five, plans for which one party answers alone, and collectives are
    left out.

    Why:
        Where one party holds most of a plan, its one absence stops most of the plan.

    Bad:
        themes:
          - title: Reading
            actions:
              - {ref: 1a, text: Open a homework club, responsible: [library-service]}
              - {ref: 1b, text: Train volunteers, responsible: [library-service]}
              - {ref: 1c, text: Print a calendar, responsible: [library-service]}
              - {ref: 1f, text: Lend books, responsible: [library-service]}
              - {ref: 1d, text: Ask parents, responsible: [schools]}
              - {ref: 1e, text: Find a room, responsible: [youth-service]}

    Good:
        themes:
          - title: Reading
            actions:
              - {ref: 1a, text: Open a homework club, responsible: [library-service]}
              - {ref: 1b, text: Train volunteers, responsible: [youth-service]}
              - {ref: 1c, text: Print a calendar, responsible: [governors]}
              - {ref: 1d, text: Ask parents, responsible: [schools]}
              - {ref: 1e, text: Find a room, responsible: [council]}
    """
    held: dict[str, list[Row]] = {}
    for row in case.rows:
        for name in _answering_names(row, case):
            held.setdefault(name, []).append(row)
    count, most = len(case.rows), case.thresholds.overloaded_party
    if count < _FEWEST or len(held) < len(("one", "another")):
        return
    for name, theirs in held.items():
        if len(theirs) >= _HEAVY and len(theirs) * 100 > most * count:
            yield Problem(
                (),
                f"{name} is responsible for {len(theirs)} of {count} actions",
                "Share them out, or name the teams or posts of it that do the work.",
            )


def _held_at(row: Row) -> Path | None:
    """Where the row's owners are written; None when they are its parent's, and judged there."""
    if row.action.responsible:
        return (*row.path, "responsible")
    return ("themes", row.path[1], "responsible") if row.parent is None else None


def _last_day(row: Row, case: Case) -> date:
    """The day until which somebody has to be there for the row."""
    due = effective_due(row, case.plan.timeline)
    return max(due, case.as_of) if due else case.as_of


def _those_gone(row: Row, case: Case, until: date) -> list[Party]:
    """Those responsible, where none of them is there on the day; else nobody."""
    gone: list[Party] = []
    for given in row.responsible:
        if given.role not in ANSWERING:
            continue
        party = case.party(given.party)
        if party is None or party.to is None or party.to >= until:
            return []
        gone.append(party)
    return gone


def _is_open(row: Row, case: Case) -> bool:
    return is_open(row, case.plan.rating_scale, case.plan.timeline, case.as_of)


def _can_be_instruction(name: str) -> bool:
    if " " not in name:
        return False
    # Most plans have no need of it, and its import costs more than this rule.
    from planctl.wording.verbs import is_instruction  # noqa: PLC0415

    return is_instruction(name)


def _answering_names(row: Row, case: Case) -> dict[str, None]:
    """The names of those who answer for the row, each once; collectives are not among them."""
    names: dict[str, None] = {}
    for given in row.responsible:
        party = case.party(given.party)
        is_collective = party is not None and party.kind is PartyKind.COLLECTIVE
        if given.role in ANSWERING and not is_collective:
            names[party.name if party else given.party] = None
    return names


RULES = (owner_left, owner_is_instruction, overloaded_party)
