"""The action rows of a plan: what each takes from above it, and its time as last revised."""

from collections.abc import Iterator
from dataclasses import dataclass

from planctl.findings import Path
from planctl.model.action import Action
from planctl.model.dates import FuzzyDate
from planctl.model.party import Assignment
from planctl.model.plan import Plan
from planctl.model.schedule import Schedule
from planctl.model.theme import Theme, ThemeKind


@dataclass(frozen=True, slots=True)
class Row:
    """An action or sub-action where it stands.

    A sub-action takes responsible, schedule and due from its parent, an action takes responsible
    from its theme, each where it says nothing itself.
    """

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
        """Who is responsible: the row's own, else its parent's or its theme's."""
        above = self.parent.responsible if self.parent else self.theme.responsible
        return self.action.responsible or above

    @property
    def schedule(self) -> Schedule:
        """When it is worked on: the row's own periods as last revised, else its parent's."""
        if self.has_own_time or self.parent is None:
            return time_now(self.action)[0]
        return self.parent.schedule

    @property
    def due(self) -> FuzzyDate | None:
        """The deadline given for it: the row's own as last revised, else its parent's."""
        if self.has_own_time or self.parent is None:
            return time_now(self.action)[1]
        return self.parent.due

    @property
    def has_own_time(self) -> bool:
        """Whether the row itself says when."""
        schedule, due = time_now(self.action)
        return bool(schedule) or due is not None


def time_now(action: Action) -> tuple[Schedule, FuzzyDate | None]:
    """The schedule and deadline that hold now; those of the action itself are its baseline.

    A revised date leaves the schedule as it is. A revised schedule without a date puts an end to
    the deadline that was given before.
    """
    schedule, due = action.schedule, action.due
    for revised in action.revised:
        due = revised.date or (None if revised.schedule else due)
        schedule = revised.schedule or schedule
    return schedule, due


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
