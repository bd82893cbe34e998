"""Fixes for words that were probably meant otherwise: another name, another value."""

from functools import partial

from planctl.findings import Edit, Fix, Part, Path
from planctl.source import Document


def respelt(document: Document, path: Path, part: Part, word: str, *, is_safe: bool = False) -> Fix:
    """The fix that writes the word in the place of the one that stands there."""
    edits = partial(_respelling, document, path, part, word)
    return Fix(f"Write {word}", edits, is_safe=is_safe)


def quoted(document: Document, path: Path, part: Part) -> Fix:
    """The fix that puts quotes round what stands there; it changes nothing for planctl itself."""
    return Fix("Put quotes round it", partial(_quoting, document, path, part))


def _respelling(document: Document, path: Path, part: Part, word: str) -> tuple[Edit, ...]:
    from planctl.source.scalars import one_line  # noqa: PLC0415 - only what writes needs it

    start, end = _stretch(document, path, part)
    return (Edit(start, end, one_line(word, is_flow=True)),) if end > start else ()


def _quoting(document: Document, path: Path, part: Part) -> tuple[Edit, ...]:
    start, end = _stretch(document, path, part)
    text = document.text[start:end]
    return (Edit(start, end, f'"{text}"'),) if text else ()


def _stretch(document: Document, path: Path, part: Part) -> tuple[int, int]:
    """Where the text of a name or value stands; nothing where it is none."""
    from planctl.source.nodes import Entry, Scalar, along  # noqa: PLC0415 - only for writing
    from planctl.source.tree import tree_of  # noqa: PLC0415 - as above

    met = along(tree_of(document.text), path)
    if not met or len(met) < len(path):
        return 0, 0
    member = met[-1]
    node = member.key if part == "key" and isinstance(member, Entry) else member.value
    return (node.start, node.end) if isinstance(node, Scalar) else (0, 0)
