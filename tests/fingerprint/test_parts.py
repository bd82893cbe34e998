"""What was agreed and what has been done since are told apart, and layout is neither."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.editing import formatted
from planctl.fingerprint import agreed, fingerprint, progress
from planctl.loading import load_plan
from planctl.model import Plan
from planctl.source import read

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    path
    for folder in ("plans", "examples/first-term/plans", "examples/three-years/plans")
    for path in (ROOT / folder).glob("*.yaml")
    if path.name != "programme.yaml"
)
HEAD = "format: planctl/1\nid: reading\ntitle: Reading\n"
PLAN = f"""{HEAD}period: {{from: 2017-09-01, to: 2018-08-31}}
kpis:
  - ref: K1
    title: Members
    targets: {{2017-18: 65%}}
    actuals: {{2017-18 autumn: 61%}}
    source: {{from: Register, line: 4}}
funding: [{{period: Year 1, amount: 100, spent: 40}}]
themes:
  - title: Clubs
    actions:
      - ref: 1a
        text: Open a club
        responsible: library
        schedule: [Year 1]
        success: [{{text: Many come, state: met}}]
        milestones: [{{text: A room, done_on: 2017-10-01}}]
        updates: {{autumn 2017: {{rating: amber}}}}
        source: {{line: 9}}
risks: [{{text: They leave., status: closed}}]
recommendations: [{{ref: "4", text: Write home., response: accepted}}]
approvals: [{{role: Board}}]
"""


def plan(text):
    loaded = load_plan(read(text.encode(), "reading.yaml"), "reading", None)
    assert loaded.record is not None, loaded.findings
    return loaded.record


def both(record):
    return fingerprint(agreed(record)), fingerprint(progress(record))


def test_each_field_is_in_one_part():
    record = plan(PLAN)
    assert agreed(record) == {
        "id": "reading",
        "title": "Reading",
        "period": {"from": "2017-09-01", "to": "2018-08-31"},
        "kpis": [{
            "ref": "K1", "title": "Members", "targets": {"2017-18": {"value": "65"}},
            "source": {"from": "Register"},
        }],
        "funding": [{"period": "Year 1", "amount": "100"}],
        "themes": [{"title": "Clubs", "actions": [{
            "ref": "1a", "text": "Open a club", "responsible": [{"party": "library"}],
            "schedule": {"Year 1": {}}, "success": [{"text": "Many come"}],
            "milestones": [{"text": "A room"}],
        }]}],
        "risks": [{"text": "They leave."}],
        "recommendations": [{"ref": "4", "text": "Write home."}],
    }  # fmt: skip
    assert progress(record) == {
        "id": "reading",
        "kpis": [{"ref": "K1", "actuals": {"2017-18 autumn": {"value": "61"}}}],
        "funding": [{"period": "Year 1", "spent": "40"}],
        "themes": [{"title": "Clubs", "actions": [{
            "ref": "1a", "updates": {"2017-18 autumn": {"rating": "amber"}},
            "success": [{"text": "Many come", "state": "met"}],
            "milestones": [{"text": "A room", "done_on": "2017-10-01"}],
        }]}],
        "risks": [{"text": "They leave.", "status": "closed"}],
        "recommendations": [{"ref": "4", "response": {"decision": "accepted"}}],
        "approvals": [{"role": "Board"}],
    }  # fmt: skip


def test_a_plan_without_progress_has_none():
    assert progress(plan(HEAD)) == {}


def test_another_rating_changes_progress_alone():
    was, now = both(plan(PLAN)), both(plan(PLAN.replace("amber", "green")))
    assert (was[0] == now[0], was[1] == now[1]) == (True, False)


def test_another_target_changes_what_is_agreed_alone():
    was, now = both(plan(PLAN)), both(plan(PLAN.replace("65%", "60%")))
    assert (was[0] == now[0], was[1] == now[1]) == (False, True)


def test_where_it_was_copied_from_changes_neither():
    assert both(plan(PLAN)) == both(plan(PLAN.replace("line: 9", "line: 10")))


def test_comments_order_and_short_forms_change_neither():
    other = PLAN.replace("responsible: library", "responsible: [{party: library}]  # who else?")
    other = other.replace("schedule: [Year 1]", "schedule: {Year one: √}")
    other = other.replace("autumn 2017: {rating: amber}", '"2017-18 autumn": {rating: Amber}')
    tail = other[len(HEAD) :].replace("title: Members\n", 'title: "Members"\n')
    lines = tail.partition("themes:")
    assert both(plan(f"{HEAD}themes:{lines[2]}{lines[0]}")) == both(plan(PLAN))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_shipped_plan_is_the_same_in_its_one_form_and_as_json(path):
    document = read(path.read_bytes(), path.name)
    loaded = load_plan(document, path.stem, None, knows_programme=False)
    assert loaded.record is not None
    again = formatted(document, Plan, loaded.record.timeline)
    assert both(load_plan(again, path.stem, None, knows_programme=False).record) == both(
        loaded.record
    )


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_plan_written_in_any_order_and_style_and_then_formatted_is_the_same(data):
    root = yaml.load(PLAN, yaml.BaseLoader)  # noqa: S506 - gives only text
    turned = _turned(root, data)
    style = data.draw(st.sampled_from([None, True, False]))
    text = yaml.dump(turned, default_flow_style=style, default_style='"', sort_keys=False, width=60)
    record = plan(text)
    again = formatted(read(text.encode(), "reading.yaml"), Plan, record.timeline)
    assert both(record) == both(plan(PLAN))
    assert both(plan(again.text)) == both(plan(PLAN))


def _turned(value, data):
    if isinstance(value, dict):
        names = data.draw(st.permutations(list(value)))
        return {name: _turned(value[name], data) for name in names}
    return [_turned(one, data) for one in value] if isinstance(value, list) else value
