"""Rules on # in texts: comments that were meant as text, and text that was meant as a comment."""

import re
from collections.abc import Iterator
from typing import Final

from planctl.findings import Path
from planctl.model import Plan, Programme
from planctl.model.record import Record
from planctl.rules.rule import Case, Problem, Weight, rule
from planctl.rules.written import is_words, texts_that
from planctl.source.nodes import Entry, Mapping, Member, Node, Scalar, Sequence
from planctl.source.tree import tree_of

_CLOSE: Final = re.compile(r"[ \t]#[^\s#]")
"""A comment that begins at once, as it would if the # belonged to a text."""
_REMARK: Final = re.compile(r"(?:^|\s)(#[ \t]+[^\W\d_][^\n]*)")
_NAMES: Final = frozenset({"format", "id", "impact", "plan", "rating", "risk", "spend", "uid"})
"""Fields whose values never hold a #."""
_SHOWN: Final = 40


@rule(
    "PLN022",
    "text-lost-to-comment",
    Weight.WARNING,
    question="Is a part of {subject} missing from the plan as it is printed?",
    on_programme=True,
)
def text_lost_to_comment(case: Case) -> Iterator[Problem]:
    """A text that holds a # stands in quotes.

    Behind a space, # begins a comment. A # with a word or number right behind it was probably meant
    to be read.

    Why:
        The rest of the sentence is in the file for whoever edits it, and in no report.

    Bad:
        - ref: 1a
          text: Action #2 of the reading plan

    Good:
        - ref: 1a
          text: "Action #2 of the reading plan"
        - ref: 1b
          text: Open a homework club # the one of the first plan
    """
    text = case.document.text
    if not _CLOSE.search(text):
        return
    model = Plan if isinstance(case.subject, Plan) else Programme
    tree = tree_of(text)
    ends = dict(_plain_ends(tree.root))
    for comment in (one for one in tree.comments if _CLOSE.match(text, one.start - 1)):
        path = ends.get(len(text[: comment.start].rstrip(" \t")))
        if path and _is_cut(model, path):
            lost = text[comment.start : comment.end].rstrip()
            whole = f"{case.document.value(path) or ''} {lost}".strip()
            yield Problem(
                path,
                f"'{_shortened(lost)}' is read as a comment, and not as part of the text",
                f'Write "{_shortened(whole)}" in quotes, or put a space behind the #.',
            )


@rule(
    "PLN023",
    "prose-looks-like-comment",
    Weight.WARNING,
    question="Was the remark in {subject} meant for readers of the plan?",
    on_programme=True,
)
def prose_looks_like_comment(case: Case) -> Iterator[Problem]:
    """No text below | or > holds what looks like a comment.

    Such a text goes on to its last line, # or not: all of it is printed.

    Why:
        A remark among colleagues that ends up in a published report is hard to call back.

    Bad:
        - ref: 1a
          text: >-
            Open a homework club.
            # ask the library first

    Good:
        - ref: 1a
          # Ask the library first.
          text: >-
            Open a homework club.
    """
    document = case.document
    if not isinstance(document.root, dict):
        return
    for path, text in texts_that(_has_remark, document.root):
        found = _REMARK.search(text)
        if found and document.text[document.offset(path)] in "|>":
            yield Problem(
                path,
                f"'{_shortened(found[1])}' stands inside the text and will be printed",
                "Move it above the field if it is a comment; inside such a text # begins none.",
            )


def _has_remark(text: str) -> bool:
    return "#" in text and _REMARK.search(text) is not None


def _is_cut(model: type[Record], path: Path) -> bool:
    return path[-1] not in _NAMES and is_words(model, path)


def _plain_ends(root: Node | None) -> Iterator[tuple[int, Path]]:
    """Where each value that is blank or plain ends, and its path."""
    waiting: list[tuple[Path, Node | None]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Mapping | Sequence):
            members: tuple[Member, ...] = node.entries
            for number, member in enumerate(members):
                name = member.name or "" if isinstance(member, Entry) else number
                waiting.append(((*path, name), member.value))
                if member.value is None:
                    yield member.end, (*path, name)
        elif isinstance(node, Scalar) and not node.style:
            yield node.end, path


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


RULES = (text_lost_to_comment, prose_looks_like_comment)
