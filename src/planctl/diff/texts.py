"""Other words: softer, firmer, or merely others."""

from collections.abc import Iterator
from typing import Final

from planctl.diff.both import Both
from planctl.diff.change import Change
from planctl.diff.delta import Difference
from planctl.diff.naming import quoted
from planctl.diff.telling import told_of
from planctl.wording.softening import softened

_BINDING: Final = (
    ("action", "text"), ("action", "title"), ("commitment", "statement"), ("success", "text"),
    ("milestone", "text"), ("theme", "outcome"), ("outcome", "text"), ("plan", "aim"),
    ("plan", "vision"), ("plan", "strategic_priority"), ("recommendation", "text"),
)  # fmt: skip
"""The texts that say what is to be done."""

_PROSE: Final = (
    ("theme", "title"), ("theme", "text"), ("plan", "title"), ("plan", "diagnosis"),
    ("plan", "narrative"), ("plan", "kpi_note"), ("action", "notes"), ("risk", "text"),
    ("risk", "cause"), ("risk", "consequence"), ("risk", "response"), ("party", "name"),
    ("recommendation", "sub_points"), ("engagement", "event"), ("document", "title"),
)  # fmt: skip


def rewordings(both: Both) -> Iterator[Change]:
    """The texts that are others, and whether they promise less."""
    for kind, name in _BINDING:
        for found in both.differing(kind, name):
            yield _binding(both, found, name)
    for kind, name in _PROSE:
        for found in both.differing(kind, name):
            yield _reworded(both, found, name)


def _binding(both: Both, found: Difference, name: str) -> Change:
    was, now = str(found.was or ""), str(found.now or "")
    if was and now:
        if softer := softened(was, now):
            return told_of(both, "scope-softened", found, f"promises less: {softer}")
        if firmer := softened(now, was):
            return told_of(both, "scope-firmed", found, f"promises more: before, {firmer}")
    return _reworded(both, found, name)


def _reworded(both: Both, found: Difference, name: str) -> Change:
    what = "is worded otherwise" if name in {"text", "statement"} else f"has another {name}"
    if isinstance(found.was, str) and isinstance(found.now, str):
        clause = f"{what}: {quoted(found.now)}, before {quoted(found.was)}"
    else:
        clause = what
    return told_of(both, "reworded", found, clause.replace("_", " "))
