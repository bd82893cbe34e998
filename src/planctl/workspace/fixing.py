"""Fixes of findings, made in the files: each result is checked before it is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from planctl.findings import Edit, Finding
from planctl.loading import SHAPES
from planctl.rules import Policy
from planctl.source import REFUSALS, Document, raw_of, read, spliced
from planctl.workspace.checking import findings_in
from planctl.workspace.group import Group

_ROUNDS: Final = 8
"""A fix may make room for another, but not for ever."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file with some of its findings mended; `left` were fixes that would have done harm."""

    path: Path
    old: Document
    new: Document
    count: int
    left: int = 0


def fixed_files(
    found: Iterable[Group], policy: Policy, as_of: date, *, unsafe: bool
) -> Iterator[Fixed]:
    """Each file that fixes change, or would have changed; nothing is written here."""
    for group in found:
        files = [*group.asked, *([group.programme_file] if group.programme_file else [])]
        for path in files:
            result = _fixed(group, path, policy, as_of, unsafe=unsafe)
            if result.count or result.left:
                yield result


def _fixed(group: Group, path: Path, policy: Policy, as_of: date, *, unsafe: bool) -> Fixed:
    """The file after as many rounds as bring anything."""
    old = _document(group, path)
    judge = partial(findings_in, group, path, policy, as_of)
    document, findings, count = old, judge(old), 0
    for _ in range(_ROUNDS):
        wanted = [
            one
            for one in findings
            if one.fix and one.waiver is None and (one.fix.is_safe or unsafe)
        ]
        document, findings, done = _after(document, findings, wanted, judge)
        count += done
        if not done:
            return Fixed(path, old, document, count, len(wanted))
    return Fixed(path, old, document, count)


_Judge = Callable[[Document], tuple[Finding, ...]]


def _after(
    document: Document, findings: tuple[Finding, ...], wanted: list[Finding], judge: _Judge
) -> tuple[Document, tuple[Finding, ...], int]:
    """The document with the wanted fixes made: all at once, or else those that do no harm."""
    batch = _apart(wanted)
    tries = [batch, *([one] for one in batch)] if len(batch) > 1 else [batch]
    for fixes in tries if batch else ():
        changed = _spliced(document, fixes)
        found = judge(changed)
        if _is_better(found, findings):
            return changed, found, len(fixes)
    return document, findings, 0


def _apart(wanted: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes do not touch each other, from the top of the file."""
    place, kept = 0, []
    edited = ((one, one.fix.edits()) for one in wanted if one.fix)
    for one, edits in sorted(
        (pair for pair in edited if pair[1]), key=lambda pair: _start(pair[1])
    ):
        if _start(edits) >= place:
            kept.append(one)
            place = max(edit.end for edit in edits)
    return kept


def _start(edits: tuple[Edit, ...]) -> int:
    return min(edit.start for edit in edits)


def _spliced(document: Document, fixes: Iterable[Finding]) -> Document:
    edits = [edit for one in fixes if one.fix for edit in one.fix.edits()]
    text = spliced(document.text, edits)
    bom = raw_of(document)[: -len(document.text.encode()) or None]
    return read(bom + text.encode("utf-8", "surrogatepass"), document.file)


def _is_better(found: tuple[Finding, ...], before: tuple[Finding, ...]) -> bool:
    """Whether there is less to say, and nothing new; a plan that loads."""
    blocks, blocked = (_blocking(findings) for findings in (found, before))
    if blocked:
        return blocks.total() < blocked.total() and blocks <= blocked
    now, then = (Counter(one.code for one in findings) for findings in (found, before))
    return now.total() < then.total() and now <= then


def _blocking(findings: Iterable[Finding]) -> Counter[str]:
    """What keeps a file from loading, by codes."""
    return Counter(one.code for one in findings if one.code in REFUSALS or one.code in SHAPES)


def _document(group: Group, path: Path) -> Document:
    if path == group.programme_file and group.programme:
        return group.programme.document
    return next(
        loaded.document
        for file, loaded in zip(group.asked, group.plans, strict=True)
        if file == path
    )
