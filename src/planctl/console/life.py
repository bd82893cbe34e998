"""The life of an action, as text and as JSON."""

from collections.abc import Iterator
from typing import Any

from planctl.console.as_json import FORMAT_VERSION, dumped
from planctl.console.changes_json import change_entry
from planctl.console.terminal import Paint, printable
from planctl.diff import Change, Level
from planctl.diff.life import Event, Life

_SHORT = 7
_STYLES = {Level.AUDIT: "error", Level.WARNING: "warning"}


def render_life_text(life: Life, paint: Paint) -> str:
    """The action, and commit by commit what became of it, the oldest first."""
    return "\n".join([*_head(life, paint), *_events(life, paint), *_end(life)]) + "\n"


def render_life_json(life: Life) -> str:
    """One object with an entry a commit; the changes are told as a comparison tells them."""
    return dumped({
        "format_version": FORMAT_VERSION,
        "plan": life.plan,
        "file": life.file,
        "ref": life.ref or None,
        "uid": life.uid or None,
        "text": life.text,
        "gone": life.is_gone,
        "cut_off": life.is_cut_off,
        "events": [_entry(event) for event in life.events],
    })  # fmt: skip


def _entry(event: Event) -> dict[str, Any]:
    return {
        "commit": event.commit or None,
        "day": event.day.isoformat() if event.day else None,
        "author": event.author or None,
        "subject": event.subject or None,
        "ref": event.ref or None,
        "changes": [change_entry(change) for change in event.changes],
    }


def _head(life: Life, paint: Paint) -> Iterator[str]:
    name = life.ref or life.uid
    yield paint(printable(f"{name}  {life.text}" if name else life.text), "bold")
    yield paint(printable(life.file), "faint")


def _events(life: Life, paint: Paint) -> Iterator[str]:
    for event in life.events:
        when = event.day.isoformat() if event.day else "not committed yet"
        said = (event.commit[:_SHORT], event.author, event.subject)
        yield ""
        yield printable("  ".join(filter(None, (when, *said))))
        for change in event.changes:
            yield f"  {_line(change, paint)}"
            yield from (f"    {printable(fact)}" for fact in _first_facts(change))


def _line(change: Change, paint: Paint) -> str:
    decision = change.decision
    by = f" ({decision.id}, {decision.minute})" if decision and decision.id else ""
    text = printable(f"{change.message}{by}")
    style = _STYLES.get(change.level)
    return paint(text, style) if style else text


def _first_facts(change: Change) -> Iterator[str]:
    """What an action that is new says of who, when and how it goes."""
    said = change.new if change.rule == "action-added" and isinstance(change.new, dict) else {}
    if change.owners and said:
        yield f"with {', '.join(change.owners)}"
    if "schedule" in said:
        yield f"planned for {', '.join(said['schedule'])}"
    if "due" in said:
        yield f"due {said['due']}"
    for term, update in said.get("updates", {}).items():
        if rating := update.get("rating"):
            yield f"{rating} in {term}"


def _end(life: Life) -> Iterator[str]:
    notes = []
    if not life.events:
        notes.append("No commit holds it yet.")
    if life.is_cut_off:
        notes.append(
            "This clone is shallow: what happened before its first commit is not known. "
            "git fetch --unshallow gets the rest."
        )
    if notes:
        yield ""
        yield from notes
