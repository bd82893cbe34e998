"""What rows of all tables of money, indicators and risks have in common."""

from planctl.source import Value
from planctl.transfer.ledger import Span
from planctl.transfer.making.draft import Draft
from planctl.transfer.making.prose import prose, says_nothing
from planctl.transfer.mapping.registers import Register
from planctl.transfer.reading.grid import Row


def keep(draft: Draft, row: Row, register: Register) -> None:
    """Keeps a row that cannot be an entry as a passage: its cells with their headings."""
    parts = []
    for choice in register.choices:
        span = row[choice.column.index].span.stripped()
        if not says_nothing(span, draft.ledger):
            parts.append(f"{choice.column.heading}: {prose(span, draft.ledger, 'narrative')}")
    if parts:
        listed(draft, "narrative").append("; ".join(parts))
        draft.warn("a row of money, indicators or risks was kept as a passage of the plan")


def passage(draft: Draft, span: Span, begun: str) -> None:
    """Keeps a text as a passage of the plan, behind the words that it is to begin with."""
    if span:
        listed(draft, "narrative").append(f"{begun}{prose(span, draft.ledger, 'narrative')}")


def listed(draft: Draft, name: str) -> list[Value]:
    """The list of that name in the plan's head."""
    found = draft.head.setdefault(name, [])
    if not isinstance(found, list):
        raise TypeError(f"{name} are a list")
    return found


def address_of(row: Row) -> str:
    """Where the row stands in the document."""
    return next(cell.span.address for cell in row if cell).rpartition(", cell")[0]
