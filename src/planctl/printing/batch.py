"""Many reports in one go: nothing is made twice, and PDFs are printed side by side."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planctl.errors import ExitCode, PlanctlError
from planctl.printing.crew import SHEETS_EACH, Crew, Outcome, WorkerLostError
from planctl.printing.finished import Finished, Printable, Printed, Sheet, sheet_of
from planctl.printing.keys import pdf_key, sheet_key
from planctl.printing.packing import printed_bytes, printed_from, sheet_bytes, sheet_from
from planctl.printing.store import Store

_AHEAD: Final = 4
"""How many reports a worker may be ahead of the first that is not finished: all wait in memory."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How reports are made: with a PDF or without, in how many processes, from which templates.

    `templates_of` gives the folders of own templates for a press. Without a store everything is
    made anew.
    """

    templates_of: Callable[[Printable], tuple[Path, ...]]
    pdf: bool = True
    jobs: int = 1
    store: Store | None = None

    def results(self, presses: Sequence[Printable]) -> Generator["Result"]:
        """One for each press, in their order, each as soon as it and those before it are there.

        A report that cannot be made is a result as well; an error that would meet every report is
        raised. Workers end when the results do, or the iterator is closed.
        """
        # Alone, too, a process that prints grows: what is many is for processes that give way.
        is_many = self.jobs > 1 or len(presses) > SHEETS_EACH
        context = Crew(self.jobs) if self.pdf and is_many else nullcontext()
        with context as crew:
            yield from _Run(self, crew).results(presses)
        if self.store:
            self.store.trim()


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a press: its finished report, or why there is none."""

    press: Printable
    outcome: Finished | PlanctlError


@dataclass(slots=True)
class _Place:
    """A press in the queue; `sheet` and `key` are there while its PDF is being printed."""

    press: Printable
    sheet: Sheet | None = None
    key: str | None = None
    outcome: Finished | PlanctlError | None = None


class _Run:
    """One go over the presses."""

    def __init__(self, batch: Batch, crew: Crew | None) -> None:
        self.batch, self.crew = batch, crew
        self.queue: deque[_Place] = deque()
        self.printing: dict[int, _Place] = {}

    def results(self, presses: Iterable[Printable]) -> Iterator[Result]:
        """The results in the order of the presses."""
        for number, press in enumerate(presses):
            self._enter(number, press)
            yield from self._finished_first()
            while self.crew and len(self.queue) > _AHEAD * self.crew.size:
                self._collect(self.crew)
                yield from self._finished_first()
        while self.crew and self.crew.has_sheets:
            self._collect(self.crew)
            yield from self._finished_first()

    def _finished_first(self) -> Iterator[Result]:
        while self.queue and self.queue[0].outcome is not None:
            place = self.queue.popleft()
            if place.outcome is not None:
                yield Result(place.press, place.outcome)

    def _enter(self, number: int, press: Printable) -> None:
        """Puts the press into the queue: finished, or with its sheet at a worker."""
        place = _Place(press)
        self.queue.append(place)
        try:
            sheet = self._sheet(press)
            if not self.batch.pdf:
                place.outcome = Finished(sheet.html())
                return
            place.sheet, place.key = sheet, pdf_key(sheet) if self.batch.store else None
            remembered = self._remembered(place.key)
            if remembered:
                _take(place, remembered)
            elif self.crew:
                self._hand_out(self.crew, number, place)
            else:
                self._keep(place, sheet.printed())
        except PlanctlError as error:
            _take(place, error)

    def _hand_out(self, crew: Crew, number: int, place: _Place) -> None:
        while crew.is_busy:
            self._collect(crew)
        if place.sheet:
            self.printing[number] = place
            crew.put(number, place.sheet)

    def _collect(self, crew: Crew) -> None:
        """Waits for a worker, and keeps what it has printed."""
        for number, outcome in crew.outcomes():
            self._keep(self.printing.pop(number), outcome)

    def _keep(self, place: _Place, outcome: Outcome) -> None:
        if self.batch.store and place.key and isinstance(outcome, Printed):
            self.batch.store.put(place.key, printed_bytes(outcome))
        _take(place, outcome)

    def _sheet(self, press: Printable) -> Sheet:
        """The sheet of the press, from the store where that has it."""
        templates, store = self.batch.templates_of(press), self.batch.store
        key = sheet_key(press, templates) if store else None
        if not (store and key):
            return sheet_of(press, templates)
        found = store.get(key)
        if found is not None:
            return sheet_from(found, templates)
        sheet = sheet_of(press, templates)
        store.put(key, sheet_bytes(sheet))
        return sheet

    def _remembered(self, key: str | None) -> Printed | None:
        found = self.batch.store.get(key) if self.batch.store and key else None
        return printed_from(found) if found is not None else None


def _take(place: _Place, outcome: Outcome) -> None:
    """Closes the place. Raises the error that would meet every other report as well."""
    if isinstance(outcome, PlanctlError):
        # A library that is not there; but a worker that the system ended was one report's matter.
        if outcome.exit_code is ExitCode.MISSING and not isinstance(outcome, WorkerLostError):
            raise outcome
        place.outcome = outcome
    elif place.sheet:
        place.outcome = Finished(place.sheet.html(), outcome)
    place.sheet = None
