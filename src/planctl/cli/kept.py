"""What became of last term's next steps, as somebody says it."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import typer

from planctl.cli.output import note
from planctl.errors import WrongValueError

if TYPE_CHECKING:
    from planctl.cli.action_called import Called
    from planctl.model import NextStep, Period
    from planctl.source import Document

_NUMBERED: Final = re.compile(r"\s*(\d+)\s*=\s*(.*)")
_TAKES: Final = "It takes done, part or not_done; for one of several steps 2=done."


def promised(called: "Called", term: "Period") -> "tuple[Period | None, tuple[NextStep, ...]]":
    """The last term before this one in which next steps were said, and those steps."""
    from planctl.progress import steps_promised  # noqa: PLC0415 - help does not need it

    return steps_promised(called.row, called.plan.timeline, term)


def kept_said(said: Sequence[str], steps: "Sequence[NextStep]", name: str) -> Mapping[int, str]:
    """What was said of each step, by its number from 0. Raises WrongValueError."""
    from planctl.editing.kept import kept_word  # noqa: PLC0415 - help does not need it

    found: dict[int, str] = {}
    for one in said:
        numbered = _NUMBERED.fullmatch(one)
        word = kept_word(numbered[2] if numbered else one)
        if word is None:
            raise WrongValueError("--kept", one, _TAKES)
        if not steps:
            remedy = "Leave the option out: only steps that were promised can be kept."
            raise WrongValueError("--kept", one, remedy, f"cannot be said: {name} promised nothing")
        if numbered and not 1 <= int(numbered[1]) <= len(steps):
            remedy = f"Name one from 1 to {len(steps)}."
            raise WrongValueError("--kept", one, remedy, "is of a step that is not there")
        numbers = [int(numbered[1]) - 1] if numbered else range(len(steps))
        found |= dict.fromkeys(numbers, word)
    return found


def kept_asked(steps: "Sequence[NextStep]") -> Mapping[int, str]:
    """The answers typed on the terminal, for each step of which nothing is known."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - only for questions
    from planctl.editing.kept import kept_word  # noqa: PLC0415 - as above

    found = {}
    for number, step in enumerate(steps):
        while step.kept is None:
            question = f"Last term you said: {printable(step.text)} Was it done? (yes, part or no)"
            typed = typer.prompt(question, default="", show_default=False, prompt_suffix=" ")
            if not typed.strip():
                break
            if word := kept_word(typed):
                found[number] = word
                break
            note("Answer yes, part or no; Enter leaves it open.")
    return found


def with_kept_said(
    called: "Called", document: "Document", term: "Period", kept: Mapping[int, str]
) -> "Document":
    """The document in which the steps of that term say so."""
    from planctl.editing.kept import with_kept  # noqa: PLC0415 - help does not need it

    updates = (*called.row.path, "updates")
    names = document.value(updates) or {}
    timeline = called.plan.timeline
    name = next(one for one in names if timeline.period(one) == term and names[one])
    return with_kept(document, (*updates, name, "next_steps"), kept)
