"""Other words: softer, firmer, or merely others."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.diff.both import Both
from planctl.diff.change import Change, Plain
from planctl.diff.delta import Difference
from planctl.diff.details import is_same_but_typing, named, said_of
from planctl.diff.naming import both_quoted, label_of, quoted
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
_NAMES: Final = frozenset({"title", "name", "event"})
_OWN: Final = frozenset({"text", "statement"})
"""The fields that hold the entry's own words."""

_BECAME: Final = re.compile(r"(.+) became (.+)")
_ADDED: Final = re.compile(r"(.+) was added")
_LOST: Final = re.compile(r"'(?:.+) ([^' ]+)' lost (.+)")


def rewordings(both: Both) -> Iterator[Change]:
    """The texts that are others, and whether they promise less."""
    for kind, name in _BINDING:
        for found in both.differing(kind, name):
            yield _binding(both, found, name)
    for kind, name in _PROSE:
        for found in both.differing(kind, name):
            yield reworded(both, found)


def reworded(both: Both, found: Difference) -> Change:
    """The change of a text that merely has other words."""
    name = str(found.field[-1])
    if not isinstance(found.was, str) or not isinstance(found.now, str):
        return told_of(both, "reworded", found, _come_or_gone(found))
    pair = both_quoted(found.now, found.was)
    what, term = named(found)
    if is_same_but_typing(found.was, found.now):
        where = "" if name in _OWN else f" in its {what}{term}"
        clause = f"has other capitals or marks{where}: {pair}"
    elif quoted(found.now) in label_of(found.new, both.new):
        verb = "was called" if name in _NAMES else "read"
        clause = f"{verb} {quoted(found.was)} before"
    elif name in _OWN and not term and found.new.kind.name != "theme":
        clause = f"is worded otherwise: {pair}"
    else:
        clause = f"has another {what}{term}: {pair}"
    return told_of(both, "reworded", found, clause)


def _binding(both: Both, found: Difference, name: str) -> Change:
    was, now = _text(found.was), _text(found.now)
    if was and now:
        if softer := softened(was, now):
            return told_of(both, "scope-softened", found, f"promises less: {softer}")
        if firmer := softened(now, was):
            return told_of(both, "scope-firmed", found, f"promises more: {_turned(firmer)}")
    elif name != "title":
        rule = "scope-softened" if was else "scope-firmed"
        return told_of(both, rule, found, _come_or_gone(found))
    return reworded(both, found)


def _turned(firmer: str) -> str:
    """The signs of a weaker wording told from its other side."""
    return ", ".join(_turned_sign(sign) for sign in firmer.split(", "))


def _turned_sign(sign: str) -> str:
    if found := _BECAME.fullmatch(sign):
        return f"{found[2]} became {found[1]}"
    if found := _ADDED.fullmatch(sign):
        return f"{found[1]} is gone"
    found = _LOST.fullmatch(sign)
    return f"{found[2]} was put before {found[1]}" if found else sign


def _come_or_gone(found: Difference) -> str:
    """Of a text that is new or gone, or made of several paragraphs."""
    name, term = named(found)
    was, now = _text(found.was), _text(found.now)
    if was and now and was != now:
        return f"has {_another(name)} {name}{term}: {both_quoted(now, was)}"
    return said_of(name, was or None, now or None, term)


def _another(name: str) -> str:
    return "other" if name.endswith("s") and name != "diagnosis" else "another"


def _text(value: Plain) -> str:
    """The text; of paragraphs, all that they say."""
    if isinstance(value, list):
        return " ".join(_text(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("text", ""))
    return str(value or "")
