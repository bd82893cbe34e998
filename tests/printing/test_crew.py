"""Worker processes: one that dies loses its own sheet, and none is left over."""

import os
import signal
from multiprocessing import active_children
from typing import Any

import pytest

from planctl.errors import ExitCode, PlanctlError
from planctl.printing import crew as module
from planctl.printing.crew import Crew, Outcome, WorkerLostError
from planctl.printing.finished import Sheet

pytestmark = pytest.mark.thorough

PAGE = (
    '<html lang="en" style="font-family: \'planctl Sans\'"><head><title>{0}</title></head>'
    "<body><h1>{0}</h1></body></html>"
)
GOOD = Sheet(PAGE.format("Reading"))
FAULTY = Sheet(PAGE.format("Reading").replace("<h1>", '<h1><img src="https://example.org/x.png">'))


class Deadly:
    """A sheet that ends the process which receives it."""

    def __init__(self, end: Any, *arguments: int) -> None:
        self.end = end, arguments

    def __reduce__(self):
        return self.end


def outcomes(sheets, size=1):
    found: dict[int, Outcome] = {}
    with Crew(size) as crew:
        for number, sheet in enumerate(sheets):
            while crew.is_busy:
                found |= dict(crew.outcomes())
            crew.put(number, sheet)
        while crew.has_sheets:
            found |= dict(crew.outcomes())
    return [found[number] for number in range(len(sheets))]


def test_a_worker_prints_what_this_process_would():
    assert outcomes([GOOD, GOOD], 2) == [GOOD.printed()] * 2


def test_a_sheet_that_cannot_be_printed_is_refused_in_the_same_words():
    good, refused, after = outcomes([GOOD, FAULTY, GOOD])
    with pytest.raises(PlanctlError) as error:
        FAULTY.printed()
    assert (good, after) == (GOOD.printed(),) * 2
    assert isinstance(refused, PlanctlError)
    assert (str(refused), refused.exit_code) == (str(error.value), error.value.exit_code)


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (Deadly(signal.raise_signal, signal.SIGKILL), ExitCode.MISSING),
        (Deadly(os._exit, 1), ExitCode.BUG),
    ],
)
def test_a_worker_that_dies_loses_its_own_sheet_alone(sheet, code):
    before, lost, after = outcomes([GOOD, sheet, GOOD])
    assert (before, after) == (GOOD.printed(),) * 2
    assert isinstance(lost, WorkerLostError)
    assert lost.exit_code == code


def test_a_worker_that_died_while_it_had_nothing_to_do_loses_the_next_sheet_alone():
    with Crew(1) as crew:
        crew.put(0, GOOD)
        list(crew.outcomes())
        (worker,) = active_children()
        worker.kill()
        worker.join()
        crew.put(1, GOOD)
        ((number, lost),) = crew.outcomes()
        crew.put(2, GOOD)
        ((after, found),) = crew.outcomes()
    assert (number, after, found) == (1, 2, GOOD.printed())
    assert isinstance(lost, WorkerLostError)


def test_after_its_share_a_worker_gives_way_to_a_new_one(monkeypatch):
    monkeypatch.setattr(module, "SHEETS_EACH", 2)
    seen = []
    with Crew(1) as crew:
        for number in range(4):
            crew.put(number, GOOD)
            seen.append({child.pid for child in active_children()})
            list(crew.outcomes())
    assert [len(pids) for pids in seen] == [1, 1, 1, 1]
    assert (seen[0] == seen[1], seen[1] == seen[2], seen[2] == seen[3]) == (True, False, True)


def test_an_interruption_leaves_no_worker():
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert active_children() == []


def interrupted():
    with Crew(2) as crew:
        crew.put(0, GOOD)
        crew.put(1, GOOD)
        assert len(active_children()) == 2
        raise KeyboardInterrupt
