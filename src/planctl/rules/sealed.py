"""Rules on terms that are closed: what was said of them stays, or is amended."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from planctl.audit.altered import Altered
from planctl.audit.in_words import in_words
from planctl.audit.kept import Keeper, keepers
from planctl.audit.sealing import since_closing
from planctl.loading import as_written
from planctl.model import Period, Seal
from planctl.model.period import PeriodKind
from planctl.rules.rule import Case, Problem, Weight, rule

_LONGEST: Final = 90
_NAMES: Final = {"updates": "update", "actuals": "figure", "assessments": "assessment",
                 "reviews": "review"}  # fmt: skip


@rule(
    "PLN514",
    "sealed-value-changed",
    Weight.ERROR,
    question="Why does {subject} say something else of a closed term than it did?",
    quotes_earlier=True,
)
def sealed_value_changed(case: Case) -> Iterator[Problem]:
    """What was said of a closed term stays as it was sealed, or is amended openly.

    A term is closed by `planctl term close`, which keeps what each action, KPI, recommendation and
    risk said of it. Another value, one that has gone and one that was added are found alike, and so
    is a seal that was edited, renamed or taken away from between others. Figures that were sealed
    as provisional may become final; whether a next step was kept, and what others verified, may be
    filled in.

    Why:
        Last term's report has been read, and decided on. If its claims can be rewritten quietly,
        no report can be trusted a term later.

    Earlier:
        - {ref: 1a, uid: club, text: Open a club, updates: {2017-18 autumn: {rating: red}}}

    Bad:
        - {ref: 1a, uid: club, text: Open a club, updates: {2017-18 autumn: {rating: green}}}

    Good:
        - {ref: 1a, uid: club, text: Open a club, updates: {2017-18 autumn: {rating: red}}}

    Fix:
        Put back what was sealed. Where it was wrong, record the correction: `planctl term amend
        '2017-18 autumn' --reason 'why' --minute 'Item 4'`; the next report prints it.
    """
    for term in case.seals.terms(case.plan.id):
        period = case.plan.timeline.period(term) or Period(PeriodKind.NAMED, 0, term)
        found = since_closing(case.plan, period, case.seals)
        seal = case.seals.closing(case.plan.id, term)
        if seal is not None and found:
            yield from _problems(case, seal, found)


def _problems(case: Case, seal: Seal, found: Iterable[Altered]) -> Iterator[Problem]:
    by_uid = {keeper.uid: keeper for keeper in keepers(case.plan) if keeper.uid}
    held = case.seals.held(case.plan.id, seal.term) or {}
    for (uid, period), group in groupby(found, key=lambda one: (one.uid, one.period)):
        changes = tuple(group)
        keeper = by_uid.get(uid)
        said = {str(name) for name in keeper.records} if keeper else set[str]()
        if keeper is None or period not in said:
            yield _gone(case, seal, keeper, changes)
        elif not held.get(uid, {}).get(period):
            yield _added(case, seal, keeper, changes)
        else:
            yield from (_changed(case, seal, keeper, one) for one in changes)


def _changed(case: Case, seal: Seal, keeper: Keeper, one: Altered) -> Problem:
    name = one.field.replace("_", " ")
    had = f"had no {name}" if one.was is None else f"had the {name} {_told(one.was)}"
    now = "none" if one.now is None else _told(one.now)
    remedy = "Take it away again" if one.was is None else f"Put back {_told(one.was)}"
    place = "next_steps" if one.field == "kept" else one.field
    return Problem(
        _written(case, (*keeper.path, keeper.field, one.period, place)),
        f"{_start(keeper.label)} {had} for {_when(seal, one.period)}, and has {now} now",
        f"{remedy}{_or_amend(seal)}",
        part="key" if one.now is None else "value",
    )


def _added(case: Case, seal: Seal, keeper: Keeper, changes: tuple[Altered, ...]) -> Problem:
    kind = _NAMES[keeper.field]
    said = _listed({one.field: one.now for one in changes})
    article = "an" if kind[0] in "au" else "a"
    return Problem(
        _written(case, (*keeper.path, keeper.field, changes[0].period)),
        f"{_start(keeper.label)} had no {kind} for {_when(seal, changes[0].period)}, and"
        f" has {article} {kind} now ({said})",
        f"Take it away again{_or_amend(seal)}",
        part="key",
    )


def _gone(case: Case, seal: Seal, keeper: Keeper | None, changes: tuple[Altered, ...]) -> Problem:
    said = _listed({one.field: one.was for one in changes})
    period = changes[0].period
    path = _written(case, (*keeper.path, keeper.field)) if keeper else case.written((), "themes")
    label = _start(keeper.label) if keeper else f"The entry {changes[0].uid}"
    whole = "and says nothing of it now" if keeper else "and is no longer there, under that uid"
    return Problem(
        path,
        f"{label} was told of for {_when(seal, period)} ({said}), {whole}",
        f"Put it back{_or_amend(seal)}",
        part="key",
    )


def _when(seal: Seal, period: str) -> str:
    """The period, and when its term was closed."""
    term = "it" if period == seal.term else seal.term
    return f"{period} when {term} was closed on {seal.date.day} {seal.date:%B %Y}"


def _or_amend(seal: Seal) -> str:
    return (
        f", or record the correction: planctl term amend '{seal.term}' --reason why --minute where."
    )


def _listed(values: Mapping[str, object]) -> str:
    return _shortened(", ".join(f"{n.replace('_', ' ')} {in_words(v)}" for n, v in values.items()))


def _told(value: object) -> str:
    said = _shortened(in_words(value))
    return f"‘{said}’" if " " in said else said


def _shortened(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _start(label: str) -> str:
    return (
        label[:1].upper() + label[1:]
        if label.startswith(("action", "sub-action", "the "))
        else label
    )


def _written(case: Case, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The place in the file, or the nearest above it that is there."""
    found = as_written(case.document, path)
    while found and not case.document.holds(found):
        found = found[:-1]
    return found


RULES = (sealed_value_changed,)
