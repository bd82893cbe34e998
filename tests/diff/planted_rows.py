"""Edits of the rows themselves: what is to be done, by whom, and where it stands.

Rows that go by another reference afterwards are counted when all is planted.
"""

from typing import Any, Final

from tests.diff.planted_plan import PARTIES, Draft, Entry, name_of
from tests.diff.planted_truth import Edit, Truth, Truths
from tests.diff.planted_words import FIRM, SOFT

_FAR: Final = 3
"""Rows to pass: fewer could as well be those that moved."""


def owner_removed(draft: Draft) -> Truths:
    row = draft.row()
    del row.new["responsible"]
    return (Truth("owner-removed", row.name, "responsible"),)


def owner_named(draft: Draft) -> Truths:
    row = draft.row()
    del row.old["responsible"]
    return (Truth("owner-named", row.name, "responsible"),)


def owner_changed(draft: Draft) -> Truths:
    row = draft.row()
    others = [party for party in PARTIES if party not in row.old["responsible"]]
    row.new["responsible"] = [draft.chosen.choice(others)]
    return (Truth("owner-changed", row.name, "responsible"),)


def priority_changed(draft: Draft) -> Truths:
    row = draft.row()
    row.new["priority"] += 1
    return (Truth("metadata-changed", row.name, "priority"),)


def softened(draft: Draft) -> Truths:
    row = draft.row()
    row.new["text"] = softer(draft, row.old["text"])
    return (Truth("scope-softened", row.name, "text"),)


def firmed(draft: Draft) -> Truths:
    row = draft.row()
    row.old["text"] = softer(draft, row.new["text"])
    return (Truth("scope-firmed", row.name, "text"),)


def softer(draft: Draft, text: str) -> str:
    """The text with less promised in it."""
    verb = next(verb for verb in FIRM if text.startswith(verb))
    number = next(word for word in text.split() if word.isdigit())
    return draft.chosen.choice(
        [
            text.replace(verb, draft.chosen.choice(SOFT), 1),
            text.replace(" all ", " some ", 1),
            text.replace(number, str(int(number) - 9), 1),
            f"{text} where possible",
            text.replace(f"with {number}", f"with up to {number}", 1),
        ]
    )


def reworded(draft: Draft) -> Truths | None:
    """In so many words that only its reference or its uid shows that it is the same."""
    row = draft.named_row()
    if row is None:
        return None
    row.new["text"] = draft.texts.reworded(row.old["text"], 60, 79.9)
    return (Truth("reworded", row.name, "text"),)


def reworded_and_renumbered(draft: Draft) -> Truths:
    """In so few words that its text shows that it is the same."""
    row = draft.row()
    row.new["text"] = draft.texts.reworded(row.old["text"], 80, 97)
    row.new["ref"] = draft.free_ref(row.new_home)
    return (Truth("reworded", row.name, "text"),)


def renumbered(draft: Draft) -> Truths:
    row = draft.row()
    row.new["ref"] = draft.free_ref(row.new_home)
    return ()


def dropped(draft: Draft) -> Truths:
    row = draft.row()
    row.leave()
    return (Truth("action-dropped", row.was),)


def added(draft: Draft) -> Truths:
    home = draft.chosen.choice(draft.new["themes"])["actions"]
    fresh = draft.fresh_action(home)
    home.insert(draft.chosen.randint(0, len(home)), fresh)
    return (Truth("action-added", name_of(fresh)),)


def ref_reused(draft: Draft) -> Truths | None:
    row = draft.take("actions", lambda entry: entry.old["ref"] == entry.new["ref"])
    if row is None:
        return None
    fresh = {**draft.fresh_action(row.new_home), "ref": row.old["ref"]}
    row.new_home[row.place] = fresh
    name = name_of(fresh)
    return (
        Truth("action-dropped", row.was), Truth("action-added", name), Truth("ref-reused", name),
    )  # fmt: skip


def somewhat_alike(draft: Draft) -> Truths | None:
    """A row that may be what another one was: neither its reference nor its text says so."""
    if draft.has_uids:
        return None
    row = draft.row()
    fresh = draft.fresh_action(row.new_home)
    fresh["text"] = draft.texts.reworded(row.old["text"], 60, 79.9)
    row.new_home[row.place] = fresh
    name = name_of(fresh)
    return (
        Truth("action-dropped", row.was), Truth("action-added", name),
        Truth("possible-renumbering", name),
    )  # fmt: skip


def moved_theme(draft: Draft) -> Truths:
    row = draft.row()
    others = [one["actions"] for one in draft.new["themes"] if one["actions"] is not row.new_home]
    home = draft.chosen.choice(others)
    row.leave()
    home.append(row.new)
    if draft.chosen.random() < 0.5:
        row.new["ref"] = draft.free_ref(home)
    return (Truth("moved-theme", row.name),)


def split(draft: Draft) -> Truths | None:
    row = draft.named_row()
    if row is None:
        return None
    parts = row.old["text"].split()
    fresh = {**draft.fresh_action(row.new_home), "text": " ".join(parts[-7:])}
    row.new["text"] = " ".join(parts[:-7])
    row.new_home.insert(row.place + 1, fresh)
    return Truth("action-split", name_of(fresh)), Truth("reworded", row.name, "text")


def merged(draft: Draft) -> Truths | None:
    row, other = draft.named_row(), draft.take("actions")
    if row is None or other is None:
        return None
    parts = row.new["text"].split()
    row.old["text"], other.old["text"] = " ".join(parts[:-7]), " ".join(parts[-7:])
    other.leave()
    return Truth("actions-merged", other.was), Truth("reworded", row.name, "text")


def written_otherwise(draft: Draft) -> Truths:
    """Other white space and another order of the fields: nothing is to be told."""
    row = draft.row()
    row.new["text"] = f"  {row.new['text'].replace(' ', '  ', 3)}\n"
    fields = [*row.new.items()]
    row.new.clear()
    row.new.update(reversed(fields))
    return ()


def reordered(draft: Draft) -> Truths | None:
    """So far that nobody can take the rows between for those that moved. To be planted last."""
    row = draft.take("actions", lambda entry: _has_room(draft, entry))
    if row is None:
        return None
    draft.shuffled.add(id(row.new_home))
    is_early = _place(draft, row) < _FAR
    row.leave()
    row.new_home.insert(len(row.new_home) if is_early else 0, row.new)
    return (Truth("reordered", row.name),)


def _has_room(draft: Draft, row: Entry) -> bool:
    """Whether the row can pass enough others that stayed where they were, and is the first to."""
    return id(row.new_home) not in draft.shuffled and len(_stayed(draft, row)) > 2 * _FAR


def _place(draft: Draft, row: Entry) -> int:
    return next(at for at, one in enumerate(_stayed(draft, row)) if one is row.new)


def _stayed(draft: Draft, row: Entry) -> list[dict[str, Any]]:
    known = {id(one.new) for one in draft.rows if one.new_home is row.new_home}
    return [one for one in row.new_home if id(one) in known]


EDITS: Final[tuple[Edit, ...]] = (
    owner_removed, owner_named, owner_changed,

    priority_changed, softened, firmed, reworded, reworded_and_renumbered,
    renumbered, dropped, added, ref_reused, somewhat_alike, moved_theme,
    split, merged, written_otherwise,
)  # fmt: skip
THAT_LEAVE_IT: Final[tuple[Edit, ...]] = (
    owner_removed, owner_changed, priority_changed, softened, reworded,
    reworded_and_renumbered, renumbered, moved_theme, written_otherwise,
)  # fmt: skip
"""Edits after which the row is there as before, so that something more can be planted in it."""
