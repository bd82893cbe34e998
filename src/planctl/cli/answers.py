"""What is said of an action for a term: options of the command line, or answers on a terminal."""

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import typer

from planctl.cli.output import note, say
from planctl.errors import ExitCode, WrongValueError
from planctl.findings import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from planctl.loading import Reading
    from planctl.model import Plan, Update

Given = Mapping[str, str | list[str]]
"""Fields of an update as somebody typed them."""

_BY: Final = re.compile(r"(.*\S)\s+\(?by\s+([^()]+?)\)?[.\s]*", re.IGNORECASE | re.DOTALL)
"""A next step and its deadline."""

_CHECK: Final = {"rating": "verified", "by": "verified_by", "note": "verified_note"}
"""The fields of a verification, and what gives each."""
_CHECKED_WHAT: Final = "Add --verified LEVEL: the rating that the evidence bears out."
_ALONE: Final = "says nothing by itself"

_PERCENT: Final = "Write a whole number from 0 to 100."
_QUESTIONS: Final = (
    ("rating", "How is it going? ({levels})"),
    ("stage", "How far has it come? (not started, in progress, complete or paused)"),
    ("comment", "What has happened this term?"),
    ("path_to_green", "What will get it back on track?"),
    ("next_steps", "What comes next, and by when? (such as: Visit the school by 30 April 2018)"),
    ("expected", "When will it be finished?"),
)


def update_said(given: Given, plan: "Plan") -> "Update":
    """The update that says what was typed, read as the plan reads it. Raises WrongValueError."""
    from pydantic import ValidationError  # noqa: PLC0415 - help does not need it

    from planctl.model import Update  # noqa: PLC0415 - as above

    for name, value in given.items():
        for text in [value] if isinstance(value, str) else value:
            _must_be_seen(name, text)
    meant = {name: _meant(name, value, plan) for name, value in given.items()}
    try:
        return Update.model_validate(_nested(meant), context=dict(reading(plan)))
    except ValidationError as error:
        raise _wrong(given, error.errors(include_input=False, include_url=False)[0]) from error


def _nested(meant: dict[str, Any]) -> dict[str, Any]:
    """The fields as an update has them: what was found in a check stands together."""
    check = {name: meant[option] for name, option in _CHECK.items() if option in meant}
    if not check:
        return meant
    if "date" in meant:
        check["date"] = meant["date"]
    if "rating" not in check:
        given = next(option(name) for name in _CHECK.values() if name in meant)
        raise WrongValueError(given, str(meant[given[2:].replace("-", "_")]), _CHECKED_WHAT, _ALONE)
    rest = {name: value for name, value in meant.items() if name not in _CHECK.values()}
    return {**rest, "verified": check}


def reading(plan: "Plan") -> "Reading":
    """How words of the plan are read."""
    from planctl.loading import Reading  # noqa: PLC0415 - help does not need it

    return Reading(scale=plan.rating_scale, timeline=plan.timeline, knows_calendars=True)


def asked(plan: "Plan", before: "Update | None") -> Given:
    """The answers typed on the terminal, field by field; none where only Enter was pressed.

    A value that cannot be used is asked for again. Ctrl-C ends with the exit code for that.
    """
    try:
        return _answers(plan, before)
    except (typer.Abort, KeyboardInterrupt):
        say("\n")
        note("Nothing was written.")
        raise typer.Exit(ExitCode.INTERRUPTED) from None


def is_on_terminal() -> bool:
    """Whether somebody can be asked."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


def option(name: str) -> str:
    """The option that gives the field."""
    return "--next-step" if name == "next_steps" else f"--{name.replace('_', '-')}"


def _answers(plan: "Plan", before: "Update | None") -> Given:
    given: dict[str, str | list[str]] = {}
    levels = _listed([level.label for level in plan.rating_scale.all_levels])
    for name, question in _QUESTIONS:
        if name == "path_to_green" and not _is_behind(given, plan, before):
            continue
        stands = _stands(getattr(before, name)) if before else ""
        said = question.format(levels=levels) + stands
        answer = _answer(name, said, plan)
        if name == "next_steps":
            steps = []
            while answer:
                steps.append(answer)
                answer = _answer(name, "And what besides?", plan)
            given |= {name: steps} if steps else {}
        elif answer:
            given[name] = answer
    return given


def _answer(name: str, question: str, plan: "Plan") -> str:
    """One answer that can be used; empty for none."""
    while True:
        typed = typer.prompt(question, default="", show_default=False, prompt_suffix=" ")
        answer = str(typed).strip()
        try:
            if answer:
                update_said({name: [answer] if name == "next_steps" else answer}, plan)
        except WrongValueError as error:
            note(str(error))
        else:
            return answer


def _is_behind(given: Given, plan: "Plan", before: "Update | None") -> bool:
    """Whether a rating says that something must be done."""
    from planctl.model import State  # noqa: PLC0415 - help does not need the model

    rating = given.get("rating") or (before and before.rating)
    level = plan.rating_scale.level(str(rating)) if rating else None
    return level is not None and State(level.state.value) in {State.AT_RISK, State.OFF_TRACK}


def _stands(value: Any) -> str:
    """What an update says already, behind the question for it."""
    from planctl.console.terminal import printable  # noqa: PLC0415 - only for questions

    if not value:
        return ""
    words = "; ".join(step.text for step in value) if isinstance(value, tuple) else str(value)
    return f" [now: {printable(words)}]"


def _meant(name: str, value: str | list[str], plan: "Plan") -> Any:
    if name in {"by", "verified_by"} and isinstance(value, str):
        return _party(name, value, plan)
    if name == "next_steps":
        return [_step(text, plan) for text in value]
    return value


def _party(field: str, name: str, plan: "Plan") -> str:
    """The id of the party that is meant; the name itself where the plan knows no parties."""
    from planctl.model import party_called  # noqa: PLC0415 - help does not need the model

    if not plan.parties:
        return name
    if party := party_called(name.strip(), plan.parties):
        return party.id
    known = [one for party in plan.parties for one in (party.id, party.name, *party.aliases)]
    near = did_you_mean(name, known)
    hint = f"Did you mean {near}? " if near else ""
    remedy = f"{hint}Use a party's id or name, or add it to parties."
    raise WrongValueError(option(field), name, remedy, "is not among the parties")


def _step(text: str, plan: "Plan") -> dict[str, str]:
    """The next step, with the day or time that follows its last `by`.

    What follows is left in the text when it is no deadline: `Send the list by post`.
    """
    from planctl.loading.hints import of_deadline  # noqa: PLC0415 - help does not need it
    from planctl.model import read_deadline  # noqa: PLC0415 - as above

    found = _BY.fullmatch(text)
    if not found:
        return {"text": text}
    step, by = found.groups()
    due = read_deadline(by, plan.timeline)
    if due and (due.latest or plan.timeline.period(by)):
        return {"text": step.rstrip(" ,"), "due": by}
    if not due and (hint := of_deadline(by)):
        remedy = f"{hint}Write: Visit the school by 30 April 2018."
        raise WrongValueError("--next-step", text, remedy)
    return {"text": text}


def _must_be_seen(name: str, text: str) -> None:
    from planctl.source.decode import UNSEEN, name_of  # noqa: PLC0415 - help does not need it

    if not text.strip():
        remedy = "Write something between the quotes, or leave the option out."
        raise WrongValueError(option(name), text, remedy)
    if unseen := UNSEEN.search(text):
        problem = f"holds {name_of(unseen[0])}, which cannot be seen"
        remedy = "Type it anew; pasted text brings such characters along."
        raise WrongValueError(option(name), text, remedy, problem)


def _wrong(given: Given, detail: "ErrorDetails") -> WrongValueError:
    """The error for a value that the model does not take, with what it takes."""
    from planctl.loading import type_at  # noqa: PLC0415 - help does not need it
    from planctl.loading.sentences import Mistake, worded  # noqa: PLC0415 - as above
    from planctl.model import Update  # noqa: PLC0415 - as above

    name = str(detail["loc"][0])
    if name == "verified":
        name = _CHECK.get(str(detail["loc"][1]), "date")
    written, context = given[name], detail.get("ctx", {})
    if not isinstance(written, str):
        written = written[int(detail["loc"][1])]
    field = "rating" if name == "verified" else name
    mistake = Mistake(field, written, Update, type_at(Update, (field,)), context)
    remedy = _PERCENT if name == "percent" else worded(detail["type"], mistake)[2]
    return WrongValueError(option(name), written, remedy)


def _listed(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
