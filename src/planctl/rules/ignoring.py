"""What lets a finding stand: comments in the file, and entries of the workspace's waivers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Protocol

from planctl.findings import Finding, Path, Span, Waiver, did_you_mean
from planctl.loading import SHAPES
from planctl.model import read_day
from planctl.source import REFUSALS, Document
from planctl.source.tree import tree_of

FORM: Final = "# planctl: ignore[no-responsible] and the reason"
_SIGN: Final = re.compile(r"#\s*planctl\s*(?::|ignore\b)", re.IGNORECASE)
_COMMENT: Final = re.compile(
    r"#\s*planctl\s*:\s*(ignore(?:-file)?)\s*\[([^\]]*)\](.*)", re.IGNORECASE
)
_NOTE: Final = re.compile(r"\s*\(((?:by|until)\s[^()]*)\)[.\s]*$", re.IGNORECASE)
_PART: Final = re.compile(r"(by|until)\s+(.*)", re.IGNORECASE)


class Named(Protocol):
    """What has a code and a name: a rule."""

    @property
    def code(self) -> str:
        """Such as PLN301."""

    @property
    def name(self) -> str:
        """Such as no-responsible."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the words of an ignore, and what to write."""

    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding may stand, who says so, and until when; `bad_day` is a day that is none."""

    text: str
    by: str = ""
    until: date | None = None
    bad_day: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment or one entry that lets findings stand, and what is wrong with it.

    It means the findings on its `line`, or the one of its waiver's fingerprint, or all of its file.
    A comment has a `span`; an entry of the waivers' file has its path alone. `unused` are codes of
    rules that ran, and whose findings it met none of.
    """

    waiver: Waiver
    path: Path = ()
    span: Span | None = None
    line: int | None = None
    faults: tuple[Fault, ...] = ()
    bad_day: str = ""
    is_misplaced: bool = False
    unused: tuple[str, ...] = ()

    def covers(self, finding: Finding, on: date) -> bool:
        """Whether the finding may stand on the day."""
        waiver = self.waiver
        if finding.code not in waiver.codes or self.is_misplaced or self.bad_day:
            return False
        if not waiver.is_in_force(on):
            return False
        if waiver.fingerprint:
            return (finding.plan, finding.fingerprint) == (waiver.plan, waiver.fingerprint)
        return self.line is None or (finding.span is not None and finding.span.line == self.line)


def reason_of(written: str) -> Reason:
    """The reason, and what a bracket at its end adds: `(by the clerk, until 2018-12-31)`."""
    text = written.strip().lstrip(":-\N{EN DASH}\N{EM DASH} ")
    found = _NOTE.search(text)
    parts = [_PART.fullmatch(part.strip()) for part in found[1].split(",")] if found else []
    if found is None or not all(parts):
        return Reason(text)
    said = {part[1].casefold(): part[2].strip() for part in parts if part}
    until = read_day(said["until"]) if "until" in said else None
    bad_day = said.get("until", "") if until is None else ""
    return Reason(text[: found.start()].rstrip(), said.get("by", ""), until, bad_day)


def ignores_in(document: Document, rules: Iterable[Named]) -> tuple[Ignore, ...]:
    """The comments of a readable file that let findings stand; rules by these names are known."""
    # Most files have none, and the comments of a file cost as much as reading it.
    if not _SIGN.search(document.text):
        return ()
    return tuple(_Comments(document, tuple(rules)).ignores())


def codes_of(
    names: Iterable[str], rules: Iterable[Named]
) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The codes of the rules with these names, and what is wrong with the other names."""
    named = [(rule.code, rule.name) for rule in rules]
    known = {word: one[0] for one in named if _can_be_waived(one[0]) for word in _words(*one)}
    fixed = [(code, refusal.name) for code, refusal in REFUSALS.items()]
    fixed += [(code, shape.name) for code, shape in SHAPES.items()]
    every = {word for one in (*named, *fixed) for word in _words(*one)}
    codes, faults = [], []
    for name in names:
        word = name.strip().casefold()
        if word in known:
            codes.append(known[word])
        else:
            faults.append(_unknown(name.strip(), is_rule=word in every, known=known))
    return tuple(dict.fromkeys(codes)), tuple(faults)


def waived(
    findings: Iterable[Finding], ignores: tuple[Ignore, ...], on: date
) -> tuple[Finding, ...]:
    """The findings, those with their waiver that an ignore lets stand on the day."""
    if not ignores:
        return tuple(findings)
    return tuple(replace(finding, waiver=_waiver_of(finding, ignores, on)) for finding in findings)


def with_use(
    ignores: Iterable[Ignore], findings: Iterable[Finding], ran: frozenset[str]
) -> tuple[Ignore, ...]:
    """The ignores, to each those of its codes added that ran and that it let nothing of stand."""
    used = {(finding.waiver, finding.code) for finding in findings if finding.waiver}
    return tuple(
        replace(ignore, unused=(*ignore.unused, *_left(ignore.waiver, ran, used)))
        for ignore in ignores
    )


def can_be_waived(finding: Finding) -> bool:
    """Whether a rule found it: no file is a plan by permission, nor a waiver waived itself."""
    return _can_be_waived(finding.code)


def _can_be_waived(code: str) -> bool:
    return not code.startswith(("PLN00", "PLN01", "PLN1", "PLN9"))


def _words(code: str, name: str) -> tuple[str, ...]:
    return (code.casefold(), code.removeprefix("PLN"), name)


def _unknown(name: str, *, is_rule: bool, known: Iterable[str]) -> Fault:
    if is_rule:
        return Fault(
            f"{name} cannot be waived",
            "Mend what it finds: without that, planctl cannot say what else is wrong.",
        )
    if not name:
        return Fault("an ignore names no rule", f"Write {FORM}.")
    near = did_you_mean(name, [word for word in known if not word.removeprefix("pln").isdigit()])
    hint = f"Did you mean {near}? " if near else ""
    return Fault(f"{name} is not a rule", f"{hint}`planctl rules` lists the codes and names.")


def _left(waiver: Waiver, ran: frozenset[str], used: set[tuple[Waiver, str]]) -> tuple[str, ...]:
    return tuple(code for code in waiver.codes if code in ran and (waiver, code) not in used)


def _waiver_of(finding: Finding, ignores: tuple[Ignore, ...], on: date) -> Waiver | None:
    return next((ignore.waiver for ignore in ignores if ignore.covers(finding, on)), None)


@dataclass(frozen=True, slots=True)
class _Comments:
    """The comments of one file, on their way to ignores."""

    document: Document
    rules: tuple[Named, ...]
    alone: set[int] = field(default_factory=set)

    def ignores(self) -> Iterator[Ignore]:
        tree, text, lines = tree_of(self.document.text), self.document.text, self.document.lines
        top = tree.root.start if tree.root else len(text)
        spans = [(comment, lines.span(comment.start, comment.end)) for comment in tree.comments]
        self.alone.update(span.line for comment, span in spans if comment.is_alone)
        for comment, span in spans:
            written = text[comment.start : comment.end]
            if not _SIGN.match(written):
                continue
            below = self._below(span.line) if comment.is_alone else span.line
            yield self._ignore(written, span, below, is_at_top=comment.start < top)

    def _below(self, line: int) -> int:
        """The next line that holds more than a comment."""
        while line in self.alone:
            line += 1
        return line

    def _ignore(self, written: str, span: Span, line: int, *, is_at_top: bool) -> Ignore:
        found = _COMMENT.fullmatch(written.rstrip())
        where = f"{self.document.file}:{span.line}"
        if found is None:
            fault = Fault("planctl does not understand this comment", f"Write {FORM}.")
            return Ignore(Waiver(where=where), self._path(line), span, line, (fault,))
        codes, faults = codes_of(found[2].split(","), self.rules)
        reason = reason_of(found[3])
        waiver = Waiver(reason.text, reason.by, reason.until, where, codes)
        ignore = Ignore(waiver, span=span, faults=faults, bad_day=reason.bad_day)
        if found[1].casefold() == "ignore-file":
            return replace(ignore, is_misplaced=not is_at_top)
        return replace(ignore, path=self._path(line), line=line)

    def _path(self, line: int) -> Path:
        """The entry that begins on the line, else what it stands in."""
        path: Path = ()
        while steps := _steps(self.document.value(path)):
            begins = [(self._line((*path, step)), (*path, step)) for step in steps]
            above = [(start, below) for start, below in begins if start <= line]
            if not above:
                break
            start, path = above[-1]
            if start == line:
                return next(below for begun, below in above if begun == line)
        return path

    def _line(self, path: Path) -> int:
        return self.document.lines.line_and_column(self.document.offset(path, "key"))[0]


def _steps(holder: object) -> list[str | int]:
    if isinstance(holder, dict):
        return list(holder)
    return list(range(len(holder))) if isinstance(holder, list) else []
