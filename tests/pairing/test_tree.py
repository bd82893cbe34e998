"""A plan's entries one by one, each with what it says itself."""

from planctl.model import Action, Kpi, Theme
from planctl.pairing.kinds import KINDS
from planctl.pairing.tree import tree_of
from tests.diff.plans_strategy import plan_of

WRITTEN = {
    "format": "planctl/1", "id": "plan", "title": "Plan",
    "kpis": [{"title": "Families in clubs"}],
    "themes": [
        {"ref": "2.1", "title": "Clubs", "actions": [
            {"text": "Open a club", "uid": "club", "due": "2018-07-31",
             "evidence": [{"title": "Register", "id": "E1"}],
             "sub_actions": [{"text": "Train the volunteers"}]},
        ]},
        {"title": "Talks", "actions": [{"text": "Ask parents"}]},
    ],
}  # fmt: skip
TREE = tree_of(plan_of(WRITTEN))
CLUB, TRAIN, ASK = TREE.nodes["action"]


def test_entries_are_listed_by_kind_in_the_order_of_the_file():
    assert {name: [node.text for node in nodes] for name, nodes in TREE.nodes.items()} == {
        "plan": ["Plan"],
        "kpi": ["Families in clubs"],
        "theme": ["Clubs", "Talks"],
        "action": ["Open a club", "Train the volunteers", "Ask parents"],
        "evidence": ["Register"],
    }
    assert [node.position for node in TREE.nodes["action"]] == [0, 1, 2]
    assert TREE.of(KINDS[Action]) == [CLUB, TRAIN, ASK]
    assert TREE.of(KINDS[Kpi]) == TREE.nodes["kpi"]
    assert tree_of(plan_of(WRITTEN | {"kpis": []})).of(KINDS[Kpi]) == []


def test_an_entry_knows_where_it_stands():
    assert TRAIN.path == ("themes", 0, "actions", 0, "sub_actions", 0)
    assert TRAIN.place == ("sub_actions", 0)
    assert [node.text for node in TRAIN.above()] == [
        "Train the volunteers", "Open a club", "Clubs", "Plan",
    ]  # fmt: skip
    assert all(TREE.at(node.path) is node for nodes in TREE.nodes.values() for node in nodes)


def test_an_entry_is_known_by_uid_reference_and_text():
    assert (CLUB.uid, CLUB.key, CLUB.ref) == ("club", "club", "")
    assert (ASK.uid, ASK.key, ASK.ref) == ("", "", "")
    clubs = TREE.of(KINDS[Theme])[0]
    assert (clubs.uid, clubs.key, clubs.ref) == ("", "", "2.1")
    evidence = TREE.nodes["evidence"][0]
    assert (evidence.uid, evidence.key, evidence.ref) == ("", "", "E1")
    assert (TREE.root.uid, TREE.root.key, TREE.root.parent) == ("", "plan", None)


def test_its_own_fields_are_plain_and_leave_out_what_stands_below():
    assert CLUB.own == {"text": "Open a club", "uid": "club", "due": "2018-07-31"}
    assert TREE.root.own == {"format": "planctl/1", "id": "plan", "title": "Plan"}


def test_the_whole_of_it_has_what_is_looked_for_only_below_it():
    assert CLUB.whole() == {
        "text": "Open a club", "uid": "club", "due": "2018-07-31",
        "evidence": [{"title": "Register", "id": "E1"}],
    }  # fmt: skip
    assert TRAIN.whole() == {"text": "Train the volunteers"}
