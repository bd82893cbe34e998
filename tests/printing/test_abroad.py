"""Recommendations that actions of other plans carry out."""

import json

import pytest

from planctl.printing import Press
from planctl.printing.abroad_carried import ABROAD
from planctl.printing.assembling import proven
from planctl.printing.proof import context_of
from planctl.report import ReportContext, build_context
from planctl.report.request import ActionAbroad, Audience, ReportKind
from planctl.workspace import groups

HEAD = "format: planctl/1\nid: {id}\ntitle: {title}\nperiod: {{from: 2017-09-01, to: 2018-08-31}}\n"
INQUIRY = HEAD.format(id="inquiry", title="Inquiry") + (
    "recommendations:\n  - {ref: '1', text: Meet., actions: [meetings, 1b, 1c, nowhere]}\n"
    "themes: [{title: T, actions: [{ref: 1c, text: Own., schedule: [Year 1]}]}]\n"
)
READING = HEAD.format(id="reading", title="Reading, with Ann Ely") + (
    "parties: [{id: ann-ely, kind: person, name: Ann Ely, public_label: a librarian}]\n"
    "themes: [{title: T, actions: [{ref: 1a, uid: meetings, text: Meet Ann Ely., "
    "schedule: [Year 1]}, {ref: 1b, text: Read., schedule: [Year 1]}]}]\n"
)
WRITING = HEAD.format(id="writing", title="Writing") + (
    "themes: [{title: T, actions: [{ref: 1b, text: Write., schedule: [Year 1]}]}]\n"
)


@pytest.fixture
def press(tmp_path):
    """`press(audience)`: the inquiry's report, in a workspace of three plans."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "planctl.toml").touch()
    texts = {"inquiry": INQUIRY, "reading": READING, "writing": WRITING}
    for name, text in texts.items():
        (tmp_path / f"plans/{name}.yaml").write_text(text, "utf-8")

    def made(audience=Audience.OFFICER, kind=ReportKind.SCRUTINY):
        (group,) = groups([tmp_path / "plans/inquiry.yaml"])
        (found,) = Press.presses(group, "2017-18 autumn", None, "", audience, kind)
        return found

    return made


def carried_out_by(context):
    (row,) = context.recommendations.rows
    return [one.text for one in row.actions]


def test_an_action_of_another_plan_is_called_by_plan_ref_and_title(press):
    assert carried_out_by(build_context(*press().given())) == [
        "1a of Reading, with Ann Ely (Meet Ann Ely)",
        # Two other plans have a 1b: nobody can tell which is meant.
        "1b",
        "1c",
        "nowhere",
    ]


def test_the_public_does_not_read_whom_the_other_plan_names(press):
    (_, request, _, _) = press(Audience.PUBLIC).given()
    assert request.abroad == {
        "meetings": ActionAbroad("Reading, with a librarian", "1a", "Meet a librarian.")
    }


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.BOARD, Audience.OFFICER])
def test_a_report_carries_what_it_says_of_other_plans(press, audience):
    made = proven(press(audience))
    said = build_context(*press(audience).given()).recommendations
    again = context_of(made.carried)
    assert isinstance(again, ReportContext)
    assert again.recommendations == said
    assert list(json.loads(made.carried.files[ABROAD])) == ["plans/inquiry.yaml"]


def test_a_report_that_names_no_other_plan_carries_nothing_of_them(tmp_path, press):
    one = press()
    file = tmp_path / "plans/inquiry.yaml"
    file.write_text(INQUIRY.replace("meetings, 1b, ", ""), "utf-8")
    assert ABROAD in proven(one).carried.files
    assert ABROAD not in proven(press()).carried.files
