"""Edits of what was said of actions: ratings, comments, history, promises, evidence."""

from typing import Any, Final

from tests.diff.planted_plan import CLOSED, CURRENT, YEARS, Draft, Entry
from tests.diff.planted_truth import NOW, THEN, Edit, Truth, Truths
from tests.diff.planted_words import title

Update = dict[str, Any]


def rating_worsened(draft: Draft) -> Truths:
    return _now(draft, {"rating": "red"}, ("rating-worsened", "rating"))


def rating_improved(draft: Draft) -> Truths:
    return _now(draft, {"rating": "green"}, ("rating-improved", "rating"))


def rating_withdrawn(draft: Draft) -> Truths:
    return _now(draft, {"rating": None}, ("rating-withdrawn", "rating"))


def rating_started(draft: Draft) -> Truths:
    """A row that nobody had rated."""
    row = draft.row()
    for version in (row.old, row.new):
        del version["updates"][CLOSED]["rating"]
    del row.old["updates"][CURRENT]
    return Truth("rating-started", row.name, "rating"), Truth("update-added", row.name, NOW)


def rating_worsened_by_a_new_update(draft: Draft) -> Truths:
    row = draft.row()
    del row.old["updates"][CURRENT]
    row.new["updates"][CURRENT]["rating"] = "red"
    return Truth("rating-worsened", row.name, "rating"), Truth("update-added", row.name, NOW)


def told_in_the_same_words(draft: Draft) -> Truths:
    row = draft.row()
    del row.old["updates"][CURRENT]
    row.new["updates"][CURRENT] = dict(row.new["updates"][CLOSED])
    return Truth("no-movement", row.name, "comment"), Truth("update-added", row.name, NOW)


def comment_added(draft: Draft) -> Truths:
    row = draft.row()
    del row.old["updates"][CURRENT]["comment"]
    return (Truth("comment-added", row.name, f"{NOW}/comment"),)


def comment_removed(draft: Draft) -> Truths:
    return _now(draft, {"comment": None}, ("comment-removed", f"{NOW}/comment"))


def comment_reworded(draft: Draft) -> Truths:
    words = title(draft.chosen)
    return _now(draft, {"comment": words}, ("reworded", f"{NOW}/comment"))


def completed(draft: Draft) -> Truths:
    return _now(draft, {"stage": "complete"}, ("completed", "state"))


def completed_without_evidence(draft: Draft) -> Truths:
    row = draft.row()
    del row.old["evidence"], row.new["evidence"]
    row.new["updates"][CURRENT]["stage"] = "complete"
    rules = ("completed", "complete-without-evidence")
    return tuple(Truth(rule, row.name, "state") for rule in rules)


def reopened(draft: Draft) -> Truths:
    row = draft.row()
    row.old["updates"][CURRENT]["stage"] = "complete"
    return (Truth("reopened", row.name, "state"),)


def history_rewritten(draft: Draft) -> Truths:
    row = draft.row()
    name, value = draft.chosen.choice([("rating", "green"), ("comment", title(draft.chosen))])
    row.new["updates"][CLOSED][name] = value
    return (Truth("history-rewritten", row.name, f"{THEN}/{name}"),)


def history_erased(draft: Draft) -> Truths:
    row = draft.row()
    del row.new["updates"][CLOSED]["comment"]
    return (Truth("history-erased", row.name, f"{THEN}/comment"),)


def history_filled_in(draft: Draft) -> Truths:
    row = draft.row()
    del row.old["updates"][CLOSED]["comment"]
    return (Truth("history-filled-in", row.name, f"{THEN}/comment"),)


def promise_made(draft: Draft) -> Truths:
    step = {"text": title(draft.chosen)}
    return _now(draft, {"next_steps": [step]}, ("promise-made", f"{NOW}/next_steps"))


def promise_kept(draft: Draft) -> Truths:
    return _steps(draft, None, "done", "promise-kept")


def promise_missed(draft: Draft) -> Truths:
    return _steps(draft, None, draft.chosen.choice(["part", "not_done"]), "promise-missed")


def promise_not_missed(draft: Draft) -> Truths:
    return _steps(draft, "not_done", None, "promise-missed-no-more")


def promise_not_kept(draft: Draft) -> Truths:
    return _steps(draft, "done", None, "promise-kept-no-more")


def promise_withdrawn(draft: Draft) -> Truths:
    row = draft.row()
    row.old["updates"][CURRENT]["next_steps"] = [{"text": title(draft.chosen)}]
    return (Truth("promise-withdrawn", row.name, f"{NOW}/next_steps"),)


def update_removed(draft: Draft) -> Truths:
    row = draft.row()
    del row.new["updates"][CURRENT]
    return (Truth("update-removed", row.name, NOW),)


def update_missed(draft: Draft) -> Truths:
    row = _begun(draft)
    del row.new["updates"][CLOSED]
    return Truth("history-erased", row.name, THEN), Truth("missed-update", row.name, THEN)


def update_received(draft: Draft) -> Truths:
    row = _begun(draft)
    del row.old["updates"][CLOSED]
    return Truth("history-filled-in", row.name, THEN), Truth("update-received", row.name, THEN)


def completion_withdrawn(draft: Draft) -> Truths:
    """Of a row that nothing showed to be complete."""
    row = draft.row()
    del row.old["evidence"], row.new["evidence"]
    row.old["updates"][CURRENT]["stage"] = "complete"
    rules = ("reopened", "unproven-completion-withdrawn")
    return tuple(Truth(rule, row.name, "state") for rule in rules)


def closed_undone(draft: Draft) -> Truths:
    row = draft.row()
    row.new["closure"] = {"reason": "dropped"}
    return (Truth("closed-undone", row.name, "state"),)


def taken_up_again(draft: Draft) -> Truths:
    row = draft.row()
    row.old["closure"] = {"reason": "dropped"}
    return (Truth("taken-up-again", row.name, "state"),)


def evidence_removed(draft: Draft) -> Truths:
    row = draft.row()
    name = row.new.pop("evidence")[0]["id"]
    return (Truth("evidence-removed", name),)


def evidence_added(draft: Draft) -> Truths:
    row = draft.row()
    name = f"E{draft.number()}"
    row.new["evidence"].append({"id": name, "title": title(draft.chosen)})
    return (Truth("evidence-added", name),)


def evidence_altered(draft: Draft) -> Truths:
    row = draft.row()
    row.new["evidence"][0]["sha256"] = "1" * 64
    return (Truth("evidence-altered", row.new["evidence"][0]["id"], "sha256"),)


def _begun(draft: Draft) -> Entry:
    """A row that was worked on in the term that is over."""
    row = draft.row()
    for version in (row.old, row.new):
        version["schedule"] = {year: {} for year in YEARS}
    return row


def _steps(draft: Draft, was: str | None, now: str | None, rule: str) -> Truths:
    """What became of a promise of the term that is over."""
    row, step = draft.row(), {"text": title(draft.chosen)}
    for version, kept in ((row.old, was), (row.new, now)):
        version["updates"][CLOSED]["next_steps"] = [{**step, "kept": kept} if kept else step]
    return (Truth(rule, row.name, f"{THEN}/next_steps"),)


def _now(draft: Draft, said: Update, *told: tuple[str, str]) -> Truths:
    """Another update of the term that has begun; None takes something out of it."""
    row = draft.row()
    update = row.new["updates"][CURRENT] | said
    row.new["updates"][CURRENT] = {key: one for key, one in update.items() if one is not None}
    return tuple(Truth(rule, row.name, field) for rule, field in told)


EDITS: Final[tuple[Edit, ...]] = (
    rating_worsened, rating_improved, rating_withdrawn, rating_started,
    rating_worsened_by_a_new_update, told_in_the_same_words, comment_added, comment_removed,
    comment_reworded, completed, completed_without_evidence, reopened, history_rewritten,
    history_erased, history_filled_in, promise_made, promise_kept, promise_missed,
    promise_not_missed, promise_not_kept, promise_withdrawn, update_removed, update_missed,
    update_received, completion_withdrawn, closed_undone, taken_up_again, evidence_removed,
    evidence_added, evidence_altered,
)  # fmt: skip
