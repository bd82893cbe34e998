"""Edits of times: deadlines, ticks, milestones, and what the days make of them."""

from typing import Any, Final

from tests.diff.planted_plan import CLOSED, CURRENT, YEARS, Draft, Entry
from tests.diff.planted_truth import Edit, Truth, Truths
from tests.diff.planted_words import title


def due_moved(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: "due" in entry.old)
    return _moved_to(draft, row, decided=False) if row else None


def due_moved_by_a_decision(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: "due" in entry.old)
    return _moved_to(draft, row, decided=True) if row else None


def _moved_to(draft: Draft, row: Entry, *, decided: bool) -> Truths:
    rule, day = draft.chosen.choice(
        [("action-slipped", "2020-12-15"), ("brought-forward", "2018-10-15")]
    )
    row.new["due"] = day
    told = Truth(rule, row.name, "end"), Truth("date-moved", row.name, "due", decided)
    if not decided:
        return told
    record = {
        "id": f"C{draft.number()}", "date": "2018-02-01", "target": row.name, "field": "due",
        "from": [row.old["due"]], "to": [day], "decided_by": "schools", "minute": "Item 4",
    }  # fmt: skip
    draft.new["changes"].append(record)
    return *told, Truth("decision-added", str(record["id"]))


def overdue(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: "due" in entry.old)
    if row is None:
        return None
    row.new["due"] = "2018-01-31"
    return (
        Truth("date-moved", row.name, "due"), Truth("brought-forward", row.name, "end"),
        Truth("newly-overdue", row.name, "overdue"),
    )  # fmt: skip


def overdue_no_more(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: "due" in entry.old)
    if row is None:
        return None
    row.old["due"] = "2018-01-31"
    return (
        Truth("date-moved", row.name, "due"), Truth("action-slipped", row.name, "end"),
        Truth("overdue-no-more", row.name, "overdue"),
    )  # fmt: skip


def tick_moved(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: [*entry.old["schedule"]] == [YEARS[0]])
    if row is None:
        return None
    row.new["schedule"] = {YEARS[2]: {}}
    told = (Truth("date-moved", row.name, "schedule"),)
    return told if "due" in row.old else (*told, Truth("action-slipped", row.name, "end"))


def carried_over(draft: Draft) -> Truths | None:
    """Its only time left is the term that is over: without a deadline, it is due by then."""
    row = draft.take("actions", lambda entry: "due" not in entry.old)
    if row is None:
        return None
    row.old["schedule"] = {CLOSED: {}, CURRENT: {}}
    row.new["schedule"] = {CLOSED: {}}
    return (
        Truth("date-moved", row.name, "schedule"), Truth("brought-forward", row.name, "end"),
        Truth("carried-over", row.name, "carried_over"),
        Truth("newly-overdue", row.name, "overdue"),
    )  # fmt: skip


def carried_over_no_more(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: "due" not in entry.old)
    if row is None:
        return None
    row.old["schedule"] = {CLOSED: {}}
    row.new["schedule"] = {CLOSED: {}, CURRENT: {}}
    return (
        Truth("date-moved", row.name, "schedule"), Truth("action-slipped", row.name, "end"),
        Truth("carried-over-no-more", row.name, "carried_over"),
        Truth("overdue-no-more", row.name, "overdue"),
    )  # fmt: skip


def tick_removed(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: len(entry.old["schedule"]) == 2)
    if row is None:
        return None
    del row.new["schedule"][next(iter(row.new["schedule"]))]
    return (Truth("tick-removed", row.name, "schedule"),)


def tick_added(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: [*entry.old["schedule"]] == [*YEARS[1:]])
    if row is None:
        return None
    row.new["schedule"] = {year: {} for year in YEARS}
    return (Truth("tick-added", row.name, "schedule"),)


def phase_changed(draft: Draft) -> Truths:
    row = draft.row()
    row.new["schedule"] = {year: {"phase": "pilot"} for year in row.new["schedule"]}
    return (Truth("phase-changed", row.name, "schedule"),)


def milestone_moved(draft: Draft) -> Truths:
    row, step = _with_milestone(draft)
    row.new["milestones"] = [{**step, "due": "2019-01-15"}]
    return (Truth("date-moved", step["ref"], "due"),)


def milestone_removed(draft: Draft) -> Truths:
    row, step = _with_milestone(draft)
    del row.new["milestones"]
    return (Truth("scope-softened", step["ref"]),)


def milestone_added(draft: Draft) -> Truths:
    row, step = _with_milestone(draft)
    del row.old["milestones"]
    return (Truth("scope-firmed", step["ref"]),)


def _with_milestone(draft: Draft) -> tuple[Entry, dict[str, Any]]:
    row = draft.row()
    step = {"ref": f"M{draft.number()}", "text": title(draft.chosen), "due": "2018-10-15"}
    row.old["milestones"] = [step]
    row.new["milestones"] = [dict(step)]
    return row, step


EDITS: Final[tuple[Edit, ...]] = (
    due_moved,
    due_moved_by_a_decision,
    overdue,
    overdue_no_more,
    carried_over,
    carried_over_no_more,
    tick_moved,
    tick_removed,
    tick_added,
    phase_changed,
    milestone_moved,
    milestone_removed,
    milestone_added,
)
