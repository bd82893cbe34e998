"""A comparison as text, for a person who has to say something about it."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from planctl.console import changes_verdict as said
from planctl.console.changes_grouped import ChangesBy, Group, by_worry, grouped, plans_of
from planctl.console.changes_reworded import reworded
from planctl.console.changes_stat import stat_blocks
from planctl.console.terminal import Paint, printable
from planctl.diff import Compared, Level
from planctl.diff.folding import Folded
from planctl.wording.word_diff import Piece

LONGEST: Final = 600
"""Characters of one message; the whole of it stands in the JSON."""

_STYLES: Final = MappingProxyType({
    Level.AUDIT: "error",
    Level.WARNING: "warning",
    Level.INFO: "info",
})  # fmt: skip


def render_changes_text(
    compared: Compared,
    paint: Paint,
    *,
    by: ChangesBy = ChangesBy.CHANGE,
    stat: bool = False,
) -> str:
    """The sides, the verdict, what changed in the order that is asked for, and what is waived.

    With `stat`, how much changed in place of what.
    """
    if stat:
        told = tuple(stat_blocks(compared, paint))
    elif by is ChangesBy.CHANGE:
        told = tuple(_by_worry(compared, paint))
    else:
        told = tuple(_by_group(compared, by, paint))
    blocks = ("\n".join(_head(compared, paint)), *told, "\n".join(_end(compared)))
    return "\n\n".join(blocks) + "\n"


def _head(compared: Compared, paint: Paint) -> Iterator[str]:
    if waivers := said.new_waivers(compared):
        yield paint(waivers, "warning")
    yield paint(printable(said.sides(compared)), "faint")
    yield paint(printable(said.verdict(compared)), "bold")
    for line in said.unread(compared):
        yield f"  {printable(line)}"


def _end(compared: Compared) -> Iterator[str]:
    if waived := said.waived(compared):
        yield f"{printable(waived)}."
    yield f"{said.closing(compared)}."


def _by_worry(compared: Compared, paint: Paint) -> Iterator[str]:
    """A block a level of worry, with a heading a plan where there are several."""
    several = len(plans_of(compared)) > 1
    for level, groups in by_worry(compared):
        lines = [paint(said.HEADINGS[level], _STYLES[level])]
        for group in groups:
            lines += [f"  {paint(printable(group.name), 'bold')}"] if several else []
            for told in group.told:
                lines += _lines(told, "    " if several else "  ", paint)
        yield "\n".join(lines)


def _by_group(compared: Compared, by: ChangesBy, paint: Paint) -> Iterator[str]:
    for group in grouped(compared, by):
        yield "\n".join(_of_group(group, paint))


def _of_group(group: Group, paint: Paint) -> Iterator[str]:
    yield paint(printable(group.name), "bold")
    for told in group.told:
        level = told.first.level
        yield from _lines(told, f"  {paint(said.HEADINGS[level], _STYLES[level])}: ", paint)


def _lines(told: Folded, begun: str, paint: Paint) -> Iterator[str]:
    where = said.place(told)
    behind = paint(f" ({printable(where)})", "faint") if where else ""
    yield f"{begun}{_clipped(printable(said.words(told)))}{behind}"
    if not told.changes[1:] and (pieces := reworded(told.first)):
        yield f"      {''.join(_marked(pieces, paint))}"


def _marked(pieces: Iterable[Piece], paint: Paint) -> Iterator[str]:
    for piece in pieces:
        text = printable(piece.text)
        if piece.kind == "removed":
            yield paint(f"[-{text}-]", "error")
        elif piece.kind == "added":
            yield paint(f"{{+{text}+}}", "info")
        else:
            yield text


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
