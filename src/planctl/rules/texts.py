"""Rules on how things are worded. planctl.wording is loaded by the first of them that runs."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.findings import Related
from planctl.model import Plan, Row
from planctl.progress import is_open
from planctl.rules.rule import Case, Problem, Weight, named, rule
from planctl.rules.written import is_words, texts_that

_CAPITALS: Final = re.compile("[A-Z][&a-z]?[A-Z]")
_UNREAD: Final = frozenset({"format", "glossary", "id", "locator", "sha256", "source", "uid"})
"""Fields that are printed nowhere, or that explain abbreviations."""


@rule(
    "PLN851",
    "near-duplicate",
    Weight.INFO,
    question="What sets {subject} apart from the action that says nearly the same?",
    is_for_auditors=True,
)
def near_duplicate(case: Case) -> Iterator[Problem]:
    """No two open actions say nearly the same.

    Texts that differ in a number or a time of the year do so on purpose. How alike is too alike
    can be set for the workspace.

    Why:
        Work that stands in a plan twice is counted twice, and reported on in two ways.

    Bad:
        - {ref: 1a, text: Open a homework club in the three libraries of the town}
        - {ref: 1b, text: Open homework clubs in the three libraries of the town}

    Good:
        - {ref: 1a, text: Open a homework club in the three libraries of the town}
        - {ref: 1b, text: Ask families when they could come to a homework club}
    """
    from planctl.wording.similarity import near_pairs  # noqa: PLC0415 - see above
    from planctl.wording.words import words  # noqa: PLC0415 - see above

    every = _open_rows(case)
    texts = [row.action.text for row in every]
    for first, second in near_pairs(texts, case.thresholds.near_duplicate):
        row, other = every[second], every[first]
        nearly = "" if words(texts[first]) == words(texts[second]) else "nearly "
        yield Problem(
            (*row.path, "text"),
            f"{named(row)} says {nearly}the same as {other.label}",
            "Make one of the two, or say in each what sets it apart.",
            related=(Related(f"{other.label} says this", (*other.path, "text")),),
        )


@rule(
    "PLN852",
    "compound-action",
    Weight.INFO,
    question="Which part of {subject} does its rating speak of?",
    together="{hits} actions ask for several things",
    is_opt_in=True,
)
def compound_action(case: Case) -> Iterator[Problem]:
    """An action asks for one thing.

    Two verbs on one thing, as in 'review and update the list', are one. What only looks like
    several things is found too: the rule runs when it is selected.

    Why:
        Of an action in three parts, two done and one not, every rating is wrong.

    Bad:
        - {ref: 1a, text: Open a homework club and train twenty volunteers}

    Good:
        - ref: 1a
          text: Open a homework club
          sub_actions: [{ref: 1a i, text: Train twenty volunteers}]
    """
    from planctl.wording.verbs import several_verbs  # noqa: PLC0415 - see above

    for row in _open_rows(case):
        verbs = several_verbs(row.action.text)
        if verbs:
            told = f"{', '.join(verbs[:-1])} and {verbs[-1]}"
            yield Problem(
                (*row.path, "text"),
                f"{named(row)} asks for several things: {told}",
                "Give each a row of its own, or put them into sub_actions:.",
            )


@rule(
    "PLN853",
    "question-as-action",
    Weight.INFO,
    question="What is to be done about the question that {subject} asks?",
    is_for_auditors=True,
)
def question_as_action(case: Case) -> Iterator[Problem]:
    """An action says what is to be done, and does not only ask.

    Why:
        A question can be answered by anyone at any time, and nobody can say that it is overdue.

    Bad:
        - {ref: 1a, text: "What do parents want?"}

    Good:
        - {ref: 1a, text: "Ask parents: what do you want?"}
    """
    from planctl.wording.verbs import is_question  # noqa: PLC0415 - see above

    for row in _open_rows(case):
        if is_question(row.action.text):
            yield Problem(
                (*row.path, "text"),
                f"{named(row)} is a question",
                "Say who is to find out what: 'Ask parents what they want'.",
            )


@rule(
    "PLN854",
    "undefined-acronym",
    Weight.INFO,
    question="What do the abbreviations of the plan stand for?",
    is_for_auditors=True,
)
def undefined_acronym(case: Case) -> Iterator[Problem]:
    """Every abbreviation in capitals is spelt out: in the text, in the glossary, or as a party.

    Why:
        Parents and new members read the plan too. What its authors say every day they have never
        heard.

    Bad:
        aim: More parents take part in FSD events.

    Good:
        aim: More parents take part in events of the Family Support Directory (FSD).
    """
    from planctl.wording.acronyms import acronyms, spelt_out  # noqa: PLC0415 - see above

    texts = _read_texts(case)
    explained = {
        *_explained(case),
        *(name.casefold() for text in texts for name in spelt_out(text)),
    }
    names = {name for text in texts for name in acronyms(text)}
    unknown = sorted(name for name in names if name.casefold() not in explained)
    if unknown:
        one = len(unknown) == 1
        skeleton = ", ".join(f"{name}: ..." for name in unknown)
        yield Problem(
            case.written((), "glossary", "title"),
            f"{'one abbreviation is' if one else f'{len(unknown)} abbreviations are'} nowhere"
            f" spelt out: {', '.join(unknown)}",
            f"Add what they stand for: glossary: {{{skeleton}}}",
            part="key",
        )


@rule(
    "PLN855",
    "vague-verb",
    Weight.INFO,
    question="How will anyone know when {subject} is done?",
    together="{hits} actions begin with a verb of which nobody can say when it is done",
    is_opt_in=True,
)
def vague_verb(case: Case) -> Iterator[Problem]:
    """An action begins with a verb of which anyone can say whether it was done.

    Support, promote, encourage and their like are vague; with a success measure beside them they
    are not. The rule runs when it is selected.

    Why:
        To encourage is never finished, and never late.

    Bad:
        - {ref: 1a, text: Encourage reading at home}

    Good:
        - {ref: 1a, text: Give every family of the first year a library card}
        - {ref: 1b, text: Encourage reading at home, success: [Forty families borrow each week.]}
    """
    from planctl.wording.verbs import vague_opening  # noqa: PLC0415 - see above

    for row in _open_rows(case):
        is_measured = row.action.success or row.action.kpis
        verb = None if is_measured else vague_opening(row.action.text)
        if verb:
            yield Problem(
                (*row.path, "text"),
                f"{named(row)} begins with '{verb}', of which nobody can say when it is done",
                "Say what will be there afterwards, or add success: [what will be different].",
            )


def _open_rows(case: Case) -> list[Row]:
    """The rows that are still to be done: the others are history, however they are worded."""
    scale, timeline = case.plan.rating_scale, case.plan.timeline
    return [row for row in case.rows if is_open(row, scale, timeline, case.as_of)]


def _read_texts(case: Case) -> list[str]:
    """The texts with capitals in a row that readers meet."""
    return [
        text
        for path, text in texts_that(_CAPITALS.search, case.document.root)
        if _UNREAD.isdisjoint(path) and is_words(Plan, path)
    ]


def _explained(case: Case) -> Iterator[str]:
    """What the glossary and the parties explain, in small letters."""
    for name in case.plan.glossary:
        yield from (name.casefold(), name.casefold().removesuffix("s"))
    for party in case.plan.parties:
        for name in (party.id, *party.aliases):
            if name.casefold() != party.name.casefold():
                yield name.casefold()


RULES = (near_duplicate, compound_action, question_as_action, undefined_acronym, vague_verb)
