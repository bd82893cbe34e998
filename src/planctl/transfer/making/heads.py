"""What stands before the actions: aims, links, money, how progress is judged."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from planctl.model.values import MAX_TITLE
from planctl.source import Value
from planctl.transfer.ledger import Span
from planctl.transfer.making.draft import Draft, Fields
from planctl.transfer.making.prose import paragraphs, prose, texts
from planctl.transfer.mapping.fields import Field
from planctl.transfer.mapping.folding import folded
from planctl.transfer.mapping.periods import period_called
from planctl.transfer.mapping.wishes import Wishes
from planctl.transfer.reading.grid import Row, Table

_LABEL_RULE: Final = "labels that the format has fields for"
_SAME_LABEL_RULE: Final = "labels that say what the row says"
_FUNDS: Final = re.compile(
    r"(?P<period>.{1,30}?)(?P<gap>\s*[-–:=]\s*|\s+)(?P<amount>£?\s?\d[\d,]*(?:\.\d{1,2})?)\.?"
)
_TO_FOLLOW: Final = re.compile(
    r"\bto follow\b|\btbc\b|\bto be (?:confirmed|agreed|developed)\b", re.IGNORECASE
)
_FUND_WORDS: Final = frozenset({"funding", "budget", "resources", "resource"})

_LABELS: Final = MappingProxyType({
    "strategic_priority": "strategic priority, priority, strategic objective, key priority, "
    "corporate priority",
    "aim": "aim, aims, overall aim, purpose, goal, overall objective, objective, objectives",
    "vision": "vision, our vision",
    "diagnosis": "diagnosis, diagnosis and position statement, position statement, context, "
    "background, rationale, current position, needs analysis, why, starting point, introduction, "
    "where are we now, baseline position",
    "links": "links, links to other map groups, links to other groups, links to other plans, "
    "links with other groups, linked groups, linked plans, related plans",
    "kpis": "key performance indicators, kpis, kpi, performance indicators, indicators, "
    "headline indicators, headline measures",
    "funding": "resources, funding, budget, resources and funding, finance",
    "evaluation": "evaluation, evaluation methods, evaluation method, monitoring and evaluation, "
    "how will progress be judged, monitoring, review arrangements, governance and monitoring",
    "outcomes": "outcomes, intended outcomes, expected outcomes, success criteria, outcome",
    "group": "group, working group, lead group, owning group, sub group, steering group",
    "coordinator": "coordinator, co ordinator, plan coordinator, plan lead, plan owner, "
    "lead officer",
    "partnership": "partnership, partnership name",
    "narrative": "annual delivery timetable, timetable, delivery timetable, notes, note, "
    "further information, sign off, governance",
    "title": "title, plan title, name of plan",
})  # fmt: skip
LABELS: Final = MappingProxyType({
    folded(name): field for field, names in _LABELS.items() for name in names.split(",")
})  # fmt: skip
"""The plan's field for each label, as `folded` writes it."""

_BEGINNINGS: Final = MappingProxyType({
    "links to": "links", "links with": "links", "key performance": "kpis", "diagnosis": "diagnosis",
    "evaluation": "evaluation", "funding": "funding", "strategic priority": "strategic_priority",
})  # fmt: skip
"""The same for labels that go on in many ways."""


def labelled(text: str) -> str:
    """The plan's field for a label; nothing for one that is not known."""
    name = folded(text)
    begun = (field for start, field in _BEGINNINGS.items() if name.startswith(f"{start} "))
    return LABELS.get(name) or next(begun, "")


def is_head(table: Table) -> bool:
    """Whether the first column of the table says what stands beside it."""
    labels = [row[0].text for row in table.rows if row[0]]
    known = sum(bool(labelled(label)) for label in labels)
    return known > 0 and known * 2 >= len(labels) and _texts_beside(table) <= 1


def take_head(draft: Draft, table: Table, wishes: Wishes, label: Span | None) -> Span | None:
    """Puts what the table says into the plan's head; a row without label goes on with the last.

    `label` is the last one before the table; given is the last one in it.
    """
    for row in table.rows:
        label = row[0].span.stripped() if row[0] else label
        if label is not None:
            _take_row(draft, row, label, wishes)
    return label


def take_labelled(draft: Draft, span: Span) -> str:
    """Takes a paragraph such as 'Aim: ...'; the label alone is given back, for what follows it."""
    name, colon, _ = span.text.partition(":")
    if labelled(span.text):
        draft.ledger.ignore(span, _LABEL_RULE)
        return span.text
    if colon and labelled(name):
        draft.ledger.ignore(span.part(0, len(name) + 1), _LABEL_RULE)
        take_below(draft, span.part(len(name) + 1).stripped(), name)
    return ""


def is_labelled(span: Span) -> bool:
    """Whether a paragraph begins with a label of the plan's head, or is one."""
    name, colon, _ = span.text.partition(":")
    return bool(labelled(span.text) or (colon and labelled(name)))


def take_below(draft: Draft, span: Span, label: str) -> None:
    """Takes what stands below or behind a label."""
    field = labelled(label)
    _TAKERS[field](draft, span, label, field)


def take_passage(draft: Draft, span: Span) -> None:
    """Keeps a paragraph around the tables as one of the plan's passages."""
    _add(draft.head, "narrative", [prose(span, draft.ledger, "narrative")])


def _texts_beside(table: Table) -> int:
    return max(sum(map(bool, row[1:])) for row in table.rows)


def _take_row(draft: Draft, row: Row, label: Span, wishes: Wishes) -> None:
    spans = [cell.span.stripped() for cell in row[1:] if cell]
    wish = wishes.get(folded(label.text))
    field = labelled(label.text)
    if wish:
        field = {Field.NOTES: "narrative", Field.OWN: "narrative"}.get(wish.field, field)
    if wish and wish.field is Field.IGNORE:
        for span in (row[0].span.stripped(), *spans):
            draft.ledger.ignore(span, f"row '{label.text}', ignored as asked")
        return
    if not field:
        draft.unlabelled += [label.text] if row[0] else []
        return
    if row[0]:
        draft.ledger.ignore(label, _LABEL_RULE)
    for span in spans:
        _TAKERS[field](draft, span, label.text, field)


def _text(draft: Draft, span: Span, label: str, field: str) -> None:
    del label
    written = prose(span, draft.ledger, field)
    before = draft.head.get(field)
    draft.head[field] = f"{before}\n{written}" if before else written


def _paragraphs(draft: Draft, span: Span, label: str, field: str) -> None:
    del label
    _add(draft.head, field, [*texts(span, draft.ledger, field)])


def _narrative(draft: Draft, span: Span, label: str, field: str) -> None:
    _add(draft.head, field, [f"{label}: {one}" for one in texts(span, draft.ledger, field)])


def _links(draft: Draft, span: Span, label: str, field: str) -> None:
    del label
    links: list[Value] = []
    for name in texts(span, draft.ledger, field):
        party = draft.known.called(name) or draft.known.called(f"{name} group")
        if party:
            draft.parties[party.id] = party
        group: Fields = {"group": party.id if party else name}
        links.append({**group, "source": {"group": name}} if party else group)
    _add(draft.head, field, links)


def _kpis(draft: Draft, span: Span, label: str, field: str) -> None:
    """Entries of a list are indicators; a paragraph beside one that is to follow is their note."""
    del label
    found = texts(span, draft.ledger, field)
    awaited = [one for one in found if _TO_FOLLOW.search(one) and len(one) <= MAX_TITLE]
    named = [] if awaited else [one for one in found if len(one) <= MAX_TITLE]
    notes = [one for one in found if one not in {*awaited, *named}]
    if notes:
        before = draft.head.get("kpi_note")
        draft.head["kpi_note"] = "\n".join([*([str(before)] if before else []), *notes])
    _add(draft.head, field, [{"title": one, "status": "to_follow"} for one in awaited])
    _add(draft.head, field, [{"title": one} for one in named])


def _funding(draft: Draft, span: Span, label: str, field: str) -> None:
    for one in paragraphs(span, draft.ledger):
        found = _FUNDS.fullmatch(one.text)
        period = period_called(found["period"]) if found else None
        if found and period:
            line: Fields = {"period": str(period), "amount": _plain(found["amount"]),
                            "source": {"amount": " ".join(one.text.split())}}  # fmt: skip
            draft.ledger.map(one, field)
            _add(draft.head, field, [line])
        elif folded(one.text) in _FUND_WORDS:
            draft.ledger.ignore(one, _SAME_LABEL_RULE)
        else:
            _narrative(draft, one, label, "narrative")


def _plain(amount: str) -> str:
    return amount.lstrip("£ ").replace(",", "")


def _evaluation(draft: Draft, span: Span, label: str, field: str) -> None:
    del label
    evaluation = draft.head.setdefault("evaluation", {})
    if isinstance(evaluation, dict):
        _add(evaluation, "narrative", [*texts(span, draft.ledger, field)])


def _add(fields: Fields, name: str, values: list[Value]) -> None:
    before = fields.setdefault(name, [])
    if isinstance(before, list):
        before.extend(values)


_TAKERS: Final[Mapping[str, Callable[[Draft, Span, str, str], None]]] = MappingProxyType({
    "strategic_priority": _text,
    "aim": _text,
    "vision": _text,
    "group": _text,
    "coordinator": _text,
    "partnership": _text,
    "title": _text,
    "diagnosis": _paragraphs,
    "outcomes": _paragraphs,
    "narrative": _narrative,
    "links": _links,
    "kpis": _kpis,
    "funding": _funding,
    "evaluation": _evaluation,
})  # fmt: skip
