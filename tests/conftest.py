"""What every test may use: golden files. And the rule that in CI nothing is skipped."""

import os
import signal
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program gives now into tests/golden/, for you to read the change",
    )


def pytest_configure() -> None:
    # What a shell runs in the background is deaf to Ctrl-C, and so would be all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # A change must not fail for an example that nobody has seen before: those are for other runs.
    settings.register_profile("steady", derandomize=True)
    if os.environ.get("CI"):
        settings.load_profile("steady")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fails a run in CI that passed by skipping; the summary (-ra) names what was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and exitstatus == 0 and reporter and reporter.stats.get("skipped"):
        reporter.write_line("\nCI is set: a skipped test counts as failed.")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[str, str | bytes], None]:
    """`golden(name, actual)` holds what the program gave against tests/golden/name."""
    update = pytestconfig.getoption("update_golden")

    def compare(name: str, actual: str | bytes) -> None:
        path = GOLDEN / name
        given = actual.encode() if isinstance(actual, str) else actual
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(given)
        elif not path.exists():
            pytest.fail(f"tests/golden/{name} is not there. make golden writes it.", pytrace=False)
        elif path.read_bytes() != given:
            pytest.fail(difference(name, path.read_bytes(), given), pytrace=False)

    return compare


def difference(name: str, expected: bytes, given: bytes) -> str:
    pairs = zip(expected, given, strict=False)
    shorter = min(len(expected), len(given))
    place = next((at for at, (old, new) in enumerate(pairs) if old != new), shorter)
    said = (
        f"tests/golden/{name} differs from byte {place} on; it has {len(expected)} bytes, "
        f"the program gave {len(given)}. If that is right: make golden."
    )
    try:
        before, after = expected.decode().splitlines(), given.decode().splitlines()
    except UnicodeDecodeError:
        return said
    return "\n".join([said, *unified_diff(before, after, "golden", "given", lineterm="")])
