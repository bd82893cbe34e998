"""The questions that members may ask, as text for people and as JSON for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from textwrap import TextWrapper
from typing import Final

from planctl.console.as_json import FORMAT_VERSION, dumped
from planctl.console.terminal import Paint, printable

_INDENT: Final = "    "
_WRAPPER: Final = TextWrapper(
    100, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
)
_NONE: Final = "There is nothing that the plan's figures, changes or checks give cause to ask."


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: about what, and why it is asked, by which rule."""

    question: str
    ref: str
    label: str
    why: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlanQuestions:
    """The questions about one plan in a term, the gravest first."""

    id: str
    title: str
    term: str
    questions: tuple[Asked, ...]


def render_questions_json(plans: Sequence[PlanQuestions]) -> str:
    """One object with an entry a plan; the term at the top is the one that all plans share."""
    terms = {plan.term for plan in plans}
    return dumped({
        "format_version": FORMAT_VERSION,
        "term": terms.pop() if len(terms) == 1 else None,
        "plans": [
            {"id": plan.id, "questions": [asdict(one) for one in plan.questions]} for plan in plans
        ],
    })  # fmt: skip


def render_questions_text(plans: Sequence[PlanQuestions], paint: Paint) -> str:
    """The plans one below the other, each with its questions by number."""
    return "\n".join("".join(f"{line}\n" for line in _lines(plan, paint)) for plan in plans)


def _lines(plan: PlanQuestions, paint: Paint) -> Iterator[str]:
    yield paint(printable(f"{plan.title} ({plan.id}), {plan.term}"), "bold")
    if not plan.questions:
        yield _NONE
    for number, one in enumerate(plan.questions, start=1):
        yield from _WRAPPER.wrap(f"{number:>2}. {printable(one.question)}")
        for line in _WRAPPER.wrap(f"{_INDENT}{printable(one.why)} [{one.rule}]"):
            yield paint(line, "faint")
