"""Tables that are none of actions: money by period, indicators with figures, risks."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from planctl.model import Period
from planctl.transfer.mapping.columns import Choice, Doubt
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.headings import Column, Header, columns_below
from planctl.transfer.mapping.periods import parted, period_called, period_of
from planctl.transfer.mapping.wishes import Wishes
from planctl.transfer.reading.grid import Table

_SEARCHED: Final = 5
_OFFERED: Final = (Field.NOTES, Field.IGNORE)
_REST: Final = MappingProxyType({
    Field.REF: "ref, reference, ref no, no, number, id, #, code",
    Field.RESPONSIBLE: "owner, lead, lead officer, who, responsible, responsible officer, "
    "risk owner, kpi owner, person responsible, accountable officer, data owner",
    Field.NOTES: "notes, note, comments, comment, commentary, remarks, purpose, what for, detail, "
    "details, narrative",
})  # fmt: skip
"""What all of these tables may have."""

_RISKS: Final = MappingProxyType({
    **_REST,
    Field.RISK: "risk, risks, risk description, description of risk, risk event, key risk, "
    "key risks, what could go wrong, risk identified, potential risk",
    Field.LIKELIHOOD: "likelihood, probability, how likely, likelihood 1 5, l",
    Field.IMPACT: "impact, severity, impact 1 5, i",
    Field.RESPONSE: "response, mitigation, mitigations, mitigating action, mitigating actions, "
    "action, actions, control, controls, control measures, how managed, how we will manage it, "
    "what we will do, existing controls, mitigation in place, risk response",
    Field.CAUSE: "cause, causes, risk cause",
    Field.CONSEQUENCE: "consequence, consequences, effect, effects",
    Field.REVIEW_BY: "review, review date, next review, review by, date of review",
    Field.STAGE: "status, risk status",
})  # fmt: skip
_KPIS: Final = MappingProxyType({
    **_REST,
    Field.KPI: "kpi, kpis, indicator, indicators, key performance indicator, "
    "key performance indicators, performance indicator, performance measure, measure, measures, "
    "what we measure, success measure, outcome measure, headline indicator, pi",
    Field.BASELINE: "baseline, baseline figure, starting point, baseline position, "
    "baseline performance",
    Field.TARGET: "target, targets, target figure, aim, planned",
    Field.ACTUAL: "actual, actuals, performance, actual performance, outturn, latest, result, "
    "current, current performance, latest figure, actual figure",
    Field.RATING: "rag, rag rating, rating, rag status",
    Field.BENCHMARK: "benchmark, comparator, national, national average, national figure, "
    "similar areas, statistical neighbours, england",
    Field.DEFINITION: "definition, how it is counted, how measured, calculation",
    Field.SOURCE: "source, data source, source of data",
})  # fmt: skip
_FUNDING: Final = MappingProxyType({
    **_REST,
    Field.PERIOD: "year, period, financial year, plan year, term, years",
    Field.AMOUNT: "amount, budget, allocation, funding, funding amount, value, agreed budget, "
    "budget allocated, sum, total budget, funds, allocated, cost",
    Field.SPENT: "spent, spend, actual spend, spend to date, spent to date, expenditure",
    Field.FORECAST: "forecast, forecast spend, forecast outturn, projected spend",
    Field.SOURCE: "source, funder, funding source, source of funding, funding stream, from, "
    "budget source, fund, grant",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Register:
    """A table of money, indicators or risks; `field` is the list of the plan that it goes to."""

    field: str
    header: Header
    choices: tuple[Choice, ...]
    doubts: tuple[Doubt, ...] = ()

    def column(self, wanted: Field) -> int | None:
        """Where the field stands; None where it does not."""
        return next((one.column.index for one in self.choices if one.field is wanted), None)


def register_of(table: Table, wishes: Wishes) -> Register | None:
    """What the table is, where its headings leave no doubt about that; None for any other."""
    for first in range(min(_SEARCHED, len(table.rows) - 1)):
        for end in (first + 1, first + 2):
            columns = columns_below(table, first, end)
            if end > first + 1 and not _are_periods(table, end - 1):
                continue
            found = [one for name in _KINDS if (one := _read(name, columns, (first, end), wishes))]
            longer = end == first + 1 and _are_periods(table, end)
            if len(found) == 1 and not longer:
                return found[0]
    return None


def _are_periods(table: Table, place: int) -> bool:
    """Whether a row says nothing but periods, and so goes on with the headings above it."""
    said = [cell.text for cell in table.rows[place] if cell] if place < len(table.rows) else []
    return bool(said) and all(period_called(text) is not None for text in said)


def _read(
    name: str, columns: tuple[Column, ...], place: tuple[int, int], wishes: Wishes
) -> Register | None:
    names, needed, one_of = _KINDS[name]
    choices, waiting = [], []
    for column in columns:
        if choice := _choice(column, names, wishes):
            choices.append(choice)
        elif column.filled:
            waiting.append(Doubt(column, _OFFERED))
    fields = [choice.field for choice in choices]
    has_all = needed in fields and any(one in fields for one in one_of)
    is_single = needed is Field.AMOUNT or fields.count(needed) == 1
    if not has_all or not is_single or len(choices) <= len(waiting):
        return None
    return Register(name, Header(*place, columns), tuple(choices), tuple(waiting))


def _choice(column: Column, names: Mapping[str, Field], wishes: Wishes) -> Choice | None:
    asked = (wishes.get(folded(part)) for part in (column.heading, *column.parts))
    if wish := next(filter(None, asked), None):
        return Choice(column, wish.field, "as asked", wish.period or period_of(column.parts))
    period = period_of(column.parts)
    for part in column.parts:
        for said in (part, parted(part)[0]):
            if (name := folded(said)) in names:
                return Choice(column, names[name], "by its heading", period)
    is_money = Field.AMOUNT in names.values()
    if period and is_money and _is_only_period(column, period):
        return Choice(column, Field.AMOUNT, "by its heading", period)
    return None


def _is_only_period(column: Column, period: Period) -> bool:
    return any(period_called(part) == period for part in column.parts)


def _by_name(names: Mapping[Field, str]) -> Mapping[str, Field]:
    return MappingProxyType(
        {folded(one): field for field, every in names.items() for one in every.split(",")}
    )


_KINDS: Final = MappingProxyType({
    "risks": (_by_name(_RISKS), Field.RISK, (Field.LIKELIHOOD, Field.IMPACT, Field.RESPONSE)),
    "kpis": (_by_name(_KPIS), Field.KPI, (Field.BASELINE, Field.TARGET, Field.ACTUAL)),
    "funding": (_by_name(_FUNDING), Field.AMOUNT, (Field.PERIOD, Field.SOURCE)),
})  # fmt: skip
"""Of each: its headings, the field without which it is another table, and those that show it."""
