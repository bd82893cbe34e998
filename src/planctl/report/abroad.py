"""What a plan names of other plans: their actions, their KPIs, and they themselves."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from planctl.model import Commitment, Plan, Row, rows
from planctl.progress.promised import Names
from planctl.report.grid import short_title
from planctl.report.phrases import row_name
from planctl.report.request import ActionAbroad
from planctl.report.words import Words

_Said = Callable[[str], str]


def actions_abroad(
    plan: Plan, beside: Iterable[Plan], said: _Said, words: Words
) -> Mapping[str, ActionAbroad]:
    """What plans beside this one have, by the names that this one writes.

    `said` gives a text of theirs as the reader may read it. A name that several of them have is
    nobody's.
    """
    others = tuple(beside)
    names = Names(plan, others)
    return {
        **dict(_kpis(plan, names, said)),
        **dict(_plans(plan, others, said)),
        **dict(_actions(plan, names, said, words)),
    }


def _actions(
    plan: Plan, names: Names, said: _Said, words: Words
) -> Iterator[tuple[str, ActionAbroad]]:
    for name in dict.fromkeys(_names_of_actions(plan)):
        found = names.row(name)
        if found and found[0].id != plan.id:
            other, row = found
            yield (
                name,
                ActionAbroad(said(other.title), said(row_name(row, words)), _title(row, said)),
            )


def _title(row: Row, said: _Said) -> str:
    """The title of the action, else the beginning of its text; no name is cut before it is said."""
    action = row.action
    told = action.model_copy(update={"title": said(action.title or ""), "text": said(action.text)})
    return short_title(replace(row, action=told))


def _plans(plan: Plan, others: Iterable[Plan], said: _Said) -> Iterator[tuple[str, ActionAbroad]]:
    written = {*_names_of_actions(plan), *_names_of_plans(plan)}
    for other in others:
        if other.id in written:
            yield other.id, ActionAbroad(said(other.title), "", "")


def _kpis(plan: Plan, names: Names, said: _Said) -> Iterator[tuple[str, ActionAbroad]]:
    for name in dict.fromkeys(_names_of_kpis(plan)):
        found = names.kpi(name)
        if found and found[0].id != plan.id:
            other, kpi = found
            yield name, ActionAbroad(said(other.title), said(kpi.ref or ""), said(kpi.title))


def _names_of_actions(plan: Plan) -> Iterator[str]:
    for one in plan.recommendations:
        yield from one.actions
    for commitment in _commitments(plan.commitments):
        yield from commitment.delivered_by
    for row in rows(plan):
        yield from row.action.depends_on
        if row.action.closure and row.action.closure.into:
            yield row.action.closure.into


def _names_of_plans(plan: Plan) -> Iterator[str]:
    linked = [*plan.links, *(link for theme in plan.themes for link in theme.links)]
    linked += [link for row in rows(plan) for link in row.action.links]
    linked += [link for kpi in plan.kpis for link in kpi.links]
    return (link.plan for link in linked if link.plan)


def _names_of_kpis(plan: Plan) -> Iterator[str]:
    for commitment in _commitments(plan.commitments):
        yield from commitment.targets
    for outcome in plan.outcomes:
        yield from outcome.kpis


def _commitments(given: Iterable[Commitment]) -> Iterator[Commitment]:
    for one in given:
        yield one
        yield from _commitments(one.children)
