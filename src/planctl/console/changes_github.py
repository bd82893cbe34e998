"""A comparison as GitHub shows it beside the lines of a change, and in the log of the job."""

from collections.abc import Iterator

from planctl.console import changes_verdict as said
from planctl.console.changes_grouped import by_worry
from planctl.console.changes_text import render_changes_text
from planctl.console.github import with_report, workflow_command
from planctl.console.terminal import Paint
from planctl.diff import Compared, Direction, Level
from planctl.diff.folding import Folded
from planctl.findings import Finding


def render_changes_github(compared: Compared) -> str:
    """A workflow command for each change that worries, the weightiest first, then the text.

    An error is what needs a decision, or a file that could not be read; a warning what got worse; a
    notice what is worth asking. GitHub shows ten of each; the text has them all.
    """
    return with_report(_commands(compared), render_changes_text(compared, Paint()))


def _commands(compared: Compared) -> Iterator[str]:
    for finding in compared.unread:
        yield workflow_command("error", _place_of(finding), (finding.message,))
    told = {
        level: [one for group in groups for one in group.told]
        for level, groups in by_worry(compared)
    }
    for one in told.get(Level.AUDIT, ()):
        yield _command("error", one)
    if waivers := said.new_waivers(compared):
        yield workflow_command("warning", {"title": "New waivers"}, (waivers,))
    asked = told.get(Level.WARNING, ())
    worse = [one for one in asked if one.first.direction is Direction.WORSE]
    for one in worse:
        yield _command("warning", one)
    for one in asked:
        if one.first.direction is not Direction.WORSE:
            yield _command("notice", one)


def _command(name: str, told: Folded) -> str:
    title = {"title": f"{said.HEADINGS[told.first.level]}: {told.first.rule}"}
    lines = filter(None, (said.words(told), told.question))
    return workflow_command(name, {**_place(told), **title}, lines)


def _place(told: Folded) -> dict[str, str]:
    """The line as it is now; of what is gone, the file alone: its lines are others."""
    change = told.first
    if change.new_spot is not None:
        spot = change.new_spot
        return {"file": spot.file, "line": str(spot.line), "col": str(spot.column)}
    return {"file": change.old_spot.file} if change.old_spot is not None else {}


def _place_of(finding: Finding) -> dict[str, str]:
    line = {"line": str(finding.span.line)} if finding.span else {}
    return {"file": finding.file, **line, "title": f"{finding.code} {finding.name}".strip()}
