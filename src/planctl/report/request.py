"""What is asked of a report: the term, the day, the reader; and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from planctl.audit.assurance import Assurance
from planctl.diff import Change
from planctl.findings import Path
from planctl.model import Period
from planctl.report.theme import SHIPPED_LOOK, Theme


class Audience(StrEnum):
    """Who a report is made for; what they may not see is not in the file."""

    BOARD = "board"
    SCRUTINY = "scrutiny"
    PUBLIC = "public"
    OFFICER = "officer"


class ReportKind(StrEnum):
    """What sort of report it is."""

    DELIVERY = "delivery"
    ANNUAL = "annual"
    PROGRAMME = "programme"
    SCRUTINY = "scrutiny"


@dataclass(frozen=True, slots=True)
class Since:
    """The version that the plan is held against, and what has changed from it.

    `name` is what people call the version; `on` is the day on which it was judged, and `actions`
    how many it had; None where nobody has counted them. `commit` is the id of its commit. `seal` is
    the check code of a seal that stands for the version: it tells of ratings alone, then `name` is
    the sealed term, `on` the day of sealing, and `actions` how many it holds a rating of.
    """

    name: str
    on: date
    changes: tuple[Change, ...]
    actions: int | None = None
    commit: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class ActionAbroad:
    """An action of another plan that this one names: the plan's title, its ref, and its title.

    Or a KPI of it, with the same; or the plan itself, which has no ref and no title in it.
    """

    plan: str
    action: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One report: the term it is about, and the day on which all is judged.

    `since` is None where there is no earlier version: what has changed is then not known. `year`
    is that of an annual delivery plan; `theme` is the look of the organisation's own;
    `assurance` says how far it can be relied on, where that is known. `places` are the files and
    lines, such as `plans/reading.yaml:26`, of what the plan has at a path. `abroad` are actions of
    other plans by the names that this one writes.
    """

    term: Period
    as_of: date
    audience: Audience = Audience.OFFICER
    kind: ReportKind = ReportKind.DELIVERY
    since: Since | None = None
    year: Period | None = None
    theme: Theme = SHIPPED_LOOK
    assurance: Assurance | None = None
    places: Mapping[Path, str] = field(default_factory=dict, repr=False)
    abroad: Mapping[str, ActionAbroad] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that the report was made from: its name as shown, its hash and its length."""

    name: str
    sha256: str
    lines: int
