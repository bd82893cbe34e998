"""The action rows of a plan, and what each takes from the row above it."""

import pytest

from planctl.model import Plan, Row, rows

PLAN = Plan.model_validate(
    {
        "format": "planctl/1",
        "id": "plan",
        "title": "Reading",
        "themes": [
            {
                "ref": "1",
                "title": "At home",
                "actions": [
                    {
                        "ref": "1a",
                        "text": "Open a club",
                        "responsible": "library",
                        "schedule": ["Year 1"],
                        "due": "2018-01-25",
                        "success": "More read",
                        "sub_actions": [
                            {"text": "Find a room"},
                            {
                                "ref": "1a ii",
                                "text": "Buy books",
                                "responsible": "map",
                                "due": "early 2018",
                            },
                            {
                                "text": "Advertise",
                                "schedule": ["Year 2"],
                                "sub_actions": [{"text": "Print posters"}],
                            },
                        ],
                    },
                    {"text": "Review it"},
                ],
            },
            {"title": "All", "kind": "generic", "actions": [{"ref": "i", "text": "Meet"}]},
            {"title": "Later"},
        ],
    }
)


def by_label() -> dict[str, Row]:
    return {row.label: row for row in rows(PLAN)}


def test_rows_come_in_the_order_of_the_plan_each_part_after_its_whole():
    assert [(row.label, row.path) for row in rows(PLAN)] == [
        ("1a", ("themes", 0, "actions", 0)),
        ("sub-action 1 of 1a", ("themes", 0, "actions", 0, "sub_actions", 0)),
        ("1a ii", ("themes", 0, "actions", 0, "sub_actions", 1)),
        ("sub-action 3 of 1a", ("themes", 0, "actions", 0, "sub_actions", 2)),
        (
            "sub-action 1 of sub-action 3 of 1a",
            ("themes", 0, "actions", 0, "sub_actions", 2, "sub_actions", 0),
        ),
        ("action 2 of 1", ("themes", 0, "actions", 1)),
        ("i", ("themes", 1, "actions", 0)),
    ]


def test_main_and_generic_actions_are_told_apart_and_parts_are_neither():
    assert [row.label for row in rows(PLAN) if row.is_main] == ["1a", "action 2 of 1"]
    assert [row.label for row in rows(PLAN) if row.is_generic] == ["i"]


def test_a_part_is_the_responsibility_of_whoever_has_the_whole_unless_it_says_otherwise():
    named = {label: [one.party for one in row.responsible] for label, row in by_label().items()}
    assert named == {
        "1a": ["library"],
        "sub-action 1 of 1a": ["library"],
        "1a ii": ["map"],
        "sub-action 3 of 1a": ["library"],
        "sub-action 1 of sub-action 3 of 1a": ["library"],
        "action 2 of 1": [],
        "i": [],
    }


def test_a_part_takes_the_time_of_the_whole_unless_it_has_one_of_its_own():
    times = {
        label: (
            [str(period) for period in row.schedule],
            row.due and str(row.due),
            row.has_own_time,
        )
        for label, row in by_label().items()
    }
    assert times == {
        "1a": (["Year 1"], "2018-01-25", True),
        "sub-action 1 of 1a": (["Year 1"], "2018-01-25", False),
        "1a ii": ([], "early 2018", True),
        "sub-action 3 of 1a": (["Year 2"], None, True),
        "sub-action 1 of sub-action 3 of 1a": (["Year 2"], None, False),
        "action 2 of 1": ([], None, False),
        "i": ([], None, False),
    }


def test_success_is_not_taken_from_the_whole():
    assert [row.label for row in rows(PLAN) if row.action.success] == ["1a"]


def row_of(action, theme=None):
    written = {"title": "At home", "actions": [{"text": "Read", **action}], **(theme or {})}
    head = {"format": "planctl/1", "id": "plan", "title": "Reading"}
    (row,) = rows(Plan.model_validate({**head, "themes": [written]}))
    return row


def test_an_action_without_a_responsible_party_has_its_themes():
    theme = {"responsible": ["library"]}
    assert [given.party for given in row_of({}, theme).responsible] == ["library"]
    own = row_of({"responsible": ["map"]}, theme)
    assert [given.party for given in own.responsible] == ["map"]


@pytest.mark.parametrize(
    ("revised", "periods", "due"),
    [
        ([], ["Year 1"], "2018-01-25"),
        ([{"date": "2018-06-30", "change": "C1"}], ["Year 1"], "2018-06-30"),
        ([{"schedule": ["Year 2"], "from": ["Year 1"]}], ["Year 2"], "None"),
        ([{"schedule": ["Year 2"], "date": "2019-01-25"}], ["Year 2"], "2019-01-25"),
        ([{"schedule": ["Year 2"]}, {"date": "2019-03-01"}], ["Year 2"], "2019-03-01"),
        ([{"date": "2018-06-30"}, {"schedule": ["Year 3"]}], ["Year 3"], "None"),
    ],
)
def test_the_last_revision_says_when_and_the_first_date_is_kept(revised, periods, due):
    row = row_of({"schedule": ["Year 1"], "due": "2018-01-25", "revised": revised})
    assert ([str(period) for period in row.schedule], str(row.due)) == (periods, due)
    assert str(row.action.due) == "2018-01-25"
