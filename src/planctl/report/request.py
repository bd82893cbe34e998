"""What is asked of a report: the term, the day, the reader; and the files it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planctl.model import Period


class Audience(StrEnum):
    """Who a report is made for; what they may not see is not in the file."""

    OFFICER = "officer"


class ReportKind(StrEnum):
    """What sort of report it is."""

    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One report: the term it is about, and the day on which all is judged."""

    term: Period
    as_of: date
    audience: Audience = Audience.OFFICER
    kind: ReportKind = ReportKind.DELIVERY


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that the report was made from: its name as shown, its hash and its length."""

    name: str
    sha256: str
    lines: int
