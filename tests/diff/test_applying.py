"""The new version made of the old one: edits are made, and those of another plan are refused."""

import pytest

from planctl.diff import Edit, OtherPlanError, apply, compare
from planctl.diff.applying import applied
from planctl.errors import ExitCode
from planctl.loading.reading import reading_of
from planctl.model import Plan
from planctl.model.plain import plain
from tests.diff.plans_strategy import plan_of, version_of

ROOT = {
    "title": "Plan",
    "themes": [
        {"title": "One", "actions": [{"text": "a"}, {"text": "b"}, {"text": "c"}]},
        {"title": "Two", "actions": [{"text": "d"}]},
    ],
}
ROWS, MORE = ("themes", 0, "actions"), ("themes", 1, "actions")


def rows(made):
    return [[row["text"] for row in theme.get("actions", [])] for theme in made["themes"]]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], [["a", "b", "c"], ["d"]]),
        ([Edit((*ROWS, 1), None, {"text": "b"})], [["a", "c"], ["d"]]),
        ([Edit(None, (*ROWS, 1), None, {"text": "x"})], [["a", "x", "b", "c"], ["d"]]),
        ([Edit((*ROWS, 0), (*ROWS, 2))], [["b", "c", "a"], ["d"]]),
        ([Edit((*ROWS, 0), (*MORE, 0))], [["b", "c"], ["a", "d"]]),
        ([Edit((*ROWS, 0, "text"), (*ROWS, 0, "text"), "a", "z")], [["z", "b", "c"], ["d"]]),
        (
            [Edit((*ROWS, 0, "text"), (*MORE, 1, "text"), "a", "z"), Edit((*ROWS, 0), (*MORE, 1))],
            [["b", "c"], ["d", "z"]],
        ),
        (
            [Edit((*ROWS, 0), None, {"text": "a"}), Edit((*ROWS, 2), None, {"text": "c"}),
             Edit(None, (*ROWS, 1), None, {"text": "y"}),
             Edit(None, (*ROWS, 0), None, {"text": "x"})],
            [["x", "y", "b"], ["d"]],
        ),
        ([Edit((*MORE, 0), None, {"text": "d"})], [["a", "b", "c"], []]),
        ([Edit(("themes", 1), ("themes", 0))], [["d"], ["a", "b", "c"]]),
        (
            [Edit(("themes", 0), None, {}), Edit((*ROWS, 0), ("themes", 0, "actions", 1))],
            [["d", "a"]],
        ),
    ],
)  # fmt: skip
def test_edits_are_made(edits, expected):
    made = applied(edits, ROOT)
    assert rows(made) == expected
    assert rows(ROOT) == [["a", "b", "c"], ["d"]]


def test_a_field_is_set_and_unset():
    aim = applied([Edit(("aim",), ("aim",), None, "Read")], ROOT)
    assert aim == ROOT | {"aim": "Read"}
    assert applied([Edit(("aim",), ("aim",), "Read", None)], aim) == ROOT


def test_a_value_deep_down_is_set_where_nothing_was():
    path = (*MORE, 0, "updates", "2017-18 autumn", "rating")
    made = applied([Edit(path, path, None, "green")], ROOT)
    assert made["themes"][1]["actions"][0]["updates"] == {"2017-18 autumn": {"rating": "green"}}


def test_a_list_that_nothing_is_left_in_goes_and_the_others_stay():
    made = applied([Edit((*MORE, 0), None, {"text": "d"})], ROOT | {"kpis": []})
    assert "actions" not in made["themes"][1]
    assert made["kpis"] == []


def test_what_was_added_is_no_part_of_the_changes_any_more():
    row = {"text": "x", "notes": ["one"]}
    made = applied([Edit(None, (*MORE, 1), None, row)], ROOT)
    made["themes"][1]["actions"][1]["notes"].append("two")
    assert row == {"text": "x", "notes": ["one"]}


def test_a_value_that_was_set_is_no_part_of_the_changes_any_more():
    notes = ["one"]
    made = applied([Edit((*MORE, 0, "notes"), (*MORE, 0, "notes"), None, notes)], ROOT)
    made["themes"][1]["actions"][0]["notes"].append("two")
    assert notes == ["one"]


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (Edit((*ROWS, 3), None, {}), "themes/0/actions/3"),
        (Edit((*ROWS, 3), (*ROWS, 0)), "themes/0/actions/3"),
        (Edit(("kpis", 0), None, {}), "kpis/0"),
        (Edit(("kpis", 0), ("kpis", 1)), "kpis/0"),
        (Edit(None, ("themes", 4, "actions", 0), None, {}), "themes/4"),
        (Edit(None, ("title", "x", 0), None, {}), "title/x"),
    ],
)
def test_changes_of_another_plan_are_refused(edit, where):
    with pytest.raises(OtherPlanError) as refused:
        applied([edit], ROOT)
    assert str(refused.value).startswith("the plan is not the one that was compared: it has not")
    assert where in str(refused.value)
    assert refused.value.exit_code is ExitCode.USAGE


def test_a_plan_with_the_changes_made_to_it_is_the_new_plan():
    head = {
        "format": "planctl/1",
        "id": "plan",
        "period": {"from": "2017-09-01", "to": "2020-08-31"},
    }
    old, new = version_of(ROOT | head), version_of(ROOT | head | {"aim": "Read", "themes": []})
    assert apply(compare(old, new), old.plan) == new.plan
    assert apply(compare(new, old), new.plan) == old.plan
    assert plan_of(plain(old.plan)) == old.plan


def test_words_that_only_the_programme_explains_stay_as_they_are():
    written = {
        "format": "planctl/1", "id": "plan", "title": "Plan",
        "themes": [{"title": "One", "actions": [
            {"text": "a", "updates": {"2017-18 autumn": {"rating": "as the programme says"}}},
        ]}],
    }  # fmt: skip
    plan = Plan.model_validate(written, context=reading_of(written, None, knows_programme=False))
    assert apply((), plan) == plan
