"""What came and what went: entries that only one of the versions has."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Edit
from planctl.diff.naming import label_of, pounds, quoted
from planctl.diff.telling import told
from planctl.model.change import Change as Record
from planctl.model.funding import FundingLine
from planctl.pairing.tree import Node
from planctl.wording.words import words

_GONE: Final[Mapping[str, str]] = MappingProxyType({
    "action": "action-dropped", "kpi": "kpi-removed", "evidence": "evidence-removed",
    "commitment": "commitment-removed", "recommendation": "recommendation-removed",
    "approval": "approval-removed", "funding": "funding-reduced", "change": "decision-removed",
    "success": "scope-softened", "outcome": "scope-softened", "milestone": "scope-softened",
})  # fmt: skip
_COME: Final[Mapping[str, str]] = MappingProxyType({
    "action": "action-added", "kpi": "kpi-added", "evidence": "evidence-added",
    "commitment": "commitment-added", "recommendation": "recommendation-added",
    "approval": "approval-added", "funding": "funding-increased", "change": "decision-added",
    "success": "scope-firmed", "outcome": "scope-firmed", "milestone": "scope-firmed",
})  # fmt: skip
_ENOUGH: Final = 0.8
"""The part of an action's words that another one lost, by which it was cut out of that one."""
_FEWEST: Final = 3
"""Words that an action must have for that."""


def presences(both: Both) -> Iterator[Change]:
    """The entries that went or came, and what may have become of them."""
    split = dict(_cut_out(both.delta.added, _shortened(both)))
    merged = dict(_cut_out(both.delta.removed, _lengthened(both)))
    for node in both.delta.removed:
        yield _merged(both, node, merged[node]) if node in merged else _gone(both, node)
    for node in both.delta.added:
        yield _split(both, node, split[node]) if node in split else _come(both, node)
    yield from _suggested(both)
    yield from _reused(both)


def _gone(both: Both, node: Node) -> Change:
    rule = _GONE.get(node.kind.name, "entry-removed")
    return told(
        both, rule, (node, None), f"{_went(node)}{_text(node)}",
        old=node.whole(), edits=[Edit(node.path, None, node.whole(), None)],
    )  # fmt: skip


def _come(both: Both, node: Node) -> Change:
    rule = _COME.get(node.kind.name, "entry-added")
    return told(
        both, rule, (None, node), f"{_came(node)}{_text(node)}",
        new=node.whole(), edits=[Edit(None, node.path, None, node.whole())],
    )  # fmt: skip


def _went(node: Node) -> str:
    if isinstance(node.entry, FundingLine):
        return f"was {pounds(node.entry.amount)} and is no longer there"
    if isinstance(node.entry, Record):
        return "is no longer on record"
    return "is no longer in the plan"


def _came(node: Node) -> str:
    if isinstance(node.entry, FundingLine):
        return f"is new: {pounds(node.entry.amount)}"
    if isinstance(node.entry, Record):
        return "is on record now"
    return "is new"


def _text(node: Node) -> str:
    """The words of the entry, where its label has none of them."""
    if isinstance(node.entry, Record):
        field = (node.entry.field or "").replace("_", " ")
        return f", on {node.entry.target}{f' ({field})' if field else ''}"
    has_none = (node.ref or node.kind.name == "action") and node.kind.name != "funding"
    return f": {quoted(node.text)}" if has_none and node.text else ""


def _split(both: Both, node: Node, whole: Node) -> Change:
    rest = label_of(whole, both.new)
    return told(
        both, "action-split", (None, node), f"was a part of {rest}: {quoted(node.text)}",
        old=both.delta.pairs.old_of[whole].text, new=node.text,
        edits=[Edit(None, node.path, None, node.whole())],
    )  # fmt: skip


def _merged(both: Both, node: Node, whole: Node) -> Change:
    into = label_of(both.delta.pairs.new_of[whole], both.new)
    return told(
        both, "actions-merged", (node, None), f"is a part of {into} now: {quoted(node.text)}",
        old=node.text, new=both.delta.pairs.new_of[whole].text,
        edits=[Edit(node.path, None, node.whole(), None)],
    )  # fmt: skip


def _shortened(both: Both) -> Iterator[tuple[Node, Counter[str]]]:
    """The new actions whose text lost words, with those."""
    for new in both.delta.new.nodes.get("action", ()):
        old = both.delta.pairs.old_of.get(new)
        if old is not None and old.text != new.text:
            yield new, Counter(words(old.text)) - Counter(words(new.text))


def _lengthened(both: Both) -> Iterator[tuple[Node, Counter[str]]]:
    """The old actions whose text gained words, with those."""
    for old in both.delta.old.nodes.get("action", ()):
        new = both.delta.pairs.new_of.get(old)
        if new is not None and old.text != new.text:
            yield old, Counter(words(new.text)) - Counter(words(old.text))


def _cut_out(
    alone: list[Node], changed: Iterator[tuple[Node, Counter[str]]]
) -> Iterator[tuple[Node, Node]]:
    """The actions without a partner whose words are those that another one lost or gained."""
    candidates = [(node, lost) for node, lost in changed if lost]
    for node in alone:
        own = Counter(words(node.text)) if node.kind.name == "action" else Counter()
        size = own.total()
        if size < _FEWEST:
            continue
        shares = [((own & lost).total() / size, whole) for whole, lost in candidates]
        share, whole = max(shares, key=lambda one: one[0], default=(0.0, node))
        if share >= _ENOUGH:
            yield node, whole


def _suggested(both: Both) -> Iterator[Change]:
    for old, new, score in both.delta.pairs.suggested:
        if new.kind.name not in {"action", "kpi", "commitment", "recommendation"}:
            continue
        yield told(
            both, "possible-renumbering", (old, new),
            f"may be what was {label_of(old, both.old)} before: the texts are {score}% alike",
            old=old.text, new=new.text,
        )  # fmt: skip


def _reused(both: Both) -> Iterator[Change]:
    """References of something that went which now mean something that came."""
    went: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in both.delta.removed:
        went[node.kind.name, node.ref].append(node)
    for node in both.delta.added:
        if _has_name(node) and went[node.kind.name, node.ref]:
            old = went[node.kind.name, node.ref].pop(0)
            yield told(
                both, "ref-reused", (old, node),
                f"means another thing now: {quoted(node.text)}, before {quoted(old.text)}",
                old=old.text, new=node.text,
            )  # fmt: skip


def _has_name(node: Node) -> bool:
    return bool(node.ref) and node.kind.name in {"action", "kpi", "commitment", "recommendation"}
