"""Plans on their way to paper."""

from datetime import date
from pathlib import Path

from planctl.printing import Press
from planctl.workspace import groups

READING = """\
format: planctl/1
id: reading
title: Reading
themes:
  - title: Clubs
    actions: [{ref: 1a, text: Open a homework club, schedule: [Year 1]}]
"""
PROGRAMME = """\
format: planctl/1
id: programme
title: Programme
partnership: The Partnership
period: {from: 2017-09-01, to: 2018-08-31}
scale: {levels: [{id: fine, label: Fine, state: on track}]}
"""


def test_each_plan_has_the_findings_of_its_own_files_in_its_report(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    writing = (
        READING.replace("reading", "writing")
        .replace("schedule", "due")
        .replace("[Year 1]", "2018-01-25")
    )
    for name, text in (("programme", PROGRAMME), ("reading", READING), ("writing", writing)):
        Path(f"{name}.yaml").write_text(text, "utf-8")
    (group,) = groups([Path()])
    presses = list(Press.presses(group, "2017-18 autumn", None))
    assert [(press.plan.id, str(press.term), press.as_of) for press in presses] == [
        ("reading", "2017-18 autumn", date(2017, 12, 31)),
        ("writing", "2017-18 autumn", date(2017, 12, 31)),
    ]
    assert presses[0].run is presses[1].run
    assert {finding.file for finding in presses[0].run.findings} == {"reading.yaml", "writing.yaml"}
    # Once among the findings, once where a member may ask about it.
    assert [press.html().count("1a has nobody responsible") for press in presses] == [2, 2]
