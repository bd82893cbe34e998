"""Fields and entries of lists taken out of a file, with the comments that are theirs."""

from planctl.findings import Edit, Path
from planctl.source.document import Document
from planctl.source.nodes import Holder, Mapping, Member
from planctl.source.surroundings import Surroundings, site_of, surroundings_of


def without(document: Document, path: Path) -> tuple[Edit, ...]:
    """The field or entry at the path is taken out.

    With it go the comment behind it, the comment lines right above it in its column, and those
    below it that stand further right. What held nothing else is left empty: {} or []. Raises
    KeyError.
    """
    around = surroundings_of(document)
    site = site_of(around.tree, path)
    holder, member = site.holder, site.member
    is_sole = len(holder.entries) == 1
    if holder.is_flow:
        return (_last_out_of_brackets(around, holder) if is_sole else _out(around, holder, member),)
    if is_sole:
        mark_end = site_of(around.tree, path[:-1]).member.mark_end if path[1:] else None
        return _last_out_of_lines(around, holder, mark_end)
    if not around.begins_line(member.start):
        return (_off_the_dash(around, holder, member),)
    return (_lines_out(around, around.own_start(member), around.tail(member)),)


def _lines_out(around: Surroundings, start: int, end: int) -> Edit:
    """Whole lines, with the line end behind them; or that in front, at the end of the file."""
    start, below = around.line_start(start), around.next_line(end)
    if below == len(around.text) and not around.text.endswith("\n"):
        start = around.line_end(start - 1) if start else 0
    return Edit(start, below, "")


def _off_the_dash(around: Surroundings, holder: Holder, member: Member) -> Edit:
    """The first of several, on the line of a dash: the next one moves up to it.

    It stays where it is when comments of its own stand above it.
    """
    after = holder.entries[1].start
    end = around.tail(member)
    if not around.tree.comments_between(end, after):
        return Edit(member.start, after, "")
    before = around.text[around.line_start(member.start) : member.start]
    return Edit(member.start - len(before) + len(before.rstrip()), end, "")


def _last_out_of_lines(
    around: Surroundings, holder: Holder, mark_end: int | None
) -> tuple[Edit, ...]:
    """The only entry; `mark_end` is where the colon or dash in front of the whole ends."""
    (member,), empty = holder.entries, "{}" if isinstance(holder, Mapping) else "[]"
    start, end = around.own_start(member), around.tail(member)
    if mark_end is None:
        return (Edit(start, end, empty),)
    comments = around.tree.comments_between(mark_end, start)
    kept = comments[-1].end if comments else mark_end
    return (Edit(mark_end, mark_end, f" {empty}"), Edit(kept, end, ""))


def _last_out_of_brackets(around: Surroundings, holder: Holder) -> Edit:
    if isinstance(holder, Mapping) and holder.is_bare:
        return Edit(holder.start, holder.end, "{}")
    (member,) = holder.entries
    return Edit(member.start, _comma_after(around, member.end) or member.end, "")


def _out(around: Surroundings, holder: Holder, member: Member) -> Edit:
    """One of several in brackets, with a comma."""
    place = holder.entries.index(member)
    comma = _comma_after(around, member.end) or member.end
    if place + 1 < len(holder.entries):
        after = holder.entries[place + 1].start
        behind = around.behind(member.end)
        end = max(comma, behind.end) if behind and behind.start < after else comma
        has_comments = bool(around.tree.comments_between(end, after))
        return Edit(member.start, end if has_comments else after, "")
    before = holder.entries[place - 1]
    if around.tree.comments_between(before.end, member.start):
        return Edit(member.start, comma, "")
    # A colon may not touch the bracket behind it.
    return Edit(before.end, member.end, "" if before.value else " ")


def _comma_after(around: Surroundings, offset: int) -> int | None:
    """Where the comma ends that comes next, between comments; None when none does."""
    place = offset
    while (sign := around.text[place : place + 1]) == "#" or sign.isspace():
        comment = next(iter(around.tree.comments_between(place, place + 1)), None)
        place = comment.end if comment else place + 1
    return place + 1 if sign == "," else None
