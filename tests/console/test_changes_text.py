"""A comparison as a person reads it."""

import re
from dataclasses import replace

import pytest

from planctl.console import ChangesBy, Paint, render_changes_text
from planctl.diff import Change, Decision, Direction, Level

SIDES = "autumn-2017 (15 December 2017) → spring-2018 (27 April 2018)"
OLD = "Hold a reading morning for families in every school of the town"
NEW = "Hold a reading evening for families in every school of the town"


def text(compared, **how):
    return render_changes_text(compared, Paint(), **how)


def verdict(compared):
    return text(compared).splitlines()[1]


def told(compared, *changes):
    """What the comparison says of these changes alone, below its verdict."""
    return text(replace(compared, changes=changes)).split("\n\n")[1].splitlines()


@pytest.mark.parametrize("by", list(ChangesBy))
def test_a_comparison_reads_as_it_should(compared, by, golden):
    golden(f"console/changes-by-{by}.txt", text(compared, by=by))


def test_the_counts_read_as_they_should(compared, golden):
    golden("console/changes-stat.txt", text(compared, stat=True))


def test_what_could_not_be_read_is_told_before_all_changes(compared, unread, golden):
    incomplete = replace(compared, unread=(unread,), new_waivers=2)
    golden("console/changes-incomplete.txt", text(incomplete))


def test_in_colour_each_part_has_its_own(compared, golden):
    golden("console/changes-colour.txt", render_changes_text(compared, Paint(is_on=True)))


def test_where_nothing_changed_the_sides_are_named(compared):
    nothing = replace(compared, changes=())
    expected = f"{SIDES}\nNothing changed.\n\n3 plans compared, 0 changes.\n"
    assert [text(nothing, by=by) for by in ChangesBy] == [expected] * 4
    assert text(nothing, stat=True) == expected


def test_of_a_part_of_the_kinds_nobody_reads_that_it_is_all(compared, unread):
    some = replace(compared, changes=compared.changes[-1:], left_out=16)
    assert verdict(some) == (
        "Of the kinds asked for: nothing needs a decision, 1 got worse. "
        "16 other changes are left out."
    )
    assert text(some).endswith("\n\n3 plans compared, 1 change shown.\n")
    none = replace(compared, changes=(), left_out=1)
    assert verdict(none) == ("Nothing of the kinds asked for changed. 1 other change is left out.")
    assert verdict(replace(none, unread=(unread,))).endswith(
        " and what changed there is not known. 1 other change is left out."
    )


@pytest.mark.parametrize("stat", [False, True])
@pytest.mark.parametrize("by", list(ChangesBy))
def test_an_incomplete_comparison_never_says_that_nothing_changed(compared, unread, by, stat):
    for changes in [(), compared.changes, compared.changes[-3:-1]]:
        said = text(replace(compared, changes=changes, unread=(unread,)), by=by, stat=stat)
        assert "This comparison is incomplete: 1 file could not be read" in said
        assert "plans/maths.yaml:2:4: the file is no UTF-8 text" in said
        assert re.search("(?i)nothing changed|no changes", said) is None


def test_a_change_that_waives_something_itself_says_so_first(compared):
    said = [text(replace(compared, new_waivers=n)).splitlines()[0] for n in (0, 1, 2)]
    assert said == [
        SIDES,
        "This change brings 1 waiver of its own.",
        "This change brings 2 waivers of its own.",
    ]


def test_the_verdict_counts_and_says_what_was_dropped(compared):
    def of(rule, label, level=Level.INFO, direction=Direction.NEUTRAL, kind="action", **said):
        ref = label.rpartition(" ")[2]
        return Change(rule, level, direction, f"{label} is another", plan="reading", kind=kind,
                      ref=ref, label=label, **said)  # fmt: skip

    drops = [of("action-dropped", f"2.1{at}", Level.AUDIT, Direction.WORSE) for at in "ab"]
    kpi = of("kpi-removed", "KPI K1", Level.AUDIT, Direction.WORSE, kind="kpi")
    better = of("completed", "2.1c", direction=Direction.BETTER)
    comment = of("comment-removed", "2.1d")
    plan = of("plan-removed", "the plan", Level.AUDIT, Direction.WORSE, kind="plan")
    waived = replace(drops[0], waived="Agreed")
    said = [
        verdict(replace(compared, changes=changes))
        for changes in [
            (better,), (comment,), (*drops, kpi), (*drops[:1], better), (plan,), (waived,),
        ]
    ]  # fmt: skip
    assert said == [
        "Nothing needs a decision, 1 got better; nothing was dropped.",
        "Nothing needs a decision, and nothing got worse or better; no action was dropped.",
        (
            "3 need a decision, 3 got worse; 2 actions were dropped: 2.1a, 2.1b; "
            "1 KPI was dropped: K1."
        ),
        "1 needs a decision, 1 got worse, 1 got better; 1 action was dropped: 2.1a.",
        "1 needs a decision, 1 got worse; 1 plan was dropped: reading.",
        "Nothing changed but what is waived; 1 action was dropped: 2.1a.",
    ]


def test_the_verdict_tells_what_was_dropped_by_decision(compared):
    first = compared.changes[0]
    decided = first.approved_by(Decision("C1", "Board, item 4"))
    said = [
        verdict(replace(compared, changes=changes)) for changes in [(decided,), (first, decided)]
    ]
    assert said == [
        (
            "Nothing needs a decision, 1 got worse; "
            "1 action was dropped by decision: 2.1a."
        ),
        (
            "1 needs a decision, 2 got worse; "
            "2 actions were dropped (1 by decision): 2.1a."
        ),
    ]  # fmt: skip


def test_of_many_dropped_actions_the_rest_is_counted(compared):
    drops = [replace(compared.changes[0], ref=f"A{at}", label=f"A{at}") for at in range(23)]
    assert verdict(replace(compared, changes=tuple(drops))).endswith("A18, A19 and 3 more.")


def test_every_kind_of_change_has_its_line(of_rule):
    heading = {"audit": "Needs a decision", "warning": "Worth asking", "info": "For the record"}
    (change,) = of_rule.changes
    assert told(of_rule, change) == [heading[change.level], "  2.1a is another"]


def test_a_long_text_is_shown_with_the_words_that_went_and_came(compared):
    change = Change("reworded", Level.INFO, Direction.NEUTRAL, "2.1a is worded otherwise",
                    old=OLD, new=NEW)  # fmt: skip
    assert told(compared, change)[1:] == [
        "  2.1a is worded otherwise",
        "      Hold a reading [-morning-]{+evening+} for families in every school of …",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b c", "a b d"),
        (OLD, OLD.replace(" ", "  ")),
        (OLD, None),
        ({"text": OLD}, {"text": NEW}),
    ],
)
def test_what_the_message_tells_is_not_told_twice(compared, old, new):
    change = Change("reworded", Level.INFO, Direction.NEUTRAL, "2.1a is another", old=old, new=new)
    assert told(compared, change)[1:] == ["  2.1a is another"]


def test_a_value_quoted_in_full_is_not_told_twice(compared):
    message = f"2.1a is ‘{NEW}’, before ‘{OLD}’"
    change = Change("reworded", Level.INFO, Direction.NEUTRAL, message, old=OLD, new=NEW)
    assert told(compared, change)[1:] == [f"  {message}"]


def test_very_long_words_are_cut_off(compared):
    old, new = " ".join(map(str, range(4000))), " ".join(map(str, range(9000, 12000)))
    change = Change("reworded", Level.INFO, Direction.NEUTRAL, "w" * 5000, old=old, new=new)
    _, message, pieces = told(compared, change)
    assert message == f"  {'w' * 599}…"
    assert pieces.startswith("      [-0 1 2 ")
    assert " 59 …-]{+9000 9001 " in pieces
    assert pieces.endswith(" 9059 …+}")


def test_of_very_many_small_changes_the_first_are_shown(compared):
    old = " ".join(f"word{at} stays here now" for at in range(100))
    new = " ".join(f"term{at} stays here now" for at in range(100))
    change = Change("reworded", Level.INFO, Direction.NEUTRAL, "m", old=old, new=new)
    assert len(told(compared, change)[2]) < 1000
    assert told(compared, change)[2].endswith(" …")


def test_nothing_of_a_plan_acts_on_a_terminal(compared, hostile):
    words = hostile.findings[0].message
    change = Change(
        "reworded", Level.AUDIT, Direction.WORSE, words, plan=words, label=words, theme=words,
        owners=(words,), old=f"{OLD}{words}", new=f"{NEW}{words}",
    )  # fmt: skip
    other = replace(change, plan="other", waived=words)
    sides = replace(compared.old, name=words)
    bad = replace(compared, old=sides, changes=(change, other, replace(other, waived="")),
                  unread=hostile.findings)  # fmt: skip
    for how in [{"by": by} for by in ChangesBy] + [{"stat": True}]:
        said = text(bad, **how)
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said) == []
