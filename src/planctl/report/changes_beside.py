"""Old and new side by side: a table for each action, or other entry, that changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from planctl.diff import Change, Edit, Plain
from planctl.findings import Path
from planctl.report.changes_text import Beside, beside, field_in_words, path_in_words
from planctl.report.changes_told import Told
from planctl.report.words import Words

_TALL: Final = 18
"""In lines of print: such a row leaves too much of a page empty if it may not be split."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link within the page."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class BesideRow:
    """What one or several changes are about, before and now; a tall row may be split."""

    label: str
    values: Beside
    changes: tuple[Pointer, ...]
    tall: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that changed: an action, a KPI, the plan itself."""

    anchor: str
    heading: str
    caption: str
    rows: tuple[BesideRow, ...]


@dataclass(frozen=True, slots=True)
class ThemeBeside:
    """The subjects of one theme."""

    heading: str
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class PlanBeside:
    """The themes of one plan."""

    heading: str
    themes: tuple[ThemeBeside, ...]


_Key = tuple[str, str, str, str]
_Place = tuple[tuple[int, int, str], ...]
_Values = tuple[str, Plain, Plain]
_Members = list[tuple[Told, Change]]


def side_by_side(told: Sequence[Told], words: Words) -> tuple[PlanBeside, ...]:
    """All values that differ, by plan and theme and in the order of the plan."""
    subjects = tuple(
        (members[0][1], _subject(number, members, words))
        for number, members in enumerate(_ordered(told), 1)
    )
    return tuple(
        PlanBeside(
            plan or words.say("several_plans"),
            tuple(
                ThemeBeside(
                    words.say("theme_named", theme=theme) if theme else words.say("whole_plan"),
                    tuple(one for _, one in of_theme),
                )
                for theme, of_theme in groupby(of_plan, lambda found: found[0].theme)
            ),
        )
        for plan, of_plan in groupby(subjects, lambda found: found[0].plan)
    )


def pointers_to(plans: Sequence[PlanBeside]) -> dict[str, tuple[Pointer, ...]]:
    """Where the values of each change stand, by the anchor of the change."""
    found: dict[str, list[Pointer]] = {}
    for subject in (one for plan in plans for theme in plan.themes for one in theme.subjects):
        for change in {one.target: one for row in subject.rows for one in row.changes}:
            found.setdefault(change, []).append(Pointer(subject.heading, subject.anchor))
    return {anchor: tuple(pointers) for anchor, pointers in found.items()}


def _ordered(told: Sequence[Told]) -> list[_Members]:
    """The changes that have values to show, by what they are about.

    Plans are in the order of their changes; within a plan come its own fields, then its themes,
    and all in the order of the file.
    """
    subjects: dict[_Key, _Members] = {}
    themes: dict[tuple[str, str], _Place] = {}
    for one, change in _with_values(told):
        members = subjects.setdefault(_key(change), [])
        members.append((one, change))
        home = _home(members)
        themes[home] = min(themes.get(home, _place(change)), _place(change))
    plans = list(dict.fromkeys(one.plan for one in told))

    def order(members: _Members) -> tuple[int, bool, _Place, str, _Place]:
        plan, theme = _home(members)
        place = min(_place(change) for _, change in members)
        return (plans.index(plan), bool(theme), themes[plan, theme], theme, place)

    return sorted(subjects.values(), key=order)


def _with_values(told: Sequence[Told]) -> Iterator[tuple[Told, Change]]:
    for one in told:
        for change in one.folded.changes:
            if change.edits or change.old is not None or change.new is not None:
                yield one, change


def _home(members: _Members) -> tuple[str, str]:
    first = members[0][1]
    return first.plan, first.theme


def _key(change: Change) -> _Key:
    """One that went and one that came under the same reference are two subjects."""
    return (change.plan, change.kind, change.uid or change.label, _fate(change))


def _fate(change: Change) -> str:
    if change.new_path is None and change.old_path is not None:
        return "gone"
    return "come" if change.old_path is None and change.new_path is not None else ""


def _place(change: Change) -> _Place:
    path = change.new_path or change.old_path or ()
    return tuple((0, step, "") if isinstance(step, int) else (1, 0, step) for step in path)


def _subject(number: int, members: _Members, words: Words) -> Subject:
    rows: dict[str, tuple[_Values, list[Pointer]]] = {}
    for one, change in members:
        pointer = Pointer(words.say("change_number", n=one.number), one.anchor)
        for values in _values(change, words):
            rows.setdefault(repr(values), (values, []))[1].append(pointer)
    first = members[0][1]
    called = first.label or first.kind or first.plan
    name = words.say(f"subject_{_fate(first)}", subject=called)
    return Subject(
        anchor=f"beside-{number}",
        heading=_at_start(name),
        caption=words.say("subject_caption", subject=name),
        rows=tuple(_row(values, pointers, words) for values, pointers in rows.values()),
    )


def _row(values: _Values, pointers: Sequence[Pointer], words: Words) -> BesideRow:
    label, was, now = values
    compared = beside(was, now, words)
    once = tuple(dict.fromkeys(pointers))
    return BesideRow(_at_start(label), compared, once, compared.height > _TALL)


def _at_start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _values(change: Change, words: Words) -> Iterator[_Values]:
    """What is called how, was what and is what now; from the edits where the change has neither."""
    if change.old is not None or change.new is not None:
        yield _field(change, words), change.old, change.new
        return
    for edit in change.edits:
        if edit.is_move:
            places = [path_in_words(path or (), words) for path in (edit.old, edit.new)]
            yield words.say("value_place"), places[0], places[1]
        else:
            yield path_in_words(_inner(change, edit), words), edit.was, edit.now


def _field(change: Change, words: Words) -> str:
    """What the field is called: exactly, where an edit tells its path."""
    for path in (_inner(change, edit) for edit in change.edits):
        if "/".join(map(str, path)) == change.field:
            return path_in_words(path, words)
    return field_in_words(change.field, words)


def _inner(change: Change, edit: Edit) -> Path:
    """The path of an edit, from the entry on where it lies in that."""
    for path, entry in ((edit.new, change.new_path), (edit.old, change.old_path)):
        if path is not None:
            starts_so = entry is not None and path[: len(entry)] == entry
            return path[len(entry or ()) :] if starts_so else path
    return ()
