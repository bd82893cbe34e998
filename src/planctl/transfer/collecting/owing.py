"""Who owes what in a term, and the reminders for it: for an e-mail, as csv, for a diary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from planctl.model import NextStep, Plan, rows
from planctl.progress import (
    lacks_responsible,
    lacks_timeline,
    owes_update,
    steps_promised,
    update_in,
)
from planctl.transfer.collecting.asked import (
    Asked,
    PlanTerm,
    Respondent,
    keys,
    party_named,
    respondent_of,
)
from planctl.transfer.collecting.contacts import Contact, as_csv, contact_of
from planctl.transfer.collecting.words import steps_shown
from planctl.transfer.writing.calendar_file import Entry, calendar_of


class Debt(StrEnum):
    """What is owed."""

    UPDATE = "update"
    STEP = "step"
    OWNER = "owner"
    DATE = "date"


_HEADS: Final[Mapping[Debt, str]] = {
    Debt.UPDATE: "Without an update for {term}",
    Debt.STEP: "Promised, and not answered yet: was it done?",
    Debt.OWNER: "Nobody is responsible yet",
    Debt.DATE: "Without a date",
}


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that a respondent owes; `text` says it for a reader."""

    kind: Debt
    asked: Asked
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Debtor:
    """A respondent, and all that they owe."""

    respondent: Respondent
    owed: tuple[Owed, ...]


def owing(every: Iterable[PlanTerm]) -> tuple[Debtor, ...]:
    """Who owes what, by name."""
    by_whom: dict[Respondent, list[Owed]] = {}
    for one in every:
        keyed = keys(one.plan)
        for row in rows(one.plan):
            asked = Asked(one.plan, one.term, row, keyed[row.path])
            for owed in _of_row(asked):
                by_whom.setdefault(_who(asked, owed), []).append(owed)
    people = sorted(by_whom, key=lambda person: (person.name.casefold(), person.id))
    return tuple(Debtor(person, tuple(by_whom[person])) for person in people)


def _who(asked: Asked, owed: Owed) -> Respondent:
    """Who owes it: a missing owner is for whoever keeps the plan to find."""
    if owed.kind is Debt.OWNER and asked.plan.coordinator:
        return party_named(asked.plan, asked.plan.coordinator)
    return respondent_of(asked.plan, asked.row)


def _of_row(one: Asked) -> Iterator[Owed]:
    row, plan = one.row, one.plan
    if row.action.closure is not None:
        return
    title = row.action.title or " ".join(row.action.text.split())
    is_owed = owes_update(row, plan.rating_scale, plan.timeline, one.term)
    end = plan.timeline.ends(one.term)
    if is_owed and update_in(row, plan.timeline, one.term) is None:
        yield Owed(Debt.UPDATE, one, title, end)
    if is_owed:
        for step in steps_promised(row, plan.timeline, one.term)[1]:
            if step.kept is None:
                yield Owed(Debt.STEP, one, steps_shown([step]), _day(step) or end)
    if lacks_responsible(row):
        yield Owed(Debt.OWNER, one, title, row.action.responsible_to_follow_by)
    if lacks_timeline(row):
        yield Owed(Debt.DATE, one, title)


def _day(step: NextStep) -> date | None:
    return step.due.latest if step.due else None


def as_text(found: Sequence[Debtor], contacts: Mapping[str, Contact]) -> str:
    """For each respondent what can be pasted into an e-mail; addresses where they are known."""
    if not found:
        return "Nobody owes anything.\n"
    return "\n".join("\n".join(_mail(one, contact_of(one.respondent, contacts))) for one in found)


def _mail(one: Debtor, contact: Contact) -> Iterator[str]:
    who = contact.name or one.respondent.name
    yield f"To: {who}{f' <{contact.email}>' if contact.email else ''}"
    several = len({owed.asked.plan.id for owed in one.owed}) > 1
    for plan in _plans(one):
        own = [owed for owed in one.owed if owed.asked.plan.id == plan.id]
        yield f"Subject: {plan.title}, {own[0].asked.term}" if not several else f"{plan.title}"
        for kind in Debt:
            listed = [owed for owed in own if owed.kind is kind]
            if listed:
                yield f"  {_HEADS[kind].format(term=own[0].asked.term)}"
                yield from (f"    {owed.asked.name}  {owed.text}" for owed in listed)
    yield ""


def _plans(one: Debtor) -> tuple[Plan, ...]:
    return tuple({owed.asked.plan.id: owed.asked.plan for owed in one.owed}.values())


def as_table(found: Sequence[Debtor], contacts: Mapping[str, Contact]) -> bytes:
    """One row for each thing that is owed."""
    rows_ = [("party", "respondent", "name", "email", "plan", "term", "ref", "owes", "text", "on")]
    for one in found:
        contact = contact_of(one.respondent, contacts)
        rows_ += [
            (one.respondent.id, one.respondent.name, contact.name, contact.email,
             owed.asked.plan.id, str(owed.asked.term), owed.asked.name, owed.kind.value,
             owed.text, owed.on.isoformat() if owed.on else "")
            for owed in one.owed
        ]  # fmt: skip
    return as_csv(rows_)


def as_diary(found: Sequence[Debtor]) -> bytes:
    """What is owed by a day, as all-day entries: updates on the last day of the term."""
    return calendar_of(entry for one in found for entry in _entries(one))


def _entries(one: Debtor) -> Iterator[Entry]:
    for number, owed in enumerate(one.owed):
        if owed.on is None:
            continue
        asked = owed.asked
        key = f"{asked.plan.id}-{asked.key.replace(':', '-')}-{owed.kind}-{number}"
        title = f"{asked.name}: {_TITLES[owed.kind]} ({one.respondent.name})"
        yield Entry(key, owed.on, title, f"{asked.plan.title}\n{owed.text}")


_TITLES: Final[Mapping[Debt, str]] = {
    Debt.UPDATE: "update is owed",
    Debt.STEP: "was it done as promised",
    Debt.OWNER: "name who is responsible",
    Debt.DATE: "say when",
}
