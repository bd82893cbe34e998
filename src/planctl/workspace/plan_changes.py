"""Changes of whole plans, of programmes, and where in their files changes stand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from planctl.diff import BY_NAME, Change, Direction, Edit, Plain, Version
from planctl.model.plain import plain
from planctl.workspace.side_plans import PRIORITIES, PlanFile, Shelf

Compare = Callable[[Version, Version], tuple[Change, ...]]
_PROGRAMME: Final = "the programme"


def plan_change(rule: str, file: PlanFile) -> Change:
    """The change that a plan makes which came (`plan-added`) or went (`plan-removed`)."""
    title = " ".join(file.written.title.split()) if file.written else file.id
    label = f"the plan ‘{title}’"
    ref = (file.written and file.written.ref) or ""
    return _whole(rule, file, plain(file.written), Change(
        rule, BY_NAME[rule].level, BY_NAME[rule].direction or Direction.NEUTRAL,
        f"The plan ‘{title}’ is {'new' if rule == 'plan-added' else 'gone'}",
        BY_NAME[rule].question.format(subject=label),
        plan=file.id, kind="plan", ref=ref, label=label,
    ))  # fmt: skip


def programme_changes(
    old: tuple[Shelf, PlanFile] | None, new: tuple[Shelf, PlanFile] | None, compare: Compare
) -> Iterator[Change]:
    """What changed in a programme; one of the two may not be there.

    It is compared as a plan of the same fields; the order of its plans is a field of its own.
    """
    if old is None or new is None:
        yield from _came_or_went(old, new)
        return
    (old_shelf, before), (new_shelf, after) = old, new
    versions = before.version(old_shelf.on), after.version(new_shelf.on)
    if versions[0] is None or versions[1] is None:
        return
    for change in (*compare(versions[0], versions[1]), *_priorities(before, after)):
        if change.kind != "plan":
            yield change
            continue
        message = change.message.replace("The plan ", "The programme ", 1)
        yield replace(change, kind="programme", label=_PROGRAMME, message=message)


def located(changes: Iterable[Change], old: PlanFile, new: PlanFile) -> Iterator[Change]:
    """The changes with their places in the files of both sides."""
    for change in changes:
        spots = old.spot(change.old_path), new.spot(change.new_path)
        yield replace(change, old_spot=spots[0], new_spot=spots[1])


def is_format_only(old: PlanFile, new: PlanFile) -> bool:
    """Whether the files differ, and what they say does not."""
    is_same_file = old.document.sha256 == new.document.sha256
    return not is_same_file and old.whole is not None and plain(old.written) == plain(new.written)


def _whole(rule: str, file: PlanFile, said: Plain, change: Change) -> Change:
    """The change with all that came or went."""
    if rule.endswith("-added"):
        edits = (Edit(None, (), now=said),)
        return replace(change, new=said, new_path=(), new_spot=file.spot(()), edits=edits)
    edits = (Edit((), None, was=said),)
    return replace(change, old=said, old_path=(), old_spot=file.spot(()), edits=edits)


def _came_or_went(
    old: tuple[Shelf, PlanFile] | None, new: tuple[Shelf, PlanFile] | None
) -> Iterator[Change]:
    rule, there = ("entry-added", new) if new else ("entry-removed", old)
    file = there[1] if there else None
    if file is None or file.written is None:
        return
    kind, verb = BY_NAME[rule], "new" if new else "gone"
    yield _whole(rule, file, plain(file.written), Change(
        rule, kind.level, kind.direction or Direction.NEUTRAL, f"The programme is {verb}",
        plan=file.id, kind="programme", label=_PROGRAMME,
    ))  # fmt: skip


def _priorities(old: PlanFile, new: PlanFile) -> Iterator[Change]:
    was, now = (one.document.value((PRIORITIES,)) for one in (old, new))
    if was == now:
        return
    kind, path = BY_NAME["metadata-changed"], (PRIORITIES,)
    yield Change(
        kind.name, kind.level, kind.direction or Direction.NEUTRAL,
        "The plan has another list of priorities",
        plan=new.id, kind="plan", field=PRIORITIES, old=was, new=now,
        old_path=path, new_path=path, edits=(Edit(path, path, was, now),),
    )  # fmt: skip
