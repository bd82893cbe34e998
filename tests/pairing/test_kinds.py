"""By which words, which reference and which key an entry of each kind is known."""

import pytest

from planctl.pairing.kinds import KINDS
from planctl.pairing.tree import tree_of
from tests.diff.plans_strategy import plan_of

TREE = tree_of(
    plan_of({
        "format": "planctl/1", "id": "reading", "ref": "2", "title": "Reading",
        "kpis": [{"title": "Families", "ref": "K1", "uid": "families"}],
        "commitments": [{"statement": "All are welcome", "ref": "P1"}],
        "recommendations": [{"text": "Write plainly", "ref": "R1"}],
        "risks": [{"text": "Nobody comes", "ref": "X1"}],
        "outcomes": [{"text": "More words", "ref": "O1"}],
        "parties": [{"id": "library", "name": "The Library"}],
        "funding": [
            {"period": "Year 1", "amount": "24000", "source": "Council grant"},
            {"period": "Year 2", "amount": "24000"},
        ],
        "changes": [
            {"id": "C1", "target": "2.1a", "field": "due", "date": "2018-03-14"},
            {"target": "2.1b"},
        ],
        "approvals": [{"role": "Board", "by": "board"}, {"role": "Cabinet"}],
        "engagement": [{"event": "Reading fair"}],
        "documents": [
            {"id": "minutes", "role": "minutes", "title": "Minutes of March"},
            {"id": "strategy", "role": "strategy"},
        ],
        "themes": [{
            "title": "Clubs", "ref": "2.1", "uid": "clubs",
            "actions": [{
                "text": "Open a club", "ref": "2.1a", "uid": "club",
                "evidence": [{"title": "Register", "id": "E1"}],
                "milestones": [{"text": "It opens", "ref": "M1"}],
                "success": ["Forty families come"],
            }],
        }],
    })
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("plan", [("Reading", "2", "reading")]),
        ("theme", [("Clubs", "2.1", "clubs")]),
        ("action", [("Open a club", "2.1a", "club")]),
        ("kpi", [("Families", "K1", "families")]),
        ("commitment", [("All are welcome", "P1", "")]),
        ("recommendation", [("Write plainly", "R1", "")]),
        ("risk", [("Nobody comes", "X1", "")]),
        ("outcome", [("More words", "O1", "")]),
        ("party", [("The Library", "", "library")]),
        (
            "funding",
            [("Year 1 Council grant", "Year 1", "Year 1"), ("Year 2", "Year 2", "Year 2")],
        ),
        ("change", [("2.1a due 2018-03-14", "C1", ""), ("2.1b", "", "")]),
        ("approval", [("Board board", "", ""), ("Cabinet", "", "")]),
        ("engagement", [("Reading fair", "", "")]),
        (
            "document",
            [("Minutes of March", "minutes", "minutes"), ("", "strategy", "strategy")],
        ),
        ("evidence", [("Register", "E1", "")]),
        ("milestone", [("It opens", "M1", "")]),
        ("success", [("Forty families come", "", "")]),
    ],
)
def test_an_entry_is_known_by_its_text_its_reference_and_its_key(kind, expected):
    assert [(node.text, node.ref, node.key) for node in TREE.nodes[kind]] == expected


def test_only_what_proves_or_times_an_action_is_looked_for_where_it_stood():
    assert {kind.name for kind in KINDS.values() if kind.is_local} == {
        "evidence", "milestone", "success",
    }  # fmt: skip


def test_themes_are_matched_before_the_actions_below_them():
    names = [kind.name for kind in KINDS.values()]
    assert names.index("theme") < names.index("action") < names.index("evidence")
    assert len(names) == len(set(names)) == len(TREE.nodes)
