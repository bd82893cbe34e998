"""What was found of a sample, taken into the plans: each finding beside its rating."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from planctl.audit.sampling import GREEN, Claim, bound_to
from planctl.editing import UpdateWanted, with_update
from planctl.loading import Reading, load_plan
from planctl.model import State, Update, Verified, party_called, read_day
from planctl.source import Document, UnsafeEditError
from planctl.transfer.collecting.gathered import PlanFile
from planctl.transfer.sampling.returned import Cell, Filled
from planctl.transfer.sampling.shown import claimed

_FILLED: Final = ("rating", "note", "by", "date")


@dataclass(frozen=True, slots=True)
class Finding:
    """What somebody found of a claim, and whether the plan says so already."""

    claim: Claim
    verified: Verified
    is_there: bool = False

    @property
    def stood(self) -> bool:
        """Whether it is on track or complete to whoever has checked."""
        level = self.claim.plan.rating_scale.level(self.verified.rating)
        return level is not None and State(level.state.value) in GREEN


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cell that keeps the workbook from being taken in, and why."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Checker:
    """Who has checked, where a row names nobody, and on which day, where it names none."""

    by: str
    on: date


Outcome = Finding | Trouble


def findings(
    filled: Sequence[Filled], every: Mapping[str, Sequence[Claim]], checker: Checker
) -> Iterator[Outcome]:
    """What each row that was filled in says; `every` are the claims by their keys."""
    seen: dict[str, str] = {}
    for row in filled:
        if not any(row[name].text for name in _FILLED):
            continue
        key = row["key"]
        if formula := next((cell for cell in row.values() if cell.is_formula), None):
            yield Trouble(formula.place, "This is a formula. Type what it shows as plain text.")
        elif key.text in seen:
            yield Trouble(
                key.place, f"This row is of the same action as {seen[key.text]}. Keep one."
            )
        else:
            yield _finding(row, every.get(f"{key.text} {row['term'].text}", ()), checker)
        seen[key.text] = key.place


def _finding(row: Filled, found: Sequence[Claim], checker: Checker) -> Outcome:
    if len(found) != 1:
        place, key = row["key"].place, row["key"].text
        said = f"{key!r} is no action that is said to be on track or complete in the term."
        return Trouble(place, said)
    (claim,) = found
    if claimed(claim) != row["claim"].text:
        was, now = row["claim"].text, claimed(claim)
        said = f"{claim.row.label} was {was!r} when the sample was drawn, and is {now!r} now."
        return Trouble(row["claim"].place, said)
    return _checked(row, claim, checker)


def _checked(row: Filled, claim: Claim, checker: Checker) -> Outcome:
    rating, on = row["rating"], row["date"]
    level = claim.plan.rating_scale.level(rating.text)
    if level is None:
        return Trouble(rating.place, _unrated(rating, claim))
    day = read_day(on.text) if on.text else checker.on
    if day is None:
        return Trouble(on.place, f"{on.text!r} is not a day. Write one as 2018-01-31.")
    by = _party(row["by"].text or checker.by, claim)
    place = row["by"].place if row["by"].text else row["key"].place
    if by is None:
        return Trouble(place, f"{row['by'].text or checker.by!r} is none of the plan's parties.")
    if by in bound_to(claim):
        said = f"{by} answers for {claim.row.label}, or said it. A check is somebody else's."
        return Trouble(place, said)
    note = row["note"].text or None
    found = Verified.model_validate(
        {"rating": level.id, "by": by, "date": day, **({"note": note} if note else {})},
        context=dict(_reading(claim)),
    )
    return _beside(claim, found, rating, is_dated=bool(on.text))


def _beside(claim: Claim, found: Verified, cell: Cell, *, is_dated: bool) -> Outcome:
    """The finding beside what the plan says was found already."""
    there = claim.update.verified
    if there is None:
        return Finding(claim, found)
    alike = found if is_dated else _on_the_day_of(found, there)
    if there == alike:
        return Finding(claim, there, is_there=True)
    said = f"{there.rating}, by {there.by or 'nobody named'}"
    return Trouble(
        cell.place, f"{claim.row.label} was checked already: the plan says {said}. Settle it there."
    )


def _on_the_day_of(found: Verified, there: Verified) -> Verified:
    """The finding with the day that stands in the plan: the workbook names none."""
    return found.model_copy(update={"date": there.date})


def changed_files(
    files: Iterable[PlanFile], found: Sequence[Finding]
) -> Iterator[tuple[Path, Document, Document]]:
    """Each file that changes, with what it held and what it is to hold. Raises UnsafeEditError."""
    for one in files:
        new = one.document
        for finding in found:
            if finding.claim.plan.id == one.plan.id and not finding.is_there:
                new = with_update(new, _wanted(finding))
        if new is one.document:
            continue
        loaded = load_plan(new, one.path.stem, one.programme)
        if loaded.record is None:
            raise UnsafeEditError(new.file, loaded.findings[0].message)
        yield one.path, one.document, new


def _wanted(finding: Finding) -> UpdateWanted:
    claim = finding.claim
    said = Update(verified=finding.verified)
    return UpdateWanted(claim.row.path, claim.term, said, _reading(claim))


def _reading(claim: Claim) -> Reading:
    plan = claim.plan
    return Reading(scale=plan.rating_scale, timeline=plan.timeline, knows_calendars=True)


def _party(name: str, claim: Claim) -> str | None:
    """The id of the party; the name itself where the plan knows no parties."""
    if not claim.plan.parties:
        return name
    party = party_called(name, claim.plan.parties)
    return party.id if party else None


def _unrated(cell: Cell, claim: Claim) -> str:
    levels = ", ".join(level.label for level in claim.plan.rating_scale.all_levels)
    if not cell.text:
        return f"This is empty, and the row says something else. Choose one of {levels}."
    return f"{cell.text!r} is none of the ratings {levels}."
