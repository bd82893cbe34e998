"""The plans that answers go into, as files: what each becomes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planctl.loading import load_plan
from planctl.model import Plan, Programme
from planctl.source import Document, UnsafeEditError
from planctl.transfer.collecting.applying import with_answers
from planctl.transfer.collecting.outcome import Said


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan's file as it was read, and the plan with what it takes from its programme."""

    path: Path
    document: Document
    plan: Plan
    programme: Programme | None = None


def changed_files(
    files: Iterable[PlanFile], said: Sequence[Said], on: date
) -> Iterator[tuple[Path, Document, Document]]:
    """Each file that changes, with what it held and what it is to hold. Raises UnsafeEditError."""
    for one in files:
        own = [answer for answer in said if answer.asked.plan.id == one.plan.id]
        if not own:
            continue
        new = with_answers(one.document, own, on)
        loaded = load_plan(new, one.path.stem, one.programme)
        if loaded.record is None:
            raise UnsafeEditError(new.file, loaded.findings[0].message)
        if new is not one.document:
            yield one.path, one.document, new
