"""What was found of a signature, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from planctl.console.terminal import printable
from planctl.verify.verdict import Signature


class Trust(Enum):
    """Whether it is known whose signature it is."""

    KNOWN = auto()
    NOT_ASKED = auto()
    STRANGER = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so of one signature.

    `is_intact`: what it covers is as it was signed. `is_valid`: the key of its certificate made it.
    `is_last`: nothing stands behind it; `is_followed_well`: only signatures do.
    """

    signer: str
    issuer: str
    at: datetime | None
    reason: str
    is_intact: bool
    is_valid: bool
    is_last: bool
    is_followed_well: bool
    trust: Trust
    until: date | None = None


def told(facts: Facts) -> Signature:
    """The same for a reader."""
    wrong = " ".join(_wrong(facts))
    detail = wrong or " ".join(_right(facts))
    is_trusted = not wrong and facts.trust is Trust.KNOWN
    return Signature(printable(facts.signer), not wrong, detail, is_trusted, facts.reason)


def _wrong(facts: Facts) -> Iterator[str]:
    if not facts.is_intact:
        yield "What it covers was changed after it was given."
    if facts.is_intact and not facts.is_valid:
        yield "It was not made with the key of the certificate that stands with it."
    if not (facts.is_last or facts.is_followed_well):
        yield "Behind it something was added that is no signature."


def _right(facts: Facts) -> Iterator[str]:
    if facts.reason:
        yield f"Said for it: {printable(facts.reason).rstrip('.')}."
    if facts.at:
        yield f"Said to be of {facts.at.day} {facts.at:%B %Y, %H:%M}, which proves nothing."
    yield "It holds for all that was made" + (
        "." if facts.is_last else "; behind it stand later signatures alone."
    )
    issuer = printable(facts.issuer)
    if facts.trust is Trust.KNOWN:
        yield (
            f"A certificate that you rely on vouches for the signer ({issuer}); whether theirs was "
            "withdrawn is not looked up."
        )
    elif facts.trust is Trust.NOT_ASKED:
        yield f"Not checked: who the signer is. {issuer} says so; see --trust."
    elif facts.trust is Trust.OVER and facts.until:
        yield (
            f"The certificate ended on {facts.until.day} {facts.until:%B %Y}: nobody can tell any "
            "more that it was signed before."
        )
    else:
        yield "No certificate that you rely on vouches for the signer: anybody can take that name."
