"""The gallery of mistakes: each bad file, the same plan put right, and how planctl reads them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from planctl.cli.app import app
from planctl.loading.sentences import SHAPES
from planctl.source.refusals import REFUSALS

HERE = Path(__file__).parent
NAMES = {
    **{code: refusal.name for code, refusal in REFUSALS.items()},
    **{code: shape.name for code, shape in SHAPES.items()},
}
REPEATED = re.compile("«(.+?)× ([0-9]+)»".encode(), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One mistake: the file that holds it, and the one in which it is mended."""

    name: str

    @property
    def code(self) -> str:
        return self.name[:6]

    @property
    def bad(self) -> bytes:
        """What is too large to be kept is written short: «text × 9» is the text nine times."""
        written = (HERE / "bad" / f"{self.name}.yaml").read_bytes()
        return REPEATED.sub(lambda found: found[1] * int(found[2]), written)

    @property
    def good(self) -> str:
        return (HERE / "good" / f"{self.name}.yaml").read_text("utf-8")

    @property
    def plan_id(self) -> str:
        found = re.search("^id: (.+)$", self.good, re.MULTILINE)
        assert found is not None
        return found[1]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "entry" in metafunc.fixturenames:
        # A mistake whose code planctl does not give yet waits for it.
        stems = sorted(path.stem for path in (HERE / "bad").glob("*.yaml"))
        entries = [Entry(stem) for stem in stems if stem[:6] in NAMES]
        metafunc.parametrize("entry", entries, ids=lambda entry: entry.name)


@pytest.fixture
def known_codes() -> dict[str, str]:
    """The name of each code of syntax and shape."""
    return NAMES


@dataclass(frozen=True, slots=True)
class Said:
    """What `planctl validate` printed, and its exit code."""

    text: str
    exit_code: int

    @property
    def labels(self) -> list[str]:
        return re.findall(r"^(?:error|warning|info)\[(.*?)\]", self.text, re.MULTILINE)


@pytest.fixture
def validated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], Said]:
    """What `planctl validate` says of those bytes as the workspace's plan of that id."""

    def validate(plan_id: str, raw: bytes) -> Said:
        (tmp_path / "planctl.toml").touch()
        (tmp_path / "plans").mkdir()
        (tmp_path / "plans" / f"{plan_id}.yaml").write_bytes(raw)
        monkeypatch.chdir(tmp_path)
        result = CliRunner().invoke(app, ["validate", "--as-of", "2018-01-01"])
        return Said(result.stdout, result.exit_code)

    return validate
