"""Measures reports over many plans: what a remembered one costs, two processes, and their memory.

The first ratios are of CPU time, that of two processes is of the clock and wants two processors
that nobody else uses. Exits 1 where a goal is missed by more than a tenth. Takes minutes.
Usage: python benchmarks/reports.py [plans [plans-for-memory]]
"""

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PLANS = Path(__file__).parents[1] / "examples/first-term/plans"
PLAN = "parental-partnership"
REPORT = [sys.executable, "-m", "planctl", "report", "--term", "2017-18 autumn"]
ALLOWANCE = 1.1


@dataclass(frozen=True, slots=True)
class Seen:
    """One goal: at most `target`, and what was measured."""

    name: str
    target: float
    seen: float

    @property
    def is_missed(self) -> bool:
        """Whether it is more than a tenth above its target."""
        return self.seen > self.target * ALLOWANCE


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a number of plans that differ in their ids, and a cache of its own."""

    root: Path
    count: int

    def fill(self) -> None:
        """Writes the plans."""
        (self.root / "plans").mkdir(parents=True)
        (self.root / "planctl.toml").touch()
        programme = (PLANS / "programme.yaml").read_text("utf-8")
        (self.root / "plans/programme.yaml").write_text(programme, "utf-8")
        for number in range(self.count):
            self.write(number, "")

    def write(self, number: int, more: str) -> None:
        """Writes one of the plans, with a remark that makes it another."""
        text = (PLANS / f"{PLAN}.yaml").read_text("utf-8")
        named = text.replace(f"id: {PLAN}\n", f"id: plan-{number:03}\n", 1)
        (self.root / f"plans/plan-{number:03}.yaml").write_text(f"{named}{more}", "utf-8")

    def run(self, *options: str) -> None:
        """Reports on all plans."""
        cache = {"XDG_CACHE_HOME": str(self.root / "cache")}
        subprocess.run(
            [*REPORT, *options], cwd=self.root, env={**os.environ, **cache},
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip


def main() -> int:
    """Prints the table. Gives the exit code."""
    counts = [int(one) for one in sys.argv[1:]]
    count = counts[0] if counts else 40
    many = counts[1] if len(counts) > 1 else 300
    print(f"{'goal':66} {'target':>7} {'seen':>7}")
    missed = 0
    with TemporaryDirectory() as folder:
        for seen in (*speeds(Path(folder), count), *memory(Path(folder), many)):
            missed += seen.is_missed
            mark = "  missed" if seen.is_missed else ""
            print(f"{seen.name:66} {seen.target:7.2f} {seen.seen:7.3f}{mark}", flush=True)
    return 1 if missed else 0


def speeds(folder: Path, count: int) -> list[Seen]:
    """What a run costs with and without what is remembered, and in two processes."""
    one, several = Workspace(folder / "one", 1), Workspace(folder / "several", count)
    one.fill()
    several.fill()
    single = cpu(one.run, "-j", "1")
    single_again = cpu(one.run, "-j", "1")
    # Up to sixteen reports are printed in the process itself, whose time is known in full.
    whole, wall_one = timed(several.run, "-j", "1")
    again = cpu(several.run, "-j", "1")
    several.write(0, "# changed\n")
    changed = cpu(several.run, "-j", "1")
    _, wall_two = timed(several.run, "-j", "2", "--no-cache")
    return [
        Seen("one plan unchanged / made anew, with all that starting takes", 0.08,
             single_again / single),
        Seen(f"each of {count} plans unchanged / made anew", 0.08,
             (again - single_again) / (whole - single)),
        Seen(f"{count} plans, one changed / all", 0.06, changed / whole),
        Seen(f"{count} plans with two processes / one, by the clock", 0.6, wall_two / wall_one),
    ]  # fmt: skip


def memory(folder: Path, count: int) -> list[Seen]:
    """The most that a worker takes, against what it takes for the first plans."""
    few, many = Workspace(folder / "few", 2), Workspace(folder / "many", count)
    few.fill()
    many.fill()
    first, all_of_them = (most_memory(one.run, "-j", "2", "--no-cache") for one in (few, many))
    print(f"most memory of a worker: {first} KiB for one plan, {all_of_them} KiB for its share")
    return [Seen(f"memory of a worker: {count} plans / one", 1.3, all_of_them / first)]


def timed(work: Callable[..., None], *options: str) -> tuple[float, float]:
    """CPU seconds, and seconds by the clock."""
    begun, before = time.perf_counter(), spent()
    work(*options)
    return spent() - before, time.perf_counter() - begun


def cpu(work: Callable[..., None], *options: str) -> float:
    """CPU seconds of the command and of the processes that it waited for."""
    return timed(work, *options)[0]


def spent() -> float:
    """CPU seconds of the ended children so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def most_memory(work: Callable[..., None], *options: str) -> int:
    """The most KiB that any worker has ever had while the command ran; Linux alone can tell."""
    most = [0]
    is_over = threading.Event()

    def look() -> None:
        while not is_over.wait(0.05):
            most[0] = max(most[0], *map(high_water, workers()), 0)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        work(*options)
    finally:
        is_over.set()
        watcher.join()
    return most[0]


def workers() -> list[Path]:
    """Those that were forked from the process that workers are forked from."""
    parents = {path.name for path in Path("/proc").glob("[0-9]*") if b"forkserver" in line_of(path)}
    return [path for path in Path("/proc").glob("[0-9]*") if parent_of(path) in parents]


def line_of(process: Path) -> bytes:
    """The command line of a process; empty for one that has ended."""
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def parent_of(process: Path) -> str:
    """The number of the process's parent."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[1]
    except OSError:
        return ""


def high_water(process: Path) -> int:
    """The most KiB that the process has had."""
    try:
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


if __name__ == "__main__":
    sys.exit(main())
