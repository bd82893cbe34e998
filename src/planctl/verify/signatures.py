"""The signatures on a report, and the report as it was before the first of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planctl.audit.assurance_told import ASSURANCE, assurance_in
from planctl.printing.carried import Carried
from planctl.verify.opened import DamagedReportError, Opened, ReportFormat
from planctl.verify.signing_library import need_signing
from planctl.verify.verdict import Check, Signature, failed, passed, remark

_MARK: Final = b"/ByteRange"
_NONE: Final = "It is not signed."
_TAKEN_OFF: Final = (
    "A signature stands in the file and nothing leads to it: it was taken off, or is damaged."
)
_OTHER_WORDS: Final = "With its signatures it shows something else than without them."
_UNKNOWN: Final = "It is signed, but by nobody whom the roots given with --trust speak for."
_NO_ROOTS: Final = (
    "It is signed, and not known by whom: name the certificates that you rely on with --trust."
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the signatures, and the report that they are on.

    `fault` is what else is wrong; nothing where nothing is. `signed_to` is how many bytes of the
    file the last signature covers.
    """

    report: Opened
    signatures: tuple[Signature, ...] = ()
    fault: str = ""
    signed_to: int = 0

    @property
    def are_sound(self) -> bool:
        """Whether all signatures hold, and nothing else was added."""
        return not self.fault and all(one.is_sound for one in self.signatures)

    @property
    def is_anchor(self) -> bool:
        """Whether somebody known speaks for the report."""
        return self.are_sound and any(one.is_trusted for one in self.signatures)


def signatures_on(report: Opened, roots: Sequence[Path]) -> Found:
    """The signatures on the report; `roots` are files of certificates that are relied on.

    Raises MissingLibraryError for a signed report without the extra `sign`;
    UnusableCertificateError.
    """
    if report.kind is not ReportFormat.PDF or _MARK not in report.content:
        return Found(report)
    need_signing()
    # Needs the extra, and is slow to import.
    from planctl.verify.signatures_held import held  # noqa: PLC0415

    unsigned, signatures, fault, signed_to = held(report.content, roots)
    if not signatures and not fault:
        fault = _TAKEN_OFF
    found = Found(report, signatures, fault, signed_to)
    if unsigned is None or not found.are_sound:
        return found
    if not _is_shown_alike(report, unsigned):
        return Found(report, signatures, _OTHER_WORDS, signed_to)
    return Found(unsigned, signatures)


def _is_shown_alike(whole: Opened, unsigned: Opened) -> bool:
    """Whether a second reader, of other hands than the first, sees the same with signatures on."""
    try:
        now, was = whole.shown(), unsigned.shown()
    except DamagedReportError:
        return False
    marks = tuple(one.replace(", '/Widget'", "").replace("'/Widget'", "") for one in now.marks)
    return (now.pages, marks, whole.files) == (was.pages, was.marks, unsigned.files)


def signature_checks(found: Found, roots: Sequence[Path], *, must_be_signed: bool) -> list[Check]:
    """What there is to say of them."""
    checks = [_check(one) for one in found.signatures]
    if found.fault:
        checks.append(failed("signature", found.fault))
    elif must_be_signed and not found.signatures:
        checks.append(failed("signature", _NONE))
    elif must_be_signed and found.are_sound and not found.is_anchor:
        checks.append(failed("signature", _UNKNOWN if roots else _NO_ROOTS))
    return checks


def approval_checks(found: Found, carried: Carried) -> Iterator[Check]:
    """Which of the approvals that the report records are signed for as well, and by whom."""
    written = carried.files.get(ASSURANCE)
    if written is None or not found.are_sound:
        return
    approvals = [one for told in assurance_in(written).values() for one in told.approvals]
    for role in dict.fromkeys(one.role for one in approvals):
        names = [
            one.signer
            for one in found.signatures
            if one.is_trusted and one.role.casefold() == role.casefold()
        ]
        if names:
            said = f"{role}: the report has it as recorded, and {', '.join(names)} signed for it."
            yield passed("approval", said)


def _check(one: Signature) -> Check:
    if not one.is_sound:
        return failed("signature", f"The signature of {one.signer} does not hold. {one.detail}")
    told = passed if one.is_trusted else remark
    return told("signature", f"Signed by {one.signer}. {one.detail}".rstrip())
