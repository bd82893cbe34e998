"""The new version made of the old one and what changed."""

import copy
from collections.abc import Iterable, Sequence
from typing import Any

from planctl.diff.change import Change, Edit, Plain
from planctl.errors import ExitCode, PlanctlError
from planctl.findings import Path
from planctl.loading.reading import reading_of
from planctl.model import Plan
from planctl.model.plain import plain


class OtherPlanError(PlanctlError):
    """Changes that are not changes of this plan."""

    exit_code = ExitCode.USAGE

    def __init__(self, path: Path) -> None:
        where = "/".join(map(str, path))
        super().__init__(f"the plan is not the one that was compared: it has nothing at {where}")


def apply(changes: Iterable[Change], plan: Plan) -> Plan:
    """The plan with the changes made to it: `apply(compare(old, new), old) == new`.

    Texts that differed by white space alone stay as they are. Raises OtherPlanError where the
    changes are those of another plan.
    """
    edits = [edit for change in changes for edit in change.edits]
    made = applied(edits, plain(plan))
    return Plan.model_validate(made, context=reading_of(made, None, knows_programme=False))


def applied(edits: Sequence[Edit], root: Plain) -> Plain:
    """The plain value with the edits made to it; the value given stays as it is."""
    made = copy.deepcopy(root)
    moves = [edit for edit in edits if edit.is_move]
    gone = [edit for edit in edits if edit.new is None]
    # All places are those of the old version: they are looked up before anything moves.
    fields = [(_holder(made, edit.old), edit) for edit in edits if _is_field(edit)]
    leaving = [(_list_of(made, edit.old), _at(made, edit.old)) for edit in (*gone, *moves)]
    moving = {edit.new: _at(made, edit.old) for edit in moves}
    for holder, edit in fields:
        _set(holder, (edit.old or ())[-1], edit.now)
    for entries, entry in leaving:
        entries[:] = [one for one in entries if one is not entry]
    coming = {edit.new: copy.deepcopy(edit.now) for edit in edits if edit.old is None} | moving
    for path in sorted((path for path in coming if path is not None), key=_place):
        _list_of(made, path, is_made=True).insert(int(path[-1]), coming[path])
    return _without_empty_lists(made, {edit.old for edit in (*gone, *moves)}) if leaving else made


def _is_field(edit: Edit) -> bool:
    return edit.old is not None and edit.new is not None and not edit.is_move


def _place(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _at(root: Plain, path: Path | None) -> Any:
    found = root
    for step in path or ():
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            raise OtherPlanError(path or ()) from None
    return found


def _holder(root: Plain, path: Path | None) -> Any:
    """The mapping that the field stands in, made where it is not there."""
    found = root
    for step in (path or ())[:-1]:
        found = found.setdefault(step, {}) if isinstance(found, dict) else _at(found, (step,))
    return found


def _list_of(root: Plain, path: Path | None, *, is_made: bool = False) -> list[Any]:
    """The list that the entry stands in."""
    *above, name, _ = path or ("", 0)
    holder = _at(root, tuple(above))
    if not isinstance(holder, dict) or (name not in holder and not is_made):
        raise OtherPlanError(path or ())
    found: list[Any] = holder.setdefault(name, [])
    return found


def _set(holder: dict[str, Any], name: str | int, value: Plain) -> None:
    if value is None:
        holder.pop(str(name), None)
    else:
        holder[str(name)] = copy.deepcopy(value)


def _without_empty_lists(found: Any, left: Iterable[Path | None]) -> Any:
    """The value without the lists that nothing is left in: they say nothing."""
    names = {str(path[-2]) for path in left if path}
    return _pruned(found, frozenset(names))


def _pruned(found: Any, names: frozenset[str]) -> Any:
    if isinstance(found, list):
        return [_pruned(entry, names) for entry in found]
    if isinstance(found, dict):
        return {
            name: _pruned(value, names)
            for name, value in found.items()
            if not (value == [] and name in names)
        }
    return found
