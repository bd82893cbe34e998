"""The terms of a workspace and their seals, as text and as JSON."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from planctl.audit.chain import Chain
from planctl.audit.in_words import in_words
from planctl.audit.terms import Standing, TermStanding
from planctl.console.as_json import FORMAT_VERSION, dumped
from planctl.console.closing import counted
from planctl.console.terminal import Paint, cells, printable
from planctl.model import Seal
from planctl.model.seal import Amended, SealKind

_MOST: Final = 48


def render_terms_text(terms: Iterable[TermStanding], chain: Chain, paint: Paint) -> str:
    """A line a term, its amendments below it, and what is to be said of the chain."""
    every = tuple(terms)
    rows = [_row(one) for one in every]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)] if rows else []
    lines: list[str] = []
    for one, row in zip(every, rows, strict=True):
        padded = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        lines.append("  ".join(padded).rstrip())
        lines += [f"    {line}" for seal in one.amendments for line in _amendment(seal)]
    return "\n".join((*lines, *([""] if lines else []), *_of_chain(chain, paint))) + "\n"


def render_terms_json(terms: Iterable[TermStanding], chain: Chain) -> str:
    """The same, with every seal in full but for the values that it keeps."""
    return dumped({
        "format_version": FORMAT_VERSION,
        "chain": {
            "holds": not chain.faults,
            "seals": len(chain.seals),
            "faults": [{"file": one.file, "message": one.message} for one in chain.faults],
        },
        "terms": [_term(one) for one in terms],
    })  # fmt: skip


def _row(one: TermStanding) -> tuple[str, ...]:
    closing = next((seal for seal in one.seals if seal.kind is SealKind.CLOSE), None)
    if closing is None:
        ended = any(plan.standing is Standing.ENDED for plan in one.plans)
        return one.term, "ended, not closed" if ended else "open", "", "", "", ""
    total = len(one.plans)
    of = "closed" if one.closed == total else f"closed for {one.closed} of {total} plans"
    words = (closing.by or "nobody named", closing.minute or "no minute")
    return (printable(one.term), of, spoken(closing.date), *map(_cut, words), closing.check_code)


def _amendment(seal: Seal) -> Iterator[str]:
    where = ", ".join(words for words in (seal.by, seal.minute) if words)
    said = f"amended on {spoken(seal.date)} ({where}), {seal.check_code}: {seal.reason or ''}"
    yield printable(said)
    for change in seal.changes:
        yield f"  {printable(change_told(change))}"


def change_told(change: Amended) -> str:
    """The amended value in a line."""
    name = change.field.replace("_", " ")
    was = "not said" if change.was is None else in_words(change.was)
    now = "not said" if change.now is None else in_words(change.now)
    return f"{change.plan}, {change.uid}: {name} was {_cut(was)}, is {_cut(now)}"


def spoken(day: date) -> str:
    """The day in words."""
    return f"{day.day} {day:%B %Y}"


def _of_chain(chain: Chain, paint: Paint) -> Iterator[str]:
    for fault in chain.faults:
        said = f"seals/{printable(fault.file)}: {printable(fault.message)}. {fault.help}"
        yield paint(said, "error")
    if chain.faults:
        yield f"The chain of seals does not hold: {counted(len(chain.faults), 'fault')}."
    elif chain.seals:
        last = chain.seals[-1]
        yield (
            f"The chain of {counted(len(chain.seals), 'seal')} holds; the last one's check code is "
            f"{last.check_code}."
        )
    else:
        yield "No term has been closed: planctl term close TERM closes one that has ended."


def _cut(words: str) -> str:
    line = " ".join(printable(words).split())
    return line if len(line) <= _MOST else f"{line[:_MOST].rstrip()}…"


def _term(one: TermStanding) -> Mapping[str, Any]:
    return {
        "term": one.term,
        "ends": one.ends.isoformat() if one.ends else None,
        "plans": [{"id": plan.plan, "state": plan.standing.value} for plan in one.plans],
        "seals": [_seal(seal) for seal in one.seals],
    }


def _seal(seal: Seal) -> Mapping[str, Any]:
    return {
        "kind": seal.kind.value,
        "number": seal.number,
        "date": seal.date.isoformat(),
        "by": seal.by,
        "minute": seal.minute,
        "reason": seal.reason,
        "check_code": seal.check_code,
        "sha256": seal.sha256,
        "previous": seal.previous,
        "plans": list(seal.plans),
        "changes": [
            {"plan": one.plan, "uid": one.uid, "period": one.period, "field": one.field,
             "was": one.was, "is": one.now}
            for one in seal.changes
        ],
    }  # fmt: skip
