"""A report as a list of reports knows it: by the name of its files, and by what its page says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Final, Self

from planctl.printing.finished import Printable
from planctl.report.request import Audience, ReportKind

FORMATS: Final = ("html", "pdf")
_NAME: Final = re.compile(
    r"(?P<id>.+)-(?P<term>\d{4}(?:-\d{2})?(?:-[a-z][a-z0-9-]*)?|year-\d+|\d{4}-\d{2})"
    rf"-(?P<kind>{'|'.join(ReportKind)})-(?P<audience>{'|'.join(Audience)})"
)
_SCHOOL_YEAR: Final = re.compile(r"(\d{4}-\d{2})-(?=[a-z])")
_TITLE: Final = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_COUNTS: Final = re.compile(
    r'<li[^>]*\sdata-count="[^"]*"[^>]*>\s*<span class="number">([^<]*)</span>\s*'
    r'<span class="of">([^<]*)</span>\s*<span class="what">([^<]*)</span>'
)
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Count:
    """One of the figures on a report's first page, as it stands there."""

    number: str
    out_of: str
    label: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One report: whose it is, what about and for whom, and the names and sizes of its files."""

    stem: str
    title: str
    term: str
    kind: ReportKind
    audience: Audience
    counts: tuple[Count, ...] = ()
    files: tuple[tuple[str, str, int], ...] = ()
    """Format, name and bytes of each file."""

    @classmethod
    def of(cls, press: Printable, html: str) -> Self:
        """The report of a press, whose page is given."""
        named = cls(stem_of(press), press.id, str(press.term), press.kind, press.audience)
        return replace(named, title=_title(html) or press.id, counts=_counts(html))


def stem_of(press: Printable) -> str:
    """The name of the report's files, without what says the format."""
    return f"{press.id}-{press.term.slug}-{press.kind}-{press.audience}"


def listed_in(folder: Path, made: dict[str, Listed]) -> tuple[Listed, ...]:
    """The reports whose files are in the folder: those just made, and others named like reports."""
    names = {path.name: path for path in folder.iterdir() if path.is_file()}
    stems = dict.fromkeys(
        path.stem for _, path in sorted(names.items()) if path.suffix.removeprefix(".") in FORMATS
    )
    every = (made.get(stem) or _read(folder, stem) for stem in stems)
    return tuple(
        replace(one, files=tuple(_files(folder, one.stem))) for one in every if one is not None
    )


def _read(folder: Path, stem: str) -> Listed | None:
    """What the folder says of a report that was made at another time; None for another file."""
    found = _NAME.fullmatch(stem)
    if found is None:
        return None
    try:
        html = (folder / f"{stem}.html").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        html = ""
    term = _SCHOOL_YEAR.sub(r"\1 ", found["term"])
    kind, audience = ReportKind(found["kind"]), Audience(found["audience"])
    return Listed(stem, _title(html) or found["id"], term, kind, audience, _counts(html))


def _files(folder: Path, stem: str) -> Iterator[tuple[str, str, int]]:
    for form in FORMATS:
        path = folder / f"{stem}.{form}"
        if path.is_file():
            yield form, path.name, path.stat().st_size


def _title(html: str) -> str:
    found = _TITLE.search(html)
    return _plain(found[1]) if found else ""


def _counts(html: str) -> tuple[Count, ...]:
    return tuple(Count(*map(_plain, found.groups())) for found in _COUNTS.finditer(html))


def _plain(markup: str) -> str:
    return " ".join(unescape(_TAG.sub("", markup)).split())
