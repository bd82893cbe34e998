"""The exact difference between two versions: which fields, what came, what went, what moved."""

import pytest

from planctl.diff import Edit
from planctl.diff.delta import delta, edits, folded
from tests.diff.plans_strategy import plan_of

HEAD = {"format": "planctl/1", "id": "plan", "title": "Plan"}


def plan_with(*actions, **head):
    """A plan of one theme with the actions."""
    return plan_of(HEAD | head | {"themes": [{"title": "Theme", "actions": list(actions)}]})


def differing(old, new):
    """The fields that differ between two versions of one action, with both values."""
    found = delta(plan_with({"text": "Row"} | old), plan_with({"text": "Row"} | new))
    assert (found.removed, found.added, found.shifted) == ([], [], [])
    return [(one.field, one.was, one.now) for one in found.differences]


UPDATE = {"rating": "green", "comment": "It began."}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {}, []),
        ({"ref": "2.1a"}, {"ref": "2.1b"}, [(("ref",), "2.1a", "2.1b")]),
        ({}, {"due": "2018-07-31"}, [(("due",), None, "2018-07-31")]),
        ({"due": "2018-07-31"}, {}, [(("due",), "2018-07-31", None)]),
        ({"notes": ["Two  words"]}, {"notes": ["Two\nwords "]}, []),
        (
            {"schedule": {"Year 1": {}}}, {"schedule": {"Year 1": {}, "Year 2": {}}},
            [(("schedule",), {"Year 1": {}}, {"Year 1": {}, "Year 2": {}})],
        ),
        (
            {"updates": {"2017-18 autumn": UPDATE}},
            {"updates": {"2017-18 autumn": UPDATE | {"rating": "red"}}},
            [(("updates", "2017-18 autumn", "rating"), "green", "red")],
        ),
        (
            {"updates": {"2017-18 autumn": UPDATE}},
            {"updates": {"2017-18 autumn": UPDATE, "2017-18 spring": {"rating": "red"}}},
            [(("updates", "2017-18 spring"), None, {"rating": "red"})],
        ),
        ({"updates": {"2017-18 autumn": UPDATE}}, {},
         [(("updates",), {"2017-18 autumn": UPDATE}, None)]),
        ({"own": {"ward": "North"}}, {"own": {"ward": "South"}},
         [(("own", "ward"), "North", "South")]),
        ({"source": {"line": "1"}}, {"source": {"line": "2"}}, [(("source", "line"), "1", "2")]),
        (
            {"closure": {"reason": "done", "minute": "Item 1"}},
            {"closure": {"reason": "done", "minute": "Item 2"}},
            [(("closure",), {"reason": "done", "minute": "Item 1"},
              {"reason": "done", "minute": "Item 2"})],
        ),
    ],
)  # fmt: skip
def test_the_fields_that_differ_are_given_as_far_down_as_they_are_told_by_themselves(
    old, new, expected
):
    assert differing(old, new) == expected


def test_figures_of_a_kpi_are_compared_one_by_one():
    def plan(**kpi):
        return plan_of(HEAD | {"kpis": [{"title": "Families in clubs"} | kpi]})

    found = delta(
        plan(targets={"Year 1": "61", "Year 2": "65"}, actuals={"2017-18": "60"}),
        plan(targets={"Year 1": "61", "Year 2": "64"}, actuals={"2017-18": "60", "2018-19": "62"}),
    )
    assert [(one.field, one.was, one.now) for one in found.differences] == [
        (("targets", "Year 2"), {"value": "65"}, {"value": "64"}),
        (("actuals", "2018-19"), None, {"value": "62"}),
    ]


def test_words_of_a_glossary_and_values_of_own_fields_are_compared_one_by_one():
    found = delta(
        plan_of(HEAD | {"glossary": {"EAL": "English"}, "own": {"ward": "North"}}),
        plan_of(HEAD | {"glossary": {"EAL": "English", "FSM": "Meals"}, "own": {"ward": "South"}}),
    )
    assert [(one.field, one.was, one.now) for one in found.differences] == [
        (("glossary", "FSM"), None, "Meals"),
        (("own", "ward"), "North", "South"),
    ]


def test_the_edits_are_all_that_tells_the_versions_apart():
    old = plan_with({"text": "One"}, {"text": "Two"}, {"text": "Three"}, aim="Read")
    new = plan_with({"text": "Three", "ref": "a"}, {"text": "Two"}, {"text": "Four"})
    row = ("themes", 0, "actions")
    assert list(edits(delta(old, new))) == [
        Edit(("aim",), ("aim",), "Read", None),
        Edit((*row, 2, "ref"), (*row, 0, "ref"), None, "a"),
        Edit((*row, 0), None, {"text": "One"}, None),
        Edit(None, (*row, 2), None, {"text": "Four"}),
        Edit((*row, 1), (*row, 1)),
    ]


def test_an_action_in_another_theme_has_moved_and_nothing_else():
    def plan(*themes):
        return plan_of(HEAD | {"themes": [
            {"title": title, "actions": [{"text": text} for text in texts]}
            for title, texts in zip(("Clubs", "Talks"), themes, strict=True)
        ]})  # fmt: skip

    found = delta(plan(["One", "Two"], ["Three"]), plan(["Two"], ["Three", "One"]))
    assert [(old.text, new.path, away) for old, new, away in found.shifted] == [
        ("One", ("themes", 1, "actions", 1), True)
    ]
    assert found.differences == []


def test_a_row_that_was_put_below_another_one_has_moved():
    found = delta(
        plan_with({"text": "One"}, {"text": "Two"}),
        plan_with({"text": "One", "sub_actions": [{"text": "Two"}]}),
    )
    assert [(old.text, new.text, away) for old, new, away in found.shifted] == [
        ("Two", "Two", True)
    ]


def test_what_stands_below_an_entry_that_went_is_told_with_it_where_it_stands_nowhere_else():
    found = delta(
        plan_with(
            {"text": "One", "evidence": [{"title": "Survey"}], "sub_actions": [{"text": "Part"}]}
        ),
        plan_with(),
    )
    assert [node.text for node in found.removed] == ["One", "Part"]
    assert found.removed[0].whole() == {"text": "One", "evidence": [{"title": "Survey"}]}


def test_evidence_that_went_from_an_action_that_stays_is_told_by_itself():
    found = delta(plan_with({"text": "One", "evidence": [{"title": "Survey"}]}),
                  plan_with({"text": "One"}))  # fmt: skip
    assert [node.text for node in found.removed] == ["Survey"]


def test_evidence_of_a_success_criterion_is_looked_for_below_it():
    def plan(title):
        success = [{"text": "Forty families come", "evidence": [{"title": title}]}]
        return plan_with({"text": "One", "success": success})

    found = delta(plan("Register of families"), plan("Register of all families"))
    assert [(one.field, one.was) for one in found.differences] == [
        (("title",), "Register of families")
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None), (3, 3), (True, True), (" a \n b ", "a b"),
        (["a  b", {"c": " d"}], ["a b", {"c": "d"}]), ({"a  b": "c  d"}, {"a  b": "c d"}),
    ],
)  # fmt: skip
def test_folded_white_space_is_one_blank(value, expected):
    assert folded(value) == expected
