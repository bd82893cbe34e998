"""Texts as cells have them: tidied, and steps and days in words that are read back alike."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from planctl.model import FuzzyDate, NextStep, Timeline, read_deadline

_BY: Final = re.compile(r"(.*\S)\s+\(?by\s+([^()]+?)\)?[.\s]*", re.IGNORECASE | re.DOTALL)
"""A next step and its deadline."""
_BULLET: Final = re.compile(r"^(?:[-–•*]|\d{1,2}[.)])\s+")
_CARRIAGE: Final = re.compile(r"_x000[dD]_|\r\n?")

Step = Mapping[str, str]
"""The text of a step, and under `due` its deadline where it has one."""


def tidied(text: str) -> str:
    """The text in composed form, with plain line ends and no blanks at the ends of lines."""
    plain = unicodedata.normalize("NFC", _CARRIAGE.sub("\n", text)).replace("\u00a0", " ")
    return "\n".join(line.rstrip() for line in plain.split("\n")).strip()


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something, without the bullets before them."""
    lines = (_BULLET.sub("", line.strip()).strip() for line in text.split("\n"))
    return tuple(line for line in lines if line)


def step_said(line: str, timeline: Timeline) -> Step:
    """The step, with the day or time that follows its last `by`.

    What follows is left in the text when it is no deadline: `Send the list by post`.
    """
    found = _BY.fullmatch(line)
    if not found:
        return {"text": line}
    step, by = found.groups()
    due = read_deadline(by, timeline)
    if due and (due.latest or timeline.period(by)):
        return {"text": step.rstrip(" ,"), "due": str(due)}
    return {"text": line}


def steps_shown(steps: Iterable[NextStep]) -> str:
    """The steps as a cell has them, one a line."""
    return "\n".join(_shown(" ".join(step.text.split()), step.due) for step in steps)


def steps_as_said(steps: Iterable[Step], timeline: Timeline) -> str:
    """The same for steps that were typed."""
    return "\n".join(
        _shown(step["text"], read_deadline(step["due"], timeline) if "due" in step else None)
        for step in steps
    )


def _shown(text: str, due: FuzzyDate | None) -> str:
    return f"{text.rstrip(' .,')} by {day_shown(due)}" if due else text


def day_shown(due: FuzzyDate) -> str:
    """The deadline as people write it."""
    if due.is_exact and due.latest:
        return f"{due.latest.day} {due.latest:%B %Y}"
    return due.text
