"""The action rows of a plan, with what each takes from the row above it."""

from collections.abc import Iterator
from dataclasses import dataclass

from planctl.findings import Path
from planctl.model.action import Action
from planctl.model.dates import FuzzyDate
from planctl.model.party import Assignment
from planctl.model.plan import Plan, Theme, ThemeKind
from planctl.model.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Row:
    """An action or sub-action where it stands; sub-actions take responsible, schedule and due."""

    path: Path
    action: Action
    theme: Theme
    label: str
    parent: "Row | None" = None

    @property
    def is_main(self) -> bool:
        """Whether it is an action of a theme proper."""
        return self.parent is None and self.theme.kind is ThemeKind.THEME

    @property
    def is_generic(self) -> bool:
        """Whether it is an action of the whole plan."""
        return self.parent is None and self.theme.kind is ThemeKind.GENERIC

    @property
    def responsible(self) -> tuple[Assignment, ...]:
        """Who is responsible: the row's own, else its parent's."""
        own = self.action.responsible
        return own if own or self.parent is None else self.parent.responsible

    @property
    def schedule(self) -> Schedule:
        """When it is worked on: the row's own periods, else its parent's."""
        if self.has_own_time or self.parent is None:
            return self.action.schedule
        return self.parent.schedule

    @property
    def due(self) -> FuzzyDate | None:
        """The deadline given for it: the row's own, else its parent's."""
        if self.has_own_time or self.parent is None:
            return self.action.due
        return self.parent.due

    @property
    def has_own_time(self) -> bool:
        """Whether the row itself says when."""
        return bool(self.action.schedule) or self.action.due is not None


def rows(plan: Plan) -> Iterator[Row]:
    """Every action row from the top of the plan, each sub-action after its parent."""
    for number, theme in enumerate(plan.themes):
        path: Path = ("themes", number)
        for position, action in enumerate(theme.actions):
            label = action.ref or f"action {position + 1} of {theme.ref or theme.title}"
            row = Row((*path, "actions", position), action, theme, label)
            yield row
            yield from _parts(row)


def _parts(parent: Row) -> Iterator[Row]:
    for position, action in enumerate(parent.action.sub_actions):
        label = action.ref or f"sub-action {position + 1} of {parent.label}"
        row = Row((*parent.path, "sub_actions", position), action, parent.theme, label, parent)
        yield row
        yield from _parts(row)
