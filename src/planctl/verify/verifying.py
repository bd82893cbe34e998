"""A report looked at in full: is it what its source gives, who speaks for that, is it current."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planctl.audit.manifest import MANIFEST
from planctl.errors import PlanctlError
from planctl.fingerprint import code_read
from planctl.printing.proof import NO_BREAK
from planctl.verify.anchoring import anchored_in
from planctl.verify.contents import carried_in, content_checks, manifest_of
from planctl.verify.levels import level_held
from planctl.verify.opened import DamagedReportError, Opened
from planctl.verify.opening import opened
from planctl.verify.sealing import Standing, seal_standing
from planctl.verify.verdict import (
    Anchor,
    Check,
    Level,
    Result,
    Signature,
    Verdict,
    failed,
    passed,
    remark,
)

_CODE: Final = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
_NO_SOURCE: Final = "This copy carries no source"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a report: how exact it must be, a code it must have, who must speak for it.

    `repository` is the folder of the repository to look in, None for the one around `here`.
    """

    level: Level = Level.BYTES
    code: str = ""
    repository: Path | None = None
    here: Path = Path()
    must_be_signed: bool = False


def verify(path: Path, asked: Asked, signatures: tuple[Signature, ...] = ()) -> Verdict:
    """What is found of the report in the file.

    `signatures` are those that were found on it. Raises MissingLibraryError where the level asked
    for needs libraries that this machine lacks; NoCheckCodeError, GitMissingError.
    """
    code = code_read(asked.code) if asked.code else ""
    try:
        report = opened(path)
    except DamagedReportError as error:
        return Verdict(str(path), asked.level, checks=(failed("readable", str(error)),))
    if MANIFEST not in report.files:
        return Verdict(str(path), asked.level, checks=tuple(_without_source(report, code)))
    manifest, whole = manifest_of(report)
    if manifest is None:
        return Verdict(str(path), asked.level, checks=(whole,))
    carried = carried_in(report, manifest)
    checks = [whole, *content_checks(carried)]
    if any(check.result is Result.FAILED for check in checks):
        return Verdict(str(path), asked.level, checks=tuple(checks), manifest=manifest)
    level, found = level_held(report, carried, asked.level)
    checks += found
    if code:
        checks.append(_code_check(code, manifest.check_code))
    anchoring = anchored_in(
        asked.repository or asked.here, carried, is_asked=asked.repository is not None
    )
    checks += anchoring.checks
    place = asked.repository or asked.here
    standing = seal_standing(place, carried) if level else Standing()
    checks += standing.checks
    checks += _signature_checks(signatures, must_be_signed=asked.must_be_signed)
    is_signed = bool(signatures) and all(one.is_sound for one in signatures)
    anchors = [Anchor.SIGNATURE] if is_signed else []
    anchors += [one for one in (anchoring.anchor, standing.anchor) if one is not Anchor.NONE]
    anchor = anchors[0] if anchors else Anchor.NONE
    return Verdict(
        str(path), asked.level, level, anchor, standing.is_current, tuple(checks), manifest
    )


def _without_source(report: Opened, code: str) -> list[Check]:
    """What can be said of a copy without the files inside: which original it is of, by its code."""
    try:
        words = report.shown().text.replace(NO_BREAK, "-")
        codes = list(dict.fromkeys(_CODE.findall(words)))
    except PlanctlError as error:
        return [failed("readable", str(error))]
    named = f"check code {', '.join(codes)}" if codes else "it shows no check code either"
    checks = [failed("source", f"{_NO_SOURCE}; ask for the original, {named}.")]
    if code:
        checks.append(
            passed("code", f"The check code {code} stands in it.")
            if code in codes
            else failed("code", f"The check code {code} does not stand in it.")
        )
    return checks


def _code_check(wanted: str, found: str) -> Check:
    if wanted == found:
        return passed("code", f"It is the report of the check code {wanted}.")
    return failed("code", f"It is not the report of the check code {wanted}: its own is {found}.")


def _signature_checks(signatures: tuple[Signature, ...], *, must_be_signed: bool) -> list[Check]:
    if not signatures:
        return [failed("signature", "It is not signed.")] if must_be_signed else []
    return [
        remark("signature", f"Signed by {one.signer}. {one.detail}".rstrip())
        if one.is_sound
        else failed("signature", f"The signature of {one.signer} does not hold. {one.detail}")
        for one in signatures
    ]
