"""What stops planctl says so in one line, and has its exit code."""

from pathlib import Path

import pytest

from planctl.api import UnsoundPlanError
from planctl.errors import (
    ExitCode,
    MissingLibraryError,
    NoPlansError,
    NoPlansFolderError,
    PathNotFoundError,
    PlanctlError,
    RenderError,
    SameNameError,
    SettingsError,
    SeveralPlansError,
    ThereAlreadyError,
    UnreadableError,
    UnwritableError,
    WrongValueError,
)
from planctl.findings import Finding, Severity, Span

HERE = Path("plans")


def test_exit_codes_are_those_that_scripts_rely_on():
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0, "FINDINGS": 1, "USAGE": 2, "MISSING": 3, "BUG": 4, "INTERRUPTED": 130,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PathNotFoundError(HERE), 2),
        (NoPlansError(HERE), 2),
        (NoPlansFolderError(HERE), 2),
        (SeveralPlansError(HERE, (HERE / "a.yaml", HERE / "b.yaml")), 2),
        (SameNameError("a", "a.yaml", "b/a.yaml"), 2),
        (UnreadableError(HERE, "it is not a file"), 2),
        (UnwritableError(HERE, "it is read-only"), 2),
        (ThereAlreadyError(HERE), 2),
        (SettingsError(HERE, "it is not TOML."), 2),
        (WrongValueError("--term", "x", "Write a term."), 2),
        (MissingLibraryError("Pango is not there."), 3),
        (RenderError("The template cannot be followed."), 2),
        (UnsoundPlanError(()), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_has_its_exit_code(error, code):
    assert isinstance(error, PlanctlError)
    assert error.exit_code == code


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (WrongValueError("--term", "x'", "Do it."), "--term \"x'\" cannot be used. Do it."),
        (WrongValueError("--as-of", "x", "Do it.", "is no day"), "--as-of 'x' is no day. Do it."),
        (
            SeveralPlansError(HERE, (HERE / "a.yaml", HERE / "b.yaml")),
            "plans holds 2 plans: plans/a.yaml, plans/b.yaml. Name one of them.",
        ),
        (
            UnwritableError(HERE, "it is read-only"),
            "plans cannot be written: it is read-only. What was there before is unchanged.",
        ),
        (
            ThereAlreadyError(HERE),
            (
                "plans is there already, so nothing was written. Name another place with -o, or "
                "replace it with --force."
            ),
        ),
        (
            ThereAlreadyError(HERE, "Name another folder with -o."),
            "plans is there already, so nothing was written. Name another folder with -o.",
        ),
        (
            UnsoundPlanError((
                Finding("PLN101", "n", Severity.ERROR, "one", file="a", span=Span(1, 2, 1, 3)),
                Finding("PLN102", "n", Severity.ERROR, "two", file="b"),
            )),
            "a:1:2: error PLN101 one\nb: error PLN102 two",
        ),
    ],
)  # fmt: skip
def test_an_error_words_itself(error, message):
    assert str(error) == message
