"""Reports as they are made and written: what is said of each, and how the command ends."""

import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from planctl.cli.output import leave_if_broken, note, say, with_progress
from planctl.cli.reports_asked import Asked, Order, jobs_for
from planctl.errors import ExitCode, PlanctlError

if TYPE_CHECKING:
    from planctl.printing import Printable
    from planctl.printing.batch import Result
    from planctl.printing.finished import Finished
    from planctl.printing.listed import Listed

_BROKEN: Final = "No report is written of these plans. `planctl validate` says what to do."
_NAMED: Final = 10
"""How many plans an interruption names of those that it left without a report."""


@dataclass(slots=True)
class _Ledger:
    """What has become of the reports so far."""

    asked: Asked
    taken: int = 0
    written: list["Printable"] = field(default_factory=list)
    listed: dict[str, "Listed"] = field(default_factory=dict)
    refused: dict[str, list[str]] = field(default_factory=dict)
    """The files of the plans that have no report, by the reason."""
    code: ExitCode = ExitCode.DONE

    def take(self, result: "Result") -> None:
        """Writes what the press has given, or keeps why it gave nothing."""
        from planctl.printing.finished import Finished  # noqa: PLC0415 - not for help
        from planctl.printing.listed import Listed  # noqa: PLC0415 - as above

        if isinstance(result.outcome, Finished):
            _write(self.asked.paths(result.press), result.outcome)
            self.taken += 1
            self.written.append(result.press)
            listed = Listed.of(result.press, result.outcome.html.decode())
            self.listed[listed.stem] = listed
            return
        if len(self.asked.presses) == 1:
            raise result.outcome
        self.taken += 1
        self.refused.setdefault(str(result.outcome), []).append(result.press.file)
        self.code = max(self.code, ExitCode(result.outcome.exit_code))

    def tell_interrupted(self) -> None:
        """Says what was written when the user stopped, and what was not."""
        every = self.asked.presses
        ahead = [press.file for press in every[self.taken :]]
        left = [*(file for files in self.refused.values() for file in files), *ahead]
        if len(every) == 1 or not ahead:
            return
        more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        named = ", ".join(islice(left, _NAMED))
        done = f"{len(self.written)} of {len(every)} reports are written"
        note(f"Interrupted: {done}. Not written: {named}{more}.")

    def tell_refused(self) -> None:
        """Says each reason once, with the plans that have no report for it."""
        for reason, files in self.refused.items():
            note(f"planctl: {reason}\nFor this reason no report is written of {', '.join(files)}.")


def write_reports(order: Order, asked: Asked) -> tuple[Path, ...]:
    """Writes the reports, and the page that leads to them where there are several.

    Gives the files worth opening, the first one first. Raises typer.Exit where reports are missing
    in the end; what can be written is written before.
    """
    if order.is_dry:
        _tell(asked)
        leave_if_broken(asked.groups, _BROKEN)
        return ()
    ledger = _Ledger(asked)
    try:
        _print(order, ledger)
    except KeyboardInterrupt:
        ledger.tell_interrupted()
        raise
    index = _index(ledger)
    ledger.tell_refused()
    try:
        leave_if_broken(asked.groups, _BROKEN)
    finally:
        if ledger.code is not ExitCode.DONE:
            raise typer.Exit(ledger.code)
    first = ledger.written[:1]
    return (*index, *(path for press in first for path in asked.paths(press).values()))


def _print(order: Order, ledger: _Ledger) -> None:
    from planctl.printing.batch import Batch  # noqa: PLC0415 - help does not need jinja2
    from planctl.printing.store import user_store  # noqa: PLC0415 - as above

    asked = ledger.asked
    store = user_store() if order.is_cached else None
    batch = Batch(asked.templates, "pdf" in asked.suffixes, jobs_for(order, asked), store)
    # Closed at once when something stops us, so that no worker prints on.
    with closing(batch.results(asked.presses)) as results:
        for _, result in zip(with_progress(asked.presses, "Writing reports"), results, strict=True):
            with _interrupts_held_back():
                ledger.take(result)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Lets an interruption wait: a report is written with all of its files, and said, or not."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        before(came[0], None)


def _write(paths: dict[str, Path], finished: "Finished") -> None:
    """Writes the files and says their names."""
    from planctl.source import write_atomic  # noqa: PLC0415 - help does not need it

    printed = finished.printed
    files = {"html": finished.html, "pdf": printed.pdf if printed else b""}
    for form, path in paths.items():
        write_atomic(path, files[form])
        say(f"{path}\n")
    if printed and printed.unprintable:
        marks = ", ".join(f"U+{ord(character):04X}" for character in printed.unprintable)
        note(
            f"{paths['pdf']}: the report's fonts lack {marks}; the PDF prints these "
            "codes instead. The HTML shows the characters."
        )


def _tell(asked: Asked) -> None:
    """Says what would be written."""
    from planctl.printing.index import NAME, is_ours  # noqa: PLC0415 - help does not need it

    for press in asked.presses:
        say("".join(f"{path}\n" for path in asked.paths(press).values()))
    if len(asked.presses) > 1 and is_ours(asked.folder / NAME):
        say(f"{asked.folder / NAME}\n")


def _index(ledger: _Ledger) -> tuple[Path, ...]:
    """Writes the page that leads to the folder's reports; one that is there is kept up to date."""
    from planctl.printing.index import (  # noqa: PLC0415 - not for help
        NAME,
        is_ours,
        render_index,
        theme_shared,
    )
    from planctl.printing.listed import listed_in  # noqa: PLC0415 - as above
    from planctl.source import write_atomic  # noqa: PLC0415 - as above

    asked = ledger.asked
    path = asked.folder / NAME
    if not ledger.written or (len(ledger.written) == 1 and not path.exists()):
        return ()
    if not is_ours(path):
        note(f"{path} is not planctl's own: it is left as it is, and leads to no report.")
        return ()
    templates = asked.templates(ledger.written[0])
    try:
        theme = theme_shared(ledger.written)
        page = render_index(listed_in(asked.folder, ledger.listed), templates, theme=theme)
    except PlanctlError as error:
        note(f"planctl: {error}\n{path} is not written.")
        ledger.code = max(ledger.code, ExitCode(error.exit_code))
        return ()
    write_atomic(path, page.encode())
    say(f"{path}\n")
    return (path,)
