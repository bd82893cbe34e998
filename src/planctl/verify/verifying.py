"""A report looked at in full: is it what its source gives, who speaks for that, is it current."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planctl.audit.manifest import MANIFEST
from planctl.errors import PlanctlError
from planctl.fingerprint import code_read
from planctl.printing.carried import Carried
from planctl.printing.proof import NO_BREAK
from planctl.verify.anchoring import anchored_in
from planctl.verify.contents import carried_in, content_checks, manifest_of
from planctl.verify.judged_again import judged_again
from planctl.verify.levels import level_held
from planctl.verify.naming import name_checks
from planctl.verify.opened import DamagedReportError, Opened
from planctl.verify.opening import opened
from planctl.verify.pressed_again import pressed_again
from planctl.verify.sealing import Standing, seal_standing
from planctl.verify.signatures import Found, approval_checks, signature_checks, signatures_on
from planctl.verify.templates import own_templates_known, template_checks
from planctl.verify.verdict import (
    Anchor,
    Check,
    Level,
    Result,
    Verdict,
    failed,
    not_checked,
    passed,
)

_CODE: Final = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
_NO_SOURCE: Final = "This copy carries no source"
_LIST: Final = (
    "It is planctl's list of reports, which carries nothing to verify: verify the reports that it "
    "leads to."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a report: how exact it must be, a code it must have, who must speak for it.

    `repository` is the folder of the repository to look in, None for the one around `here`; `roots`
    are files of certificates that are relied on.
    """

    level: Level = Level.BYTES
    code: str = ""
    repository: Path | None = None
    here: Path = Path()
    must_be_signed: bool = False
    roots: tuple[Path, ...] = ()

    @property
    def place(self) -> Path:
        """The folder to look in."""
        return self.repository or self.here


def verify(path: Path, asked: Asked) -> Verdict:
    """What is found of the report in the file.

    Raises MissingLibraryError where the level asked for or a signature needs libraries that this
    machine lacks; NoCheckCodeError, GitMissingError, UnusableCertificateError.
    """
    code = code_read(asked.code) if asked.code else ""
    try:
        report = opened(path)
    except DamagedReportError as error:
        return Verdict(str(path), asked.level, checks=(failed("readable", str(error)),))
    if MANIFEST not in report.files:
        return _without_record(path, report, asked, code)
    manifest, whole = manifest_of(report)
    if manifest is None:
        return Verdict(str(path), asked.level, checks=(whole,))
    signed = signatures_on(report, asked.roots)
    carried = carried_in(signed.report, manifest)
    checks = [whole, *content_checks(carried), *name_checks(path, manifest)]
    told = signature_checks(signed, asked.roots, must_be_signed=asked.must_be_signed)
    if any(check.result is Result.FAILED for check in checks):
        return Verdict(str(path), asked.level, checks=(*checks, *told), manifest=manifest)
    level, found = _consistency(signed, carried, asked)
    checks += found
    if code:
        checks.append(_code_check(code, manifest.check_code))
    spoken = _spoken_for(carried, asked) if level else Standing()
    checks += (*spoken.checks, *told, *approval_checks(signed, carried))
    anchor = Anchor.SIGNATURE if signed.is_anchor else spoken.anchor
    return Verdict(
        str(path), asked.level, level, anchor, spoken.is_current, tuple(checks), manifest
    )


def _consistency(
    signed: Found, carried: Carried, asked: Asked
) -> tuple[Level | None, tuple[Check, ...]]:
    """The most exact level at which the report is what its source gives, and what was found."""
    may_print = own_templates_known(asked.place, carried)
    level, found = level_held(
        signed.report, carried, asked.level, may_print=may_print, signed_to=signed.signed_to
    )
    judged = judged_again(carried) if level else ()
    return level, (*template_checks(carried, are_known=may_print), *found, *judged)


def _spoken_for(carried: Carried, asked: Asked) -> Standing:
    """What the repository and the seals say of a report that is what its source gives."""
    held = anchored_in(asked.place, carried, is_asked=asked.repository is not None)
    again = pressed_again(asked.place, carried) if held.anchor is Anchor.REPOSITORY else ()
    sealed = seal_standing(asked.place, carried)
    anchors = [one for one in (held.anchor, sealed.anchor) if one is not Anchor.NONE]
    checks = (*held.checks, *again, *sealed.checks)
    return Standing(anchors[0] if anchors else Anchor.NONE, sealed.is_current, checks)


def _without_record(path: Path, report: Opened, asked: Asked, code: str) -> Verdict:
    """What is found where the record of a report's making is missing: a list of reports is none."""
    # Few files are lists, and only for them is it needed.
    from planctl.printing.index import NAME, is_ours  # noqa: PLC0415

    if path.name == NAME and not report.files and is_ours(path):
        checks = (not_checked("source", _LIST),)
        return Verdict(str(path), asked.level, checks=checks, is_list=True)
    return Verdict(str(path), asked.level, checks=tuple(_without_source(report, code)))


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
