"""Worker processes that print: each one sheet at a time, so that one that dies loses only that."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Final, Self

from planctl.errors import ExitCode, PlanctlError
from planctl.printing.finished import Printed, Sheet

SHEETS_EACH: Final = 16
"""After so many sheets a worker gives way to a new one: a process that lays out pages grows."""

_PATIENCE: Final = 5.0
"""Seconds in which a process that was told to end has ended."""


class WorkerLostError(PlanctlError):
    """A worker process that ended in the middle of its sheet."""

    def __init__(self, code: int | None) -> None:
        if code is not None and code < 0:
            self.exit_code = ExitCode.MISSING
            super().__init__(
                f"The system ended the process that printed the PDF (signal {-code}): most often "
                "the machine lacks memory. Print fewer at once, with -j 1."
            )
        else:
            self.exit_code = ExitCode.BUG
            super().__init__(
                "The process that printed the PDF met a bug of planctl, and ended. Report the "
                "lines above, with the command you typed."
            )


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a sheet cannot be printed: an error's words and exit code, which any process can take."""

    message: str
    exit_code: ExitCode


Outcome = Printed | PlanctlError


@dataclass(slots=True)
class _Worker:
    """One process, the pipe to it, the number of the sheet that it has, and how many it had."""

    process: BaseProcess
    pipe: "Connection[Sheet, Printed | Refused]"
    number: int
    begun: int = 1


@dataclass(slots=True)
class Crew:
    """Up to `size` workers. They begin when there is a sheet for them, and end with the context."""

    size: int
    _busy: list[_Worker] = field(default_factory=list)
    _free: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends every worker, whatever it does: what it prints is kept by nobody then."""
        every = [*self._free, *self._busy]
        self._free, self._busy = [], []
        for worker in every:
            worker.pipe.close()
            worker.process.kill()
        for worker in every:
            worker.process.join(_PATIENCE)

    @property
    def is_busy(self) -> bool:
        """Whether no worker could take a sheet now."""
        return len(self._busy) >= self.size

    @property
    def has_sheets(self) -> bool:
        """Whether any worker is printing."""
        return bool(self._busy)

    def put(self, number: int, sheet: Sheet) -> None:
        """Gives the sheet, under a number of the caller's, to a worker that has none."""
        worker = self._free.pop() if self._free else _started()
        worker.number = number
        self._busy.append(worker)
        # A worker that has died meanwhile is found out where its outcome is waited for.
        with suppress(BrokenPipeError, ConnectionResetError):
            worker.pipe.send(sheet)

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """The sheets that are printed, or are not to be, by their numbers; waits for one at least.

        A worker that has had its share, or was lost, leaves; another will come when it is needed.
        """
        ready = wait([worker.pipe for worker in self._busy])
        for worker in [one for one in self._busy if one.pipe in ready]:
            outcome = _outcome(worker)
            self._busy.remove(worker)
            if isinstance(outcome, WorkerLostError) or worker.begun >= SHEETS_EACH:
                worker.pipe.close()
                worker.process.join(_PATIENCE)
            else:
                worker.begun += 1
                self._free.append(worker)
            yield worker.number, outcome


def _started() -> _Worker:
    context = _context()
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    with _deaf_to_interrupts():
        process.start()
    theirs.close()
    return _Worker(process, ours, 0)


@cache
def _context() -> ForkServerContext | SpawnContext:
    """How processes begin: none is forked from this one, which may have threads.

    On Linux they are forked from one that has imported what they need and has run nothing yet, so
    a new worker costs next to nothing; elsewhere the libraries of the system do not bear that.
    """
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["planctl.printing.preloaded"])
    return context


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Lets processes begin to which Ctrl-C says nothing, from their first moment on.

    They share the terminal with this process, which hears it and ends them.
    """
    from multiprocessing import resource_tracker  # noqa: PLC0415 - begins a process, too

    # Beginning this one would let interrupts through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: "Connection[Printed | Refused, Sheet]") -> None:
    """The life of a worker: it prints what comes until nothing will come any more."""
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            pipe.send(_printed(pipe.recv()))


def _printed(sheet: Sheet) -> Printed | Refused:
    try:
        return sheet.printed()
    except PlanctlError as error:
        return Refused(str(error), error.exit_code)


def _outcome(worker: _Worker) -> Outcome:
    try:
        outcome = worker.pipe.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join(_PATIENCE)
        return WorkerLostError(worker.process.exitcode)
    if isinstance(outcome, Printed):
        return outcome
    error = PlanctlError(outcome.message)
    error.exit_code = outcome.exit_code
    return error
