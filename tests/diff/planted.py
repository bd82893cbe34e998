"""Two versions of an invented plan, and what was changed from one to the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from planctl.model import Plan
from tests.diff import planted_beside, planted_reports, planted_rows, planted_times
from tests.diff.planted_plan import CURRENT, LETTERS, Draft, draft, read
from tests.diff.planted_truth import Edit, Truth, Truths

REORDERED = 12
"""Of so many edits one puts a row into another place of its theme."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Both versions, and all that has to be told of them."""

    old: Plan
    new: Plan
    truth: Truths


def planted(seed: int, actions: int, edits: int) -> Planted:
    """An invented plan with so many actions, and so many edits of all kinds in turn.

    The same seed gives the same plan. Under an even seed the rows and the KPIs have uids; under two
    of four some themes have lost their first row, and the rows behind it are a letter further up.
    """
    drafted = draft(seed, actions, has_uids=seed % 2 == 0)
    truth: list[Truth] = list(_moved_up(drafted)) if seed % 4 > 1 else []
    wanted = edits - edits // REORDERED
    for edit in cycle(_in_any_order(drafted)):
        if not wanted:
            break
        told = edit(drafted)
        if told is not None:
            truth += told
            wanted -= 1
    for _ in range(edits // REORDERED):
        truth += planted_rows.reordered(drafted) or ()
    truth += _renumbered(drafted)
    return Planted(read(drafted.old), read(drafted.new), tuple(sorted(truth)))


def cascade(seed: int) -> Planted:
    """Six themes that lose their first row each; the 31 others move up a letter; one is worse."""
    drafted = draft(seed, 6 * 18, has_uids=False)
    truth: list[Truth] = []
    for theme, size in zip(drafted.new["themes"], (7, 6, 6, 6, 6, 6), strict=True):
        was = next(one for one in drafted.old["themes"] if one["ref"] == theme["ref"])
        del theme["actions"][size:], was["actions"][size:]
        truth.append(Truth("action-dropped", theme["actions"].pop(0)["ref"]))
        for letter, row in zip(LETTERS, theme["actions"], strict=False):
            row["ref"] = f"{theme['ref']}{letter}"
            truth.append(Truth("renumbered", row["ref"], "ref"))
    row = drafted.chosen.choice(drafted.new["themes"])["actions"][0]
    row["updates"][CURRENT]["rating"] = "red"
    truth.append(Truth("rating-worsened", row["ref"], "rating"))
    return Planted(read(drafted.old), read(drafted.new), tuple(sorted(truth)))


def _moved_up(drafted: Draft) -> Iterator[Truth]:
    """Some themes lose their first row, which gives its reference to the next, and so on."""
    for theme in drafted.chosen.sample(drafted.new["themes"], 1 + len(drafted.new["themes"]) // 4):
        entry = next(one for one in drafted.rows if one.new is theme["actions"][0])
        drafted.entries["actions"].remove(entry)
        entry.leave()
        yield Truth("action-dropped", entry.was)
        for letter, row in zip(LETTERS, theme["actions"], strict=False):
            row["ref"] = f"{theme['ref']}{letter}"


def _renumbered(drafted: Draft) -> Iterator[Truth]:
    there = {id(row) for theme in drafted.new["themes"] for row in theme["actions"]}
    for row in drafted.rows:
        if id(row.new) in there and row.old["ref"] != row.new["ref"]:
            yield Truth("renumbered", row.name, "ref")


def two_in_one_row(drafted: Draft) -> Truths:
    """The row itself is another than it was, and what was said of it as well."""
    first = drafted.chosen.choice(planted_rows.THAT_LEAVE_IT)(drafted) or ()
    drafted.give_back()
    return *first, *(drafted.chosen.choice(planted_reports.EDITS)(drafted) or ())


def _in_any_order(drafted: Draft) -> list[Edit]:
    families = planted_rows, planted_times, planted_reports, planted_beside
    every: list[Edit] = [edit for family in families for edit in family.EDITS]
    every += [two_in_one_row] * 4
    drafted.chosen.shuffle(every)
    return every
