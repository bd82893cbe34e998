"""Changes of values, fields and lists as edits that follow the style of the lines round them."""

from dataclasses import replace
from typing import Final

from planctl.findings import Edit, Path
from planctl.source.document import Document
from planctl.source.emit import (
    Layout,
    Value,
    after_colon,
    after_dash,
    field_in_brackets,
    in_brackets,
    in_lines,
    is_flat,
    name_of,
)
from planctl.source.nodes import Entry, Item, Mapping, Member, Node, Scalar, Sequence, node_at
from planctl.source.surroundings import Site, Surroundings, name_at, site_of, surroundings_of

_NO_FIELDS: Final[frozenset[str]] = frozenset()


def replaced(
    document: Document, path: Path, value: Value, exact: frozenset[str] = _NO_FIELDS
) -> tuple[Edit, ...]:
    """The value at the path, which may be blank but must be there, becomes another.

    `exact` names the fields, here or inside the value, whose dates and whole numbers are no text.
    Raises KeyError.
    """
    around = surroundings_of(document, exact)
    if not path:
        return _whole_replaced(around, value)
    site = site_of(around.tree, path)
    if site.holder.is_flow:
        return (_replaced_in_brackets(around, site, value),)
    if around.tree.comments_between(site.member.mark_end, _begin(site)):
        return (_replaced_below_comment(around, site, value),)
    start, end = site.member.mark_end, site.member.end
    written = _behind_mark(around, site, value)
    return (_with_comments(around, site, Edit(start, end, written)),)


def with_entry(
    document: Document,
    path: Path,
    value: Value,
    order: tuple[str, ...] = (),
    exact: frozenset[str] = _NO_FIELDS,
) -> tuple[Edit, ...]:
    """The field at the path holds the value, whether it was there before or not.

    A new field stands behind the nearest one before it in `order`, the canonical order of its
    mapping; in front of all when there is none; at the end when it is not in the order. A mapping
    that is blank or absent is made; one that is absent, at the end of its own: for another place,
    add it with the field inside. Raises KeyError where the file holds something else.
    """
    if document.holds(path):
        return replaced(document, path, value, exact)
    parent, key = path[:-1], path[-1]
    if not isinstance(key, str):
        raise KeyError(path)
    if not document.holds(parent):
        return with_entry(document, parent, {key: value}, (), exact)
    around = surroundings_of(document, exact)
    node = node_at(around.tree, parent)
    if document.value(parent) is None or _is_empty(around, node):
        return replaced(document, parent, {key: value}, exact)
    if not isinstance(node, Mapping):
        raise KeyError(path)
    before = _predecessor(node, key, order)
    if node.is_flow:
        written = field_in_brackets(key, value, around.layout)
        return _put_in_brackets(around, node, before, written)
    return (_put_in_lines(around, node, before, (key, value)),)


def appended(
    document: Document, path: Path, value: Value, exact: frozenset[str] = _NO_FIELDS
) -> tuple[Edit, ...]:
    """The list at the path has one more entry, its last.

    A blank or absent list is made; a single value in place of a list becomes its first entry.
    """
    if not document.holds(path):
        return with_entry(document, path, [value], (), exact)
    around = surroundings_of(document, exact)
    node, current = node_at(around.tree, path), document.value(path)
    if current is None or _is_empty(around, node):
        return replaced(document, path, [value], exact)
    if not isinstance(node, Sequence):
        return replaced(document, path, [current, value], exact)
    last, name = node.entries[-1] if node.entries else None, name_at(path)
    if last is None or node.is_flow:
        written = in_brackets(value, around.layout, name)
        return _put_in_brackets(around, node, last, written)
    at, column = around.tail(last), around.column(last.start)
    layout = around.laid_out(at, column)
    behind = after_dash(value, column, layout, name)
    if _is_in_brackets(last.value) and is_flat(value, column + 2, layout, name):
        behind = f" {in_brackets(value, layout, name)}"
    return (_line_added(around, at, f"{' ' * column}-{behind}"),)


def _whole_replaced(around: Surroundings, value: Value) -> tuple[Edit, ...]:
    root = around.tree.root
    if root is None:
        raise KeyError(())
    edit = Edit(root.start, root.end, in_lines(value, 0, around.laid_out(root.end, 0)))
    return (_ended(around, edit),)


def _replaced_in_brackets(around: Surroundings, site: Site, value: Value) -> Edit:
    written = in_brackets(value, around.layout, site.name)
    if site.value:
        return Edit(site.value.start, site.value.end, written)
    at = site.member.mark_end
    has_colon = isinstance(site.member, Entry) and site.member.colon is not None
    return Edit(at, at, f" {written}" if has_colon else f": {written}")


def _replaced_below_comment(around: Surroundings, site: Site, value: Value) -> Edit:
    """The edit where comments stand between a name or dash and its value: they stay."""
    comments = around.tree.comments_between(site.member.mark_end, _begin(site))
    start, end = comments[-1].end, site.member.end
    column, layout = around.column(site.member.start), _layout_of(around, site)
    if value is None:
        # Two comments on one line would be one.
        below = f"{layout.line_end}{' ' * (column + 1)}" if around.behind(end) else ""
        return Edit(start, end, below)
    further = 2 if isinstance(site.member, Item) else layout.step
    if isinstance(value, list) and value and isinstance(site.member, Entry):
        further = layout.dash
    inner = column + further
    text = in_lines(value, inner, replace(layout, step=0) if _is_text(value) else layout, site.name)
    edit = _with_comments(around, site, Edit(start, end, text))
    return replace(edit, text=f"{layout.line_end}{' ' * inner}{edit.text}")


def _behind_mark(around: Surroundings, site: Site, value: Value) -> str:
    """What is written behind a colon or dash."""
    column, layout = around.column(site.member.start), _layout_of(around, site)
    used = around.column(site.member.mark_end) + 1
    if _is_in_brackets(site.value) and is_flat(value, used, layout, site.name):
        return f" {in_brackets(value, layout, site.name)}"
    if isinstance(site.member, Item):
        return after_dash(value, column, layout, site.name)
    behind = after_colon(value, column, layout, site.name)
    return behind if site.member.colon is not None else f"{layout.line_end}{' ' * column}:{behind}"


def _with_comments(around: Surroundings, site: Site, edit: Edit) -> Edit:
    """The edit with the comments on the lines of the old value at the end of its first line."""
    value, kept, end = site.value, "", edit.end
    if isinstance(value, Scalar) and (inside := around.tree.comments_between(*_stretch(value))):
        kept = around.with_space(inside[0])
    behind = around.behind(edit.end)
    if behind and ("\n" in edit.text or kept):
        kept, end = f"{kept}{around.with_space(behind)}", behind.end
    first, line_end, rest = edit.text.partition(around.layout.line_end)
    return _ended(around, Edit(edit.start, end, f"{first}{kept}{line_end}{rest}"))


def _put_in_lines(
    around: Surroundings, node: Mapping, before: Entry | None, field: tuple[str, Value]
) -> Edit:
    """A field of a mapping in lines, behind another or in front of all."""
    (name, value), first = field, node.entries[0]
    column = around.column(first.start)
    at = around.tail(before) if before else around.own_start(first)
    layout = around.laid_out(at, column) if before else around.layout
    behind = after_colon(value, column, layout, name)
    used = column + len(name_of(name)) + 2
    if _is_in_brackets(_nearest_holder(node, before)) and is_flat(value, used, layout, name):
        behind = f" {in_brackets(value, layout, name)}"
    written = f"{name_of(name)}:{behind}"
    if before:
        return _line_added(around, at, f"{' ' * column}{written}")
    return Edit(at, at, f"{written}{layout.line_end}{' ' * column}")


def _put_in_brackets(
    around: Surroundings, node: Mapping | Sequence, before: Member | None, written: str
) -> tuple[Edit, ...]:
    """An entry of a list or mapping in brackets, behind another or in front of all."""
    if isinstance(node, Mapping) and node.is_bare:
        inside = f", {written}" if before else ""
        front = "{" if before else f"{{{written}, "
        return (Edit(node.start, node.start, front), Edit(node.end, node.end, f"{inside}}}"))
    if before is None:
        at = node.entries[0].start if node.entries else node.start + 1
        return (Edit(at, at, f"{written}, " if node.entries else written),)
    if before.value is None:
        # A comma may not touch the colon in front of it.
        return (Edit(before.end, before.end, f" , {written}"),)
    space = " "
    if around.begins_line(before.start) and around.behind(before.end) is None:
        space = f"{around.layout.line_end}{' ' * around.column(before.start)}"
    return (Edit(before.end, before.end, f",{space}{written}"),)


def _line_added(around: Surroundings, at: int, line: str) -> Edit:
    return _ended(around, Edit(at, at, f"{around.layout.line_end}{line}"))


def _ended(around: Surroundings, edit: Edit) -> Edit:
    """The edit; when several lines of it end the file, with a line end behind them."""
    is_last = edit.end == len(around.text) and "\n" in edit.text
    return replace(edit, text=f"{edit.text}{around.layout.line_end}") if is_last else edit


def _predecessor(node: Mapping, key: str, order: tuple[str, ...]) -> Entry | None:
    """The field that a new one stands behind; None when it stands in front of all."""
    if key not in order:
        return node.entries[-1] if node.entries else None
    before = order[: order.index(key)]
    ranked = [entry for entry in node.entries if entry.name in before]
    return max(ranked, key=lambda entry: before.index(entry.name or ""), default=None)


def _nearest_holder(node: Mapping, before: Entry | None) -> Node | None:
    """The list or mapping among the fields that stands nearest to a new one."""
    place = node.entries.index(before) + 1 if before else 0
    beside = (*reversed(node.entries[:place]), *node.entries[place:])
    return next((e.value for e in beside if isinstance(e.value, Mapping | Sequence)), None)


def _layout_of(around: Surroundings, site: Site) -> Layout:
    """The layout for a value's place, with its old value's indentation."""
    column = around.column(site.member.start)
    layout = around.laid_out(site.member.end, column)
    old = site.value
    if not isinstance(old, Mapping | Sequence) or old.is_flow or isinstance(site.member, Item):
        return layout
    further = around.column(old.entries[0].start) - column
    if isinstance(old, Mapping):
        return replace(layout, step=further)
    return replace(layout, dash=further)


def _is_empty(around: Surroundings, node: Node | None) -> bool:
    """Whether there is a list or mapping without entries and without comments inside."""
    if not isinstance(node, Mapping | Sequence) or node.entries:
        return False
    return not around.tree.comments_between(*_stretch(node))


def _is_in_brackets(node: Node | None) -> bool:
    return isinstance(node, Mapping | Sequence) and node.is_flow


def _is_text(value: Value) -> bool:
    return not (isinstance(value, list | dict) and value)


def _begin(site: Site) -> int:
    return site.value.start if site.value else site.member.mark_end


def _stretch(node: Node) -> tuple[int, int]:
    return node.start, node.end
