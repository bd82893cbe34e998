"""Themes: groups of actions under one heading."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from planctl.model.action import Action
from planctl.model.entity import Entity
from planctl.model.link import Link
from planctl.model.milestone import Milestones
from planctl.model.party import Assignments
from planctl.model.prose import Texts
from planctl.model.values import Id, Ref, Text, Title
from planctl.model.vocabulary import Vocabulary


class ThemeKind(Vocabulary):
    """Whether the actions belong to one theme, or to the whole plan."""

    THEME = "theme"
    GENERIC = "generic"


class Theme(Entity):
    """A group of actions under one heading.

    Example (in a plan):
        themes:
          - ref: "2.1"
            uid: reading-at-home
            title: Reading at home
            text: Families read together, whatever their language.
            outcome: Children arrive at school with more words.
            responsible: library
            kpis: [K1]
            milestones: [{text: All three clubs are open, due: July 2019}]
            links: [{group: early-years-group, relation: works_with}]
            own: {ward: North}
            actions:
              - {ref: 2.1a, text: Open a homework club.}
          - title: For the whole plan
            kind: generic
            actions:
              - {ref: i, text: Report to the board every term.}
        fields: [{name: ward, for: theme}]
    """

    place: ClassVar[str] = "the theme"

    ref: Ref | None = None
    """The number or letter that people print in front of the heading. A theme without it is left
    out where themes are counted."""
    uid: Id | None = None
    """A name that never changes, by which versions of the plan are compared."""
    title: Title
    """The heading."""
    kind: ThemeKind = ThemeKind.THEME
    """`generic` for actions that belong to the whole plan; else `theme`."""
    text: Text | None = None
    """What stands under the heading, before the actions."""
    outcome: Text | None = None
    """What the actions together are to bring about."""
    responsible: Assignments = ()
    """Who leads the theme, and is responsible for those of its actions that name nobody."""
    kpis: Texts = ()
    """The refs or uids of the KPIs that the theme is to move."""
    milestones: Milestones = ()
    """Steps that the theme as a whole has to reach."""
    links: tuple[Link, ...] = ()
    """Other plans, groups or commitments that it has to do with."""
    own: Mapping[Text, Text] = Field(default_factory=dict)
    """Values of the fields that the plan declares itself for themes."""
    actions: tuple[Action, ...] = ()
    """The rows, in the order in which they are printed."""
