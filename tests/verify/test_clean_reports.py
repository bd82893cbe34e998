"""Reports that nobody has touched: none is taken for one that was."""

from datetime import date
from itertools import count, cycle, islice
from pathlib import Path

import pytest

from planctl.printing import Press
from planctl.printing.assembling import edition_content, proven
from planctl.report.request import Audience
from planctl.verify import Asked, Level, verify
from planctl.workspace import groups
from tests.diff.plan_writer import Writer
from tests.diff.plans_strategy import plan_of

pytestmark = pytest.mark.thorough
PAGES = 60
"""In all of 200 none was taken for another; these are as many as a run has time for."""
PDFS = 4
AUDIENCES = (Audience.OFFICER, Audience.BOARD, Audience.OFFICER, Audience.PUBLIC)


def plans():
    """Plans by chance, in which all sorts of things are written."""
    return (plan_of(Writer(seed, ()).plan()) for seed in count())


@pytest.fixture
def verdicts(tmp_path, monkeypatch):
    """`verdicts(number, kind)`: the verdict on so many reports, each of a plan of its own."""
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path)

    def looked_at(number, kind):
        presses = (press for plan in plans() for press in on_paper(plan))
        for press, audience in islice(zip(presses, cycle(AUDIENCES), strict=False), number):
            made = proven(press(audience))
            path = tmp_path / f"report.{kind}"
            path.write_bytes(made.html() if kind == "html" else made.pdf())
            yield verify(path, Asked(here=tmp_path))

    def on_paper(plan):
        path = Path("plans", f"{plan.id}.yaml")
        path.write_bytes(edition_content(plan))
        (group,) = groups([path])
        if group.sound_plans():
            day = date(2018, 3, 31)
            yield lambda audience: next(
                Press.presses(group, "2017-18 spring", day, "", audience)
            )  # fmt: skip

    return looked_at


@pytest.mark.parametrize(("number", "kind"), [(PAGES, "html"), (PDFS, "pdf")])
def test_a_report_that_nobody_has_touched_passes(verdicts, number, kind):
    found = list(verdicts(number, kind))
    wrong = [
        check
        for verdict in found
        for check in verdict.checks
        if not verdict.is_sound and check.result == "failed"
    ]
    assert wrong == []
    assert [one.level for one in found] == [Level.BYTES] * number
