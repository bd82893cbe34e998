"""The one action that somebody names on the command line, and the plan that it is in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planctl.cli.options import plans_at, workspace_at
from planctl.cli.output import leave_if_broken
from planctl.errors import WrongValueError
from planctl.findings import did_you_mean

if TYPE_CHECKING:
    from planctl.model import Plan, Row
    from planctl.source import Document
    from planctl.workspace import Group

_MOST_LISTED: Final = 12


class NoSuchActionError(WrongValueError):
    """A name that no action goes by."""


@dataclass(frozen=True, slots=True)
class Called:
    """An action or sub-action where it was found; its plan has what it takes from its programme."""

    file: Path
    document: "Document"
    group: "Group"
    plan: "Plan"
    row: "Row"


def action_called(name: str, plan_name: str | None, done: str = "recorded") -> Called:
    """The action with this reference or uid, whatever the case.

    It is looked for in the plans of the workspace, or in the one plan that is named by id or path.
    Raises NoSuchActionError, or WrongValueError where there is more than one; ends with the exit
    code for findings where a plan that it may be in does not load: then nothing is `done`.
    """
    found = _searched(plan_name)
    wanted = name.strip().casefold()
    every = [called for group in found for called in _actions(group)]
    named = [called for called in every if wanted in _names(called.row)]
    unread = [group for group in found if group.broken() and not (named and _lacks(group, wanted))]
    leave_if_broken(
        unread, f"Nothing was {done}. Mend that first, or name another plan with --plan."
    )
    if not named:
        problem = f"is no action of {_where(found)}"
        raise NoSuchActionError("REF", name, _choice(name, every), problem)
    if len(named) > 1:
        raise _several(name, named)
    return named[0]


def _searched(plan_name: str | None) -> "tuple[Group, ...]":
    """The plans to look through."""
    from planctl.model.values import is_id  # noqa: PLC0415 - help does not need the model

    if plan_name is None:
        return workspace_at(None)[0]
    plan_id = plan_name.casefold()
    if not is_id(plan_id):
        return plans_at([Path(plan_name)])[0]
    files = [file for group in workspace_at(None)[0] for file in group.asked]
    named = [file for file in files if file.stem.casefold() == plan_id]
    if not named:
        ids = sorted({file.stem for file in files})
        near = did_you_mean(plan_id, ids)
        remedy = f"Did you mean {near}?" if near else f"Its plans are {_listed(ids)}."
        raise WrongValueError("--plan", plan_name, remedy, "is no plan of this workspace")
    return plans_at(named)[0]


def _actions(group: "Group") -> Iterator[Called]:
    from planctl.model import rows  # noqa: PLC0415 - help does not need the model

    for file, loaded in zip(group.asked, group.plans, strict=True):
        if loaded.record is not None and group.is_sound:
            plan = group.joined(loaded.record)
            yield from (Called(file, loaded.document, group, plan, row) for row in rows(plan))


def _names(row: "Row") -> set[str]:
    return {name.casefold() for name in (row.action.ref, row.action.uid) if name}


def _lacks(group: "Group", wanted: str) -> bool:
    """Whether no plan of the group that does not load can have the action."""
    broken = [loaded.document for loaded in group.plans if loaded.record is None]
    return group.is_sound and not any(
        not document.is_readable or _holds(document.root, wanted) for document in broken
    )


def _holds(written: Any, wanted: str) -> bool:
    """Whether anything in the file goes by the name."""
    if isinstance(written, dict):
        names = {str(written.get(field)).casefold() for field in ("ref", "uid")}
        return wanted in names or any(_holds(inner, wanted) for inner in written.values())
    return isinstance(written, list) and any(_holds(inner, wanted) for inner in written)


def _choice(name: str, every: list[Called]) -> str:
    """What to do about a name that no action has."""
    known = [known for called in every for known in (called.row.action.ref, called.row.action.uid)]
    if near := did_you_mean(name, [one for one in known if one]):
        return f"Did you mean {near}?"
    refs = dict.fromkeys(called.row.action.ref for called in every if called.row.action.ref)
    if refs:
        return f"There are {_listed(list(refs))}."
    return "Its actions have no references; `planctl fmt --add-ids` gives them uids."


def _where(found: "tuple[Group, ...]") -> str:
    files = [file for group in found for file in group.asked]
    return files[0].as_posix() if len(files) == 1 else f"the {len(files)} plans looked at"


def _several(name: str, named: list[Called]) -> WrongValueError:
    files = dict.fromkeys(called.file.as_posix() for called in named)
    if len(files) > 1:
        problem = f"names actions of {len(files)} plans: {', '.join(files)}"
        return WrongValueError("REF", name, "Say which plan with --plan.", problem)
    lines = []
    for called in named:
        document = called.document
        line, _ = document.lines.line_and_column(document.offset(called.row.path))
        lines.append(f"{document.file}:{line}")
    remedy = "Use the uid of one of them; `planctl fmt --add-ids` gives uids."
    return WrongValueError("REF", name, remedy, f"names {len(named)} actions: {', '.join(lines)}")


def _listed(names: list[str]) -> str:
    kept, more = names[:_MOST_LISTED], len(names) - _MOST_LISTED
    return f"{', '.join(kept)} and {more} more" if more > 0 else ", ".join(kept)
