"""What came of a merge, in words and for other programs."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from planctl.transfer.collecting.asked import Kind
from planctl.transfer.collecting.columns import heading_of
from planctl.transfer.collecting.outcome import Conflict, Outcome, Remark, Said

_SHOWN: Final = 70
_FORMAT_VERSION: Final = "1.0"


def told(outcome: Outcome, *, written: bool) -> Iterator[str]:
    """The lines of the report."""
    for file, several in groupby(outcome.changes, lambda said: said.file):
        yield file
        for said in several:
            yield from _change(said)
    yield from _headed("Read as", (_read_as(said) for said in outcome.read_as))
    yield from _conflicts(outcome.conflicts)
    blocking = [one for one in outcome.remarks if one.blocks]
    yield from _headed("To be settled", _remarks(blocking))
    yield from _headed("To know", _remarks([one for one in outcome.remarks if not one.blocks]))
    yield from _headed("Proposed, and not applied", _remarks(outcome.proposals))
    yield from _headed("Set aside, as you said", (f"  {key}" for key in outcome.left))
    yield from _closing(outcome, written=written)


def as_json(outcome: Outcome, *, written: bool) -> str:
    """The same for other programs."""
    shown = {
        "format_version": _FORMAT_VERSION,
        "written": written,
        "files": [*outcome.files],
        "changes": [_said_fields(said) for said in outcome.changes],
        "already": [_said_fields(said) for said in outcome.already],
        "conflicts": [
            {**_said_fields(one.said), "current": one.current} for one in outcome.conflicts
        ],
        "findings": [_remark_fields(one) for one in outcome.remarks],
        "proposals": [_remark_fields(one) for one in outcome.proposals],
        "set_aside": [*outcome.left],
    }
    return f"{json.dumps(shown, ensure_ascii=False, indent=2)}\n"


def _change(said: Said) -> Iterator[str]:
    kind = Kind.GAPS if said.field in {"responsible", "due"} else Kind.UPDATES
    yield f"  {said.key}  {heading_of(kind, said.field)}  ({said.cell.place})"
    if said.made:
        yield f"      was  {_short(said.made)}"
    yield f"      now  {_short(said.answer.shown)}"


def _read_as(said: Said) -> str:
    return f"  {said.key}: {_short(said.cell.text)!r} as {said.answer.read_as} ({_place(said)})"


def _conflicts(conflicts: Sequence[Conflict]) -> Iterator[str]:
    if conflicts:
        yield ""
        yield "Conflicts: the plan was changed after the form was made"
    for one in conflicts:
        said = one.said
        yield f"  {said.key}  ({_place(said)})"
        made = "not known" if said.made is None else _short(said.made) or "nothing"
        yield f"      when the form was made  {made}"
        yield f"      in the plan now         {_short(one.current) or 'nothing'}"
        yield f"      in the form             {_short(said.answer.shown)}"
        yield f"      Take one: --take theirs={said.key}  or  --take ours={said.key}"


def _remarks(remarks: Iterable[Remark]) -> Iterator[str]:
    for one in remarks:
        yield f"  {one.place}: {one.message}"
        if one.remedy:
            yield f"      {one.remedy}"
        if one.blocks and one.key and "--take" not in one.remedy:
            yield f"      To leave it out: --take {_quoted(f'ours={one.key}')}"


def _quoted(option: str) -> str:
    return f'"{option}"' if " " in option else option


def _headed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    if every:
        yield from ("", heading, *every)


def _closing(outcome: Outcome, *, written: bool) -> Iterator[str]:
    actions = {(said.asked.plan.id, said.asked.row.path) for said in outcome.changes}
    count = f"{_of(len(outcome.changes), 'answer')} on {_of(len(actions), 'action')}"
    already = f"; {_of(len(outcome.already), 'answer')} there already" if outcome.already else ""
    yield ""
    yield f"{_of(len(outcome.files), 'form')}: {count}{already}."
    if not outcome.is_clean:
        blocking = sum(one.blocks for one in outcome.remarks)
        yield (
            f"Nothing was written: {_of(len(outcome.conflicts), 'conflict')} and "
            f"{blocking} to be settled. Settle each, or merge some alone with --only FILE or REF."
        )
    elif not outcome.changes:
        yield "There is nothing to write."
    elif not written:
        yield "Nothing was written yet: add --write."


def _of(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def _place(said: Said) -> str:
    return f"{said.file}, {said.cell.place}"


def _short(text: str) -> str:
    line = " / ".join(" ".join(line.split()) for line in text.split("\n"))
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _said_fields(said: Said) -> dict[str, Any]:
    return {
        "key": said.key, "plan": said.asked.plan.id, "ref": said.asked.row.action.ref,
        "uid": said.asked.row.action.uid, "term": str(said.asked.term), "field": said.field,
        "base": said.made, "new": said.answer.shown, "written": said.cell.text, "by": said.by,
        "file": said.file, "sha256": said.sha256, "sheet": said.cell.sheet,
        "cell": said.cell.address,
    }  # fmt: skip


def _remark_fields(one: Remark) -> dict[str, Any]:
    return {
        "code": one.code, "blocks": one.blocks, "key": one.key or None, "message": one.message,
        "help": one.remedy, "file": one.file, "sheet": one.cell.sheet if one.cell else None,
        "cell": one.cell.address if one.cell else None,
    }  # fmt: skip
