"""Rules on evidence: whether its files are there, as they were, and of more than one kind."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from planctl.findings import Path
from planctl.model import Evidence, Method, Period, Row, Update
from planctl.rules.rule import Case, Problem, Weight, rule

_ADDRESS: Final = re.compile(r"(?:[a-z][a-z0-9+.-]+:|www\.)", re.IGNORECASE)
_FILE: Final = re.compile(r".*\.[a-z][a-z0-9]{1,4}(?:#.*)?|\S+[/\\]\S+", re.IGNORECASE)
_SHOWN: Final = 12
"""Digits of a digest: enough to tell two apart."""


def rows_with_impact(case: Case) -> int:
    """How many rows have their impact rated."""
    return sum(_latest_impact(case, row) is not None for row in case.rows)


@rule(
    "PLN713",
    "evidence-missing-file",
    Weight.ERROR,
    question="Where is the evidence of {subject} kept?",
)
def evidence_missing_file(case: Case) -> Iterator[Problem]:
    """A file that is named as evidence is in the workspace.

    Its path begins at the folder of the workspace. Web addresses are not looked at, and nor are
    words that are no path, such as the place of a paper file.

    Why:
        Evidence that cannot be opened shows nothing, and is missed only when someone asks for it.

    Bad:
        - ref: 1a
          text: Open a homework club
          evidence: [{title: Sign-in sheets, locator: evidence/sing-in-sheets.csv}]

    Good:
        - ref: 1a
          text: Open a homework club
          evidence: [{title: Sign-in sheets, locator: evidence/sign-in-sheets.csv}]
    """
    for path, evidence in _files(case):
        if _digest(case, evidence) is None:
            yield Problem(
                (*path, "locator"),
                f"the workspace has no file {evidence.locator}, the evidence '{evidence.title}'",
                "Put the file there, or correct the path: it begins at the folder of the "
                "workspace, with / between folders.",
            )


@rule(
    "PLN714",
    "evidence-changed",
    Weight.ERROR,
    question="Who changed the evidence of {subject}, and is what was said of it still true?",
)
def evidence_changed(case: Case) -> Iterator[Problem]:
    """A file of evidence is the one whose digest the plan records.

    Why:
        A rating was given on the file as it was; what has changed since may no longer bear it out
        (the chain of custody of audit evidence).

    Bad:
        - ref: 1a
          text: Open a homework club
          evidence:
            - title: Sign-in sheets
              locator: evidence/sign-in-sheets.csv
              sha256: 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9

    Good:
        - ref: 1a
          text: Open a homework club
          evidence:
            - title: Sign-in sheets
              locator: evidence/sign-in-sheets.csv
              sha256: 6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b
    """
    for path, evidence in _files(case):
        stated, found = _recorded(evidence), _digest(case, evidence)
        if stated is not None and found is not None and found != stated:
            yield Problem(
                (*path, "sha256"),
                f"{evidence.locator} is not the file whose digest is recorded: it begins with "
                f"{found[:_SHOWN]}, and {stated[:_SHOWN]} is recorded",
                "Put the file back as it was. If the change is right, judge again what rests on "
                f"it, and record sha256: {found}.",
            )


@rule(
    "PLN715",
    "not-triangulated",
    Weight.WARNING,
    question="What bears out the impact of {subject}, and from whose point of view?",
    together="{hits} actions have their impact rated from one side alone",
    population=rows_with_impact,
)
def not_triangulated(case: Case) -> Iterator[Problem]:
    """A rating of impact rests on figures and on accounts, from two perspectives.

    That is one quantitative source and one qualitative, each of another perspective (pupils,
    parents, staff, partners, officials). Sources are those that the latest update with a rating of
    impact names by id or title; where it names none of the action's, all of the action's.

    Why:
        Numbers show whether something changed, and people whether it was the plan that did it; one
        of them alone misleads (triangulation, as evaluators call it).

    Bad:
        - ref: 1a
          text: Open a homework club
          evidence: [{id: E1, title: Sign-in sheets, method: quantitative, perspective: staff}]
          updates: {2017-18 autumn: {rating: green, impact: green, evidence: [E1]}}

    Good:
        - ref: 1a
          text: Open a homework club
          evidence:
            - {id: E1, title: Sign-in sheets, method: quantitative, perspective: staff}
            - {id: E2, title: Talks with pupils, method: qualitative, perspective: pupil}
          updates: {2017-18 autumn: {rating: green, impact: green, evidence: [E1, E2]}}
    """
    for row in case.rows:
        latest = _latest_impact(case, row)
        lack = _lack(_sources(row, latest[1])) if latest else None
        if latest and lack:
            yield Problem(
                (*row.path, "updates", str(latest[0]), "impact"),
                f"the impact of {row.label} is rated for {latest[0]}, and its evidence has {lack}",
                "Add the other sort under evidence:, with method: (quantitative or qualitative) "
                "and perspective:, or leave the impact unrated until it is there.",
            )


def _files(case: Case) -> Iterator[tuple[Path, Evidence]]:
    """The pieces of evidence whose locator is a path."""
    for path, entity in case.entities:
        if isinstance(entity, Evidence) and _is_path(entity.locator):
            yield path, entity


def _is_path(locator: str | None) -> bool:
    if locator is None or "\n" in locator or _ADDRESS.match(locator):
        return False
    return _FILE.fullmatch(locator) is not None


def _digest(case: Case, evidence: Evidence) -> str | None:
    locator = evidence.locator or ""
    # What follows the # names a place within the file.
    return case.digest(locator) or case.digest(locator.partition("#")[0])


def _recorded(evidence: Evidence) -> str | None:
    return evidence.sha256 and evidence.sha256.casefold().removeprefix("sha256:").strip()


def _latest_impact(case: Case, row: Row) -> tuple[Period, Update] | None:
    rated = [entry for entry in row.action.updates.items() if entry[1].impact is not None]
    starts = case.plan.timeline.starts
    return max(rated, key=lambda entry: starts(entry[0]) or date.min, default=None)


def _sources(row: Row, update: Update) -> tuple[Evidence, ...]:
    """What the rating rests on."""
    of_criteria = (piece for success in row.action.success for piece in success.evidence)
    every = (*row.action.evidence, *of_criteria)
    cited = tuple(piece for piece in every if {piece.id, piece.title} & {*update.evidence})
    return cited or every


def _lack(sources: tuple[Evidence, ...]) -> str | None:
    """What keeps the sources from bearing out an impact; None where they do."""
    figures = [piece for piece in sources if piece.method is Method.QUANTITATIVE]
    accounts = [piece for piece in sources if piece.method is Method.QUALITATIVE]
    if not figures or not accounts:
        kinds = {"quantitative": figures, "qualitative": accounts}
        missing = [f"no {kind}" for kind, held in kinds.items() if not held]
        return f"{' and '.join(missing)} source"
    sides = [(one.perspective, other.perspective) for one in figures for other in accounts]
    if any(one and other and one is not other for one, other in sides):
        return None
    return "both sorts of source, though not from two perspectives"


RULES = (evidence_missing_file, evidence_changed, not_triangulated)
