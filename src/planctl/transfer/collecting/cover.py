"""The first sheet of a form: in plain words what it is, by when, to whom, and who reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.model import Plan
from planctl.transfer.collecting.asked import Asked, Form, Kind, party_named

_UPDATES: Final = (
    (
        "The sheets behind this one hold a row for each of your actions. The yellow cells are "
        "yours to fill in; the grey ones say what stands in the plan, and are locked."
    ),
    "Say it as it is. Amber or red with a reason helps; an empty row helps nobody.",
    (
        "Where something in a grey cell is wrong, tell the coordinator. Where an action is no "
        "longer yours, write in the last column who has it now."
    ),
    "Write nothing about single children or families.",
)
_GAPS: Final = (
    (
        "The sheets behind this one hold the actions of which the plan does not say yet who is "
        "responsible, or when. The yellow cells are empty: fill in what you know, leave the rest."
    ),
    "The grey cells say what stands in the plan, and are locked.",
)
_INFORMED: Final = (
    "The last sheet shows actions on which you work with others. Somebody else reports on them: "
    "there is nothing to fill in."
)
_ONLY_INFORMED: Final = (
    "This is for your information: others report on these actions. There is nothing to send back."
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """By when forms are wanted back, and to whom they go, as far as that was said."""

    by: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet: a title, a heading, a label with its text, or a paragraph."""

    text: str
    kind: str = "text"
    label: str = ""


def cover(form: Form, wishes: Wishes) -> Iterator[Line]:
    """The lines, in their order. What was not said is left out."""
    plans = plans_of(form)
    first = plans[0]
    if first.partnership:
        yield Line(first.partnership, "small")
    asks = "Term update" if form.kind is Kind.UPDATES else "What the plan does not say yet"
    terms = ", ".join(dict.fromkeys(str(one.term) for one in (*form.asked, *form.informed)))
    yield Line(f"{asks}, {terms}" if form.kind is Kind.UPDATES else asks, "title")
    yield Line(form.respondent.name, label="For")
    if form.asked:
        yield from _facts(form, plans, wishes)
    yield Line("What to do", "heading")
    if not form.asked:
        yield Line(_ONLY_INFORMED)
        return
    yield from (Line(text) for text in (_UPDATES if form.kind is Kind.UPDATES else _GAPS))
    if form.informed:
        yield Line(_INFORMED)
    to = _recipient(form, plans, wishes)
    back = f"send it to {to}" if to else "send it back"
    yield Line(f"Save the file under its own name and {back}.")
    if form.kind is Kind.UPDATES:
        yield from _scales(plans)


def plans_of(form: Form) -> tuple[Plan, ...]:
    """The plans that the form speaks of, each once."""
    every: Sequence[Asked] = (*form.asked, *form.informed)
    return tuple({one.plan.id: one.plan for one in every}.values())


def _facts(form: Form, plans: tuple[Plan, ...], wishes: Wishes) -> Iterator[Line]:
    yield Line(
        "; ".join(plan.title for plan in plans), label="Plan" if len(plans) == 1 else "Plans"
    )
    count = len(form.asked)
    yield Line("1 action" if count == 1 else f"{count} actions", label="Yours")
    if wishes.by:
        yield Line(wishes.by, label="Back by")
    if to := _recipient(form, plans, wishes):
        yield Line(to, label="To")
    readers = dict.fromkeys(party_named(plan, plan.group).name for plan in plans if plan.group)
    said = f"{', '.join(readers)}, in the term's report" if readers else "Those who get the report"
    if form.kind is Kind.UPDATES:
        yield Line(
            f"{said}. What you write may be printed as you wrote it.", label="Who reads this"
        )


def _recipient(form: Form, plans: tuple[Plan, ...], wishes: Wishes) -> str:
    """To whom it goes: as was said, else the one coordinator of all plans; empty where unknown."""
    if wishes.to:
        return wishes.to
    names = {party_named(plan, plan.coordinator).name for plan in plans if plan.coordinator}
    names -= {form.respondent.name}
    return names.pop() if len(names) == 1 else ""


def _scales(plans: tuple[Plan, ...]) -> Iterator[Line]:
    """What the ratings mean; said once where all plans share a scale."""
    scales = {plan.rating_scale.all_levels for plan in plans}
    for plan in plans[:1] if len(scales) == 1 else plans:
        behind = "" if len(scales) == 1 else f": {plan.title}"
        yield Line(f"How is it going?{behind}", "heading")
        for level in plan.rating_scale.all_levels:
            meaning = level.meaning or level.state.replace("_", " ")
            yield Line(meaning, "level", f"{level.symbol or ''} {level.label}".strip())
