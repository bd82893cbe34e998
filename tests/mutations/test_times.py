"""Times that are lost, moved, or cannot be: ticks, deadlines, milestones, dependencies."""

TERM = ("updates", "2017-18 autumn")
UNTOLD = ("2.1e", "2.1i")
"""Those of Year 1 of which nobody has reported."""


def test_a_mutation_is_found_and_nothing_else(mutation):
    assert mutation.outcome == (mutation.new, mutation.gone)


def tick_removed(it):
    row = it.pick(lambda action: len(action.schedule) > 2 and no_phases(action))
    it.replace(*row.path, "schedule", value=["Year 1", "Year 2"])
    it.expects("assertion-failed", "assertions", "ticks")
    it.expects("date-moved-without-change", *row.path, "schedule")


def tick_moved(it):
    row = it.row(it.one_of(UNTOLD))
    it.replace(*row.path, "schedule", value=["Year 2"])
    it.expects("date-moved-without-change", *row.path, "schedule")
    it.clears("missed-update", *row.path)


def tick_moved_with_its_decision(it):
    row = it.row(it.one_of(UNTOLD))
    name = row.action.ref
    moved = {"schedule": ["Year 2"], "from": "Year 1", "change": "C1"}
    it.set(*row.path, "revised", value=[moved])
    it.set("changes", value=[
        {"id": "C1", "date": "2017-12-20", "target": name, "field": "schedule", "from": "Year 1",
         "to": "Year 2", "reason": "Nobody was free.", "decided_by": "map", "minute": "Item 3"},
    ])  # fmt: skip
    it.clears("missed-update", *row.path)


def schedule_removed(it):
    row = it.row(it.one_of(UNTOLD))
    it.remove(*row.path, "schedule")
    it.expects("no-timeline", *row.path)
    it.expects("assertion-failed", "assertions", "ticks")
    it.expects("date-moved-without-change", *row.path)
    it.clears("missed-update", *row.path)


def deadline_moved(it):
    row = it.row("2.2f")
    it.replace(*row.path, "due", value="2018-04-26")
    it.expects("date-moved-without-change", *row.path, "due")


def deadline_in_another_century(it):
    row = it.pick(lambda action: action.schedule and action.due is None)
    it.given(*row.path, "due", value="2020-06-30")
    it.replace(*row.path, "due", value="2081-06-30")
    it.expects("outside-plan-period", *row.path, "due")
    it.expects("date-moved-without-change", *row.path, "due")


def milestone_after_the_plan(it):
    row = it.pick(lambda action: not action.milestones)
    it.set(*row.path, "milestones", value=[{"text": "All schools take part", "due": "2021-01-31"}])
    it.expects("outside-plan-period", *row.path, "milestones", 0, "due")


def green_after_its_deadline(it):
    row = it.row("2.2f")
    it.given(*row.path, "due", value="2017-12-31")
    it.on(it.before.as_of.replace(day=2))
    it.given(*row.path, *TERM, "rating", value="amber")
    it.replace(*row.path, *TERM, "rating", value="green")
    it.expects("on-track-past-due", *row.path, *TERM, "rating")
    it.clears("on-track-but-late", *row.path)


def provisional_when_it_begins(it):
    row = it.pick(lambda action: [*map(str, action.schedule)] == ["Year 1"] and not done(action))
    it.replace(*row.path, "schedule", value={"Year 1": {"certainty": "provisional"}})
    it.expects("provisional-unconfirmed", *row.path, "schedule", "Year 1")


def pilot_after_its_roll_out(it):
    row = it.row("2.1f")
    phases = {"Year 1": "roll-out", "Year 2": "pilot", "Year 3": "roll-out"}
    it.replace(*row.path, "schedule", value=phases)
    it.expects("rollout-before-pilot", *row.path, "schedule", "Year 1")


def pilot_that_nobody_reviews(it):
    row = it.row(it.one_of(("2.1b", "2.2b", "2.4a", "2.4c")))
    first, *later = map(str, row.action.schedule)
    it.replace(*row.path, "schedule", value={first: "pilot"} | dict.fromkeys(later, "✓"))
    it.expects("pilot-without-review", *row.path, "schedule")


def row_waits_for_itself(it):
    row = it.pick(lambda action: action.ref)
    it.set(*row.path, "depends_on", value=[row.action.ref])
    it.expects("dependency-cycle", *row.path, "depends_on", 0)


def two_rows_wait_for_each_other(it):
    one, other = it.one_of((("2.1b", "2.2b"), ("2.2d", "2.5a"), ("2.4a", "2.4b")))
    it.set(*it.row(one).path, "depends_on", value=[other])
    it.set(*it.row(other).path, "depends_on", value=[one])
    it.expects("dependency-cycle", *it.row(one).path, "depends_on", 0)


def row_waits_for_what_was_dropped(it):
    row, dropped = it.row(it.one_of(("2.1b", "2.4a"))), it.row("2.3a")
    it.given(*row.path, "depends_on", value=["2.3a"])
    ended = {"reason": "dropped", "decided_by": "map", "date": "2017-12-13", "minute": "Item 2"}
    it.set(*dropped.path, "closure", value=ended)
    it.expects("depends-on-dropped", *row.path, "depends_on", 0)


def row_is_due_before_what_it_needs(it):
    row = it.row("2.2f")
    needed = it.one_of(("2.1c", "2.3a", "2.4b"))
    it.set(*row.path, "depends_on", value=[needed])
    it.expects("due-before-needed", *row.path, "depends_on", 0)


def no_phases(action):
    return not any(entry.phase or entry.note for entry in action.schedule.values())


def done(action):
    return action.completed_on is not None


KINDS = {
    tick_removed: 2,
    tick_moved: 2,
    tick_moved_with_its_decision: 1,
    schedule_removed: 2,
    deadline_moved: 1,
    deadline_in_another_century: 1,
    milestone_after_the_plan: 1,
    green_after_its_deadline: 1,
    provisional_when_it_begins: 2,
    pilot_after_its_roll_out: 1,
    pilot_that_nobody_reviews: 1,
    row_waits_for_itself: 1,
    two_rows_wait_for_each_other: 2,
    row_waits_for_what_was_dropped: 1,
    row_is_due_before_what_it_needs: 1,
}
