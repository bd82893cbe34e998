"""What was found of a report: each check, and the three answers that follow from them."""

from dataclasses import dataclass, field
from enum import StrEnum

from planctl.audit.manifest import Manifest


class Level(StrEnum):
    """How exactly a report is what its source gives."""

    BYTES = "bytes"
    TEXT = "text"
    DATA = "data"

    @property
    def rank(self) -> int:
        """0 for the most exact."""
        return tuple(Level).index(self)


class Result(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not-checked"
    REMARK = "remark"


class Anchor(StrEnum):
    """Who else than the report itself speaks for its source."""

    SIGNATURE = "signature"
    REPOSITORY = "repository"
    SEAL = "seal"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: its name, how that ended, and a sentence on it."""

    name: str
    result: Result
    detail: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature on the report: who gave it, and whether it covers all and holds.

    `is_trusted` where a certificate that the reader relies on vouches for the signer; `reason` is
    what the signer has said, with the role first.
    """

    signer: str
    is_sound: bool
    detail: str = ""
    is_trusted: bool = False
    reason: str = ""

    @property
    def role(self) -> str:
        """For whom the signer says to sign."""
        return self.reason.split(":", 1)[0].strip()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one report.

    `level` is the most exact one that held, None where none did; `asked` the one that had to.
    `is_current` is None where nothing tells whether a later seal has taken its place. `is_list`:
    it is no report but the page that leads to some, which neither passes nor fails.
    """

    report: str
    asked: Level
    level: Level | None = None
    anchored: Anchor = Anchor.NONE
    is_current: bool | None = None
    checks: tuple[Check, ...] = ()
    manifest: Manifest | None = field(default=None, repr=False)
    is_list: bool = False

    @property
    def is_consistent(self) -> bool:
        """Whether it is what its own source gives, as exactly as was asked."""
        return self.level is not None and self.level.rank <= self.asked.rank

    @property
    def is_sound(self) -> bool:
        """Whether it passes: it is consistent, and no check of it failed."""
        # Whether a level that did not hold had to is for the level asked for to say.
        levels = set(Level)
        failed = any(
            check.result is Result.FAILED and check.name not in levels for check in self.checks
        )
        return self.is_consistent and not failed


def passed(name: str, detail: str) -> Check:
    """A check that passed."""
    return Check(name, Result.PASSED, detail)


def failed(name: str, detail: str) -> Check:
    """A check that failed."""
    return Check(name, Result.FAILED, detail)


def not_checked(name: str, detail: str) -> Check:
    """A check that could not be made."""
    return Check(name, Result.NOT_CHECKED, detail)


def remark(name: str, detail: str) -> Check:
    """Something that a reader should know, and that decides nothing."""
    return Check(name, Result.REMARK, detail)
