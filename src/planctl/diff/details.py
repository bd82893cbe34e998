"""Details that are others, where no kind of change has words of its own for them."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from planctl.diff.change import Plain
from planctl.diff.delta import Difference
from planctl.diff.naming import both_quoted, listed, quoted, spoken
from planctl.model.plain import plain
from planctl.pairing.tree import Node
from planctl.wording.words import words

_CALLED: Final = MappingProxyType({
    "aliases": "other names", "assertions": "stated counts", "by": "author", "children": "parts",
    "completed_on": "day of completion", "cut_off": "cut-off day", "decided_by": "deciding body",
    "delivered_by": "actions that deliver it", "depends_on": "actions it waits for",
    "done_on": "day of completion",
    "expected": "expected end", "kpis": "KPIs", "kpi_note": "note on KPIs",
    "locator": "file or address", "percent": "percentage",
    "responsible_to_follow_by": "day by which somebody is to be named",
    "secured": "secured share", "sha256": "fingerprint", "signed_off": "sign-off",
    "spent": "amount spent", "sub_points": "sub-points",
    "to_follow_by": "day by which it is settled", "verified": "check by somebody else",
})  # fmt: skip
_HOLDERS: Final = frozenset({
    "updates", "assessments", "reports", "reviews", "actuals", "own", "glossary",
})  # fmt: skip
_MANY: Final = frozenset({
    "KPIs", "achievements", "actions", "actions it waits for", "actions that deliver it", "asks",
    "calendars", "concerns", "fields", "groups", "links", "notes", "other names", "parts",
    "stated counts", "sub-points", "targets",
})  # fmt: skip
_WORD: Final = re.compile(r"[a-z]+(?:[_-][a-z]+)*")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST: Final = 60
_QUOTE: Final = "‘"
_SHORT: Final = 12
"""Characters that are enough of a fingerprint."""


def detail(found: Difference) -> str:
    """What is said of the entry: `has the status live, before draft`."""
    name, term = named(found)
    was, now = _meant(found.old, found, found.was), _meant(found.new, found, found.now)
    return said_of(name, was, now, term)


def _meant(node: Node, found: Difference, value: Plain) -> Plain:
    """The value; where the file says nothing, what is meant then."""
    if value is not None or len(found.field) > 1:
        return value
    return plain(getattr(node.entry, str(found.field[0]), None)) or None


def named(found: Difference) -> tuple[str, str]:
    """What the field is called, and the words for its term; those are empty where it has none."""
    path = [str(step) for step in found.field]
    if path[0] == "source":
        path = path[:1] if path[1:] in ([], ["from"]) else ["place in the source"]
    term = ""
    if path[0] in _HOLDERS and len(path) > 1:
        term = f" for {path[1]}" if path[0] not in {"own", "glossary"} else ""
        path = path[2:] or ([path[0].removesuffix("s")] if term else [path[1]])
    return _CALLED.get(path[-1], path[-1].replace("_", " ")), term


def said_of(name: str, was: Plain, now: Plain, term: str = "") -> str:
    """What is said of an entry whose field of that name holds another value."""
    if isinstance(was, dict) and isinstance(now, dict):
        return _other_fields(name, was, now, term)
    before, after = in_short(was, name), in_short(now, name)
    is_many = name in _MANY
    if now is None:
        last = f" (was {before})" if before else ""
        return f"has no {name}{term} any more{last}"
    if was is None:
        what = name if is_many else f"{_article(name)} {name}"
        return f"has {what}{term} now{f': {after}' if after else ''}"
    if isinstance(was, str) and isinstance(now, str) and _is_prose(was, now):
        return f"has another {name}{term}: {both_quoted(now, was)}"
    if isinstance(was, str) and isinstance(now, str) and (before + after).count(_QUOTE) == 1:
        before, after = quoted(was), quoted(now)
    if not before or not after or before == after:
        return f"has {'other' if is_many else 'another'} {name}{term}"
    return f"has the {name} {after}{term}, before {before}"


def _other_fields(name: str, was: Mapping[str, Plain], now: Mapping[str, Plain], term: str) -> str:
    """Of what has several fields, those that are others."""
    names = [one for one in dict.fromkeys((*was, *now)) if was.get(one) != now.get(one)]
    before, after = (
        _fields({one: side[one] for one in names if one in side}, are_named=True)
        for side in (was, now)
    )
    what = f"has {'other' if name in _MANY else 'another'} {name}{term}"
    if len(before) > _LONGEST or len(after) > _LONGEST or not (before or after):
        return what
    return f"{what}: {after or 'no more'}, before {before or 'nothing said'}"


def in_short(value: Plain, name: str = "") -> str:
    """The value of a field of that name in words, where they are few; else nothing."""
    said = _words(value)
    if name == "rating":
        said = said.replace("-", " ")
    return said if len(said) <= _LONGEST + 2 else ""


def is_same_but_typing(was: str, now: str) -> bool:
    """Whether only capitals, blanks and marks tell the texts apart."""
    return words(was) == words(now)


def _is_prose(was: str, now: str) -> bool:
    return any(len(text.split()) > 2 for text in (was, now))  # noqa: PLR2004 - a name has two


def _words(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        simple = all(isinstance(one, str) for one in value)
        return listed([_text(one) for one in value]) if simple else ""
    if isinstance(value, dict):
        return _fields(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _text(value: str) -> str:
    if _DAY.fullmatch(value):
        return spoken(date.fromisoformat(value))
    if _DIGEST.fullmatch(value):
        return f"{value[:_SHORT]}…"
    if _WORD.fullmatch(value):
        return value.replace("_", " ")
    return quoted(value) if " " in value or value.endswith(".") else value


def _fields(value: Mapping[str, Any], *, are_named: bool = False) -> str:
    """The fields one by one; nothing where one of them is no simple value."""
    if any(isinstance(one, list | dict) for one in value.values()):
        return ""
    if len(value) == 1 and not are_named:
        return _words(next(iter(value.values())))
    said = [f"{name.replace('_', ' ')} {_words(one)}" for name, one in value.items()]
    return (" " if value.keys() == {"from", "to"} else ", ").join(said)


def _article(name: str) -> str:
    return "an" if name[:1] in set("aeio") else "a"
