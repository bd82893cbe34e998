"""Many changes told in one sentence, and only where it is true of each."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.diff import BY_NAME, Change, Decision, Direction
from planctl.diff.folding import Folded, folded

LETTERS = "abcdefghijklmnop"


def change(rule, ref, clause="has changed", **said):
    kind = BY_NAME[rule]
    given = {"plan": "reading", "kind": "action", "ref": ref, "label": ref, "theme": "2.1", **said}
    return Change(
        rule, kind.level, kind.direction or Direction.NEUTRAL, f"{given['label']} {clause}", **given
    )  # fmt: skip


def renumbered(old, new, **said):
    return change("renumbered", new or old, f"was {old} before", old=old, new=new, **said)


def shifted(first, last, by):
    """The letters from the first to the last, `by` further on than they were."""
    places = range(LETTERS.index(first), LETTERS.index(last) + 1)
    return [renumbered(f"2.1{LETTERS[at]}", f"2.1{LETTERS[at + by]}") for at in places]


def dropped(ref, **said):
    return change("action-dropped", ref, "is no longer in the plan", **said)


def added(ref, **said):
    return change("action-added", ref, "is new", **said)


def messages(*changes, among=()):
    return [one.message for one in folded(changes, among)]


def test_a_table_that_closed_up_after_a_drop_is_one_sentence():
    drop, run = dropped("2.1a"), shifted("b", "i", -1)
    assert folded([drop, *run]) == (
        Folded((drop,), "2.1a is no longer in the plan"),
        Folded(
            tuple(run), "2.1b to 2.1i were renumbered 2.1a to 2.1h, after 2.1a was dropped"
        ),
    )  # fmt: skip


def test_a_table_that_made_room_for_a_new_action_is_one_sentence():
    assert messages(*shifted("a", "c", 1), added("2.1a")) == [
        "2.1a to 2.1c were renumbered 2.1b to 2.1d, after 2.1a was added",
        "2.1a is new",
    ]


def test_the_cause_may_be_told_elsewhere():
    assert messages(*shifted("b", "d", -1), among=[dropped("2.1a")]) == [
        "2.1b to 2.1d were renumbered 2.1a to 2.1c, after 2.1a was dropped"
    ]


def test_each_gap_ends_a_run_and_later_runs_have_all_causes():
    changes = [
        dropped("2.1a"), dropped("2.1d"), *shifted("b", "c", -1), *shifted("e", "g", -2),
        added("2.1f"), renumbered("2.1h", "2.1g"), renumbered("2.1i", "2.1h"),
    ]  # fmt: skip
    assert messages(*changes)[2:] == [
        "2.1b and 2.1c were renumbered 2.1a and 2.1b, after 2.1a was dropped",
        "2.1e to 2.1g were renumbered 2.1c to 2.1e, after 2.1a and 2.1d were dropped",
        "2.1f is new",
        (
            "2.1h and 2.1i were renumbered 2.1g and 2.1h, after 2.1a and 2.1d were dropped and "
            "2.1f was added"
        ),
    ]


def test_no_cause_is_named_that_does_not_explain_the_whole_shift():
    assert messages(*shifted("c", "e", -2), among=[dropped("2.1a")]) == [
        "2.1c to 2.1e were renumbered 2.1a to 2.1c"
    ]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"theme": "2.2"},
        {"plan": "writing"},
        {"kind": "milestone"},
    ],
)
def test_what_went_from_another_table_is_no_cause(elsewhere):
    assert messages(*shifted("b", "d", -1), among=[dropped("2.1a", **elsewhere)]) == [
        "2.1b to 2.1d were renumbered 2.1a to 2.1c"
    ]


def test_a_field_that_was_taken_away_is_no_cause():
    tick = change("tick-removed", "2.1a", "is no longer planned for Year 2")
    assert messages(*shifted("b", "d", -1), among=[tick]) == [
        "2.1b to 2.1d were renumbered 2.1a to 2.1c"
    ]


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ([("K9", "K8"), ("K10", "K9"), ("K11", "K10")], "K9 to K11 were renumbered K8 to K10"),
        ([("iv", "iii"), ("v", "iv"), ("vi", "v")], "iv to vi were renumbered iii to v"),
        ([("2.1h", "2.1g"), ("2.1i", "2.1h")], "2.1h and 2.1i were renumbered 2.1g and 2.1h"),
        ([("2.1a", "2.2a"), ("2.1b", "2.2b")], "2.1a and 2.1b were renumbered 2.2a and 2.2b"),
        ([("a", "i"), ("b", "ii"), ("c", "iii")], "a to c were renumbered i to iii"),
        ([("2.1B", "2.1A"), ("2.1C", "2.1B")], "2.1B and 2.1C were renumbered 2.1A and 2.1B"),
    ],
)
def test_references_have_their_natural_order(pairs, message):
    changes = [renumbered(old, new) for old, new in pairs]
    assert (messages(*changes), messages(*changes[::-1])) == ([message], [message])


@pytest.mark.parametrize(
    "pairs",
    [
        [("2.1a", "2.1b"), ("2.1b", "2.1a")],
        [("2.1a", "2.1c"), ("2.1b", "2.1e")],
        [("2.1a", "2.1b"), ("2.1c", "2.1d")],
        [("2.1z", "2.1y"), ("2.1aa", "2.1z")],
        [("first", "second"), ("second", "third")],
        [("2.1a", None), (None, "2.1a")],
        [("2.1a", "2.1b"), ("2.1a", "2.1c")],
        [("2.1", "2.2"), ("2.a", "2.b")],
        [("2.1a", "2.1b"), ("2.1B", "2.1C")],
    ],
)
def test_what_is_no_run_on_both_sides_is_told_one_by_one(pairs):
    changes = [renumbered(old, new) for old, new in pairs]
    assert messages(*changes) == [one.message for one in changes]


def test_what_was_decided_is_not_told_with_what_was_not():
    first, *others = shifted("b", "d", -1)
    approved = first.approved_by(Decision("C1", "Board, item 4"))
    assert messages(approved, *others) == [
        "2.1a was 2.1b before",
        "2.1c and 2.1d were renumbered 2.1b and 2.1c",
    ]


def test_rows_of_one_list_that_stand_elsewhere_are_one_sentence():
    rows = [
        change("reordered", f"2.1{at}", "stands in another place of the list") for at in "gdfeb"
    ]
    away = change("reordered", "2.2a", "stands in another place of the list", theme="2.2")
    assert messages(*rows, away) == [
        "2.1b and 2.1d to 2.1g stand in another place of the list",
        "2.2a stands in another place of the list",
    ]


def test_many_rows_of_which_the_same_is_said_are_one_sentence():
    rows = [change("missed-update", f"2.1{at}", "has no update for 2017-18 spring") for at in "abc"]
    assert messages(*rows) == ["3 actions have no update for 2017-18 spring: 2.1a, 2.1b, 2.1c"]
    assert messages(*rows[:2]) == [row.message for row in rows[:2]]


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("was green and is amber in spring", "were green and are amber in spring: a, b, c"),
        ("is past the last of its periods", "are past the last of their periods: a, b, c"),
        ("has lost its update", "have lost their update: a, b, c"),
        ("promised a list", "promised a list: a, b, c"),
        ("is rated at last: red", "are rated at last: red (a, b, c)"),
        ("has the note ‘red and is its own’", "have the note ‘red and is its own’: a, b, c"),
    ],
)  # fmt: skip
def test_the_words_are_those_for_several(clause, told):
    rows = [change("rating-worsened", ref, clause) for ref in "abc"]
    assert messages(*rows) == [f"3 actions {told}"]


def test_a_noun_stands_before_references_and_for_other_entries_their_names():
    kpis = [
        change("kpi-added", f"K{at}", "is new", kind="kpi", label=f"KPI K{at}") for at in range(3)
    ]
    evidence = [
        replace(change("evidence-added", "", "is new", kind="evidence", label=f"evidence ‘{at}’"),
                message=f"Evidence ‘{at}’ is new")
        for at in "abc"
    ]  # fmt: skip
    assert messages(*kpis) == ["3 KPIs are new: K0, K1, K2"]
    assert messages(*evidence) == ["3 are new: evidence ‘a’, evidence ‘b’, evidence ‘c’"]


def test_of_very_many_the_rest_is_counted():
    rows = [change("missed-update", f"A{at}", "has no update") for at in range(1000)]
    (message,) = messages(*rows)
    assert message.startswith("1,000 actions have no update: A0, A1, ")
    assert message.endswith(", A59 and 940 more")


@pytest.mark.parametrize(
    "others",
    [
        {"plan": "writing"},
        {"clause": "has no update for summer"},
        {"rule": "no-movement"},
        {"label": "a"},
    ],
)
def test_what_is_said_of_others_or_otherwise_is_not_told_together(others):
    last = {"rule": "missed-update", "clause": "has no update", "ref": "c", **others}
    rows = [change("missed-update", ref, "has no update") for ref in "ab"]
    rows.append(change(last.pop("rule"), last.pop("ref"), last.pop("clause"), **last))
    assert messages(*rows) == [row.message for row in rows]


@pytest.mark.parametrize("clause", ["promises less: all", "may be what 2.1c was", "has"])
def test_words_whose_plural_is_not_known_are_left_alone(clause):
    rows = [change("rating-worsened", ref, clause) for ref in "abc"]
    known = clause == "has"
    assert len(messages(*rows)) == (1 if known else 3)


def test_what_needs_a_decision_is_told_one_by_one():
    rows = [change("date-moved", ref, "was due in spring, and is due in summer") for ref in "abc"]
    assert messages(*rows) == [row.message for row in rows]


RULES = ["renumbered", "missed-update", "reordered", "action-dropped", "action-added", "reworded"]


@given(
    st.lists(
        st.builds(
            lambda rule, old, new, clause: replace(change(rule, new, clause), old=old, new=new),
            st.sampled_from(RULES),
            st.from_regex(r"2\.1[a-f]|[ivx]{1,3}|K1?[0-9]", fullmatch=True),
            st.from_regex(r"2\.1[a-f]|[ivx]{1,3}|K1?[0-9]", fullmatch=True),
            st.sampled_from(["has no update", "is new", "says so"]),
        ),
        max_size=40,
    )
)
def test_each_change_is_told_once_and_by_what_is_true_of_it(changes):
    told = folded(changes)
    assert sorted(id(one) for group in told for one in group.changes) == sorted(map(id, changes))
    for group in told:
        if group.changes[1:] and group.first.rule == "renumbered":
            ends = [group.changes[0], group.changes[-1]]
            assert all(f"{ref}" in group.message for one in ends for ref in (one.old, one.new))
            assert len({one.old for one in group.changes}) == len(group.changes)
