"""Returned forms against the plans as they are now: three-way, field by field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final, Literal

from planctl.errors import WrongValueError
from planctl.model import Plan
from planctl.transfer.collecting.asked import Kind
from planctl.transfer.collecting.cells_said import PROPOSALS, cells_said
from planctl.transfer.collecting.found_rows import FoundRow, found_rows
from planctl.transfer.collecting.outcome import Conflict, Outcome, Remark, Said
from planctl.transfer.collecting.returned import Returned
from planctl.transfer.collecting.standing import locked, standing

Side = Literal["theirs", "ours"]
_ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided: which side of a key is taken, and which files and actions are merged."""

    takes: Mapping[str, Side] = field(default_factory=dict)
    only: tuple[str, ...] = ()

    def side(self, key: str) -> Side | None:
        """The side that is taken where the key is in conflict."""
        named = (side for name, side in self.takes.items() if name != _ALL and _names(name, key))
        return next(named, self.takes.get(_ALL))

    def leaves(self, key: str) -> bool:
        """Whether the key, or its action, was named to be left: `all` means what is in doubt."""
        return any(
            side == "ours" and name != _ALL and _names(name, key)
            for name, side in self.takes.items()
        )


def merged(
    forms: Sequence[Returned],
    plans: Mapping[str, Plan],
    settled: Settled,
    refused: Sequence[Remark] = (),
) -> Outcome:
    """What the forms come to; `refused` says why files beside them were not opened.

    Raises WrongValueError for a name that stands for nothing in them.
    """
    chosen = _chosen(forms, settled)
    found: list[Said | Remark] = list(() if _names_files(settled, forms) else refused)
    for form in chosen:
        for one in found_rows(form, plans):
            found += [one] if isinstance(one, Remark) else _row_said(one)
    found += _returned_twice(chosen)
    refs = [name for name in settled.only if not any(_is_file(name, form) for form in forms)]
    if refs:
        found = _of(found, refs)
    _must_be_met(settled.takes, found)
    return _judged(found, settled, tuple(form.file for form in chosen))


def with_closed(outcome: Outcome, closed: Iterable[tuple[str, str]]) -> Outcome:
    """The outcome, with a remark for each plan and term that was closed before the answers came."""
    known = set(closed)
    met = {
        (said.asked.plan.id, str(said.asked.term)): said.file
        for said in outcome.changes
        if (said.asked.plan.id, str(said.asked.term)) in known
    }
    remarks = tuple(
        Remark(
            "term-closed", file, f"{term} was closed for {plan_id} before these answers came.",
            "Written, they alter what was sealed: record that with planctl term amend.",
            blocks=False,
        )
        for (plan_id, term), file in met.items()
    )  # fmt: skip
    return replace(outcome, remarks=(*outcome.remarks, *remarks))


def _row_said(row: FoundRow) -> list[Said | Remark]:
    return list(cells_said(row))


def _judged(found: Iterable[Said | Remark], settled: Settled, files: tuple[str, ...]) -> Outcome:
    said: dict[tuple[str, str], list[Said]] = {}
    remarks: list[Remark] = []
    for one in found:
        if isinstance(one, Remark):
            remarks.append(one)
        else:
            place = (f"{one.asked.plan.id}/{one.asked.row.path}/{one.asked.term}", one.field)
            said.setdefault(place, []).append(one)
    sorted_out = [_weighed(several, settled) for several in said.values()]
    every = [one for several in sorted_out for one in several]
    remarks += [one for one in every if isinstance(one, Remark)]
    left = [one.key for one in remarks if one.key and _is_left(one, settled)]
    left += [one for one in every if isinstance(one, str)]
    kept = [one for one in remarks if one.key not in left]
    return Outcome(
        changes=tuple(one for one, is_new in _of_kind(every) if is_new),
        conflicts=tuple(one for one in every if isinstance(one, Conflict)),
        remarks=tuple(one for one in kept if one.code not in PROPOSALS),
        proposals=tuple(one for one in kept if one.code in PROPOSALS),
        already=tuple(one for one, is_new in _of_kind(every) if not is_new),
        left=tuple(dict.fromkeys(left)),
        files=files,
    )


def _is_left(one: Remark, settled: Settled) -> bool:
    return settled.leaves(one.key) or (one.blocks and settled.side(one.key) == "ours")


_Weighed = tuple[Said, bool] | Conflict | Remark | str
"""A change, or an answer that the plan has already; a conflict; a remark; a key that was left."""


def _of_kind(every: Iterable[_Weighed]) -> Iterator[tuple[Said, bool]]:
    return (one for one in every if isinstance(one, tuple))


def _weighed(several: Sequence[Said], settled: Settled) -> list[_Weighed]:
    """What comes of all that was said of one field of one action."""
    if len({said.answer.shown for said in several}) > 1:
        return list(_disagreeing(several))
    said = several[0]
    kind = Kind.GAPS if said.field in {"responsible", "due"} else Kind.UPDATES
    current = standing(said.asked, kind)[said.field]
    if said.answer.shown == current:
        return [(said, False)]
    if settled.leaves(said.key):
        return [said.key]
    # A form of which it is not known what it was made from can only fill what is empty.
    fits = any((one.made or "") == current if one.made is not None else not current
               for one in several)  # fmt: skip
    if said.field == "kept" and said.made is None:
        fits = False
    side = settled.side(said.key)
    if fits or side == "theirs":
        return [(said, True)]
    if side == "ours":
        return [said.key]
    return [Conflict(said, _current(said, current))]


def _current(said: Said, current: str) -> str:
    """What the plan has; for an answer about promises, the promises themselves."""
    if said.field == "kept" and said.made is None:
        return f"promised by now: {locked(said.asked, Kind.UPDATES)['promised']}"
    return current


def _disagreeing(several: Sequence[Said]) -> Iterator[Remark]:
    for one in several:
        others = [
            f"{other.answer.shown!r} in {other.file}, {other.cell.place}"
            for other in several
            if other is not one and other.answer.shown != one.answer.shown
        ]
        yield Remark(
            "two-answers", one.file,
            f"Two answers: {one.key} is {one.answer.shown!r} here, and {' and '.join(others)}.",
            "Ask which holds. Merge that file alone with --only FILE, or neither: "
            f"--take ours={one.key}", one.cell, one.key,
        )  # fmt: skip


def _returned_twice(forms: Sequence[Returned]) -> Iterator[Remark]:
    """A respondent of whom there are two files."""
    by_whom: dict[tuple[str, Kind], list[Returned]] = {}
    for form in forms:
        by_whom.setdefault((form.respondent.id, form.kind), []).append(form)
    for several in by_whom.values():
        first, *others = several
        for form in others:
            same = " The two are the same, byte for byte." if form.sha256 == first.sha256 else ""
            yield Remark(
                "two-returns", form.file,
                f"{form.respondent.name} has sent {first.file} too.{same}",
                "Both are read; where they disagree, choose.", blocks=False,
            )  # fmt: skip


def _chosen(forms: Sequence[Returned], settled: Settled) -> tuple[Returned, ...]:
    named = [form for form in forms if any(_is_file(name, form) for name in settled.only)]
    return tuple(named or forms)


def _names_files(settled: Settled, forms: Sequence[Returned]) -> bool:
    return any(_is_file(name, form) for name in settled.only for form in forms)


def _is_file(name: str, form: Returned) -> bool:
    return name in {form.file, PurePath(form.file).name, PurePath(form.file).stem}


def _of(found: Iterable[Said | Remark], refs: Sequence[str]) -> list[Said | Remark]:
    """What was found of those actions alone. Raises WrongValueError where there is nothing."""
    every = list(found)
    for ref in refs:
        if not any(_names(ref, one.key) for one in every):
            remedy = "Name a file as it was given, or an action of which a form says something new."
            raise WrongValueError("--only", ref, remedy, "is no such file or action")
    return [one for one in every if any(_names(ref, one.key) for ref in refs)]


def _must_be_met(takes: Mapping[str, Side], found: Sequence[Said | Remark]) -> None:
    for name in takes:
        if name != _ALL and not any(_names(name, one.key) for one in found):
            remedy = "Write a key as the dry run prints it, such as reading/1.1a.rating, or all."
            raise WrongValueError("--take", name, remedy, "names nothing that the forms say")


def _names(name: str, key: str) -> bool:
    """Whether the name means the key: the whole of it, its action, or the same without the plan."""
    wanted = name.casefold()
    whole = key.casefold()
    short = whole.partition("/")[2]
    action = {one.rpartition(".")[0] for one in (whole, short)}
    return wanted in {_ALL, whole, short, *action} - {""}
