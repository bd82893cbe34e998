"""What the plan says of an action now, in the words of a form's cells."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from planctl.fingerprint import fingerprint
from planctl.model import Kept, NextStep, Period, Stage, Update
from planctl.progress import lacks_responsible, steps_promised, update_before
from planctl.transfer.collecting.asked import Asked, Kind, party_named
from planctl.transfer.collecting.columns import TO_FILL
from planctl.transfer.collecting.words import day_shown, steps_shown, tidied

KEPT_SHOWN: Final[Mapping[str, str]] = MappingProxyType(
    {Kept.DONE: "yes", Kept.PART: "part", Kept.NOT_DONE: "no"}
)
NOT_SAID: Final = "–"
"""What stands in a locked cell of which the plan says nothing."""


def locked(one: Asked, kind: Kind) -> Mapping[str, str]:
    """What the locked cells of the action's row say."""
    action, name = one.row.action, one.row.action.ref or ""
    text = f"{action.title}\n{action.text}" if action.title else action.text
    if kind is Kind.GAPS:
        return {"ref": name, "text": tidied(text), "theme": tidied(one.row.theme.title)}
    term, update = update_before(one.row, one.plan.timeline, one.term)
    behind = "" if term is None or term == one.plan.timeline.term_before(one.term) else str(term)
    promised_in, steps = promised(one)
    when = "" if promised_in == term else str(promised_in)
    return {
        "ref": name,
        "text": tidied(text),
        "last_rating": _with(_rating(one, update), behind),
        "last_comment": tidied((update.comment if update else None) or NOT_SAID),
        "promised": tidied(_with(_numbered(steps), when if steps else "")),
    }


def promised(one: Asked) -> tuple[Period | None, tuple[NextStep, ...]]:
    """What was said last to come next, and when; nothing where all of it was answered long ago."""
    term, steps = steps_promised(one.row, one.plan.timeline, one.term)
    is_last = term == one.plan.timeline.term_before(one.term)
    if is_last or any(step.kept is None for step in steps):
        return term, steps
    return None, ()


def standing(one: Asked, kind: Kind) -> Mapping[str, str]:
    """What the cells to fill in would hold, by field, as the plan stands."""
    return {column.field: tidied(_SHOWN[column.field](one)) for column in TO_FILL[kind]}


def row_fingerprint(key: str, held: Mapping[str, str]) -> str:
    """What ties a row of a form to what the plan said when the form was made."""
    return fingerprint({"key": key, **held})[:16]


def kept_shown(steps: tuple[NextStep, ...]) -> str:
    """Whether the steps were done, in the words of the form."""
    said = [step.kept for step in steps]
    words = [KEPT_SHOWN[word] if word else None for word in said]
    if None not in words and len({*words}) == 1:
        return str(words[0])
    return ", ".join(f"{number} {word}" for number, word in enumerate(words, 1) if word)


def _current(one: Asked) -> Update:
    return one.row.action.updates.get(one.term) or Update()


def _rating(one: Asked, update: Update | None) -> str:
    """How it stood: the rating, and the stage where that says more."""
    if update is None:
        return NOT_SAID
    level = one.plan.rating_scale.level(update.rating) if update.rating else None
    stage = update.stage if update.stage not in {None, Stage.IN_PROGRESS} else None
    words = [level.label if level else update.rating, stage and stage.replace("_", " ")]
    return ", ".join(word for word in words if word) or NOT_SAID


def _with(text: str, term: str) -> str:
    return f"{text} ({term})" if term else text


def _numbered(steps: tuple[NextStep, ...]) -> str:
    lines = steps_shown(steps).split("\n") if steps else [NOT_SAID]
    if len(lines) == 1:
        return lines[0]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _rated(one: Asked) -> str:
    rating = _current(one).rating
    level = one.plan.rating_scale.level(rating) if rating else None
    return level.label if level else rating or ""


def _stage(one: Asked) -> str:
    stage = _current(one).stage
    if stage is None or stage is Stage.IN_PROGRESS:
        return ""
    return "yes" if stage is Stage.COMPLETE else stage.replace("_", " ")


def _kept(one: Asked) -> str:
    return kept_shown(promised(one)[1])


def _responsible(one: Asked) -> str:
    if lacks_responsible(one.row):
        return ""
    return "; ".join(party_named(one.plan, given.party).name for given in one.row.responsible)


def _due(one: Asked) -> str:
    if one.row.due:
        return day_shown(one.row.due)
    return ", ".join(map(str, one.row.schedule))


_SHOWN: Final[Mapping[str, Callable[[Asked], str]]] = MappingProxyType({
    "kept": _kept,
    "rating": _rated,
    "comment": lambda one: _current(one).comment or "",
    "path_to_green": lambda one: _current(one).path_to_green or "",
    "next_steps": lambda one: steps_shown(_current(one).next_steps),
    "evidence": lambda one: "\n".join(_current(one).evidence),
    "stage": _stage,
    "not_mine": lambda _: "",
    "responsible": _responsible,
    "due": _due,
})  # fmt: skip
