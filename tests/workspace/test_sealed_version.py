"""How ratings have moved since a term was closed, where no earlier version is at hand."""

from datetime import date

import pytest

from planctl.audit.chain import Chain, Fault
from planctl.diff import Direction
from planctl.printing.assembling import edition_content
from planctl.workspace import groups
from planctl.workspace.earlier_version import EarlierVersions, Occurrence
from planctl.workspace.sealed_version import since_sealed
from tests.audit.sealed_plans import AUTUMN, SPRING, chain, files_of, plan, term

ACTIONS = (
    "themes:\n  - {title: T, uid: t, actions: [{ref: 1a, uid: club, text: Open., %s, sub_actions: "
    "[{ref: 1a.i, uid: room, text: Find a room., %s}]}, {ref: 1b, uid: books, text: Lend., %s}]}\n"
)
LAST_DAY = date(2018, 3, 31)


def updates(autumn="", spring="", summer=""):
    told = {AUTUMN: autumn, SPRING: spring, "2017-18 summer": summer}
    ratings = ", ".join(f"{name}: {{rating: {rating}}}" for name, rating in told.items() if rating)
    return f"updates: {{{ratings}}}"


def written(club=("red",), room=("green",), books=("amber",)):
    return plan(ACTIONS % tuple(updates(*said) for said in (club, room, books)))


def found(now, *steps, of=SPRING, on=LAST_DAY):
    return since_sealed(now, chain(*steps), (term(of), on), lambda version, _: version)


def moved(since):
    assert since is not None
    return [(one.rule, one.direction, one.message) for one in since.changes]


def test_ratings_that_are_others_than_those_sealed_have_moved():
    now = written(("red", "green"), ("green", "red"), ("amber", "amber"))
    since = found(now, ("close", AUTUMN, written()))
    assert since is not None
    assert (since.name, since.on, since.actions, since.commit) == (
        AUTUMN, date(2018, 1, 12), 3, "",
    )  # fmt: skip
    assert since.seal == chain(("close", AUTUMN, written())).seals[0].check_code
    assert moved(since) == [
        ("rating-worsened", Direction.WORSE, "1a.i was green and is red in 2017-18 spring"),
        ("rating-improved", Direction.BETTER, "1a was red and is green in 2017-18 spring"),
    ]


def test_what_was_sealed_counts_and_not_what_the_plan_says_of_that_term_now():
    now = written(("green", "green"), ("green", "green"), ("amber", "amber"))
    since = found(now, ("close", AUTUMN, written()))
    assert moved(since) == [
        ("rating-improved", Direction.BETTER, "1a was red and is green in 2017-18 spring")
    ]


def test_an_amendment_counts_as_sealed():
    amended = written(("green",))
    steps = (("close", AUTUMN, written()), ("amend", AUTUMN, amended))
    assert moved(found(written(("green", "green")), *steps)) == []


def test_later_terms_are_not_told_of():
    now = written(("red", "red", "green"))
    assert moved(found(now, ("close", AUTUMN, written()))) == []


def test_the_last_closed_term_counts_and_the_reported_one_does_not():
    then = written(("red", "amber"), ("green", "green"), ("amber", "amber"))
    steps = (("close", AUTUMN, written()), ("close", SPRING, then))
    now = written(("red", "amber", "green"), ("green", "green", "green"))
    since = found(now, *steps, of="2017-18 summer", on=date(2018, 7, 31))
    assert since is not None
    assert (since.name, since.actions) == (SPRING, 3)
    assert moved(since) == [
        ("rating-improved", Direction.BETTER, "1a was amber and is green in 2017-18 summer")
    ]
    assert found(now, ("close", SPRING, then)) is None


def test_an_action_of_which_more_is_told_than_the_seal_holds_is_left_out():
    before = written(("red",), (), ("amber",))
    now = written(("red", "green"), ("green", "red"), ("amber", "red"))
    since = found(now, ("close", AUTUMN, before))
    assert since is not None
    assert (since.actions, [one.ref for one in since.changes]) == (2, ["1b", "1a"])


@pytest.mark.parametrize("of", [AUTUMN, "2016-17 summer"])
def test_without_a_term_that_was_closed_before_nothing_is_known(of):
    assert found(written(), ("close", AUTUMN, written()), of=of) is None


def test_a_chain_that_is_not_whole_says_nothing():
    whole = chain(("close", AUTUMN, written()))
    broken = Chain(whole.seals, (Fault("x.json", "it was edited"),))
    of_report = (term(SPRING), LAST_DAY)
    assert since_sealed(written(), broken, of_report, lambda version, _: version) is None


def test_a_workspace_without_git_is_held_against_its_seals(tmp_path):
    now = written(("red", "green"))
    (tmp_path / "plans").mkdir()
    (tmp_path / "seals").mkdir()
    (tmp_path / "planctl.toml").touch()
    path = tmp_path / "plans/reading.yaml"
    path.write_bytes(edition_content(now))
    for name, content in files_of(("close", AUTUMN, written())).items():
        (tmp_path / "seals" / name).write_bytes(content)
    (group,) = groups([path])
    versions = EarlierVersions(group)
    assert versions.reported(now.timeline, term(SPRING), LAST_DAY) is None
    since = versions.since(path, now, Occurrence(term(SPRING), LAST_DAY, None))
    assert since is not None
    assert (since.name, [one.ref for one in since.changes]) == (AUTUMN, ["1a"])
