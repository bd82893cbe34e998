"""One plan, on one day, for one term, in one language: what every part of a report starts from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planctl.findings import Finding
from planctl.model import (
    Period,
    Plan,
    Row,
    Scale,
    Timeline,
    party_called,
    rows,
)
from planctl.report.request import Audience, ReportRequest, Since
from planctl.report.words import Words

TERMS_SHOWN = 4
"""How many terms stand side by side in the status grid."""

_LONG_NAME = 20


@dataclass(frozen=True, slots=True)
class Occasion:
    """The plan with its rows, what is asked, and the words to say it in."""

    plan: Plan
    request: ReportRequest
    words: Words
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def audience(self) -> Audience:
        """For whom it is."""
        return self.request.audience

    @property
    def since(self) -> Since | None:
        """What has changed, and from which version; None where none is known."""
        return self.request.since

    @property
    def scale(self) -> Scale:
        """The plan's rating scale."""
        return self.plan.rating_scale

    @property
    def timeline(self) -> Timeline:
        """The days behind the plan's periods."""
        return self.plan.timeline

    @property
    def term(self) -> Period:
        """The term reported on."""
        return self.request.term

    @property
    def as_of(self) -> date:
        """The day on which everything is judged."""
        return self.request.as_of

    def judged_on(self, term: Period) -> date:
        """The as-of day for the term reported on, the last day of any earlier one."""
        if term == self.term:
            return self.as_of
        return self.timeline.ends(term) or self.as_of

    def party(self, written: str) -> str:
        """The party's name, or what was written where no such party is known."""
        known = party_called(written, self.plan.parties)
        return known.name if known else written

    def short_party(self, written: str) -> str:
        """The party's first alias where that is shorter than a long name, else its name."""
        known = party_called(written, self.plan.parties)
        if known and known.aliases and len(known.aliases[0]) < len(known.name) > _LONG_NAME:
            return known.aliases[0]
        return self.party(written)


def occasion(
    plan: Plan, request: ReportRequest, words: Words, findings: tuple[Finding, ...] = ()
) -> Occasion:
    """The occasion with the plan's rows gathered once."""
    return Occasion(plan, request, words, tuple(rows(plan)), findings)


def terms_shown(report: Occasion) -> tuple[Period, ...]:
    """The term reported on and up to three of the plan's terms before it, earliest first."""
    shown = [report.term]
    for term in _earlier(report):
        if len(shown) == TERMS_SHOWN:
            break
        shown.append(term)
    return tuple(reversed(shown))


def term_compared(report: Occasion) -> Period | None:
    """The plan's term before the one reported on, or None in its first."""
    return next(_earlier(report), None)


def _earlier(report: Occasion) -> Iterator[Period]:
    """The plan's terms before the one reported on, latest first.

    A plan without a period of its own begins with its first update.
    """
    first = _first_day(report)
    term = report.timeline.term_before(report.term)
    while first and term and (end := report.timeline.ends(term)) and end >= first:
        yield term
        term = report.timeline.term_before(term)


def _first_day(report: Occasion) -> date | None:
    if report.timeline.first:
        return report.timeline.first
    begun = (report.timeline.starts(period) for row in report.rows for period in row.action.updates)
    return min((day for day in begun if day), default=None)
