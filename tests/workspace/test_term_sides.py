"""The two sides of `--terms`: what was told by the end of each term."""

from datetime import date
from pathlib import Path

import pytest

from planctl.diff import SideShown
from planctl.errors import NoPlansError, PathNotFoundError, WrongValueError
from planctl.loading import load_plan
from planctl.model.plain import plain
from planctl.source import read
from planctl.workspace.comparing import Means
from planctl.workspace.comparing_terms import terms_comparison
from planctl.workspace.term_sides import told_by

TODAY = date(2018, 11, 1)
FIELDS = """\
period: {from: 2017-09-01, to: 2018-08-31}
themes:
  - title: T
    actions:
      - ref: 1a
        text: Open a club
        updates: {2017-18 autumn: {rating: green}, 2017-18 spring: {rating: red}}
        sub_actions: [{text: Ask, updates: {2017-18 summer: {rating: red}}}]
      - {ref: 1b, text: Buy books}
kpis: [{title: K, targets: {2017-18: 5}, actuals: {2016-17: 3, 2017-18: 4}}]
recommendations:
  - {text: R, assessments: {2017-18 spring: {rating: green}}}
risks: [{text: X, reviews: {2017-18 spring: {likelihood: 2, impact: 2}}}]
reports: {2017-18 autumn: {summary: A}, 2017-18 summer: {summary: C}}
"""


def loaded(text):
    record = load_plan(read(text.encode(), "a.yaml"), "a", None).record
    assert record is not None
    return record


@pytest.fixture
def whole(plan):
    return loaded(plan("a", FIELDS))


def test_what_is_told_of_later_periods_is_left_out_however_deep(whole):
    found = plain(told_by(whole, whole.timeline, date(2017, 12, 31)))
    first, second = found["themes"][0]["actions"]
    assert first == {
        "ref": "1a", "text": "Open a club", "updates": {"2017-18 autumn": {"rating": "green"}},
        "sub_actions": [{"text": "Ask"}],
    }  # fmt: skip
    assert second == {"ref": "1b", "text": "Buy books"}
    assert [*found["kpis"][0]["actuals"], *found["kpis"][0]["targets"]] == ["2016-17", "2017-18"]
    assert "assessments" not in found["recommendations"][0]
    assert "reviews" not in found["risks"][0]
    assert [*found["reports"]] == ["2017-18 autumn"]


def test_a_plan_of_which_all_was_told_by_then_is_the_same(whole):
    assert told_by(whole, whole.timeline, date(2018, 8, 31)) is whole


def test_a_period_whose_end_nobody_knows_stays(plan):
    text = plan("a", "kpis: [{title: K, actuals: {Year 1: 3}}]")
    found = loaded(text)
    assert told_by(found, found.timeline, date(1999, 1, 1)) is found


def found(terms, *paths, days=(None, None)):
    means = Means(Path.cwd(), TODAY)
    return terms_comparison(terms, tuple(map(Path, paths)), means, days).compared


@pytest.mark.parametrize("terms", ["2017-18-autumn..2017-18-spring", "autumn 2017 .. Spring 2018"])
def test_two_terms_of_a_file_are_its_two_sides(terms, folder, plan):
    folder({"plans/a.yaml": plan("a", FIELDS), "plans/b.yaml": plan("b", FIELDS)})
    compared = found(terms, "plans/a.yaml")
    assert (compared.old, compared.new, compared.plans) == (
        SideShown("2017-18 autumn", date(2017, 12, 31)),
        SideShown("2017-18 spring", date(2018, 4, 30)), 1,
    )  # fmt: skip
    worse = [one for one in compared.changes if one.rule == "rating-worsened"]
    assert [(one.ref, one.new_spot and one.new_spot.line) for one in worse] == [("1a", 8)]
    assert found(terms, "plans").plans == 2
    assert found("2017-18 autumn..2017-18 autumn", "plans/a.yaml").changes == ()


def test_the_days_can_be_others(folder, plan):
    folder({"a.yaml": plan("a", FIELDS)})
    days = (date(2018, 1, 31), date(2018, 5, 31))
    compared = found("2017-18 autumn..2017-18 spring", "a.yaml", days=days)
    assert (compared.old.on, compared.new.on) == days


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ("2017-18 autumn", "Write two terms with dots"),
        ("..2017-18 autumn", "Write two terms with dots"),
        ("2017-18 autumn..never", r"'never' is not a term of the plan\. Write a term as '2017-18"),
        ("2017-18..2018-19", "'2017-18' is not a term"),
        ("2017-18 autumn..2018-19 autumn", "'2018-19 autumn' is not .* to 2017-18 summer"),
    ],
)
def test_a_term_that_is_none_is_refused(terms, message, folder, plan):
    folder({"a.yaml": plan("a", FIELDS)})
    with pytest.raises(WrongValueError, match=message):
        found(terms, "a.yaml")


def test_a_term_counts_in_which_one_of_the_plans_runs(folder, plan):
    later = FIELDS.replace("2018-08-31}", "2019-08-31}")
    folder({"plans/a.yaml": plan("a", FIELDS), "plans/b.yaml": plan("b", later)})
    assert found("2017-18 autumn..2018-19 autumn", "plans").plans == 2


def test_what_does_not_load_makes_it_incomplete(folder, plan):
    folder({"plans/a.yaml": plan("a", FIELDS), "plans/b.yaml": plan("b", "kid: x")})
    compared = found("2017-18 autumn..2017-18 spring", "plans")
    assert ([one.file for one in compared.unread], compared.plans) == (["plans/b.yaml"], 2)
    assert "1a" in {one.ref for one in compared.changes}
    folder({"plans/programme.yaml": "kid: x"})
    compared = found("2017-18 autumn..2017-18 spring", "plans/a.yaml")
    assert ({one.file for one in compared.unread}, compared.changes) == (
        {"plans/programme.yaml"}, (),
    )  # fmt: skip


def test_paths_without_plans_are_refused(folder, plan):
    folder({"empty/": "", "plans/programme.yaml": plan("p", "parties: []")})
    with pytest.raises(PathNotFoundError):
        found("2017-18 autumn..2017-18 spring", "gone")
    with pytest.raises(NoPlansError):
        found("2017-18 autumn..2017-18 spring", "empty")
    with pytest.raises(NoPlansError):
        found("2017-18 autumn..2017-18 spring", "plans/programme.yaml")


def test_a_waiver_lets_a_change_stand(folder, plan):
    folder({"planctl.toml": "", "plans/a.yaml": plan("a", FIELDS)})
    terms = "2017-18 autumn..2017-18 spring"
    (change,) = [one for one in found(terms, "plans").changes if one.rule == "rating-worsened"]
    entry = f"{{code: rating-worsened, plan: a, fingerprint: {change.fingerprint}}}"
    folder({"waivers.yaml": f"waivers: [{entry}]\n"})
    waived = [one.waived for one in found(terms, "plans").changes if one.rule == "rating-worsened"]
    assert waived == ["no reason is given"]
