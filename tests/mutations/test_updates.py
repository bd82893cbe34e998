"""Updates that are missing, unexplained, too early, or contradict themselves."""

from datetime import date

TERM = ("updates", "2017-18 autumn")
SPRING = ("updates", "2017-18 spring")
AFTER_SPRING = date(2018, 5, 10)


def test_a_mutation_is_found_and_nothing_else(mutation):
    assert mutation.outcome == (mutation.new, mutation.gone)


def update_removed(it):
    row = it.pick(lambda action: action.updates and action.completed_on is None)
    it.remove(*row.path, "updates")
    it.expects("missed-update", *row.path)


def rating_of_a_term_to_come(it):
    row = it.pick(lambda action: action.updates and action.completed_on is None)
    it.set(*row.path, "updates", "2017-18 summer", value={"rating": "green", "comment": "Well."})
    it.expects("rating-in-future", *row.path, "updates", "2017-18 summer")


def rating_of_a_term_without_work(it):
    row = it.pick(lambda action: action.schedule and min(map(str, action.schedule)) == "Year 2")
    it.set(*row.path, "updates", value={"2017-18 autumn": {"rating": "green", "comment": "Well."}})
    it.expects("rating-unscheduled", *row.path, *TERM)


def rating_removed(it):
    """An update without a rating is still an update: plans that rate nothing have no other."""
    row = it.pick(lambda action: rated(action, "green") and action.completed_on is None)
    it.remove(*row.path, *TERM, "rating")


def rating_written_as_its_letter(it):
    row = it.pick(lambda action: rated(action, "green"))
    it.replace(*row.path, *TERM, "rating", value="G")


def amber_left_unexplained(it):
    row = it.pick(lambda action: rated(action, "amber"))
    without_reasons(it, row)
    it.expects("amber-unexplained", *row.path, *TERM)


def red_left_unexplained(it):
    row = it.pick(lambda action: rated(action, "amber"))
    without_reasons(it, row)
    it.replace(*row.path, *TERM, "rating", value="red")
    it.expects("red-unexplained", *row.path, *TERM)


def red_without_its_cause(it):
    row = it.pick(lambda action: rated(action, "red"))
    it.remove(*row.path, *TERM, "cause")
    it.expects("red-unexplained", *row.path, *TERM)


def green_turned_amber_with_its_comment(it):
    row = it.pick(lambda action: rated(action, "green") and action.completed_on is None)
    it.replace(*row.path, *TERM, "rating", value="amber")


def complete_without_a_day(it):
    row = it.row("2.1h")
    it.remove(*row.path, "completed_on")
    it.expects("complete-without-date", *row.path, *TERM, "stage")


def complete_without_evidence(it):
    row = it.row("2.1h")
    it.remove(*row.path, *TERM, "evidence")
    it.remove(*row.path, "evidence")
    it.expects("complete-without-evidence", *row.path, *TERM, "stage")


def complete_and_nothing_more_said(it):
    row = it.pick(lambda action: rated(action, "green") and has_only_updates(action))
    it.replace(*row.path, *TERM, "stage", value="complete")
    it.expects("complete-without-date", *row.path, *TERM, "stage")
    it.expects("complete-without-evidence", *row.path, *TERM, "stage")


def complete_at_four_fifths(it):
    row = it.row("2.1h")
    it.set(*row.path, *TERM, "percent", value="80")
    it.expects("complete-but-open", *row.path, *TERM, "percent")


def completed_and_still_in_progress(it):
    row = it.pick(lambda action: rated(action, "green") and action.completed_on is None)
    it.set(*row.path, "completed_on", value="2017-12-01")
    it.expects("complete-but-open", *row.path, "completed_on")


def not_started_in_its_time(it):
    row = it.pick(lambda action: action.updates and action.completed_on is None)
    it.replace(*row.path, *TERM, "stage", value="not_started")
    it.expects("start-passed", *row.path, *TERM, "stage")


def green_and_expected_late(it):
    row = it.row(it.one_of(("2.1a", "2.2a", "2.6b", "v", "vii")))
    it.replace(*row.path, *TERM, "expected", value="2018-11-30")
    it.expects("on-track-but-late", *row.path, *TERM, "expected")


def green_over_a_late_milestone(it):
    row = it.pick(lambda action: rated(action, "green") and action.completed_on is None)
    late = {"text": "The first visit", "due": "2017-10-31"}
    it.set(*row.path, "milestones", value=[late])
    it.expects("green-over-late-parts", *row.path, *TERM, "rating")


def next_step_forgotten(it):
    row = it.pick(lambda action: rated(action, "amber") and len(action.schedule) > 1)
    it.on(AFTER_SPRING)
    it.given(*row.path, *SPRING, value={"rating": "green", "comment": "All is well again."})
    for number, _ in enumerate(next(iter(row.action.updates.values())).next_steps):
        it.given(*row.path, *TERM, "next_steps", number, "kept", value="done")
    it.remove(*row.path, *TERM, "next_steps", 0, "kept")
    it.expects("promise-missed", *row.path, *TERM, "next_steps", 0, "text")


def amber_for_a_second_term(it):
    row = it.pick(lambda action: rated(action, "amber") and len(action.schedule) > 1)
    it.on(AFTER_SPRING)
    it.given(*row.path, *SPRING, value={"rating": "green", "comment": "Two schools have joined."})
    it.replace(*row.path, *SPRING, "rating", value="amber")
    it.expects("no-movement", *row.path, *SPRING)


def comment_copied(it):
    row = it.pick(lambda action: rated(action, "green") and len(action.schedule) > 1)
    it.on(AFTER_SPRING)
    it.given(*row.path, *SPRING, value={"rating": "green", "comment": "Two schools have joined."})
    said = next(iter(row.action.updates.values())).comment
    it.replace(*row.path, *SPRING, "comment", value=said)
    it.expects("no-movement", *row.path, *SPRING)


def red_to_green_without_a_word(it):
    row = it.row(it.one_of(("2.1f", "2.6d")))
    it.on(AFTER_SPRING)
    it.given(*row.path, *SPRING, value={"rating": "green", "comment": "All is well again."})
    it.remove(*row.path, *SPRING, "comment")
    it.expects("unexplained-jump", *row.path, *SPRING)


def rated(action, level):
    return any(update.rating == level for update in action.updates.values())


def has_only_updates(action):
    """Whether nothing else says whether the action is done."""
    said = any(update.evidence for update in action.updates.values())
    return not (said or action.evidence or action.milestones)


def without_reasons(it, row):
    it.remove(*row.path, *TERM, "comment")
    it.remove(*row.path, *TERM, "path_to_green")


KINDS = {
    update_removed: 3,
    rating_of_a_term_to_come: 2,
    rating_of_a_term_without_work: 2,
    rating_removed: 1,
    rating_written_as_its_letter: 1,
    amber_left_unexplained: 2,
    red_left_unexplained: 2,
    red_without_its_cause: 1,
    green_turned_amber_with_its_comment: 1,
    complete_without_a_day: 1,
    complete_without_evidence: 1,
    complete_and_nothing_more_said: 2,
    complete_at_four_fifths: 1,
    completed_and_still_in_progress: 1,
    not_started_in_its_time: 1,
    green_and_expected_late: 1,
    green_over_a_late_milestone: 1,
    next_step_forgotten: 2,
    amber_for_a_second_term: 1,
    comment_copied: 1,
    red_to_green_without_a_word: 1,
}
