"""The rule on words that only keep a place for others."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.findings import Path
from planctl.model import KpiStatus, Plan, Programme, read_day
from planctl.model.figure import TO_BE_SET
from planctl.rules.ownership import unknown_names
from planctl.rules.rule import Case, Problem, Weight, rule
from planctl.rules.written import is_words, texts_that

_PLACEHOLDER: Final = re.compile(
    r"""(?: to \s be \s (?:agreed|advised|added|announced|arranged|completed|confirmed|decided
                          |defined|determined|discussed|established|identified|named|set)
      | to \s follow | t\.?b\.?[acd]\.? | n\.?[/.]?a\.? | not \s applicable | to ?do
      | \?+ | x{2,} | \.{2,} | … | _+ | [-–—]+
      | [\[<{(] \s* (?:add|enter|insert|name|text|date|tb[acd]|xx+|\?|…|\.{3}) [^\]>})]* [\]>})] )
      [.!?]*""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST: Final = 40

_ELSEWHERE: Final = frozenset({"agreed", "choices", "from", "glossary", "scale", "source"})
"""Fields with entries on what another document says, what stood there before, what signs mean."""
_SIGNS: Final = frozenset({"from", "number", "ref", "uid"})

_OPEN_KPI: Final = frozenset({KpiStatus.TO_FOLLOW, KpiStatus.ESTABLISH_BASELINE})


@rule(
    "PLN213",
    "placeholder",
    Weight.WARNING,
    question="When will {subject} say what is still left open in it?",
    on_programme=True,
)
def placeholder(case: Case) -> Iterator[Problem]:
    """What is not known yet is left out, and not filled with a placeholder.

    Words such as TBC, 'to be agreed', N/A, a question mark or xxx count where they are the whole
    value. What is declared to follow may have them: the owner of an action whose
    responsible_to_follow_by lies ahead, indicators with status: to_follow, and targets to be set.

    Why:
        A cell with TBC in it looks filled, and is counted as filled; a gap is noticed.

    Bad:
        - {ref: 1a, text: Open a homework club, cost: TBC}

    Good:
        - {ref: 1a, text: Open a homework club}
        - {ref: 1b, text: Print a calendar, responsible: TBC, responsible_to_follow_by: 2099-12-31}
    """
    model = Plan if isinstance(case.subject, Plan) else Programme
    found = [
        (path, text)
        for path, text in texts_that(_is_placeholder, case.document.root)
        if _is_said_here(path)
        and is_words(model, path)
        and not _is_to_follow(case, path)
        and not _is_target_to_be_set(path, text)
    ]
    # Where parties are listed, a placeholder among the names is one that nobody has.
    said = {case.document.offset(path) for path, _ in unknown_names(case)} if found else set()
    for path, text in found:
        if case.document.offset(path) not in said:
            field = next((step for step in reversed(path) if isinstance(step, str)), "")
            yield Problem(
                path,
                f"{field} says only '{text.strip()}'",
                "Write what is meant, or leave it out, so that the gap is seen.",
            )


def _is_placeholder(text: str) -> bool:
    return len(text) <= _LONGEST and _PLACEHOLDER.fullmatch(text.strip()) is not None


def _is_said_here(path: Path) -> bool:
    return path[-1] not in _SIGNS and _ELSEWHERE.isdisjoint(path[:-1])


def _is_target_to_be_set(path: Path, text: str) -> bool:
    """Whether it is one of the words by which a KPI says that its target is still to be set."""
    return "targets" in path and " ".join(text.split()).casefold() in TO_BE_SET


def _is_to_follow(case: Case, path: Path) -> bool:
    """Whether the plan says itself that what stands at the path is still to come."""
    if not isinstance(case.subject, Plan):
        return False
    match path:
        case ("kpis", int(number), *fields):
            status = case.subject.kpis[number].status
            is_its_own = status is KpiStatus.TO_FOLLOW or "baseline" in fields
            return status in _OPEN_KPI and is_its_own
        case _ if "responsible" in path:
            action = path[: path.index("responsible")]
            said = case.document.value((*action, "responsible_to_follow_by"))
            promised = read_day(said) if isinstance(said, str) else None
            return promised is not None and promised >= case.as_of
    return False


RULES = (placeholder,)
