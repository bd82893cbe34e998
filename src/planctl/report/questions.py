"""Part 7: what members may ask."""

from dataclasses import dataclass

from planctl.report.asking import MOST, MOST_OF_ONE, Question, asked_of
from planctl.report.numbers import Numbers
from planctl.report.occasion import Occasion


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """One question, why it is asked, and where in the report to look."""

    question: str
    """What may be asked."""
    why: str
    """What gives cause to ask it."""
    where: str
    """The part of the report to look at."""
    anchor: str
    """The id of that place."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions, the gravest first; `note` is the rule by which they were chosen."""

    note: str
    """By which rule they were chosen."""
    see: str
    """The word before the place to look."""
    page: str
    """The word before the page's number."""
    asked: tuple[QuestionShown, ...]
    """The questions, the gravest first."""


def questions_part(report: Occasion, numbers: Numbers) -> Questions | None:
    """The part; None where there is nothing to ask."""
    del numbers
    found = asked_of(report)
    if not found:
        return None
    words = report.words
    return Questions(
        note=words.say("questions_note", most=MOST, of_one=MOST_OF_ONE),
        see=words.say("questions_where"),
        page=words.say("questions_page"),
        asked=tuple(_shown(one, report) for one in found),
    )


def ended(clause: str) -> str:
    """The clause with a full stop, unless it ends a sentence already."""
    return clause if clause.rstrip("’'\"").endswith((".", "?", "!")) else f"{clause}."


def _shown(one: Question, report: Occasion) -> QuestionShown:
    return QuestionShown(
        one.question, ended(one.why), report.words.say(f"label_{one.part}"), one.anchor
    )
