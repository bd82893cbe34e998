"""The questions that members may ask: ten at most, chosen and ordered by worry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from planctl.report.occasion import Occasion
from planctl.report.parts import Part
from planctl.report.phrases import listed
from planctl.report.words import Words
from planctl.report.worries import Doubt, Worry, doubts

MOST: Final = 10
"""So many questions are put."""
MOST_OF_ONE: Final = 4
"""So many of them have the same worry behind them."""
_TOGETHER: Final = 3
"""From so many on, entries of which the same is asked are asked about in one question."""
_NAMED: Final = 5
"""So many of them are named."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: about what, why it is asked, by which rule, and where the report shows it.

    `label` names all the entries that it is about, `ref` is the reference of the first.
    """

    question: str
    ref: str
    label: str
    why: str
    rule: str
    worry: Worry
    part: Part
    anchor: str


def asked_of(report: Occasion) -> tuple[Question, ...]:
    """The questions, the gravest first.

    A second one about the same entry is left out unless both are grave; what is asked of three
    entries or more is one question.
    """
    alike: dict[tuple[Worry, str, str], list[Doubt]] = defaultdict(list)
    for doubt in doubts(report):
        alike[doubt.worry, doubt.rule, _with("", doubt)].append(doubt)
    chosen: dict[str, Question] = {}
    of_worry: Counter[Worry] = Counter()
    asked_before: set[str] = set()
    for (worry, _, _), members in alike.items():
        fresh = _fresh(members, asked_before, worry)
        for together in [fresh] if len(fresh) >= _TOGETHER else [[one] for one in fresh]:
            asked = _question(together, len(members), report.words)
            if (
                len(chosen) < MOST
                and of_worry[worry] < MOST_OF_ONE
                and asked.question not in chosen
            ):
                chosen[asked.question] = asked
                of_worry[worry] += 1
                asked_before.update(one.entry for one in together)
    return tuple(chosen.values())


def _fresh(members: Iterable[Doubt], asked_before: set[str], worry: Worry) -> list[Doubt]:
    """Those about whose entries nothing has been asked; all of them, once, where they are grave."""
    first = {doubt.entry: doubt for doubt in reversed(tuple(members))}
    ordered = list(reversed(first.values()))
    return [one for one in ordered if worry.is_grave or one.entry not in asked_before]


def _question(together: Sequence[Doubt], every: int, words: Words) -> Question:
    """What is asked of these; `every` are they and those of which something else is asked."""
    first = together[0]
    asked, label, why, anchor = _asked(together, words), first.subject, first.why, first.anchor
    if together[1:]:
        label = listed([one.subject for one in together], words)
        key = "asked_why_some" if every > len(together) else "asked_why_many"
        why = words.count(key, len(together), of=every, why=first.why)
        anchor = first.part.anchor
    asked, why = _sentence(asked, first.ref), _sentence(why, first.ref)
    return Question(asked, first.ref, label, why, first.rule, first.worry, first.part, anchor)


def _asked(together: Sequence[Doubt], words: Words) -> str:
    """The question, with all that it is asked of; a recommendation is called one."""
    first = together[0]
    kind = "_recommendation" if first.is_recommendation else ""
    if together[1:]:
        names = _named([one.subject for one in together], words)
        return _with(words.say(f"asked_each{kind}", names=names), first)
    name = first.subject
    return _with(words.say(f"asked{kind}", name=name) if kind else name, first)


def _named(every: Sequence[str], words: Words) -> str:
    """The first of them, and how many more there are."""
    if len(every) <= _NAMED:
        return listed(every, words)
    names = ", ".join(every[:_NAMED])
    return words.say("asked_and_more", names=names, n=len(every) - _NAMED)


def _with(subject: str, doubt: Doubt) -> str:
    """The question, asked of something else."""
    return doubt.question.replace(doubt.subject, subject) if doubt.subject else doubt.question


def _sentence(said: str, ref: str) -> str:
    """The words with a capital, unless it is a reference that they begin with."""
    return said if ref and said.startswith(ref) else said[:1].upper() + said[1:]
