"""A plan while it is put together from the tables."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from planctl.model import Party, Period
from planctl.model.values import MAX_ID, MAX_TITLE, is_id
from planctl.source import Value
from planctl.transfer.ledger import Ledger, Span
from planctl.transfer.making.owners import Known
from planctl.transfer.making.prose import numbered, prose

Fields = dict[str, Value]
UNNAMED: Final = "Actions"
"""The heading of actions that the document gives none."""

_OTHER: Final = re.compile(r"[^a-z0-9]+")
_NUMBER_RULE: Final = "points behind numbers"
_TITLE_LENGTH: Final = 120


@dataclass(slots=True)
class Draft:
    """What the plan has so far. `term` is that of ratings and comments whose column names none."""

    ledger: Ledger
    known: Known
    term: Period | None = None
    head: Fields = field(default_factory=dict)
    themes: list[Fields] = field(default_factory=list)
    own_fields: list[str] = field(default_factory=list)
    others_fields: dict[str, str] = field(default_factory=dict)
    """The plan's own fields for what is no action, each with what it is for."""
    parties: dict[str, Party] = field(default_factory=dict)
    source: dict[str, Value] = field(default_factory=dict)
    warnings: Counter[str] = field(default_factory=Counter)
    untold: list[str] = field(default_factory=list)
    """Headings of ratings and comments for which nobody has said the term."""
    undated: list[str] = field(default_factory=list)
    """Headings of targets that name no period."""
    unlabelled: list[str] = field(default_factory=list)
    """Labels beside texts before the actions that the format has no field for."""
    has_blue: bool = False

    def warn(self, text: str) -> None:
        """Notes something that somebody should look at; the same is said once, with its number."""
        self.warnings[text] += 1

    def theme(self, span: Span, *, is_generic: bool = False) -> None:
        """Begins a theme with that heading."""
        ref, gap, text = numbered(span)
        theme: Fields = {}
        if ref:
            self.ledger.ignore(gap.stripped(), _NUMBER_RULE)
            theme["ref"] = self.ledger.map(ref, "theme ref")
        self._titled(theme, prose(text, self.ledger, "theme"))
        self._begin(theme, is_generic=is_generic)

    def numbered_theme(self, ref: Span, title: Span) -> None:
        """Begins a theme whose number stands in a cell of its own."""
        theme: Fields = {"ref": self.ledger.map(ref.stripped(), "theme ref")}
        self._titled(theme, prose(title, self.ledger, "theme"))
        self._begin(theme, is_generic=False)

    def actions(self) -> list[Value]:
        """The actions of the theme that was begun last; without any, of one without a name."""
        if not self.themes:
            self.themes.append({"title": UNNAMED})
        found = self.themes[-1].setdefault("actions", [])
        if not isinstance(found, list):
            raise TypeError("actions are a list")
        return found

    def own(self, heading: str) -> str:
        """The name of the plan's own field for a column with that heading."""
        name = slug(heading) or "other"
        if name in self.others_fields:
            name = f"action-{name}"
        if name not in self.own_fields:
            self.own_fields.append(name)
        return name

    def own_for(self, heading: str, kind: str) -> str:
        """The same for a column of a table of risks or KPIs, which is no field of actions."""
        name = slug(heading) or "other"
        if name in self.own_fields or self.others_fields.get(name, kind) != kind:
            name = f"{kind}-{name}"
        self.others_fields[name] = kind
        return name

    def own_of_others(self) -> Iterator[Value]:
        """Those fields as the plan declares them."""
        for name, kind in self.others_fields.items():
            yield {"name": name, "type": "text", "for": kind}

    def _begin(self, theme: Fields, *, is_generic: bool) -> None:
        if is_generic:
            theme["kind"] = "generic"
        self.themes.append(theme)

    def _titled(self, theme: Fields, title: str) -> None:
        theme["title"] = short_title(title)
        if len(" ".join(title.split())) > MAX_TITLE:
            theme["text"] = title
            self.warn("a heading of a theme is too long for a title: it stands in full as its text")


def short_title(text: str) -> str:
    """The text as a title; of one that is too long, its beginning."""
    title = " ".join(text.split())
    return title if len(title) <= MAX_TITLE else f"{title[:_TITLE_LENGTH].rpartition(' ')[0]} …"


def slug(text: str) -> str:
    """The text as an id."""
    found = _OTHER.sub("-", text.casefold()).strip("-")[:MAX_ID].strip("-")
    return found if is_id(found) else ""


def plan_id_for(path: Path, title: str) -> str:
    """The id of a plan that nobody has named: its title's, else its file's."""
    return slug(title)[:60].strip("-") or slug(path.stem) or "imported-plan"
