"""Rules on persons: who can be known from what the public reads."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.audit import CONTACTS_REMOVED, TITLED, is_person, persons_of, without_contacts
from planctl.findings import Path
from planctl.model import Plan
from planctl.rules.rule import Case, Problem, Weight, rule
from planctl.rules.written import is_words, texts_that

_FEW: Final = 5
_UNPRINTED: Final = frozenset({"format", "id", "own", "sha256", "uid"})
_OF_PERSONS: Final = re.compile(
    r"\b(?:adult|carer|child|children|famil|girl|boy|household|learner|parent|people|person|pupil"
    r"|staff|student|teacher|volunteer|women|men)",
    re.IGNORECASE,
)
"""Units of which each one is somebody."""


@rule(
    "PLN860",
    "person-named",
    Weight.WARNING,
    question="Who can be known from {subject}, and need they be?",
)
def person_named(case: Case) -> Iterator[Problem]:
    """No text that the public may read names a person, and no count is of fewer than five people.

    E-mail addresses, telephone numbers of the United Kingdom, the names of parties of the kind
    person, and names after a title such as Mrs are found; another name is not told from any other
    words. Who is named as a party, as in responsible, is not found: the public reads their label.

    Why:
        A plan is published, copied and kept for years. Addresses and names are personal data, and
        where three pupils are counted, their classmates know which.

    Bad:
        aim: More families read. Mrs Example (reading@example.org) has the list.

    Good:
        aim: More families read. The library service has the list.
    """
    yield from _in_words(case)
    yield from _few_people(case)


def _in_words(case: Case) -> Iterator[Problem]:
    texts = tuple(texts_that(str.strip, case.document.root))
    persons = persons_of(case.plan.parties, (text for path, text in texts if path[0] != "parties"))
    for path, text in texts:
        if not _is_printed(case, path) or persons.label(text) is not None:
            continue
        words, contacts = without_contacts(text)
        labels = persons.named_in(words)
        if contacts:
            yield Problem(
                path,
                "an e-mail address or a telephone number stands in words that the public may read",
                f"Take it out: the public's report has '{CONTACTS_REMOVED}' in its place.",
            )
        if labels:
            yield Problem(
                path,
                "a person is named in words that the public may read",
                f"Write the post or team: the public's report has '{labels[0]}' in its place.",
            )
        elif TITLED.search(words):
            yield Problem(
                path,
                "somebody who is not among the parties is named in words that the public may read",
                "Write the post or team; names are taken out of the public's report where they are"
                " those of parties with kind: person.",
            )


def _is_printed(case: Case, path: Path) -> bool:
    """Whether words stand there that a report for the public may have."""
    match path:
        case ("parties", int() as number, *_) if is_person(case.plan.parties[number]):
            return False
        case (*_, "source", field) if field != "from":
            return False
    return _UNPRINTED.isdisjoint(path) and is_words(Plan, path)


def _few_people(case: Case) -> Iterator[Problem]:
    for number, event in enumerate(case.plan.engagement):
        for place, group in enumerate(event.audience):
            if group.count is not None and 0 < group.count < _FEW:
                path = ("engagement", number, "audience", place, "count")
                yield Problem(
                    path,
                    f"{group.count} people are so few that they may be known",
                    "Leave the number out, or count them together with others.",
                )
    for number, kpi in enumerate(case.plan.kpis):
        for period, actual in kpi.actuals.items():
            is_small = actual.value is not None and 0 < actual.value < _FEW
            if is_small and not actual.suppressed and _OF_PERSONS.match((kpi.unit or "").strip()):
                yield Problem(
                    case.written(("kpis", number, "actuals", str(period)), "value"),
                    f"{actual.value} {kpi.unit} are so few that they may be known",
                    "Write <5 in place of the figure.",
                )


RULES = (person_named,)
