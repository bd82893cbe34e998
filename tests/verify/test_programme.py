"""Reports over several plans, with their proof."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planctl.printing import programme_press
from planctl.printing.assembling import proven
from planctl.printing.proof import context_of
from planctl.report.programme_context import build_programme_context
from planctl.report.request import Audience
from planctl.verify import Level, opened
from planctl.workspace import groups

pytestmark = pytest.mark.thorough


def unplaced(given):
    """The same without the lines of the files inside, which only those know."""
    request = replace(given.report.request, places={})
    return replace(given, report=replace(given.report, request=request))


@pytest.mark.parametrize("audience", list(Audience))
def test_it_is_made_again_from_what_it_carries(workspace, looked_at, audience):
    reading = (workspace / "plans/reading.yaml").read_text("utf-8")
    writing = reading.replace("reading", "writing").replace("Reading", "Writing")
    (workspace / "plans/writing.yaml").write_text(writing, "utf-8")
    found = groups([Path("plans")])
    press = programme_press(found, "2017-18 autumn", date(2017, 12, 31), "", audience)
    assert press is not None
    made = proven(press)
    head, given = made.carried.programme_given()
    assert build_programme_context(head, map(unplaced, given)) == build_programme_context(
        *press.given()
    )
    assert context_of(made.carried) == build_programme_context(head, given)
    path = workspace.parent / "programme.html"
    path.write_bytes(made.html())
    plans = {name for name in opened(path).files if name.endswith(".yaml")}
    whole = {"plans/programme.yaml"} if audience is Audience.OFFICER else set()
    assert plans == {"plans/reading.yaml", "plans/writing.yaml", *whole}
    for level in (Level.BYTES, Level.DATA):
        assert looked_at(path, level=level).is_sound
