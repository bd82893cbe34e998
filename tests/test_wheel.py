"""The wheel holds all that planctl needs, templates and fonts too, and works away from here."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]

# Runs planctl as `python -m planctl` would, and lets it open nothing of the checkout but the
# environment that lends the libraries.
AWAY_FROM_CHECKOUT = """
import runpy
import sys

checkout, environment = sys.argv[1:3]

def watch(event, arguments):
    if event == "open" and str(arguments[0]).startswith(checkout):
        if not str(arguments[0]).startswith(environment):
            raise AssertionError(f"planctl opened {arguments[0]}")

sys.addaudithook(watch)
sys.argv[:] = ["planctl", *sys.argv[3:]]
runpy.run_module("planctl", run_name="__main__", alter_sys=True)
"""

# The wheel is built once: one worker runs all of these tests.
pytestmark = [pytest.mark.xdist_group("wheel"), pytest.mark.thorough]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from the sdist: what the sdist leaves out is missing here as well."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--quiet", "--outdir", folder, ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """A Python that has the wheel and the libraries of this one, but not the checkout."""
    environment = tmp_path_factory.mktemp("bare")
    venv.create(environment, symlinks=True)
    interpreter = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", interpreter)
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel)
    # Python reads no .pth file in a folder that a .pth file names: the one that leads to the
    # checkout stays behind.
    site_packages = next(environment.glob("lib/python*/site-packages"))
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return interpreter


def test_the_wheel_holds_every_template_and_font(wheel):
    names = [path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.*")]
    inside = {name.removeprefix("planctl/") for name in ZipFile(wheel).namelist()}
    assert {"templates/fonts/SourceSans3-Regular.ttf", "templates/fonts/OFL.txt"} <= set(names)
    assert [name for name in [*names, "py.typed"] if name not in inside] == []


def test_the_bare_environment_sees_the_wheel_and_not_the_checkout(python):
    says = "import planctl, sys; print(planctl.__file__); print(*sys.path, sep='\\n')"
    module, *places = run(python, "-I", "-c", says).splitlines()
    assert Path(module).is_relative_to(python.parents[1])
    assert not {str(ROOT), str(ROOT / "src")} & set(places)


def test_the_installed_command_says_its_version(wheel, python):
    version = wheel.name.split("-")[1]
    assert run(python.with_name("planctl"), "--version").split()[-1] == version


def test_a_report_is_made_without_the_checkout(python, tmp_path):
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    run(
        *(python, "-I", "-c", AWAY_FROM_CHECKOUT, f"{ROOT}/", sys.prefix),
        *("report", "plans/parental-partnership.yaml", "--term", "2017-18 autumn"),
        *("--format", "both", "-o", "out"),
        cwd=tmp_path,
    )
    stem = tmp_path / "out" / "parental-partnership-2017-18-autumn-delivery-officer"
    assert stem.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert stem.with_suffix(".html").read_bytes().lower().startswith(b"<!doctype html>")


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """What the command prints; a failure shows what it said."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
